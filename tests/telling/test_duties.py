"""Who answers for what: parts, disputes, the place worth looking at first, and the paper behind them."""

from dataclasses import replace

import pytest

from game.rules.state import Paper
from game.scenario.load import load
from game.session.recording import create, header
from game.session.session import begin
from game.telling import duties
from game.telling.words import words
from tests.table import SMALL

PASS = 3


@pytest.fixture(name="game")
def _game():
    text = SMALL.read_text(encoding="utf-8")
    scenario = load(text, str(SMALL), "class")
    session = begin(scenario, 3, create(None, header(scenario, text, 3, "")))
    return scenario, session.view("lead")


def acting(scenario, seen, peer, work, act):
    """The same view, one peer last seen to act so in one workstream."""
    p, w = scenario.peer(peer), scenario.work(work)
    acts = list(seen.peers[p].acts)
    acts[w] = act
    peers = list(seen.peers)
    peers[p] = peers[p]._replace(acts=tuple(acts))
    return replace(seen, peers=tuple(peers))


def working(seen, n, **changes):
    """The same view with one workstream otherwise."""
    works = list(seen.works)
    works[n] = works[n]._replace(**changes)
    return replace(seen, works=tuple(works))


def test_everybody_has_one_part(game):
    _, seen = game
    check = seen.works[0]._replace(owner="build")
    assert [duties.part(check, who) for who in ("lead", "build", "road", "water")] == [
        "lead", "owner", "support", "outside"]  # fmt: skip


def test_handing_on_outweighs_unclear_duties(game):
    scenario, seen = game
    seen = working(seen, 0, clarity=300, owner="build")
    assert duties.dispute(scenario, seen, seen.works[0], "road") == "unclear"
    seen = acting(scenario, seen, "road", "check", PASS)
    assert duties.dispute(scenario, seen, seen.works[0], "road") == "passed"
    assert duties.dispute(scenario, seen, seen.works[0], "water") == ""
    assert duties.dispute(scenario, seen, seen.works[0], "lead") == ""


def test_what_nobody_owns_is_looked_at_first(game):
    scenario, seen = game
    seen = working(working(seen, 0, owner="build", clarity=900), 1, owner="road", clarity=800)
    assert duties.worst(scenario, seen) == ("share", "")
    seen = acting(scenario, seen, "road", "check", PASS)
    assert duties.worst(scenario, seen) == ("check", "road")
    seen = working(seen, 1, owner="")
    assert duties.worst(scenario, seen) == ("share", "")
    assert duties.troubles(seen.works[1]) == ["orphan"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_last_list_is_told_with_its_clause(game, lang):
    scenario, seen = game
    said = words(lang, strict=True)
    older = Paper("duties", 9, "lead", "", 0, "first_taker", False)
    seen = replace(seen, papers=(older, Paper("duties", 31, "lead", "vice", 0, "backstop", True)))
    told = " ".join(duties.about_work(said, scenario, seen, seen.works[0]))
    assert "31" in told
    assert "9" not in told
    assert said("value.clause.backstop") in told
    assert duties.granted(said, scenario, seen, seen.works[0]) == [said("value.clause.backstop")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_peer_that_hands_on_is_quoted(game, lang):
    scenario, seen = game
    said = words(lang, strict=True)
    seen = acting(scenario, seen, "road", "check", PASS)
    told = " ".join(duties.about_cell(said, scenario, seen, seen.works[0], "road"))
    assert said.text(scenario.peers[scenario.peer("road")].voice["pass"]) in told
