"""Mending a file: what was a slip is as it was meant, and nothing else changes."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.lint.edit import Edit, applied
from game.lint.fix import fixed
from game.scenario.finding import Span
from game.scenario.load import read, read_file
from game.scenario.schema import FORMAT
from tests.lint.mistakes import mistakes
from tests.table import SHIPPED

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"
OLD = sorted((Path(__file__).parents[1] / "data" / "formats").glob("*.yaml"))
TEXT = SMALL.read_text(encoding="utf-8")
MENDED = {"full_width_colon", "full_width_comma", "misspelt_key"}


def mend(text: str, to: int | None = None) -> str:
    found = fixed(text.encode(), "x.yaml", to)
    assert found is not None
    return found.text


def data(text: str) -> object:
    source = read(text, "x.yaml").source
    assert source is not None
    return source.data


@pytest.mark.parametrize("mistake", [m for m in mistakes(1) if m.kind in MENDED], ids=str)
def test_slips_become_what_was_meant(mistake) -> None:
    original = next(p for p in SHIPPED if p.stem == mistake.scenario).read_text(encoding="utf-8")
    assert data(mend(mistake.text)) == data(original)


SLIPS = {
    "wide space": ("\n  build:\n", "\n　build:\n"),
    "wide dash": ("\n      - {text: {zh: 我们只要进度。", "\n      －{text: {zh: 我们只要进度。"),
    "wide brackets": ("parties: [build, road]", "parties: ［build, road］"),
    "wide digits": ("    trust: 40\n", "    trust: ４０\n"),
    "tight colon": ("    trust: 40\n", "    trust:40\n"),
    "enumeration": ("parties: [build, road]", "parties: [build、road]"),
    "yes": ("    principal: true\n", "    principal: yes\n"),
    "是": ("    principal: true\n", "    principal: 是\n"),
    "wide comment": ("    trust: 40\n", "    trust: 40   ＃ 起点\n"),
    "several": ("    trust: 40\n    workload: 70\n", "    trsut：４０\n    workload：70\n"),
}


@pytest.mark.parametrize("kind", SLIPS)
def test_every_slip_is_mended(kind: str) -> None:
    meant, slipped = SLIPS[kind]
    assert meant in TEXT
    assert data(mend(TEXT.replace(meant, slipped, 1))) == data(TEXT)


def test_tabs_alone_are_levels_and_among_spaces_are_left() -> None:
    tabbed = "format: 1\npeers:\n\tbuild:\n\t\ttrust: 40\n"
    assert mend(tabbed) == tabbed.replace("\t", "  ")
    mixed = TEXT.replace("    trust: 40\n", "\ttrust: 40\n", 1)
    assert mend(mixed) == mixed
    lines = TEXT.splitlines(keepends=True)
    long = "".join("\t" * ((len(line) - len(line.lstrip(" "))) // 2) + line.lstrip(" ") for line in lines)
    assert mend(long) == TEXT


def test_what_only_the_author_knows_is_left() -> None:
    for old, new in (("under: vice", "under: vcie"), ("trust: 40\n", "qqq: 40\n"), ("trust: 40\n", "trust: 400\n")):
        broken = TEXT.replace(old, new, 1)
        assert mend(broken) == broken


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_what_ships_needs_no_mending(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert mend(text) == text


@pytest.mark.parametrize("path", [*SHIPPED, SMALL], ids=lambda p: p.stem)
def test_a_clean_file_keeps_its_meaning_and_mending_twice_is_mending_once(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    once = mend(text)
    assert data(once) == data(text)
    assert sorted(once.splitlines()) == sorted(text.splitlines())
    assert mend(once) == once


def test_sections_go_in_order_with_their_comments() -> None:
    text = "# head\n\n# about id\nid: x\n\n# the number\nformat: 1\ntitle: y\n# the end\n"
    assert mend(text) == "# head\n\n# the number\nformat: 1\n# about id\nid: x\n\ntitle: y\n# the end\n"


def test_line_ends_and_comments_stay() -> None:
    text = TEXT.replace("    trust: 40\n", "    trust：40   # 起点\n", 1).replace("\n", "\r\n")
    assert mend(text) == text.replace("trust：40", "trust: 40")


def test_other_encodings_become_utf8() -> None:
    for encoding in ("gb18030", "utf-16"):
        found = fixed(TEXT.encode(encoding), "x.yaml")
        assert found is not None
        assert (found.text, found.encoding) == (TEXT, encoding)
    assert fixed(b"\xff\x00\x81\x30\x81", "x.yaml") is None
    assert fixed("title: 縣政府關於推進專項工作的通知\n".encode("big5"), "x.yaml") is None


def test_an_older_format_is_named_and_brought_up() -> None:
    for old in (TEXT.replace("format: 1\n", ""), TEXT.replace("format: 1\n", "format: 0\n")):
        found = fixed(old.encode(), "x.yaml", FORMAT)
        assert found is not None
        assert found.migrated
        assert data(found.text) == data(TEXT)


def test_edits_that_overlap_are_not_both_made() -> None:
    edits = [Edit(Span(1, 1, 1, 4), "x"), Edit(Span(1, 3, 1, 5), "y"), Edit(Span(2, 1, 2, 1), "z")]
    assert applied("abcdef\nghi", edits) == "xdef\nzghi"


@pytest.mark.parametrize("path", OLD, ids=lambda p: p.stem)
def test_files_of_every_format_can_be_brought_up(path: Path) -> None:
    found = fixed(path.read_bytes(), str(path), FORMAT)
    assert found is not None
    reading = read(found.text, str(path))
    assert reading.playable, reading.findings


def test_there_is_an_old_file_for_every_format() -> None:
    assert [path.stem for path in OLD] == [f"format{n}" for n in range(FORMAT + 1)]


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(qiantou, ["fix", *args, "--lang", "zh"])
    return result.exit_code, result.output


def test_the_command_shows_then_mends(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    broken = TEXT.replace("    trust: 40\n", "    trust：40\n", 1)
    path.write_text(broken, encoding="utf-8")
    code, said = run(str(path), "--diff")
    assert code == 1
    assert "-    trust：40\n+    trust: 40\n" in said
    assert path.read_text(encoding="utf-8") == broken
    run(str(path))
    assert path.read_text(encoding="utf-8") == TEXT
    assert [p.name for p in tmp_path.iterdir()] == ["small.yaml"]


def test_another_encoding_is_shown_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_bytes(TEXT.encode("gb18030"))
    code, said = run(str(path), "--diff")
    assert (code, "gb18030" in said, path.read_bytes()) == (1, True, TEXT.encode("gb18030"))


def test_the_command_says_what_it_cannot_do(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xff\x00\x81\x30\x81")
    assert run(str(path))[0] == 1
    assert path.read_bytes() == b"\xff\x00\x81\x30\x81"
    assert CliRunner().invoke(qiantou, ["fix", str(path), "--to", "9"]).exception is not None


def test_a_newer_or_older_format_is_named(tmp_path: Path) -> None:
    for number, code in ((FORMAT + 1, "format-newer"), (0, "format-older")):
        path = tmp_path / "x.yaml"
        path.write_text(TEXT.replace("format: 1", f"format: {number}"), encoding="utf-8")
        assert code in [f.code for f in read_file(path).findings]
