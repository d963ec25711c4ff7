"""A small screen with everything on it, for the tests of the widget layer."""

from dataclasses import dataclass, replace

from game.desktop.column import Choice
from game.desktop.explanation import Explanation
from game.desktop.faces import Page, gauge, ledger, meter, plate, stamp
from game.desktop.intent import Back, Edit, Quit
from game.desktop.screen import Screen
from game.desktop.sheet import Sheet
from game.desktop.table import seating
from game.desktop.widget import Widget

PEERS = ("生态环境局", "水务局", "住建局", "农业农村局", "财政局", "青川镇")


@dataclass(frozen=True)
class Example:
    asking: bool = False
    note: str = ""
    done: tuple[object, ...] = ()
    name: str = "example"
    cue: str = ""
    pulse: float = 0.0
    listening: bool = False

    def layout(self, sheet: Sheet) -> None:
        head = sheet.column(sheet.page())
        head.heading("清河治理：第 3 周", "title")
        body = head.rest()
        if sheet.ems(body) >= 60:
            left, right = body.columns((3, 2), sheet.unit(3))
            self._table(sheet, left)
        else:
            right = body
        with sheet.scroll("side", right, name="可以做的事") as column:
            self._side(column)
        if self.asking:
            with sheet.dialog("ask", "确认") as column:
                column.heading("结束本周谋划？")
                column.field("note", "给自己留句话", self.note)
                column.buttons(Choice("yes", "盖章下达", "yes", look="primary"),
                               Choice("no", "再想想", Back()))

    def _table(self, sheet, space):
        width = sheet.ruler.width("plate", "农业农村局") + sheet.unit(4)
        peers = [plate(sheet, Choice(f"peer{i}", name, ("open", i), detail="◆ 观望"), width)
                 for i, name in enumerate(PEERS)]
        heads = [plate(sheet, Choice("leader", "周副市长", ("open", "leader")), width)]
        own = plate(sheet, Choice("own", "河长办", ("open", "own")), width)
        seats = seating(space, [w.rect.size for w in heads], [w.rect.size for w in peers], own.rect.size,
                        sheet.unit(2))
        if seats.table is not None:
            sheet.put(Widget("table", "table", seats.table, data=seats.cups()))
        for widget, seat in zip([*heads, *peers, own], [*seats.heads, *seats.sides, seats.own], strict=True):
            sheet.put(widget.moved(seat.x, seat.y))

    def _side(self, column):
        sheet = column.sheet
        with column.card("document", role="document") as card:
            card.heading("青江市人民政府办公室文件", tone="accent", align="centre")
            card.rule("accent")
            card.text("请你办牵头，八周内完成清河沿线 42 个排污口整治——“既要看台账，更要看河水”。")
            card.draw(stamp(sheet, "seal", "即刻办理"))
        with column.row(1, 1, 1, least=4) as cells:
            for cell, name, level in zip(cells, ("上面", "中层", "基层"), (860, 470, None), strict=True):
                cell.draw(gauge(sheet, f"heat.{name}", name, level, "▲ 热", cell.rect.w))
        column.draw(ledger(sheet, "book", "两本账", Page("台账数", "82 %"), Page("实绩", "尚未核实"),
                           column.rect.w))
        column.draw(meter(sheet, "trust", "信任", 340, "34", column.rect.w, mark=600))
        column.tabs(Choice("tab1", "事项", "tab1", selected=True), Choice("tab2", "单位", "tab2"))
        column.item(Choice("call", "打电话摸底", "call", detail="听出一条。", side="1 点", key="1",
                           hint="对方会说更在意什么"))
        column.item(Choice("talk", "请领导出面约谈", "talk", side="3 点", key="2", enabled=False,
                           why="ladder"))
        column.buttons(Choice("end", "盖章下达", "end", look="primary", key="e"),
                       Choice("quit", "离开", Quit()))

    def handle(self, intent: object) -> Screen | None:
        after = replace(self, done=(*self.done, intent))
        match intent:
            case "end":
                return replace(after, asking=True)
            case Back() if self.asking:
                return replace(after, asking=False)
            case Edit("note", text):
                return replace(after, note=text)
            case "nothing":
                return None
        return after

    def callouts(self):
        return ()

    def explain(self, why: object) -> Explanation:
        return Explanation(f"要先有一次通报（{why}）")
