"""The project's errors in words: what happened, where, why, and what helps."""

from pathlib import Path

from game.rules import IllegalAction
from game.scenario.finding import ScenarioError
from game.scenario.scenario import Scenario
from game.session.recording import RecordingError
from game.session.replay import Verdict
from game.telling.finding import worder
from game.telling.offer import blocked
from game.telling.words import Words


def trouble(words: Words, error: Exception, scenario: Scenario | None = None) -> str:
    """Return any error of the project as one plain sentence with its cure; others as something unexpected."""
    if isinstance(error, RecordingError):
        data = dict(error.data)
        if error.code == "not_resumable":
            data["why"] = words(f"verdict.why.{data['why']}")
        return words(f"trouble.recording.{error.code}", **data)
    if isinstance(error, ScenarioError):
        return _scenario(words, error)
    if isinstance(error, IllegalAction) and scenario is not None:
        return words("trouble.illegal", why=blocked(words, scenario, error.reason))
    return words("trouble.other", error=str(error) or type(error).__name__)


def _scenario(words: Words, error: ScenarioError) -> str:
    first = error.findings[0]
    message, cure = worder(words.raw)(first)
    path = Path(first.path).name
    told = words("trouble.scenario", path=path, line=first.span.line, message=message, cure=cure).rstrip()
    more = len(error.findings) - 1
    return words("trouble.scenario.more", first=told, n=more) if more else told


def no_display(words: Words) -> str:
    """Return why the game runs in the terminal."""
    return words("trouble.no_display")


def unknown_scenario(words: Words, id: str) -> str:
    """Return that there is no such scenario, and where to look."""
    return words("trouble.unknown_scenario", id=id)


def verdict(words: Words, path: str, found: Verdict) -> str:
    """Return what `verify` says of a recording."""
    if found.verdict == "ok":
        return words("verdict.torn" if found.why == "torn" else "verdict.ok", path=path)
    if found.verdict == "other_rules":
        return words("verdict.other_rules", path=path)
    return words("verdict.differs", path=path, line=found.line, why=words(f"verdict.why.{found.why}"))
