"""Bots that lead: whole games without an illegal step, each on its own route, the same game for the same seed."""

from functools import cache

import pytest

from game.rules import Action, leaned, options, start, step, view
from game.session.bots import LEADS
from game.session.bots.packages import on_offer, talks
from tests.table import GAMES, scenario_of

OWN = {"answer", "end_turn", "move"}
CALLS = {"visit", "sound", "data"}
TABLE = {"offer", "convene"}
ROUTE = {
    "passive": {"answer", "end_turn"},
    "steady": OWN | TABLE | {"visit", "data", "report", "support", "inspect", "chair", "consult", "duties"},
    "group_first": OWN | {"report", "group", "dissolve", "chair", "consult", "duties"},
    "procedure": OWN | {"consult", "duties", "follow_up", "data", "bulletin", "inspect", "visit", "support"},
    "pressure": OWN | {"bulletin", "inspect", "duties", "discipline", "personnel", "data"},
    "lobbyist": {"answer", "end_turn", "report", "authorize", "appraise", "chair", "consult", "escalate"},
    "negotiator": OWN | CALLS | TABLE | {"consult", "duties", "follow_up", "help"},
}
"""What each route may do; a bot that mixes may do anything."""
ROUTE |= {f"negotiator_{how}": ROUTE["negotiator"] for how in ("easy", "hard", "grim")}
every_bot = pytest.mark.parametrize("bot", sorted(set(LEADS) - {"random", "planner"}))
every_game = pytest.mark.parametrize("name", GAMES)


@cache
def deeds(name: str, bot: str, seed: int) -> tuple[Action, ...]:
    """Return all a bot did in a game; an illegal step raises."""
    scenario, lead, done = scenario_of(name), LEADS[bot](seed), []
    state, _ = start(scenario, seed)
    while state.phase != "debrief":
        ask = state.asked[0] if state.asked else None
        if ask is not None and ask.seat != "lead":
            action = leaned(scenario, state, ask)
        else:
            action = lead(view(scenario, state, "lead"), options(scenario, state, "lead"))
            done.append(action)
        state, _ = step(scenario, state, action)
    return tuple(done)


@every_game
@every_bot
def test_a_bot_keeps_to_its_route_to_the_end(name, bot):
    for seed in (1, 2):
        assert {a.kind for a in deeds(name, bot, seed)} <= ROUTE.get(bot, {a.kind for a in deeds(name, bot, seed)})


@every_bot
def test_a_bot_plays_the_same_game_again_whoever_made_it(bot):
    first = deeds("tendering_reform-class", bot, 3)
    deeds.cache_clear()
    assert deeds("tendering_reform-class", bot, 3) == first


def test_one_bot_made_once_plays_game_after_game_as_if_each_were_its_first():
    lead, games = LEADS["adaptive"](0), []
    for _ in range(2):
        scenario, done = scenario_of("tendering_reform-class"), []
        state, _ = start(scenario, 5)
        while state.phase != "debrief":
            ask = state.asked[0] if state.asked else None
            mine = ask is None or ask.seat == "lead"
            action = lead(view(scenario, state, "lead"), options(scenario, state, "lead")) if mine else leaned(
                scenario, state, ask)  # fmt: skip
            done.append(action)
            state, _ = step(scenario, state, action)
        games.append(done)
    assert games[0] == games[1]


@pytest.mark.parametrize(("bot", "means"), [
    ("group_first", {"group", "consult"}), ("procedure", {"duties", "follow_up", "consult"}),
    ("pressure", {"discipline", "bulletin", "inspect"}), ("lobbyist", {"report", "authorize"}),
    ("negotiator", {"offer", "data", "visit"}), ("steady", {"visit", "consult", "duties"}),
    ("adaptive", {"consult", "group", "follow_up"}),
])  # fmt: skip
def test_the_routes_are_walked(bot, means):
    """Each route's own means are used, not only allowed."""
    assert means <= {a.kind for seed in (1, 2) for a in deeds("tendering_reform-full", bot, seed)}


def test_easy_first_and_hard_first_ask_in_another_order():
    first = {
        bot: next(a for a in deeds("tendering_reform-full", bot, 1) if a.kind == "offer").args["target"]
        for bot in ("negotiator_easy", "negotiator_hard")
    }
    assert first["negotiator_easy"] != first["negotiator_hard"]


def test_packages_are_read_as_the_scenario_means_them():
    """What a bot works out of names and ranges is what the table says: the lead's own points."""
    scenario = scenario_of("tendering_reform-class")
    state, _ = start(scenario, 1)
    seen, open_now = view(scenario, state, "lead"), options(scenario, state, "lead")
    offer = next((o for o in open_now if o.kind == "offer"), None)
    if offer is None:
        state, _ = step(scenario, state, LEADS["passive"](0)(seen, open_now))
        seen, open_now = view(scenario, state, "lead"), options(scenario, state, "lead")
        offer = next(o for o in open_now if o.kind == "offer")
    table, talk = scenario.tables[0], next(talks(seen, offer))
    assert set(talk.names) == set(table.names) == set(on_offer(open_now)[table.id])
    for n, name in enumerate(table.names):
        assert talk.own(name) == table.parties[table.lead].worth[n]
