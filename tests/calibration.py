"""How often forecasts are right: `python -m tests.calibration` measures it anew and writes it where it is shown.

In bots' games of every shipped scenario, each deed is forecast from what the lead knows; then the same turn is played
on the game's own state and luck, with the deed and without it. A range that is shown held if the difference lies in it.
Do this once a release, after the last change to the rules.
"""

import re
from collections import Counter

from game.rules.forecast import changed
from game.session.bots import LEADS
from game.session.recording import create, header
from game.session.session import begin
from game.telling.outlook import reach, shown
from tests.table import ROOT, SHIPPED, scenario_of, text_of

PAGE = ROOT / "game" / "telling" / "calibration.py"
BOTS = ("steady", "negotiator", "adaptive", "random")
SEEDS = (11, 12)


def measured(games: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Return by kind of measure how many shown ranges held, and how many were shown."""
    held: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for game in games:
        for bot in BOTS:
            for seed in SEEDS:
                for kind, right in judged(game, bot, seed):
                    held[kind] += right
                    of[kind] += 1
    return {kind: (held[kind], of[kind]) for kind in sorted(of)}


def judged(game: str, bot: str, seed: int) -> list[tuple[str, bool]]:
    """Return every range shown in one game: its kind, and whether it held what came about."""
    scenario, text = scenario_of(game), text_of(game)
    session = begin(scenario, seed, create(None, header(scenario, text, seed, "")))
    lead, found = LEADS[bot](seed), []
    while not session.over:
        action = lead(session.view("lead"), session.options("lead"))
        if action.kind not in ("end_turn", "answer", "reserve"):
            forecast = session.forecast(action)
            truth, _ = changed(scenario, session.state, action)
            for name in shown(forecast):
                low, high = reach(*forecast.changes[name])
                found.append((name.partition(".")[0], 10 * low <= truth[name] <= 10 * high))
        session.do(action)
    return found


def written(rows: dict[str, tuple[int, int]], text: str) -> str:
    """Return the module with its table replaced."""
    table = "".join(f'    "{kind}": ({held}, {of}),\n' for kind, (held, of) in rows.items())
    return re.sub(r"(HELD[^\n]*\{\n).*?(^\})", lambda m: m[1] + table + m[2], text, flags=re.S | re.M)


if __name__ == "__main__":
    PAGE.write_text(written(measured(tuple(f"{p.stem}-class" for p in SHIPPED)), PAGE.read_text("utf-8")), "utf-8")
