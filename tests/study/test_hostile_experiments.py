"""Experiments with anything wrong: reading and planning them says what, and never raises."""

import re
from random import Random

import pytest

from game.lint.check import lint_files
from tests.study.experiments import TEXT

NASTY = (
    "null", "[]", "{}", "-1", "10000000000000", "1e999", ".nan", "''", "true", "[[[]]]", "{a: {b: c}}", '"\\ud800"',
    "*", "half", "turn 9999", "day 99999", "../../etc/passwd.yaml", "/dev/null", "2001-99-99", "[1, 9999]", "a.b.c",
    "1 / 0", "min()", "(((", "trust.build", "9 ** 9 ** 9",
)  # fmt: skip


def mutant(dice: Random) -> str:
    """Return the small experiment with a value, a line or a sign replaced."""
    text, how = TEXT, dice.random()
    if how < 0.6:
        found = dice.choice([*re.finditer(r"(?<=[:\[,] )[^,\[\]{}\n]+", text)])
        return text[: found.start()] + dice.choice(NASTY) + text[found.end() :]
    if how < 0.8:
        lines = text.split("\n")
        at = dice.randrange(len(lines))
        lines[at : at + dice.randrange(2)] = [dice.choice(lines)] * dice.randrange(2)
        return "\n".join(lines)
    at = dice.randrange(len(text))
    return text[:at] + dice.choice("：，[]{}&*!|>'\"#%@\t\n\0\ufeff牵\ud800") + text[at + dice.randrange(3) :]


@pytest.mark.parametrize(("count", "seed"), [(60, 1), pytest.param(5000, 2, marks=pytest.mark.long)])
def test_no_mutant_of_an_experiment_raises(count, seed, tmp_path):
    dice, path = Random(seed), tmp_path / "one.yaml"
    for _ in range(count):
        path.write_bytes(mutant(dice).encode("utf-8", "surrogatepass"))
        lint_files([path])
