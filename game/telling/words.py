"""Words by key and language, from the catalogues; the only place that opens one. Knows no game."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from struct import unpack_from

import game
from game.scenario.text import LANGUAGES, Text

_FOLDERS = {"zh": "zh_CN", "en": "en", "tw": "zh_TW"}


def catalogue(path: Path) -> dict[str, str]:
    """Return what a .mo file says of each key.

    `gettext` takes 9 ms for it, one text after another, and the window's first picture waits for that. Our files hold
    no plurals or contexts and keep all keys, then all wordings, in order, each ended by a NUL (GNU gettext's manual,
    "The Format of GNU MO Files"), so each half is decoded at once.
    """
    whole = path.read_bytes()
    count, keys, wordings = unpack_from("<3I", whole, 8)

    def texts(table: int) -> list[str]:
        begin = unpack_from("<2I", whole, table)[1]
        length, last = unpack_from("<2I", whole, table + 8 * (count - 1))
        return whole[begin : last + length].decode("utf-8").split("\0")

    return dict(zip(texts(keys), texts(wordings), strict=True))


class Words:
    """The wordings of one language ("zh", "en" or "tw").

    An unknown key is worded as itself and a wording whose data is missing as it stands; with `strict` (for tests)
    both raise KeyError.
    """

    def __init__(self, lang: str, strict: bool = False) -> None:
        path = Path(game.__file__).parent / "locale" / _FOLDERS[lang] / "LC_MESSAGES" / "qiantou.mo"
        self._found = catalogue(path)
        self.lang = lang
        self.strict = strict

    def __call__(self, key: str, **args: object) -> str:
        """Return the wording of a key, filled with its data; the system's own sentence for a `why` is worded too."""
        wording = self.raw(key)
        if isinstance(args.get("why"), str):
            args["why"] = self.raw(str(args["why"]))
        if self.strict and wording == key:
            raise KeyError(key)
        try:
            return wording.format_map(args)
        except (KeyError, IndexError, ValueError) as error:
            if self.strict:
                raise KeyError(f"{key}: {error}") from error
            return wording

    def raw(self, key: str) -> str:
        """Return the wording of a key as the catalogue has it, unfilled; the key itself if it has none."""
        return self._found.get(key, key) if key else ""

    def has(self, key: str) -> bool:
        """Tell whether a key has a wording."""
        return self.raw(key) != key

    def text(self, text: Text) -> str:
        """Return what an author wrote, in this language if it was written in it."""
        return text.get(self.lang)

    def sentences(self, *parts: str) -> str:
        """Join sentences as the language does; empty ones are left out."""
        return (" " if self.lang == "en" else "").join(p for p in parts if p)

    def listed(self, items: Sequence[str]) -> str:
        """Join names into a list: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self("list.between").join(items[:-1]) + self("list.last") + items[-1]


class Onlooker(Words):
    """The same language as it is spoken to everybody in the room: nobody is "you".

    What speaks to the lead elsewhere has a wording of its own here, under its key and ".all".
    """

    def raw(self, key: str) -> str:
        """Return the wording for all, the ordinary one where there is none."""
        for_all = f"{key}.all"
        told = super().raw(for_all)
        return told if told != for_all else super().raw(key)


@cache
def onlooker(lang: str, strict: bool = False) -> Words:
    """Return the words of a language as they are spoken to all; Chinese for a language there is none of."""
    return Onlooker(lang if lang in LANGUAGES else "zh", strict)


@cache
def words(lang: str, strict: bool = False) -> Words:
    """Return the words of a language; Chinese for a language there is none of."""
    return Words(lang if lang in LANGUAGES else "zh", strict)
