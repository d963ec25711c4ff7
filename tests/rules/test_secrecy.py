"""Two games that differ only in what a seat has not found out look alike from that seat: held for one secret at a time.

For many states along random play each undisclosed secret is changed (in the state, or in the scenario, never both), and
the seat's view, options, public scenario, explanations and forecasts must stay as they were.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import pytest

from game.rules import Action, State, explain, forecast, leaned, options, public, step, view
from game.rules.state import copy
from game.rules.view import TRUST_BANDS, band, intents_known
from game.scenario.condition import compile_condition
from game.scenario.scenario import ACTS, Line, Scenario
from game.scenario.table import Table
from game.scenario.text import Text
from tests.table import GAMES, filled, scenario_of, some, states, walk

every_game = pytest.mark.parametrize("name", GAMES)
class_games = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.long] if name.endswith("-full") else []) for name in GAMES]
)
FAKE, COOPERATE = ACTS.index("fake"), ACTS.index("cooperate")
OTHER = Text("另一个秘密", "another secret")


@dataclass(frozen=True)
class Secret:
    """One secret changed: its name, who may know it, and the game as it would be then."""

    name: str
    owners: frozenset[str]
    scenario: Scenario
    state: State


def outlook(scenario: Scenario, state: State, seat: str) -> dict[str, Any]:
    """Return everything a seat can see or ask, without forecasts."""
    seen = view(scenario, state, seat)
    found: dict[str, Any] = {"view": seen, "options": options(scenario, state, seat), "public": public(scenario, seen)}
    for what in questions(scenario, state):
        try:
            found[what] = explain(scenario, state, seat, what)
        except KeyError:
            found[what] = None
    return found


def questions(scenario: Scenario, state: State) -> list[str]:
    """Return every name `explain` may be asked for."""
    works, peers = [w.id for w in scenario.works], [p.id for p in scenario.peers]
    leaders = [x.id for x in scenario.leaders]
    per_work = ("rate", "upper", "real", "clarity", "liability", "evidence", "reported", "verify", "follow", "immunity")
    tables = [(t.id, p.seat) for t in scenario.tables for p in t.parties]
    return [
        *(f"{what}.{w}" for w in works for what in per_work),
        *(f"{what}.{p}" for p in peers for what in ("trust", "load", "dependence", "core", "reciprocity",
                                                 "entrenchment", "capacity", "file")),
        *(f"{what}.{t}.{seat}" for t, seat in tables for what in ("walkaway", "aspiration")),
        *(f"merit.{t.id}.{x}.{t.names[0]}" for t in scenario.tables for x in leaders), "mandate", "exit",
        *(f"favor.{x}" for x in leaders), *(f"belief.{x}" for x in leaders),
        *(f"attention.{x}.{w}" for x in leaders for w in works),
        *(f"heat.{tier}" for tier in ("upper", "middle", "low")), "low", "mark", "credibility", "backlog",
        *(f"grassroots.{what}" for what in ("capacity", "morale", "burden")),
        *(f"oversight.{s}.{w}" for s in ("remind", "interview", "circulate", "case", "sit_in") for w in works),
        *(f"act.{p}.{w}.{a}" for p in peers for w in works for a in ACTS),
        *(f"lean.{a.seat}.{f}.{c}" for a in state.asked for f in ("sign", "give", "send", "reply", "first", *works)
          for c in ("grant", "decline", "full", "head", "accept", "yes", *ACTS)),
    ]  # fmt: skip


def changed(state: State, **lists: tuple[int, int]) -> State:
    """Return a copy of a state with one element of each named list set."""
    new = copy(state)
    for name, (i, value) in lists.items():
        getattr(new, name)[i] = value
    return new


def within_band(value: int) -> int:
    """Return another level in the same of the five bands."""
    return next(v for v in (value + 1, value - 1) if 0 <= v <= 1000 and band(v) == band(value))


def state_secrets(scenario: Scenario, state: State) -> Iterator[Secret]:
    """Change what the state holds and nobody, or only its owner, may know."""

    def secret(name: str, new: State, *owners: str) -> Secret:
        return Secret(name, frozenset({"trainer", *owners}), scenario, new)

    moody = (*scenario.index["peer"], *scenario.index["leader"], *(a.seat for a in state.asked))
    yield secret("seed", replace(copy(state), seed=state.seed + 77), *moody)
    yield secret("fires", replace(copy(state), fires=((0, state.day + 10),)))
    yield secret("coming", changed(state, coming=(0, state.coming[0] + 50)))
    yield secret("fixed", replace(copy(state), fixed={f"{state.turn}/nobody/data/0": 3}))
    for i in range(3):
        yield secret(f"grassroots {i}", changed(state, grassroots=(i, (state.grassroots[i] + 300) % 1000)))
    for i in (1, 2):
        yield secret(f"heat {i}", changed(state, heat=(i, (state.heat[i] + 300) % 1000)))
    for i, inject in enumerate(scenario.injects):
        if state.fired[i] != 1:
            yield secret(f"passed {inject.id}", changed(state, fired=(i, 2 - state.fired[i])))
    for w, work in enumerate(scenario.works):
        yield secret(f"quality {work.id}", changed(state, quality=(w, (state.quality[w] + 300) % 1000)))
        yield secret(f"course {work.id}", changed(state, course=(w, (state.course[w] + 1) % 4)))
        yield secret(f"real {work.id}", changed(state, real=(w, (state.real[w] + 300) % 1000)))
        book = dict(state.because)
        for ledger, cause, by in (("real", "work", 9), ("reported", "padding", 55), ("reported", "work", -55)):
            book[ledger, w, cause] = book.get((ledger, w, cause), 0) + by
        yield secret(f"ledger {work.id}", replace(copy(state), because=book))
    for i, leader in enumerate(scenario.leaders):
        yield secret(f"belief {leader.id}", changed(state, belief=(i, (state.belief[i] + 300) % 1000)), leader.id)
        favor = changed(state, favor=(i, within_band(state.favor[i])))
        yield secret(f"favor {leader.id}", favor, leader.id)
    yield from peer_secrets(scenario, state)


def peer_secrets(scenario: Scenario, state: State) -> Iterator[Secret]:
    """Change what the state holds about one peer."""
    width = len(scenario.works)
    for p, peer in enumerate(scenario.peers):

        def secret(name: str, new: State, p: str = peer.id, *more: str) -> Secret:
            return Secret(f"{name} {p}", frozenset({"trainer", p, *more}), scenario, new)

        yield secret("trust", changed(state, trust=(p, within_band(state.trust[p]))))
        for stock in ("dependence", "dulled_bulletin", "dulled_oversight", "core", "entrenchment", "capacity"):
            told = ("lead",) if f"{peer.id}.{'workload' if stock == 'core' else stock}" in state.known else ()
            other = (getattr(state, stock)[p] + 300) % 1000
            yield secret(stock, changed(state, **{stock: (p, other)}), peer.id, *told)
        if f"{peer.id}.workload" not in state.known:
            yield secret("load", changed(state, load=(p, (state.load[p] + 300) % 1000)))
        asked = intents_known(scenario, state, peer)
        for w in range(width):
            at = p * width + w
            if state.act[at] in (FAKE, COOPERATE):
                yield secret("true act", changed(state, act=(at, FAKE if state.act[at] == COOPERATE else COOPERATE)))
            if state.intent[at] in (FAKE, COOPERATE):
                other = FAKE if state.intent[at] == COOPERATE else COOPERATE
                yield secret("true intent", changed(state, intent=(at, other)))
            if state.intent[at] >= 0:
                other = changed(state, intent=(at, (state.intent[at] + 1) % 5))
                yield secret("intent", other, peer.id, *(("lead",) if asked else ()))


def scenario_secrets(scenario: Scenario, state: State) -> Iterator[Secret]:
    """Change what the author wrote and the lead has not found out."""

    def secret(name: str, new: Scenario, *owners: str) -> Secret:
        return Secret(name, frozenset({"trainer", *owners}), new, state)

    always = compile_condition("turn >= 1", {"turn": turn_name()}, {})
    for p, peer in enumerate(scenario.peers):
        told = sum(1 for f in state.known if f.startswith(f"{peer.id}.told."))
        untold = tuple(r if n < told else Line(OTHER, "") for n, r in enumerate(peer.reasons))
        changes: dict[str, dict[str, Any]] = {
            "blame": {"blame": 1000 - peer.blame + 1}, "capacity": {"capacity": 1000 - peer.capacity + 1},
            "entrenchment": {"entrenchment": 1000 - peer.entrenchment + 1}, "workload": {"load": 1000 - peer.load + 1},
            "interest": {"interest": OTHER}, "redline": {"redline": OTHER, "crossed": always},
            "trust": {"trust": within_band(peer.trust)}, "reasons": {"reasons": untold},
        }  # fmt: skip
        for fact, change in changes.items():
            peers = (*scenario.peers[:p], replace(peer, **change), *scenario.peers[p + 1 :])
            knowing = (peer.id, "lead") if f"{peer.id}.{fact}" in state.known else (peer.id,)
            yield secret(f"{fact} of {peer.id}", replace(scenario, peers=peers), *knowing)
    for i, leader in enumerate(scenario.leaders):
        for name, change in {
            "preference": {"preference": OTHER}, "patience": {"patience": 1000 - leader.patience + 1},
            "favor": {"favor": within_band(leader.favor)},
        }.items():  # fmt: skip
            leaders = (*scenario.leaders[:i], replace(leader, **change), *scenario.leaders[i + 1 :])
            told_so = name != "favor" and f"{leader.id}.preference" in state.known
            knowing = (leader.id, "lead") if told_so else (leader.id,)
            yield secret(f"{name} of {leader.id}", replace(scenario, leaders=leaders), *knowing)
    for t, table in enumerate(scenario.tables):
        for what, owner, other in table_secrets(scenario, state, table):
            tables = (*scenario.tables[:t], other, *scenario.tables[t + 1 :])
            yield secret(f"{what} at {table.id}", replace(scenario, tables=tables), owner)


def table_secrets(scenario: Scenario, state: State, table: Table) -> Iterator[tuple[str, str, Table]]:
    """Change what a party of a table keeps to itself and the lead has not found out."""
    for i, party in enumerate(table.parties):
        if party.seat == "lead":
            continue
        changes: dict[str, dict[str, Any]] = {"style": {"style": "boulware" if party.style != "boulware" else "linear"}}
        if f"{party.seat}.points" not in state.known:
            points = tuple(tuple(1000 - v for v in row) for row in party.points)
            worth = tuple(sum(row[o] for row, o in zip(points, p, strict=True)) for p in table.packages)
            changes |= {"points": {"points": points, "worth": worth}, "walkaway": {"walkaway": 1000 - party.walkaway}}
        if f"{party.seat}.redline" not in state.known:
            changes["never"] = {"never": frozenset({0, 3}) ^ party.never}
        for name, change in changes.items():
            parties = (*table.parties[:i], replace(party, **change), *table.parties[i + 1 :])
            yield f"{name} of {party.seat}", party.seat, replace(table, parties=parties)
    for i, (leader, worth) in enumerate(table.rulers):
        id = scenario.leaders[leader].id
        if f"{id}.preference" not in state.known:
            other = (leader, tuple(1000 - v for v in worth))
            yield f"views of {id}", id, replace(table, rulers=(*table.rulers[:i], other, *table.rulers[i + 1 :]))


def turn_name() -> Any:
    """Return the name `turn` for a condition that always holds."""
    from game.scenario.names import number

    return number(lambda s: s.turn, 1, 40)


def hides(name: str, secrets: Callable[[Scenario, State], Iterator[Secret]], count: int, others: int) -> None:
    """Hold that the lead and some other seats see no difference they should not, in so many states of random play."""
    scenario, dice = scenario_of(name), Random(11)
    for state in some([s for s in states(name) if s.phase != "debrief"], count, 5):
        before: dict[str, dict[str, Any]] = {}
        for secret in secrets(scenario, state):
            rest = [s for s in scenario.seats[1:] if s not in secret.owners]
            for seat in ("lead", *dice.sample(rest, min(others, len(rest)))):
                if seat not in secret.owners:
                    was = before.setdefault(seat, {}) or outlook(scenario, state, seat)
                    before[seat] = was
                    after = outlook(secret.scenario, secret.state, seat)
                    leaks = [k for k, v in was.items() if after[k] != v]
                    assert not leaks, f"{seat} can tell {secret.name} by {leaks[:4]}"


@class_games
@pytest.mark.parametrize("secrets", [state_secrets, scenario_secrets], ids=["game", "author"])
def test_a_seat_cannot_tell_what_is_hidden(name, secrets):
    hides(name, secrets, 2 if name.startswith(("small", "tendering")) else 1, 1)


@pytest.mark.long
@every_game
@pytest.mark.parametrize("secrets", [state_secrets, scenario_secrets], ids=["game", "author"])
def test_no_seat_can_tell_what_is_hidden_in_many_states(name, secrets):
    hides(name, secrets, 12, 4)


@class_games
def test_a_forecast_knows_no_more_than_the_lead(name):
    scenario, dice = scenario_of(name), Random(1)
    for state in some([s for s in states(name) if s.phase == "planning"], 1, 3):
        open_now = [o for o in options(scenario, state, "lead") if o.blocked is None]
        count = 2 if name.startswith(("small", "tendering")) else 1
        actions = [filled(o, dice) for o in some(open_now, count, state.day)]
        before = [foretold(scenario, state, a) for a in actions]
        for secret in (*state_secrets(scenario, state), *scenario_secrets(scenario, state)):
            if "lead" not in secret.owners:
                after = [foretold(secret.scenario, secret.state, a) for a in actions]
                assert after == before, f"a forecast tells {secret.name}"


def foretold(scenario: Scenario, state: State, action: Action) -> Any:
    """Return the forecast of an action as the lead gets it."""
    seen = view(scenario, state, "lead")
    return forecast(public(scenario, seen), seen, action)


def test_the_secrets_are_told_to_the_trainer():
    """The tests above could not fail if the outlook showed nothing at all."""
    scenario = scenario_of("small-class")
    state = next(s for s in states("small-class") if s.phase == "planning" and s.turn == 3)
    before, blind = outlook(scenario, state, "trainer"), 0
    for secret in (*state_secrets(scenario, state), *scenario_secrets(scenario, state)):
        blind += outlook(secret.scenario, secret.state, "trainer") == before
    assert blind < 20


def test_what_a_peer_intends_is_known_of_those_just_seen_and_of_those_who_trust():
    scenario = scenario_of("small-class")
    state = changed(next(s for s in states("small-class") if s.phase == "planning" and s.turn == 3), trust=(0, 300))
    for known, trust, seen in (((), 300, False), ((), 560, True), (("build.intents.3",), 300, True),
                               (("build.intents.2",), 300, True), (("build.intents.1",), 300, False)):  # fmt: skip
        intents = view(scenario, replace(changed(state, trust=(0, trust)), known=known), "lead").peers[0].intents
        assert (None not in intents) == seen
        assert view(scenario, state, "road").peers[0].intents[0] is None


def test_trust_beyond_its_band_is_seen():
    scenario = scenario_of("small-class")
    state = states("small-class")[5]
    for low, high in zip((0, *TRUST_BANDS), (*TRUST_BANDS, 1000), strict=True):
        seen = view(scenario, changed(state, trust=(0, (low + high) // 2)), "lead")
        assert seen.peers[0].trust == band(low)


# -- what is told


@every_game
def test_faking_is_told_as_cooperating(name):
    """Answered "fake" or "cooperate", a peer's act is told alike to all but itself and the trainer."""
    scenario, tried = scenario_of(name), 0
    for state in states(name):
        if state.phase != "response" or len(state.asked) < 2 or tried > 20:
            continue
        ask = state.asked[0]
        honest = leaned(scenario, state, ask)
        told = []
        for act in ("cooperate", "fake"):
            after, events = step(scenario, state, Action(ask.seat, "answer", dict.fromkeys(honest.args, act)))
            while after.phase == "response":
                after, more = step(scenario, after, leaned(scenario, after, after.asked[0]))
                events += more
            told.append([e for e in events if e.kind in ("act", "true_act", "cause")])
        for seat in scenario.seats:
            alike = [e for e in told[0] if e.seen_by(seat)] == [e for e in told[1] if e.seen_by(seat)]
            assert alike == (seat not in (ask.seat, "trainer")), seat
        tried += 1
    assert tried


@every_game
def test_nobody_sees_an_answer_before_all_have_answered(name):
    """Responses are simultaneous: what the first peer answers changes nothing for those still asked, or the lead."""
    scenario, tried = scenario_of(name), 0
    for state in states(name):
        if state.phase != "response" or len(state.asked) < 2 or tried > 10:
            continue
        ask, other = state.asked[0], state.asked[1]
        honest = leaned(scenario, state, ask)
        seen = []
        for act in ("cooperate", "pass"):
            after, events = step(scenario, state, Action(ask.seat, "answer", dict.fromkeys(honest.args, act)))
            assert not events
            seen.append([view(scenario, after, seat) for seat in (other.seat, "lead")])
        assert seen[0] == seen[1]
        tried += 1
    assert tried


@every_game
def test_what_only_the_trainer_may_know_is_told_to_the_trainer_only(name):
    scenario = scenario_of(name)
    for seed in (1, 2):
        for stride in walk(name, seed):
            for event in stride.events:
                if event.kind in ("true_ledger", "fixed"):
                    assert event.seats == ("trainer",)
                if event.kind == "true_act":
                    assert event.seats == (event.data["peer"],)
                if "real" in event.data or "seed" in event.data:
                    assert event.seats == ("trainer",), event
                assert set(event.seats) <= set(scenario.seats)


@every_game
def test_what_a_peer_tells_the_lead_is_told_to_nobody_else(name):
    scenario, told = scenario_of(name), 0
    for seed in (1, 2, 3):
        for stride in walk(name, seed):
            for event in stride.events:
                if event.kind in ("visit", "sound"):
                    told += 1
                    knowing = {s for s in scenario.seats if event.seen_by(s)}
                    assert knowing == {"lead", event.data["target"], "trainer"}
    assert told


@every_game
def test_why_a_peer_acts_is_told_only_as_far_as_it_is_known(name):
    """The reason told with an act is the same whatever the lead has not found out about the peer."""
    scenario = scenario_of(name)
    for stride in some([s for s in walk(name, 1) if s.before.phase == "response" and len(s.before.asked) > 1], 15):
        seat = stride.action.seat
        if stride.action.kind != "answer":
            continue
        for secret in (*peer_secrets(scenario, stride.before), *scenario_secrets(scenario, stride.before)):
            if "lead" not in secret.owners:
                _, events = step(secret.scenario, secret.state, stride.action)
                assert [e for e in events if e.seen_by("lead")] == [e for e in stride.events if e.seen_by("lead")], (
                    f"{seat}'s act tells {secret.name}"
                )


@every_game
def test_why_an_action_is_blocked_tells_no_secret(name):
    """A reason speaks of energy, days, capacities and ids: nothing but what the seat's own view holds."""
    scenario = scenario_of(name)
    allowed = {"cost", "energy", "field", "capacity", "needed", "best", "limit", "move", "peer"}
    for state in states(name):
        for option in options(scenario, state, "lead"):
            whys = [option.blocked, *(b for f in option.fields for b in f.closed.values())]
            assert all(set(why.data) <= allowed for why in whys if why is not None)
