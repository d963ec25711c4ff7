"""Where what is the user's own lies: the platform's folders, or nowhere at all for a user without a home."""

import os
from collections.abc import Callable
from pathlib import Path

NOWHERE = Path(os.devnull) / "qiantou"
"""A folder that can be neither made nor read: what is kept there is told as not kept."""


def data() -> Path:
    """Return the folder for recordings and one's own scenarios; it may not be there yet."""
    from platformdirs import user_data_path

    return _own(lambda: user_data_path("qiantou", appauthor=False))


def config() -> Path:
    """Return the folder for settings and bookmarks; it may not be there yet."""
    from platformdirs import user_config_path

    return _own(lambda: user_config_path("qiantou", appauthor=False))


def _own(found: Callable[[], Path]) -> Path:
    """Return a folder of the platform's; where `~` stands for nothing it says so, or gives a path from where one is."""
    try:
        folder = found()
    except RuntimeError:
        return NOWHERE
    return folder if folder.is_absolute() else NOWHERE
