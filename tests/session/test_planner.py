"""The planning lead: whole games, the same decision for the same view, no more rollouts than allowed, no secrets."""

import pytest

from game.rules import leaned, options, public, start, step, view
from game.rules.bargaining.bond import base_walkaway
from game.rules.ending import mark
from game.session.bots import LEADS, Planner, briefed, planner
from game.session.bots.proposals import MOST, proposals
from game.session.bots.worlds import world
from game.session.recording import create
from game.session.session import begin, play_out
from game.study.whatif.course import Game
from tests.rules.test_secrecy import scenario_secrets, state_secrets
from tests.table import scenario_of, states

SMALL, BARGAINED = "small-class", "lagging_bureau-class"


def quick(budget=8, horizon=1, seed=1):
    """Return a planner of the small game that is done soon."""
    return Planner(seed, budget, horizon).on(scenario_of(SMALL))


def played(lead, seed=3):
    """Return all a lead did in a small game, and the mark; an illegal step raises."""
    scenario, done = scenario_of(SMALL), []
    state, _ = start(scenario, seed)
    while state.phase != "debrief":
        if state.asked and state.asked[0].seat != "lead":
            action = leaned(scenario, state, state.asked[0])
        else:
            action = lead(view(scenario, state, "lead"), options(scenario, state, "lead"))
            done.append(action)
        state, _ = step(scenario, state, action)
    return done, mark(scenario, state).value


def planning(turn):
    """Return a state of the small game in which the lead plans a turn."""
    return next(s for s in states(SMALL) if s.phase == "planning" and s.turn == turn)


def bargaining_views():
    """What a lead sees who bargains, wherever it plans."""
    scenario = scenario_of(BARGAINED)
    session = begin(scenario, 1, create(None, {"check": ""}))
    play_out(session, LEADS["negotiator"](1))
    yield from (view(scenario, m.state, "lead") for m in session.moments if m.state.phase == "planning")


def test_it_plays_a_whole_game_and_the_same_one_again():
    assert played(quick()) == played(quick())


def test_it_deviates_only_for_what_is_surely_better():
    usual, _ = played(LEADS["adaptive"](0))
    assert played(quick(budget=4))[0] == usual  # two worlds prove nothing


def test_a_budget_is_kept(monkeypatch):
    made = []
    monkeypatch.setattr(planner, "rollout", lambda *_: made.append(1) or len(made) % 7)
    state = planning(2)
    for budget in (2, 8, 60, 500):
        made.clear()
        lead = quick(budget)
        lead(view(scenario_of(SMALL), state, "lead"), options(scenario_of(SMALL), state, "lead"))
        assert 0 < len(made) == lead.rollouts <= budget


def test_what_does_much_better_in_every_world_is_done(monkeypatch):
    scenario, state = scenario_of(SMALL), planning(2)
    seen, can = view(scenario, state, "lead"), options(scenario, state, "lead")
    wanted = proposals(seen, can, LEADS["adaptive"](0)(seen, can))[-1].action
    monkeypatch.setattr(planner, "rollout", lambda _world, line, _until: 900 if line.action == wanted else 300)
    assert briefed(Planner(1, 200, 1), scenario)(seen, can) == wanted


@pytest.mark.parametrize(("gain", "done"), [(20, False), (80, True)])
def test_a_gain_small_beside_its_spread_is_not_done_in_however_many_worlds(gain, done, monkeypatch):
    """A mean of 20 with a deviation of 100 is beyond doubt after 2,000 worlds; imagined worlds are wrong alike."""
    scenario, state = scenario_of(SMALL), planning(2)
    seen, can = view(scenario, state, "lead"), options(scenario, state, "lead")
    usual, *_, other = proposals(seen, can, LEADS["adaptive"](0)(seen, can))
    monkeypatch.setattr(planner, "proposals", lambda *_: [usual, other])
    monkeypatch.setattr(planner, "world", lambda _scenario, _seen, seed: seed % 2)
    monkeypatch.setattr(planner, "rollout", lambda odd, line, _: 300 + (line == other) * (gain - 100 + 200 * odd))
    assert (briefed(Planner(1, 4000, 1), scenario)(seen, can) == other.action) is done


def test_it_weighs_no_more_than_it_may_the_usual_first():
    scenario, state = scenario_of(SMALL), planning(2)
    seen, can = view(scenario, state, "lead"), options(scenario, state, "lead")
    usual = LEADS["adaptive"](0)(seen, can)
    lines = proposals(seen, can, usual)
    assert lines[0].action == usual
    assert 5 < len(lines) <= MOST


def test_imagined_worlds_look_like_the_view():
    scenario, state = scenario_of(SMALL), planning(3)
    seen = view(scenario, state, "lead")
    imagined, believed = world(public(scenario, seen), seen, -5)
    again = view(imagined, believed, "lead")
    for part in ("turn", "energy", "works", "known", "done", "leaders", "mandate", "flags"):
        assert getattr(again, part) == getattr(seen, part), part
    assert [p.trust for p in again.peers] == [p.trust for p in seen.peers]


def test_what_a_party_declined_it_declines_in_every_imagined_world():
    """Short of a lever that moves its line; else offers would be repeated for ever."""
    scenario, found = scenario_of(BARGAINED), 0
    for seen in bargaining_views():
        told = [(t, i, n) for t, table in enumerate(seen.tables) for i, party in enumerate(table.parties)
                for n, _ in party.declined if not party.known]  # fmt: skip
        for seed in range(-8, 0) if told else ():
            imagined, believed = world(public(scenario, seen), seen, seed)
            for t, i, n in told:
                party = imagined.tables[t].parties[i]
                assert n in party.never or party.worth[n] < base_walkaway(believed, imagined.tables[t], i)
                found += 1
    assert found > 20


def test_imagined_parties_have_red_lines_but_none_across_what_they_gave_their_word_for():
    scenario, lines, words = scenario_of(BARGAINED), 0, 0
    for seen in bargaining_views():
        imagined, _ = world(public(scenario, seen), seen, -3)
        for table, told in zip(imagined.tables, seen.tables, strict=True):
            for party, heard in zip(table.parties, told.parties, strict=True):
                if heard.seat != "lead" and not heard.known:
                    declined = {n for n, _ in heard.declined}
                    lines += bool(party.never - declined)
                    words += bool(heard.word)
                    assert not (party.never - declined) & set(heard.word)
                    assert len(party.never) < len(table.packages)
    assert lines > 100
    assert words > 10


@pytest.mark.parametrize("secrets", [state_secrets, scenario_secrets], ids=["game", "author"])
def test_it_knows_no_more_than_its_view(secrets, monkeypatch):
    """Hidden things changed, the lines weighed and what each comes to in imagined worlds stay the same."""
    scenario, state = scenario_of(SMALL), planning(3)

    def weighed(scenario, state):
        seen, found = view(scenario, state, "lead"), []
        plain = planner.rollout
        monkeypatch.setattr(planner, "rollout", lambda *a: found.append(plain(*a)) or found[-1])
        action = briefed(Planner(1, 4, 1), scenario)(seen, options(scenario, state, "lead"))
        monkeypatch.setattr(planner, "rollout", plain)
        return action, found

    before = weighed(scenario, state)
    for secret in secrets(scenario, state):
        if "lead" not in secret.owners:
            assert weighed(secret.scenario, secret.state) == before, secret.name


def test_it_is_told_the_scenario_wherever_it_leads():
    scenario = scenario_of(SMALL)
    session = begin(scenario, 3, create(None, {"check": ""}))
    play_out(session, Planner(1, 4, 1))
    game = Game(scenario, start(scenario, 3)[0], [])
    game.lead(Planner(1, 4, 1))
    assert mark(scenario, game.state) == mark(scenario, session.state)


def test_a_planner_without_a_scenario_says_so():
    state = planning(2)
    with pytest.raises(ValueError, match="scenario"):
        LEADS["planner"](1)(view(scenario_of(SMALL), state, "lead"), options(scenario_of(SMALL), state, "lead"))
