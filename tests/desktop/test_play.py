"""Whole games through the window on the dummy driver: by posted keys alone, and by the mouse alone."""

import pygame
import pytest
from games import SMALL

from game.desktop import focus
from game.desktop.home import Folders
from game.desktop.screens.desk import Desk
from game.desktop.screens.title import Title
from game.desktop.settings import Settings
from game.desktop.window import Window
from game.session.recording import read
from game.session.replay import replay

ASIDE = ("settings", "quit", "shelve", "resume", "back", "undo", "close", "lang.zh", "lang.en", "lang.tw", "more")
KEYS = {"return": pygame.K_RETURN, "tab": pygame.K_TAB}


class Player:
    """Somebody who plays through events only, and always does something new where there is a choice."""

    def __init__(self, window, by_mouse):
        self.window, self.by_mouse, self.done, self.seen = window, by_mouse, {}, set()

    def key(self, name):
        self.window.step([pygame.event.Event(type, key=KEYS[name], unicode="", mod=0)
                          for type in (pygame.KEYDOWN, pygame.KEYUP)])  # fmt: skip

    def use(self, id):
        if not self.by_mouse:
            for _ in range(200):
                if self.window.stage.focus == id:
                    break
                self.key("tab")
            self.key("return")
            return
        widget = focus.find(self.window.stage.widgets, id)
        for _ in range(100):
            if widget.seen.size == widget.rect.size:
                break
            region = focus.region(self.window.stage.widgets, widget.region)
            up = widget.rect.y < region.rect.y
            self.window.stage.wheel(region.rect.centre, 1 if up else -1)
            self.window.step(())
            widget = focus.find(self.window.stage.widgets, id)
        at = widget.seen.centre
        self.window.step([pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)),
                          pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1),
                          pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1)])

    def choose(self):
        screen = self.window.stage.screen
        self.seen.add(screen.name)
        usable = [w for w in focus.usable(self.window.stage.widgets)
                  if w.action is not None and w.enabled and w.id not in ASIDE]
        seals = [w.id for w in usable if w.look == "primary"]
        if screen.name == "dossier" and not any(w.id.startswith("deed.") for w in usable):
            return "close"
        if seals and (screen.name != "table" or not screen.chair.energy[0] or screen.ending):
            return seals[0]
        if screen.name == "library":
            return "play"
        ids = [w.id for w in usable if w.id not in seals and not w.id.startswith("tab.")]
        id = min(ids or seals, key=lambda id: self.done.get(id, 0))
        self.done[id] = self.done.get(id, 0) + 1
        return id


@pytest.mark.parametrize("by_mouse", [False, True], ids=["keys", "mouse"])
@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_a_whole_game(tmp_path, monkeypatch, by_mouse, lang):
    monkeypatch.setattr("game.scenario.library.shipped", lambda folder: tmp_path / "none")
    home = Folders(tmp_path / "config", tmp_path / "runs")
    desk = Desk(lang, Settings(sound=False), (SMALL.parent,), home, lambda: 11, lambda: "2026-01-01T08:00:00")
    window = Window(Title(desk=desk), settings=desk.settings, clock=lambda: 0.0)
    player = Player(window, by_mouse)
    try:
        for _ in range(400):
            window.step(())
            screen = window.stage.screen
            if screen.name == "debrief" and screen.tab == "talk":
                break
            player.use(player.choose())
        assert screen.name == "debrief"
        assert player.seen >= {"title", "library", "briefing", "table", "dossier", "filling", "answer", "evening"}
        player.use("shelve")
        assert window.stage.screen.name == "library"
    finally:
        window.close()
    path = home.latest()
    assert replay(read(path)).verdict.verdict == "ok"
