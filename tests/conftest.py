"""No test sees the scenarios of whoever runs it."""

from pathlib import Path

import pytest

from game.scenario import library


@pytest.fixture(autouse=True)
def nobodys_scenarios(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One's own scenarios lie in a fresh folder that is not there yet."""
    folder = tmp_path_factory.getbasetemp() / "own" / "scenarios"
    monkeypatch.setattr(library, "own", lambda: folder)
    return folder
