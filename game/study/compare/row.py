"""What a class keeps of one recording: a few numbers a turn, the answers given, how it ended. Small, and plain data."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from game.rules.ending import mark
from game.session.replay import Moment
from game.study.debrief import Fork, ends
from game.study.pack.objective import Rating, objectives
from game.study.pack.played import Played
from game.study.whatif.course import anew, script_of


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What was played: games are compared with those of the same scenario text, length and variant only."""

    scenario: str
    length: str
    variant: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Close:
    """The start, or a turn's end: the mark, real and reported progress, all ‰."""

    mark: int
    real: int
    reported: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a team answered to an inject, in which turn, on which line of its recording."""

    choice: str
    turn: int
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """One recording.

    `closes` has the start and every turn's end. `ending` is "" for a game that is not over; `mark` and `parts` (‰) are
    then as it stands. `ratings` go with the objectives that can be rated, `deals` say how each table ended, `luck` has
    the marks (‰) of the same decisions on other seeds, in order; empty where the lead did not make the game alone.
    """

    path: str
    key: Key
    check: str
    created: str
    seed: int
    people: tuple[str, ...]
    ending: str
    mark: int
    parts: dict[str, int]
    closes: tuple[Close, ...]
    ratings: tuple[Rating, ...]
    answers: dict[str, Answer]
    deals: dict[str, str]
    forks: tuple[Fork, ...]
    uses: int
    luck: tuple[int, ...]


def row(path: str, game: Played, check: str, seeds: int) -> Row:
    """Return what is kept of a game, its luck tried on so many other seeds."""
    header, study, scenario = game.header, game.study, game.scenario
    people = header.get("people")
    return Row(
        path, key_of(header), check, str(header.get("created", "")), header["seed"],
        tuple(map(str, people.values())) if isinstance(people, dict) else (),
        study.ending, study.mark.value, study.parts,
        tuple(Close(mark(scenario, m.state).value, p.real, p.reported)
              for m, p in zip(ends(game.moments), study.points, strict=True)),
        tuple(o.rating for o in objectives(game)), _answers(game.moments),
        {e.table: e.how for e in study.tables}, study.forks, study.uses, _luck(game, seeds),
    )  # fmt: skip


def key_of(header: Any) -> Key:
    """Return what the game of a recording's header was played on."""
    carried = header["scenario"]
    text = sha256(carried["text"].encode("utf-8", "surrogatepass")).hexdigest()
    return Key(str(carried["id"]), str(header["length"]), str(header["variant"]), text)


def _answers(moments: Sequence[Moment]) -> dict[str, Answer]:
    """Return the answer to every inject that was answered."""
    return {
        event.data["inject"]: Answer(event.data["choice"], moment.state.turn, moment.line)
        for moment in moments
        for event in moment.events
        if event.kind == "choice"
    }


def _luck(game: Played, seeds: int) -> tuple[int, ...]:
    """Return the marks of the same decisions on other seeds; none where they alone do not lead to this game's mark."""
    own, script = game.moments[0].state.seed, script_of(game.moments)
    if not seeds or not game.study.ending or anew(game.scenario, own, script).mark != game.study.mark.value:
        return ()
    others = [n for n in range(1, seeds + 2) if n != own][:seeds]
    return tuple(sorted(anew(game.scenario, n, script).mark for n in others))
