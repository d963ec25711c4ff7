"""The page about the scenarios: `python -m tests.scenario_page --games N` plays them and writes docs/scenarios.md anew.

Every bot plays every shipped scenario in class length on the same N seeds (6 if none is said; more take some minutes).
Nothing on the page is written by hand; no test holds it current, for it is a measurement.
"""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from game.scenario.check_trial import trials_in
from game.scenario.load import read_file
from game.study.experiment.statistics import mean
from game.study.playtest.finding import findings
from game.study.playtest.play import Bench, Recipe
from game.study.playtest.read import Given, given
from game.study.playtest.report import KINDS
from game.study.playtest.result import BOTS, Playtest, playtest
from game.study.playtest.wording import Teller, between, percent
from game.telling.words import Words
from tests.table import ROOT, SHIPPED

PAGE = ROOT / "docs" / "scenarios.md"
LEADING = (*BOTS, "random")
"""Who plays: one bot of each way to lead, and `random`, which reaches what a plan never does."""
COMPETENT = tuple(name for name in BOTS if name != "passive")
"""Whose choice of a way the variance is asked of."""
MISSES = 5
SHARED = 100
"""How many games a bot are enough for the share of the variance."""
SENTENCE = re.compile(r"(?<=[.?!]) ")
HEAD = """# The scenarios, as bots play them

Made by `python -m tests.scenario_page --games {games}`: {games} seeds a bot, class length; intervals are 95 %.
A bot sees what the lead sees and no more; `adaptive` mixes the ways, `random` does anything. An ending marked † was
reached by no bot here but by one of the scenario's own lines of play (`tests:`, `solution:`), one marked ‡ by neither.
*Coverage* is of all bots' games. *Due to the way of leading* is the share of the variance of the mark that lies
between the bots, `passive` and `random` left out (on 100 games a bot at most): near 1 the way decides, near 0 luck
does. Actions that a scenario rules out (oversight without capacity, heads without a window) and the reserve, which
stands from the start, count among those that did not come up.
"""


def explained(groups: Sequence[Sequence[float]]) -> float:
    """Return the share of the variance of all values that lies between the groups; 0 where nothing varies."""
    every = [x for group in groups for x in group]
    middle = mean(every)
    whole = sum((x - middle) ** 2 for x in every)
    apart = sum(len(group) * (mean(group) - middle) ** 2 for group in groups)
    return apart / whole if whole else 0.0


def due_to_way(file: Given, games: int) -> float:
    """Return the share of the mark's variance that is due to which competent bot leads, on at most `SHARED` games."""
    bench = Bench([Recipe(file.setting, bot, 0, 0) for bot in COMPETENT])
    found = [bench.play(n, range(1, min(games, SHARED) + 1))[0][0] for n in range(len(COMPETENT))]
    return explained([[row.score for row in rows if not row.broke] for rows in found])


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a Markdown table, the columns after the first to the right."""
    yield f"| {' | '.join(heads)} |"
    yield f"| --- |{' ---: |' * (len(heads) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def section(path: Path, games: int, workers: int) -> Iterator[str]:
    """Play one scenario and yield its part of the page."""
    file, words = given(path, "class"), Words("en")
    test = playtest(file.setting, file.source, LEADING, games, workers=workers, claims=file.claims)
    scenario, teller = test.scenario, Teller(words, test)
    yield f"## {words.text(scenario.title)} (`{path.stem}`)"
    yield ""
    yield " ".join(SENTENCE.split(" ".join(words.text(scenario.summary).split()))[-2:])
    yield f"To be learnt: {' '.join(words.text(scenario.teaches[0]).split())}"
    yield ""
    yield f"{scenario.length.turns} turns of {scenario.length.days} days in class; also {', '.join(file.lengths)}."
    yield f"Due to the way of leading: {due_to_way(file, games):.2f}."
    yield ""
    yield from marks(test, played_to(path))
    yield from covered(test)
    yield from not_worth(test, teller)
    yield from missed(test)
    broken = [claim for claim in test.claims if claim.verdict == "fails"]
    yield f"Of {len(test.claims)} claims of its author {len(test.claims) - len(broken)} hold."
    yield from (f"* {teller.claim(claim)}" for claim in broken)
    yield ""
    yield from variants(path, games, workers)


def variants(path: Path, games: int, workers: int) -> Iterator[str]:
    """Play the variants with claims of their own and yield what came of these."""
    file = read_file(path).file
    for id in [id for id, variant in file.variants.items() if "balance" in variant.set] if file else ():
        one = given(path, "class", id)
        test = playtest(one.setting, one.source, BOTS, games, workers=workers, claims=one.claims)
        teller = Teller(Words("en"), test)
        yield f"Variant `{id}`, with claims of its own:"
        yield ""
        yield from (f"* {teller.claim(claim)}" for claim in test.claims)
        yield ""


def played_to(path: Path) -> frozenset[str]:
    """Return the endings which the lines of play in a file say they reach."""
    file = read_file(path).file
    return frozenset(trial.ending for _, trial in trials_in(file) if trial.ending) if file else frozenset()


def marks(test: Playtest, tried: frozenset[str]) -> Iterator[str]:
    """Yield the bots' marks, the best first, with the share of their games that reached each ending."""
    reached = test.coverage["endings"]
    signs = {e.id: "" if reached[e.id] else "†" if e.id in tried else "‡" for e in test.scenario.endings}
    heads = ["", "mark", *(f"{e.id} {e.grade}{signs[e.id]}" for e in test.scenario.endings)]
    rows = []
    for played in sorted(test.played, key=lambda p: -p.score[0]):
        shares = [percent(played.endings[e.id][0]) if e.id in played.endings else "–" for e in test.scenario.endings]
        rows.append([played.bot, between(played.score), *shares])
    yield from table(heads, rows)


def covered(test: Playtest) -> Iterator[str]:
    """Yield what came up in these games, and which injects never did."""
    told: Mapping[str, tuple[int, int]] = {
        kind: (sum(map(bool, test.coverage[kind].values())), len(test.coverage[kind])) for kind in KINDS
    }
    yield "Coverage: " + ", ".join(f"{kind} {used} of {n}" for kind, (used, n) in told.items()) + "."
    never = [id for id, share in test.coverage["injects"].items() if not share]
    if never:
        yield f"Injects that never came: {', '.join(f'`{id}`' for id in never)}."
    yield ""


def not_worth(test: Playtest, teller: Teller) -> Iterator[str]:
    """Yield what is never worth doing, of what is meant as a choice, and the way that beats all others if one does."""
    told = [f for f in findings(test) if f.code in ("dominant", "dominated", "trap_pays", "action_untaken")]
    if told:
        yield "What a playtest calls to look at:"
        yield ""
        yield from (f"* {teller.finding(finding)}" for finding in told)
        yield ""


def missed(test: Playtest) -> Iterator[str]:
    """Yield the comparisons that never held and came nearest."""
    found = sorted((c.miss, ".".join(c.place.loc), c.place.text) for c in test.clauses if not c.held and c.miss)
    if found:
        yield "Nearest misses:"
        yield ""
        for (_, reached, needed), place, text in found[:MISSES]:
            yield f"* `{text}` ({place}): reached {reached:g}, needed {needed:g}"
        yield ""


def main() -> None:
    """Play and write the page."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--games", type=int, default=6, help="games a bot")
    asked.add_argument("--workers", type=int, default=1, help="processes; they change nothing but the time it takes")
    said = asked.parse_args()
    parts = ["\n".join(section(path, said.games, said.workers)) for path in SHIPPED]
    PAGE.write_text(HEAD.format(games=said.games) + "\n" + "\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
