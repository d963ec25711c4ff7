"""Why a number is what it is, for one seat: the terms from the same functions the rules use, secrets merged.

`what` is a dotted name: "act.housing.data.stall", "rate.data", "upper.data", "low", "trust.housing",
"attention.xing.data", "clarity.data", "mark", "oversight.case.data", "load.housing", "public.complaints",
"walkaway.<table>.<seat>", "aspiration.<table>.<seat>", "merit.<table>.<leader>.<package>", "file.housing",
"lean.<seat>.<field>.<choice>".
"""

from collections.abc import Callable

from game.rules.bargaining.ruling import merit, rulers
from game.rules.bargaining.walkaway import aspiration, walkaway
from game.rules.deeds import QUESTIONS
from game.rules.discipline import STEPS, willing
from game.rules.ending import mark
from game.rules.group import group_heat
from game.rules.ledger import WARM, heats, rate
from game.rules.peer import act_reason
from game.rules.personnel import file_on
from game.rules.reason import Reason, mask, term, total
from game.rules.state import State
from game.rules.stock import books
from game.rules.tableview import STEP, knows_points
from game.rules.turn import knows_term
from game.rules.view import band, edges
from game.scenario.scenario import ACTS, Scenario

Maker = Callable[[Scenario, State, str, list[str]], Reason]
_SHARED = ("credibility", "mandate", "momentum", "inflation", "parochial", "queue", "exit")
_OPEN_STOCKS = ("clarity", "liability", "evidence", "reported", "verify", "follow", "appraisal", "immunity")
_BANDED = ("trust", "favor")
_ANY = (0, 1000)


def explain(scenario: Scenario, state: State, seat: str, what: str) -> Reason:
    """Return why `what` is what it is, as far as `seat` may know; KeyError for a name nothing answers to."""
    head, *rest = what.split(".")
    try:
        return _MAKERS[head](scenario, state, seat, rest)
    except (IndexError, ValueError) as error:
        raise KeyError(what) from error


def _act(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    peer, work, act = rest
    p = scenario.peer(peer)
    told = seat in (peer, "trainer") or (seat == "lead" and knows_term(scenario, state, p, "red_line"))
    reason = act_reason(scenario, state, p, scenario.work(work), ACTS.index(act), heeding=told)
    if seat in (peer, "trainer"):
        return reason
    return mask(reason, lambda name: seat == "lead" and knows_term(scenario, state, p, name), -3000, 3000)


def _rate(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    reason = rate(scenario, state, scenario.work(rest[0]))
    return reason if seat == "trainer" else mask(reason, lambda name: name != "tiers", 0, 1000)


def _upper(scenario: Scenario, state: State, _seat: str, rest: list[str]) -> Reason:
    """The heat above a workstream: the strongest attention, joined with the group's."""
    width, w = len(scenario.works), scenario.work(rest[0])
    most = max(range(len(scenario.leaders)), key=lambda i: state.attention[i * width + w])
    given, heat = state.attention[most * width + w], group_heat(scenario, state)
    overlap = term("overlap", -(given * heat // 1000))
    return total("upper", [term(f"attention.{scenario.leaders[most].id}", given), term("group", heat), overlap])


def _heat(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    """One of the three thermometers, as the mean over the workstreams (a trainer sees all; others what was seen)."""
    i = ("upper", "middle", "low").index(rest[0])
    if i == 0:
        whole = sum(w.weight for w in scenario.works)
        parts = [_upper(scenario, state, seat, [w.id]) for w in scenario.works]
        minded = sum(r.value * w.weight for w, r in zip(scenario.works, parts)) // whole
        terms = [
            term(f"work.{w.id}", r.value * w.weight * 1000 // (whole * (minded + WARM)))
            for w, r in zip(scenario.works, parts)
        ]
        gap = heats(scenario, state)[0] - sum(t.value for t in terms)
        return total("upper", [*terms, term("rounding", gap)] if gap else terms)
    if seat == "trainer":
        return total(rest[0], [term("now", state.heat[i])])
    seen = state.heat_seen[i - 1]
    if seen < 0:
        return mask(total(rest[0], [term("now", 0)]), lambda _name: False, 0, 1000)
    return total(rest[0], [term("as_last_seen", seen)])


def _stock(stock: str, kind: str) -> Maker:
    """Return a maker that opens a stock's books; hidden ones only to the seat itself and the trainer.

    Trust and goodwill lie in the band everybody sees.
    """

    def maker(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
        i = scenario.index[kind][rest[0]]
        reason = books(scenario, state, stock, i)
        if stock in _OPEN_STOCKS and stock != "reported":
            return reason
        if stock == "reported":
            return total(stock, [term("reported", reason.value)]) if seat != "trainer" else reason
        if seat in (rest[0], "trainer"):
            return reason
        return _directions(reason, edges(band(reason.value)) if stock in _BANDED else _ANY)

    return maker


_OPEN_CAUSES = frozenset({
    "visit", "promise_kept", "promise_broken", "bulletin", "praised", "unannounced", "named_unasked", "oversight",
    "honest_plan", "good_news", "complaint", "exposed", "group_refused", "asked_too_much", "deal", "overruled",
    "no_notice", "helped", "favor_done", "turned_away", "new_head", "chill", "dissuaded", "went_along", "backstop",
})  # fmt: skip


def _load(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    """A department's burden: its start and how far it moved, to a lead who found it out; its causes stay its own."""
    i = scenario.index["peer"][rest[0]]
    reason = books(scenario, state, "load", i)
    if seat in (rest[0], "trainer"):
        return reason
    if seat == "lead" and f"{rest[0]}.workload" in state.known:
        first = reason.terms[0]
        return total("load", [first, term("since", reason.value - first.value)])
    return _directions(reason)


def _public(scenario: Scenario, state: State, _seat: str, rest: list[str]) -> Reason:
    """How much of the way from its start to its goal a public outcome has gone, ‰; open to everybody."""
    i = scenario.index["public"][rest[0]]
    measure = scenario.measures[i]
    span = measure.goal - measure.start
    return total("public", [term("since", (state.public[i] - measure.start) * 1000 // span if span else 0)], 0, 1000)


def _directions(reason: Reason, whole: tuple[int, int] = _ANY) -> Reason:
    """Return a hidden stock's books as one may know them: what one did oneself, up or down, but not by how much.

    `whole` is the band it is seen to lie in, ‰.
    """
    seen = tuple(
        Reason(t.name, 0, band=(0, 1000) if t.value > 0 else (-1000, 0)) for t in reason.terms if t.name in _OPEN_CAUSES
    )
    return Reason(reason.name, 0, "sum", (*seen, Reason("unknown", 0, band=(0, 1000))), band=whole)


def _real(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    w = scenario.work(rest[0])
    if seat == "trainer":
        return books(scenario, state, "real", w)
    if state.seen[w] >= 0:
        return total("real", [term("as_last_seen", state.seen[w])])
    return mask(total("real", [term("now", 0)]), lambda _name: False, 0, 1000)


def _attention(scenario: Scenario, state: State, _seat: str, rest: list[str]) -> Reason:
    i = scenario.leader(rest[0]) * len(scenario.works) + scenario.work(rest[1])
    return books(scenario, state, "attention", i)


def _single(stock: str) -> Maker:
    return lambda scenario, state, _seat, _rest: books(scenario, state, stock, 0)


def _backlog(scenario: Scenario, state: State, seat: str, _rest: list[str]) -> Reason:
    """The lead's own work left undone: its own affair."""
    reason = books(scenario, state, "backlog", 0)
    return reason if seat in ("lead", "trainer") else mask(reason, lambda _name: False, 0, 1000)


def _mark(scenario: Scenario, state: State, seat: str, _rest: list[str]) -> Reason:
    """The final mark: shown to everybody once the game is over, before that to the trainer alone."""
    reason = mark(scenario, state)
    over = state.phase == "debrief" or seat == "trainer"
    return reason if over else mask(reason, lambda name: name == "public", 0, 1000)


def _oversight(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    kind, work = rest
    if kind not in STEPS:
        raise KeyError(kind)
    reason = willing(scenario, state, kind, scenario.work(work))
    return reason if seat == "trainer" else mask(reason, lambda name: name != "mood", -1000, 1500)


def _lean(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    asked, field, choice = rest
    ask = next((a for a in state.asked if a.seat == asked), None)
    if ask is None or seat not in (asked, "trainer"):
        raise KeyError(".".join(rest))
    score = QUESTIONS[ask.kind].leaning(scenario, state, ask)[field][choice]
    if ask.kind == "respond":
        return _act(scenario, state, seat, [asked, field, choice])
    return total(choice, [term("leaning", score)])


def _walkaway(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    """A party's walk-away value: exact to itself and the trainer, the range of its points to a lead who has them."""
    t = scenario.index["table"][rest[0]]
    i = _party(scenario, t, rest[1])
    if seat in (rest[1], "trainer"):
        return walkaway(scenario, state, t, i)
    least = scenario.tables[t].parties[i].walkaway
    start = least // STEP * STEP
    known = knows_points(state.known, seat, rest[1])
    terms = (Reason("points", 0, band=(start, start + STEP)),) if known else ()
    return Reason("walkaway", 0, "sum", (*terms, Reason("unknown", 0, band=(0, 1000))), band=(0, 1000))


def _aspiration(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    """What a party holds out for now: its own affair."""
    t = scenario.index["table"][rest[0]]
    reason = aspiration(scenario, state, t, _party(scenario, t, rest[1]))
    return reason if seat in (rest[1], "trainer") else mask(reason, lambda _name: False, 0, 1000)


def _party(scenario: Scenario, t: int, seat: str) -> int:
    i = scenario.tables[t].party(seat)
    if i < 0:
        raise KeyError(seat)
    return i


def _merit(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    """How a leader scores a package put up for a ruling; the preference counts as known once the leader has told it."""
    t, leader = scenario.index["table"][rest[0]], scenario.leader(rest[1])
    if leader not in rulers(scenario, t):
        raise KeyError(rest[1])
    reason = merit(scenario, state, leader, t, scenario.tables[t].names.index(rest[2]), 0)
    if seat in (rest[1], "trainer"):
        return reason
    return mask(reason, lambda name: name in ("evidence", "cosigned") and seat == "lead", 0, 3000)


def _file(scenario: Scenario, state: State, seat: str, rest: list[str]) -> Reason:
    """The file for a change of head: all but the decider's mood is on the table."""
    reason = file_on(scenario, state, scenario.peer(rest[0]))
    return reason if seat == "trainer" else mask(reason, lambda name: name != "mood", 0, 3000)


_MAKERS: dict[str, Maker] = {
    "act": _act,
    "rate": _rate,
    "upper": _upper,
    "heat": _heat,
    "real": _real,
    "attention": _attention,
    "mark": _mark,
    "oversight": _oversight,
    "lean": _lean,
    "walkaway": _walkaway,
    "aspiration": _aspiration,
    "merit": _merit,
    "file": _file,
    **{stock: _single(stock) for stock in _SHARED},
    "backlog": _backlog,
    "trust": _stock("trust", "peer"),
    "load": _load,
    "public": _public,
    "core": _stock("core", "peer"),
    "reciprocity": _stock("reciprocity", "peer"),
    "entrenchment": _stock("entrenchment", "peer"),
    "capacity": _stock("capacity", "peer"),
    "aligned": lambda scenario, state, _seat, rest: books(scenario, state, "aligned", scenario.leader(rest[0])),
    "favor": _stock("favor", "leader"),
    **{stock: _stock(stock, "workstream") for stock in _OPEN_STOCKS},
}
