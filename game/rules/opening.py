"""What a game begins with: the state before the first briefing, every list in the order of the scenario's tables."""

from game.rules.state import NOBODY, State
from game.scenario.scenario import Scenario


def opening(scenario: Scenario, seed: int) -> State:
    """Return the state before the first briefing."""
    lists = _of_people(scenario) | _of_works(scenario) | _of_the_lead(scenario) | _of_the_story(scenario)
    state = State(seed)
    vars(state).update(lists)
    return state


def _of_people(scenario: Scenario) -> dict[str, list[int]]:
    """Return what the departments and leaders begin with, by peer, leader, or row of workstreams."""
    peers, works, leaders = len(scenario.peers), len(scenario.works), len(scenario.leaders)
    return {
        "trust": [p.trust for p in scenario.peers],
        "load": [p.load for p in scenario.peers],
        "dependence": [0] * peers,
        "dulled_bulletin": [0] * peers,
        "dulled_oversight": [0] * peers,
        "entrenchment": [p.entrenchment for p in scenario.peers],
        "capacity": [p.capacity for p in scenario.peers],
        "core": [0] * peers,
        "reciprocity": [0] * peers,
        "stance": [0] * peers,
        "rung": [0] * peers,
        "replaced": [NOBODY] * peers,
        "rank": [0] * peers,
        "effort": [NOBODY] * (peers * works),
        "commit": [0] * (peers * works),
        "act": [NOBODY] * (peers * works),
        "intent": [NOBODY] * (peers * works),
        "favor": [x.favor for x in scenario.leaders],
        "belief": [0] * leaders,
        "aligned": [x.aligned for x in scenario.leaders],
        "chairs": [x.chairs for x in scenario.leaders],
        "attention": [a for x in scenario.leaders for a in x.attention],
    }


def _of_works(scenario: Scenario) -> dict[str, list[int]]:
    """Return what the workstreams and those below begin with."""
    works = len(scenario.works)
    return {
        "clarity": [w.clarity for w in scenario.works],
        "liability": [w.liability for w in scenario.works],
        "evidence": [w.evidence for w in scenario.works],
        "verify": [0] * works,
        "follow": [0] * works,
        "appraisal": [0] * works,
        "immunity": [w.immunity for w in scenario.works],
        "narrowed": [0] * works,
        "quality": [500] * works,
        "course": [0] * works,
        "real": [0] * works,
        "reported": [0] * works,
        "reported_opened": [0] * works,
        "seen": [NOBODY] * works,
        "seen_day": [NOBODY] * works,
        "owner": [w.owner for w in scenario.works],
        "agreed": [0] * works,
        "grassroots": list(scenario.grassroots),
        "coming": [0, 0, 0],
        "heat": [0, 0, 0],
        "heat_seen": [NOBODY, NOBODY],
    }


def _of_the_lead(scenario: Scenario) -> dict[str, list[int]]:
    """Return what the lead and its tables begin with."""
    tables = len(scenario.tables)
    return {
        "backlog": [200],
        "credibility": [scenario.discipline_credibility],
        "mandate": [scenario.mandate.strength],
        "momentum": [0],
        "inflation": [200],
        "parochial": [200],
        "queue": [0],
        "exit": [0],
        "deal": [NOBODY] * tables,
        "deal_how": [0] * tables,
        "offered": [NOBODY] * tables,
        "claimed": [0] * tables,
        "convened": [0] * tables,
        "pulled": [0] * len(scenario.index["lever"]),
        "unlocked": [0] * len(scenario.locks),
    }


def _of_the_story(scenario: Scenario) -> dict[str, list[int]]:
    """Return what the author's story begins with."""
    return {
        "public": [m.start for m in scenario.measures],
        "public_opened": [m.start for m in scenario.measures],
        "flags": [0] * len(scenario.flags),
        "promised": [NOBODY] * len(scenario.promises),
        "moved": [0] * len(scenario.moves),
        "fired": [0] * len(scenario.injects),
        "chosen": [NOBODY] * len(scenario.injects),
    }
