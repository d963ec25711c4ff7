from types import SimpleNamespace

from game.rules import Event
from game.telling.dealings import dealings, pressed

SCENARIO = SimpleNamespace(
    peers=(SimpleNamespace(id="build"), SimpleNamespace(id="road")),
    promises=(SimpleNamespace(to=0),),
    index={"promise": {"spare": 0}, "table": {}},
)


def heard():
    return [
        Event("turn", {"turn": 1}),
        Event("visit", {"target": "build"}),
        Event("promised", {"promise": "spare"}),
        Event("act", {"peer": "build", "work": "check", "act": "stall"}),
        Event("act", {"peer": "build", "work": "data", "act": "stall"}),
        Event("act", {"peer": "road", "work": "check", "act": "pass"}),
        Event("turn", {"turn": 2}),
        Event("bulletin", {"named": ["build"], "tone": "rank"}),
        Event("turn", {"turn": 3}),
        Event("visit", {"target": "road"}),
    ]


def test_only_what_concerns_the_seat_is_kept_newest_first():
    found = dealings(SCENARIO, heard(), "build")
    assert [one.turn for one in found] == [2, 1]
    assert [event.kind for event in found[1].events] == ["visit", "promised"]
    assert found[1].acts == {"stall": ("check", "data")}


def test_pressing_is_told_with_its_turn():
    assert [(turn, event.kind) for turn, event in pressed(SCENARIO, heard(), "build")] == [(2, "bulletin")]
    assert pressed(SCENARIO, heard(), "road") == []
