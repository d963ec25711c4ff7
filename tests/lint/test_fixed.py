"""What is said never to move does not, whatever is done in a game."""

import pytest

from game.lint.fixed import fixed
from game.scenario.load import read
from game.scenario.names import names
from game.scenario.schema import ScenarioFile
from game.scenario.verbs import effects_in
from tests.table import GAMES, text_of, walk


def file_of(game: str) -> ScenarioFile:
    """Return the model of a game's scenario."""
    file = read(text_of(game), game).file
    assert file is not None
    return file


@pytest.mark.parametrize("game", GAMES)
def test_nothing_moves_what_never_moves(game):
    file = file_of(game)
    still, known = fixed(file, tuple(effects_in(file)), ()), names(file)
    assert still
    for stride in walk(game, 1):
        for name, domain in still.items():
            value = known[name].read(stride.after)
            assert value in domain if isinstance(domain, frozenset) else domain[0] <= value <= domain[1], name


def test_what_an_effect_moves_is_left_out():
    file = file_of("small-class")
    kept = fixed(file, tuple(effects_in(file)), ())
    assert {"capacity.road", "aligned.chief", "immunity.share", "act.water.check", "known.road.intents"} <= set(kept)
    assert not {"flag.opened", "lever.pledge", "lever.circular", "promise.seal", "known.road.redline"} & set(kept)
    assert {"flag.opened", "lever.pledge", "promise.seal", "deal.terms.data"} <= set(fixed(file, (), ()))
