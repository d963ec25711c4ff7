"""What came of a `whatif`, as the command prints it: text in a language, or one JSON document."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from game.rules import Action, State
from game.scenario.scenario import Scenario
from game.session.replay import Moment
from game.study.audit import Use
from game.study.debrief import ended
from game.study.whatif.branch import Branch, decisions
from game.study.whatif.course import Course, Entry, Missed, script_of
from game.study.whatif.paired import Luck, Point
from game.study.whatif.reach import Reach
from game.study.whatif.wording import Teller, ending, told_use
from game.telling.closing import how_ended
from game.telling.columns import grid
from game.telling.number import plain
from game.telling.offer import blocked
from game.telling.words import Words

SHOWN = ("real", "reported", "mark", "trust", "attention", "credibility")
"""The measures of the table, in order."""
_SAME = 0.5
"""Differences (in points) below this are not told."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was asked of a game: each part is None where it was not asked for. `turn` alone asks for its decisions."""

    scenario: Scenario
    moments: Sequence[Moment]
    was: Course
    turn: int | None = None
    branch: Branch | None = None
    luck: Luck | None = None
    points: tuple[Point, ...] | None = None
    reach: Reach | None = None
    audit: tuple[Use, ...] | None = None

    @property
    def bare(self) -> bool:
        """Whether a turn's decisions are all that is asked for."""
        found = (self.branch, self.luck, self.points, self.reach, self.audit)
        return self.turn is not None and not any(part is not None for part in found)


def as_text(report: Report, words: Words) -> str:
    """Return the report for people."""
    t = Teller(words, report.scenario)
    lines = [words.text(report.scenario.title), words("whatif.was", end=t.end(report.was.ending, report.was.mark))]
    if report.moments[-1].state.phase != "debrief":
        lines.append(words("whatif.unfinished", turn=report.moments[-1].state.turn))
    if report.bare:
        lines += ["", *_decisions(report, t)]
    if report.branch is not None:
        lines += ["", *_branch(report.branch, t)]
    if report.luck is not None:
        lines += ["", *luck_told(report.luck, t)]
    if report.points is not None:
        lines += ["", *points_told(report.points, t)]
    if report.reach is not None:
        lines += ["", *reach_told(report.reach, t)]
    if report.branch is not None or report.points is not None:
        lines += ["", *tables_told(report, t)]
    if report.audit is not None:
        lines += ["", *audit_told(report.audit, t)]
    return "\n".join(lines)


def _decisions(report: Report, t: Teller) -> Iterator[str]:
    """The decisions of a turn by the numbers `--without` takes."""
    script, turn = script_of(report.moments), report.turn or 0
    places = decisions(script, turn)
    yield t.words("whatif.decisions" if places else "whatif.no_decisions", turn=turn)
    for n, place in enumerate(places, 1):
        yield f"  {n}  {t.entry(script[place])}"
    yield t.words("whatif.hint", turn=turn)


def _branch(branch: Branch, t: Teller) -> Iterator[str]:
    """The change, both curves from just before it, both endings, and what differs in words."""
    words, was, now = t.words, branch.was, branch.now
    yield t.change(branch)
    yield ""
    yield from _curves(branch, t)
    yield ""
    heads = ["", words("whatif.head.was"), words("whatif.head.now")]
    row = [[words("whatif.head.end"), ending(words, t.scenario, was.ending), ending(words, t.scenario, now.ending)],
           [t.measure("mark"), plain(was.mark), plain(now.mark)]]  # fmt: skip
    yield from (line.rstrip() for line in grid([heads, *row]))
    yield ""
    yield from t.differences(branch)
    if now.missed:
        yield words("whatif.missed", n=len(now.missed))
        for missed in now.missed:
            yield t.missed(missed)


def _curves(branch: Branch, t: Teller) -> list[str]:
    """A row a turn: each measure as it was and, where it differs, as it would have been."""
    was, now, first = branch.was.curve, branch.now.curve, max(0, branch.change.turn - 1)
    rows = [[t.words("whatif.head.turn"), *(t.measure(m) for m in SHOWN)]]
    for n in range(first, max(len(was["mark"]), len(now["mark"]))):
        rows.append([str(n), *(_cell(was[m], now[m], n) for m in SHOWN)])
    return [line.rstrip() for line in grid(rows, range(len(SHOWN) + 1))]


def _cell(was: Sequence[float], now: Sequence[float], n: int) -> str:
    before, after = (f"{c[n]:.0f}" if n < len(c) else "–" for c in (was, now))
    return before if before == after else f"{before}→{after}"


def luck_told(luck: Luck, t: Teller) -> Iterator[str]:
    """Yield where a game's mark lies among those of the same decisions on other luck."""
    words = t.words
    yield words("whatif.luck", n=len(luck.marks))
    low, quarter, half, upper, high = map(plain, luck.quantiles)
    yield words("whatif.luck.marks", low=low, quarter=quarter, half=half, upper=upper, high=high)
    yield words("whatif.luck.place", mark=plain(luck.played), percentile=f"{luck.percentile:.0f}")
    reached = [words("whatif.luck.ending", ending=ending(words, t.scenario, e), share=f"{100 * s:.0f}")
               for e, s in luck.endings.items()]  # fmt: skip
    yield words("whatif.luck.endings", endings=words("list.between").join(reached))
    if not luck.own:
        yield words("whatif.luck.others")


def points_told(points: Sequence[Point], t: Teller) -> Iterator[str]:
    """Yield the decisions that mattered most, the weightiest first."""
    words = t.words
    yield words("whatif.points" if points else "whatif.no_points", n=len(points))
    for n, point in enumerate(points, 1):
        yield words(f"whatif.point.{'up' if point.worth > 0 else 'down'}", n=n, turn=point.turn,
                    action=t.action(point.action), worth=plain(abs(point.worth)), number=point.number,
                    ending=ending(words, t.scenario, point.ending))  # fmt: skip


def reach_told(reach: Reach, t: Teller) -> Iterator[str]:
    """Yield what was in reach from each turn on, a row a turn, and what the turn that gave away most gave away."""
    yield t.words("whatif.reach")
    heads = [t.words(f"whatif.head.{name}") for name in ("turn", "reach", "given", "end")]
    rows = [[str(n), plain(way.mark), plain(given), ending(t.words, t.scenario, way.ending)]
            for n, (way, given) in enumerate(zip(reach.ways, reach.given, strict=False), 1)]  # fmt: skip
    last = reach.ways[-1]
    rows.append([t.words("whatif.head.was"), plain(last.mark), "", ending(t.words, t.scenario, last.ending)])
    yield from (line.rstrip() for line in grid([heads, *rows], range(3)))
    yield from reach_summed_up(reach, t)


def reach_summed_up(reach: Reach, t: Teller) -> Iterator[str]:
    """Yield which turn gave away most, and what the strong player would have done in it."""
    words, worst = t.words, reach.worst
    if worst < 0:
        yield words("whatif.reach.kept")
        return
    yield words("whatif.reach.whole", first=plain(reach.ways[0].mark), last=plain(reach.ways[-1].mark))
    deeds = [t.deed(deed) for deed in reach.ways[worst].deeds]
    yield words("whatif.reach.worst", turn=worst + 1, by=plain(reach.given[worst]))
    yield words("whatif.reach.instead") if deeds else words("whatif.reach.nothing")
    yield from (f"  · {deed}" for deed in deeds)


def tables_told(report: Report, t: Teller) -> Iterator[str]:
    """How each table ended, and where that differs, how it would have."""
    yield t.words("closing.tables.title")
    for n in range(len(report.scenario.tables)):
        told = [_table(report.scenario, n, c.last, t.words) for c in _courses(report)]
        yield f"  · {told[0]}"
        if told[-1] != told[0]:
            yield "    " + t.words("whatif.table.now", told=told[-1])


def _table(scenario: Scenario, n: int, last: State, words: Words) -> str:
    return how_ended(words, scenario, ended(scenario, last, n))


def _courses(report: Report) -> list[Course]:
    return [report.was] + ([report.branch.now] if report.branch is not None else [])


def audit_told(audit: Sequence[Use], t: Teller) -> Iterator[str]:
    """Yield every use of oversight: what was tried before, its fit, effect and cost, and what was cheaper."""
    yield t.words("whatif.audit" if audit else "whatif.no_audit", n=len(audit))
    for use in audit:
        yield f"  · {told_use(t, use)}"


def as_json(report: Report, words: Words) -> str:
    """Return the report as one document: levels 0–100, every asked part under its name, sentences in the language."""
    t = Teller(words, report.scenario)
    document: dict[str, Any] = {
        "scenario": report.scenario.id, "seed": report.moments[0].state.seed, "turn": report.turn,
        "finished": report.moments[-1].state.phase == "debrief", "was": _course(report.was),
    }  # fmt: skip
    if report.bare:
        script = script_of(report.moments)
        document["decisions"] = [_decision(n, script[p], t) for n, p in
                                 enumerate(decisions(script, report.turn or 0), 1)]  # fmt: skip
    if report.branch is not None:
        document["change"] = _change(report.branch)
        document["now"] = _course(report.branch.now)
        document["missed"] = [_missed(m, t) for m in report.branch.now.missed]
    if report.luck is not None:
        document["luck"] = _lucky(report.luck)
    if report.points is not None:
        document["points"] = [
            {"turn": p.turn, "number": p.number, **_action(p.action), "message": t.action(p.action),
             "worth": p.worth / 10, "ending": p.ending} for p in report.points
        ]  # fmt: skip
    if report.reach is not None:
        document["reach"] = _reached(report.reach, t)
    if report.audit is not None:
        document["audit"] = [_used(u, t) for u in report.audit]
    document["tables"] = [_ended(report, n, t) for n in range(len(report.scenario.tables))]
    return json.dumps(document, ensure_ascii=False, indent=2)


def _action(action: Action) -> dict[str, Any]:
    return {"kind": action.kind, "args": dict(action.args)}


def _decision(n: int, entry: Entry, t: Teller) -> dict[str, Any]:
    return {"number": n, **_action(entry.action), "message": t.entry(entry)}


def _course(course: Course) -> dict[str, Any]:
    curve = {name: list(values) for name, values in course.curve.items()}
    return {"ending": course.ending, "mark": course.mark / 10, "curve": curve}


def _change(branch: Branch) -> dict[str, Any]:
    change = branch.change
    return {
        "without": None if branch.gone is None else {"number": (change.without or 0) + 1, **_action(branch.gone)},
        "do": None if change.do is None else _action(change.do), "bot": change.bot or None,
    }  # fmt: skip


def _missed(missed: Missed, t: Teller) -> dict[str, Any]:
    return {"turn": missed.turn, **_action(missed.action), "code": missed.why.code,
            "message": blocked(t.words, t.scenario, missed.why)}  # fmt: skip


def _lucky(luck: Luck) -> dict[str, Any]:
    return {
        "seeds": len(luck.marks), "played": luck.played / 10, "percentile": luck.percentile,
        "quantiles": dict(zip(("10", "25", "50", "75", "90"), (q / 10 for q in luck.quantiles), strict=True)),
        "endings": luck.endings, "marks": [m / 10 for m in luck.marks], "lead_alone": luck.own,
    }  # fmt: skip


def _reached(reach: Reach, t: Teller) -> dict[str, Any]:
    turns = [
        {"turn": n, "mark": way.mark / 10, "given_away": given / 10, "ending": way.ending,
         "deeds": [{**_action(deed.action), "message": t.deed(deed)} for deed in way.deeds]}
        for n, (way, given) in enumerate(zip(reach.ways, reach.given, strict=False), 1)
    ]  # fmt: skip
    return {"turns": turns, "played": reach.ways[-1].mark / 10}


def _used(use: Use, t: Teller) -> dict[str, Any]:
    return {
        "turn": use.turn, "how": use.how, "step": use.step, "target": use.target, "work": use.work,
        "granted": use.granted, "fit": use.fit / 10, "before": use.before, "pressure": use.pressure / 10,
        "acts": list(use.acts), "trust": use.trust / 10, "credibility": use.credibility / 10,
        "cheaper": use.cheaper or None, "message": told_use(t, use),
    }  # fmt: skip


def _ended(report: Report, n: int, t: Teller) -> dict[str, Any]:
    """One table as it ended, the smallest change that would have won it, and how it would have ended."""
    table, found = report.scenario.tables[n], []
    for course in _courses(report):
        end = ended(report.scenario, course.last, n)
        change = None if end.change is None else {
            "package": end.change[0],
            "short": {p.seat: by / 10 for p, by in zip(table.parties, end.change[1], strict=True) if by},
        }
        found.append({"how": end.how, "package": end.package, "change": change,
                      "message": how_ended(t.words, report.scenario, end)})  # fmt: skip
    return {"table": table.id, "was": found[0], "now": found[1] if len(found) > 1 else None}
