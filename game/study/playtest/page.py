"""What came of a playtest as one HTML page: standing alone, no scripts, fit to be printed."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from game.charts.bands import Band, bands, scale
from game.charts.chart import Op
from game.charts.dots import Dot, Panel, dots
from game.charts.svg import svg
from game.study.experiment.statistics import mean, mean_interval
from game.study.playtest.finding import findings
from game.study.playtest.report import broken
from game.study.playtest.result import Playtest, Spread3
from game.study.playtest.wording import GROUPS, KINDS, Teller, between, number, percent
from game.telling.words import Words

WIDTH, EM, ROW = 900, 14, 130
_LANGS = {"zh": "zh-CN", "tw": "zh-TW", "en": "en"}
_ABREAST = 4


def as_html(test: Playtest, words: Words) -> str:
    """Return the page in a language."""
    t = Teller(words, test)
    room = Environment(
        loader=PackageLoader("game.study.playtest", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return room.get_template("page.html").render(
        words=words, lang=_LANGS[words.lang], t=t, test=test, number=number, percent=percent,
        title=words.text(test.scenario.title), findings=list(_findings(t)),
        broke=[broken(t, b.bot, b.seed, b.why) for b in test.broke], marks=_marks(t), measures=list(_measures(t)),
        coverage=list(_coverage(t)), replies=list(_replies(t)), worth=_worth(t), between=between,
        endings=[e.id for e in test.scenario.endings], last=test.seed + test.games - 1,
    )  # fmt: skip


def _findings(t: Teller) -> Iterator[tuple[str, list[str]]]:
    """Yield the findings under what they are about, the gravest first."""
    for group, found in groupby(findings(t.test), key=lambda told: GROUPS[told.code.partition(".")[0]]):
        yield t.words(f"playtest.group.{group}"), [t.finding(told) for told in found]


def _drawn(ops: tuple[Op, ...], height: int, title: str) -> Markup:
    """Return a chart as markup; the painter has escaped every word in it."""
    return Markup(svg(ops, (WIDTH, height), EM, title))


def _marks(t: Teller) -> Markup:
    """Return the picture of the bots' marks with their intervals."""
    title = t.words("playtest.measure.mark")
    if not t.test.played:
        return Markup("")
    ranked = sorted(t.test.played, key=lambda p: p.score[0], reverse=True)
    ops, height = dots([Panel(title, tuple(Dot(t.bot(p.bot), *p.score) for p in ranked))], WIDTH, EM)
    return _drawn(ops, height, title)


def _measures(t: Teller) -> Iterator[tuple[str, list[Markup]]]:
    """Yield each measure's name with its pictures, a few bots abreast."""
    played = t.test.played
    for name in played[0].measures if played else ():
        panels = [Band(t.bot(p.bot), p.measures[name]) for p in played]
        rows = [panels[i : i + _ABREAST] for i in range(0, len(panels), _ABREAST)]
        title, span = t.measure(name), scale(panels)
        yield title, [_drawn(bands(row, span, _ABREAST, (WIDTH, ROW), EM), ROW, title) for row in rows]


def _coverage(t: Teller) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """Yield each kind of part with its parts, the rarest first."""
    for kind in KINDS:
        shares = t.test.coverage[kind]
        if shares:
            found = sorted(((share, t.name(kind, id)) for id, share in shares.items()))
            yield t.words(f"playtest.kind.{kind}"), [(name, share) for share, name in found]


def _worth(t: Teller) -> list[tuple[str, Spread3, int]]:
    """Return every action that was used, what it added to the mark and in how many games that was tried, best first."""
    found = []
    for action, games in t.test.worth.items():
        kind, _, move = action.partition(":")
        name = t.name("moves", move) if move else t.name("actions", kind)
        found.append((name, mean_interval([gain for _, gain in games]), len(games)))
    return sorted(found, key=lambda row: -row[1][0])


def _replies(t: Teller) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each inject whose replies were tried, with the mean mark after each where all of a game were open."""
    for inject, games in t.test.replies.items():
        names = sorted({reply for _, marks in games for reply in marks})
        whole = [marks for _, marks in games if len(marks) == len(names)]
        if whole:
            rows = [{"reply": t.name("choices", f"{inject}.{n}"), "mark": mean([m[n] for m in whole])} for n in names]
            yield t.name("injects", inject), sorted(rows, key=lambda row: -row["mark"])
