"""What a lint rule is: a function from a checked scenario to warnings; knows none of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from game.lint.fixed import fixed
from game.scenario.condition import Condition, compile_condition
from game.scenario.finding import Finding
from game.scenario.lower import lower
from game.scenario.names import names
from game.scenario.proof import Domain
from game.scenario.reference import Clause, Loc, marks
from game.scenario.scenario import Scenario
from game.scenario.schema import ScenarioFile
from game.scenario.source import Source
from game.scenario.text import LANGUAGES
from game.scenario.verb import Verb
from game.scenario.verbs import effects_in
from game.scenario.words import WordsModel, texts_in


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: a file without errors, where everything stands in it, its conditions and lowered form.

    `effects` and `texts` are all there are, each with its place; `fixed` the names that never move, with what they can
    be. `today` is the day of the check, since rules have no clock. `variant` is the one the file was patched by, "" for
    none; of a variant `texts` are those alone that it changed.
    """

    file: ScenarioFile
    source: Source
    scenario: Scenario
    conditions: tuple[tuple[Loc, Condition], ...]
    effects: tuple[tuple[Loc, Verb], ...]
    texts: tuple[tuple[Loc, WordsModel], ...]
    fixed: Mapping[str, Domain]
    today: date
    variant: str = ""

    @classmethod
    def of(cls, file: ScenarioFile, source: Source, today: date) -> "Case":
        """Return the case of a file without errors, at the longest of its lengths."""
        longest = max(file.lengths, key=lambda id: file.lengths[id].turns)
        known = dict(names(file))
        known["turn"] = replace(known["turn"], high=file.lengths[longest].turns)
        conditions = tuple(
            (mark.loc, compile_condition(mark.value, known, {}))
            for mark in marks(file)
            if isinstance(mark.mark, Clause)
        )
        effects = tuple(effects_in(file))
        still = fixed(file, effects, conditions)
        return cls(file, source, lower(file, longest), conditions, effects, tuple(texts_in(file)), still, today)

    def varied(self, file: ScenarioFile, source: Source, variant: str) -> "Case":
        """Return the case of the same file as a variant patches it, which must be without errors too."""
        before = dict(self.texts)
        case = Case.of(file, source, self.today)
        changed = tuple((loc, words) for loc, words in case.texts if before.get(loc) != words)
        return replace(case, variant=variant, texts=changed)

    def warn(self, loc: Loc, code: str, **args: str) -> Finding:
        """Return a warning about the value at `loc`."""
        return Finding(self.source.path, self.source.span_of(loc), code, "warning", args)

    def warn_key(self, loc: Loc, code: str, **args: str) -> Finding:
        """Return a warning about the record at `loc`, pointing at its key."""
        return Finding(self.source.path, self.source.key_span(self.source.resolve(loc)), code, "warning", args)

    def warn_inside(self, loc: Loc, start: int, end: int, code: str, **args: str) -> Finding:
        """Return a warning about some characters of the string at `loc`."""
        return Finding(self.source.path, self.source.span_inside(loc, start, end), code, "warning", args)

    def prose(self) -> Iterator[tuple[Loc, str]]:
        """Yield every string of every text, with where it stands."""
        for loc, words in self.texts:
            for lang in LANGUAGES:
                if getattr(words, lang):
                    yield (*loc, lang), getattr(words, lang)


Rule: TypeAlias = Callable[[Case], Iterator[Finding]]
