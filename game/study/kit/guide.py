"""The facilitator's guide to a scenario as blocks, and the run sheets of a class: what to aim at, when, what to ask."""

from collections.abc import Iterator

from game.scenario.plot import Inject
from game.scenario.scenario import Scenario
from game.scenario.schema import ScenarioFile
from game.scenario.text import Text
from game.telling.block import Block, Heading, NewPage, Para, Table, Title
from game.telling.facilitator import checklist, notes
from game.telling.number import points
from game.telling.words import Words

Aims = tuple[tuple[Text, tuple[str, ...]], ...]
"""What a scenario teaches, each with the ways to exercise it."""
PLANS: dict[int, tuple[tuple[str, int], ...]] = {
    45: (("open", 4), ("brief", 4), ("play", 22), ("wash", 5), ("debrief", 10)),
    90: (("open", 5), ("brief", 10), ("play", 40), ("wash", 10), ("compare", 15), ("debrief", 10)),
}
"""How the minutes of a class are divided; the parts of a plan add up to it."""


def guide(words: Words, scenario: Scenario, aims: Aims, file: ScenarioFile | None = None) -> Iterator[Block]:
    """Yield the guide to a scenario, with its author's notes from `file`; it holds secrets and is for the trainer."""
    yield Title(words.text(scenario.title), words("kit.guide"))
    yield Para(words("kit.guide.secret"))
    yield Para(words.text(scenario.summary))
    yield Table(_head(words, "item", "content"), tuple(_facts(words, scenario)), (1, 4))
    yield Heading(1, words("kit.guide.aims"))
    for n, (text, ways) in enumerate(aims, 1):
        told = words("list.between").join(_way(words, scenario, way) for way in ways)
        watched = words("kit.guide.ways", ways=told) if told else ""
        yield Para(words.sentences(words.text(text), watched), words("kit.nth", n=n))
    if file is not None:
        yield from _author(words, file)
    yield Heading(1, words("kit.guide.times"))
    for minutes in PLANS:
        yield Heading(2, words("kit.minutes", n=minutes))
        yield _plan(words, minutes, scenario.length.turns)
    yield Heading(1, words("kit.guide.injects"))
    yield from _injects(words, scenario)
    yield Heading(1, words("kit.guide.seats"))
    yield Table(_head(words, "seat", "interest", "redline", "workload"), tuple(_seats(words, scenario)), (3, 5, 5, 2))
    yield from _tables(words, scenario)
    yield NewPage()
    yield Heading(1, words("kit.guide.questions"))
    yield Para(words("kit.guide.questions.how"))
    asked = [*(words.text(question.text) for question in scenario.questions),
             *(words(f"kit.question.{n}") for n in (1, 2, 3))]  # fmt: skip
    yield Table(_head(words, "nth", "question", "notes"), tuple((str(n), q, "\n\n") for n, q in enumerate(asked, 1)),
                (1, 6, 6))  # fmt: skip
    yield Heading(1, words("kit.guide.endings"))
    ends = tuple((words.text(e.title), e.grade, words.text(e.text)) for e in scenario.endings)
    yield Table(_head(words, "ending", "grade", "text"), ends, (4, 2, 9))


def _author(words: Words, file: ScenarioFile) -> Iterator[Block]:
    """Yield what the author tells whoever leads the exercise, and the list to tick off while it runs."""
    for title, blocks in (("author", list(notes(words, file))), ("expected", list(checklist(words, file)))):
        if blocks:
            yield Heading(1, words(f"kit.guide.{title}"))
            yield from blocks


def _head(words: Words, *names: str) -> tuple[str, ...]:
    return tuple(words(f"kit.head.{name}") for name in names)


def _facts(words: Words, scenario: Scenario) -> Iterator[tuple[str, str]]:
    length = scenario.length
    turns = words("kit.turns", turns=length.turns, span=words.text(length.turn_name))
    named = {"place": words.text(scenario.place), "lead": words.text(scenario.lead.name),
             "difficulty": words("kit.difficulty", n=scenario.difficulty), "length": turns,
             "departments": words.listed([words.text(p.short) for p in scenario.peers]),
             "leaders": words.listed([words.text(leader.name) for leader in scenario.leaders]),
             "works": words.listed([words.text(w.name) for w in scenario.works])}  # fmt: skip
    for name, text in named.items():
        yield words(f"kit.fact.{name}"), text


def _way(words: Words, scenario: Scenario, way: str) -> str:
    moves = scenario.index["move"]
    return words.text(scenario.moves[moves[way]].name) if way in moves else words(f"offer.{way}.label")


def _plan(words: Words, minutes: int, turns: int) -> Table:
    """Return how a class of so many minutes is divided."""
    rows, at = [], 0
    for part, long in PLANS[minutes]:
        when = words("kit.plan.when", start=at, end=at + long)
        each = words("kit.plan.each", n=max(2, long // turns), turns=turns) if part == "play" else ""
        rows.append((when, words(f"kit.plan.{part}"), words.sentences(words(f"kit.plan.{part}.do"), each)))
        at += long
    return Table(_head(words, "minute", "step", "trainer"), tuple(rows), (2, 3, 9))


def _injects(words: Words, scenario: Scenario) -> Iterator[Block]:
    """Yield the turning points, in the order in which they can come."""
    yield Para(words("kit.guide.injects.how", span=words.text(scenario.length.turn_name)))
    order = sorted(scenario.injects, key=lambda inject: (inject.only_fired, max(0, inject.day)))
    told = tuple((_when(words, scenario, i), f"{words.text(i.title)}\n{words.text(i.text)}", _choices(words, i))
                 for i in order)  # fmt: skip
    yield Table(_head(words, "when", "inject", "choices"), told, (3, 7, 6))


def _when(words: Words, scenario: Scenario, inject: Inject) -> str:
    """Return in which turn an inject can come first, and what else it waits for."""
    turn = min(scenario.length.turns, max(0, inject.day) // scenario.length.days + 1)
    if inject.only_fired:
        return words("kit.when.fired")
    lines = [words("kit.when.turn", turn=turn)]
    if inject.chance < 1000:
        lines.append(words("kit.when.chance", chance=points(inject.chance)))
    if inject.when is not None:
        lines.append(words("kit.when.if"))
    return "\n".join(lines)


def _choices(words: Words, inject: Inject) -> str:
    told = [words("kit.choice", text=words.text(choice.text)) for choice in inject.choices]
    return "\n".join(told) or words("kit.news")


def _seats(words: Words, scenario: Scenario) -> Iterator[tuple[str, str, str, str]]:
    for peer in scenario.peers:
        who = f"{words.text(peer.short)}\n{words.text(peer.head)}"
        yield who, words.text(peer.interest), words.text(peer.redline), points(peer.load)


def _tables(words: Words, scenario: Scenario) -> Iterator[Block]:
    """Yield what lies on every bargaining table, and each party's least."""
    for table in scenario.tables:
        yield Heading(1, words("kit.guide.table", table=words.text(table.name)))
        rows = [(words.text(i.name), words("list.between").join(words.text(o.name) for o in i.options))
                for i in table.issues]  # fmt: skip
        yield Table(_head(words, "issue", "options"), tuple(rows), (3, 9))
        least = [words("kit.guide.least", who=_party(words, scenario, p.seat), value=points(p.walkaway))
                 for p in table.parties]  # fmt: skip
        yield Para(words("list.actions").join(least), words("kit.guide.walkaway"))
        if table.levers:
            yield Para(words.listed([words.text(lever.name) for lever in table.levers]), words("kit.guide.levers"))


def _party(words: Words, scenario: Scenario, seat: str) -> str:
    peers = scenario.index["peer"]
    return words.text(scenario.peers[peers[seat]].short if seat in peers else scenario.lead.short)


def run_sheets(words: Words) -> Iterator[Block]:
    """Yield the run sheets of a class, one a page, and what to do when something goes wrong."""
    yield Title(words("kit.sheets"), words("kit.sheets.kind"))
    yield Heading(1, words("kit.sheets.before"))
    for n in range(1, 6):
        yield Para(words(f"kit.before.{n}"), words("kit.nth", n=n))
    for minutes, parts in PLANS.items():
        yield NewPage()
        yield Heading(1, words("kit.minutes", n=minutes))
        rows, at = [], 0
        for part, long in parts:
            rows.append((words("kit.plan.when", start=at, end=at + long), words(f"kit.plan.{part}"),
                         words(f"kit.plan.{part}.do"), words(f"kit.plan.{part}.they"), "☐"))  # fmt: skip
            at += long
        yield Table(_head(words, "minute", "step", "trainer", "teams", "done"), tuple(rows), (2, 2, 6, 5, 1))
    yield Heading(1, words("kit.sheets.trouble"))
    trouble = tuple((words(f"kit.trouble.{n}"), words(f"kit.trouble.{n}.do")) for n in range(1, 6))
    yield Table(_head(words, "trouble", "cure"), trouble, (3, 7))
