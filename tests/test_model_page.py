"""The page about the model says what the model is: its made parts are current, and every mechanism is accounted for."""

import re

from tests.model_page import PAGE, renewed
from tests.table import ROOT

MECHANISMS = range(1, 74)


def page():
    return PAGE.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_code():
    assert renewed(page()) == page(), "run python -m tests.model_page"


def test_every_mechanism_has_its_row():
    rows = re.findall(r"^\| M(\d+) \| [^|]+ \| [^|]+ \| [^|]+ \|$", page(), re.M)
    assert [int(n) for n in rows] == list(MECHANISMS)


def test_every_mechanism_is_named_where_it_is_carried():
    named = set()
    for path in (ROOT / "game").rglob("*.py"):
        for first, last in re.findall(r"\bM(\d+)(?:–M(\d+))?", path.read_text(encoding="utf-8")):
            named |= set(range(int(first), int(last or first) + 1))
    assert set(MECHANISMS) <= named


def test_what_a_row_points_to_exists():
    shown = {cell.strip() for row in re.findall(r"^\| M\d+ .*\| ([^|]+) \|$", page(), re.M) for cell in row.split(",")}
    experiments = {p.stem for p in (ROOT / "scenarios" / "experiments").glob("*.yaml")}
    for what in shown:
        if re.fullmatch(r"[HG]\d+", what):
            assert f"{what[0].lower()}{int(what[1:]):02}" in experiments, what
        else:
            assert (ROOT / "tests" / f"{what}.py").exists(), what
