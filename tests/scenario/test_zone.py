"""The arithmetic of agreement against a brute force in another style, and what must hold of it on any table."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.table import Issue, Party, Table, TableOption
from game.scenario.text import Text
from game.scenario.zone import (
    distance,
    every,
    gains,
    kalai,
    nash,
    nearest,
    open_packages,
    pareto,
    smallest_change,
    without_red_lines,
    zone,
)


def made(points, nevers=(), locks=()):
    """A table from points[party][issue][option], red lines as package indices by party, locks as {(issue, option)}."""
    shape = [len(row) for row in points[0]]
    keys = sorted(locks)
    issues = tuple(
        Issue(f"i{i}", Text(), tuple(
            TableOption(f"o{i}_{o}", Text(), "lead" if (i, o) in locks else "",
                        keys.index((i, o)) if (i, o) in locks else -1, ())
            for o in range(count)
        ))
        for i, count in enumerate(shape)
    )  # fmt: skip
    packages = tuple(product(*map(range, shape)))
    parties = tuple(
        Party(f"p{n}", 0, tuple(map(tuple, own)), tuple(sum(own[i][o] for i, o in enumerate(p)) for p in packages),
              frozenset(nevers[n]) if nevers else frozenset(), "linear")
        for n, own in enumerate(points)
    )  # fmt: skip
    names = tuple("+".join(map(str, p)) for p in packages)
    shut = tuple(tuple(keys.index((i, o)) for i, o in enumerate(p) if (i, o) in locks) for p in packages)
    return Table("t", Text(), (), issues, parties, (), (), 0, -1, packages, names, shut, ())


@st.composite
def tables(draw):
    shape = draw(st.lists(st.integers(2, 4), min_size=1, max_size=3))
    worth = st.sampled_from((0, 0, 10, 50)) | st.integers(0, 400)
    row = st.tuples(*(st.lists(worth, min_size=n, max_size=n) for n in shape))
    points = draw(st.lists(row, min_size=2, max_size=5))
    count = len(list(product(*map(range, shape))))
    nevers = [draw(st.sets(st.integers(0, count - 1), max_size=count // 3)) for _ in points]
    places = [(i, o) for i, n in enumerate(shape) for o in range(n)]
    return made(points, nevers, draw(st.sets(st.sampled_from(places), max_size=3)))


@st.composite
def cases(draw):
    """A table, its walk-away values (mostly low enough for a zone) and the packages allowed."""
    table = draw(tables())
    walkaways = [draw(st.integers(0, 1 + max(party.worth) * 2 // 3)) for party in table.parties]
    allowed = draw(st.just(set(every(table))) | st.sets(st.sampled_from(every(table))))
    return table, walkaways, allowed


class Slow:
    """The same questions answered slowly: fractions, explicit loops, no sorting by sums."""

    def __init__(self, table, walkaways, allowed):
        self.offers = {}
        for n in range(len(table.packages)):
            worths = []
            for party in table.parties:
                worth = Fraction(0)
                for issue, option in enumerate(table.packages[n]):
                    worth += Fraction(party.points[issue][option], 1000)
                worths.append(worth)
            if n in allowed:
                self.offers[n] = worths
        self.least = [Fraction(w, 1000) for w in walkaways]

    def zone(self):
        inside = []
        for n, worths in self.offers.items():
            fine = True
            for worth, least in zip(worths, self.least, strict=True):
                if worth < least:
                    fine = False
            if fine:
                inside.append(n)
        return inside

    def pareto(self, among):
        kept = []
        for n in among:
            beaten = False
            for m in among:
                diffs = [b - a for a, b in zip(self.offers[n], self.offers[m], strict=True)]
                if not [d for d in diffs if d < 0] and [d for d in diffs if d > 0]:
                    beaten = True
            if not beaten:
                kept.append(n)
        return kept

    def gain(self, n):
        return [worth - least for worth, least in zip(self.offers[n], self.least, strict=True)]

    def nash(self):
        best, best_key = None, None
        for n in self.zone():
            value = Fraction(1)
            for gain in self.gain(n):
                value = value * gain
            key = [value, *sorted(self.gain(n))]
            if best_key is None or key > best_key:
                best, best_key = n, key
        return best

    def kalai(self):
        inside = self.zone()
        best, best_key = None, None
        for n in inside:
            shares = []
            for party, gain in enumerate(self.gain(n)):
                ideal = max(self.gain(m)[party] for m in inside)
                if ideal > 0:
                    shares.append(gain / ideal)
            shares.sort()
            if best_key is None or shares > best_key:
                best, best_key = n, shares
        return best

    def least_total(self):
        totals = []
        for n in self.offers:
            total = Fraction(0)
            for gain in self.gain(n):
                if gain < 0:
                    total -= gain
            totals.append(total)
        return min(totals) if totals else None


@given(cases())
def test_the_zone_is_what_brute_force_finds(case):
    assert list(zone(*case)) == Slow(*case).zone()


@given(cases())
def test_the_pareto_set_is_what_brute_force_finds(case):
    table, _, allowed = case
    assert list(pareto(table, allowed)) == Slow(*case).pareto(sorted(allowed))


@given(cases())
def test_the_nash_point_is_what_brute_force_finds(case):
    assert nash(*case) == Slow(*case).nash()


@given(cases())
def test_the_kalai_point_is_what_brute_force_finds(case):
    assert kalai(*case) == Slow(*case).kalai()


@given(cases())
def test_the_smallest_change_is_exact_and_enough(case):
    table, walkaways, allowed = case
    change, least = smallest_change(*case), Slow(*case).least_total()
    if change is None:
        assert least is None
        return
    assert Fraction(change.total, 1000) == least
    assert change.package in allowed
    assert (change.total == 0) == bool(zone(*case))
    fallen = [w - by for w, by in zip(walkaways, change.short, strict=True)]
    assert change.package in zone(table, fallen, allowed)
    for party, by in enumerate(change.short):
        if by:
            short = [w + (n == party) for n, w in enumerate(fallen)]
            assert change.package not in zone(table, short, allowed)


@given(cases(), st.data())
def test_lower_walkaways_never_close_the_zone(case, data):
    table, walkaways, allowed = case
    lower = [w - data.draw(st.integers(0, 300)) for w in walkaways]
    assert set(zone(*case)) <= set(zone(table, lower, allowed))


@given(cases())
def test_nash_and_kalai_lie_in_the_pareto_set_of_the_zone(case):
    table, walkaways, _ = case
    inside = zone(*case)
    chosen = {nash(table, walkaways, inside), kalai(table, walkaways, inside)}
    assert chosen <= set(pareto(table, inside)) if inside else chosen == {None}


@given(cases())
def test_the_pareto_set_of_the_zone_is_the_zones_part_of_the_pareto_set(case):
    table, walkaways, allowed = case
    assert set(pareto(table, zone(*case))) == set(pareto(table, allowed)) & set(zone(table, walkaways, allowed))


@given(cases(), st.data())
def test_the_nearest_is_no_further_than_any_other(case, data):
    table, _, allowed = case
    package = data.draw(st.sampled_from(every(table)))
    found = nearest(table, package, allowed)
    assert bool(found) == bool(allowed)
    far = {other: len([i for i, o in enumerate(table.packages[other]) if table.packages[package][i] != o])
           for other in allowed}  # fmt: skip
    assert set(found) == {other for other in far if far[other] == min(far.values())}
    assert all(distance(table, package, other) == far[other] for other in allowed)


@given(tables())
def test_red_lines_and_locks_take_packages_out(table):
    free = without_red_lines(table)
    for n, package in enumerate(table.packages):
        assert (n in free) == (not [p for p in table.parties if n in p.never])
        needed = {table.issues[i].options[o].lock for i, o in enumerate(package)} - {-1}
        for unlocked in (set(), {0}, {0, 1}, {0, 1, 2}):
            assert (n in open_packages(table, unlocked)) == (needed <= unlocked)


@given(tables(), st.integers(0, 2))
def test_every_lock_opened_opens_packages(table, lock):
    assert open_packages(table, ()) <= open_packages(table, {lock}) <= open_packages(table, range(10))
    assert open_packages(table, range(10)) == set(every(table))


def test_a_zone_by_hand():
    """Two parties share ten: only the middle two suit both, and all shares are efficient."""
    table = made([[[0, 300, 600, 900]], [[900, 600, 300, 0]]])
    assert zone(table, [250, 250], every(table)) == (1, 2)
    assert zone(table, [250, 250], {2, 3}) == (2,)
    assert pareto(table, every(table)) == (0, 1, 2, 3)
    assert nash(table, [250, 250], every(table)) == 1
    assert nash(table, [500, 250], every(table)) == 2
    assert gains(table, [250, 350], 2) == (350, -50)


def test_nash_and_kalai_may_differ():
    """Nash takes the larger product though it serves one party a fifth of its ideal; Kalai serves the worst-off."""
    split = made([[[100, 45, 20]], [[0, 44, 100]], [[10, 10, 10]]])
    assert nash(split, [0, 0, 0], every(split)) == 2
    assert kalai(split, [0, 0, 0], every(split)) == 1


def test_a_tie_of_products_goes_to_the_larger_smallest_gain():
    table = made([[[100, 200]], [[400, 200]]])
    assert nash(table, [0, 0], every(table)) == 1
    nought = made([[[0, 0]], [[100, 200]]])
    assert nash(nought, [0, 0], every(nought)) == 1


def test_an_empty_zone_says_how_much_is_lacking():
    table = made([[[0, 400]], [[500, 100]]])
    change = smallest_change(table, [300, 300], every(table))
    assert change is not None
    assert (change.package, change.short, change.total) == (1, (0, 200), 200)
    assert smallest_change(table, [300, 300], ()) is None
    shared = made([[[300, 200, 200]], [[100, 200, 200]]])
    change = smallest_change(shared, [300, 300], every(shared))
    assert change is not None
    assert (change.package, change.short) == (1, (100, 100))


@pytest.mark.parametrize("choose", [nash, kalai])
def test_nothing_to_choose_from_is_nothing(choose):
    table = made([[[0, 400]], [[500, 100]]])
    assert choose(table, [0, 0], ()) is None
    assert choose(table, [300, 300], every(table)) is None
