"""Making offers: one to one, or to the whole table in a joint consultation (M41, M43–M46, M58; play.md).

An offer is a package, with a promise to the other side if one is made. A party accepts, names the package it could live
with, or refuses and names one issue. In joint talks two packages can be put; three such meetings a table.
"""

from game.rules.action import Blocked
from game.rules.bargaining.deal import (
    claim,
    consent,
    consenting,
    nothing_open,
    open_names,
    open_packages,
    open_tables,
    withdraw,
)
from game.rules.bargaining.walkaway import gains
from game.rules.deed import Args, Deed, Field, Leaning, Play, Question
from game.rules.effect import run
from game.rules.leader import shadow
from game.rules.luck import luck
from game.rules.meeting import SENDS, sends
from game.rules.once import once
from game.rules.promise import still_meant
from game.rules.state import Ask, State
from game.rules.stock import shift
from game.scenario.effect import Effect
from game.scenario.scenario import Scenario
from game.scenario.table import Table

REPLIES = ("accept", "counter", "refuse")
YES_NO = ("yes", "no")
TOO_MANY_ISSUES = 3
_NEVER = -100_000
_ALOOF = 350
_GIVEN = 1000
"""How a party leans to a package it has given its word for: the word stands."""


def _packages(scenario: Scenario, unlocked: tuple[int, ...]) -> dict[str, tuple[str, ...]]:
    return {table.id: open_names(scenario, unlocked, t) for t, table in enumerate(scenario.tables)}


def _offer_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return _to_offer(scenario, open_tables(state), tuple(state.unlocked), _promises(scenario, state))


@once
def _to_offer(
    scenario: Scenario, open_now: tuple[int, ...], unlocked: tuple[int, ...], promises: tuple[int, ...]
) -> tuple[Field, ...]:
    tables = tuple(scenario.tables[t].id for t in open_now)
    seats = {table.id: tuple(p.seat for p in table.parties if p.seat != "lead") for table in scenario.tables}
    packages = _packages(scenario, unlocked)
    targets = tuple(dict.fromkeys(s for t in tables for s in seats[t]))
    owing = [scenario.promises[i] for i in promises]
    free = {seat: ("", *(p.id for p in owing if scenario.peers[p.to].id == seat)) for seat in targets}
    return (
        Field("table", tables),
        Field("target", targets, given="table", allowed=seats),
        Field("package", tuple(dict.fromkeys(n for t in tables for n in packages[t])), given="table", allowed=packages),
        Field("side", tuple(dict.fromkeys(s for seat in targets for s in free[seat])), given="target", allowed=free),
    )


def _promises(scenario: Scenario, state: State) -> tuple[int, ...]:
    """Return the promises that could still go along with a package."""
    return tuple([i for i, p in enumerate(scenario.promises) if p.worth and still_meant(scenario, state, i)])


def _offer(play: Play, args: Args) -> None:
    """Put a package to one party; the lead has thereby given its own word for it, which may be the last one needed."""
    scenario = play.scenario
    t = scenario.index["table"][args["table"]]
    package = scenario.tables[t].names.index(args["package"])
    claim(scenario, play.state, t, package)
    consent(play, t, package, "lead")
    if play.state.deal_how[t]:
        return
    play.hold("offer", args)
    play.ask(Ask(args["target"], "offer", (("table", args["table"]), ("package", args["package"]),
                                           ("side", args["side"]))))  # fmt: skip


def _side(scenario: Scenario, ask: Ask, t: int) -> int:
    """Return what the promise offered along with a package is worth to the party asked, in ‰ points."""
    if not ask.get("side"):
        return 0
    promise = scenario.promises[scenario.index["promise"][ask.get("side")]]
    return sum(v for i, v in promise.worth if i == t)


def _reply_fields(scenario: Scenario, state: State, ask: Ask) -> tuple[Field, ...]:
    packages = open_names(scenario, tuple(state.unlocked), scenario.index["table"][ask.get("table")])
    others = tuple(n for n in packages if n != ask.get("package"))
    replies = REPLIES if others else ("accept", "refuse")
    allowed = {"accept": ("",), "refuse": ("",), "counter": others}
    return (Field("reply", replies), Field("counter", ("", *others), given="reply", allowed=allowed))


def _reply_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score the replies: the gain beyond what is held out for; a counter-offer, if there is one; or a plain no."""
    t = scenario.index["table"][ask.get("table")]
    table = scenario.tables[t]
    i, put = table.party(ask.seat), table.names.index(ask.get("package"))
    never, won, near = table.parties[i].never, gains(scenario, state, t, i), alike(scenario, t, put)
    counters = {
        table.names[n]: _NEVER if n in never or won[n] < 0 else 10_000 * near[n] + won[n]
        for n in open_packages(scenario, state, t) if n != put
    }  # fmt: skip
    able = counters and max(counters.values()) > _NEVER
    aloof = ask.seat in scenario.index["peer"] and state.trust[scenario.peer(ask.seat)] < _ALOOF
    mood = luck(state, ask.seat, "offer") // 20 - 25
    reply = {
        "accept": _NEVER if put in never else won[put] + _side(scenario, ask, t),
        "refuse": -100 + mood,
    }
    if counters:
        reply["counter"] = _NEVER if not able else -180 if aloof else -1
    best = max(reply, key=lambda r: reply[r])
    return {"reply": reply, "counter": counters if best == "counter" else {"": 0}}


@once
def alike(scenario: Scenario, t: int, package: int) -> tuple[int, ...]:
    """Return on how many issues each package of a table agrees with one."""
    packages = scenario.tables[t].packages
    return tuple(sum(x == y for x, y in zip(other, packages[package], strict=True)) for other in packages)


def _replied(play: Play, ask: Ask, args: Args) -> None:
    """Take a party's reply: its word, its own proposal, or the one issue it names."""
    state, scenario = play.state, play.scenario
    t = scenario.index["table"][ask.get("table")]
    table = scenario.tables[t]
    put = table.names.index(ask.get("package"))
    state.held = ()
    issue = "" if args["reply"] == "accept" else sorest(table, table.party(ask.seat), put)
    play.tell("offer", "lead", ask.seat, seat=ask.seat, table=table.id, package=ask.get("package"),
              side=ask.get("side"), reply=args["reply"], counter=args["counter"], issue=issue)  # fmt: skip
    if args["reply"] == "accept":
        if ask.get("side"):
            run(play, (Effect("promise", {"make": scenario.index["promise"][ask.get("side")]}),), "offer")
        consent(play, t, put, ask.seat)
    else:
        play.learn(*_turned_down(table, ask.seat, put))
        if args["reply"] == "counter":
            consent(play, t, table.names.index(args["counter"]), ask.seat)


def _turned_down(table: Table, seat: str, package: int) -> tuple[str, str]:
    """Return what the lead learns from a no: the issue named, and that this package was declined for it."""
    issue = sorest(table, table.party(seat), package)
    return f"{seat}.refused.{table.id}.{issue}", f"{seat}.declined.{table.id}.{table.names[package]}.{issue}"


def sorest(table: Table, party: int, package: int) -> str:
    """Return the issue on which a package costs a party most, compared with its best option there."""
    points = table.parties[party].points
    lost = [max(points[i]) - points[i][o] for i, o in enumerate(table.packages[package])]
    return table.issues[lost.index(max(lost))].id


def _convene_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    left = tuple([t for t in open_tables(state) if state.convened[t] < scenario.rules.meetings])
    return _to_talk_over(scenario, left, tuple(state.unlocked))


@once
def _to_talk_over(scenario: Scenario, left: tuple[int, ...], unlocked: tuple[int, ...]) -> tuple[Field, ...]:
    tables, packages = tuple(scenario.tables[t].id for t in left), _packages(scenario, unlocked)
    names = tuple(dict.fromkeys(n for t in tables for n in packages[t]))
    second = {t: ("", *packages[t]) for t in tables}
    return (
        Field("table", tables),
        Field("first", names, given="table", allowed=packages),
        Field("second", ("", *names), given="table", allowed=second, unlike="first"),
    )


def _convene_blocked(scenario: Scenario, state: State) -> Blocked | None:
    return Blocked("met_already") if "convene" in state.done else nothing_open(scenario, state)


def _convene(play: Play, args: Args) -> None:
    """Call the whole table together over one or two packages."""
    scenario = play.scenario
    t = scenario.index["table"][args["table"]]
    table = scenario.tables[t]
    play.state.put("convened", t, play.state.convened[t] + 1)
    for name in (args["first"], args["second"]):
        if name:
            claim(scenario, play.state, t, table.names.index(name))
            consent(play, t, table.names.index(name), "lead")
    if play.state.deal_how[t]:
        return
    play.hold("convene", args)
    about = (("table", table.id), ("first", args["first"]), ("second", args["second"]))
    play.ask(*(Ask(p.seat, "talks", about) for p in table.parties if p.seat != "lead"))


def _talks_fields(_scenario: Scenario, _state: State, ask: Ask) -> tuple[Field, ...]:
    """A section chief must report back and can agree to nothing."""
    can = {"head": YES_NO, "deputy": YES_NO, "chief": ("no",)}
    fields = [Field("send", SENDS), Field("first", YES_NO, given="send", allowed=can)]
    return (*fields, Field("second", YES_NO, given="send", allowed=can)) if ask.get("second") else tuple(fields)


def _talks_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score whom to send as to any meeting; a yes as an offer, a little easier with others who have agreed."""
    t = scenario.index["table"][ask.get("table")]
    table = scenario.tables[t]
    found: Leaning = {"send": {"head": 100, "deputy": 0, "chief": -100}}
    if ask.seat in scenario.index["peer"]:
        minded = max(table.works, key=lambda w: shadow(scenario, state, scenario.peer(ask.seat), w))
        found["send"] = sends(scenario, state, ask.seat, [minded])
    chief = max(found["send"], key=lambda s: found["send"][s]) == "chief"
    for which in ("first", "second"):
        if ask.get(which):
            found[which] = {"yes": _NEVER if chief else _yes(scenario, state, ask.seat, t, ask.get(which)), "no": 0}
    return found


def _yes(scenario: Scenario, state: State, seat: str, t: int, name: str) -> int:
    table = scenario.tables[t]
    package, i = table.names.index(name), table.party(seat)
    if package in table.parties[i].never:
        return _NEVER
    if seat in consenting(scenario, state, t, package):
        return _GIVEN
    others = sum(s not in (seat, "lead") for s in consenting(scenario, state, t, package))
    return gains(scenario, state, t, i)[package] + 10 * others


def _talked(play: Play, ask: Ask, args: Args) -> None:
    """Keep one party's answer; with the last one all are opened, and what everybody said yes to is agreed."""
    state = play.state
    kind, fields, answers = state.held
    answers = (*answers, (ask.seat, args["send"], args["first"], args.get("second", "no")))
    state.held = (kind, fields, answers)
    if not state.asked:
        state.held = ()
        _talk_over(play, dict(fields), answers)


def _talk_over(play: Play, args: Args, answers: tuple[tuple[str, str, str, str], ...]) -> None:
    """Hold the talks: words given stand, a refusal names an issue; too many issues or nobody who decides is hollow."""
    state, scenario = play.state, play.scenario
    t = scenario.index["table"][args["table"]]
    table = scenario.tables[t]
    chiefs = sum(send == "chief" for _, send, _, _ in answers)
    hollow = len(table.issues) > TOO_MANY_ISSUES or 2 * chiefs > len(answers)
    named = []
    for seat, _, first, second in answers:
        if seat in scenario.index["peer"]:
            shift(state, "load", scenario.peer(seat), 8, "meetings")
        if "yes" not in (first, second):
            put = table.names.index(args["first"])
            play.learn(*_turned_down(table, seat, put))
            named.append([seat, sorest(table, table.party(seat), put)])
    play.tell("talks", table=table.id, first=args["first"], second=args["second"], answers=[list(a) for a in answers],
              hollow=hollow, named=named)  # fmt: skip
    for which, name in ((2, args["first"]), (3, args["second"])):
        if name and not hollow:
            _take_words(play, t, table.names.index(name), [(a[0], a[1], a[which]) for a in answers])


def _take_words(play: Play, t: int, package: int, answers: list[tuple[str, str, str]]) -> None:
    """Take each party's word for a package; who can decide and says no takes back the word it gave before."""
    for seat, send, word in answers:
        if word == "no" and send != "chief":
            withdraw(play.state, t, package, seat)
    for seat, _, word in answers:
        if word == "yes" and play.state.deal[t] < 0:
            consent(play, t, package, seat)


DEEDS = (
    Deed("offer", 1, _offer, _offer_fields, nothing_open),
    Deed("convene", 2, _convene, _convene_fields, _convene_blocked),
)
QUESTIONS = (
    Question("offer", _reply_fields, _reply_leaning, _replied),
    Question("talks", _talks_fields, _talks_leaning, _talked),
)
