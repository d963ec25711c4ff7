"""What a hint may point at: the screens of a turn, and on each the widgets it has by the beginnings of their ids.

The window holds a test that each of them is there.
"""

ANCHORS: dict[str, dict[str, str]] = {
    "briefing": {"next": "", "back": "", "decide": "", "choice": "", "intent": "peer"},
    "table": {
        "seat": "seat", "heat": "", "work": "workstream", "tab": "", "deed": "deed", "more": "", "end": "", "undo": "",
        "files": "",
    },
    "dossier": {"trust": "", "fact": "", "deed": "deed", "close": ""},
    "filling": {"pick": "", "option": "", "seal": "", "back": ""},
    "answer": {"next": ""},
    "evening": {"change": "", "work": "workstream", "next": "", "more": ""},
}  # fmt: skip
"""By screen: how a widget's id begins, and of which kind the id after the dot is ("" for anything)."""


def split(at: str) -> tuple[str, str]:
    """Return the screen and the beginning of the widget's id that an author wrote as one: "table.deed.visit"."""
    screen, _, widget = at.partition(".")
    return screen, widget
