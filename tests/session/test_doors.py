"""Every door of a game in any order: whatever is done, only our own errors come of it, and nothing is lost."""

import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from game.rules import Action, IllegalAction, settle, to_json
from game.session import replay as replay_module
from game.session.bots import LEADS, advice
from game.session.line import canonical
from game.session.recording import RecordingError, create, header, read
from game.session.replay import replay
from game.session.session import again, begin, resume
from game.study.debrief import debrief
from game.study.whatif.branch import Change, NoSuch, branch
from game.study.whatif.reach import openings, way_on
from tests.table import scenario_of, stays_within_bounds, text_of, value

NAME = "small-class"
SEATS = st.sampled_from([*scenario_of(NAME).seats, "trainer", "nobody", ""])
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


class Doors(RuleBasedStateMachine):
    """One game, its recording on the disk, and whoever comes by."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "游戏 game.jsonl"
        self.scenario = scenario_of(NAME)

    @initialize(seed=st.integers(-(2**70), 2**70))
    def start(self, seed):
        first = header(self.scenario, text_of(NAME), seed, "2025-01-01T00:00:00+00:00")
        self.game = begin(self.scenario, seed, create(self.path, first))

    @rule(dice=st.randoms(use_true_random=False), seat=SEATS)
    def do_what_is_offered(self, dice, seat):
        offered = [o for o in self.game.options(seat) if o.blocked is None]
        if offered:
            option = dice.choice(offered)
            args = {}
            for field in option.fields:
                args[field.name] = value(field, args, dice)
            action = option.fill(**args)
            with suppress(IllegalAction):
                if seat == "lead":
                    self.game.forecast(action)
                self.game.do(action)

    @precondition(lambda self: not self.game.over)
    @rule(dice=st.randoms(use_true_random=False))
    def look_ahead(self, dice):
        """What the adviser says of a deed or a reply; the game goes on as if nobody had asked."""
        offered = [o for o in self.game.options("lead") if o.blocked is None]
        before = to_json(self.game.state)
        if offered:
            option, args = dice.choice(offered), {}
            for field in option.fields:
                args[field.name] = value(field, args, dice)
            said = self.game.advice(option.fill(**args))
            assert 0 <= said.better + said.worse <= said.worlds <= 1
        settle(self.scenario, self.game.state)
        assert to_json(self.game.state) == before

    @rule(budget=st.integers(2, 6))
    def what_was_in_reach(self, budget):
        moments = self.game.moments
        state = openings(moments)[-1]
        assert 0 <= way_on(self.scenario, state, budget).mark <= 1000

    @rule()
    def end_the_turn(self):
        with suppress(IllegalAction):
            self.game.do(Action("lead", "end_turn"))

    @rule(seat=SEATS, kind=st.sampled_from(["answer", "visit", "move", "offer", "fix", "skip", "undo", "note", ""]),
          junk=JUNK, data=st.data())  # fmt: skip
    def do_anything(self, seat, kind, junk, data):
        """An action nobody offered, its fields anything; refused without a trace, or an action like any other."""
        option = next((o for o in self.game.options(seat) if o.kind == kind), None)
        names = [f.name for f in option.fields] if option else ["target"]
        args = {name: data.draw(JUNK | st.sampled_from(["lead", "build", "check"])) for name in names}
        before, lines = to_json(self.game.state), len(self.game.recording.lines)
        try:
            self.game.do(Action(seat, kind, args if not isinstance(junk, dict) else junk))
        except IllegalAction:
            assert to_json(self.game.state) == before
            assert len(self.game.recording.lines) == lines

    @rule(seat=SEATS, what=st.text(max_size=20) | st.sampled_from(["trust.build", "heat.low", "act.build.check.stall"]))
    def ask_why(self, seat, what):
        with suppress(KeyError):
            self.game.explain(what, seat)

    @rule(seat=st.sampled_from([*scenario_of(NAME).seats, "trainer"]))
    def look(self, seat):
        self.game.view(seat)
        self.game.public(seat)

    @rule()
    def undo(self):
        could = self.game.can_undo
        assert self.game.undo() == could

    @rule(text=st.text(max_size=40))
    def note(self, text):
        self.game.note(text)

    @rule()
    def leave_and_come_back(self):
        held = to_json(self.game.state)
        self.game.recording.close()
        self.game = resume(read(self.path))
        assert to_json(self.game.state) == held

    @rule(cut=st.integers(1, 4000))
    def pull_the_plug(self, cut):
        """The last line is torn at any place: it alone is lost."""
        self.game.recording.close()
        lines = self.path.read_bytes().splitlines(keepends=True)
        kept = self.game.recording.lines
        if len(kept) > 0:
            self.path.write_bytes(b"".join(lines[:-1]) + lines[-1][: max(1, len(lines[-1]) - 1 - cut)])
            assert len(read(self.path).lines) >= len(kept) - 1
        self.game = resume(read(self.path))

    @rule()
    def somebody_else_wants_it(self):
        with pytest.raises(RecordingError) as caught:
            resume(read(self.path))
        assert caught.value.code == "locked"

    @rule(turn=st.integers(-1, 12), which=st.none() | st.integers(-1, 5),
          bot=st.sampled_from(["", "passive", "steady"]),
          kind=st.sampled_from([None, "visit", "end_turn", "dance"]))  # fmt: skip
    def what_if(self, turn, which, bot, kind):
        done = None if kind is None or bot else Action("lead", kind)
        with suppress(NoSuch):
            branch(self.scenario, self.game.moments, Change(turn, which, done, bot))

    @rule(share=st.integers(0, 100))
    def play_on_elsewhere(self, share):
        moments = self.game.moments[: 1 + share * (len(self.game.moments) - 1) // 100]
        other = again(self.scenario, moments, create(None, self.game.recording.header))
        other.do(LEADS["passive"](0)(other.view(), other.options())) if not other.over else None

    @precondition(lambda self: self.game.over)
    @rule()
    def debrief(self):
        debrief(self.scenario, self.game.moments)

    @invariant()
    def what_is_written_is_what_is_played(self):
        if hasattr(self, "game"):
            stays_within_bounds(self.scenario, self.game.state)
            assert [*map(canonical, read(self.path).lines)] == [*map(canonical, self.game.recording.lines)]

    def teardown(self):
        if hasattr(self, "game"):
            self.game.recording.close()
            found = replay(read(self.path))
            assert found.verdict.verdict == "ok"
            assert to_json(found.moments[-1].state) == to_json(self.game.state)
        self.folder.cleanup()


@pytest.fixture(autouse=True)
def quick_load(monkeypatch):
    """Lower the scenario once, however often the game is left and come back to."""
    monkeypatch.setattr(replay_module, "load", cache(replay_module.load))
    monkeypatch.setattr(advice, "WORLDS", 1)


def walked(examples: int, steps: int, derandomize: bool) -> None:
    run_state_machine_as_test(Doors, settings=settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, derandomize=derandomize, database=None,
        suppress_health_check=list(HealthCheck)))  # fmt: skip


def test_every_door_in_any_order():
    walked(25, 20, True)


@pytest.mark.long
def test_every_door_in_any_order_for_long():
    walked(400, 50, False)
