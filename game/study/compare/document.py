"""A class as blocks: what to discuss first, then teams, answers, objectives and endings, a part a scenario."""

from collections import Counter
from collections.abc import Iterator

from game.study.compare.decision import decisions, middle
from game.study.compare.name import Names
from game.study.compare.pictures import LETTERS, PRINTED, answers, each, endings, ledgers, whole
from game.study.compare.reading import Class
from game.study.compare.row import Row
from game.study.compare.topic import topics
from game.study.compare.wording import Teller, reason
from game.study.room import Room
from game.telling.block import Block, Heading, NewPage, Para, Table, Title
from game.telling.number import points
from game.telling.words import Words

RATINGS = "PSMU"


def document(found: Class, names: Names, words: Words, me: str = "") -> list[Block]:
    """Return the class page; `me` is the path of a team to be singled out, "" for none."""
    tellers = [Teller(group, names, words) for group in found.groups]
    blocks: list[Block] = [Title(words("compare.title"), words("compare.kind")), Para(words("compare.lead"))]
    told = tuple((t.title(), str(len(t.group.rows)), points(middle([r.mark for r in t.group.rows]))) for t in tellers)
    blocks.append(Table(_head(words, "played", "teams", "median"), told, (5, 1, 2)))
    for n, tell in enumerate(tellers):
        mine = next((row for row in tell.group.rows if row.path == me), None)
        blocks += [*([NewPage()] if n else []), *_part(tell, mine)]
    return [*blocks, Heading(1, words("compare.part.left")), *left_out(found, names, words)]


def _head(words: Words, *names: str) -> tuple[str, ...]:
    return tuple(words(f"compare.head.{name}") for name in names)


def _part(tell: Teller, me: Row | None) -> Iterator[Block]:
    """Yield the part of one group."""
    words = tell.words
    yield Heading(1, tell.title())
    yield Heading(2, words("compare.part.topics"))
    yield from discussed(tell)
    yield Heading(2, words("compare.part.teams"))
    yield whole(tell, me)
    yield from fared(tell)
    yield from each(tell)
    yield from ledgers(tell)
    yield Heading(2, words("compare.part.answers"))
    yield from answered(tell)
    yield Heading(2, words("compare.part.objectives"))
    yield from rated(tell)
    yield Heading(2, words("compare.part.endings"))
    yield from ended(tell)


def discussed(tell: Teller) -> Iterator[Block]:
    """Yield what to discuss, the weightiest first."""
    words = tell.words
    found = topics(tell.group)
    if not found:
        yield Para(words("compare.topics.none"))
        return
    yield Para(words("compare.topics.how"))
    told = tuple((f"{n} {name}", seen, ask) for n, (name, seen, ask) in enumerate(map(tell.topic, found), 1))
    yield Table(_head(words, "topic", "seen", "ask"), told, (3, 6, 5))


def fared(tell: Teller) -> Iterator[Block]:
    """Yield the teams, the best mark first, and what luck had to do with it."""
    words, rows = tell.words, sorted(tell.group.rows, key=lambda row: -row.mark)
    told = []
    for row in rows:
        last = row.closes[-1]
        who = "\n".join(dict.fromkeys(part for part in (tell.team(row), tell.names.people(row.people)) if part))
        ledger = words("compare.ledger", real=points(last.real), reported=points(last.reported))
        told.append((who, tell.ending(row), points(row.mark), ledger, tell.luck(row)))
    yield Table(_head(words, "team", "ending", "mark", "ledger", "luck"), tuple(told), (5, 5, 2, 4, 6))
    seeds = len({row.seed for row in rows})
    tried = max((len(row.luck) for row in rows), default=0)
    key = "compare.luck.one_seed" if seeds == 1 else "compare.luck.seeds"
    yield Para(words.sentences(words(key, n=seeds), words("compare.luck.how", n=tried) if tried else ""),
               words("compare.luck.label"))  # fmt: skip


def answered(tell: Teller, room: Room = PRINTED) -> Iterator[Block]:
    """Yield how every inject was answered."""
    words, found = tell.words, decisions(tell.group)
    if not found:
        yield Para(words("compare.answers.none"))
        return
    yield Para(words("compare.agreement.how"))
    yield answers(tell, found, room)
    told = []
    for d in found:
        for n, (choice, rows) in enumerate(d.sides):
            title = words("compare.asked", inject=words.text(d.inject.title), n=tell.agreed(d)) if not n else ""
            told.append((title, f"{LETTERS[n]} {tell.choice(d.inject.id, choice)}", str(len(rows)), tell.teams(rows),
                         points(middle([r.mark for r in rows]))))  # fmt: skip
    yield Table(_head(words, "inject", "choice", "count", "teams", "median"), tuple(told), (4, 7, 2, 5, 2))


def rated(tell: Teller) -> Iterator[Block]:
    """Yield the ratings by objective and by team."""
    words, group = tell.words, tell.group
    if not group.objectives:
        yield Para(words("compare.objectives.none"))
        return
    yield Para(words("pack.rule"))
    counted = []
    for n, text in enumerate(group.objectives):
        count = Counter[str](row.ratings[n] for row in group.rows)
        counted.append((f"{n + 1} {words.text(text)}", *(str(count[r] or "") for r in RATINGS)))
    grades = tuple(f"{r} {words(f'pack.rating.{r}')}" for r in RATINGS)
    yield Table((words("pack.head.objective"), *grades), tuple(counted), (6, 2, 2, 2, 2))
    told = tuple((tell.team(row), *row.ratings) for row in group.rows)
    heads = tuple(words("compare.head.nth", n=n) for n in range(1, len(group.objectives) + 1))
    yield Table((words("compare.head.team"), *heads), told, (4, *[2] * len(heads)))


def ended(tell: Teller, room: Room = PRINTED) -> Iterator[Block]:
    """Yield the endings there are, and which teams came to them."""
    yield endings(tell, room)
    told = []
    for n, ending in enumerate(tell.group.scenario.endings):
        rows = [row for row in tell.group.rows if row.ending == ending.id]
        if rows:
            told.append((tell.graded(n), str(len(rows)), tell.teams(rows)))
    still = [row for row in tell.group.rows if row.ending not in tell.group.scenario.index["ending"]]
    if still:
        told.append((tell.words("compare.open"), str(len(still)), tell.teams(still)))
    yield Table(_head(tell.words, "ending", "count", "teams"), tuple(told), (5, 2, 8))


def left_out(found: Class, names: Names, words: Words) -> Iterator[Block]:
    """Yield what was left out, and why."""
    if not found.left:
        yield Para(words("compare.left.nothing"))
        return
    yield Para(words("compare.left.lead", n=len(found.left)))
    told = tuple((names(left.path), reason(words, left)) for left in found.left)
    yield Table(_head(words, "recording", "why"), told, (3, 5))

