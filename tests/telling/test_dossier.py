"""A dossier holds what was found out, and nothing else."""

import pytest

from game.rules import Event
from game.rules.deed import Play
from game.rules.effect import run
from game.rules.state import copy
from game.scenario.effect import Effect
from game.scenario.names import FACTS
from game.telling.dossier import dossier
from game.telling.story import story
from game.telling.words import words

from .table import LANGUAGES, session


def test_a_dossier_grows_by_what_is_found_out():
    game, strict = session("small"), words("zh", True)
    before = "".join(dossier(strict, game.scenario, game.view("lead"), "build"))
    assert "项目进度" not in before
    game.do(next(o for o in game.options("lead") if o.kind == "visit").fill(target="build"))
    game.do(next(o for o in game.options("lead") if o.kind == "sound").fill(target="build"))
    after = "".join(dossier(strict, game.scenario, game.view("lead"), "build"))
    assert "项目进度" in after
    assert "我们只要进度。" in after
    assert "更看重" in after
    assert "档案" not in after


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("fact", FACTS)
def test_what_a_move_or_an_event_reveals_is_told_once(lang, fact):
    game, strict = session("small"), words(lang, True)
    text = story(strict, game.scenario, Event("revealed", {"peer": "build", "what": fact}, ("lead",)))
    assert strict.text(game.scenario.peers[0].short) in text
    play = Play(game.scenario, copy(game.state))
    for _ in range(2):
        run(play, (Effect("reveal", {"about": 0, "what": fact}),), "word")
    assert [e.kind for e in play.events] == ["revealed"]
