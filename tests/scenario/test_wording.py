"""Every finding the tests can provoke has words in both languages, filled with all its data."""

import pytest

from game.scenario.complaint import condition_findings
from game.scenario.condition import ConditionError, compile_condition
from game.scenario.finding import Finding, Span
from game.scenario.source import decode, read_source
from game.telling.finding import worder
from game.telling.words import words

from .test_complaint import CASES, found
from .test_condition import FUNCTIONS, NAMES, REFUSED
from .test_source import MISTAKES


def seeded():
    for text, _ in MISTAKES:
        yield from read_source(text, "x.yaml")[1]
    for rest, *_ in CASES:
        yield from (f for f in found(f"title: 甲\n{rest}\n") if f.code != "dead-reference")
    for data in (b"\xff\xfea\0", "中".encode("gbk"), b"a\xff", b"x" * 2_000_000):
        yield from decode(data, "x.yaml")[1]
    source = read_source("when: x\n", "x.yaml")[0]
    assert source is not None
    for text, _ in REFUSED:
        with pytest.raises(ConditionError) as caught:
            compile_condition(text, NAMES, FUNCTIONS)
        yield from condition_findings(caught.value, source, ("when",))


@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
def test_every_seeded_finding_is_worded_with_all_its_data(lang):
    speak = worder(words(lang).raw)
    for finding in seeded():
        message, cure = speak(finding)
        assert message, finding
        assert cure, finding
        assert not message.startswith(finding.code), finding


def test_a_code_without_words_is_still_told():
    assert worder(str)(Finding("x", Span(1, 1, 1, 2), "odd", "error", {"name": "x"})) == ("odd name=x", "")
