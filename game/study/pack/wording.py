"""Findings, causes and what a game came to, in words: what is filled in by name is named as faces name it."""

from collections.abc import Callable
from typing import Any

from game.rules import Action
from game.study.pack.finding import Finding
from game.study.pack.played import Deed, Played
from game.study.pack.problem import HeldBack
from game.telling.name import act, seat, work
from game.telling.number import points, signed
from game.telling.offer import action
from game.telling.package import package, table_name
from game.telling.reason import cause
from game.telling.words import Words


class Teller:
    """Words for one game's findings in one language."""

    def __init__(self, game: Played, words: Words) -> None:
        self.game = game
        self.words = words
        self._named: dict[str, Callable[[Any], str]] = {
            "who": self.seat, "others": lambda ids: words.listed([self.seat(i) for i in ids]),
            "work": lambda id: work(words, game.scenario, id), "table": lambda id: table_name(words, game.scenario, id),
            "means": lambda kind: words(f"offer.{kind}.label"), "promise": self._promise, "deed": self.action,
            "deeds": lambda deeds: words("list.actions").join(map(self.action, deeds)),
            **dict.fromkeys(("start", "end", "real", "reported", "worth", "walkaway", "upper", "lower"), points),
            "by": lambda by: signed(abs(by)).removeprefix("+"), **dict.fromkeys(("asked", "made", "most"), self.line),
        }  # fmt: skip

    def seat(self, id: str) -> str:
        """Return the short name of a seat."""
        return seat(self.words, self.game.scenario, id)

    def line(self, n: int) -> str:
        """Return the reference to a line of the recording."""
        return self.words("pack.line", n=n)

    def action(self, done: Action | None) -> str:
        """Return an action as a clause; the turning of events where nobody acted."""
        if done is None or (done.kind in ("end_turn", "answer") and done.seat != "lead"):
            return self.words("pack.course")
        return self.words("pack.end_turn") if done.kind == "end_turn" else action(self.words, self.game.scenario, done)

    def _promise(self, id: str) -> str:
        scenario = self.game.scenario
        return self.words.text(scenario.promises[scenario.index["promise"][id]].text)

    def _args(self, finding: Finding) -> dict[str, Any]:
        args = {k: self._named[k](v) if k in self._named else v for k, v in finding.args.items()}
        for name in ("package", "change"):
            if finding.args.get(name):
                args[name] = package(self.words, self.game.scenario, finding.args[name], finding.args["table"])
        return args

    def _told(self, finding: Finding, part: str) -> str:
        key = f"pack.finding.{finding.code}.{part}"
        if "change" in finding.args and not finding.args["change"] and self.words.has(f"{key}.never"):
            key += ".never"
        return self.words(key, **self._args(finding))

    def observation(self, finding: Finding) -> str:
        """Return what was seen, without its line."""
        return self._told(finding, "seen")

    def analysis(self, finding: Finding) -> str:
        """Return why it matters in this game."""
        return self._told(finding, "why")

    def measure(self, finding: Finding) -> str:
        """Return what to do about an area to improve."""
        return self._told(finding, "do")

    def bone(self, finding: Finding) -> str:
        """Return an area to improve in a few words, with its line."""
        return self.words.sentences(self._told(finding, "bone"), self.line(finding.line))

    def held_back(self, one: HeldBack) -> str:
        """Return who held back where, how often and why, with the first line."""
        about = {"who": self.seat(one.peer), "work": work(self.words, self.game.scenario, one.work), "n": one.times}
        told = self.words("pack.held_back", act=act(self.words, one.act), cause=cause(self.words, one.because, one.act),
                          **about)  # fmt: skip
        return self.words.sentences(told, self.line(one.line))

    def outcome(self) -> str:
        """Return how the game ended and its mark."""
        study, scenario = self.game.study, self.game.scenario
        mark = points(study.mark.value)
        if study.ending not in scenario.index["ending"]:
            return self.words("pack.outcome.open", mark=mark)
        ending = scenario.endings[scenario.index["ending"][study.ending]]
        return self.words("pack.outcome", ending=self.words.text(ending.title), grade=ending.grade, mark=mark)

    def deed(self, deed: Deed) -> str:
        """Return a deed of the lead with its line."""
        return self.words.sentences(self.action(deed.action), self.line(deed.line))

    def way(self, way: str) -> str:
        """Return what a way to exercise an objective is called."""
        moves = self.game.scenario.index["move"]
        if way in moves:
            return self.words.text(self.game.scenario.moves[moves[way]].name)
        return self.words(f"offer.{way}.label")
