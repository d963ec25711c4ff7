"""What leads do upwards, and with borrowed weight: reports, names, chairs, groups, oversight, heads. Candidates."""

from collections.abc import Iterator

from game.rules import Action, View
from game.session.bots import reading
from game.session.bots.bot import Habit, Offered

RANKS = ("twin", "principal", "deputy")


def report(tone: str) -> Habit:
    """Return the habit of reporting in a tone on what lags most, to the leader who minds the task least."""

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        if "report" in can:
            free = can["report"].fields[0].choices
            for leader in sorted(seen.leaders, key=reading.minded):
                if leader.id in free:
                    works = reading.behind(seen)
                    yield can["report"].fill(leader=leader.id, work=works[0].id, tone=tone)

    return habit


def chair(seen: View, can: Offered) -> Iterator[Action]:
    """Ask the leader most likely to agree to chair a consultation that can still be paid for."""
    if "chair" in can and seen.energy >= 3 and "chair" not in seen.done:
        yield can["chair"].fill(leader=reading.readiest(seen).id)


def authorize(seen: View, can: Offered) -> Iterator[Action]:
    """Ask for a stronger mandate."""
    if "authorize" in can and "authorize" not in seen.done and seen.mandate < 700:
        free = can["authorize"].fields[0].choices
        leader = reading.readiest(seen)
        if leader.id in free:
            yield can["authorize"].fill(leader=leader.id)


def appraise(seen: View, can: Offered) -> Iterator[Action]:
    """Ask for a place in the annual appraisal for what lags."""
    if "appraise" in can and "appraise" not in seen.done:
        on = can["appraise"].fields[0].choices
        yield from (can["appraise"].fill(work=w.id) for w in reading.behind(seen) if w.id in on)


def group(rank: str) -> Habit:
    """Return the habit of proposing a leading group of a rank."""

    def habit(_seen: View, can: Offered) -> Iterator[Action]:
        if "group" in can:
            yield can["group"].fill(rank=rank)

    return habit


def codify(seen: View, can: Offered) -> Iterator[Action]:
    """Turn the group into rules if duties are clear enough."""
    if "dissolve" in can and "codify" in can["dissolve"].fields[0].choices:
        yield can["dissolve"].fill(way="codify")


def oversight(*steps: str) -> Habit:
    """Return the habit of asking oversight in, by the first of these steps that is open.

    On the most tangled matter in which somebody openly held back; on any such matter if none is.
    """

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        if "discipline" in can:
            _, _, third = can["discipline"].fields
            for work in sorted(seen.works, key=lambda w: -w.liability):
                for who in reading.holding(seen):
                    if who.id in work.parties and work in reading.held_back(seen, who):
                        able = third.offered({"target": who.id})
                        for step in steps:
                            if step in able:
                                yield can["discipline"].fill(work=work.id, target=who.id, step=step)

    return habit


def change_head(_seen: View, can: Offered) -> Iterator[Action]:
    """Ask for another head where a window is open."""
    if "personnel" in can:
        yield can["personnel"].fill(target=can["personnel"].fields[0].choices[0])
