"""Help: every command can have another key, none can be left without one, and Esc leaves all as it was."""

from dataclasses import replace

import pytest

from game.desktop.home import Folders
from game.desktop.intent import Apply, Back
from game.desktop.screens.desk import Desk
from game.desktop.screens.help import Help
from game.desktop.screens.settings import Preferences
from game.desktop.screens.title import Title
from game.desktop.screens.wishes import Pick, Show
from game.desktop.settings import COMMANDS, Settings
from game.desktop.stage import Stage
from game.desktop.type import Type
from game.telling.glossary import TERMS
from game.telling.words import words


@pytest.fixture
def stage(tmp_path):
    desk = Desk("en", home=Folders(tmp_path / "config", tmp_path / "runs"))
    return Stage(Title(desk=desk), (1280, 720), Settings(), rulers=Type, clock=lambda: 0.0)


def opened(stage, command):
    """Help with a key being asked for."""
    stage.screen = Help(desk=stage.screen.desk, behind=stage.screen, tab="keys")
    stage.do(Pick(command))
    assert stage.screen.listening


def accept(stage):
    button = next(w for w in stage.widgets if w.id == "use")
    stage.activate(button)


def test_the_settings_lead_to_help_and_back():
    settings = Preferences(desk=Desk("zh"), behind=Title(desk=Desk("zh")))
    helped = settings.handle(Show("help"))
    assert isinstance(helped, Help)
    assert helped.handle(Back()) == settings


def test_a_key_is_changed_used_at_once_and_remembered(stage, tmp_path):
    opened(stage, "back")
    stage.key("f2")
    assert not stage.screen.listening
    accept(stage)
    assert stage.settings.command("f2") == "back"
    assert stage.settings.command("escape") == ""
    assert Folders(tmp_path / "config", tmp_path / "runs").remembered("en")[0].keys["back"] == ("f2",)
    stage.key("f2")
    assert stage.screen.name == "title"


def test_a_key_of_another_command_is_taken_if_that_keeps_one(stage):
    opened(stage, "back")
    stage.key("space")
    accept(stage)
    assert stage.settings.command("space") == "back"
    assert "space" not in stage.settings.keys["activate"]


def test_the_only_key_of_another_command_is_refused(stage):
    opened(stage, "back")
    stage.key("tab")
    assert not any(w.id == "use" for w in stage.widgets)
    assert any("Next" in w.name for w in stage.widgets)


def test_esc_leaves_all_as_it_was(stage):
    opened(stage, "next")
    stage.key("escape")
    assert stage.screen.asking == ""
    assert stage.settings.keys == COMMANDS
    opened(stage, "next")
    stage.key("f3")
    stage.do(Back())
    assert stage.settings.keys == COMMANDS


def test_all_can_be_as_it_was(stage):
    changed = replace(stage.settings, keys={**COMMANDS, "back": ("f2",)})
    stage.do(Apply(changed))
    stage.screen = Help(desk=stage.screen.desk, behind=stage.screen)
    stage.do(Show("keys"))
    stage.activate(next(w for w in stage.widgets if w.id == "usual"))
    assert dict(stage.settings.keys) == COMMANDS


def test_every_command_and_term_has_its_words():
    for lang in ("zh", "en", "tw"):
        said = words(lang, strict=True)
        assert all(said(f"window.key.{command}") for command in COMMANDS)
        assert all(said(f"glossary.{term}") for term in TERMS)
