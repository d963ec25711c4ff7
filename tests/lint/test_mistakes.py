"""Seeded mistakes of authors are found on the line where they were made, and none of them breaks the checker."""

from collections import Counter
from datetime import date
from itertools import islice

import pytest

from game.lint.check import lint_text
from game.scenario.load import read
from tests.lint.mistakes import KINDS, WARNED, Mistake, mistakes

LEAST = 95
"""The share of mistakes to be found on the right line, in %."""


def found_on_their_line(each, every=1):
    """Return how many mistakes of each kind were found on their line, and how many there were; `every` so many-th."""
    found, made = Counter(), Counter()
    for mistake in islice(mistakes(each), 0, None, every):
        made[mistake.kind] += 1
        found[mistake.kind] += is_found(mistake)
    return found, made


def is_found(mistake: Mistake) -> bool:
    """Tell whether something is found on the line at fault: what reading finds, or a rule where only one can."""
    if mistake.kind not in WARNED:
        return any(f.span.line == mistake.line for f in read(mistake.text, "x.yaml").findings)
    findings = lint_text(mistake.text, "x.yaml", date(2026, 1, 31))
    return any(f.span.line == mistake.line and f.code in WARNED[mistake.kind] for f in findings)


def test_mistakes_are_found_on_the_right_line():
    found, made = found_on_their_line(1, every=4)
    assert set(made) == {kind.__name__ for kind in KINDS}
    assert 100 * found.total() >= LEAST * made.total(), made - found


@pytest.mark.long
def test_hundreds_of_mistakes_are_found_on_the_right_line():
    found, made = found_on_their_line(5)
    assert made.total() >= 300
    assert 100 * found.total() >= LEAST * made.total(), made - found


def test_an_open_quote_is_reported_where_it_was_opened():
    text = 'a: 1\nwhen: "day > 3\nname: x\nother: "y"\n'
    first = read(text, "x.yaml").findings[0]
    assert (first.code, first.span.line, first.span.col) == ("yaml-unclosed-quote", 2, 7)


def test_a_quote_over_several_deeper_lines_is_none_of_our_business():
    text = 'when: "day > 3\n  and: more"\nname: x\n'
    assert "yaml-unclosed-quote" not in [f.code for f in read(text, "x.yaml").findings]
