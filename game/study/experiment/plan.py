"""From an experiment's file to what its games need: arms made ready, measures and scripts checked against them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.rules.deeds import LEAD
from game.scenario.arm import Setting, Settings
from game.scenario.complaint import condition_findings
from game.scenario.condition import ConditionError
from game.scenario.experiment import SUMMARIES, Share
from game.scenario.experiment_file import ArmSpec, Experiment, expectations, read_experiment
from game.scenario.finding import Finding
from game.scenario.reference import Loc
from game.scenario.schema import ScenarioFile
from game.scenario.script import TIME
from game.scenario.source import Source
from game.scenario.terms import nearest
from game.session.bots import LEADS
from game.study.experiment.measure import Probe, known, reader
from game.study.experiment.play import Recipe
from game.study.script import Deed


@dataclass(frozen=True, slots=True)
class Plan:
    """One experiment ready to be run; `probes` are the measures' names in the order of a row's values."""

    experiment: Experiment
    recipes: dict[str, Recipe]
    probes: tuple[str, ...]
    games: int


def plan(path: Path, settings: Settings, games: int | None = None) -> tuple[Plan | None, list[Finding]]:
    """Read an experiment and make it ready; None beside the findings if it cannot be run. OSError if unreadable."""
    experiment, findings = read_experiment(path)
    if experiment is None:
        return None, findings
    probes = _probes(experiment)
    recipes: dict[str, Recipe] = {}
    wrong: list[Finding] = []
    for spec in experiment.arms:
        setting, file, found = settings.ready(spec, experiment.source)
        if setting is not None and file is not None:
            found += _bot(spec, experiment.source)
            found += _script(spec, file, experiment.source)
            found += _measures(experiment, spec, file)
            name = f"{experiment.file.id}/{spec.id}"
            recipes[spec.id] = Recipe(
                name, setting, spec.bot[0], _deeds(spec, setting, file), tuple(p for p, _ in probes.values())
            )
        wrong += found
    if wrong:
        return None, sorted(_distinct([*findings, *wrong]))
    return Plan(experiment, recipes, tuple(probes), games or experiment.file.games), findings


def _distinct(findings: list[Finding]) -> list[Finding]:
    """Return each thing once that was found in several arms."""
    return list({(f.place, tuple(sorted(f.args.items()))): f for f in findings}.values())


def condition_name(when: str, at: str) -> str:
    """Return the name a share's own condition is measured under."""
    return f"{at}: {when}"


def _probes(experiment: Experiment) -> dict[str, tuple[Probe, Loc]]:
    """Return what is measured: the measures by id, and the conditions of shares by their text."""
    found: dict[str, tuple[Probe, Loc]] = {}
    for id, measured in experiment.file.measures.items():
        change = (measured.change[0], measured.change[1]) if measured.change else None
        found[id] = Probe(measured.value, measured.when, measured.at, change), ("measures", id)
    for loc, expected in expectations(experiment.file):
        if isinstance(expected, Share) and expected.when is not None:
            probe = Probe(None, expected.when, expected.at)
            found.setdefault(condition_name(expected.when, expected.at), (probe, loc))
    return found


def _bot(spec: ArmSpec, source: Source) -> Iterator[Finding]:
    """Point at a bot there is none of."""
    name, loc = spec.bot
    if name not in LEADS:
        args = {"key": "bot", "value": name, "suggestion": nearest(name, LEADS), "choices": ", ".join(LEADS)}
        yield Finding(source.path, source.span_of(loc), "not-a-choice", "error", args)


def _script(spec: ArmSpec, file: ScenarioFile, source: Source) -> Iterator[Finding]:
    """Point at actions there are none of, and at turns the arm never comes to."""
    length = file.lengths[spec.length]  # type: ignore[index]
    kinds = (*LEAD, "answer")
    for line, loc in spec.script:
        if line.do not in kinds:
            args = {"key": "do", "value": line.do, "suggestion": nearest(line.do, kinds), "choices": ", ".join(kinds)}
            yield Finding(source.path, source.span_of((*loc, "do")), "not-a-choice", "error", args)
        late = [t for t in line.within(length.days) if t > length.turns]
        if late:
            key = next(k for k in ("turn", "turns", "day") if getattr(line, k) is not None)
            yield _late(source, (*loc, key), str(late[0]), length.turns)


def _late(source: Source, loc: Loc, value: str, last: int) -> Finding:
    return Finding(source.path, source.span_of(loc), "too-late", "error", {"value": value, "last": str(last)})


def _deeds(spec: ArmSpec, setting: Setting, file: ScenarioFile) -> tuple[Deed, ...]:
    """Return the scripted actions, one for every turn of a line, in the order they are tried."""
    days = file.lengths[setting.length].days  # type: ignore[index]
    found = [Deed(t, line.do, line.with_, line.free) for line, _ in spec.script for t in line.within(days)]
    return tuple(sorted(found, key=lambda deed: deed.turn))


def _measures(experiment: Experiment, spec: ArmSpec, file: ScenarioFile) -> Iterator[Finding]:
    """Compile every measure for an arm, and point inside the text at what does not fit it."""
    names, source = known(file, None), experiment.source
    length = file.lengths[spec.length]  # type: ignore[index]
    for probe, loc in _probes(experiment).values():
        try:
            reader(probe, names)
        except ConditionError as error:
            yield from condition_findings(error, source, (*loc, "value" if probe.value is not None else "when"))
        if probe.at == "first_day" and probe.when is None:
            yield Finding(source.path, source.span_of((*loc, "at")), "first-day-of-what", "error", {})
        times = [((*loc, "change", i), t) for i, t in enumerate(probe.change or ())] or [((*loc, "at"), probe.at)]
        for at, time in times:
            if time not in SUMMARIES and TIME.fullmatch(time) and _after(time, length.turns, length.days):
                yield _late(source, at, time, length.turns)


def _after(time: str, turns: int, days: int) -> bool:
    """Tell whether a point of time lies after the last turn."""
    kind, _, number = time.partition(" ")
    return bool(number) and int(number) > (turns if kind == "turn" else turns * days)

