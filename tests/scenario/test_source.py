"""Reading YAML: places, YAML 1.2, seeded mistakes at their line and column, hostile input, no crash on anything."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.finding import Span
from game.scenario.punctuation import slips
from game.scenario.source import MAX_BYTES, Source, decode, read_source

GOOD = """\
# 想定
id: flood_2024
title: {zh: 防汛：第一天，开局, en: Flood}
turns: 012
peers:
  - id: housing
    trust: 40.5
    reasons: ["甲，乙", '丙：丁', 戊]
  - id: finance
    note: |
      标题：这里是正文
      　　缩进，也是正文 [不管，它]
    more: >-
      折叠
      的字
text: 会议决定：各部门“配合”，
  要求：抓紧
on: yes
when: 12:30
"""

# (what was written, [(line, column, code)])
MISTAKES: list[tuple[str, list[tuple[int, int, str]]]] = [
    ("id: x\n标题：某某\nlead: y\n", [(2, 3, "fullwidth-colon")]),
    ("标题：某某\nlead: y\n", [(1, 3, "fullwidth-colon")]),
    ("title：某某\nlead： y\n", [(1, 6, "fullwidth-colon"), (2, 5, "fullwidth-colon")]),
    ("id: x\n  title：某某\n", [(2, 8, "fullwidth-colon")]),
    ("a:\n  - id：x\n", [(2, 7, "fullwidth-colon")]),
    ("a：b: 1\n", [(1, 2, "fullwidth-colon")]),
    ('"标题"：x\n', [(1, 5, "fullwidth-colon")]),
    ("{zh：甲, en: B}\n", [(1, 4, "fullwidth-colon")]),
    ("a: {x: [1,\n  2，3],\n y：2}\n", [(2, 4, "fullwidth-comma"), (3, 3, "fullwidth-colon")]),
    ("a: {zh: 甲，en: B}\n", [(1, 10, "fullwidth-comma")]),
    ("a: [甲，乙，丙]\n", [(1, 6, "fullwidth-comma"), (1, 8, "fullwidth-comma")]),
    ("a: ['a'，'b']\n", [(1, 8, "fullwidth-comma")]),
    ("a: [housing、finance]\n", [(1, 12, "fullwidth-comma")]),
    ("a:\n  b: 1\n　　c: 2\n", [(3, 1, "fullwidth-space")]),
    ("a:\n  － id\n  － b\n", [(2, 3, "fullwidth-dash"), (3, 3, "fullwidth-dash")]),
    ("a:\n  — id\n", [(2, 3, "fullwidth-dash")]),
    ("a: ＂甲＂\n", [(1, 4, "fullwidth-quote")]),
    ("a: “甲”\n", [(1, 4, "fullwidth-quote")]),
    ("a: ［1, 2］\n", [(1, 4, "fullwidth-bracket")]),
    ("a: [1, 2］\n", [(1, 9, "fullwidth-bracket")]),
    ("＃ 注释\na: 1\n", [(1, 1, "fullwidth-hash")]),
    ("a: ３０\n", [(1, 4, "fullwidth-digit")]),
    ("title:标题\nb: 1\n", [(1, 6, "colon-space")]),
    ("a:\n\tb: 1\n", [(2, 1, "tab-indent")]),
    ("a:\n  b: 1\n\tc: 2\n", [(3, 1, "tab-indent")]),
    ("a: 1\nb: 2\na: 3\n", [(3, 1, "duplicate-key")]),
    ("a: {x: 1, x: 2}\n", [(1, 11, "duplicate-key")]),
    ("1: a\ntrue: b\nnull: c\n", [(1, 1, "key-not-text"), (2, 1, "key-not-text"), (3, 1, "key-not-text")]),
    ("? [a]\n: b\n", [(1, 3, "key-not-text")]),
    ("a: &x [1]\nb: *x\n", [(1, 4, "anchor"), (2, 4, "alias")]),
    ("a: !!python/object:os.system x\n", [(1, 4, "tag")]),
    ("a: !local 1\n", [(1, 4, "tag")]),
    ("%YAML 1.1\n---\na: 1\n", [(1, 1, "directive")]),
    ("a: 1\n---\nb: 2\n", [(2, 1, "many-documents")]),
    ("a: 1e999\nb: .inf\nc: .nan\n", [(1, 4, "bad-number"), (2, 4, "bad-number"), (3, 4, "bad-number")]),
    ("a: 123456789012345678901\n", [(1, 4, "bad-number")]),
    ("a: [1, 2\nb: 3\n", [(1, 4, "yaml-unclosed-list")]),
    ("a: {b: 1\nc: 3\n", [(1, 4, "yaml-unclosed-map")]),
    ("a: 'x\nb: 2\n", [(1, 4, "yaml-unclosed-quote")]),
    ('a: "x\nb: 2\n', [(1, 4, "yaml-unclosed-quote")]),
    ("a: b: c\n", [(1, 5, "yaml-colon-here")]),
    ("a: 1\n  b: 2\n", [(2, 4, "yaml-colon-here")]),
    ("a: @x\n", [(1, 4, "yaml-bad-start")]),
    ("a: `x`\n", [(1, 4, "yaml-bad-start")]),
    ("a:\n  - 1\n b: 2\n", [(3, 2, "yaml-indent")]),
    ("a:\n    b: 1\n   c: 2\n", [(3, 4, "yaml-indent")]),
    ("- a\nb: 1\n", [(2, 1, "yaml-no-dash")]),
    ("a: *重点*\n", [(1, 4, "yaml-star")]),
    ('a: "\\q"\n', [(1, 5, "yaml-escape")]),
    ("a: - b\n", [(1, 4, "yaml-dash-here")]),
    ("a: ]\n", [(1, 4, "yaml-no-value")]),
    ("a: |x\n  b\n", [(1, 4, "yaml-block-head")]),
    ("a: 1\n...\nb: 2\n", [(3, 1, "yaml-after-end")]),
    ("a: 1\nb\nc: 2\n", [(2, 1, "yaml-no-colon")]),
    ("a: 甲\u200b乙\n", [(1, 5, "odd-character")]),
    ("a: 1\nb: \x01\n", [(2, 4, "odd-character")]),
    ('a: "x\\0"\n', [(1, 4, "odd-character")]),
    ("a: x\x00y\n", [(1, 5, "nul-byte")]),
    ("a: \ud800\n", [(1, 4, "odd-character")]),
    ("  \n\n", [(1, 1, "empty-file")]),
    ("a: " + "[" * 60 + "]" * 60, [(1, 43, "too-deep")]),
    (f"a: '{'字' * 20_001}'\n", [(1, 4, "text-too-long")]),
]


def read(text: str) -> Source:
    source, findings = read_source(text, "x.yaml")
    assert source is not None, findings
    return source


@pytest.mark.parametrize(("text", "expected"), MISTAKES, ids=range(len(MISTAKES)))
def test_a_seeded_mistake_is_found_where_it_is(text, expected):
    findings = read_source(text, "x.yaml")[1]
    assert [(f.span.line, f.span.col, f.code) for f in findings] == expected


def test_prose_with_chinese_punctuation_gives_no_finding():
    assert slips(GOOD, "x.yaml") == []
    source, findings = read_source(GOOD, "x.yaml")
    assert findings == []
    assert source is not None
    assert source.data["text"] == "会议决定：各部门“配合”， 要求：抓紧"


@pytest.mark.parametrize(
    "text",
    [
        "a: 会议（第3次）：要求\n",
        "- 一是：抓紧\n- 二是：落实\n",
        "a: it's fine，是的\nb: 'x'\n",
        "a: 甲 # 注：备注，[，]\n",
        "a: {zh: 甲、乙：丙，丁, en: B}\n",
        "a:\n  会议决定：\n",
        "a: http://x.cn/y：z\n",
        'a: "x\n  y：z，[，]"\nb: 1\n',
        "a: 'x\n\n  — y：z'\nb: 1\n",
        "a: [\n  x, # 甲，乙\n  y]\n",
        "- |\n  id：x\n  － y\n- >\n  title：z\n",
        "---\na: 1\n",
        "a: 20–30\nb: －\n",
    ],
)
def test_what_is_fine_stays_silent(text):
    source, findings = read_source(text, "x.yaml")
    assert findings == []
    assert source is not None


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"), ("12:30", "12:30"), ("2024-01-02", "2024-01-02"),
        ("012", 12), ("0o14", 12), ("0x0c", 12), ("-7", -7), ("+7", 7), ("1_000", "1_000"), ("1.5", 1.5), (".5", 0.5),
        ("1e3", 1000.0), ("true", True), ("False", False), ("tRue", "tRue"), ("null", None), ("~", None), ("", None),
        ("'5'", "5"), ('"true"', "true"), ("1.2.3", "1.2.3"), ("0b1", "0b1"), ("<<", "<<"), ("=", "="),
    ],
)  # fmt: skip
def test_scalars_follow_yaml_1_2(plain, value):
    data = read(f"a: {plain}\n").data
    assert data == {"a": value}
    assert type(data["a"]) is type(value)


def test_both_lines_of_a_duplicate_are_named_and_the_rest_is_still_checked():
    source, findings = read_source("a: 1\nb: 2\na: {c: 3}\n", "x.yaml")
    assert source is not None
    assert source.data == {"a": 1, "b": 2}
    assert findings[0].args == {"key": "a", "first": "1"}


def test_places_of_values_and_keys():
    source = read(GOOD)
    assert source.spans[("peers", 0, "trust")] == Span(7, 12, 7, 16)
    assert source.keys[("peers", 0, "trust")] == Span(7, 5, 7, 10)
    assert source.spans[("title", "zh")] == Span(3, 13, 3, 22)
    assert source.spans[("peers", 1, "note")] == Span(10, 11, 12, 23)
    assert source.spans[("peers", 0, "reasons")] == Span(8, 14, 8, 31)
    assert source.span_of(("peers", 0, "some-tag", "trust")) == Span(7, 12, 7, 16)
    assert source.span_of(("peers", 0, "absent")) == Span(6, 5, 6, 16)
    assert source.span_of(("title", "absent")) == source.keys[("title",)]
    assert source.span_of(("absent",)).line == 2


@pytest.mark.parametrize(
    "text",
    [
        "when: trust.housng > 3",
        'when: "trust.housng > 3"',
        "when: 'x == ''a'' and trust.housng'",
        "when: >\n  turn > 3\n  and trust.housng > 3\n",
        "when: |-\n    turn\n    trust.housng",
        "when: turn > 3\n  and trust.housng > 3",
        'when: "a\\u4e2d trust.housng"',
        'when: "turn > 3\n   and trust.housng"',
        "when: 信任 trust.housng",
    ],
)
def test_a_place_inside_a_text_is_found_through_quotes_and_folding(text):
    source = read(text)
    at = source.data["when"].index("trust")
    span = source.span_inside(("when",), at, at + 12)
    assert text.split("\n")[span.line - 1][span.col - 1 : span.end_col - 1] == "trust.housng"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("标题: 你好，世界".encode("gbk"), "encoding-gbk"),
        ("标题: 你好".encode("utf-16"), "encoding-utf16"),
        ("title: x".encode("utf-16-le"), "encoding-utf16"),
        (b"a: \xff\xff\xff", "encoding-unknown"),
        (b"x" * (MAX_BYTES + 1), "file-too-big"),
    ],
)
def test_other_encodings_are_named(data, code):
    text, findings = decode(data, "x.yaml")
    assert text is None
    assert [f.code for f in findings] == [code]


def test_a_byte_order_mark_is_tolerated():
    assert decode("a: 1".encode("utf-8-sig"), "x") == ("a: 1", [])
    assert read("\ufeffa: 1\n").keys[("a",)] == Span(1, 1, 1, 2)


def test_the_place_of_a_wrong_byte():
    findings = decode("a: 1\nb: 中".encode() + "文".encode("gbk"), "x")[1]
    assert (findings[0].span.line, findings[0].span.col) == (2, 5)


HOSTILE = {
    "aliases": "a: &a [x,x]\n" + "".join(f"b{i}: &b{i} [{','.join(['*a'] * 9)}]\n" for i in range(1000)),
    "brackets": "[" * 10_000,
    "a million brackets": "[" * 999_000,
    "braces": "{a: " * 249_000,
    "dashes": "- " * 10_000,
    "indentation": "\n".join(" " * i + "a:" for i in range(1300)),
    "ten megabytes": "x: 1\n" * 2_000_000,
    "one word": "a" * 999_000,
    "items": "[" + "a," * 490_000,
    "wide commas": "[" + "，" * 300_000,
    "keys": "".join(f"k{i}:\n" for i in range(100_000)),
    "colons": "a:" * 490_000,
    "quotes": "'" * 999_999,
    "backslashes": 'a: "' + "\\" * 900_000,
    "question marks": "? " * 490_000,
    "nul": "\0" * 900_000,
    "surrogates": "\udcff" * 300_000,
    "digits": "1" * 900_000,
    "spaces in brackets": "{，" + " " * 900_000,
    "glued keys": "{" + "，a" * 240_000,
    "documents": "---\n" * 240_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_refused(name):
    source, findings = read_source(HOSTILE[name], "x.yaml")
    assert source is None
    assert 0 < len(findings) <= 250


PIECE_WORDS = """a id : - [ ] { } , ， ： “ ” ' " # &a *a !t 1 yes 中文 － --- ... % \\ ? @ 、 ［ ｝"""
PIECES = st.sampled_from(
    [
        *PIECE_WORDS.split(),
        ": ",
        "\n",
        "  ",
        "- ",
        "|\n",
        ">\n",
        "\t",
        "\u3000",
        "－ ",
        "---\n",
        "\r",
        "\x00",
        "\ud800",
        "\ufeff",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_no_text_raises_and_every_finding_is_inside_the_file(text):
    source, findings = read_source(text, "x.yaml")
    assert source is not None or findings
    assert findings == sorted(findings)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings:
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.col <= len(lines[finding.span.line - 1]) + 1


@given(st.binary(max_size=200))
def test_no_bytes_raise(data):
    text, findings = decode(data, "x.yaml")
    assert (text is None) == bool(findings)


@given(st.lists(PIECES, max_size=30).map("".join), st.integers(0, 40), st.integers(0, 40))
def test_no_place_inside_raises(text, start, end):
    source, _ = read_source(f"a: {text}", "x.yaml")
    if source is not None:
        for path in source.spans:
            source.span_inside(path, start, end)
            source.span_of((*path, "absent"))
