"""The ledgers: an open book a workstream, what was reported on one page, what was last verified on the other."""


from game.desktop.column import Column
from game.desktop.faces import Page, ledger, meter
from game.desktop.screens.play import Play
from game.rules.view import WorkView
from game.telling import name
from game.telling.number import amount, scaled


def books(page: Play, column: Column) -> None:
    """Every workstream's book, then what the public sees."""
    for view in page.chair.seen.works:
        _book(page, column, view)
    column.space(2)
    column.text(page.say("book.public"), "strong")
    scenario, words = page.chair.scenario, page.words
    for measure, value in zip(scenario.measures, page.chair.seen.public, strict=True):
        span = measure.goal - measure.start
        gained = max(0, min(1000, (value - measure.start) * 1000 // span)) if span else 0
        now, goal = scaled(value, measure.decimals), scaled(measure.goal, measure.decimals)
        told = page.say("book.measure", value=now, goal=goal, unit=words.text(measure.unit))
        way = page.say("book.way", start=amount(words, measure, measure.start), now=amount(words, measure, value),
                       goal=amount(words, measure, measure.goal))  # fmt: skip
        shown = meter(column.sheet, f"public.{measure.id}", words.text(measure.name), gained, told, column.rect.w,
                      look="page", hint=way)  # fmt: skip
        column.draw(shown._replace(why=f"public.{measure.id}"))


def _book(page: Play, column: Column, view: WorkView) -> None:
    words, scenario = page.words, page.chair.scenario
    owner = page.say("book.owner", who=page.seat(view.owner)) if view.owner else page.say("book.ownerless")
    title = name.full_work(words, scenario, view.id)
    column.text(title, "strong")
    column.text(f"{owner}    {page.say('book.clarity', value=page.percent(view.clarity))}", "small",
                id=f"clarity.{view.id}", why=f"clarity.{view.id}")  # fmt: skip
    day = view.seen_day
    looked = page.say("book.never") if day is None else page.say("book.day", when=page.moment(day, "on"))
    real = Page(page.say("book.real"), page.percent(view.seen), looked)
    reported = Page(page.say("book.told"), page.percent(view.reported))
    shown = ledger(column.sheet, f"book.{view.id}", title, reported, real, column.rect.w)
    column.draw(shown._replace(why=f"rate.{view.id}"))
    column.space(2)
