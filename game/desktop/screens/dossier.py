"""One seat looked at more closely: what is known of it, how it has acted, and what one can do with it."""

from dataclasses import dataclass, replace
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.faces import meter
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens.deeds import verbs
from game.desktop.screens.frame import grid
from game.desktop.screens.journey import go
from game.desktop.screens.play import Play
from game.desktop.screens.seats import moods
from game.desktop.screens.wishes import Fill
from game.desktop.sheet import Sheet
from game.rules.view import LeaderView, PeerView
from game.scenario.scenario import Leader, Peer
from game.telling import name
from game.telling.bargain import found_out
from game.telling.dossier import stands

FACTS = ("interest", "redline", "workload", "blame", "capacity", "entrenchment")
_NUMBERS = {"workload": "load"}


@dataclass(frozen=True, kw_only=True)
class Dossier(Play):
    """The file of one seat, over the table it was opened from."""

    name: ClassVar[str] = "dossier"
    seat_id: str
    behind: Play

    def layout(self, sheet: Sheet) -> None:
        """What is known, then at most five verbs."""
        self.behind.layout(sheet)
        title = name.full(self.words, self.chair.scenario, self.seat_id)
        with sheet.dialog("dossier", title, ems=36) as column:
            self._file(column, title)
            deeds = verbs(self, self.seat_id)
            if deeds:
                column.space(2)
                grid(column, deeds)
            column.buttons(Choice("close", self.say("close"), Back()))

    def _file(self, column: Column, title: str) -> None:
        index, seen, scenario = self.chair.scenario.index, self.chair.seen, self.chair.scenario
        column.heading(title)
        if self.seat_id in index["peer"]:
            self._peer(column, scenario.peers[index["peer"][self.seat_id]], seen.peers[index["peer"][self.seat_id]])
        elif self.seat_id in index["leader"]:
            i = index["leader"][self.seat_id]
            self._leader(column, scenario.leaders[i], seen.leaders[i])
        elif self.seat_id == "discipline":
            left = max(0, scenario.discipline_capacity - seen.uses)
            column.text(self.say("dossier.discipline", left=left))
            column.draw(replace(meter(column.sheet, "credibility", self.say("dossier.credibility"), seen.credibility,
                                      self.percent(seen.credibility), column.rect.w), why="credibility"))  # fmt: skip
        elif self.seat_id == "office":
            column.text(self.say("dossier.office"))
        else:
            column.text(self.say("dossier.own", reserve=seen.reserve))
            column.draw(replace(meter(column.sheet, "backlog", self.say("dossier.backlog"), seen.backlog,
                                      self.percent(seen.backlog), column.rect.w), why="backlog"))  # fmt: skip

    def _peer(self, column: Column, peer: Peer, view: PeerView) -> None:
        words, scenario = self.words, self.chair.scenario
        under = self.seat(scenario.leaders[peer.under].id)
        column.text(self.say("dossier.under", head=words.text(peer.head), under=under), "small", "soft")
        greet = peer.voice.get("greet")
        if greet:
            column.text(self.say("quoted", line=words.text(greet)))
        with column.row(1, 1, least=13, gap=4) as (left, right):
            trust = meter(column.sheet, "trust", self.say("dossier.trust"), (view.trust * 2 + 1) * 100,
                          name.level(words, view.trust), left.rect.w)  # fmt: skip
            left.draw(replace(trust, why=f"trust.{peer.id}"))
            left.space(1.5)
            left.text(self.say("dossier.acts"), "strong")
            left.text(moods(self, view), "small")
            left.space(1.5)
            for n, line in enumerate(stands(words, scenario, self.chair.seen, peer.id)):
                left.text(line, "small", id=f"stands{n}", hint=self.say("dossier.seen"))
            right.text(self.say("dossier.known"), "strong")
            known = [fact for fact in FACTS if fact in view.facts]
            for fact in known:
                why = f"load.{peer.id}" if fact == "workload" else None
                right.text(self._fact(peer, view, fact), "small", id=f"fact.{fact}", why=why,
                           hint="" if why else self.say("dossier.learnt"))  # fmt: skip
            if len(known) < len(FACTS):
                rest = words.listed([words(f"fact.{fact}") for fact in FACTS if fact not in view.facts])
                right.text(self.say("dossier.unknown", what=rest), "small")
            for n, line in enumerate(found_out(words, scenario, self.chair.seen, peer.id)):
                right.text(line, "small", id=f"table{n}", hint=self.say("dossier.table"))

    def _fact(self, peer: Peer, view: PeerView, fact: str) -> str:
        if fact in ("interest", "redline"):
            return self.say(f"dossier.{fact}", what=self.words.text(getattr(peer, fact)))
        number = view.load if fact == "workload" and view.load is not None else getattr(peer, _NUMBERS.get(fact, fact))
        return self.say("dossier.fact", fact=self.words(f"fact.{fact}"), value=self.percent(number))

    def _leader(self, column: Column, leader: Leader, view: LeaderView) -> None:
        words, scenario = self.words, self.chair.scenario
        if leader.greet:
            column.text(self.say("quoted", line=words.text(leader.greet)))
        with column.row(1, 1, least=13, gap=4) as (left, right):
            favor = meter(column.sheet, "favor", self.say("dossier.favor"), (view.favor * 2 + 1) * 100,
                          name.level(words, view.favor, "favor"), left.rect.w)  # fmt: skip
            left.draw(replace(favor, why=f"favor.{leader.id}"))
            for work, level in zip(scenario.works, view.attention, strict=True):
                bar = meter(column.sheet, f"attention.{work.id}", words.text(work.short), level, self.percent(level),
                            left.rect.w)  # fmt: skip
                left.draw(replace(bar, why=f"attention.{leader.id}.{work.id}"))
            right.text(self.say("dossier.agenda"), "strong")
            for n, (topic, weight) in enumerate(leader.agenda):
                right.text(self.say("dossier.topic", topic=words.text(topic), weight=weight // 10), "small",
                           id=f"topic{n}", hint=self.say("dossier.agenda.open"))  # fmt: skip
            if leader.preference:
                right.text(self.say("dossier.preference", what=words.text(leader.preference)), "small")
            mine = [words.text(peer.short) for peer in scenario.peers if scenario.leaders[peer.under].id == leader.id]
            if mine:
                right.text(self.say("dossier.over", who=words.listed(mine)), "small", "soft")

    def handle(self, intent: object) -> Screen | None:
        """Take up a deed with this seat, or close the file."""
        match intent:
            case Fill(kind, args):
                return go(self, "fill", chair=self.chair, kind=kind, args=args, behind=self.behind)
            case Back():
                return go(self, "sit", chair=self.chair, tab=getattr(self.behind, "tab", "deeds"))
        return super().handle(intent)
