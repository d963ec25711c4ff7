"""The pictures of a pack: each a title, a sentence saying what to see in this game, and a drawing."""

from collections.abc import Sequence

from game.charts.chart import Series, chart
from game.charts.fishbone import Bone, fishbone
from game.charts.lanes import Lane, lanes
from game.charts.multiples import Course, Grid, Panel, multiples
from game.charts.pairs import Pair, pairs
from game.charts.timeline import Column, Entry, timeline
from game.rules import view
from game.study.pack.event import inject_title
from game.study.pack.finding import areas
from game.study.pack.played import Deed, Played
from game.study.pack.problem import GROUPS, held_back
from game.study.pack.refusal import drawn, refusal, told, weightiest
from game.study.pack.wording import Teller
from game.study.picture import of_tables
from game.study.ring import ring_of
from game.study.room import Drawn, Room
from game.telling.block import Figure
from game.telling.handoffs import trails
from game.telling.name import heat, seat, work
from game.telling.number import points
from game.telling.words import Words

_CAUSES, _SHORT = 4, 3
_PANEL = 17     # ems a little chart of many needs
PRINTED = Room(800, 14)


def _over(room: Room, game: Played, words: Words, series: Sequence[Series]) -> Drawn:
    """Draw some series over the turns."""
    size = room.width, max(12 * room.em, room.width * 3 // 8)
    return chart(series, _ticks(game, words), size, room.em), size


def _shift(room: Room, words: Words, rows: Sequence[Pair]) -> Drawn:
    """Draw how far some levels moved from the start to the end."""
    return pairs(rows, (words("pack.start"), words("pack.end")), room.width, room.em)


def _figure(room: Room, words: Words, name: str, caption: str, drawn: Drawn) -> Figure:
    return room.figure(words(f"pack.picture.{name}"), caption, drawn)


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
    return _figure(room, words, "ledgers", caption, _over(room, game, words, series))


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
    return _figure(room, words, "heats", caption, _over(room, game, words, series))


def knew(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """How far every work was, as known at each turn's end (verified last, else as reported), against the truth."""
    seen = [view(game.scenario, moment.state, "lead").works for moment in game.closes]
    panels, gaps = [], []
    for w, named in enumerate(game.scenario.works):
        known = tuple(one.reported if one.seen is None else one.seen for one in (works[w] for works in seen))
        real = tuple(moment.state.real[w] for moment in game.closes)
        panels.append(Panel(work(words, game.scenario, named.id), (
            Course(words("pack.knew"), known, "cool", "square", dashed=True, heavy=True),
            Course(words("window.curve.real"), real, "ink", "circle", heavy=True),
        )))  # fmt: skip
        gaps += [(abs(k - r), n, w, k, r) for n, (k, r) in enumerate(zip(known, real, strict=True))]
    _, n, w, k, r = max(gaps, key=lambda gap: gap[0])
    key = "pack.see.knew.never" if seen[n][w].seen is None else "pack.see.knew"
    caption = words(key, turn=n, work=panels[w].title, known=points(k),
                    real=points(r), line=words("pack.line", n=game.closes[n].line))  # fmt: skip
    ticks = tuple(_ticks(game, words))
    grid = Grid(max(1, min(len(panels), room.width // (_PANEL * room.em))), room.width, 12 * room.em, ticks)
    return _figure(room, words, "knew", caption, multiples(panels, grid, room.em))


def _ticks(game: Played, words: Words) -> list[str]:
    return [str(p.turn) if p.turn else words("window.curve.start") for p in game.study.points]


def turns(game: Played, words: Words) -> list[Column]:
    """Return every turn with the injects that came in it and the lead's own deeds."""
    fired: dict[int, list[Entry]] = {}
    for moment, event in game.events("inject"):
        title = inject_title(game, words, event.data["inject"])
        fired.setdefault(moment.state.turn, []).append(_entry(words, title, moment.line))
    done: dict[int, list[Entry]] = {}
    for deed in game.deeds:
        done.setdefault(deed.turn, []).append(_entry(words, deed_name(game, words, deed), deed.line))
    last = game.moments[-1].state.turn
    return [
        Column(words("pack.turn", n=t), tuple(fired.get(t, ())), tuple(done.get(t, ()))) for t in range(1, last + 1)
    ]


def _entry(words: Words, told: str, line: int) -> Entry:
    return Entry(told + words("pack.line", n=line), line)


def times(game: Played, words: Words, room: Room = PRINTED) -> Figure:
    """Injects above, the lead's own deeds below, turn by turn."""
    columns = turns(game, words)
    done = [len(column.below) for column in columns]
    busiest = done.index(max(done))
    key = "pack.see.times" if game.deeds else "pack.see.times.none"
    line = columns[busiest].below[0].line if game.deeds else game.study.points[-1].line
    caption = words(key, injects=sum(len(c.above) for c in columns), deeds=len(game.deeds), turn=busiest + 1,
                    most=done[busiest], line=words("pack.line", n=line))  # fmt: skip
    return _figure(room, words, "times", caption, timeline(columns, room.width, room.em))


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
    return _figure(room, words, "trust", caption, _shift(room, words, rows))


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
    return _figure(room, words, "credibility", caption, _over(room, game, words, series))


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
    return _figure(room, words, "attention", caption, _shift(room, words, rows))


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
    return _figure(room, words, "refusal", caption, drawn(terms, room.width, room.em))


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
    return _figure(room, words, "duties", caption, drawn)


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
    return _figure(room, words, "zone", words.sentences(*told), (drawn.ops, drawn.size))


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
    return _figure(room, words, "handoffs", words.sentences(caption, outside), (drawn, size))


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
    return _figure(room, words, "bones", caption, drawn)


def pictures(game: Played, words: Words) -> list[Figure]:
    """Return the pictures of a game, those that have nothing to show left out; the fishbone stands in its form."""
    every = (ledgers, knew, heats, times, trust, attention, duties, credibility, zone, chain, handoffs)
    return [figure for draw in every if (figure := draw(game, words)) is not None]
