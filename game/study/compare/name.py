"""What teams are called: by their recordings' names, or, where nobody is to be known, 甲组 or Team A and so on."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.study.compare.reading import Class
from game.study.compare.row import Row
from game.telling.words import Words

LONGEST = 60
_STEMS = "甲乙丙丁戊己庚辛壬癸"


class Names:
    """The names of the teams and recordings of a class; `anonymous` ones tell neither name, file, folder nor order."""

    def __init__(self, found: Class, words: Words, anonymous: bool) -> None:
        self.words, self.anonymous = words, anonymous
        rows = [row for group in found.groups for row in group.rows]
        self._given = _told_apart([left.path for left in found.left])
        for group in found.groups:
            self._given |= _told_apart([row.path for row in group.rows], f"{group.rows[0].key.scenario}-")
        if anonymous:
            for n, row in enumerate(self.ordered(rows)):
                self._given[row.path] = words("compare.team", name=_ordinal(words, n))
            for n, left in enumerate(found.left, 1):
                self._given[left.path] = words("compare.recording", n=n)

    def __call__(self, path: str) -> str:
        """Return what the team (or the recording left out) of a path is called."""
        return self._given[path]

    def ordered(self, rows: Iterable[Row]) -> list[Row]:
        """Return the rows in the order they may be told: by what they are called where nobody is to be known."""
        return sorted(rows, key=lambda row: row.check) if self.anonymous else list(rows)

    def people(self, names: Sequence[str]) -> str:
        """Return who played; nobody where nobody is to be known."""
        return "" if self.anonymous else self.words("list.between").join(map(clean, names))


def clean(text: str) -> str:
    """Return a foreign text on one line without what would turn, hide or break other text, and not endless."""
    kept = "".join(" " if c in "\t\n\r" else c for c in text if c in "\t\n\r" or unicodedata.category(c)[0] != "C")
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1] + "…"


def _told_apart(paths: Sequence[str], prefix: str = "") -> dict[str, str]:
    """Return the files' names less a prefix, with as many folders before them as are needed to tell them apart."""
    found = map(Path, paths)
    parts = [(*path.parent.parts[bool(path.anchor) :], path.stem.removeprefix(prefix) or path.stem) for path in found]
    depth = [1] * len(paths)
    for _ in range(max(map(len, parts), default=0)):
        named = ["/".join(p[-d:]) for p, d in zip(parts, depth, strict=True)]
        often = Counter(named)
        depth = [d + (often[name] > 1) for d, name in zip(depth, named, strict=True)]
    cleaned = [clean("/".join(p[-d:])) for p, d in zip(parts, depth, strict=True)]
    twice = Counter(cleaned)
    told = (f"{name} ({n})" if twice[name] > 1 else name for n, name in enumerate(cleaned, 1))
    return dict(zip(paths, told, strict=True))


def _ordinal(words: Words, n: int) -> str:
    """Return a letter or heavenly stem, counted on once these are used up."""
    if words.lang != "en":
        return _STEMS[n] if n < len(_STEMS) else words("compare.team.nth", n=n + 1)
    return (chr(ord("A") + n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)
