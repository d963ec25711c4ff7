"""The folder of the map: where one can build, who is within reach of each site, and how the bargaining stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.charts.county import Road, Town, frame
from game.charts.county import county as drawn
from game.desktop.column import Choice, Column
from game.desktop.geometry import Rect
from game.desktop.picture import chart_widget
from game.desktop.screens.errands import Fill
from game.desktop.screens.wishes import Pick, Show
from game.desktop.theme import TARGET
from game.desktop.widget import Line, Widget
from game.scenario.county import County, covered, times
from game.telling import county as told

if TYPE_CHECKING:
    from game.desktop.screens.files import Files
    from game.desktop.sheet import Sheet

SIDE = 46           # so many ems are wanted to put the map beside its figures
INSIDE, OUTSIDE = "●", "■"


def county(page: Files, sheet: Sheet, area: Rect) -> None:
    """The map with the chosen site's reach, and beside (or below) it what that means, in words and in a table."""
    land = page.chair.scenario.county
    assert land is not None
    ids = [place.id for place in land.places]
    chosen = ids.index(page.picked) if page.picked in ids else land.candidates[0]
    if sheet.ems(area) < SIDE:
        with sheet.scroll("map", area, "felt") as column:
            _choices(page, column, land, chosen)
            _picture(page, column, land, chosen, column.rest().h)
            _words(page, column, land, chosen)
            _figures(page, column, land, chosen)
        return
    left, right = area.columns((3, 2), sheet.unit(3))
    column = sheet.column(left, "felt")
    _choices(page, column, land, chosen)
    _picture(page, column, land, chosen, column.rest().h - sheet.unit(1))
    with sheet.scroll("map.words", right, "felt") as column:
        _words(page, column, land, chosen)
        _figures(page, column, land, chosen)


def _choices(page: Files, column: Column, land: County, chosen: int) -> None:
    """The sites on the table as tabs."""
    column.tabs(*(Choice(f"site.{land.places[i].id}", told.place(page.words, land, i), Pick(land.places[i].id),
                         selected=i == chosen) for i in land.candidates))  # fmt: skip


def _picture(page: Files, column: Column, land: County, chosen: int, height: int) -> None:
    """The map on its sheet of paper; a site can be chosen by its flag too."""
    sheet, em = column.sheet, column.sheet.ruler.size("small")
    pad = sheet.unit(1.5)
    legend = page.say("map.legend.picture")
    below = len(column.lines(legend, "small", "soft", column.rect)) * sheet.ruler.height("small") + sheet.unit(2)
    size = (column.rect.w - 2 * pad, max(16 * em, height - below - 2 * pad))
    towns, roads = _towns(page, land, chosen), _roads(land, chosen)
    ops = drawn(towns, roads, page.say("map.scale"), size, em)
    with column.card("paper", pad=1.5) as card:
        widget = chart_widget(sheet, "map.picture", page.say("map.picture", site=towns[chosen].name), ops, size)
        card.draw(widget._replace(hint="\n".join(told.reach(page.words, land, chosen))))
    onto, corner = frame(towns, size, em), (column.rect.x + pad, column.y - size[1] - pad)
    for i in land.candidates if any(place.stands for place in land.places) else ():
        x, y = onto.at(towns[i].at)
        spot = Rect(corner[0] + x - TARGET // 2, corner[1] + y - TARGET, TARGET, TARGET + em // 2)
        column.over(Widget(f"flag.{land.places[i].id}", "label", spot, name=towns[i].name,
                            action=Pick(land.places[i].id)))  # fmt: skip
    column.text(legend, "small", "soft")


def _towns(page: Files, land: County, chosen: int) -> list[Town]:
    near, flags = covered(land, chosen), land.candidates
    return [Town(told.place(page.words, land, i), (place.x, place.y), place.people,
                 "chosen" if i == chosen else "site" if i in flags else "", i in near)
            for i, place in enumerate(land.places)]  # fmt: skip


def _roads(land: County, chosen: int) -> list[Road]:
    """Each road with how far one gets on it in time from either end."""
    far = times(land, chosen)

    def part(end: int, minutes: int) -> float:
        return max(0.0, min(1.0, (land.reach - far[end]) / minutes))

    return [Road(w.a, w.b, part(w.a, w.minutes), part(w.b, w.minutes), w.ferry) for w in land.ways]


def _words(page: Files, column: Column, land: County, chosen: int) -> None:
    """What the chosen site means: its people within reach, who is left out, and where the talks over it are."""
    words, chair, place = page.words, page.chair, land.places[chosen]
    with column.card(look="document", id="map.card", name=told.place(words, land, chosen)) as card:
        card.heading(told.place(words, land, chosen))
        card.rule("accent")
        if note := words.text(place.note):
            card.text(note, "small", "soft")
        for line in told.reach(words, land, chosen):
            card.text(line)
    lines = told.bargained(words, chair.scenario, chair.seen, land, chosen)
    if not lines or place.stands is None:
        return
    column.text(page.say("map.bargaining"), "strong", "accent")
    for line in lines:
        column.text(line, "small")
    table = chair.scenario.tables[place.stands[0]].id
    able = [kind for kind in ("offer", "convene") if (option := chair.option(kind)) is not None
            and option.blocked is None and any(f.name == "table" and table in f.choices for f in option.fields)]
    doors = [Choice("map.bargains", page.say("map.bargains"), Show("bargains"))]
    doors += [Choice(f"map.{kind}", words(f"offer.{kind}.label"), Fill(kind, (("table", table),))) for kind in able]
    column.buttons(*doors)


def _figures(page: Files, column: Column, land: County, chosen: int) -> None:
    """Minutes from every place to every site, and how many people each site reaches."""
    words, sites = page.words, land.candidates[:4]
    column.space(2)
    column.text(page.say("map.table", minutes=land.reach), "strong", "accent")
    far = {i: times(land, i) for i in sites}
    _line(column, page.say("map.from"), [told.place(words, land, i) for i in sites], "")
    for n, place in enumerate(land.places):
        marks = [f"{INSIDE if far[i][n] <= land.reach else OUTSIDE} {far[i][n]}" for i in sites]
        name = page.say("map.place", place=told.place(words, land, n), people=told.people(words, place.people))
        ways = "\n".join(told.way(words, land, n, i) for i in sites if i != n)
        _line(column, name, marks, ways, f"way.{place.id}")
    sums = [f"{told.share(land, i)}%" for i in sites]
    _line(column, page.say("map.share"), sums, "\n".join(told.reach(words, land, i)[0] for i in sites), "map.sum")
    column.text(page.say("map.legend", inside=INSIDE, outside=OUTSIDE), "small", "soft")


def _line(column: Column, name: str, cells: list[str], hint: str, id: str = "") -> None:
    """One line of the table: a name and a figure a site."""
    height = column.sheet.ruler.height("small")
    first, *rest = Rect(0, 0, column.rect.w, height).columns((3, *(2,) * len(cells)))
    lines: list[Line] = list(column.lines(name, "small", "ink", first))
    tall = max(1, len(lines))
    for cell, at in zip(cells, rest, strict=True):
        found = column.lines(cell, "small", "ink", at, "right")
        tall = max(tall, len(found))
        lines += found
    rect = Rect(0, 0, column.rect.w, tall * height)
    spoken = " ".join((name, *cells))
    column.draw(Widget(id, "label", rect, name=spoken, lines=tuple(lines), look=column.look, hint=hint), 0.25)
