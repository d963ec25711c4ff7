"""No page of a seat tells another seat's secret: in the window, in the terminal and on the class's screen.

Two games that differ in one secret only (in the state, in the scenario, or in what was said to others) must give the
same widgets and the same lines to whoever may not know it. A few secrets of every shipped scenario are tried each time,
all of them in several states with `-m long`.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from game.desktop.screens.briefing import Briefing
from game.desktop.screens.chair import look
from game.desktop.screens.curtain import Curtain
from game.desktop.screens.desk import Desk
from game.desktop.screens.dossier import Dossier
from game.desktop.screens.errands import Fill
from game.desktop.screens.evening import Evening
from game.desktop.screens.files import Files, folders
from game.desktop.screens.onward import settled
from game.desktop.screens.project import Project
from game.desktop.screens.round import Round
from game.desktop.screens.seat import Seat
from game.desktop.screens.table import TABS, Table
from game.desktop.sheet import Sheet
from game.desktop.type import Type
from game.session.follow import Follow
from game.session.recording import create, header
from game.session.replay import Moment
from game.session.session import Session
from game.telling.words import words
from game.terminal.board import table
from game.terminal.prompt import Leave, Prompt
from game.terminal.seats import considered, curtain
from tests.rules.test_secrecy import OTHER, Secret, scenario_secrets, state_secrets
from tests.table import SHIPPED, scenario_of, some, walk

NAMES = [f"{path.stem}-class" for path in SHIPPED]
LEAD, CLASS = "lead", "office"      # the office plays no part and finds nothing out: it knows what everybody may
DESK = Desk("en")
SAID = words("en")


def at_work(name, phase):
    """Return the strides of a game so far, for every time at which it stands in a phase."""
    strides = walk(name, 1, False)
    return [strides[:n] for n, s in enumerate(strides) if n and s.before.phase == phase and s.before.turn > 1
            and (phase != "response" or len(s.before.asked) > 1)]  # fmt: skip


def moments(strides, state):
    """Return the moments of a game that stands in a state now."""
    found = [Moment(n, s.after, s.events, s.action) for n, s in enumerate(strides, 1)]
    return [*found[:-1], replace(found[-1], state=state)]


def plot_secrets(scenario, state):
    """Change what has not come yet, and what the author wrote for the trainer."""

    def secret(name, **change):
        return Secret(name, frozenset({"trainer"}), replace(scenario, **change), state)

    coming = [n for n, fired in enumerate(state.fired) if fired != 1]
    if coming:
        told = tuple(replace(x, title=OTHER, text=OTHER) if n in coming else x for n, x in enumerate(scenario.injects))
        yield secret("news to come", injects=told)
    yield secret("endings", endings=tuple(replace(x, title=OTHER, text=OTHER) for x in scenario.endings))
    yield secret("expected", expectations=tuple(replace(x, text=OTHER) for x in scenario.expectations))


def secrets(scenario, state):
    return [*state_secrets(scenario, state), *scenario_secrets(scenario, state), *plot_secrets(scenario, state)]


def widgets(screen):
    sheet = Sheet((1280, 720), Type(1.0))
    screen.layout(sheet)
    return sheet.widgets


def lines(shown):
    """Return what a piece of the terminal prints until it asks."""
    out = []

    def ask(question):
        out.append(question)
        raise EOFError

    with suppress(Leave):
        out += shown(Prompt(SAID, ask, out.append)) or ()
    return tuple(out)


def leads(chair):
    """Yield every page a lead can open without doing anything, and the first page of every form."""
    page = Table(desk=DESK, chair=chair)
    if chair.seen.asked:
        news = Briefing(desk=DESK, chair=chair)
        yield from (news.now(at=at) for at in range(len(news.papers)))
        return
    yield from (page.now(tab=tab) for tab in (*TABS, "room"))
    yield from (Files(desk=DESK, chair=chair, behind=page, tab=tab) for tab in folders(page))
    for seat in chair.scenario.seats[:-1]:
        file = Dossier(desk=DESK, chair=chair, seat_id=seat, behind=page)
        yield from (file.now(tab=tab) for tab in file.tabs)
    yield from filter(None, (page.handle(Fill(o.kind)) for o in chair.options if o.fields and o.blocked is None))
    yield Evening(desk=DESK, chair=chair, before=chair.seen, events=chair.evening)


def pages(scenario, played, seat, few=False):
    """Return all that a seat is shown, as values that can be compared."""
    people = frozenset({LEAD, *(peer.id for peer in scenario.peers), *(leader.id for leader in scenario.leaders)})
    session = Session(scenario, played, create(None, header(scenario, "", 1, "")), people)
    if seat == CLASS:
        shown = [Project(desk=DESK, seen=Follow(Path("x"), scenario, tuple(played), (0, 0.0)))]
        if session.state.asked and session.state.phase == "response":
            chair = look(session)
            shown += [Curtain(desk=DESK, chair=chair, then=settled(chair)),
                      Round(desk=DESK, chair=chair, then=settled(chair))]  # fmt: skip
        return [*map(widgets, shown), lines(lambda prompt: curtain(prompt, scenario, scenario.peers[0].id))]
    if seat == LEAD:
        shown = list(leads(look(session)))
        board = table(SAID, session.public(), session.view())
        return [*map(widgets, some(shown, 5, 7) if few else shown), tuple(board)]
    chair = look(session)
    sheet = Seat(desk=DESK, chair=chair, then=settled(chair), seat_id=seat)
    return [widgets(sheet), lines(lambda prompt: considered(prompt, session, seat) and ())]


def viewers(state):
    """Return who looks at something in a state."""
    asked = [ask.seat for ask in state.asked if ask.seat != LEAD]
    return [CLASS, *asked] if asked else [CLASS, LEAD]


def hides(name, times, count, few):
    """Hold for some times of a game and some secrets that nobody is shown what they may not know."""
    tried, scenario = 0, scenario_of(name)
    for phase in ("briefing", "planning", "response"):
        for strides in some(at_work(name, phase), times, 3):
            state = strides[-1].after
            for seat in viewers(state)[: 2 if few else None]:
                plain = pages(scenario, moments(strides, state), seat, few)
                for secret in some([s for s in secrets(scenario, state) if seat not in s.owners], count, 5):
                    shown = pages(secret.scenario, moments(strides, secret.state), seat, few)
                    assert shown == plain, f"{seat} can tell {secret.name} in turn {state.turn}"
                    tried += 1
                heard = [replace(s, events=tuple(e for e in s.events if e.seen_by("" if seat == CLASS else seat)))
                         for s in strides]  # fmt: skip
                assert pages(scenario, moments(heard, state), seat, few) == plain, f"{seat} can tell what others heard"
    assert tried


@pytest.mark.parametrize("name", NAMES)
def test_no_page_tells_a_secret_of_another_seat(name):
    hides(name, 1, 8, few=True)


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_no_page_tells_any_secret_of_another_seat_in_many_states(name):
    hides(name, 3, 1000, few=False)


def test_what_a_seat_may_know_it_is_shown():
    """The tests above could not fail if the pages showed nothing."""
    name = "tendering_reform-class"
    scenario, strides = scenario_of(name), at_work(name, "response")[0]
    state = strides[-1].after
    seat = state.asked[0].seat
    plain, blind, own = pages(scenario, moments(strides, state), seat), [], 0
    for secret in (s for s in secrets(scenario, state) if s.owners == {"trainer", seat} and "interest" in s.name):
        own += 1
        if pages(secret.scenario, moments(strides, secret.state), seat) == plain:
            blind.append(secret.name)
    assert own
    assert not blind
