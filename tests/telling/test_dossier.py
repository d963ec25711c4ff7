"""A dossier holds what was found out, and nothing else."""

from game.telling.dossier import dossier
from game.telling.words import words

from .table import session


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
