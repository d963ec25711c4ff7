import json

from click.testing import CliRunner

from game.cli import qiantou
from game.desktop.screens.chair import look
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Fill
from game.desktop.screens.table import Table
from game.desktop.screens.wishes import Pick
from game.session.recording import asked, create, header, read
from game.session.session import begin, resume
from game.telling.words import words
from tests.table import SMALL, scenario_of, text_of

OFF = words("zh")("advisor.off")


def played(advisor, path=None):
    scenario, text = scenario_of("small-class"), text_of("small-class")
    return begin(scenario, 3, create(path, header(scenario, text, 3, "", options=asked(advisor))))


def sealed(session):
    return Table(desk=Desk("zh"), chair=look(session)).handle(Fill("visit")).handle(Pick("build"))


def test_without_an_advisor_nothing_is_foretold_and_it_says_so():
    for advisor in (True, False):
        card = sealed(played(advisor))
        assert (card.explain(card.action).text == OFF) is not advisor


def test_leanings_are_kept_back_and_plain_numbers_stay():
    table = Table(desk=Desk("zh"), chair=look(played(False)))
    assert table.explain("act.build.check.cooperate").text == OFF
    assert table.explain("clarity.check").text not in ("", OFF)
    blocked = next(option.blocked for option in table.chair.options if option.blocked is not None)
    assert table.explain(blocked).text not in ("", OFF)


def test_it_is_a_property_of_the_recording(tmp_path):
    path = tmp_path / "run.jsonl"
    session = played(False, path)
    session.recording.close()
    again = resume(read(path))
    again.recording.close()
    assert not again.advisor
    assert played(True).advisor


def test_the_command_line_settles_it(tmp_path):
    path = tmp_path / "run.jsonl"
    asked_for = ["play", str(SMALL), "--text", "--advisor", "off", "--run", str(path), "--seed", "1"]
    told = CliRunner().invoke(qiantou, asked_for, input="q\n")
    assert path.is_file(), told.output
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[0])["options"] == {"advisor": False}
