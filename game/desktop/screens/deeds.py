"""The deeds on offer as cards: nine at a time with keys 1 to 9, the rest behind "more"."""

from game.desktop.column import Choice
from game.desktop.screens.frame import pips
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Fill
from game.rules import Option
from game.telling import offer

NINE = 9
FIRST = ("visit", "sound", "report", "consult", "chair", "duties", "data", "inspect", "move")
QUIET = ("no_energy", "nothing_left")      # reasons that the card's own look tells: told in words only when asked
VERBS = 5


def ordered(options: tuple[Option, ...]) -> list[Option]:
    """The deeds in a fixed order, the everyday ones first, so that keys keep their meaning; without the turn's end."""
    rank = {kind: n for n, kind in enumerate(FIRST)}
    return sorted((option for option in options if option.kind not in ("end_turn", "answer")),
                  key=lambda option: rank.get(option.kind, NINE))  # fmt: skip


def cards(page: Play, more: bool) -> list[Choice]:
    """Nine cards, or the rest of them."""
    deeds = ordered(page.chair.options)
    shown = deeds[NINE:] if more else deeds[:NINE]
    return [card(page, option, (), str(n)) for n, option in enumerate(shown, 1)]


def card(page: Play, option: Option, args: tuple[tuple[str, str | int], ...], key: str) -> Choice:
    """One deed with its cost; a blocked one says why."""
    words, scenario = page.words, page.chair.scenario
    label, about = offer.label(words, scenario, option), offer.about(words, scenario, option)
    blocked = option.blocked
    detail = ""
    if blocked is not None and blocked.code not in QUIET:
        detail = offer.blocked(words, scenario, blocked)
    return Choice(f"deed.{option.kind}", label, Fill(option.kind, args), side=pips(option.cost, option.cost),
                  detail=detail, key=key, enabled=blocked is None, hint=about, why=blocked)  # fmt: skip


def verbs(page: Play, seat: str) -> list[Choice]:
    """At most five deeds that concern one seat, with that seat filled in."""
    found: list[tuple[Option, str]] = []
    for option in ordered(page.chair.options):
        name = next((f.name for f in option.fields if f.name in ("target", "leader", "owner", "signer")
                     and seat in f.choices), "")  # fmt: skip
        if name or (seat == "discipline" and option.kind == "discipline") or (seat, option.kind) in _OFFICE:
            found.append((option, name))
    return [card(page, option, ((name, seat),) if name else (), str(n))
            for n, (option, name) in enumerate(found[:VERBS], 1)]  # fmt: skip


_OFFICE = {("office", "consult"), ("office", "inspect"), ("lead", "reserve"), ("lead", "support"), ("lead", "move")}
