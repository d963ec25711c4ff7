"""What is wrong only where a variant is played is found, once, and says in which variants."""

from datetime import date

import pytest

from game.lint.check import lint_text
from game.telling.finding import worder
from game.telling.words import words
from tests.lint.test_rules import written

TODAY = date(2026, 1, 31)
NEVER = '"moves.memo.when": "clarity.share > 100"'


def found(fragment: str) -> list[tuple[str, str]]:
    """Return what is found in the small scenario with a fragment set into it: codes, each with its variants."""
    return [(f.code, f.args.get("variant", "")) for f in lint_text(written(fragment), "small.yaml", TODAY)]


def variant(id: str, patches: str) -> str:
    """Return a fragment that adds a variant."""
    return f"variants.{id}: {{title: {{zh: 甲, en: A}}, set: {{{patches}}}}}\n"


def test_a_rule_sees_what_a_variant_breaks():
    assert found(variant("hard", NEVER)) == [("when-never", "hard")]


def test_what_two_variants_break_is_told_once():
    easy = "tables.terms.parties.build.walkaway: 40"
    assert found(variant("hard", easy) + variant("odd", easy)) == [("table-middle", "hard, odd")]


def test_what_a_variant_sets_stands_where_it_sets_it():
    text = written(variant("hard", NEVER))
    (finding,) = lint_text(text, "small.yaml", TODAY)
    assert "moves.memo.when: clarity.share > 100" in text.splitlines()[finding.span.line - 1]


def test_what_is_wrong_anyway_is_not_told_of_variants():
    odd = variant("odd", "peers.build.trust: 30")
    assert found("moves.memo.when: clarity.share > 100\n" + odd) == [("when-never", "")]


def test_what_a_patch_breaks_for_the_schema_names_its_variant_too():
    assert found(variant("odd", "peers.build.trust: 500")) == [("out-of-range", "odd")]


@pytest.mark.parametrize(("text", "codes"), [("{zh: 住💥建, en: H}", ["text-glyph"]), ("{zh: 住建, en: H}", [])])
def test_texts_a_variant_changes_are_read(text, codes):
    assert found(variant("odd", f"peers.build.short: {text}")) == [(code, "odd") for code in codes]


def test_a_test_is_judged_in_the_variant_it_is_for():
    able = "endings.good.when: capacity.road > 90\n" + variant("able", "peers.road.capacity: 95")
    assert found(able + "tests.one: {variant: able, ending: good}") == []
    assert found(able + "tests.one: {ending: good}") == [("expect-never", "")]
    shut = variant("odd", "endings.good.when: fired.echo, injects.letter.choices.tell.effects: []")
    assert ("expect-never", "odd") in found(shut + "tests.one: {variant: odd, ending: good}")
    assert ("expect-never", "") not in found(shut + "tests.one: {ending: good}")


@pytest.mark.parametrize(("lang", "begin"), [("zh", "（变体“hard”下）这个条件"), ("en", 'In the variant "hard": This')])
def test_the_words_begin_with_the_variant(lang, begin):
    (finding,) = lint_text(written(variant("hard", NEVER)), "small.yaml", TODAY)
    assert worder(words(lang).raw)(finding)[0].startswith(begin)


def test_a_silence_for_a_variant_that_cannot_be_played_is_not_called_useless():
    silence = "# lint: allow when-always 只在变体里\nmoves.memo.when: clarity.share >= 40\n"
    assert found(silence) == [("silence-useless", "")]
    assert found(silence + variant("odd", "peers.build.trust: 500")) == [("out-of-range", "odd")]
