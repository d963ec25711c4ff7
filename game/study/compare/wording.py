"""A class in words: what is found of its groups and topics, named as faces name it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from game.study.compare.decision import Decision
from game.study.compare.name import Names, clean
from game.study.compare.reading import Group, Left
from game.study.compare.row import Row
from game.study.compare.topic import Topic, fate
from game.telling.number import points, signed
from game.telling.offer import action
from game.telling.package import table_name
from game.telling.words import Words

_FEW = 4


class Teller:
    """Words for one group of a class in one language; its teams in the order they may be told."""

    def __init__(self, group: Group, names: Names, words: Words) -> None:
        group = replace(group, rows=tuple(names.ordered(group.rows)))
        self.group, self.names, self.words = group, names, words
        self._named: dict[str, Callable[[Any], str]] = {
            **dict.fromkeys(("team", "rival"), self._marked),
            **dict.fromkeys(("first", "second", "others"), self._side),
            "inject": self.inject, "table": lambda id: table_name(words, group.scenario, id),
            "objective": lambda n: words.text(group.objectives[n]).rstrip("。."),
            "deeds": lambda deeds: words("list.actions").join(action(words, group.scenario, a) for a in deeds),
            "by": lambda by: signed(abs(by)).removeprefix("+"),
            **dict.fromkeys(("real", "reported", "usual", "agreement", "mark_first", "mark_second"), points),
        }  # fmt: skip

    def title(self) -> str:
        """Return what was played: scenario, length, and variant if there is one."""
        scenario, words = self.group.scenario, self.words
        length = words(f"length.{scenario.length.id}")
        told = [clean(words.text(scenario.title)), length, clean(scenario.variant)]
        return words("list.package").join(part for part in told if part)

    def team(self, row: Row) -> str:
        """Return what a team is called."""
        return self.names(row.path)

    def teams(self, rows: Sequence[Row]) -> str:
        """Return teams one after another; of many, the first few and how many more."""
        told = [self.team(row) for row in rows[:_FEW]]
        if len(rows) > _FEW:
            return self.words("compare.more", teams=self.words("list.between").join(told), n=len(rows) - _FEW)
        return self.words.listed(told)

    def ending(self, row: Row) -> str:
        """Return how a team's game ended, with its grade; that it has not, where it has not."""
        endings = self.group.scenario.index["ending"]
        if row.ending not in endings:
            return self.words("compare.unfinished", turn=len(row.closes) - 1, all=self.group.scenario.length.turns)
        return self.graded(endings[row.ending])

    def graded(self, n: int) -> str:
        """Return an ending's title with its grade."""
        ending = self.group.scenario.endings[n]
        return self.words("compare.ending", ending=self.words.text(ending.title), grade=ending.grade)

    def luck(self, row: Row) -> str:
        """Return how a team's decisions fare on other luck."""
        at = fate(row)
        if at is None:
            return self.words("compare.luck.none")
        low, high = points(row.luck[0]), points(row.luck[-1])
        return self.words("compare.luck.same" if low == high else "compare.luck", low=low, high=high, at=at)

    def inject(self, id: str) -> str:
        """Return what an inject is called."""
        return self.words.text(self.group.scenario.injects[self.group.scenario.index["inject"][id]].title)

    def choice(self, inject: str, id: str) -> str:
        """Return an answer in the author's words."""
        found = self.group.scenario.injects[self.group.scenario.index["inject"][inject]]
        return self.words.text(next(c.text for c in found.choices if c.id == id))

    def agreed(self, decision: Decision) -> str:
        """Return how far the teams agreed."""
        return self.words("compare.none") if decision.agreement is None else points(decision.agreement)

    def topic(self, topic: Topic) -> tuple[str, str, str]:
        """Return what a topic is called, what happened, and what to ask."""
        args = topic.args
        told = {k: self._named[k](v) if k in self._named else v for k, v in args.items()}
        if "choice" in args:
            told |= {k: self.choice(args["inject"], args[k]) for k in ("choice", "other")}
        key = f"compare.topic.{topic.code}"
        tail = args.get("way") or ("none" if args.get("others") == () else "seen")
        return self.words(key, **told), self.words(f"{key}.{tail}", **told), self.words(f"{key}.ask", **told)

    def _marked(self, row: Row) -> str:
        return self.words("compare.team.mark", team=self.team(row), mark=points(row.mark))

    def _side(self, rows: Sequence[Row]) -> str:
        key = "compare.teams" if len(rows) > 1 else "compare.teams.one"
        return self.words(key, n=len(rows), teams=self.teams(rows))


def reason(words: Words, left: Left) -> str:
    """Return why a recording was left out."""
    if left.why in ("torn", "copy", "unplayed", "going", "other_rules"):
        return words(f"compare.left.{left.why}", line=left.line)
    why = words(f"verdict.why.{left.why}")
    return words("compare.left.line", line=left.line, why=why) if left.line > 1 else words("compare.left", why=why)
