"""The live preview: a file edited on disk under a game that is being played."""

import pytest

from game.lint.preview import preview
from game.rules import Action, IllegalAction
from game.study.clauses import failing
from game.study.value import Put, nudged, typed
from game.study.why import why
from tests.table import ROOT, SMALL

VISIT = Action("lead", "visit", {"target": "build"})
WATER = Action("lead", "visit", {"target": "water"})
MEMO = Action("lead", "move", {"move": "memo"})


@pytest.fixture
def file(tmp_path):
    """The small scenario in a file of its own."""
    path = tmp_path / "small.yaml"
    path.write_bytes(SMALL.read_bytes())
    return path


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def read(seen, name):
    return seen.good.names[name].read(seen.state)


def status(seen, id):
    (found,) = why(seen.scenario, seen.played.moments, id)
    return found


def test_nothing_changes_while_the_file_does_not(file):
    seen = preview(file)
    assert seen.current
    assert seen.look() is seen
    file.touch()
    assert seen.look() is seen


def test_a_save_checks_again_and_replays_the_actions(file):
    seen = preview(file).do(VISIT).turn_to(2)
    before = read(seen, "trust.build")
    edit(file, "trust: 40", "trust: 60")
    after = seen.look()
    assert after.current
    assert after.turn == after.state.turn == 2
    assert after.state.counts["visit"] == 1
    assert read(after, "trust.build") > before + 10


def test_a_broken_save_keeps_the_last_good_game(file):
    seen = preview(file).do(VISIT)
    edit(file, "trust: 40", "trsut: 40")
    broken = seen.look()
    assert not broken.current
    assert {f.code for f in broken.findings} >= {"unknown-key"}
    assert broken.game is seen.game
    assert broken.do(WATER).state.counts == {"visit": 2}
    edit(file, "trsut: 40", "trust: 40")
    assert broken.look().current
    assert not [f for f in broken.look().findings if f.severity == "error"]


@pytest.mark.parametrize("half", [b"", b"format: 1\npeers:\n  build: {na", b"\xff\xfe\x00", b"- - -"])
def test_a_half_written_file_is_a_finding_and_no_crash(file, half):
    seen = preview(file).do(VISIT)
    file.write_bytes(half)
    broken = seen.look()
    assert broken.findings
    assert not broken.current
    assert broken.game is seen.game
    file.write_bytes(SMALL.read_bytes())
    assert broken.look().current


def test_a_vanished_file_is_a_finding_until_it_is_back(file):
    seen = preview(file)
    file.unlink()
    gone = seen.look()
    assert [f.code for f in gone.findings] == ["unreadable"]
    assert gone.game is seen.game
    assert gone.look() is gone
    file.write_bytes(SMALL.read_bytes())
    assert gone.look().current


def test_a_broken_file_opens_and_waits_for_its_first_good_version(file):
    edit(file, "format: 1", "format: one")
    seen = preview(file)
    assert seen.findings
    assert seen.game is None
    edit(file, "format: one", "format: 1")
    assert seen.look().state.turn == 1


def test_a_length_or_variant_the_file_has_not_is_a_finding(file):
    assert [f.code for f in preview(file, "class", "brutal").findings if f.severity == "error"] == ["no-such-variant"]
    edit(file, "  full:", "  #full:")
    assert "no-such-length" in {f.code for f in preview(file, "full").findings}
    assert read(preview(file, "class", "hard"), "trust.build") == 25


def test_a_missing_file_cannot_be_opened(tmp_path):
    with pytest.raises(OSError, match="none"):
        preview(tmp_path / "none.yaml")


def test_an_action_that_no_longer_applies_is_told_and_comes_back(file):
    seen = preview(file).do(WATER).do(VISIT)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  water:\n", "  lake:\n").replace("water]", "lake]"), encoding="utf-8")
    without = seen.look()
    assert without.current
    assert [(p.step.what, p.blocked.code) for p in without.skipped] == [(WATER, "not_on_offer")]
    assert without.state.counts == {"visit": 1}
    file.write_text(text, encoding="utf-8")
    back = without.look()
    assert not back.skipped
    assert [s.what for s in back.steps] == [WATER, VISIT]
    assert back.state.counts == {"visit": 2}
    assert not without.drop(0).skipped


def test_answers_follow_their_question_and_not_their_place(file):
    seen = preview(file).turn_to(2)
    assert seen.state.asked
    seen = seen.do(Action("lead", "answer", {"choice": "keep"}))
    assert read(seen, "chosen.letter") == "keep"
    edit(file, "injects:\n", "injects:\n  first: {title: 头一封, text: 来了。, source: letter, day: 20, "
         "choices: {yes_do: {text: 办, reply: 好。}, no_do: {text: 不办, reply: 好。}}}\n")  # fmt: skip
    after = seen.look()
    assert after.current
    assert not after.skipped
    assert read(after, "chosen.letter") == "keep"
    edit(file, "day: 20\n", "day: 100\n")
    late = after.look()
    assert [p.blocked.code for p in late.skipped] == ["not_asked"]


def test_a_value_set_is_what_conditions_read_and_the_books_say_whose_hand(file):
    seen = preview(file)
    with pytest.raises(IllegalAction):
        seen.do(MEMO)
    for name, value in {"clarity.share": 55, "flag.opened": True, "stance.road": "committed", "public.speed": 20.5,
                        "mandate": 12.5, "energy": 9, "done.pilot": 1}.items():  # fmt: skip
        seen = seen.set_value(name, value)
        assert read(seen, name) == value
    assert seen.state.because["clarity", 1, "author"] == 250
    assert seen.do(MEMO).state.counts == {"move": 1}
    assert seen.set_value("clarity.share", 400).state.clarity[1] == 1000
    assert seen.session().explain("clarity.share").value == 550


def test_what_is_reckoned_cannot_be_set(file):
    seen = preview(file)
    for name, value in (("progress.real", 50), ("clarity.share", "low"), ("stance.road", "happy"), ("group", "paper")):
        with pytest.raises(ValueError):
            seen.set_value(name, value)
    with pytest.raises(KeyError):
        seen.set_value("trust.nobody", 50)


def test_setting_the_same_value_again_is_one_step(file):
    seen = preview(file).set_value("mandate", 10).set_value("mandate", 20)
    assert len(seen.steps) == 1
    assert seen.steps[-1].what == Put("mandate", 20)
    assert not seen.undo().steps


def test_a_value_whose_name_is_gone_is_told(file):
    seen = preview(file).set_value("trust.water", 90)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  water:\n", "  lake:\n").replace("water]", "lake]"), encoding="utf-8")
    assert [p.blocked.code for p in seen.look().skipped] == ["no_such_name"]


def test_turns_go_back_and_forth_and_keep_what_was_done(file):
    seen = preview(file).do(VISIT).turn_to(2).set_value("mandate", 77).turn_to(3)
    end = seen.state
    early = seen.turn_to(1)
    assert early.state.turn == 1
    assert early.steps == seen.steps
    assert [p.at >= 0 for p in early.played.steps] == [True, False]
    assert early.turn_to(3).state == end
    assert early.turn_to(99).over
    assert early.do(WATER).turn_to(3).state.counts["visit"] == 2


def test_undo_goes_back_to_where_the_last_step_was(file):
    seen = preview(file).do(VISIT).turn_to(3)
    back = seen.undo()
    assert (back.turn, back.steps) == (1, ())
    assert back.undo() is back


def test_the_bot_plays_on_and_its_deeds_are_steps(file):
    seen = preview(file).do(WATER).bot_to(3)
    assert seen.state.turn == 3
    assert seen.steps[0].what == WATER
    assert len(seen.steps) > 2
    assert seen.replayed().state == seen.state


def test_a_session_played_on_is_taken_back_as_steps(file):
    seen = preview(file).do(VISIT).set_value("mandate", 66)
    session = seen.session()
    session.do(WATER)
    session.do(Action("lead", "end_turn"))
    after = seen.taken(session.moments)
    assert [s.what for s in after.steps] == [VISIT, Put("mandate", 66), WATER]
    assert after.state == session.state
    undone = seen.session()
    del undone.moments[2:]
    assert [s.what for s in seen.taken(undone.moments).steps] == [VISIT]


def test_why_an_inject_waits_or_has_happened(file):
    seen = preview(file)
    assert [h.code for h in status(seen, "letter").hurdles] == ["early"]
    assert [h.code for h in status(seen, "echo").hurdles] == ["uncalled"]
    then = seen.turn_to(2)
    assert (status(then, "letter").status, dict(status(then, "letter").data)) == ("fired", {"turn": 2, "day": 30})
    told = then.do(Action("lead", "answer", {"choice": "tell"}))
    assert [(h.code, dict(h.data)) for h in status(told, "echo").hurdles] == [("called", {"day": 60, "now": 30})]
    assert status(told.turn_to(3), "echo").status == "fired"


def test_why_a_draw_was_against_it(file):
    drawn = next(s for s in (preview(file, "class", "", n).turn_to(3) for n in range(9))
                 if status(s, "shuffle").status == "passed")  # fmt: skip
    data = dict(status(drawn, "shuffle").data)
    assert data["turn"] == 3
    assert data["drawn"] >= data["chance"] == 40


def test_why_names_the_failing_clause_with_its_value_in_a_shipped_scenario():
    seen = preview(ROOT / "scenarios" / "market_street.yaml").turn_to(3)
    found = status(seen, "squad_tired")
    assert [h.code for h in found.hurdles] == ["early", "when"]
    (clause,) = failing(found.when)
    assert clause.text == "grassroots.burden >= 48"
    assert clause.values == (("grassroots.burden", read(seen, "grassroots.burden")),)
    when = status(seen.turn_to(1), "haul_slip").when
    assert when.joint == "or"
    unknown = {"known.market.redline", "known.market.interest", "known.street.capacity"}
    assert {name: value for p in failing(when) for name, value in p.values} == dict.fromkeys(unknown, False)
    raised = seen.set_value("grassroots.burden", 60)
    assert [h.code for h in status(raised, "squad_tired").hurdles] == ["early"]


def test_why_an_ending_is_or_is_not_the_one(file):
    seen = preview(file)
    assert status(seen, "none").status == "now"
    assert [p.text for p in failing(status(seen, "good").when)] == ["progress.real >= 70"]
    for work in ("check", "share"):
        seen = seen.set_value(f"real.{work}", 90)
    assert status(seen, "good").status == "now"
    assert [(h.code, dict(h.data)) for h in status(seen, "half").hurdles] == [("behind", {"ending": "good"})]


def test_values_are_typed_and_nudged_as_authors_write_them(file):
    names = preview(file).good.names
    assert typed(names["trust.build"], " 45.5 ") == 45.5
    assert typed(names["trust.build"], "nan") is typed(names["trust.build"], "many") is None
    assert typed(names["flag.opened"], "是") is True
    assert typed(names["stance.road"], "committed") == "committed"
    assert typed(names["stance.road"], "happy") is None
    assert [nudged(names["trust.build"], 98, by) for by in (1, -1)] == [100, 93]
    assert nudged(names["flag.opened"], False, 1) is True
    assert nudged(names["stance.road"], "watching", 1) == "engaged"
    assert nudged(names["stance.road"], "watching", -1) == "watching"
    assert nudged(names["energy"], 3, 1) == 4
