"""Schema errors: the right code at the right characters, with a suggestion, through sugar, unions and validators."""

from typing import Annotated, Any, Literal, get_args

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import ErrorType

from game.scenario.complaint import code_of, complaints, condition_findings, shown
from game.scenario.condition import ConditionError, compile_condition
from game.scenario.source import read_source
from game.telling.words import words


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Visit(Strict):
    do: Literal["visit"]
    who: str


class Wait(Strict):
    do: Literal["wait"]
    days: Annotated[int, Field(ge=0, le=30)]


class WordsModel(Strict):
    zh: Annotated[str, Field(min_length=1, max_length=5)]
    en: str = ""


def unfold(written: Any) -> Any:
    if isinstance(written, dict) and len(written) == 1:
        ((verb, fields),) = written.items()
        return {"do": verb, **fields} if isinstance(fields, dict) else {"do": verb}
    return written


Words = Annotated[WordsModel, BeforeValidator(lambda w: {"zh": w} if isinstance(w, str) else w)]
Effect = Annotated[Annotated[Visit | Wait, Field(discriminator="do")], BeforeValidator(unfold)]


class Root(Strict):
    title: Words
    effects: list[Effect] = []
    number_or_visit: int | Visit | None = None
    maybe: Visit | None = None
    table: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], Visit] = {}
    mood: Literal["warm", "cold"] = "warm"
    pass_: Annotated[str, Field(alias="pass")] = "x"
    pair: tuple[int, int] = (1, 2)
    share: float = 0.5
    flag: bool = False
    some: Annotated[list[int], Field(min_length=1, max_length=2)] = [1]
    step: Annotated[int, Field(multiple_of=5)] = 5
    ref: str = ""
    plain: str = ""

    @field_validator("ref")
    @classmethod
    def known(cls, value: str) -> str:
        if value == "ghost":
            raise PydanticCustomError("dead_reference", "no such thing", {"id": value})
        if value == "odd":
            raise ValueError("it is odd")
        return value


# (what stands after `title: 甲`, the code, the characters it points at, some of its args)
CASES = [
    ("titel: x", "unknown-key", "titel", {"suggestion": ""}),
    ("moood: warm", "unknown-key", "moood", {"suggestion": "mood"}),
    ("pas: x", "unknown-key", "pas", {"suggestion": "pass"}),
    ("effects:\n  - visit: {}", "missing", "visit", {"key": "who"}),
    ("effects:\n  - visit: {who: a, whom: b}", "unknown-key", "whom", {}),
    ("effects:\n  - wait: {dayz: 1, days: 1}", "unknown-key", "dayz", {"key": "dayz"}),
    ("effects:\n  - vist: {who: a}", "not-a-choice", "vist", {"suggestion": "visit", "choices": "visit, wait"}),
    ("effects:\n  - {do: vist, who: a}", "not-a-choice", "vist", {"suggestion": "visit"}),
    ("effects:\n  - {do: wait, days: 31}", "out-of-range", "31", {"relation": "≤", "limit": "30"}),
    ("effects:\n  - wait: {days: -1}", "out-of-range", "-1", {"relation": "≥", "limit": "0"}),
    ("effects:\n  - wait:", "missing", "wait", {"key": "days"}),
    ("effects:\n  - {a: 1, b: 2}", "unclear-kind", "{a: 1, b: 2}", {"choices": "visit, wait"}),
    ("effects:\n  - 5", "wanted-mapping", "5", {"value": "5"}),
    ("effects: 5", "wanted-list", "5", {"key": "effects"}),
    ("effects:", "empty-value", "", {"key": "effects"}),
    ("number_or_visit: x", "wanted-integer", "x", {}),
    ("number_or_visit: {do: visit}", "missing", "number_or_visit", {"key": "who"}),
    ("maybe: {do: visit, who: 3}", "wanted-text", "3", {"key": "who", "value": "3"}),
    ("maybe: 3", "wanted-mapping", "3", {}),
    ("table:\n  A1: {do: visit, who: x}", "bad-id", "A1", {"value": "A1"}),
    ("table:\n  b: {do: visit}", "missing", "b", {"key": "who"}),
    ("mood: wram", "not-a-choice", "wram", {"suggestion": "warm", "choices": "warm, cold"}),
    ("pass: 3", "wanted-text", "3", {"key": "pass"}),
    ("pair: [1]", "wanted-list", "[1]", {}),
    ("some: [1, x]", "wanted-integer", "x", {}),
    ("share: yes", "wanted-number", "yes", {}),
    ("flag: yes", "wanted-true-false", "yes", {"value": "yes"}),
    ("some: []", "too-few", "[]", {"length": "0", "limit": "1"}),
    ("some: [1, 2, 3]", "too-many", "[1, 2, 3]", {"length": "3", "limit": "2"}),
    ("some:\n  - 1\n  - 2\n  - 3", "too-many", "some", {}),
    ("step: 7", "not-a-multiple", "7", {"step": "5"}),
    ("ref: ghost", "dead-reference", "ghost", {"id": "ghost"}),
    ("ref: odd", "bad-value", "odd", {"reason": "it is odd"}),
    ("plain: 12", "wanted-text", "12", {}),
]


def found(text):
    source, findings = read_source(text, "x.yaml")
    assert source is not None
    assert findings == []
    with pytest.raises(ValidationError) as caught:
        Root.model_validate(source.data)
    return complaints(caught.value, source, Root)


def meant(text, span):
    return text.split("\n")[span.line - 1][span.col - 1 : span.end_col - 1]


@pytest.mark.parametrize(("rest", "code", "where", "args"), CASES, ids=[c[0] for c in CASES])
def test_a_schema_error_has_its_code_place_and_data(rest, code, where, args):
    text = f"title: 甲\n{rest}\n"
    findings = found(text)
    assert [f.code for f in findings] == [code] * len(findings)
    assert len(findings) == 1 or code == "wanted-list"
    assert meant(text, findings[0].span) == where
    assert args.items() <= findings[0].args.items()


def test_a_title_in_a_wrong_shape():
    assert [f.code for f in found("title: 5\n")] == ["wanted-words"]
    assert [(f.code, f.args["length"]) for f in found("title: 一二三四五六\n")] == [("too-long", "6")]
    assert [(f.code, f.span.line) for f in found("mood: warm\n")] == [("missing", 1)]


def test_many_mistakes_are_found_at_once_in_order():
    text = "title: 甲\nzz: 1\neffects:\n  - visit: {}\n  - wait: {days: x}\nmood: c\n"
    assert [(f.span.line, f.code) for f in found(text)] == [
        (2, "unknown-key"),
        (4, "missing"),
        (5, "wanted-integer"),
        (6, "not-a-choice"),
    ]


def test_a_condition_is_shown_inside_its_text():
    source, _ = read_source('a:\n  - when: "turn > 1 且 trn > 2"\n', "x.yaml")
    assert source is not None
    with pytest.raises(ConditionError) as caught:
        compile_condition("turn > 1 且 trn > 2", {}, {})
    findings = condition_findings(caught.value, source, ("a", 0, "when"))
    assert [(f.code, meant(source.text, f.span)) for f in findings] == [
        ("when-unknown-name", "turn"),
        ("when-spelling", "且"),
        ("when-unknown-name", "trn"),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, "true"), (None, "null"), ([1], "[…]"), ({"a": 1}, "{…}"), ("a\n b", "a b"), ("长" * 50, "长" * 39 + "…")],
)
def test_values_are_shown_as_an_author_writes_them(value, text):
    assert shown(value) == text


def test_every_pydantic_error_has_a_code_with_words():
    for type in get_args(ErrorType):
        assert words("zh").has(f"finding.{code_of(type)}.message")
        assert words("zh").has(f"finding.{code_of(type)}.cure")
