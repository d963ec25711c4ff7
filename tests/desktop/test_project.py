"""The class's screen: it follows a growing file, tolerates a torn line, and tells nothing that only some may know."""

import pytest
from games import started
from test_shelf import written

from game.desktop.intent import Tick
from game.desktop.screens.desk import Desk
from game.desktop.screens.project import Project
from game.desktop.sheet import Sheet
from game.desktop.type import Type
from game.rules import Event
from game.session import desk
from game.session.follow import Follow, follow
from game.session.recording import RecordingError, read
from game.session.replay import Moment
from game.session.session import resume
from tests.rules.test_secrecy import scenario_secrets, state_secrets
from tests.table import scenario_of, some, states


def placed(seen):
    sheet = Sheet((1280, 720), Type(1.0))
    Project(desk=Desk("en"), seen=seen).layout(sheet)
    return sheet.widgets


def test_it_follows_a_file_that_grows_and_waits_for_a_torn_line(tmp_path):
    path = written(tmp_path / "game.jsonl", 3)
    whole = path.read_bytes()
    parts = whole.splitlines(keepends=True)
    path.write_bytes(b"".join(parts[:2]))
    screen = Project(seen=follow(path))
    assert screen.handle(Tick(1)) is None
    path.write_bytes(b"".join(parts[:-1]) + parts[-1][:20])
    torn = screen.handle(Tick(2))
    assert len(torn.seen.moments) > len(screen.seen.moments)
    path.write_bytes(whole)
    assert torn.handle(Tick(3)).known.turn == 3
    path.unlink()
    gone = torn.handle(Tick(4))
    assert gone.seen.gone
    assert gone.known.turn == torn.known.turn
    assert gone.handle(Tick(5)) is None
    with pytest.raises(RecordingError):
        follow(path)


def test_a_pause_and_a_break_hide_the_game(tmp_path):
    path = written(tmp_path / "game.jsonl", 3)
    session = resume(read(path))
    shown = []
    for work in (lambda: desk.pause(session), lambda: desk.go_on(session), lambda: desk.show(session, "break"),
                 lambda: desk.show(session, "game")):  # fmt: skip
        work()
        shown.append("".join(widget.text for widget in placed(follow(path))))
    session.recording.close()
    assert ["Turn" in text for text in shown] == [False, True, False, True]
    assert "paused" in shown[0]


@pytest.mark.parametrize("name", ["small-class", "tendering_reform-class"])
@pytest.mark.parametrize("secrets", [state_secrets, scenario_secrets])
def test_two_games_that_differ_in_a_secret_look_alike(name, secrets, tmp_path):
    scenario = scenario_of(name)
    for state in some(states(name), 2, 5):
        def shown(scenario, state, path=tmp_path):
            return placed(Follow(path, scenario, (Moment(0, state, (), None),), (0, 0.0)))

        plain = shown(scenario, state)
        for secret in secrets(scenario, state):
            assert shown(secret.scenario, secret.state) == plain, secret.name


def test_news_for_some_seats_only_is_left_out(tmp_path):
    session = started(3)
    events = [e for m in session.moments for e in m.events]
    assert any(e.seats for e in events)
    only = tuple(Moment(m.n, m.state, tuple(e for e in m.events if not e.seats), m.action) for m in session.moments)
    state = session.moments[-1].state
    private = (*only, Moment(99, state, (Event("visit", {"target": "build", "new": True, "line": 0, "reveals": ""},
                                               ("lead",)),), None))  # fmt: skip
    seen = [Follow(tmp_path, session.scenario, m, (0, 0.0)) for m in (tuple(session.moments), only, private)]
    assert placed(seen[0]) == placed(seen[1]) == placed(seen[2])
