"""The game at the keyboard: whole games by script, by chance and with several people; nothing too wide, no crash."""

import sys
from itertools import chain, repeat
from random import Random

import pytest

from game.rules import Blocked
from game.rules.deed import Field
from game.session.bots import LEADS
from game.session.recording import read
from game.session.session import resume
from game.telling.columns import columns
from game.telling.reason import title
from game.telling.story import story
from game.telling.words import words
from game.terminal.demo import demo
from game.terminal.play import play
from game.terminal.prompt import Prompt
from game.terminal.seats import curtain, heard
from game.terminal.why import explain_one, subjects
from tests.telling.table import LANGUAGES, PATHS, session


class Keyboard:
    """Types lines until they run out, then the end of input; keeps what was shown."""

    def __init__(self, lines):
        self.lines = iter(lines)
        self.shown = []

    def ask(self, prompt):
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        self.shown += prompt.split("\n")
        return line

    def out(self, line):
        assert "\n" not in line
        self.shown.append(line)

    @property
    def text(self):
        return "\n".join(self.shown)

    def check_width(self):
        wide = [line for line in self.shown if columns(line) > 80 and ".jsonl" not in line]
        assert wide == []


def at(lines, game, lang="zh"):
    keyboard = Keyboard(lines)
    play(game, words(lang, True), keyboard.ask, keyboard.out)
    return keyboard


TURN = ["1", "1", "", "6", "1", "1", "1", "", "9", "", "r", ""]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PATHS)
def test_a_whole_game_by_script(name, lang):
    game = session(name, 3)
    keyboard = at(chain.from_iterable(repeat(TURN, 60)), game, lang)
    assert game.over
    keyboard.check_width()
    assert words(lang)("closing.sides.title") in keyboard.text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_glossary_log_why_more_and_language(lang):
    game = session("small")
    lines = ["h", "", "g", "l", "p", "1", "m", "m", "u", "? 3", ""]
    for subject in range(1, 10):
        lines += ["?", str(subject), ""]
    keyboard = at([*lines, "lang en", "lang zh", "q"], game, lang)
    keyboard.check_width()
    assert words("en")("lang.name") in keyboard.text
    assert words("zh")("terminal.not_saved") in keyboard.text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PATHS)
def test_every_subject_can_be_explained(name, lang):
    game = session(name)
    strict = words(lang, True)
    for n, (_, names) in enumerate(subjects(strict, game.scenario), 1):
        keyboard = Keyboard([str(n)])
        explain_one(Prompt(strict, keyboard.ask, keyboard.out), game, "lead")
        keyboard.check_width()
        assert [what for what in names if title(strict, game.scenario, what)[:30] not in keyboard.text] == []
    every = {what for _, names in subjects(strict, game.scenario) for what in names}
    assert {f"public.{m.id}" for m in game.scenario.measures} <= every


def test_leaving_saves_and_the_game_can_be_gone_on_with(tmp_path):
    path = tmp_path / "game.jsonl"
    keyboard = at(["", "1", "1", "1", "", "q"], session("small", 1, path=path))
    assert words("zh")("terminal.saved") in keyboard.text
    game = resume(read(path))
    assert "visit" in game.state.done
    keyboard = at([""], game)
    assert words("zh")("terminal.saved") in keyboard.text


def test_ctrl_c_leaves_cleanly():
    def ask(_prompt):
        raise KeyboardInterrupt

    shown = []
    play(session("small"), words("zh", True), ask, shown.append)
    assert words("zh")("terminal.not_saved") in shown


def test_undo_takes_back_what_can_be():
    game = session("small")
    keyboard = at(["", "m", "m", "5", "1", "", "u", "q"], game)
    assert words("zh")("terminal.undone") in keyboard.text
    assert "support" not in game.state.done


def test_b_leads_back_from_a_later_page_of_deeds():
    zh, text = words("zh"), at(["", "m", "m", "b", "b", "b", "q"], session("small")).text
    kinds = ("terminal.actions", "terminal.actions.more", "terminal.actions.more")
    titles = [zh("terminal.pages", title=zh(kind), at=n, of=3) for n, kind in enumerate(kinds, 1)]
    shown = [n for line in text.split("\n") for n, title in enumerate(titles, 1) if title in line]
    assert shown == [1, 2, 3, 2, 1, 1]


def test_a_peer_played_by_a_person_sees_only_its_own_sheet():
    game = session("small", 2, ("lead", "build"))
    lines = ["", "9", "", "", "3", "2", "5", "", "", "q"]
    keyboard = at(lines, game, "en")
    said = [a.action.args for a in game.moments if a.action is not None and a.action.seat == "build"]
    assert said == [{"check": "fake", "share": "minimal"}]
    sheet = keyboard.text.split(words("en")("terminal.posture"))[0].rsplit("Pass the keyboard", 1)[1]
    assert "Secretary" not in sheet
    keyboard.check_width()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_visited_seat_hears_what_it_said_itself(lang):
    game = session("small", 2, ("lead", "build"))
    for kind in ("visit", "sound"):
        option = next(o for o in game.options("lead") if o.kind == kind)
        game.do(option.fill(target="build"))
    events = [e for m in game.moments for e in m.events]
    strict, peer = words(lang, True), game.scenario.peers[game.scenario.peer("build")]
    told = "".join(line.strip() for line in heard(strict, game.scenario, events, "build"))
    lead = strict.text(game.scenario.lead.short)
    visit = next(e for e in events if e.kind == "visit")
    said = strict.text(peer.reasons[visit.data["line"]].text)
    assert story(strict, game.scenario, visit, "build") == strict("event.visited", lead=lead, line=said)
    assert strict("event.sounded", lead=lead) in told
    assert strict("event.visit.intents") not in told
    assert strict("event.visit.intents") in story(strict, game.scenario, visit)


@pytest.mark.parametrize("tty", [True, False])
def test_the_curtain_hides_what_was_shown(monkeypatch, tty):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: tty)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("LINES", "90")
    keyboard = Keyboard([""])
    curtain(Prompt(words("zh", True), keyboard.ask, keyboard.out), session("small").scenario, "build")
    assert keyboard.shown[:90] == [""] * 90
    assert ("\x1b[2J\x1b[3J\x1b[H" in keyboard.shown) is tty


def test_a_trainer_can_fix_a_draw_and_end_the_game():
    game = session("small", 2, ("lead", "trainer"))
    at(["", "t", "", "9", "1", "1", "5000", "7", "掷了骰子", "11", "1", "", "", "", ""], game)
    assert game.state.fixed
    assert game.moments[1].action.args["why"] == "掷了骰子"
    assert game.over


def test_every_seat_played_by_people():
    game = session("small", 2)
    seats = tuple(s for s in game.scenario.seats if s != "trainer")
    game = session("small", 2, seats)
    lines = chain(["", "1", "", ""], chain.from_iterable(repeat(["1", "", "9", "2", "r"], 400)))
    keyboard = at(lines, game)
    keyboard.check_width()
    assert game.state.turn > 1


@pytest.mark.parametrize("seed", range(12))
def test_random_typing_never_crashes(seed):
    dice = Random(seed)
    odd = ["９", "-1", "99", "9" * 5000, "\x00", "\ud800", "{}", "lang tw", "lang xx"]
    keys = ["", "", *"abmurhl?", "? 2", "1 2", "1,2", *odd, *map(str, range(1, 10))]
    game = session("small" if seed % 3 else "tendering_reform", seed)
    keyboard = at((dice.choice(keys) for _ in range(400)), game, dice.choice(LANGUAGES))
    keyboard.check_width()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PATHS)
def test_a_demo_tells_a_whole_game(name, lang):
    shown = []
    game = session(name, 5)
    demo(game, words(lang, True), LEADS["steady"](5), shown.append)
    assert game.over
    assert [line for line in shown if columns(line) > 80] == []
    assert any(words(lang)("closing.mark.title") in line for line in shown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_moves_that_are_used_up_are_told_in_one_line(lang):
    from game.terminal.filling import pick

    game, strict = session("small"), words(lang, True)
    keyboard = Keyboard(["b"])
    limit = Blocked("move_used", {"limit": 1})
    used = Field("move", ("pilot",), closed={"memo": limit, "own_first": limit, "seal_files": Blocked("game_over")})
    pick(Prompt(strict, keyboard.ask, keyboard.out), game, "move", used, {}, True, leaning={})
    names = [strict.text(game.scenario.moves[game.scenario.index["move"][m]].name) for m in ("memo", "own_first")]
    assert strict("list.between").join(names) in keyboard.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_game_taken_up_again_opens_on_the_report_of_its_last_turn(lang, tmp_path):
    path = tmp_path / "game.jsonl"
    game = session("small", 3, path=path)
    at(chain.from_iterable(repeat(TURN, 4)), game, lang)
    turn = game.state.turn
    assert turn >= 3
    game.recording.close()
    strict, keyboard = words(lang, True), at(["", "", "q"], resume(read(path)), lang)
    assert keyboard.text.count(strict("terminal.evening")) == 1
    first = next(m for m in game.moments if m.action is not None and m.action.kind == "visit")
    told = story(strict, game.scenario, next(e for e in first.events if e.kind == "visit"))
    assert told[:12] not in keyboard.text, "the first turns are not told over again"
