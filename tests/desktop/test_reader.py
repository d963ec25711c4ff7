from types import SimpleNamespace

import pytest
from games import chair, screens

from game.desktop.focus import usable
from game.desktop.reader import ROOT, Reader, told
from game.desktop.screens.desk import Desk
from game.desktop.screens.table import Table
from game.desktop.sheet import Sheet, window_factor
from game.desktop.type import Type


class Recorder:
    """Anything AccessKit has: roles, actions and nodes that remember what was set on them."""

    def __init__(self, *given):
        self.given, self.set = given, {}

    def __getattr__(self, name):
        if name.startswith(("set_", "add_")):
            return lambda *values: self.set.setdefault(name, []).append(values)
        return f"{name}"


class Adapter:
    """An adapter that asks for the tree at once, as one does that is listened to."""

    def __init__(self, tree, asked, _closed):
        self.tree, self.asked, self.updates = tree, asked, []

    def update_if_active(self, tree):
        self.updates.append(tree())


@pytest.fixture(name="listener")
def _listener(monkeypatch):
    monkeypatch.setattr("game.desktop.reader.os.name", "posix")
    monkeypatch.setattr("game.desktop.reader.sys.platform", "linux")
    kit = SimpleNamespace(Node=Recorder, TreeUpdate=Recorder, Tree=Recorder, Rect=Recorder, Role=Recorder(),
                          Action=Recorder(), Live=Recorder(), unix=SimpleNamespace(Adapter=Adapter))  # fmt: skip
    asked = []
    return Reader(kit, 0, "牵头", lambda *wish: asked.append(wish)), asked


def laid_out(screen):
    sheet = Sheet((1280, 720), Type(window_factor((1280, 720))))
    screen.layout(sheet)
    return sheet.widgets


def test_everything_one_can_use_or_read_is_told_by_name():
    for screen in screens("zh"):
        widgets = laid_out(screen)
        nodes = {node.key: node for node in told(widgets)}
        assert len(nodes) == len(told(widgets)), screen.name
        for widget in usable(widgets):
            if widget.interactive:
                assert nodes[widget.id].name, (screen.name, widget.id)
                assert nodes[widget.id].pressable


def test_a_picture_is_told_once_with_its_focus(listener):
    reader, _ = listener
    widgets = laid_out(Table(desk=Desk(), chair=chair(3)))
    reader.show(widgets, "end")
    reader.show(widgets, "end")
    (update,) = reader._adapter.updates
    focused = dict(update.nodes)[update.given[0]]
    assert focused.set["set_label"] == [(next(w.name for w in widgets if w.id == "end"),)]
    assert update.nodes[0][0] == ROOT
    heat = next(node for _, node in update.nodes if node.set.get("set_max_numeric_value"))
    assert heat.set["set_label"]


def test_what_a_screen_reader_asks_is_passed_on_by_id(listener):
    reader, asked = listener
    reader.show(laid_out(Table(desk=Desk(), chair=chair(3))), "")
    reader._adapter.asked(SimpleNamespace(action="CLICK", target=reader._number("end")))
    reader._adapter.asked(SimpleNamespace(action="SCROLL_UP", target=reader._number("end")))
    reader._adapter.asked(SimpleNamespace(action="CLICK", target=9999))
    assert asked == [("click", "end")]


def test_nothing_escapes_from_a_callback(listener):
    reader, _ = listener
    reader._shown = (("not a node",), "")
    assert [number for number, _ in reader._tree().nodes] == [ROOT]
    reader._asked(None)
