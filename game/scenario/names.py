"""The names a `when:` may read, each with its type, range and how it is read from a state.

Knows the *shape* of a state (field names, ‰), not the rules that change it. Levels read as 0–100,
outcomes in their unit.
"""

from collections.abc import Callable, Mapping
from itertools import product
from math import prod
from operator import attrgetter
from typing import Any

from game.scenario.bargain import Table
from game.scenario.condition import Name
from game.scenario.expression import LEVEL, Place
from game.scenario.schema import ScenarioFile

DEEDS = (
    "visit", "sound", "data", "consult", "duties", "bulletin", "report", "chair", "group", "dissolve", "inspect",
    "discipline", "personnel", "support", "reserve", "move", "offer", "convene", "escalate", "authorize", "appraise",
    "follow_up", "help", "diagnose",
)  # fmt: skip
GROUP_STATES = ("none", "standing", "paper", "dissolved", "rules")
DEAL_STATES = ("none", "agreed", "ruled", "fallback")
RUNGS = ("none", "remind", "interview", "circulate", "case", "change")
COURSES = ("waiting", "moving", "stalled", "done")
STANCES = ("watching", "engaged", "committed", "resisting")
PROMISE_STATES = ("none", "open", "kept", "broken")
FACTS = ("interest", "redline", "workload", "blame", "capacity", "entrenchment", "intents", "points")


def ids(file: ScenarioFile) -> dict[str, tuple[str, ...]]:
    """Return the declared ids by kind of record, as `Ref` marks name them."""
    return {
        "peer": tuple(file.peers), "leader": tuple(file.leaders), "workstream": tuple(file.workstreams),
        "public": tuple(file.public), "flag": tuple(file.flags), "promise": tuple(file.promises),
        "move": tuple(file.moves), "inject": tuple(file.injects), "ending": tuple(file.endings),
        "expect": tuple(file.expect),
        "table": tuple(file.tables), "lever": tuple(x for table in file.tables.values() for x in table.levers),
        "seat": ("lead", *file.peers, *file.leaders, "office"),
        "site": tuple(file.map.sites) if file.map else (),
        "deed": DEEDS,
        "option": (*file.moves, *(deed for deed in DEEDS if deed != "move" and deed not in file.moves)),
    }  # fmt: skip


def names(file: ScenarioFile) -> Mapping[str, Name]:
    """Return every name a condition of this scenario may read."""
    found: dict[str, Name] = {}
    table = ids(file)
    last = max(length.turns * length.days for length in file.lengths.values())
    for plain, high in (("turn", 40), ("day", last), ("reserve", 2)):
        found[plain] = number(attrgetter(plain), 0, high)
    found["energy"] = number(attrgetter("energy"), 0, 12, Place("energy", None))
    found["backlog"] = level("backlog", 0)
    for single in ("mandate", "exit", "momentum", "inflation", "parochial"):
        found[single] = level(single, 0)
    found["deals"] = number(lambda s: sum(how in (1, 2) for how in s.deal_how), 0, 3)
    found["handoffs"] = number(lambda s: s.tally.get("handoff", 0), 0, 10_000)
    found["discipline.queue"] = level("queue", 0)
    found["discipline.credibility"] = level("credibility", 0)
    found["discipline.uses"] = number(attrgetter("uses"), 0, 40)
    found["minutes.quoted"] = number(lambda s: sum(p.kind == "minutes" and p.sentence for p in s.papers), 0, 40)
    found["minutes.joint"] = number(lambda s: sum(p.wording == "joint" for p in s.papers), 0, 40)
    firm = ("joint", "support")
    found["minutes.firm"] = number(lambda s: sum(p.kind == "minutes" and p.wording in firm for p in s.papers), 0, 40)
    found["group"] = Name("choice", lambda s: s.group.stage if s.group else "none", None, None, GROUP_STATES)
    for i, tier in enumerate(("upper", "middle", "low")):
        found[f"heat.{tier}"] = level("heat", i)
    for i, what in enumerate(("capacity", "morale", "burden")):
        found[f"grassroots.{what}"] = level("grassroots", i)
    for field, kind in _LEVELS.items():
        for i, id in enumerate(table[kind]):
            found[f"{field}.{id}"] = level(field, i)
    for ledger in ("real", "reported"):
        found[f"progress.{ledger}"] = number(_mean(ledger, [w.weight for w in file.workstreams.values()]), 0, 100)
    _rows(found, table)
    _records(found, file, table)
    return found


_LEVELS = {
    "trust": "peer", "load": "peer", "dependence": "peer", "real": "workstream", "reported": "workstream",
    "clarity": "workstream", "evidence": "workstream", "liability": "workstream", "favor": "leader",
    "core": "peer", "reciprocity": "peer", "entrenchment": "peer", "capacity": "peer", "aligned": "leader",
    "quality": "workstream", "verify": "workstream", "follow": "workstream", "appraisal": "workstream",
    "immunity": "workstream",
}  # fmt: skip


def number(read: Callable[[Any], float], low: float, high: float, place: Place | None = None) -> Name:
    """Make a numeric name read by `read`, within low–high, kept at `place` if at one."""
    return Name("number", read, low, high, (), place)


def level(field: str, i: int) -> Name:
    """Make a name for element `i` of a ‰ list of the state, read as 0–100."""
    get = attrgetter(field)
    return number(lambda s: get(s)[i] / 10, 0, 100, Place(field, i, LEVEL))


def _mean(field: str, weights: list[int]) -> Callable[[Any], float]:
    """Return a reader of the weighted mean of a ‰ list, as 0–100."""
    get, total = attrgetter(field), 10 * sum(weights)
    return lambda s: sum(v * w for v, w in zip(get(s), weights, strict=True)) / total


def _rows(found: dict[str, Name], table: Mapping[str, tuple[str, ...]]) -> None:
    """Add the names read from rows over workstreams: attention, commitment, acts."""
    works, width = table["workstream"], len(table["workstream"])
    for i, leader in enumerate(table["leader"]):
        found[f"attention.{leader}"] = number(_peak("attention", i * width, width), 0, 100)
    for i, peer in enumerate(table["peer"]):
        found[f"commit.{peer}"] = number(_peak("commit", i * width, width), 0, 100)
        found[f"effort.{peer}"] = number(_given("effort", i * width, width), 0, 100)
        for j, work in enumerate(works):
            found[f"effort.{peer}.{work}"] = number(_given("effort", i * width + j, 1), 0, 100)
            found[f"act.{peer}.{work}"] = _choice("act", i * width + j, _ACT_WORDS)


_ACT_WORDS = ("none", "cooperate", "minimal", "stall", "pass", "fake")


def _peak(field: str, start: int, width: int) -> Callable[[Any], float]:
    """Return a reader of the largest value of a slice of a ‰ list, as 0–100."""
    get = attrgetter(field)
    return lambda s: max(get(s)[start : start + width]) / 10


def _given(field: str, start: int, width: int) -> Callable[[Any], float]:
    """Return a reader of the mean of those values of a slice that are given (not −1), as 0–100."""
    get = attrgetter(field)

    def read(s: Any) -> float:
        values = [v for v in get(s)[start : start + width] if v >= 0]
        return float(sum(values) / len(values) / 10) if values else 0.0

    return read


def _choice(field: str, i: int, words: tuple[str, ...]) -> Name:
    """Make a name for element `i` of a list of small numbers, read as words; -1 is the first word."""
    get = attrgetter(field)
    return Name("choice", lambda s: words[get(s)[i] + 1], None, None, words)


def _records(found: dict[str, Name], file: ScenarioFile, table: Mapping[str, tuple[str, ...]]) -> None:
    """Add the names of flags, promises, moves, injects, outcomes, counts and knowledge."""
    for i, flag in enumerate(table["flag"]):
        found[f"flag.{flag}"] = Name("bool", _item_is("flags", i), None, None, (), Place("flags", i))
    for i, lever in enumerate(table["lever"]):
        found[f"lever.{lever}"] = number(_item("pulled", i), 0, 100, Place("pulled", i))
    _deals(found, file)
    for i, promise in enumerate(table["promise"]):
        found[f"promise.{promise}"] = _choice("promised", i, PROMISE_STATES)
    for i, move in enumerate(table["move"]):
        found[f"done.{move}"] = number(_item("moved", i), 0, 20, Place("moved", i))
    for i, (id, inject) in enumerate(file.injects.items()):
        found[f"fired.{id}"] = Name("bool", _item_is("fired", i), None, None, ())
        if inject.choices:
            found[f"chosen.{id}"] = _choice("chosen", i, ("none", *inject.choices))
    for i, (id, measure) in enumerate(file.public.items()):
        found[f"public.{id}"] = number(_scaled("public", i), measure.low, measure.high, Place("public", i, 1000))
    for deed in DEEDS:
        found[f"count.{deed}"] = number(_count(deed), 0, 200)
    for act in _ACT_WORDS[1:]:
        found[f"share.{act}"] = number(_share(act), 0, 100)
    for tier in ("upper", "middle", "low"):
        found[f"tier.{tier}"] = number(_tallied(f"tier.{tier}"), 0, 100)
    for end in ("top", "bottom"):
        found[f"effort.{end}"] = number(_tallied(f"effort.{end}"), 0, 100)
    found["cooperation"] = number(_supplied, 0, 100)
    for i, work in enumerate(table["workstream"]):
        found[f"course.{work}"] = _stage("course", i, COURSES)
    for i, peer in enumerate(table["peer"]):
        found[f"rung.{peer}"] = _stage("rung", i, RUNGS)
        found[f"rank.{peer}"] = number(_item("rank", i), 0, 12)
        found[f"stance.{peer}"] = _stage("stance", i, STANCES)
        for fact in FACTS:
            found[f"known.{peer}.{fact}"] = Name("bool", _knows(f"{peer}.{fact}"), None, None, ())


def _deals(found: dict[str, Name], file: ScenarioFile) -> None:
    """Add the names of what the tables have come to: how, and each issue's option in force."""
    for t, (id, table) in enumerate(file.tables.items()):
        found[f"deal.{id}"] = Name("choice", _word("deal_how", t, DEAL_STATES), None, None, DEAL_STATES)
        found[f"worth.{id}"] = number(_worth(t, table), 0, 100)
        sizes = [len(issue.options) for issue in table.issues.values()]
        for i, (issue, given) in enumerate(table.issues.items()):
            words = ("none", *given.options)
            found[f"deal.{id}.{issue}"] = Name("choice", _settled(t, i, sizes, words), None, None, words)


def _worth(t: int, table: Table) -> Callable[[Any], float]:
    """Return a reader of what the package in force is worth to the lead, 0–100 (0 while there is none)."""
    points = table.parties["lead"].points if "lead" in table.parties else {}
    worth = [sum(p) for p in product(*(points.get(issue, []) for issue in table.issues))]
    return lambda s: worth[s.deal[t]] if s.deal[t] >= 0 else 0.0


def _settled(t: int, i: int, sizes: list[int], words: tuple[str, ...]) -> Callable[[Any], str]:
    """Return a reader of the option in force on an issue: packages are numbered with the last issue running fastest."""
    below = prod(sizes[i + 1 :])
    return lambda s: words[s.deal[t] // below % sizes[i] + 1] if s.deal[t] >= 0 else words[0]


def _stage(field: str, i: int, words: tuple[str, ...]) -> Name:
    """Make a name for a stage of a life cycle, kept as its number among `words`."""
    return Name("choice", _word(field, i, words), None, None, words, Place(field, i))


def _word(field: str, i: int, words: tuple[str, ...]) -> Callable[[Any], str]:
    get = attrgetter(field)
    return lambda s: words[get(s)[i]]


def _share(act: str) -> Callable[[Any], float]:
    """Return a reader of the share of all acts so far that were `act`, as 0–100."""
    return lambda s: 100 * s.tally.get(act, 0) / max(1, s.tally.get("acts", 0))


def _tallied(key: str) -> Callable[[Any], float]:
    return lambda s: float(s.tally.get(key, 0) / 10)


def _supplied(s: Any) -> float:
    """Read the share of the required effort that was supplied so far, as 0–100."""
    return float(s.tally.get("effort", 0) / max(1, s.tally.get("acts", 0)) / 10)


def _item(field: str, i: int) -> Callable[[Any], int]:
    get = attrgetter(field)
    return lambda s: int(get(s)[i])


def _item_is(field: str, i: int) -> Callable[[Any], bool]:
    get = attrgetter(field)
    return lambda s: get(s)[i] == 1


def _scaled(field: str, i: int) -> Callable[[Any], float]:
    get = attrgetter(field)
    return lambda s: float(get(s)[i] / 1000)


def _count(deed: str) -> Callable[[Any], int]:
    return lambda s: int(s.counts.get(deed, 0))


def _knows(fact: str) -> Callable[[Any], bool]:
    return lambda s: fact in s.known
