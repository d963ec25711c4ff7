import re
from pathlib import Path

from game.desktop.gallery import SCREENS

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_every_screen_has_its_line_and_its_picture():
    page = (DOCS / "desktop.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w.]+)`<br>!\[\w+\]\((.+?)\) \| .+<br>.+ \|$", page, re.MULTILINE)
    assert {name for name, _ in rows} == set(SCREENS)
    assert all((DOCS / picture).is_file() for _, picture in rows)
