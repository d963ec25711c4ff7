"""The pictures of a pack: each a title, a sentence saying what to see in this game, and a drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.charts.chart import Op, Series, chart
from game.charts.drawing import Drawing
from game.charts.fishbone import Bone, fishbone
from game.charts.lanes import Lane, lanes
from game.charts.pairs import Pair, pairs
from game.charts.timeline import Column, timeline
from game.rules import view
from game.study.pack.event import inject_title
from game.study.pack.finding import areas
from game.study.pack.played import Deed, Played
from game.study.pack.problem import GROUPS, held_back
from game.study.pack.refusal import drawn, refusal, told, weightiest
from game.study.pack.wording import Teller
from game.study.picture import of_tables
from game.study.ring import ring_of
from game.telling.block import Figure
from game.telling.handoffs import trails
from game.telling.name import heat, seat, work
from game.telling.number import points
from game.telling.words import Words

_CAUSES, _SHORT = 4, 3
_Drawn = tuple[Iterable[Op], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Room:
    """What a picture is laid out in: its width and the size of its type, in pixels."""

    width: int
    em: int

    def over(self, game: Played, words: Words, series: Sequence[Series]) -> _Drawn:
        """Draw some series over the turns."""
        size = self.width, max(12 * self.em, self.width * 3 // 8)
        return chart(series, _ticks(game, words), size, self.em), size

    def shift(self, words: Words, rows: Sequence[Pair]) -> _Drawn:
        """Draw how far some levels moved from the start to the end."""
        return pairs(rows, (words("pack.start"), words("pack.end")), self.width, self.em)

    def figure(self, words: Words, name: str, caption: str, drawn: _Drawn) -> Figure:
        """Return what has been drawn as a figure with its title and the sentence saying what to see."""
        ops, size = drawn
        return Figure(words(f"pack.picture.{name}"), caption, Drawing(tuple(ops), size, self.em))


PRINTED = Room(800, 14)


def ledgers(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """Real against reported progress."""
    found = game.study.points
    widest = max(found, key=lambda p: p.reported - p.real)
    key = "pack.see.ledgers" if widest.reported > widest.real else "pack.see.ledgers.close"
    caption = words(key, turn=widest.turn, reported=points(widest.reported), real=points(widest.real),
                    line=words("pack.line", n=widest.line))  # fmt: skip
    series = (
        Series(words("window.curve.reported"), tuple(p.reported for p in found), "accent", "diamond", dashed=True),
        Series(words("window.curve.real"), tuple(p.real for p in found), "ink", "circle"),
    )
    return room.figure(words, "ledgers", caption, room.over(game, words, series))


def heats(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """How warm it was above, amid and below."""
    found = game.study.points
    first, last = found[0], found[-1]
    levels = {
        f"{name}{n}": f"{heat(words, point.heat[i])} {points(point.heat[i])}"
        for n, point in enumerate((first, last))
        for i, name in enumerate(("upper", "middle", "low"))
    }
    caption = words("pack.see.heats", line=words("pack.line", n=last.line), **levels)
    series = (
        Series(words("window.heat.upper"), tuple(p.heat[0] for p in found), "hot", "triangle"),
        Series(words("window.heat.middle"), tuple(p.heat[1] for p in found), "warm", "square", dashed=True),
        Series(words("window.heat.low"), tuple(p.heat[2] for p in found), "cool", "circle"),
    )
    return room.figure(words, "heats", caption, room.over(game, words, series))


def _ticks(game: Played, words: Words) -> list[str]:
    return [str(p.turn) if p.turn else words("window.curve.start") for p in game.study.points]


def times(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """Injects above, the lead's own deeds below, turn by turn."""
    fired: dict[int, list[str]] = {}
    for moment, event in game.events("inject"):
        title = inject_title(game, words, event.data["inject"])
        fired.setdefault(moment.state.turn, []).append(f"{title} {words('pack.line', n=moment.line)}")
    done: dict[int, list[str]] = {}
    for deed in game.deeds:
        done.setdefault(deed.turn, []).append(f"{deed_name(game, words, deed)} {words('pack.line', n=deed.line)}")
    turns = range(1, game.moments[-1].state.turn + 1)
    columns = [Column(words("pack.turn", n=t), tuple(fired.get(t, ())), tuple(done.get(t, ()))) for t in turns]
    busiest = max(turns, key=lambda t: len(done.get(t, ())))
    key = "pack.see.times" if done else "pack.see.times.none"
    line = next((deed.line for deed in game.deeds if deed.turn == busiest), game.study.points[-1].line)
    caption = words(key, injects=sum(map(len, fired.values())), deeds=len(game.deeds), turn=busiest,
                    most=len(done.get(busiest, ())), line=words("pack.line", n=line))  # fmt: skip
    return room.figure(words, "times", caption, timeline(columns, room.width, room.em))


def deed_name(game: Played, words: Words, deed: Deed) -> str:
    """Return what a deed is called on a button, a move by its own name, with whom it was about."""
    args = deed.action.args
    if deed.action.kind == "move":
        return words.text(game.scenario.moves[game.scenario.index["move"][args["move"]]].name)
    about = [seat(words, game.scenario, str(args[k])) for k in ("target", "leader") if args.get(k)]
    about += [work(words, game.scenario, str(args["work"]))] if args.get("work") else []
    return words(f"offer.{deed.action.kind}.label") + (words("pack.about", about=words.listed(about)) if about else "")


def trust(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """Each peer's trust at the start and at the end."""
    sides = game.study.sides
    rows = [Pair(seat(words, game.scenario, s.peer), *s.trust) for s in sides]
    most = max(sides, key=lambda s: abs(s.trust[1] - s.trust[0]))
    caption = words("pack.see.trust", who=seat(words, game.scenario, most.peer), start=points(most.trust[0]),
                    end=points(most.trust[1]), line=words("pack.line", n=game.study.points[-1].line))  # fmt: skip
    return room.figure(words, "trust", caption, room.shift(words, rows))


def credibility(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """Oversight's credibility and the peers' mean trust."""
    found = game.study.points
    first, last = found[0], found[-1]
    caption = words("pack.see.credibility", n=game.study.uses, start=points(first.credibility),
                    end=points(last.credibility), trust0=points(first.trust), trust1=points(last.trust),
                    line=words("pack.line", n=last.line))  # fmt: skip
    series = (
        Series(words("window.curve.credibility"), tuple(p.credibility for p in found), "hot", "square"),
        Series(words("window.curve.trust"), tuple(p.trust for p in found), "cool", "circle", dashed=True),
    )
    return room.figure(words, "credibility", caption, room.over(game, words, series))


def attention(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """What the leaders had on their minds at the start and at the end."""
    scenario = game.scenario
    first, last = game.closes[0].state.attention, game.closes[-1].state.attention
    names = [words("pack.attention", who=words.text(leader.name), work=work(words, scenario, one.id))
             for leader in scenario.leaders for one in scenario.works]  # fmt: skip
    rows = [Pair(name, *values) for name, *values in zip(names, first, last, strict=True) if any(values)]
    most = max(rows, key=lambda row: abs(row.after - row.before), default=Pair("", 0, 0))
    key = "pack.see.attention" if most.name else "pack.see.attention.none"
    caption = words(key, what=most.name, start=points(most.before), end=points(most.after),
                    line=words("pack.line", n=game.closes[-1].line))  # fmt: skip
    return room.figure(words, "attention", caption, room.shift(words, rows))


def chain(game: Played, words: Words, room: Room = PRINTED) -> Figure | None:
    """The reasons of the refusal met most often; None where there was none."""
    found = refusal(game)
    if found is None:
        return None
    one, reason = found
    terms = told(game, words, reason)
    heaviest = weightiest(terms)
    caption = words("pack.see.refusal", held=Teller(game, words).held_back(one), name=heaviest.name,
                    value=heaviest.shown)  # fmt: skip
    return room.figure(words, "refusal", caption, drawn(terms, room.width, room.em))


def duties(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """Who was responsible for what, turn by turn."""
    scenario = game.scenario
    rows = []
    for w, one in enumerate(scenario.works):
        owners = [m.state.owner[w] for m in game.closes]
        holders = tuple(seat(words, scenario, scenario.peers[o].id) if o >= 0 else "" for o in owners)
        rows.append(Lane(work(words, scenario, one.id), holders))
    free = [row.name for row in rows if not row.holders[-1]]
    key = "pack.see.duties.free" if free else "pack.see.duties"
    caption = words(key, works=words.listed(free), line=words("pack.line", n=game.closes[-1].line))
    drawn = lanes(rows, _ticks(game, words), words("pack.nobody"), room.width, room.em)
    return room.figure(words, "duties", caption, drawn)


def zone(game: Played, words: Words, room: Room = PRINTED) -> Figure | None:
    """The packages of every table before any lever and after all of them; None where there is no table."""
    if not game.scenario.tables:
        return None
    drawn = of_tables(game.scenario, words, room.width, room.em)
    told = []
    for ended in game.study.tables:
        table = game.scenario.tables[game.scenario.index["table"][ended.table]]
        line = next((m.line for m, e in game.events("deal") if e.data["table"] == table.id), None)
        pulled = sum(game.moments[-1].state.pulled[lever.index] > 0 for lever in table.levers)
        how = words(f"pack.see.zone.{ended.how}")
        told.append(words("pack.see.zone", table=words.text(table.name), how=how, pulled=pulled, n=len(table.levers),
                          line="" if line is None else words("pack.line", n=line)))  # fmt: skip
    return room.figure(words, "zone", words.sentences(*told), (drawn.ops, drawn.size))


def handoffs(game: Played, words: Words, room: Room = PRINTED) -> Figure | None:
    """Who handed on the papers that went from hand to hand most; None where that does not matter."""
    scenario = game.scenario
    if not scenario.handoffs or len(game.closes) < 2:
        return None
    trail = max(trails(scenario, [view(scenario, m.state, "trainer") for m in game.closes[1:]]),
                key=lambda one: sum(one.handed))  # fmt: skip
    line = words("pack.line", n=game.closes[-1].line)
    named = {"work": work(words, scenario, trail.work), "n": sum(trail.handed), "line": line}
    if min(trail.handed) == max(trail.handed):
        caption = words("pack.see.handoffs.even" if trail.handed[0] else "pack.see.handoffs.none",
                        each=trail.handed[0], **named)  # fmt: skip
    else:
        giver = trail.parties[trail.worst]
        caption = words("pack.see.handoffs", giver=seat(words, scenario, giver),
                        taker=seat(words, scenario, trail.after(giver)), **named)  # fmt: skip
    outside = words.sentences(*(words("pack.handoffs.third", third=words.text(third.name),
                                      works=words.listed([work(words, scenario, scenario.works[w].id)
                                                          for w in third.holds])) for third in scenario.thirds))
    size = room.width, 36 * room.em
    drawn = ring_of(words, scenario, trail, size, room.em, outside=outside, sure=True)
    return room.figure(words, "handoffs", words.sentences(caption, outside), (drawn, size))


def bones(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """The causes of what could have gone better, as a fishbone that leads to how the game ended."""
    tell = Teller(game, words)
    groups: dict[str, list[str]] = {}
    for finding in areas(game):
        mine = groups.setdefault(GROUPS[finding.code], [])
        if len(mine) < _SHORT:
            mine.append(tell.bone(finding))
    for one in held_back(game):
        mine = groups.setdefault("peers", [])
        if len(mine) < _CAUSES:
            mine.append(tell.held_back(one))
    named = [Bone(words(f"pack.bone.{group}"), tuple(causes)) for group, causes in groups.items()]
    drawn = fishbone(tell.outcome(), named, room.width, room.em)
    n = sum(map(len, groups.values()))
    caption = words("pack.see.bones" if n else "pack.see.bones.none", n=n, line=tell.line(game.study.points[-1].line))
    return room.figure(words, "bones", caption, drawn)


def pictures(game: Played, words: Words) -> list[Figure]:
    """Return the pictures of a game, those that have nothing to show left out; the fishbone stands in its form."""
    every = (ledgers, heats, times, trust, attention, duties, credibility, zone, chain, handoffs)
    return [figure for draw in every if (figure := draw(game, words)) is not None]
