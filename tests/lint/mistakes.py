"""Seeded mistakes: what authors get wrong, made on purpose in shipped scenarios, and the line that is then at fault."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.table import SHIPPED

Made = tuple[list[str], int] | None
"""The changed lines and the line (from 1) at fault; None if this line offers no such mistake."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its kind, the scenario it is made in, the changed text, and the line at fault."""

    kind: str
    scenario: str
    text: str
    line: int

    def __str__(self) -> str:
        return f"{self.kind}-{self.scenario}-{self.line}"


_KEY = re.compile(r"^( *)(- )?([a-z_]{4,}):( .*)?$")


def _changed(lines: list[str], n: int, line: str) -> Made:
    return [*lines[:n], line, *lines[n + 1 :]], n + 1


def _inside_text(lines: list[str], n: int) -> bool:
    """Tell whether a line belongs to a block or a quoted text that began above it."""
    indent = len(lines[n]) - len(lines[n].lstrip())
    for above in reversed(lines[:n]):
        if above.strip() and len(above) - len(above.lstrip()) < indent:
            return bool(re.search(r"[>|][-+]?\s*(#.*)?$", above))
    return False


def misspelt_key(lines: list[str], n: int, dice: Random) -> Made:
    """Swap two letters of a key the schema knows."""
    found = re.match(r"^ +(text|when|effects|choices|reply|name|walkaway|points|interest|redline|until):", lines[n])
    if found is None:
        return None
    key = found[1]
    return _changed(lines, n, lines[n].replace(f"{key}:", f"{key[1]}{key[0]}{key[2:]}:", 1))


def wrong_type(lines: list[str], n: int, dice: Random) -> Made:
    """Write a word where a number belongs."""
    found = re.match(r"^( +[a-z_]+): \d+( *#.*)?$", lines[n])
    return _changed(lines, n, f"{found[1]}: 很多") if found else None


def out_of_range(lines: list[str], n: int, dice: Random) -> Made:
    """Write a level beyond 100."""
    found = re.match(r"^( +(influence|trust|workload|blame|capacity|entrenchment|clarity|liability)): \d+", lines[n])
    return _changed(lines, n, f"{found[1]}: 1000") if found else None


def wrong_reference(lines: list[str], n: int, dice: Random) -> Made:
    """Misspell an id that an effect or a record names."""
    found = re.search(r"(who|work|of|under|speaker|fire|make|pull): ([a-z_]{4,})\b", lines[n])
    if found is None or found[2] in ("middle", "capacity", "morale", "burden", "text") or _inside_text(lines, n):
        return None
    return _changed(lines, n, lines[n].replace(found[0], f"{found[1]}: {found[2]}x", 1))


def duplicate_key(lines: list[str], n: int, dice: Random) -> Made:
    """Write a key of a mapping twice."""
    if not re.match(r"^ +(trust|workload|blame|capacity|cost|day|until|deadline|style): \S+$", lines[n]):
        return None
    return [*lines[: n + 1], lines[n], *lines[n + 1 :]], n + 2


def deleted_key(lines: list[str], n: int, dice: Random) -> Made:
    """Leave out a key that is required: its record is at fault, which begins above it."""
    found = re.match(r"^( +)(under|interest|entanglement|clarity|days|speaker|unit|lag): \S+", lines[n])
    if found is None or found[2] in ("days", "speaker", "lag") or ("{" in lines[n] and lines[n].count("{") != 1):
        return None
    for above in range(n - 1, -1, -1):
        if lines[above].strip() and len(lines[above]) - len(lines[above].lstrip()) < len(found[1]):
            return [*lines[:n], *lines[n + 1 :]], above + 1
    return None


def full_width_colon(lines: list[str], n: int, dice: Random) -> Made:
    """Write a full-width colon after a key."""
    found = _KEY.match(lines[n])
    if found is None or not found[4] or _inside_text(lines, n):
        return None
    return _changed(lines, n, lines[n].replace(": ", "：", 1))


def full_width_comma(lines: list[str], n: int, dice: Random) -> Made:
    """Write a full-width comma between the ids of a list."""
    found = re.search(r"\[[a-z_]+, [a-z_]+", lines[n])
    return _changed(lines, n, lines[n].replace(found[0], found[0].replace(", ", "，"))) if found else None


def one_equals_sign(lines: list[str], n: int, dice: Random) -> Made:
    """Compare with = in a condition."""
    found = re.search(r'when: ".*?(>=|<=|==)', lines[n])
    return _changed(lines, n, lines[n].replace(found[1], "=", 1)) if found else None


def unknown_name(lines: list[str], n: int, dice: Random) -> Made:
    """Misspell a name in a condition."""
    found = re.search(r'when: "[^"]*\b(flag|promise|done|known|reported|progress|clarity|deal)\.([a-z_]{4,})', lines[n])
    if found is None:
        return None
    return _changed(lines, n, lines[n].replace(f"{found[1]}.{found[2]}", f"{found[1]}.{found[2]}q", 1))


def not_a_choice(lines: list[str], n: int, dice: Random) -> Made:
    """Misspell one of a few allowed words."""
    found = re.match(r"^( +(?:style|source|better|join)): [a-z_]+$", lines[n])
    return _changed(lines, n, f"{found[1]}: sometimes") if found else None


def tab_indent(lines: list[str], n: int, dice: Random) -> Made:
    """Indent with a tab."""
    found = _KEY.match(lines[n])
    return _changed(lines, n, "\t" + lines[n].lstrip()) if found and found[1] and not _inside_text(lines, n) else None


def open_quote(lines: list[str], n: int, dice: Random) -> Made:
    """Forget the closing quote of a condition."""
    found = re.match(r'^ +when: ".*"$', lines[n])
    return _changed(lines, n, lines[n][:-1]) if found else None


def unknown_effect(lines: list[str], n: int, dice: Random) -> Made:
    """Misspell the verb of an effect."""
    found = re.match(r"^( +- )(trust|load|evidence|clarity|pressure|favor|attention|flag)(: \{.*)$", lines[n])
    return _changed(lines, n, f"{found[1]}{found[2]}z{found[3]}") if found else None


def contradiction(lines: list[str], n: int, dice: Random) -> Made:
    """Ask in a condition for what cannot be at once, or close an inject before it opens."""
    found = re.match(r'^( +when: )"([^"\\]+)"( *#.*)?$', lines[n])
    if found is not None:
        read = re.search(r"\b([a-z_]+\.[a-z_.]+|day|turn) (?:[<>]=?) \d", found[2])
        name = read[1] if read else "day"
        return _changed(lines, n, f'{found[1]}"({found[2]}) and {name} > 90 and {name} < 10"{found[3] or ""}')
    until = re.match(r"^( +)until: \d+", lines[n])
    if until is None:
        return None
    above = [(len(line) - len(line.lstrip()), line.strip()) for line in reversed(lines[:n]) if line.strip()]
    record = next(k for k, (indent, _) in enumerate(above) if indent < len(until[1]))
    day = next((int(text[5:]) for _, text in above[:record] if re.fullmatch(r"day: [1-9]\d*", text)), None)
    called = any(re.search(rf"\bfire: {above[record][1].partition(':')[0]}\b", line) for line in lines)
    return None if day is None or called else _changed(lines, n, f"{until[1]}until: {day - 1}")


KINDS: tuple[Callable[[list[str], int, Random], Made], ...] = (
    misspelt_key, wrong_type, out_of_range, wrong_reference, duplicate_key, deleted_key, full_width_colon,
    full_width_comma, one_equals_sign, unknown_name, not_a_choice, tab_indent, open_quote, unknown_effect,
    contradiction,
)  # fmt: skip
WARNED = {contradiction.__name__: {"when-never", "inject-window"}}
"""The kinds that break nothing, so that only the rules can find them, with the codes that must be found."""


def mistakes(each: int, seed: int = 1) -> Iterator[Mistake]:
    """Yield at most `each` mistakes of every kind for every shipped scenario, evenly chosen."""
    for path in SHIPPED:
        lines = path.read_text(encoding="utf-8").split("\n")
        for kind in KINDS:
            dice = Random(f"{seed} {path.stem} {kind.__name__}")
            made = [m for n in dice.sample(range(len(lines)), len(lines)) if (m := kind(lines, n, dice)) is not None]
            for text, line in made[:each]:
                yield Mistake(kind.__name__, path.stem, "\n".join(text), line)
