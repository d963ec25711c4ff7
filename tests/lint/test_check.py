"""Checking folders and variants: one bad file hides no other, a variant answers only for what is its own."""

from pathlib import Path

from game.lint.check import lint_files
from game.scenario import library
from game.scenario.load import read
from tests.table import SMALL

TEXT = SMALL.read_text(encoding="utf-8")


def test_a_folder_named_like_a_file_and_a_broken_link_are_findings(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    (tmp_path / "b.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "small.yaml").write_text(TEXT, encoding="utf-8")
    found, texts = lint_files([tmp_path])
    assert sorted(Path(f.path).name for f in found if f.code == "unreadable") == ["a.yaml", "b.yaml"]
    assert [Path(path).name for path in texts] == ["small.yaml"]
    listed = {entry.path.name: entry for entry in library.entries([tmp_path])}
    assert listed["a.yaml"].finding is not None
    assert listed["small.yaml"].finding is None


def test_a_shorter_variant_does_not_spoil_the_trials_of_the_whole(tmp_path: Path) -> None:
    trial = "tests:\n  late:\n    lead: [{turn: 4, do: visit, with: {target: build}}]\n    grade: E\n"
    shorter = "variants:\n  short: {title: {zh: 短, en: Short}, set: {lengths.class.turns: 3}}\n"
    path = tmp_path / "small.yaml"
    path.write_text(TEXT[: TEXT.index("variants:")] + shorter + trial, encoding="utf-8")
    assert "trial-too-late" not in [f.code for f in lint_files([path])[0]]
    assert read(path.read_text(encoding="utf-8"), "small.yaml", "short").playable
    path.write_text(TEXT[: TEXT.index("variants:")] + shorter + trial + "    variant: short\n", encoding="utf-8")
    assert "trial-too-late" in [f.code for f in lint_files([path])[0]]
