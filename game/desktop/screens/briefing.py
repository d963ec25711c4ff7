"""The start of a turn: the mandate, then the news as papers to leaf through, some of which ask for an answer."""

from dataclasses import dataclass, replace
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.faces import stamp
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens import callers
from game.desktop.screens.frame import desk, masthead, pips
from game.desktop.screens.journey import go
from game.desktop.screens.play import UNKNOWN, Play
from game.desktop.screens.seats import most
from game.desktop.screens.wishes import Pick, Proceed
from game.desktop.sheet import Sheet
from game.desktop.theme import LookName
from game.rules import Action
from game.rules.view import AskView, PeerView
from game.scenario.plot import Inject
from game.scenario.scenario import ACTS
from game.telling import paper
from game.telling.story import because

LOOKS: dict[str, LookName] = {
    "document": "document", "press": "ledger", "letter": "field", "call": "quiet", "visit": "quiet",
    "meeting": "paper", "rumour": "tip",
}  # fmt: skip
ICONS = {
    "document": "paper", "press": "newspaper", "letter": "envelope", "call": "phone", "visit": "door",
    "meeting": "table", "rumour": "speech",
}  # fmt: skip
ALONE = 32      # ems of a page that lies there by itself
CUES = {"call": "phone", "press": "bell"}


@dataclass(frozen=True, kw_only=True)
class Briefing(Play):
    """One paper at a time; `at` counts them from the mandate on. A paper or caller that asks is left by answering.

    `picked` is the answer marked but not yet stamped: what cannot be taken back is never one stray key away. `heard`
    are the callers answered already, each with what came of it.
    """

    name: ClassVar[str] = "briefing"
    at: int = 0
    picked: str = ""
    heard: tuple[tuple[AskView, tuple[str, ...]], ...] = ()

    @property
    def papers(self) -> tuple[Inject | AskView | None, ...]:
        """This turn's papers, then the callers; `None` is the mandate."""
        seen, scenario = self.chair.seen, self.chair.scenario
        mandate: tuple[None, ...] = (None,) if seen.turn == 1 else ()
        called = (ask for ask, _ in self.heard)
        return (*mandate, *(scenario.injects[i] for i in seen.news), *called, *callers.open_calls(self))

    @property
    def paper(self) -> Inject | AskView | None:
        """The paper that lies on top."""
        return self.papers[self.at] if self.papers else None

    @property
    def waiting(self) -> bool:
        """Whether the paper on top waits for an answer."""
        asked, paper = self.chair.inject, self.paper
        if isinstance(paper, AskView):
            return asked is None and paper in self.chair.seen.asked[:1] and self.at - self._first == len(self.heard)
        return asked is not None and paper is not None and asked.id == paper.id

    @property
    def _first(self) -> int:
        """Where the callers begin among the papers."""
        return len(self.papers) - len(self.heard) - len(callers.open_calls(self))

    def opened(self) -> "Briefing":
        """Where something is put to the lead in the midst of planning, that paper lies on top."""
        if self.chair.seen.phase != "planning" or not self.chair.seen.asked:
            return self
        inject = self.chair.inject
        at = self.papers.index(inject) if inject is not None else self._first + len(self.heard)
        return self.now(at=at, cue="phone")

    def layout(self, sheet: Sheet) -> None:
        """The paper at the left, what the others are up to at the right."""
        count = self.say("briefing.page", at=self.at + 1, of=max(1, len(self.papers)))
        title = self.when(self.say("briefing.title"))
        rest = masthead(sheet, sheet.page(), title, f"{self.date}    {count}", *self.corner())
        alone = self._first_page
        with desk(sheet, rest, *self._doors()) as body:
            width = min(body.w, ALONE * sheet.ruler.size("lead")) if alone else body.w
            area = body.inset((body.w - width) // 2, 0)
            with sheet.scroll("papers", area, "felt", name=title) as column:
                if alone:
                    self._paper(column)
                    return
                with column.row(8, 5, least=15, gap=4) as (left, right):
                    self._paper(left)
                    self._table(right)

    @property
    def _first_page(self) -> bool:
        """Whether nothing has been decided yet in this game: then a page lies there and nothing beside it."""
        return self.chair.seen.turn == 1 and (self.paper is None or (self.waiting and not self.heard))

    def _paper(self, column: Column) -> None:
        """The paper on top, or that there is none."""
        if not self.papers:
            column.text(self.say("briefing.quiet"), "body", "soft")
        elif self.paper is None:
            self._mandate(column)
        elif isinstance(self.paper, AskView):
            self._call(column, self.paper)
        else:
            self._news(column, self.paper)

    def _doors(self) -> list[Choice]:
        back = [Choice("back", self.say("previous"), Back())] if self.at else []
        if self.waiting:
            stamped = [Choice("decide", self.say("briefing.decide"), Proceed(), look="primary")]
            return [*(stamped if self.picked else ()), *back]
        last = self.at + 1 >= len(self.papers)
        return [Choice("next", self.say("briefing.sit" if last else "next"), Proceed(), look="primary"), *back]

    def _mandate(self, column: Column) -> None:
        parts = paper.mandate(self.words, self.chair.scenario)
        with column.card("document", role="document", pad=4) as card:
            for role, text in parts:
                if role == "signer":
                    continue        # its name stands at the head already
                if role == "issuer":
                    card.text(text, "heading", "accent", align="centre")
                elif role == "number":
                    card.text(text, "small", "soft", align="centre")
                    card.rule("accent")
                    card.space(1.5)
                elif role == "title":
                    card.heading(text, align="centre")
                    card.space(1.5)
                elif role == "body":
                    card.text(text, "lead")
                    card.space(2)
                else:
                    card.text(text, "body", "soft", align="right")
            seal = stamp(card.sheet, "", self.say("mandate.stamp"))
            card.space(1.5)
            card.draw(seal.moved(card.rect.w - seal.rect.w, 0))

    def _news(self, column: Column, inject: Inject) -> None:
        look = LOOKS.get(inject.source, "paper")
        lang = self.desk.lang
        asked = self.waiting
        with column.card(look, role="document" if look == "document" else "panel", pad=3) as card:
            card.label(ICONS.get(inject.source, "paper"), self._source(inject), "small", "accent")
            card.heading(inject.title.get(lang))
            card.rule("accent" if look == "document" else "soft")
            card.text(inject.text.get(lang), "lead")
        chosen = self.chair.seen.chosen[self.chair.scenario.index["inject"][inject.id]]
        if asked:
            self._choices(column, inject)
        elif chosen >= 0:
            choice = inject.choices[chosen]
            with column.card("good", pad=2) as card:
                card.text(self.say("briefing.chosen", what=choice.text.get(lang)), "strong")
                if choice.reply:
                    card.text(choice.reply.get(lang))

    def _call(self, column: Column, ask: AskView) -> None:
        """A caller, and what was answered."""
        callers.call(self, column, ask)
        if self.waiting:
            callers.answers(self, column, ask, self.picked)
        elif self.at - self._first < len(self.heard):
            with column.card("good", pad=2) as card:
                for line in self.heard[self.at - self._first][1]:
                    card.text(line)

    def _source(self, inject: Inject) -> str:
        source = self.say(f"source.{inject.source}")
        if inject.speaker < 0:
            return source
        return self.say("source.from", source=source, who=self.seat(self.chair.scenario.peers[inject.speaker].id))

    def _choices(self, column: Column, inject: Inject) -> None:
        field = self.chair.options[0].fields[0]
        column.space(1)
        for n, choice in enumerate(inject.choices):
            open_ = choice.id in field.choices
            column.item(Choice(f"choice{n}", choice.text.get(self.desk.lang), self._marking(choice.id), key=str(n + 1),
                               side=pips(choice.cost, choice.cost), enabled=open_, selected=choice.id == self.picked,
                               hint="" if open_ else self.say("choice.closed")))  # fmt: skip

    def _marking(self, id: str) -> object:
        """What touching an answer wants: to mark it, and to stamp it once it is marked."""
        return Proceed() if id == self.picked else Pick(id)

    def _table(self, column: Column) -> None:
        """What each department means to do, as far as it is known."""
        column.text(self.say("briefing.intents"), "strong")
        for view in self.chair.seen.peers:
            known = [a for a in view.intents if a is not None and a >= 0]
            meant = most(known) if known else None
            word = self.act(meant)
            before = [a for a in view.acts if a >= 0]
            past = self.say("briefing.before", act=self.act(most(before))) if before else ""
            with column.card("plate", id=f"intent.{view.id}", name=self.seat(view.id), pad=1.5) as card:
                with card.row(1, 1, least=5, gap=1) as (who, what):
                    who.text(self.seat(view.id), "strong")
                    what.text(word if known or not past else f"{UNKNOWN} {past}", "body", "soft", align="right",
                              id=f"meant.{view.id}" if meant is not None else "",
                              why=None if meant is None else f"act.{view.id}.{self._work(view, meant)}.{ACTS[meant]}")
                if meant is not None and self.chair.advisor and (why := self._held_by(view, meant)):
                    card.text(why, "small", "soft")

    def _work(self, view: PeerView, act: int) -> str:
        """The first workstream in which a department means to act like that."""
        return self.chair.scenario.works[view.intents.index(act)].id

    def _held_by(self, view: PeerView, act: int) -> str:
        """What weighs most, as far as is known, in what a department means to do: the thing that might change it."""
        found = self.chair.explain(f"act.{view.id}.{self._work(view, act)}.{ACTS[act]}")
        known = [t for t in found.terms if t.band is None and t.value > 0]
        return because(self.words, max(known, key=lambda t: t.value).name, ACTS[act]) if known else ""

    def handle(self, intent: object) -> Screen | None:
        """Leaf, answer, and sit down at the table once all is read."""
        match intent:
            case Proceed() if self.waiting:
                return self._decided() if self.picked else None
            case Proceed() if self.at + 1 < len(self.papers):
                return self._turned(self.at + 1)
            case Proceed():
                return go(self, "sit", chair=self.chair, cue="page")
            case Back() if self.at:
                return self._turned(self.at - 1)
            case Pick(value):
                return self.now(picked=value, cue="tap")
        return super().handle(intent)

    def _decided(self) -> "Briefing":
        name, paper = self.chair.options[0].fields[0].name, self.paper
        chair, events = self.chair.do(Action("lead", "answer", {name: self.picked}))
        after = self.now(chair=chair, picked="", cue="stamp")
        if not isinstance(paper, AskView):
            return after
        return replace(after, heard=(*self.heard, (paper, callers.told(after, events))))

    def _turned(self, at: int) -> "Briefing":
        inject = self.papers[at]
        cue = "phone" if isinstance(inject, AskView) else CUES.get(inject.source, "page") if inject else "page"
        return self.now(at=at, picked="", cue=cue)
