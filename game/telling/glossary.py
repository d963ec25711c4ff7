"""The field's terms with a sentence each."""

from game.telling.words import Words

TERMS = (
    "lead", "owner", "peer", "workstream", "consultation", "duties", "bulletin", "ladder", "group", "attention",
    "reported", "heat", "discipline", "fallback", "immunity",
)  # fmt: skip


def glossary(words: Words) -> list[str]:
    """Return every term with its explanation, one line each."""
    return [words(f"glossary.{term}") for term in TERMS]
