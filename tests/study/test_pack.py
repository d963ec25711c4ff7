"""The debrief pack: every finding rests on its line, nothing is cut, the page is harmless, all files or none."""

import csv
import json
import re
import sys
from functools import cache
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise

import pytest

from game.cli import qiantou
from game.exit import code_of
from game.scenario.load import load
from game.session import desk
from game.session.bots import LEADS
from game.session.recording import create, header, read
from game.session.replay import replay
from game.session.session import begin, play_out
from game.session.whole import put_all
from game.study.pack.area import KINDS as AREAS
from game.study.pack.document import document
from game.study.pack.event import rows
from game.study.pack.expectation import responses
from game.study.pack.finding import areas, strengths
from game.study.pack.objective import objectives
from game.study.pack.page import as_html
from game.study.pack.played import played
from game.study.pack.problem import GROUPS
from game.study.pack.record import as_csv, as_json, harmless
from game.study.pack.strength import KINDS as STRENGTHS
from game.study.pack.wording import Teller
from game.telling.block import Figure
from game.telling.words import words
from tests.table import scenario_of, text_of

SCENARIOS = ("tendering_reform", "market_street", "lagging_bureau")
BOTS = ("passive", "steady", "pressure", "negotiator")
REFERENCES = ("random", "lobbyist", "procedure")
GAMES = [(s, b) for s in SCENARIOS for b in BOTS]


@cache
def folder():
    from pathlib import Path
    from tempfile import mkdtemp

    return Path(mkdtemp())


@cache
def run_of(scenario, bot):
    name = f"{scenario}-class"
    path = folder() / f"{scenario}-{bot}.jsonl"
    session = begin(scenario_of(name), 1, create(path, header(scenario_of(name), text_of(name), 1, "2026-01-08")))
    play_out(session, LEADS[bot](1))
    session.recording.close()
    return path


@cache
def game_of(scenario, bot):
    tape = read(run_of(scenario, bot))
    found = replay(tape)
    return played(tape, found.scenario, found.moments)


class Page(HTMLParser):
    """What a page is made of: its tags, what it loads, its text, and tags left open."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.loads, self.text, self.open = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.loads += [v for k, v in attrs if k in ("src", "href", "xlink:href", "action")]
        if tag not in ("meta", "col", "br", "rect", "polyline", "polygon", "circle"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in ("br", "rect", "polyline", "polygon", "circle"):
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize(("scenario", "bot"), GAMES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_pack_cuts_nothing_and_every_line_it_names_is_there(scenario, bot, lang):
    complete(game_of(scenario, bot), words(lang, strict=True))


def test_the_pack_of_a_game_as_long_as_any_cuts_nothing(tmp_path):
    """The scenario with the most seats, workstreams and news, stretched to sixteen turns."""
    text = text_of("business_environment-full").replace("full: {turns: 12, days: 15", "full: {turns: 16, days: 15")
    scenario = load(text, "business_environment", "full")
    session = begin(scenario, 2, create(tmp_path / "long.jsonl", header(scenario, text, 2, "2026-01-08")))
    play_out(session, LEADS["negotiator"](2))
    session.recording.close()
    tape = read(tmp_path / "long.jsonl")
    game = played(tape, scenario, replay(tape).moments)
    assert game.study.points[-1].turn == 16
    complete(game, words("zh", strict=True))


def complete(game, said):
    """Hold that the page, the table and the data hold every line, inject, deed and finding of a game."""
    page = as_html(document(game, said), said)
    parsed = Page(page)
    assert not parsed.open
    assert "script" not in parsed.tags
    assert all(target.startswith("#L") for target in parsed.loads)
    lines = {f"L{m.line}" for m in game.moments if m.action is not None}
    timeline = set(re.findall(r'<a href="#(L\d+)"><text', page))
    assert {f"L{deed.line}" for deed in game.deeds} <= timeline <= set(re.findall(r'id="(L\d+)"', page))
    assert lines <= set(re.findall(r'id="(L\d+)"', page))
    table = list(csv.reader(StringIO(as_csv(game, said).decode("utf-8-sig"))))
    kept = {(int(row[0]), row[4], row[5]) for row in table[1:]}
    assert {(m.line, "inject", e.data["inject"]) for m, e in game.events("inject")} <= kept
    assert {(d.line, "deed", d.way) for d in game.deeds} <= kept
    text = "".join(parsed.text)
    for deed in game.deeds:
        assert Teller(game, said).action(deed.action) in text
    data = json.loads(as_json(game, said))
    assert len(data["events"]) == len(table) - 1
    assert {f["line"] for f in data["findings"]} <= {m.line for m in game.moments}


@pytest.mark.parametrize(("scenario", "bot", "lang"), [(*game, ("zh", "en")[n % 2]) for n, game in enumerate(GAMES)])
def test_every_number_stands_beside_its_line(scenario, bot, lang):
    """Each row, paragraph and caption with a figure names a line that can be followed; the author's words have none."""
    game, said = game_of(scenario, bot), words(lang, strict=True)
    page = as_html(document(game, said), said)
    whole = page[page.index("<body>") : page.index(f"<h2>{said('pack.part.events')}")]
    kept = set(re.findall(r'id="(L\d+)"', page))
    own = {said("pack.rule"), *(said.text(q) for q in game.study.asked)}
    for part in re.findall(r"<tr.*?</tr>|<p[ >].*?</p>|<figcaption>.*?</figcaption>", whole, re.DOTALL):
        links = re.findall(r'<a href="#(L\d+)">', part)
        assert set(links) <= kept
        bare = unescape(re.sub(r"\d+\. |<[^>]*>", "", part))
        if re.search(r"\d", bare) and not any(text in bare for text in own):
            assert links, bare


@pytest.mark.parametrize(("scenario", "bot"), GAMES)
def test_a_finding_is_about_its_line(scenario, bot):
    game = game_of(scenario, bot)
    by_line = {m.line: m for m in game.moments}
    for found in (*strengths(game), *areas(game)):
        moment = by_line[found.line]
        told = json.dumps([e.data for e in moment.events]) + str(moment.action)
        for name in ("table", "promise", "means"):
            if name in found.args:
                assert found.args[name] in told, found
        if found.code in ("pressed_unheard", "committed", "broken"):
            assert found.args["who"] in told or found.args.get("promise", "-") in told


@pytest.mark.parametrize("code", [*STRENGTHS, *AREAS])
def test_every_kind_of_finding_is_false_of_some_game(code):
    kind = {**STRENGTHS, **AREAS}[code]
    assert any(not list(kind(game_of(*game))) for game in GAMES)


SUBJECTS = ("who", "table", "promise", "work", "means", "others", "deed")


def claim(finding):
    """Return what a finding claims: its kind, whom or what it is about, and the deed it is traced to."""
    return finding.code, *(str(finding.args.get(name, "")) for name in SUBJECTS)


@cache
def claims(scenario, bot):
    game = game_of(scenario, bot)
    return frozenset(map(claim, (*strengths(game), *areas(game))))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_claim_of_a_finding_is_refuted_by_a_reference_game(scenario):
    """Nothing is printed that would be so of any game; what is about somebody is refuted in the same scenario."""
    for found in set().union(*(claims(scenario, bot) for bot in BOTS)):
        others = (scenario,) if any(found[1:]) else SCENARIOS
        assert any(found not in claims(other, bot) for other in others for bot in (*BOTS, *REFERENCES)), found


def test_most_kinds_of_finding_are_true_of_some_game():
    found = {f.code for game in GAMES for f in (*strengths(game_of(*game)), *areas(game_of(*game)))}
    assert len(found) >= 10
    assert set(GROUPS) == set(AREAS)


def test_who_did_nothing_is_unable():
    assert {o.rating for o in objectives(game_of("lagging_bureau", "passive"))} == {"U"}
    assert {o.rating for o in objectives(game_of("lagging_bureau", "steady"))} != {"U"}


@pytest.mark.parametrize("scenario", ["tendering_reform", "market_street"])
def test_answering_what_is_asked_and_no_more_meets_little(scenario):
    rated = [o.rating for o in objectives(game_of(scenario, "passive"))]
    assert set(rated) == {"U", "M"}
    assert rated.count("U") >= 2


@pytest.mark.parametrize(("scenario", "bot"), GAMES)
def test_what_was_expected_stands_beside_the_step_that_met_it(scenario, bot):
    game = game_of(scenario, bot)
    states, turns = {m.line: m.state for m in game.moments}, {m.line: m for m in game.moments}
    before = {b.line: a.state for a, b in pairwise(game.moments)}
    for one in responses(game):
        holds = one.expected.when.test
        if one.line:
            assert holds(states[one.line]) or one.line == one.judged
            assert not holds(before[one.line])
            assert (one.delay == 0) == (one.status == "met") == (one.day < one.expected.by)
        if one.status in ("late", "unmet") and one.expected.otherwise >= 0:
            inject = game.scenario.injects[one.expected.otherwise].id
            assert inject in {e.data["inject"] for e in turns[one.brought].events if e.kind == "inject"}
        if one.status == "met":
            assert not one.brought


def test_ratings_follow_what_was_expected():
    told = {o.text.zh[:4]: (o.rating, [r.status for r in o.responses]) for g in (("tendering_reform", "steady"),)
            for o in objectives(game_of(*g))}  # fmt: skip
    assert told["分清台账"] == ("S", ["late", "met", "open"])
    assert told["把一阵风"] == ("M", ["met", "unmet"])
    data = json.loads(as_json(game_of("tendering_reform", "steady"), words("en")))
    late = next(one for one in data["expected"] if one["id"] == "looked")
    assert (late["status"], late["else"], late["objective"], late["critical"]) == ("late", "half_year_figure", 2, True)
    assert data["objectives"][1]["expected"] == ["looked", "told", "quoted_wrong"]


def test_only_questions_that_fit_are_asked():
    asked = {bot: {q.zh[:6] for q in game_of("market_street", bot).study.asked} for bot in BOTS}
    assert "会上没人接话" in asked["passive"]
    assert "会上没人接话" not in asked["steady"]
    assert all("第一个电话你" in told for told in asked.values())


def test_hostile_text_is_escaped_and_formulas_are_harmless():
    from game.telling.block import Para, Title

    said = words("en")
    page = as_html([Title("<script>x</script>", "k"), Para("<img src=http://x> [line 3]")], said)
    assert "<script" not in page
    assert "<img" not in page
    assert [harmless(v) for v in ("=1+1", "+1", "-1", "@a", " =a", "a", 3)] == [
        "'=1+1", "'+1", "'-1", "'@a", "' =a", "a", 3]  # fmt: skip
    assert as_csv(game_of("market_street", "steady"), said).startswith(b"\xef\xbb\xbf")


def _run(capsys, *args):
    code = code_of(lambda: qiantou([str(a) for a in args], standalone_mode=False))
    told = capsys.readouterr()
    return code, told.out, told.err


def test_the_word_document_holds_the_same_findings(capsys, tmp_path):
    docx = pytest.importorskip("docx")
    code, _, _ = _run(capsys, "debrief", run_of("market_street", "pressure"), "--out", tmp_path / "p", "--lang", "en")
    assert code == 0
    assert {p.name for p in (tmp_path / "p").iterdir()} == {
        "debrief.html", "debrief.docx", "debrief.json", "events.csv"}  # fmt: skip
    doc = docx.Document(str(tmp_path / "p" / "debrief.docx"))
    text = "\n".join([p.text for p in doc.paragraphs] + [c.text for t in doc.tables for r in t.rows for c in r.cells])
    game = game_of("market_street", "pressure")
    tell = Teller(game, words("en"))
    assert areas(game)
    for found in (*strengths(game)[:3], *areas(game)[:3]):
        assert tell.observation(found) in text
    pictures = [(shape._inline.docPr.get("title"), shape._inline.docPr.get("descr")) for shape in doc.inline_shapes]
    assert pictures == [(b.title, b.caption) for b in document(game, words("en")) if isinstance(b, Figure)]
    assert max(shape.width for shape in doc.inline_shapes) <= docx.shared.Mm(156)
    assert max(shape.height for shape in doc.inline_shapes) <= docx.shared.Mm(200)


def test_without_python_docx_the_rest_is_written(capsys, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "game.telling.word", raising=False)
    code, _, err = _run(capsys, "debrief", run_of("market_street", "steady"), "--out", tmp_path, "--lang", "en")
    assert code == 0
    assert "python-docx" in err
    assert {p.name for p in tmp_path.iterdir()} == {"debrief.html", "debrief.json", "events.csv"}


def test_without_a_folder_the_debrief_is_printed(capsys):
    code, out, _ = _run(capsys, "debrief", run_of("market_street", "steady"), "--lang", "zh")
    assert code == 0
    assert "总评" in out
    code, out, _ = _run(capsys, "debrief", run_of("market_street", "steady"), "--json")
    assert json.loads(out)["format"] == 1


def test_what_cannot_be_read_is_one_sentence(capsys, tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text("no\n", encoding="utf-8")
    for path in (bad, tmp_path / "none.jsonl"):
        code, out, err = _run(capsys, "debrief", path, "--out", tmp_path / "p")
        assert (code, out) == (3, "")
        assert len(err.strip().splitlines()) == 1
    assert not (tmp_path / "p").exists()


def test_all_files_or_none(tmp_path):
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError, match="b"):
        put_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert [p.name for p in tmp_path.iterdir()] == ["b"]


def test_what_the_trainer_did_stands_with_its_reason_whatever_was_taken_back(tmp_path):
    name, path = "market_street-class", tmp_path / "game.jsonl"
    first = header(scenario_of(name), text_of(name), 1, "2026-01-08", seats={"police": "human"})
    session = begin(scenario_of(name), 1, create(path, first))
    desk.note(session, "开局冷场")
    desk.order(session, "skip", "学员迟到")
    desk.pause(session, "午饭")
    desk.go_on(session)
    desk.take_back(session, "重来")
    desk.order(session, "end_now", "到点")
    session.recording.close()
    tape = read(path)
    found = replay(tape)
    told = [row.text for row in rows(played(tape, found.scenario, found.moments), words("zh")) if row.seat == "trainer"]
    assert told[:4] == ["开局冷场", "推演暂停。事由：午饭。", "推演继续。", "退回一步。事由：重来。"]
    assert "（事由：到点）" in told[4]
