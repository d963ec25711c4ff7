"""Where the folders that ship with the program lie: in a checkout, or inside the installed package."""

from pathlib import Path

_GAME = Path(__file__).resolve().parent.parent


def shipped(folder: str) -> Path:
    """Return where a shipped folder ("scenarios", "assets") lies."""
    checkout = _GAME.parent
    return checkout / folder if (checkout / "pyproject.toml").is_file() else _GAME / "data" / folder
