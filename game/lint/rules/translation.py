"""Texts that lack a language the rest of the file has."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding


def translation(case: Case) -> Iterator[Finding]:
    """Yield every text without the languages in which the title is given: the title declares them."""
    declared = [lang for lang in ("en", "tw") if getattr(case.file.title, lang)]
    for loc, words in case.texts:
        lacking = [lang for lang in declared if not getattr(words, lang).strip()]
        if lacking:
            yield case.warn(loc, "text-untranslated", languages=", ".join(lacking))
