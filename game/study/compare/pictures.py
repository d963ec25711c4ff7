"""The pictures of a class: every team beside the class's median and the ways bots lead, decisions, endings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from game.charts.chart import Shape, Tone
from game.charts.multiples import Course, Grid, Panel, Values, multiples
from game.charts.shares import Piece, Whole, shares
from game.study.compare.decision import Decision, middle
from game.study.compare.row import Close, Row
from game.study.compare.wording import Teller
from game.study.room import Drawn, Room
from game.telling.block import Figure
from game.telling.number import points

PRINTED, SMALL = Room(840, 14), Room(840, 12)
"""The rooms of a printed page: for what takes its width, and for small multiples."""
_PAGE = 24
_LOOKS: dict[str, tuple[Tone, Shape]] = {
    "steady": ("cool", "square"), "negotiator": ("warm", "triangle"), "pressure": ("hot", "diamond"),
    "passive": ("ink", "triangle"), "planner": ("warm", "flag"), "adaptive": ("warm", "square"),
    "procedure": ("cool", "triangle"), "group_first": ("hot", "triangle"), "lobbyist": ("warm", "diamond"),
    "random": ("ink", "diamond"),
}  # fmt: skip
LETTERS = "ABCDEFGH"


def _grid(tell: Teller, room: Room, abreast: int) -> Grid:
    """Return the panels' places: so many abreast and small, or one as wide as a sheet and with its legend in sight."""
    turns = tell.group.scenario.length.turns
    most = room.tall - 5 * room.em if room.tall else 24 * room.em
    height = 14 * room.em if abreast > 1 else max(14 * room.em, min(room.width * 11 // 28, most))
    return Grid(abreast, room.width, height, tuple(str(n) for n in range(turns + 1)))


def along(courses: Sequence[Sequence[Close]], share: Callable[[Sequence[int]], int] = middle) -> Values:
    """Return the median mark (or another share of the marks) turn by turn, of the games that came so far."""
    longest = max(map(len, courses), default=0)
    return tuple(share([c[n].mark for c in courses if len(c) > n]) for n in range(longest))


def _lower(values: Sequence[int]) -> int:
    return sorted(values)[(len(values) - 1) // 4]


def _upper(values: Sequence[int]) -> int:
    return sorted(values)[len(values) - 1 - (len(values) - 1) // 4]


def _bots(tell: Teller, names: Sequence[str]) -> list[Course]:
    found = []
    for bot in names:
        tone, shape = _LOOKS[bot]
        name = tell.words("compare.bot", name=tell.words(f"playtest.bot.{bot}"))
        found.append(Course(name, along(tell.group.bots[bot]), tone, shape, dashed=True))
    return found


def _own(row: Row, name: str) -> Course:
    """Return a team's own line."""
    return Course(name, tuple(c.mark for c in row.closes), "accent", "square", heavy=True)


def whole(tell: Teller, me: Row | None, room: Room = PRINTED) -> Figure:
    """The class's median with the middle half of it, the bots, and one team if one is singled out."""
    group, words = tell.group, tell.words
    courses = [row.closes for row in group.rows]
    lines = _bots(tell, tuple(group.bots))
    lines.append(Course(words("compare.median"), along(courses), "ink", "circle", heavy=True))
    if me is not None:
        lines.append(_own(me, tell.team(me)))
    band = along(courses, _lower), along(courses, _upper)
    drawn = multiples([Panel("", tuple(lines), band)], _grid(tell, room, 1), room.em)
    best = max(group.rows, key=lambda r: r.mark)
    last = middle([r.mark for r in group.rows])
    ahead = [words(f"playtest.bot.{b}") for b, games in group.bots.items() if along(games)[-1] > last]
    caption = words("compare.see.whole" if ahead else "compare.see.whole.best", median=points(last), n=len(group.rows),
                    best=tell.team(best), most=points(best.mark), bots=words.listed(ahead))  # fmt: skip
    return _figure(tell, room, "whole", caption, drawn)


def each(tell: Teller, room: Room = SMALL) -> Iterator[Figure]:
    """Every team's mark over the turns, the class's median and two bots behind it."""
    group, words = tell.group, tell.words
    behind = [*_bots(tell, [bot for bot in ("steady", "passive") if bot in group.bots]),
              Course(words("compare.median"), along([r.closes for r in group.rows]), "ink", "circle")]  # fmt: skip
    panels = [
        Panel(f"{tell.team(row)} {points(row.mark)}", (*behind, _own(row, words("compare.own")))) for row in group.rows
    ]
    above = sum(row.mark > middle([r.mark for r in group.rows]) for row in group.rows)
    return _pages(tell, room, "each", words("compare.see.each", above=above, n=len(group.rows)), panels)


def ledgers(tell: Teller, room: Room = SMALL) -> Iterator[Figure]:
    """What every team reported and what was real, over the turns."""
    group, words = tell.group, tell.words
    panels = []
    for row in group.rows:
        reported, real = tuple(c.reported for c in row.closes), tuple(c.real for c in row.closes)
        panels.append(Panel(tell.team(row), (
            Course(words("window.curve.reported"), reported, "accent", "diamond", dashed=True),
            Course(words("window.curve.real"), real, "ink", "circle", heavy=True),
        )))  # fmt: skip
    gaps = [max(c.reported - c.real for c in row.closes) for row in group.rows]
    widest = group.rows[gaps.index(max(gaps))]
    caption = words("compare.see.ledgers", team=tell.team(widest), gap=points(max(gaps)), median=points(middle(gaps)))
    return _pages(tell, room, "ledgers", caption, panels)


def _pages(tell: Teller, room: Room, name: str, caption: str, panels: Sequence[Panel]) -> Iterator[Figure]:
    """Yield small multiples as pictures that each fit a page; the sentence stands under the first one's title."""
    rows = -(-len(panels) // max(1, room.width // (17 * room.em)))
    abreast = -(-len(panels) // rows)
    full = max(1, _PAGE // abreast) * abreast
    pages = [panels[i : i + full] for i in range(0, len(panels), full)]
    for n, page in enumerate(pages, 1):
        drawn = _figure(tell, room, name, "", multiples(page, _grid(tell, room, abreast), room.em))
        title = drawn.title if len(pages) == 1 else tell.words("compare.page", title=drawn.title, n=n, all=len(pages))
        yield replace(drawn, title=title, caption=caption if n == 1 else "")


def answers(tell: Teller, found: Sequence[Decision], room: Room = PRINTED) -> Figure:
    """How the class divided on every inject."""
    words = tell.words
    rows = [
        Whole(words.text(d.inject.title), tuple(Piece(LETTERS[n], len(rows)) for n, (_, rows) in enumerate(d.sides)),
              words("compare.agreed", n=tell.agreed(d)))
        for d in found
    ]  # fmt: skip
    known = [d for d in found if d.agreement is not None]
    least = min(known, key=lambda d: d.agreement or 0, default=None)
    caption = words("compare.see.answers.alone") if least is None else words(
        "compare.see.answers", inject=words.text(least.inject.title), n=points(least.agreement or 0))  # fmt: skip
    return _figure(tell, room, "answers", caption, shares(rows, len(tell.group.rows), room.width, room.em))


def endings(tell: Teller, room: Room = PRINTED) -> Figure:
    """How many teams came to which ending."""
    group, words = tell.group, tell.words
    rows = []
    for n, ending in enumerate(group.scenario.endings):
        count = sum(row.ending == ending.id for row in group.rows)
        rows.append(Whole(tell.graded(n), (Piece("", count),) if count else ()))
    reached = sum(bool(row.pieces) for row in rows)
    caption = words("compare.see.endings", reached=reached, all=len(rows))
    return _figure(tell, room, "endings", caption, shares(rows, len(group.rows), room.width, room.em))


def _figure(tell: Teller, room: Room, name: str, caption: str, drawn: Drawn) -> Figure:
    return room.figure(tell.words(f"compare.picture.{name}"), caption, drawn)
