"""The forms of a pack: facts of the exercise, hot wash, after-action report, 演练总结报告, and 结构化研讨 worksheet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.scenario.plot import Expectation
from game.study.pack.change import changes
from game.study.pack.event import inject_title, injected
from game.study.pack.expectation import Response, responses
from game.study.pack.finding import Finding, areas, strengths
from game.study.pack.objective import Objective, objectives
from game.study.pack.pictures import bones
from game.study.pack.played import Played
from game.study.pack.problem import problems
from game.study.pack.wording import Teller
from game.telling.block import Block, Heading, Para, Table
from game.telling.clock import moment, span
from game.telling.number import points
from game.telling.words import Words

MOST = 3
"""How many strengths and areas the after-action report shows."""
_BLANK = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a form is written with: the game, the words of one language, and a teller of both."""

    game: Played
    words: Words
    tell: Teller

    def head(self, *names: str) -> tuple[str, ...]:
        """Return a table's head."""
        return tuple(self.words(f"pack.head.{name}") for name in names)

    def lines(self, texts: Iterable[str]) -> str:
        """Return texts one below the other, or a dash."""
        return "\n".join(texts) or self.words("pack.none")


def facts(desk: Desk) -> Iterator[Block]:
    """Yield the facts of the exercise as a table."""
    game, words, header = desk.game, desk.words, desk.game.header
    scenario, last = game.scenario, game.study.points[-1]
    length = words("pack.length", name=words(f"length.{scenario.length.id}"), turns=last.turn,
                   all=scenario.length.turns, length=span(words, scenario.clock, last.day))  # fmt: skip
    people = header.get("people") or {}
    seats = [desk.tell.seat("lead"), *(words.text(p.short) for p in scenario.peers)]
    seats += [words.text(leader.name) for leader in scenario.leaders]
    opened, ended = desk.tell.line(1), desk.tell.line(last.line)
    date = str(header.get("created", ""))[:10]
    named = {"exercise": words("pack.exercise"), "scenario": words.text(scenario.title),
             "place": words.text(scenario.place),
             "variant": scenario.variant, "date": f"{date}{opened}", "length": f"{length}{ended}",
             "seats": words.listed(seats),
             "people": words("list.between").join(f"{desk.tell.seat(s)} {n}" for s, n in people.items()),
             "outcome": f"{desk.tell.outcome()}{ended}", "seed": f"{header['seed']}{opened}"}  # fmt: skip
    told = tuple((words(f"pack.fact.{name}"), text) for name, text in named.items() if text)
    yield Table(desk.head("item", "content"), told, (1, 4))


def hot_wash(desk: Desk) -> Iterator[Block]:
    """Yield the page for the first half hour: feelings before analysis, five questions with room to write."""
    words = desk.words
    yield Heading(1, words("pack.part.hot_wash"))
    yield Para(words("pack.hot_wash.how"))
    asked = [words(f"pack.hot_wash.{n}") for n in (1, 2, 3)]
    first = next(iter([*areas(desk.game), *strengths(desk.game)]), None)
    asked.append(words("pack.hot_wash.4", seen=desk.tell.observation(first), line=desk.tell.line(first.line))
                 if first is not None else words("pack.hot_wash.4.none"))  # fmt: skip
    asked.append(words("pack.hot_wash.5"))
    yield Table(desk.head("question", "answer"), tuple((text, "\n\n\n") for text in asked), (2, 3))


def after_action(desk: Desk) -> Iterator[Block]:
    """Yield the after-action report: objectives rated, strengths and areas, events, improvement plan."""
    words = desk.words
    yield Heading(1, words("pack.part.after_action"))
    yield Para(desk.tell.outcome() + desk.tell.line(desk.game.study.points[-1].line), words("pack.summary"))
    yield Heading(2, words("pack.objectives"))
    yield Para(words("pack.rule"))
    yield Table(desk.head("objective", "rating", "basis"), tuple(_rated(desk, o) for o in objectives(desk.game)),
                (4, 2, 7))  # fmt: skip
    if desk.game.scenario.expectations:
        yield Heading(2, words("pack.expected"))
        yield Para(words("pack.expected.how"))
        yield Table(desk.head("by", "expected", "actual", "followed"),
                    tuple(_expected(desk, r) for r in responses(desk.game)), (2, 6, 5, 4))  # fmt: skip
    for name, found in (("strengths", strengths(desk.game)), ("areas", areas(desk.game))):
        yield Heading(2, words(f"pack.{name}"))
        yield from _findings(desk, found[:MOST], name)
    yield Heading(2, words("pack.injects"))
    yield from _injects(desk)
    yield Heading(2, words("pack.plan"))
    plan = [(desk.tell.observation(f) + desk.tell.line(f.line), desk.tell.measure(f), _BLANK, _BLANK, _BLANK)
            for f in areas(desk.game)[:MOST]]  # fmt: skip
    head = ("issue", "action", "responsible", "begin", "due")
    yield from _table(desk, head, plan, (5, 5, 2, 2, 2), "pack.areas.none")
    yield Heading(2, words("pack.feedback"))
    asked = tuple((words(f"pack.feedback.{n}"), "\n\n") for n in (1, 2, 3))
    yield Table(desk.head("question", "answer"), asked, (2, 3))


def _rated(desk: Desk, objective: Objective) -> tuple[str, str, str]:
    """Return an objective's row: its text, its rating, what was expected, and every attempt with what it brought."""
    words, game = desk.words, desk.game
    ways = words("list.between").join(desk.tell.way(w) for w in objective.through)
    ended = desk.tell.line(game.study.points[-1].line)
    fruitful = words("pack.ways", n=len(objective.fruitful), all=len(objective.through), ways=ways)
    told = [fruitful + ended] if ways else []
    judged = [r.status for r in objective.responses if r.status != "open"]
    if judged:
        done = {status: judged.count(status) for status in ("met", "late", "unmet")}
        told.insert(0, words("pack.expected.share", all=len(judged), **done) + ended)
    for deed in objective.attempts:
        brought = changes(words, game.scenario, deed.before, deed.after)
        key = "pack.attempt" if deed.fruitful else "pack.attempt.vain"
        told.append(words(key, turn=deed.turn, deed=desk.tell.deed(deed),
                          brought=words("list.between").join(brought) or words("pack.attempt.nothing")))  # fmt: skip
    rating = f"{objective.rating}\n{words(f'pack.rating.{objective.rating}')}"
    return words.text(objective.text), rating, "\n".join(told)


def _expected(desk: Desk, response: Response) -> tuple[str, str, str, str]:
    """Return an expectation's row: its day, who was to do what, what was done and when, what came for want of it."""
    words, game, expected = desk.words, desk.game, response.expected
    who = _wanted(desk, expected)
    marks = [words("pack.expected.critical")] if expected.critical else []
    if expected.on >= 0:
        marks.append(words("pack.expected.on", inject=words.text(game.scenario.injects[expected.on].title)))
    followed = words("pack.none")
    if response.brought:
        brought = words.text(game.scenario.injects[expected.otherwise].title)
        followed = words("pack.expected.brought", inject=brought, line=desk.tell.line(response.brought))
    by = moment(words, game.scenario.clock, expected.by, "head")
    return by, "\n".join([who, *marks]), _actual(desk, response), followed


def _wanted(desk: Desk, expected: Expectation) -> str:
    """Return who was to do what, and which objective it serves."""
    words, taught = desk.words, desk.game.objectives
    text = words("pack.expected.who", who=desk.tell.seat(expected.who), text=words.text(expected.text))
    if not 0 <= expected.objective < len(taught):
        return text
    return text + words("pack.expected.serves", objective=words.text(taught[expected.objective][0]))


def _actual(desk: Desk, response: Response) -> str:
    """Return what was done about an expectation, and when."""
    words = desk.words
    if not response.line:
        line = response.judged or desk.game.study.points[-1].line
        return words(f"pack.expected.{response.status}.without") + desk.tell.line(line)
    when = moment(words, desk.game.scenario.clock, response.day)
    args = {"turn": response.turn, "when": when, "delay": response.delay}
    deed = desk.tell.action(response.action) + desk.tell.line(response.line)
    return words(f"pack.expected.{response.status}", deed=deed, **args)


def _findings(desk: Desk, found: Sequence[Finding], name: str) -> Iterator[Block]:
    """Yield findings by the objective they belong to, those that belong to none last."""
    rated = objectives(desk.game)
    mine = [next((n for n, o in enumerate(rated) if o.holds(f.line)), len(rated)) for f in found]
    told = [(desk.words.text(rated[n].text) if n < len(rated) else desk.words("pack.objective.none"),
             desk.tell.observation(f), desk.tell.line(f.line), desk.tell.analysis(f))
            for n, f in sorted(zip(mine, found, strict=True), key=lambda pair: pair[0])]  # fmt: skip
    head = ("objective", "observation", "reference", "analysis")
    yield from _table(desk, head, told, (4, 6, 2, 6), f"pack.{name}.none")


def _table(
    desk: Desk, head: Sequence[str], told: Sequence[tuple[str, ...]], shares: tuple[int, ...], none: str
) -> Iterator[Block]:
    """Yield a table, or the sentence that there is nothing to put in it."""
    yield Table(desk.head(*head), tuple(told), shares) if told else Para(desk.words(none))


def _injects(desk: Desk) -> Iterator[Block]:
    words, told = desk.words, []
    injects = desk.game.scenario.injects
    wanted: dict[str, list[str]] = {}
    for e in desk.game.scenario.expectations:
        if e.on >= 0:
            wanted.setdefault(injects[e.on].id, []).append(_wanted(desk, e))
    for one in injected(desk.game, words):
        title = inject_title(desk.game, words, one.inject) + desk.tell.line(one.line)
        answer = one.answer + desk.tell.line(one.answered) if one.answer else words("pack.inject.news")
        came = desk.lines(one.came) if one.answer else words("pack.none")
        when = words("pack.when", turn=one.turn, when=moment(words, desk.game.scenario.clock, one.day, "head"))
        told.append((when, title, desk.lines(wanted.get(one.inject, ())), answer, came))
    head = ("when", "inject", "expected", "answered", "came")
    yield from _table(desk, head, told, (2, 4, 4, 4, 4), "pack.injects.none")


def report(desk: Desk) -> Iterator[Block]:
    """Yield the summary report of an exercise in official register."""
    words, game = desk.words, desk.game
    scenario, last = game.scenario, game.study.points[-1]
    yield Heading(1, words("pack.part.report"))
    yield Heading(2, words("pack.report.aim"))
    aims = [words("pack.report.aim.one", n=n, text=words.text(text)) for n, (text, _) in enumerate(game.objectives, 1)]
    yield Para(words.sentences(words("pack.report.aim.text", scenario=words.text(scenario.title)), *aims))
    yield Heading(2, words("pack.report.facts"))
    yield from facts(desk)
    yield Heading(2, words("pack.report.scheme"))
    yield Para(words.text(scenario.summary))
    fired = len(injected(game, words))
    length = span(words, scenario.clock, last.day)
    yield Para(words("pack.report.course", turns=last.turn, length=length, injects=fired, deeds=len(game.deeds),
                     real=points(last.real), reported=points(last.reported),
                     line=desk.tell.line(last.line)))  # fmt: skip
    yield Heading(2, words("pack.report.problems"))
    for n, (found, kept) in enumerate(problems(game), 1):
        causes = [desk.tell.analysis(found), *(words("pack.clause", text=desk.tell.held_back(k)) for k in kept)]
        text = words.sentences(words("pack.clause", text=desk.tell.observation(found) + desk.tell.line(found.line)),
                               words("pack.report.because"), *causes)  # fmt: skip
        yield Para(text, words("pack.report.number", n=n))
    if not problems(game):
        yield Para(words("pack.areas.none"))
    yield Heading(2, words("pack.report.experience"))
    good = strengths(game)
    for n, found in enumerate(good, 1):
        seen = words("pack.clause", text=desk.tell.observation(found) + desk.tell.line(found.line))
        yield Para(words.sentences(seen, desk.tell.analysis(found)), words("pack.report.number", n=n))
    if not good:
        yield Para(words("pack.strengths.none"))
    yield Heading(2, words("pack.report.advice"))
    for n, (found, _) in enumerate(problems(game), 1):
        yield Para(desk.tell.measure(found) + desk.tell.line(found.line), words("pack.report.number", n=n))
    yield Heading(2, words("pack.report.remarks"))
    yield Table(desk.head("speaker", "remarks"), (("\n\n", _BLANK),) * 2, (1, 4))
    yield Heading(2, words("pack.report.assessment"))
    told = tuple((words.text(o.text), f"{o.rating} {words(f'pack.rating.{o.rating}')}{desk.tell.line(last.line)}")
                 for o in objectives(game))  # fmt: skip
    yield Table(desk.head("objective", "rating"), told, (5, 3))


def worksheet(desk: Desk) -> Iterator[Block]:
    """Yield the worksheet of a structured discussion: problem, cause, measure, and the fishbone."""
    words = desk.words
    yield Heading(1, words("pack.part.worksheet"))
    yield Para(words("pack.worksheet.how"))
    found = problems(desk.game)
    told = []
    for problem, kept in found:
        causes = [desk.tell.analysis(problem), *(desk.tell.held_back(k) for k in kept)]
        told.append((desk.tell.observation(problem) + desk.tell.line(problem.line), "\n".join(causes),
                     desk.tell.measure(problem)))  # fmt: skip
    told.append(("\n\n", _BLANK, _BLANK))
    yield Heading(2, words("pack.worksheet.table"))
    yield Table(desk.head("problem", "cause", "measure"), tuple(told), (4, 5, 4))
    yield Heading(2, words("pack.worksheet.list"))
    for n, (problem, _) in enumerate(found, 1):
        yield Para(desk.tell.bone(problem), words("pack.report.number", n=n))
    yield bones(desk.game, words)
    yield Heading(2, words("pack.worksheet.smart"))
    yield Table(desk.head("specific", "measurable", "achievable", "relevant", "timed"), (("\n\n", *[_BLANK] * 4),),
                (1, 1, 1, 1, 1))  # fmt: skip
    if desk.game.study.asked:
        yield Heading(2, words("closing.questions.title"))
        for n, question in enumerate(desk.game.study.asked, 1):
            yield Para(words.text(question), words("pack.report.number", n=n))
