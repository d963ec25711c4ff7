"""What a game was: its ending and mark, the ledgers as they really stood, the turns that mattered, each peer's side.

Data only: the words are `telling`'s. Reads a finished game's moments; nothing is hidden from a debrief.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.rules import Action, Reason, State
from game.rules.bargaining.bond import side_worth
from game.rules.bargaining.deal import open_packages
from game.rules.bargaining.walkaway import walkaway
from game.rules.ending import mark, parts
from game.rules.ledger import overall
from game.rules.peer import red_line_crossed
from game.scenario.names import DEAL_STATES
from game.scenario.scenario import ACTS, Scenario
from game.scenario.text import Text
from game.scenario.zone import smallest_change, without_red_lines
from game.session.replay import Moment
from game.study.whatif import plan_of, rerun, without_turn


@dataclass(frozen=True, slots=True)
class Fork:
    """A turn that mattered: what the lead did in it, and by how much the mark (‰) differs without it."""

    turn: int
    actions: tuple[Action, ...]
    worth: int


@dataclass(frozen=True, slots=True)
class Side:
    """A peer's side of the story: trust and load at start and end (‰), how often it chose each act, its promises.

    `crossed` tells whether its red line was crossed at any time.
    """

    peer: str
    trust: tuple[int, int]
    acts: tuple[int, ...]
    kept: int
    broken: int
    load: tuple[int, int]
    crossed: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One turn's end: real and reported progress, the three heats, trust's mean, oversight's credibility; all ‰.

    `line` is the recording's line that closed the turn.
    """

    turn: int
    day: int
    real: int
    reported: int
    heat: tuple[int, int, int]
    trust: int
    credibility: int
    public: tuple[int, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Ended:
    """How a table ended (`DEAL_STATES`) and on what package (-1: still open).

    For one nobody agreed on, `change` is the package that would have needed least at the end, with how far each party's
    walk-away value was above it (‰); None where red lines or locks leave no package.
    """

    table: str
    how: str
    package: int
    change: tuple[int, tuple[int, ...]] | None


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything the debrief shows of one game; `forks` are the three turns that mattered most, in order of play.

    `asked` are the author's questions that fit what happened.
    """

    ending: str
    mark: Reason
    parts: dict[str, int]
    points: tuple[Point, ...]
    forks: tuple[Fork, ...]
    sides: tuple[Side, ...]
    tables: tuple[Ended, ...]
    uses: int
    asked: tuple[Text, ...]


def debrief(scenario: Scenario, moments: Sequence[Moment]) -> Debrief:
    """Return the debrief of a game; one that is not over yet is judged as it stands."""
    last = moments[-1].state
    return Debrief(
        last.ending,
        mark(scenario, last),
        parts(scenario, last),
        tuple(_points(scenario, moments)),
        _forks(scenario, moments),
        tuple(_side(scenario, moments, p) for p in range(len(scenario.peers))),
        tuple(ended(scenario, last, t) for t in range(len(scenario.tables))),
        last.uses,
        tuple(q.text for q in scenario.questions if q.when is None or q.when.test(last)),
    )


def ends(moments: Sequence[Moment]) -> list[Moment]:
    """Return the moments at the start of a game and at the end of every turn."""
    found = [moments[0]]
    for before, after in pairwise(moments):
        if after.state.turn != before.state.turn or (after.state.phase == "debrief" != before.state.phase):
            found.append(after)
    return found


def _points(scenario: Scenario, moments: Sequence[Moment]) -> list[Point]:
    """Return the start and the end of every turn."""
    found = []
    for n, moment in enumerate(ends(moments)):
        s = moment.state
        found.append(Point(
            n, s.day, overall(scenario, s.real), overall(scenario, s.reported), (s.heat[0], s.heat[1], s.heat[2]),
            sum(s.trust) // len(s.trust), s.credibility[0], tuple(s.public), moment.line,
        ))  # fmt: skip
    return found


def _forks(scenario: Scenario, moments: Sequence[Moment]) -> tuple[Fork, ...]:
    """Return the three turns whose plan changed the mark most, against the same game without that turn's plan.

    None where the lead's plan alone does not lead to the same end: people sat at other seats, or a trainer acted.
    """
    plan, seed = plan_of(moments), moments[0].state.seed
    whole = mark(scenario, rerun(scenario, seed, plan)).value
    if whole != mark(scenario, moments[-1].state).value:
        return ()
    found = []
    for turn in sorted({t for t, _ in plan}):
        own = tuple(a for t, a in plan if t == turn and a.kind not in ("answer", "end_turn"))
        if own:
            worth = whole - mark(scenario, without_turn(scenario, seed, plan, turn)).value
            found.append(Fork(turn, own, worth))
    found.sort(key=lambda f: -abs(f.worth))
    return tuple(sorted(found[:3], key=lambda f: f.turn))


def _side(scenario: Scenario, moments: Sequence[Moment], peer: int) -> Side:
    """Return one peer's side: what it did, and what became of what it was promised."""
    id, last = scenario.peers[peer].id, moments[-1].state
    chosen: Counter[str] = Counter()
    for moment in moments:
        action = moment.action
        if action is not None and action.seat == id and action.kind == "answer":
            chosen.update(v for k, v in action.args.items() if k in scenario.index["workstream"] and v in ACTS)
    mine = [state for p, state in zip(scenario.promises, last.promised, strict=True) if p.to == peer]
    return Side(
        id, (scenario.peers[peer].trust, last.trust[peer]), tuple(chosen[a] for a in ACTS),
        mine.count(1), mine.count(2),
        (moments[0].state.load[peer], last.load[peer]),
        any(red_line_crossed(scenario, m.state, peer, work) for m in moments for work in range(len(scenario.works))),
    )  # fmt: skip


def ended(scenario: Scenario, last: State, t: int) -> Ended:
    """Return how one table ended; what was promised to a party and kept counts towards what it could live with."""
    table, how = scenario.tables[t], DEAL_STATES[last.deal_how[t]]
    change = None
    if how == "fallback":
        able = without_red_lines(table) & frozenset(open_packages(scenario, last, t))
        least = [
            max(0, walkaway(scenario, last, t, i).value - side_worth(scenario, last, t, party.seat))
            for i, party in enumerate(table.parties)
        ]
        found = smallest_change(table, least, able)
        change = None if found is None else (found.package, found.short)
    return Ended(table.id, how, last.deal[t], change)
