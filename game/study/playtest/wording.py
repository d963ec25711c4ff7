"""The words of a playtest: what its bots, measures and parts are called, and its findings as sentences."""

from collections.abc import Callable

from game.scenario.lower import text
from game.scenario.plot import Choice
from game.study.playtest.balance import Judged
from game.study.playtest.finding import Told
from game.study.playtest.result import Clause, Playtest, Spread3
from game.telling.claim import claimed
from game.telling.words import Words

KINDS = ("actions", "effects", "moves", "injects", "choices", "endings")


class Teller:
    """Words for one playtest."""

    def __init__(self, words: Words, test: Playtest) -> None:
        self.words, self.test, self._scenario = words, test, test.scenario
        self._names: dict[str, Callable[[str], str]] = {
            "actions": lambda id: words(f"offer.{id}.label"),
            "effects": lambda id: id,
            "moves": lambda id: words.text(self._scenario.moves[self._index("move", id)].name),
            "injects": lambda id: words.text(self._scenario.injects[self._index("inject", id)].title),
            "choices": self._choice,
            "endings": lambda id: words.text(self._scenario.endings[self._index("ending", id)].title),
        }

    def _index(self, kind: str, id: str) -> int:
        return self._scenario.index[kind][id]

    def bot(self, name: str) -> str:
        """Return what a bot is called."""
        return self.words(f"playtest.bot.{name}")

    def measure(self, name: str) -> str:
        """Return what a measure is called, an outcome with its unit."""
        if not name.startswith("public."):
            return self.words(f"playtest.measure.{name}")
        outcome = next(m for m in self._scenario.measures if m.id == name.removeprefix("public."))
        return self.words("playtest.measure.public", name=self.words.text(outcome.name),
                          unit=self.words.text(outcome.unit))  # fmt: skip

    def name(self, kind: str, id: str) -> str:
        """Return what a part of the scenario is called, beside the id its author knows it by."""
        name = self._names[kind](id)
        return id if name == id else self.words("playtest.named", name=name, id=id)

    def ending(self, id: str) -> str:
        """Return an ending's title and grade."""
        ending = self._scenario.endings[self._index("ending", id)]
        return self.words("playtest.ending", title=self.words.text(ending.title), grade=ending.grade)

    def _choice(self, id: str) -> str:
        inject, _, choice = id.partition(".")
        title = self._scenario.injects[self._index("inject", inject)].title
        reply = self._reply(inject, choice).text
        return self.words("playtest.choice", inject=self.words.text(title), reply=self.words.text(reply))

    def _reply(self, inject: str, choice: str) -> Choice:
        """Return one of an inject's replies."""
        return next(c for c in self._scenario.injects[self._index("inject", inject)].choices if c.id == choice)

    def finding(self, told: Told) -> str:
        """Return a finding as a sentence, with its line in the file where it has one."""
        kind, data = _KIND_OF.get(told.code.partition(".")[0], ""), dict(told.data)
        what = self.bot(told.id) if told.code == "dominant" else self.name(kind, told.id) if kind else told.id
        if told.code == "dominant":
            data["other"] = self.bot(data["other"])
        elif told.code == "dominated":
            inject, _, _ = told.id.partition(".")
            data["better"] = self.words.text(self._reply(inject, data["better"]).text)
        elif "clauses" in data:
            data["clauses"] = self.words("list.between").join(data["clauses"])
        elif told.code == "untrue":
            return self.words("playtest.at_line", line=told.line, said=self.claim(self._claim(told.id)))
        shown = {k: number(v) if isinstance(v, float) else v for k, v in data.items()}
        said = self.words(f"playtest.finding.{told.code}", what=what, games=self.total, **shown)
        return self.words("playtest.at_line", line=told.line, said=said) if told.line else said

    def _claim(self, id: str) -> Judged:
        return next(judged for judged in self.test.claims if judged.id == id)

    def claim(self, judged: Judged) -> str:
        """Return a claim with what came of it, as a sentence."""
        claim, words = judged.claim, self.words
        title = words.text(text(claim.title)) if claim.title else judged.id
        value = "" if judged.value is None else number(judged.value)
        if claim.within is not None and value:
            value = words("playtest.claim.of_best", share=value)
        said = claimed(words, claim, self.ending)
        return words(f"playtest.claim.{judged.verdict}", title=title, said=said, value=value)

    def clause(self, clause: Clause) -> str:
        """Return how often a clause held."""
        if not clause.tests:
            return self.words("playtest.clause.untested")
        return self.words("playtest.clause.held", tests=percent(clause.held), games=percent(clause.games))

    @property
    def total(self) -> int:
        """How many games were played in all."""
        return self.test.games * len(self.test.played)


_KIND_OF = {
    "harmful_action": "actions", "harmful_move": "moves", "dead_inject": "injects", "dead_ending": "endings",
    "dominated": "choices", "trap_pays": "choices", "action_untaken": "actions",
    "action_unoffered": "actions", "move_untaken": "moves",
    "move_unoffered": "moves",
}  # fmt: skip


GROUPS = {
    "dominant": "balance", "dead_inject": "dead", "dead_ending": "dead", "dominated": "replies", "trap_pays": "replies",
    "harmful_action": "harmful", "harmful_move": "harmful", "action_untaken": "unused", "action_unoffered": "unused",
    "move_untaken": "unused", "move_unoffered": "unused", "never": "never", "untrue": "claims",
}  # fmt: skip
"""What each kind of finding is about."""


def number(value: float) -> str:
    """Return a number with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def percent(share: float) -> str:
    """Return a share in %, with a decimal where it is small."""
    return number(100 * share) + "%" if share < 0.1 else f"{100 * share:.0f}%"


def between(spread: Spread3, show: Callable[[float], str] = number) -> str:
    """Return a mean with its interval."""
    middle, low, high = spread
    return f"{show(middle)} [{show(low)}, {show(high)}]"
