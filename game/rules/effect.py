"""Running effects: a table of small functions, one a verb; an effect is data until it is run here."""

from collections.abc import Callable, Mapping
from typing import Any

from game.rules.bargaining.bond import OPEN
from game.rules.deed import Play
from game.rules.leader import draw_attention
from game.rules.state import Owed, Pulse
from game.rules.stock import shift
from game.scenario.effect import Effect

Args = Mapping[str, Any]


def run(play: Play, effects: tuple[Effect, ...], cause: str) -> None:
    """Run effects in order; stocks book `cause` ("inject.whistle", "move.memo")."""
    for effect in effects:
        _VERBS[effect.verb](play, effect.args, cause)


def _each(stock: str, key: str) -> Callable[[Play, Args, str], None]:
    """Return a verb that shifts a stock for every index under `key`."""

    def verb(play: Play, args: Args, cause: str) -> None:
        for i in args[key]:
            shift(play.state, stock, i, args["by"], cause)

    return verb


def _one(stock: str, key: str) -> Callable[[Play, Args, str], None]:
    """Return a verb that shifts a stock at the index under `key`."""
    return lambda play, args, cause: void(shift(play.state, stock, args[key], args["by"], cause))


def void(_value: object) -> None:
    """Drop a value where a verb returns nothing."""


def _attention(play: Play, args: Args, cause: str) -> None:
    draw_attention(play.scenario, play.state, args["of"], args["work"], args["by"], cause)


def _commit(play: Play, args: Args, cause: str) -> None:
    for p in args["who"]:
        for w in args["work"]:
            if p in play.scenario.works[w].parties:
                shift(play.state, "commit", p * len(play.scenario.works) + w, args["by"], cause)


def _pressure(play: Play, args: Args, cause: str) -> None:
    state = play.state
    for p in args["who"]:
        state.pulses += (Pulse(p, cause, args["by"], state.day, max(1, args["days"])),)


def _public(play: Play, args: Args, cause: str) -> None:
    measure = play.scenario.measures[args["of"]]
    value = play.state.public[args["of"]] + args["by"]
    play.state.put("public", args["of"], max(measure.low, min(measure.high, value)))


def _flag(play: Play, args: Args, cause: str) -> None:
    play.state.put("flags", args["name"], 1 if args["to"] else 0)


def _promise(play: Play, args: Args, cause: str) -> None:
    """Owe a promise from today, unless it is owed or settled already."""
    i, state = args["make"], play.state
    promise = play.scenario.promises[i]
    if state.promised[i] == -1:
        state.put("promised", i, 0)
        state.owed += (Owed(i, state.day, state.day + promise.due, promise.proved(state)),)
        play.tell("promised", promise=promise.id)


def _reveal(play: Play, args: Args, cause: str) -> None:
    """Let the lead find something out about a peer; what it knew already is not told again."""
    peer, what = play.scenario.peers[args["about"]].id, args["what"]
    if play.learn(f"{peer}.intents.{play.state.turn}" if what == "intents" else f"{peer}.{what}"):
        play.tell("revealed", "lead", peer=peer, what=what)


def _energy(play: Play, args: Args, cause: str) -> None:
    play.state.energy = max(0, play.state.energy + args["by"])


def _inject(play: Play, args: Args, cause: str) -> None:
    play.state.fires += ((args["fire"], play.state.day + args["after"]),)


def _lever(play: Play, args: Args, cause: str) -> None:
    play.state.put("pulled", args["pull"], play.state.pulled[args["pull"]] + 1)


def _unlock(play: Play, args: Args, cause: str) -> None:
    """Grant a locked option; the table's parties hear of it while it is open."""
    at = play.scenario.locks.index((args["table"], args["option"]))
    if not play.state.unlocked[at]:
        play.state.put("unlocked", at, 1)
        if play.state.deal_how[args["table"]] == OPEN:
            play.tell("unlocked", table=play.scenario.tables[args["table"]].id, option=args["option"])


def _chairs(play: Play, args: Args, cause: str) -> None:
    play.state.put("chairs", args["of"], max(0, min(60, play.state.chairs[args["of"]] + args["by"])))


def _end(play: Play, args: Args, cause: str) -> None:
    play.state.forced = play.scenario.endings[args["ending"]].id


_VERBS: dict[str, Callable[[Play, Args, str], None]] = {
    "trust": _each("trust", "who"),
    "load": _each("load", "who"),
    "dependence": _each("dependence", "who"),
    "liability": _each("liability", "work"),
    "clarity": _each("clarity", "work"),
    "evidence": _each("evidence", "work"),
    "real": _each("real", "work"),
    "reported": _each("reported", "work"),
    "favor": _one("favor", "of"),
    "grassroots": _one("grassroots", "of"),
    "credibility": lambda play, args, cause: void(shift(play.state, "credibility", 0, args["by"], cause)),
    "attention": _attention,
    "commit": _commit,
    "pressure": _pressure,
    "public": _public,
    "flag": _flag,
    "promise": _promise,
    "reveal": _reveal,
    "energy": _energy,
    "inject": _inject,
    "immunity": _each("immunity", "work"),
    "entrench": _each("entrenchment", "who"),
    "capacity": _each("capacity", "who"),
    "align": _one("aligned", "of"),
    "mandate": lambda play, args, cause: void(shift(play.state, "mandate", 0, args["by"], cause)),
    "lever": _lever,
    "unlock": _unlock,
    "chairs": _chairs,
    "end": _end,
}
