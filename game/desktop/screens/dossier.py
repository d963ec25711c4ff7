"""One seat looked at more closely: a file with tabs, and at most five verbs at its foot."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.faces import meter
from game.desktop.geometry import Rect
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens import bodies, leaders, peerfile
from game.desktop.screens.deeds import verbs
from game.desktop.screens.errands import Consult, Fill
from game.desktop.screens.frame import footer, masthead, pips
from game.desktop.screens.history import history
from game.desktop.screens.journey import go
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Show
from game.desktop.sheet import Sheet
from game.desktop.widget import Widget
from game.telling import name
from game.telling.dossier import stance

TABS = {"peer": ("file", "reasons", "dealings"), "leader": ("leader",)}
"""The pages of a file by the kind of seat; other seats have one of their own. A single page needs no tab."""
ROOMY = 24      # the least height, in ems, at which the greeting stays above the tabs
_PAGES: dict[str, Callable[[Play, Column, str], None]] = {
    "file": peerfile.piles, "reasons": peerfile.reasons, "dealings": history, "leader": leaders.card,
    "office": bodies.office, "discipline": bodies.discipline, "lead": bodies.own,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Dossier(Play):
    """The file of one seat; `behind` is the table it was opened from, `tab` the open page ("" for the first)."""

    name: ClassVar[str] = "dossier"
    seat_id: str
    behind: Play
    tab: str = ""

    @property
    def tabs(self) -> tuple[str, ...]:
        """The ids of the pages of this file."""
        index = self.chair.scenario.index
        kind = next((kind for kind in TABS if self.seat_id in index[kind]), "")
        return TABS.get(kind, (self.seat_id,))

    def layout(self, sheet: Sheet) -> None:
        """Who it is above, the tabs and the open page, the verbs and the way back at the foot."""
        title = name.full(self.words, self.chair.scenario, self.seat_id)
        rest = masthead(sheet, sheet.page(2), title, self._note(), self.gear())
        roomy = rest.h >= ROOMY * sheet.ruler.size("body")
        deeds = [verb._replace(text=f"{verb.text} {verb.side}", side="") for verb in verbs(self, self.seat_id)]
        close = Choice("close", self.say("close"), Back(), look="primary")
        head = self.say("people.verbs", energy=pips(*self.chair.energy)) if deeds and roomy else ""
        with footer(sheet, rest, *deeds, close, head=head) as body:
            column = sheet.column(body)
            if roomy:
                self._greeting(column)
            if len(self.tabs) > 1:
                column.tabs(*(Choice(f"tab.{id}", self.say(f"people.{id}"), Show(id), selected=id == self._open)
                              for id in self.tabs))  # fmt: skip
            space = Rect(body.x, column.y, body.w, max(0, body.bottom - column.y))
            sheet.put(Widget("", "panel", space, look="paper"))
            inner = space.inset(sheet.unit(2), sheet.unit(1.5))
            with sheet.scroll(f"page.{self._open}", inner, "paper", name=self.say(f"people.{self._open}")) as page:
                if not roomy:
                    self._greeting(page)
                _PAGES[self._open](self, page, self.seat_id)

    @property
    def _open(self) -> str:
        return self.tab or self.tabs[0]

    def _note(self) -> str:
        """Who heads a department and whose leader it stands under; what a leader is called."""
        scenario = self.chair.scenario
        if self.seat_id in scenario.index["leader"]:
            return self.seat(self.seat_id)
        if self.seat_id not in scenario.index["peer"]:
            return ""
        peer = scenario.peers[scenario.peer(self.seat_id)]
        under = self.seat(scenario.leaders[peer.under].id)
        return self.say("dossier.under", head=self.words.text(peer.head), under=under)

    def _greeting(self, column: Column) -> None:
        """How a department speaks, and how far it trusts the lead and minds the matter."""
        scenario = self.chair.scenario
        if self.seat_id not in scenario.index["peer"]:
            return
        i = scenario.peer(self.seat_id)
        greet, view = scenario.peers[i].voice.get("greet"), self.chair.seen.peers[i]
        with column.row(3, 2, least=12, gap=4) as (left, right):
            if greet:
                left.text(self.say("quoted", line=self.words.text(greet)))
            left.text(stance(self.words, view), "small", "soft", id="stance", hint=self.say("dossier.seen"))
            trust = meter(column.sheet, "trust", self.say("dossier.trust"), (view.trust * 2 + 1) * 100,
                          name.level(self.words, view.trust), right.rect.w, look=column.look)  # fmt: skip
            right.draw(trust._replace(why=f"trust.{self.seat_id}"))

    def handle(self, intent: object) -> Screen | None:
        """Turn to another page, take up a deed with this seat, open the files, or close the file."""
        match intent:
            case Show(what):
                return self.now(tab=what)
            case Consult(folder):
                return go(self, "open", chair=self.chair, tab=folder, behind=self.behind)
            case Fill(kind, args):
                return go(self, "fill", chair=self.chair, kind=kind, args=args, behind=self.behind)
            case Back():
                return go(self, "sit", chair=self.chair, tab=getattr(self.behind, "tab", "deeds"))
        return super().handle(intent)
