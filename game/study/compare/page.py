"""The class page as files: to print, to open in Word and in a spreadsheet, and as data."""

from datetime import date
from typing import TYPE_CHECKING

from game.study.compare import record
from game.study.compare.document import document
from game.study.compare.name import Names
from game.study.compare.reading import Class
from game.study.pack.page import as_html
from game.telling.words import Words

if TYPE_CHECKING:
    from game.telling.word import Paint


def files(found: Class, names: Names, words: Words, me: str, day: date, paint: "Paint") -> dict[str, bytes]:
    """Return what is to be written, by file name; the Word document only where python-docx is installed.

    `me` is the path of a team singled out, "" for none; `paint` makes the pictures of the Word document.
    """
    blocks = document(found, names, words, me)
    made = {
        "compare.html": as_html(blocks, words).encode("utf-8", "replace"),
        "compare.csv": record.as_csv(found, names, words),
        "compare.json": record.as_json(found, names, words).encode("utf-8", "replace"),
    }
    try:
        from game.telling.word import as_bytes
    except ModuleNotFoundError as error:
        if error.name != "docx":
            raise
        return made
    return {**made, "compare.docx": as_bytes(blocks, words, day, paint)}
