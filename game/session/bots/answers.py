"""What a bot says when something is put to it: a few plain words a route, nothing deep.

An inject's choices are only ids to a bot, and their order is the author's: a bot takes the first or the last, and
cannot tell which of them would break a promise.
"""

from collections.abc import Mapping
from typing import Any

from game.rules import Action, Option, View
from game.session.bots.bot import Answers, Names
from game.session.bots.packages import talk


def answering(last: bool = False, stick: str = "dissuade", least: int = 0, favor: str = "agree") -> Answers:
    """Return a way of answering.

    `last`: take an inject's last choice, else its first; `stick`: what to say to a leader who reaches for oversight;
    `least`: the share of the lead's own points, ‰, from which a peer's condition is agreed to; `favor`: to one asked.
    """

    def answer(seen: View, option: Option, names: Names) -> Action:
        about = seen.asked[0].data
        wish = {"stick": stick, "favor": favor, "condition": _condition(seen, about, names, least)}.get(option.ask, "")
        filled: dict[str, Any] = {}
        for field in option.fields:
            choices = field.offered(filled)
            filled[field.name] = wish if wish in choices else choices[-1 if last else 0]
        return option.fill(**filled)

    return answer


def _condition(seen: View, about: Mapping[str, Any], names: Names, least: int) -> str:
    """Agree to a caller's condition if the package is worth it; where the table was never seen, agree."""
    table = next((t for t in seen.tables if t.id == about.get("table")), None)
    if table is None or about["package"] not in names.get(table.id, ()):
        return "agree"
    return "agree" if talk(table, names[table.id]).own(about["package"]) >= least else "decline"
