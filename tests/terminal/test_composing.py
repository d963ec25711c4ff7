"""Packages put together at the keyboard, option by option; what is known of the others beside it."""

import pytest

from game.rules.deeds import LEAD
from game.telling.bargain import standing
from game.telling.columns import columns
from game.telling.package import package
from game.telling.words import words
from game.terminal.board import table
from game.terminal.filling import filled
from game.terminal.prompt import Prompt
from tests.telling.table import LANGUAGES, PATHS, session

from .test_play import Keyboard


def option(game, kind):
    return next(o for o in game.options("lead") if o.kind == kind)


def typed(game, kind, lines, lang="zh"):
    keyboard = Keyboard(lines)
    action = filled(Prompt(words(lang, True), keyboard.ask, keyboard.out), game, option(game, kind))
    keyboard.check_width()
    return action, keyboard


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_offer_is_filled_option_by_option(lang):
    game, strict = session("small"), words(lang, True)
    action, keyboard = typed(game, "offer", ["1", "2", "2", "1"], lang)
    assert action.args == {"table": "terms", "target": "build", "package": "monthly+sort", "side": ""}
    assert game.check(action) is None
    assert strict("table.own.whole", points=70, walkaway=35) in keyboard.text
    assert strict("table.locked", who=strict.text(game.scenario.leaders[0].name)) in keyboard.text
    assert keyboard.text.count(strict("table.nothing_known")) == 2
    assert "monthly+" not in keyboard.text


def test_one_step_back_is_one_issue_back():
    action, _ = typed(session("small"), "offer", ["1", "2", "b", "1", "3", "1"])
    assert action.args["package"] == "totals+stop"


def test_going_back_from_a_later_field_leads_to_the_one_asked_before():
    action, _ = typed(session("small"), "offer", ["1", "b", "2", "2", "2", "1"])
    assert action.args["target"] != "build"
    assert typed(session("small"), "offer", ["1", "b", "b"])[0] is None


def test_a_second_package_may_be_left_out():
    none, keyboard = typed(session("small"), "convene", ["2", "2", "3"])
    assert none.args == {"table": "terms", "first": "monthly+sort", "second": ""}
    assert keyboard.text.count(words("zh")("table.known")) == 1
    two, _ = typed(session("small"), "convene", ["2", "2", "1", "2"])
    assert two.args["second"] == "totals+sort"


def test_several_packages_go_up_for_a_ruling():
    action, _ = typed(session("small"), "escalate", ["2", "2", "2", "1", "2", "1"])
    assert action.args == {"table": "terms", "leader": "vice", "packages": ["monthly+sort", "totals+sort"]}
    assert session("small").check(action) is None


def test_a_peer_names_its_own_package_by_its_own_points():
    from game.terminal.seats import answered

    game = session("small", 1, ("lead", "build"))
    game.do(option(game, "offer").fill(table="terms", target="build", package="monthly+sort", side=""))
    keyboard = Keyboard(["2", "1", "1"])
    strict = words("zh", True)
    action = answered(Prompt(strict, keyboard.ask, keyboard.out), game, "build")
    assert action.args == {"reply": "counter", "counter": "totals+leave"}
    assert strict("table.own.whole", points=100, walkaway=40) in keyboard.text
    assert strict("table.known") not in keyboard.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_board_shows_tables_and_the_mandate(lang):
    game, strict = session("small"), words(lang, True)
    shown = "".join(table(strict, game.public(), game.view()))
    assert standing(strict, game.scenario, game.view().tables[0])[:8] in shown
    assert strict("terminal.mandate", mandate=str(game.view().mandate // 10)) in shown
    game.state.deal[0], game.state.deal_how[0] = 4, 1
    shown = "\n".join(table(strict, game.public(), game.view())).replace("\n", "").replace("   ", "")
    assert package(strict, game.scenario, "monthly+sort", "terms")[:6] in shown


@pytest.mark.parametrize("kind", sorted(LEAD))
def test_every_deed_can_be_filled_by_first_choices(kind):
    game = session("small")
    game.state.energy, game.state.rung[0] = 9, 2
    one = option(game, kind)
    if one.blocked is None and kind != "bulletin":
        action, _ = typed(game, kind, ["1"] * 12)
        assert game.check(action) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_is_offered_only_where_all_may_be_chosen(lang):
    strict = words(lang, True)
    for most, lines, chosen in ((4, ["a"], [0, 1, 2, 3]), (3, ["a", "1 3"], [0, 2])):
        keyboard = Keyboard(lines)
        assert Prompt(strict, keyboard.ask, keyboard.out).several(4, 1, most) == chosen
        allowed, refused = (strict(f"terminal.keys.{key}", least=1, most=most) for key in ("all", "many"))
        assert (allowed in keyboard.text, refused in keyboard.text) == (most == 4, most == 3)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PATHS)
def test_leaders_stand_on_the_board_with_their_whole_names(name, lang):
    game, strict = session(name), words(lang, True)
    lines = table(strict, game.public(), game.view())
    assert all(any(strict.text(x.name) in line for line in lines) for x in game.scenario.leaders)
    assert max(map(columns, lines)) <= 80
