import re
from itertools import combinations

import pygame
import pytest
from games import screens, started

from game.desktop import focus
from game.desktop.geometry import Rect
from game.desktop.intent import Edit
from game.desktop.painter import Painter
from game.desktop.picture import picture
from game.desktop.screens.chair import look
from game.desktop.screens.desk import Desk
from game.desktop.screens.dossier import Dossier
from game.desktop.screens.table import TABS, Table
from game.desktop.sheet import Sheet, window_factor
from game.desktop.theme import MEASURE, TARGET, THEMES, contrast
from game.desktop.type import Type
from game.telling.glyphs import missing

SIZES = [(1280, 720), (1920, 1080)]


def laid_out(screen, size, scale):
    sheet = Sheet(size, Type(window_factor(size) * scale / 100))
    screen.layout(sheet)
    return sheet


SPREAD = [(lang, size, scale) for lang in ("zh", "en") for size in SIZES for scale in (100, 150)]
EVERY = [(lang, size, scale) for lang in ("zh", "en", "tw") for size in (*SIZES, (2560, 1440))
         for scale in (100, 150, 200)]  # fmt: skip
"""What is looked at in every run, and what by hand."""


@pytest.fixture(scope="module", name="sheets", ids=str, params=[
    *SPREAD, *(pytest.param(one, marks=pytest.mark.long) for one in EVERY if one not in SPREAD)])  # fmt: skip
def _sheets(request):
    lang, size, scale = request.param
    ruler = Type(window_factor(size) * scale / 100)
    found = []
    for screen in screens(lang):
        sheet = Sheet(size, ruler)
        screen.layout(sheet)
        found.append((screen, sheet))
    return found


def test_everything_pressable_is_large_enough_and_named(sheets):
    for screen, sheet in sheets:
        for widget in focus.usable(sheet.widgets):
            if widget.interactive:
                assert min(widget.rect.size) >= TARGET, (screen.name, widget.id)
                assert widget.id
                assert widget.name
            elif widget.focusable and widget.extent is None:
                assert widget.name, (screen.name, widget.id)


def test_ids_are_unique(sheets):
    for screen, sheet in sheets:
        ids = [w.id for w in sheet.widgets if w.id]
        assert len(ids) == len(set(ids)), (screen.name, sorted(i for i in ids if ids.count(i) > 1))


def test_lines_stay_inside_their_widget_and_are_not_too_long(sheets):
    for screen, sheet in sheets:
        for widget in sheet.widgets:
            for line in widget.lines:
                width = sheet.ruler.width(line.style, line.text)
                box = Rect(line.x, line.y, width, sheet.ruler.height(line.style))
                assert widget.rect.inset(-1).encloses(box), (screen.name, sheet.rect, widget.id, line)
                assert width <= MEASURE * sheet.ruler.size(line.style)


SURFACES = ("panel", "document", "button", "item", "tab", "field", "plate", "ledger", "cell", "stairs", "desk",
            "tooltip", "callout")  # fmt: skip
"""Roles that paint a surface of their look under what is written on it."""


def test_every_line_can_be_read_on_what_it_is_written_on(sheets):
    """The ink of each line against the paper under it, in the first theme; what lies below a veil is left out."""
    looks = THEMES["light"].looks
    for screen, sheet in sheets:
        top = max(w.layer for w in sheet.widgets if w.layer < 2)
        surfaces = [n for n, w in enumerate(sheet.widgets) if w.role in SURFACES]
        for n, widget in enumerate(sheet.widgets):
            if not widget.lines or widget.layer < top or not (widget.seen.w and widget.seen.h):
                continue
            below = (sheet.widgets[k] for k in reversed(surfaces) if k <= n)
            under = next((w for w in below if w.layer <= widget.layer and w.seen.contains(widget.seen.centre)), None)
            paper = looks[under.look if under is not None else "page"].paper
            for line in widget.lines:
                ink = getattr(looks[widget.look], line.tone)
                assert contrast(ink, paper) >= 4.5, (screen.name, getattr(screen, "tab", ""), widget.look, line.text)


def test_nothing_pressable_overlaps(sheets):
    for screen, sheet in sheets:
        pressable = [widget for widget in focus.usable(sheet.widgets) if widget.interactive]
        for a, b in combinations(pressable, 2):
            assert not a.seen.overlaps(b.seen), (screen.name, sheet.rect, a.id, b.id)


def test_everything_lies_in_the_window_or_can_be_scrolled_to(sheets):
    for screen, sheet in sheets:
        for widget in sheet.widgets:
            assert widget.region or sheet.rect.encloses(widget.rect), (screen.name, widget.id, widget.rect)


def shape(data):
    return tuple(map(shape, data)) if isinstance(data, tuple) and len(data) < 5 else type(data)


PAINTED = set()      # kinds of widgets this process has painted: one size of each is enough


def test_every_kind_of_widget_can_be_painted(sheets):
    """The first widget of each role with data of each shape, at the size and scale at hand."""
    kinds = {}
    for _, sheet in sheets:
        for widget in sheet.widgets:
            kinds.setdefault((widget.role, widget.level is None, shape(widget.data)), widget)
    kinds = {kind: widget for kind, widget in kinds.items() if kind not in PAINTED}
    sheet = sheets[0][1]
    painter = Painter(THEMES["light"], sheet.ruler, sheet.unit(), {"picture": picture})
    painter.paint(pygame.Surface(sheet.rect.size, 0, 32), list(kinds.values()))
    PAINTED.update(kinds)


def test_everything_pressable_is_reached_by_tab(sheets):
    for screen, sheet in sheets:
        wanted = {widget.id for widget in focus.usable(sheet.widgets) if widget.interactive}
        reached, at = set(), ""
        for _ in focus.stops(sheet.widgets):
            at = focus.following(sheet.widgets, at)
            reached.add(at)
        assert wanted <= reached, screen.name


def test_every_character_is_in_the_font_and_every_word_in_the_catalogue(sheets):
    for screen, sheet in sheets:
        told = [text for widget in sheet.widgets for text in (widget.text, widget.name, widget.hint)]
        assert missing("".join(told).replace("\n", "")) == "", screen.name
        assert not any(re.search(r"window\.\w", text) for text in told), screen.name


def test_every_why_has_an_answer(sheets):
    for screen, sheet in sheets:
        for widget in focus.usable(sheet.widgets):
            if isinstance(widget.why, str):
                assert screen.explain(widget.why).text, (screen.name, widget.why)


PRESSED = ("heading", "button", "tab", "item", "picture")     # titles, keys and counts on what is pressed, charts
STORIES = ("evening", "debrief", "notes")           # pages that tell in sentences what happened
COUNTS = ("time.head.day", "window.table.left", "window.table.end.left", "window.dossier.discipline",
          "window.dossier.own", "window.energy")


def excused(screen, widget):
    if widget.role in PRESSED:
        return True
    if widget.role != "label" or widget.id:
        return False
    plain = [re.sub(r"\\\{\w+\\\}", ".*", re.escape(screen.words.raw(key))) for key in COUNTS]
    return {screen.name, getattr(screen, "tab", "")} & {*STORIES} or any(re.fullmatch(p, widget.name) for p in plain)


def test_every_number_says_why(sheets):
    for screen, sheet in sheets:
        if screen.name not in ("table", "dossier", "evening", "debrief"):
            continue
        top = max(widget.layer for widget in sheet.widgets)
        for widget in sheet.widgets:
            shown = "".join([widget.value, *(line.text for line in widget.lines)])
            silent = widget.why is None and not widget.hint
            if widget.layer == top and silent and any(char.isdigit() for char in shown):
                assert excused(screen, widget), (screen.name, widget)


def test_a_burden_found_out_is_explained_and_another_is_not():
    session = started(2)
    state = session.state
    state.known = (*state.known, "build.workload")
    state.load = [load + 50 for load in state.load]
    table = Table(desk=Desk("en"), chair=look(session))
    dossier = Dossier(desk=table.desk, chair=table.chair, seat_id="build", behind=table)
    sheet = laid_out(dossier, (1280, 720), 100)
    assert "load.build" in {widget.why for widget in sheet.widgets}
    assert "since the start" in dossier.explain("load.build").text
    others = [peer.id for peer in table.chair.scenario.peers if peer.id != "build"]
    assert not any("since the start" in dossier.explain(f"load.{id}").text for id in others)


def test_the_thermometers_are_in_sight_and_the_corner_plates_stand_clear():
    screen = Table(desk=Desk("zh"), chair=look(started(3)))
    sheet = laid_out(screen, (1920, 1080), 150)
    found = {widget.id: widget for widget in sheet.widgets if widget.id}
    for place in ("upper", "middle", "low"):
        gauge = found[f"heat.{place}"]
        assert gauge.clip.encloses(gauge.rect)
    plates = [widget for id, widget in found.items() if id.startswith("seat.")]
    for a, b in combinations(plates, 2):
        assert not a.rect.inset(-sheet.unit()).overlaps(b.rect), (a.id, b.id)


def test_the_smallest_type_can_be_read_in_a_small_window():
    assert Type(window_factor((1280, 720))).size("small") >= 15


@pytest.mark.parametrize("scale", [125, 175, 200])
def test_the_smallest_window_and_the_largest_type(scale):
    for screen in screens("en"):
        sheet = laid_out(screen, (800, 600), scale)
        for widget in focus.usable(sheet.widgets):
            assert widget.region or sheet.rect.encloses(widget.rect), (screen.name, widget.id, widget.rect)


def test_the_table_tells_nothing_hidden():
    plain, changed = started(2), started(2)
    state = changed.moments[-1].state
    state.real = [min(1000, real + 400) for real in state.real]
    state.belief = [500 for _ in state.belief]
    for tab in TABS:
        one, other = (laid_out(Table(chair=look(session), tab=tab), (1280, 720), 100) for session in (plain, changed))
        assert one.widgets == other.widgets


def test_the_library_finds_by_what_is_taught():
    library = next(screen for screen in screens("zh") if screen.name == "library" and screen.entries)
    assert library.found == [0, 1]
    title = library.entries[0].title.get("zh")
    assert library.handle(Edit("search", title[:4])).entry is library.entries[0]
    assert library.handle(Edit("search", "无此一件")).entry is None
