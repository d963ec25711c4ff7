"""Whether every expectation is about an objective the scenario has; the ids in it are checked with all references."""

from collections.abc import Iterator

from game.scenario.finding import Finding
from game.scenario.schema import ScenarioFile
from game.scenario.source import Source


def check_expect(file: ScenarioFile, source: Source) -> Iterator[Finding]:
    """Point at objectives there are none of."""
    count = len(file.teaches)
    for id, expected in file.expect.items():
        if expected.objective > count:
            span = source.span_of(("expect", id, "objective"))
            args = {"value": str(expected.objective), "count": str(count)}
            yield Finding(source.path, span, "expect-no-objective", "error", args)
