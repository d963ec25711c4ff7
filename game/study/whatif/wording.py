"""The words of a `whatif`: decisions, changes, what differs, and a use of oversight as sentences."""

from collections.abc import Iterator

from game.rules import Action
from game.scenario.scenario import Scenario
from game.study.audit import Use
from game.study.whatif.branch import Branch
from game.study.whatif.course import Entry, Missed
from game.study.whatif.reach import Deed
from game.telling.name import seat, work
from game.telling.number import plain, signed
from game.telling.offer import action, blocked
from game.telling.words import Words

_DIFFER = ("real", "reported", "trust", "attention", "credibility")
_LADDER = ("remind", "interview", "circulate", "case", "sit_in")


class Teller:
    """Words for one game."""

    def __init__(self, words: Words, scenario: Scenario) -> None:
        self.words, self.scenario = words, scenario

    def measure(self, name: str) -> str:
        """Return what a measure is called."""
        return self.words(f"whatif.measure.{name}")

    def action(self, did: Action) -> str:
        """Return an action as a clause."""
        return action(self.words, self.scenario, did)

    def entry(self, entry: Entry) -> str:
        """Return a recorded action; of a reply, what it answers tells more."""
        ask = next((a for a in entry.before.asked if a.seat == entry.action.seat), None)
        return action(self.words, self.scenario, entry.action, dict(ask.data) if ask else None)

    def deed(self, deed: Deed) -> str:
        """Return what a strong player would have done."""
        return action(self.words, self.scenario, deed.action, deed.about)

    def end(self, id: str, mark: int) -> str:
        """Return an ending with its mark."""
        return self.words("whatif.end", ending=ending(self.words, self.scenario, id), mark=plain(mark))

    def change(self, branch: Branch) -> str:
        """Return what is changed."""
        change = branch.change
        gone = "" if branch.gone is None else self.action(branch.gone)
        if change.bot:
            return self.words("whatif.change.bot", turn=change.turn, bot=self.words(f"playtest.bot.{change.bot}"))
        if change.do is not None:
            how = "replace" if gone else "add"
            return self.words(f"whatif.change.{how}", turn=change.turn, gone=gone, action=self.action(change.do))
        return self.words("whatif.change.without", turn=change.turn, gone=gone)

    def missed(self, missed: Missed) -> str:
        """Return what no longer applied, and why."""
        return self.words("whatif.missed.one", turn=missed.turn, action=self.action(missed.action),
                          why=blocked(self.words, self.scenario, missed.why))  # fmt: skip

    def differences(self, branch: Branch) -> Iterator[str]:
        """Yield in words how the ends differ and when the marks were furthest apart."""
        was, now, words = branch.was, branch.now, self.words
        by = now.mark - was.mark
        yield words(f"whatif.mark.{'up' if by > 0 else 'down' if by else 'same'}", by=plain(abs(by)))
        parts = []
        for name in _DIFFER:
            gap = round((now.curve[name][-1] - was.curve[name][-1]) * 10)
            if abs(gap) >= 10:
                parts.append(words("whatif.differs.one", name=self.measure(name), by=signed(gap)))
        if parts:
            yield words("whatif.differs", parts=words("list.between").join(parts))
        gaps = [abs(a - b) for a, b in zip(was.curve["mark"], now.curve["mark"], strict=False)]
        widest = max(range(len(gaps)), key=lambda n: gaps[n])
        if widest < len(gaps) - 1 and gaps[widest] >= 1:
            yield words("whatif.widest", turn=widest, by=plain(round(gaps[widest] * 10)))
        turns = len(was.curve["mark"]) - 1, len(now.curve["mark"]) - 1
        if turns[0] != turns[1]:
            yield words("whatif.turns", was=turns[0], now=turns[1])


def ending(words: Words, scenario: Scenario, id: str) -> str:
    """Return an ending's title with its grade; of a game without one, that it has none."""
    if id not in scenario.index["ending"]:
        return words("none")
    found = scenario.endings[scenario.index["ending"][id]]
    return words("playtest.ending", title=words.text(found.title), grade=found.grade)


def told_use(t: Teller, use: Use) -> str:
    """Return a use of oversight as sentences: what, on whom, after what; its effect, its cost, what was cheaper."""
    words, scenario = t.words, t.scenario
    names = {"turn": use.turn, "target": seat(words, scenario, use.target), "work": work(words, scenario, use.work),
             "step": words(f"value.step.{use.step}")}  # fmt: skip
    tried = [words("whatif.audit.times", deed=_deed(words, kind), n=n) for kind, n in use.before.items()]
    acts = [words(f"act.{a}") for a in use.acts]
    effect = words("whatif.audit.effect", pressure=plain(use.pressure), before=acts[0],
                   after=words("whatif.audit.then").join(acts[1:]) or words("none"))  # fmt: skip
    return words.sentences(
        words(f"whatif.audit.{use.how}", **names),
        words("whatif.audit.before", deeds=words.listed(tried)) if tried else words("whatif.audit.nothing"),
        words("whatif.audit.fit", fit=plain(use.fit)),
        effect if use.granted else words("whatif.audit.declined"),
        words("whatif.audit.cost", trust=signed(use.trust), credibility=signed(use.credibility)),
        words("whatif.audit.cheaper", deed=_deed(words, use.cheaper)) if use.cheaper else "",
    )


def _deed(words: Words, kind: str) -> str:
    """Return what a deed, or a step of the ladder, is called."""
    return words(f"whatif.step.{kind}") if kind in _LADDER else words(f"offer.{kind}.label")
