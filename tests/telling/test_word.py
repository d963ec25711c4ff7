"""The Word document: it opens, it is A4, its Chinese has Chinese fonts, and it is written whole or not at all."""

import sys
from datetime import date
from functools import cache

import pytest

from game.cli import qiantou
from game.exit import code_of
from game.lint.submission.document import document
from game.scenario.load import read_file
from game.scenario.words import texts_in
from game.telling.block import Heading, NewPage, Para, Table, Title
from game.telling.words import words
from tests.table import ROOT, SMALL

docx = pytest.importorskip("docx")
from docx.oxml.ns import qn  # noqa: E402
from docx.shared import Mm  # noqa: E402

from game.telling.word import write  # noqa: E402

STREET = ROOT / "scenarios" / "market_street.yaml"
DAY = date(2026, 1, 8)


@pytest.fixture
def run(capsys):
    """Run a command in this process; give (exit code, stdout, stderr)."""

    def command(*args):
        code = code_of(lambda: qiantou([str(a) for a in args], standalone_mode=False))
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


@cache
def _written(folder, lang="zh"):
    path = folder / f"{lang}.docx"
    file = read_file(STREET).file
    write(document(file, words(lang), STREET.name, DAY), words(lang), path, DAY)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("word")


@pytest.fixture
def opened(folder):
    return docx.Document(str(_written(folder)))


def every_paragraph(doc):
    """Return the text of every paragraph of the body, in tables too."""
    return ["".join(t.text or "" if t.tag == qn("w:t") else "\n" for t in p.iter(qn("w:t"), qn("w:br")))
            for p in doc.element.body.iter(qn("w:p"))]  # fmt: skip


def test_every_text_is_in_the_word_document(opened):
    whole = "\n".join(every_paragraph(opened))
    assert [t.zh for _, t in texts_in(read_file(STREET).file) if t.zh not in whole] == []


def test_the_page_is_a4_with_a_header_and_page_numbers(opened):
    section = opened.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert "青禾巷早市" in section.header.paragraphs[0].text
    assert [f.get(qn("w:instr")) for f in section.footer._element.iter(qn("w:fldSimple"))] == ["PAGE"]
    assert section.different_first_page_header_footer


def test_every_table_repeats_its_head_and_keeps_within_the_margins(opened):
    assert len(opened.tables) > 20
    for table in opened.tables:
        repeated = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows]
        assert repeated == [True] + [False] * (len(table.rows) - 1)
        assert sum(column.width for column in table.columns) <= Mm(157)


def test_what_tables_and_runs_are_like_is_told_in_words_own_order(opened):
    """Word calls a file damaged whose properties stand in another order than the standard's."""
    table = ["tblStyle", "tblW", "jc", "tblLayout", "tblCellMar", "tblLook"]
    run = ["rStyle", "rFonts", "b", "i", "color", "sz", "shd"]
    for tag, order in (("w:tblPr", table), ("w:rPr", run), ("w:tcPr", ["tcW", "shd"])):
        for properties in opened.element.body.iter(qn(tag)):
            names = [child.tag.partition("}")[2] for child in properties]
            assert names == sorted(names, key=order.index)


@pytest.mark.parametrize(
    ("lang", "latin", "east"), [("zh", "en-US", "zh-CN"), ("en", "en-GB", "zh-CN"), ("tw", "en-US", "zh-TW")]
)
def test_chinese_has_chinese_fonts_and_no_style_the_themes(folder, lang, latin, east):
    doc = docx.Document(str(_written(folder, lang)))
    used = {p.style.name for p in doc.paragraphs} | {"Cell", "Header", "Footer"}
    for name in used:
        fonts = doc.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")), name
        assert not [a for a in fonts.attrib if a.endswith("Theme")], name
    tongues = {(e.get(qn("w:val")), e.get(qn("w:eastAsia"))) for e in doc.styles.element.iter(qn("w:lang"))}
    assert tongues == {(latin, east)}


def test_its_properties_say_what_it_is_and_nobody_made_it(opened):
    found = opened.core_properties
    assert (found.title, found.author, found.comments) == ("青禾巷早市（教学）", "", "")
    assert found.created.date() == DAY


def test_markup_and_control_characters_are_harmless(tmp_path):
    odd = "<w:p>&amp; ]]> \x00\x07\x1b\ud800\uffff end"
    blocks = [Title(odd, odd), Heading(1, odd, True), Para(odd, odd, True, True), NewPage(),
              Table((odd, "b"), ((odd, odd),), (1, 1), frozenset({0}))]  # fmt: skip
    write(blocks, words("zh"), tmp_path / "odd.docx", DAY)
    told = every_paragraph(docx.Document(str(tmp_path / "odd.docx")))
    assert sum("<w:p>&amp; ]]> " in text and "\ufffd end" in text for text in told) >= 7


def test_lint_writes_it_and_says_where(run, tmp_path):
    book = tmp_path / "book.docx"
    code, out, err = run("lint", STREET, "--docx", book, "--lang", "zh")
    assert (code, str(book) in err, str(book) in out) == (0, True, False)
    assert docx.Document(str(book)).core_properties.title
    assert [p.name for p in tmp_path.iterdir()] == ["book.docx"]


def test_warnings_do_not_stop_it_errors_do(run, tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(SMALL.read_text(encoding="utf-8").replace("format: 1", "format: 7"), encoding="utf-8")
    code, out, _ = run("lint", SMALL, "--docx", tmp_path / "small.docx")
    assert (code, "[table-middle]" in out, (tmp_path / "small.docx").exists()) == (1, True, True)
    code, out, err = run("lint", wrong, "--docx", tmp_path / "wrong.docx", "--lang", "zh")
    assert (code, "format" in out, "没有写 Word" in err) == (1, True, True)
    assert not (tmp_path / "wrong.docx").exists()


@pytest.mark.parametrize("paths", [[ROOT / "scenarios"], [SMALL, STREET]])
def test_one_scenario_file_only(run, tmp_path, paths):
    code, out, err = run("lint", *paths, "--docx", tmp_path / "a.docx", "--lang", "en")
    assert (code, out) == (2, "")
    assert "one scenario file" in err


def test_a_scenario_is_never_written_over(run, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text("format: 1\n", encoding="utf-8")
    code, _, err = run("lint", SMALL, "--docx", mine, "--lang", "en")
    assert code == 2
    assert ".docx" in err
    assert mine.read_text(encoding="utf-8") == "format: 1\n"


def test_what_cannot_be_written_is_told_and_leaves_nothing(run, tmp_path):
    (tmp_path / "folder.docx").mkdir()
    for book in (tmp_path / "folder.docx", tmp_path / "no" / "such.docx"):
        code, _, err = run("lint", SMALL, "--docx", book, "--lang", "en")
        assert code == 3
        assert str(book) in err
    assert [p.name for p in tmp_path.iterdir()] == ["folder.docx"]


def test_without_python_docx_one_sentence_says_how_to_get_it(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    code, out, err = run("lint", SMALL, "--docx", tmp_path / "a.docx", "--lang", "en")
    assert (code, out) == (3, "")
    assert err.strip().count("\n") == 0
    assert 'pip install "qiantou[docx]"' in err
    assert run("lint", STREET)[0] == 0
