"""Everything a recording holds as rows of words: each deed, answer, note and happening with its line, nothing cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from game.rules import Action, State
from game.session.replay import Moment
from game.study.pack.change import changes
from game.study.pack.played import Played
from game.telling.desk import marked
from game.telling.name import seat
from game.telling.offer import action
from game.telling.story import story
from game.telling.words import Words


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happened: its line, when, from which seat ("" for none), of what kind, about what, in words."""

    line: int
    turn: int
    day: int
    seat: str
    kind: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Injected:
    """An inject that fired: when, the answer given ("" if none) on which line (0), and what came of that."""

    line: int
    turn: int
    day: int
    inject: str
    answer: str
    answered: int
    came: tuple[str, ...]


def rows(game: Played, words: Words) -> tuple[Row, ...]:
    """Return everything that happened, in order."""
    found = list(_happened(game, words, game.moments[0], 1, 0))
    for before, moment in pairwise(game.moments):
        turn, day = before.state.turn, before.state.day
        if moment.action is not None:
            found.append(_done(game, words, before.state, moment.action, moment.line))
        found += _happened(game, words, moment, turn, day)
    return tuple(sorted([*found, *_marked(game, words)], key=lambda row: row.line))


def _marked(game: Played, words: Words) -> Iterator[Row]:
    """Yield the lines the trainer wrote beside the game; they stand whatever was taken back later."""
    days = {m.state.turn: m.state.day for m in reversed(game.moments)}
    for line, mark in game.marks.items():
        args = mark.get("args")
        text = marked(words, game.scenario, mark["kind"], args if isinstance(args, dict) else {})
        yield Row(line, mark["turn"], days.get(mark["turn"], 0), "trainer", "note", "", text)


def _done(game: Played, words: Words, before: State, done: Action, line: int) -> Row:
    """Return an action as a row; an answer is worded by the question it answers."""
    ask = next((a for a in before.asked if a.seat == done.seat), None) if done.kind == "answer" else None
    text = action(words, game.scenario, done, dict(ask.data) if ask is not None else None)
    if done.args.get("why"):
        text = words("desk.with", what=text, why=done.args["why"])
    if done.kind == "end_turn":
        text = words("pack.end_turn")
    kind = done.kind if done.kind in ("answer", "end_turn") else "deed"
    return Row(line, before.turn, before.day, done.seat, kind, str(done.args.get("move", done.kind)), text)


def _happened(game: Played, words: Words, moment: Moment, turn: int, day: int) -> Iterator[Row]:
    """Yield the events of a moment that have words, and every inject."""
    for event in moment.events:
        if event.kind == "turn":
            turn, day = event.data["turn"], event.data["day"]
        if event.kind == "inject":
            text = inject_title(game, words, event.data["inject"])
        else:
            text = story(words, game.scenario, event)
        if text:
            about = next((str(event.data[k]) for k in _ABOUT if event.data.get(k)), "")
            yield Row(moment.line, turn, day, _whose(event.data), event.kind, about, text)


_ABOUT = ("inject", "choice", "promise", "table", "move", "work", "measure", "ending")
_WHO = ("peer", "seat", "leader", "target")


def _whose(data: dict[str, object]) -> str:
    """Return the seat an event is of, as far as it is of one."""
    return next((str(data[k]) for k in _WHO if data.get(k)), "")


def inject_title(game: Played, words: Words, id: str) -> str:
    """Return what an inject is called."""
    return words.text(game.scenario.injects[game.scenario.index["inject"][id]].title)


def who(game: Played, words: Words, id: str) -> str:
    """Return the short name of a row's seat; "" for none."""
    return seat(words, game.scenario, id) if id else ""


def injected(game: Played, words: Words) -> tuple[Injected, ...]:
    """Return every inject that fired with the answer given to it and what came of that at once."""
    found = []
    answers = [(n, m, e.data) for n, m in enumerate(game.moments) for e in m.events if e.kind == "choice"]
    for row in rows(game, words):
        if row.kind != "inject":
            continue
        told = next((a for a in answers if a[2]["inject"] == row.id and a[1].line >= row.line), None)
        if told is None:
            found.append(Injected(row.line, row.turn, row.day, row.id, "", 0, ()))
            continue
        n, moment, data = told
        inject = game.scenario.injects[game.scenario.index["inject"][row.id]]
        chosen = next(c for c in inject.choices if c.id == data["choice"])
        came = changes(words, game.scenario, game.moments[n - 1].state, moment.state)
        found.append(
            Injected(row.line, row.turn, row.day, row.id, words.text(chosen.text), moment.line, tuple(came))
        )
    return tuple(found)
