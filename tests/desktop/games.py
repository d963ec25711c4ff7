"""Games and screens for the tests of the window."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from game.desktop.pupils import classroom
from game.desktop.screens.briefing import Briefing
from game.desktop.screens.chair import look
from game.desktop.screens.classroom import TABS as CLASS_TABS
from game.desktop.screens.comparison import View
from game.desktop.screens.curtain import Curtain
from game.desktop.screens.debrief import TABS as DEBRIEF_TABS
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.desk import Desk
from game.desktop.screens.direct import PAGES, Direct
from game.desktop.screens.dossier import Dossier
from game.desktop.screens.draft import Draft
from game.desktop.screens.errands import Compose, Consult, Enter, Fill, Settle, Take
from game.desktop.screens.evening import Evening
from game.desktop.screens.files import folders
from game.desktop.screens.help import TABS as HELP_TABS
from game.desktop.screens.help import Help
from game.desktop.screens.labour import Labour
from game.desktop.screens.library import Library
from game.desktop.screens.lock import Lock
from game.desktop.screens.onward import settled
from game.desktop.screens.places import Place
from game.desktop.screens.preview import TABS as PREVIEW_TABS
from game.desktop.screens.preview import Preview
from game.desktop.screens.record import recorded
from game.desktop.screens.round import Round
from game.desktop.screens.seat import Seat
from game.desktop.screens.settings import Preferences
from game.desktop.screens.setup import Setup
from game.desktop.screens.table import TABS, Table
from game.desktop.screens.title import Title
from game.desktop.screens.tryout import Tryout
from game.desktop.screens.tryout import games as bots_games
from game.desktop.screens.wishes import Pick, Proceed, Show
from game.lint.preview import preview
from game.rules import Action
from game.scenario.finding import Finding, Span
from game.scenario.library import entry
from game.scenario.load import load
from game.session.bots import LEADS
from game.session.desk import note, pause
from game.session.pin import sealed_pin
from game.session.recording import create, header
from game.session.session import begin, play_out
from game.study.playtest.read import given
from game.study.playtest.result import playtest
from game.study.whatif.branch import decisions
from game.study.whatif.course import script_of
from game.study.whatif.paired import Luck, Point

SMALL = Path(__file__).parent.parent / "data" / "small.yaml"


def started(turn=1, seed=3):
    """A game of the small scenario, led by a bot until a turn is being planned."""
    text = SMALL.read_text(encoding="utf-8")
    scenario = load(text, str(SMALL), "class")
    session = begin(scenario, seed, create(None, header(scenario, text, seed, "")))
    lead = LEADS["steady"](1)
    while session.state.turn < turn or (session.state.phase != "planning" and not session.over):
        session.do(lead(session.view("lead"), session.options("lead")))
    return session


@cache
def chair(turn=1):
    return look(started(turn))


@cache
def ended():
    session = started()
    play_out(session, LEADS["steady"](1))
    return look(session)


@cache
def briefed():
    """A game that waits for the lead's answer at a briefing."""
    session = started()
    while not session.state.asked:
        session.do(Action("lead", "end_turn"))
    return look(session)


def filled(screen):
    """A card and all that follow it, each first choice taken."""
    while screen is not None:
        yield screen
        if screen.field is None:
            return
        values = screen.values(screen.field)
        if screen.field.many is not None:
            screen = screen.handle(Pick(values[0]))
            yield screen
            screen = screen.handle(Proceed())
        else:
            screen = screen.handle(Pick(values[0]))


@cache
def screens(lang):
    """Every screen in every state worth looking at: values, so they are made once."""
    return tuple(_screens(lang))


def _screens(lang):
    desk = Desk(lang)
    finding = Finding("x.yaml", Span(3, 1, 3, 2), "empty-file", "error", {})
    entries = (entry(SMALL), replace(entry(SMALL), id="broken", finding=finding))
    yield Title(desk=desk, trouble="x")
    yield Library(desk=desk, entries=entries)
    yield Library(desk=desk)
    for game in (briefed(), ended(), chair()):
        papers = len(Briefing(desk=desk, chair=game).papers)
        yield from (Briefing(desk=desk, chair=game, at=at) for at in range(max(1, papers)))
    for game in (chair(), chair(3)):
        table = Table(desk=desk, chair=game)
        yield from (table.now(tab=tab) for tab in (*TABS, "room"))
        yield from (table.now(at=at) for at in (1, 2))
    yield from (table.handle(Consult(folder)) for folder in folders(table))
    yield from bargained(desk)
    yield from (table.handle(Consult("duties")).handle(Pick(f"share/{seat}")) for seat in ("lead", "build", "water"))
    yield table.now(ending=True)
    for seat in ("build", "chief", "office", "discipline", "lead"):
        dossier = Dossier(desk=desk, chair=game, seat_id=seat, behind=table)
        yield from (dossier.now(tab=tab) for tab in dossier.tabs)
    for option in game.options:
        if option.fields and option.blocked is None:
            yield from filled(table.handle(Fill(option.kind)))
    fresh = Table(desk=desk, chair=look(started(3)))
    for kind in ("data", "consult", "convene"):
        yield [*filled(fresh.handle(Fill(kind)))][-1].handle(Proceed())
    evening = Evening(desk=desk, chair=chair(3), before=chair(3).before, events=chair(3).evening)
    yield evening
    yield evening.now(unfolded=True)
    done = Debrief(desk=desk, chair=ended(), real="1", turn="2")
    yield from (done.now(tab=tab) for tab in ("", *DEBRIEF_TABS))
    yield from whatifs(done)
    yield Preferences(desk=desk, behind=table)
    helped = Help(desk=desk, behind=table)
    yield from (helped.now(tab=tab) for tab in HELP_TABS)
    yield from (helped.now(tab="keys", asking="back", pressed=key) for key in ("", "f2", "down", "left"))
    library = Library(desk=desk, entries=entries)
    yield from (draft := Draft(desk=desk, behind=library), draft.now(trouble="x", answers=(("title", "校门口"),)))
    yield from tryouts(desk, library)
    yield from previews(desk)
    yield from recordings(desk)
    yield from classes(desk)
    yield from maps(desk)
    yield from handoffs(desk)
    yield from tables(desk, library)


@cache
def haggled(*known):
    """A game with an offer made and turned down, and these things known."""
    session = started()
    session.state.known = (*session.state.known, *known)
    session.do(Action("lead", "offer", {"table": "terms", "target": "build", "package": "monthly+stop", "side": ""}))
    return look(session)


def bargained(desk):
    """The folder of the tables with little and with much known, a package unfinished, locked, and over a red line."""
    for known in (("road.order.terms.leave>sort",), ("build.points", "road.points", "build.redline")):
        page = Table(desk=desk, chair=haggled(*known)).handle(Consult("bargains"))
        yield from (page, page.handle(Settle(0, "monthly")), page.handle(Compose(("full", "stop"))))


@cache
def played():
    """A playtest of few games, with a claim that holds and one that does not."""
    claims = "balance:\n  a: {grade: E, at_least: 1}\n  b: {title: {zh: 乙, en: B}, grade: A, at_least: 100}\n"
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small.yaml"
        path.write_text(SMALL.read_text(encoding="utf-8") + claims, encoding="utf-8")
        read = given(path, "class")
        return playtest(read.setting, read.source, ("passive", "steady"), 2, claims=read.claims)


def whatifs(debrief):
    """What if: the decisions, the ways to change one, what came of two changes, and every other tab in every state."""
    asked = debrief.handle(Take("whatif"))
    chosen = asked.handle(Pick(decisions(script_of(asked.moments), 1)[0]))
    yield from (asked, chosen, chosen.handle(Take("without")), chosen.handle(Take("bot.steady")))
    for another in (chosen.handle(Take("another")), asked.handle(Take("add.2"))):
        yield another
        for kind in ("offer", "consult"):
            yield from filled(another.handle(Fill(kind)))
    for tab in ("tables", "audit", "luck"):
        yield asked.handle(Show(tab))
    kept = replace(asked, path=SMALL)
    point = Point(1, Action("lead", "visit", {"target": "water"}), 1, 31, "none")
    lucky = Luck(410, (300, 400, 500), (300, 350, 400, 450, 500), 51.0, {"none": 1.0}, True)
    for tab, found in (("points", (point,)), ("luck", lucky)):
        yield kept.handle(Show(tab))
        for done, came, broke in ((20, None, None), (40, found, None), (0, None, OSError("x"))):
            labour = Labour(40, lambda told: None)
            labour.done, labour.found, labour.broke = done, came, broke
            yield replace(kept, tab=tab, labours={tab: labour})


def tryouts(desk, library):
    """A playtest under way, done, and broken."""
    for done, found, broke in ((40, None, None), (160, played(), None), (0, None, OSError("x"))):
        run = bots_games(SMALL, "class", "")
        run.done, run.found, run.broke = done, found, broke
        yield Tryout(desk=desk, behind=library, run=run, path=SMALL)


@cache
def previewed():
    """A file being written: never good; fine at a briefing that asks; broken, with a step that no longer applies."""
    text = SMALL.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small.yaml"
        path.write_text("format: 1\n", encoding="utf-8")
        waiting = preview(path)
        path.write_text(text, encoding="utf-8")
        good = waiting.look().do(Action("lead", "visit", {"target": "water"})).turn_to(2)
        path.write_text(text.replace("  water:", "  lake:").replace("water]", "lake]"), encoding="utf-8")
        skipping = good.look()
        path.write_text(text.replace("trust: 40", "trsut: 40"), encoding="utf-8")
        return waiting, good, skipping, skipping.turn_to(3).look(), good.turn_to(9)


def previews(desk):
    """The live preview with every page open."""
    for seen in previewed():
        yield from (Preview(desk=desk, seen=seen, tab=tab) for tab in ("game", *PREVIEW_TABS))
    planned = Preview(desk=desk, seen=previewed()[1].turn_to(1), tab="values", every=True)
    yield planned
    yield from (planned.now(asking=name, draft=draft) for name, draft in (("trust.build", "5"), ("stance.road", "")))


def recordings(desk):
    """The shelf full and empty, a replay with every page open and both pairs of eyes, and the class's screen."""
    session = ended().session
    shelf = recorded("shelf", session, desk)
    broken = replace(shelf.spines[0], path=Path("x.jsonl"), why="not_json", legible=False)
    yield from (shelf, shelf.now(spines=(broken, shelf.spines[0]), asking="import"), shelf.now(paths=(), spines=()))
    yield shelf.now(asking="export")
    replay = recorded("replay", session, desk)
    for tab in ("said", "evening", "marks", "room"):
        yield from (replay.now(tab=tab, at=at, whole=whole, marks=(0, 3)) for at, whole in ((0, False), (6, True)))
    yield replay.now(tab="seat", met="build", at=6)
    for game in (briefed(), ended()):
        yield recorded("project", game.session, desk)


def classes(desk):
    """A class with every page open, names shown, in two parts; everything one can be asked; and what can go wrong."""
    shown = classroom(SMALL, desk)
    yield from (shown.now(tab=tab) for tab in CLASS_TABS)
    named = shown.now(view=View(me=shown.view.me))
    yield from (named.now(told="x" * 90), named.now(asking="me"))
    found = shown.found
    for groups, tab, asking in ((2 * found.groups, "overview", "part"), ((), "left", "")):
        work = Labour(1, lambda told: None)
        work.found = replace(found, groups=groups)
        yield shown.now(work=work, tab=tab, asking=asking)
    places = (Place(SMALL.parent, (SMALL,)),)
    for done, came, broke in ((0, None, None), (1, None, None), (1, (), None), (1, places, None), (0, None, OSError())):
        labour = Labour(1, lambda told: None)
        labour.done, labour.found, labour.broke = done, came, broke
        yield shown.now(asking="folder", search=labour)
        if came is None:
            yield shown.now(work=labour)
    yield shown.now(work=None)


LAND = """map:
  sites:
    ford:
      {name: {zh: 渡口, en: The Ford}, x: 2, y: 3, population: 12000, option: leave, note: {zh: 有船, en: A boat.}}
    hill: {name: {zh: 山上, en: Hilltop}, x: 9, y: 8, population: 800, option: stop}
    mill: {name: {zh: 磨坊, en: The Mill}, x: 12, y: 2, population: 0}
  roads:
    - {between: [ford, hill], minutes: 25, ferry: true}
    - {between: [hill, mill], minutes: 20}
"""


@cache
def mapped(text=LAND):
    """A game of the small scenario with a map, at its first turn."""
    text = f"{SMALL.read_text(encoding='utf-8')}{text}"
    scenario = load(text, str(SMALL), "class")
    session = begin(scenario, 3, create(None, header(scenario, text, 3, "")))
    while session.state.phase != "planning":
        session.do(Action("lead", "end_turn"))
    return look(session)


def maps(desk):
    """The map with every site chosen, where sites stand for options and where none does."""
    bare = LAND.replace(", option: leave", "").replace(", option: stop", "")
    for text, ids in ((LAND, ("ford", "hill")), (bare, ("mill",))):
        files = Table(desk=desk, chair=mapped(text)).handle(Consult("map"))
        yield from (files.handle(Pick(id)) for id in ids)


@cache
def handed(turn=4):
    """A game of the small scenario in which it matters how often papers are handed on, after some turns."""
    text = SMALL.read_text(encoding="utf-8").replace("progress.real >= 70", "progress.real >= 70 or handoffs < 0")
    text = text.replace("clarity: 30, evidence: 30", "clarity: 0, liability: 90, evidence: 0")
    scenario = load(text, str(SMALL), "full")
    session = begin(scenario, 3, create(None, header(scenario, text, 3, "")))
    while session.state.turn < turn or session.state.phase != "planning":
        session.do(LEADS["passive"](1)(session.view("lead"), session.options("lead")))
    return look(session)


def handoffs(desk):
    """The ring before the first turn and after some, for every workstream."""
    for game in (handed(1), handed()):
        files = Table(desk=desk, chair=game).handle(Consult("handoffs"))
        yield from (files.handle(Pick(work.id)) for work in game.scenario.works)


def table_of_persons(*steps, people=("lead", "build", "road", "water", "chief"), pin="2468", **options):
    """A game several persons play, with the lead's steps done; what each of them is asked is still open."""
    text = SMALL.read_text(encoding="utf-8")
    scenario = load(text, str(SMALL), "class")
    seats = dict.fromkeys(people, "human")
    first = header(scenario, text, 3, "", seats=seats, options={"pin": pin and sealed_pin(pin, "ab"), **options})
    session = begin(scenario, 3, create(None, first), frozenset(people))
    for step in steps:
        session.do(step)
    return look(session)


END = Action("lead", "end_turn")


def tables(desk, library):
    """A class set up; the curtain, sheets of departments and of a leader, all answers on one screen, the desk."""
    setup = Setup(desk=desk, behind=library, path=SMALL, length="class").opened()
    yield from (setup, setup.handle(Proceed()))
    before, asked = table_of_persons(), table_of_persons(END)
    signing = table_of_persons(Action("lead", "group", {"rank": "principal"}))
    then = settled(before)
    yield from (Curtain(desk=desk, chair=game, then=then) for game in (asked, signing))
    sheet = Seat(desk=desk, chair=asked, then=then, seat_id="build")
    yield from (sheet, sheet.now(posture="lean", odd="share", act_there="fake"))
    yield Seat(desk=desk, chair=signing, then=then, seat_id=signing.awaited[0])
    entry = Round(desk=desk, chair=asked, then=then)
    yield from (entry, entry.handle(Enter("build", "stall")), entry.now(odd="build"))
    yield entry.handle(Enter("build", "stall")).now(exceptions=(("build", "share", "fake"),), at=0)
    yield entry.now(odd="build", work="share")
    yield Round(desk=desk, chair=signing, then=then)
    behind = Table(desk=desk, chair=before)
    closed = Direct(desk=desk, chair=asked, behind=behind)
    yield from (closed, closed.now(lock=Lock("123", wrong=True)))
    locked = recorded("replay", asked.session, desk)
    yield from (locked, locked.handle(Take("whole")).handle(Proceed()), locked.now(open=True, whole=True))
    for game in (asked, before):
        desk_ = closed.now(chair=game, open=True)
        yield from (desk_.now(tab=tab) for tab in PAGES)
        yield desk_.now(tab="events", picked=game.scenario.injects[0].id, texts=(("title", "x"), ("choice1", "y")))
    noted = table_of_persons(END)
    note(noted.session, "冷场")
    note(noted.session, "不是", 3)
    pause(noted.session, "休息")
    yield closed.now(chair=look(noted.session), open=True, tab="notes", picked="note.3")
    yield closed.now(open=True, tab="events", picked="effect1", texts=(("choice1", "y"),))
    yield closed.now(open=True, ending=True)
    yield Curtain(desk=desk, chair=look(noted.session), then=then)
