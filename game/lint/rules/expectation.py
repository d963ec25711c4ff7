"""What an author's tests expect and no game can bring: a condition at its time, an ending, a grade."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.check_trial import trials_in
from game.scenario.finding import Finding
from game.scenario.happening_verb import End
from game.scenario.proof import Domain
from game.scenario.reference import Loc
from game.scenario.trial import Trial


def expectation(case: Case) -> Iterator[Finding]:
    """Yield what the tests and solutions of this variant expect in vain; conditions out of range are told elsewhere."""
    reached = _reached(case)
    for loc, trial in trials_in(case.file):
        if trial.variant != case.variant:
            continue
        yield from _conditions(case, loc, trial)
        if trial.ending is not None and trial.ending not in reached:
            yield case.warn((*loc, "ending"), "expect-never", text=trial.ending)
        if trial.grade is not None and all(case.file.endings[id].grade > trial.grade for id in reached):
            yield case.warn((*loc, "grade"), "expect-never", text=trial.grade)


def _conditions(case: Case, loc: Loc, trial: Trial) -> Iterator[Finding]:
    """Yield every condition that cannot hold at its time, given what never moves."""
    length = case.file.lengths[trial.length]
    for at, condition in case.conditions:
        if at[:2] != loc or condition.bounds() == "never":
            continue
        closed = _closed(trial.expect[int(at[3])].at, length.turns)
        turn, day = min(closed + 1, length.turns), closed * length.days
        time: dict[str, Domain] = {"turn": (1.0, float(turn)), "day": (0.0, float(day))}
        if condition.never({**case.fixed, **time}):
            yield case.warn(at, "expect-never", text=condition.text)


def _closed(at: str, turns: int) -> int:
    """Return how many turns have closed at a time, at most."""
    return 0 if at == "start" else turns if at == "end" else int(at.removeprefix("turn "))


def _reached(case: Case) -> set[str]:
    """Return the endings a game may have: those an effect names, and those up to the first without a condition."""
    reached = {effect.ending for _, effect in case.effects if isinstance(effect, End)}
    whens = {at[1]: condition for at, condition in case.conditions if at[0] == "endings"}
    for id in case.file.endings:
        if id not in whens:
            return {*reached, id}
        if not whens[id].never(case.fixed):
            reached.add(id)
    return reached
