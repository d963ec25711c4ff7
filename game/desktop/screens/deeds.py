"""The deeds on offer as cards: nine at a time with keys 1 to 9, the rest on pages behind "more"."""

from game.desktop.column import Choice
from game.desktop.screens.errands import Fill
from game.desktop.screens.frame import pips
from game.desktop.screens.play import Play
from game.rules import Option
from game.telling import offer
from game.telling.menu import ordered, pages

QUIET = ("no_energy", "nothing_left")      # reasons that the card's own look tells: told in words only when asked
VERBS = 5
WITH_A_SEAT = ("visit", "sound", "offer", "data", "help", "report", "chair", "escalate", "authorize", "duties")
"""The deeds that come first where one seat is looked at."""

ICONS = {
    "visit": "door", "sound": "ear", "data": "data", "offer": "handshake", "convene": "table", "consult": "people",
    "escalate": "scales", "duties": "list", "bulletin": "newspaper", "report": "speech", "chair": "chair",
    "group": "person", "dissolve": "folder", "authorize": "seal", "appraise": "ledger", "follow_up": "clock",
    "help": "hand", "diagnose": "wrench", "inspect": "loupe", "discipline": "shield", "personnel": "stairs",
    "support": "megaphone", "reserve": "lock", "move": "flag",
}  # fmt: skip
"""The icon of each deed."""


def cards(page: Play, at: int) -> list[Choice]:
    """One page of the deeds, nine cards at most."""
    return [card(page, option, (), str(n)) for n, option in enumerate(pages(page.chair.options)[at], 1)]


def count(page: Play) -> int:
    """How many pages of deeds there are."""
    return len(pages(page.chair.options))


def card(page: Play, option: Option, args: tuple[tuple[str, str | int], ...], key: str) -> Choice:
    """One deed with its cost; a blocked one says why."""
    words, scenario = page.words, page.chair.scenario
    label, about = offer.label(words, scenario, option), offer.about(words, scenario, option)
    blocked = option.blocked
    detail = ""
    if blocked is not None and blocked.code not in QUIET:
        detail = offer.blocked(words, scenario, blocked)
    return Choice(f"deed.{option.kind}", label, Fill(option.kind, args), side=pips(option.cost, option.cost),
                  detail=detail, key=key, enabled=blocked is None, hint=about, why=blocked,
                  icon=ICONS[option.kind])  # fmt: skip


def verbs(page: Play, seat: str) -> list[Choice]:
    """At most five deeds that concern one seat, with that seat filled in."""
    found: list[tuple[Option, str]] = []
    rank = {kind: n for n, kind in enumerate(WITH_A_SEAT)}
    for option in sorted(ordered(page.chair.options), key=lambda o: rank.get(o.kind, len(rank))):
        name = next((f.name for f in option.fields if f.name in ("target", "leader", "owner", "signer")
                     and seat in f.choices), "")  # fmt: skip
        if name or (seat == "discipline" and option.kind == "discipline") or (seat, option.kind) in _OFFICE:
            found.append((option, name))
    return [card(page, option, ((name, seat),) if name else (), str(n))
            for n, (option, name) in enumerate(found[:VERBS], 1)]  # fmt: skip


_OFFICE = {
    ("office", "consult"), ("office", "inspect"), ("office", "follow_up"), ("lead", "reserve"), ("lead", "support"),
    ("lead", "move"), ("lead", "diagnose"),
}  # fmt: skip
