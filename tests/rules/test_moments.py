"""The five moments of play that the rules must be able to produce, each by a line of play in a shipped scenario."""

from dataclasses import dataclass, field
from functools import cache

import pytest

from game.rules import Action, Event, State, check, leaned, options, start, step
from game.rules.ledger import overall
from game.rules.state import Consent, copy
from game.scenario.scenario import ACTS, Scenario
from tests.table import scenario_of

SEEDS = range(1, 41)
HOLDING = {ACTS.index(a) for a in ("minimal", "stall", "pass")}
JOINT = {"wording": "joint"}
INSPECT = ("inspect", {"work": "rectify", "way": "quiet"})
VISIT = ("visit", {"target": "transport"})


@dataclass
class Tale:
    """A line of play as it went: the states in which a turn closed, and every event with its turn."""

    scenario: Scenario
    state: State
    turns: list[State] = field(default_factory=list)
    events: list[tuple[int, Event]] = field(default_factory=list)

    def told(self, kind):
        """Return the events of a kind, with their turns."""
        return [(turn, e.data) for turn, e in self.events if e.kind == kind]

    def do(self, action):
        """Do one action and let everybody asked but the lead answer as the model does."""
        self._step(action)
        while self.state.asked and self.state.asked[0].seat != "lead":
            self._step(leaned(self.scenario, self.state, self.state.asked[0]))

    def _step(self, action):
        before = self.state
        self.state, events = step(self.scenario, before, action)
        self.events += [(before.turn, e) for e in events]
        if self.state.turn != before.turn or self.state.phase == "debrief":
            self.turns.append(before)


def tale(name, seed, script, answers=None, turns=99):
    """Play a script, by turn; what is put to the lead is answered as told by inject id, else by the first choice."""
    scenario = scenario_of(name)
    found = Tale(scenario, start(scenario, seed)[0])
    while found.state.phase != "debrief" and found.state.turn <= turns:
        if found.state.asked:
            found.do(_answer(found, answers or {}))
            continue
        for kind, args in script.get(found.state.turn, ()):
            action = Action("lead", kind, args)
            found.state = copy(found.state)
            found.state.energy = 12
            if not found.state.asked and check(scenario, found.state, action) is None:
                found.do(action)
        if not found.state.asked:
            found.do(Action("lead", "end_turn"))
    return found


def _answer(found, answers):
    option, ask = options(found.scenario, found.state, "lead")[0], found.state.asked[0]
    name = option.fields[0].name
    wanted = answers.get(ask.get("inject") or ask.kind)
    return option.fill(**{name: wanted if wanted in option.fields[0].choices else option.fields[0].choices[0]})


def held_back(states, peer, work):
    """Tell whether a peer held back in a workstream in each of these turns."""
    acts = [s.act[peer * (len(s.act) // len(s.trust)) + work] for s in states]
    return all(a in HOLDING for a in acts)


@cache
def minutes(seed):
    everybody = ["housing", "transport", "water", "exchange", "audit"]
    chaired = [("chair", {"leader": "xing"}), ("consult", {"works": ["data"], "attendees": everybody, **JOINT})]
    return tale("tendering_reform-full", seed, {5: chaired}, turns=6)


def test_the_minutes_bring_the_bureau_that_stalled_to_the_telephone():
    for seed in SEEDS:
        found = minutes(seed)
        quoted = any(p.kind == "minutes" and p.sentence for p in found.state.papers)
        for turn, call in found.told("condition"):
            peer = found.scenario.peer(call["peer"])
            if quoted and turn == 6 and held_back(found.turns[1:5], peer, found.scenario.work("data")):
                assert call["package"] in found.scenario.tables[0].names
                return
    pytest.fail("nobody who stalled for four turns called after the minutes")


def test_the_perfect_ledger_is_found_out_after_the_leader_has_quoted_it():
    scenario = scenario_of("lagging_bureau-full")
    leader, work = scenario.leaders[scenario.in_charge].id, scenario.work("rectify")
    target = scenario.peers[scenario.works[work].parties[0]].id
    hot = [
        ("appraise", {"work": "rectify"}),
        ("duties", {"work": "rectify", "owner": target, "signer": "", "clause": "accountability"}),
        ("bulletin", {"tone": "rank", "reach": "public"}),
        ("discipline", {"work": "rectify", "target": target, "step": "interview"}),
        ("report", {"leader": leader, "work": "rectify", "tone": "good_news"}),
    ]
    found = tale("lagging_bureau-full", 1, {**dict.fromkeys(range(1, 8), hot), 8: [INSPECT]}, turns=8)
    ((_, seen),) = found.told("inspect")
    assert seen["found"] * 10 <= seen["reported"] * 3, "three of ten"
    quoted = found.turns[6].belief[scenario.in_charge]
    assert quoted >= overall(scenario, found.turns[6].reported), "the leader has quoted the ledger"
    assert quoted >= 1.5 * overall(scenario, found.turns[6].real)


def test_a_promise_comes_due_when_the_inspectors_want_the_very_section_stopped():
    script = {1: [VISIT, VISIT], 2: [VISIT], 3: [VISIT, ("move", {"move": "no_stop_pledge"})]}
    ends = {}
    for reply in ("stop", "stand"):
        found = tale("tendering_reform-full", 3, script, {"inspectors_stop": reply})
        promise = found.scenario.index["promise"]["no_stoppage"]
        assert found.state.fired[found.scenario.index["inject"]["inspectors_stop"]]
        ends[reply] = found.state.promised[promise]
    assert ends["stop"] != ends["stand"]


def test_discipline_steps_back_and_two_bureaus_stop_unless_all_is_handed_over():
    steps = [("discipline", {"work": "clues", "target": peer, "step": "remind"}) for peer in ("housing", "transport")]
    script = dict.fromkeys(range(1, 5), steps)
    stopped = {}
    for reply in ("see_them_off", "hand_over"):
        found = tale("tendering_reform-full", 3, script, {"discipline_leaves": reply})
        fired = found.state.fired
        assert fired[found.scenario.index["inject"]["discipline_leaves"]]
        stopped[reply] = bool(fired[found.scenario.index["inject"]["two_stop"]])
    assert stopped == {"see_them_off": True, "hand_over": False}


def test_the_weak_bureau_wins_its_middle_site_against_the_leaders_own_preference():
    won = {}
    for cosigned in (False, True):
        found = tale("clinic_relocation-full", 3, {}, turns=3)
        table = found.scenario.tables[0]
        names = ["middle+outpost+nothing", "middle+outpost+wheels"] if cosigned else ["middle+outpost+nothing"]
        while found.state.asked:
            found.do(Action("trainer", "skip"))
        found.state = copy(found.state)
        found.state.energy, found.state.unlocked = 12, [1] * len(found.state.unlocked)
        found.state.consents = _words(table, names) if cosigned else ()
        found.do(Action("lead", "escalate", {"table": table.id, "leader": "qin", "packages": names}))
        won[cosigned] = found.told("ruling")[-1][1]["ruling"]
    assert won[False].startswith("shigu_site"), "alone, the leader prefers the town he looks after"
    assert won[True].startswith("middle")


def _words(table, names):
    return tuple(Consent(0, table.names.index(n), p.seat, 60) for n in names for p in table.parties if p.seat != "lead")
