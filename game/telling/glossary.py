"""The field's terms with a sentence each."""

from game.telling.words import Words

TERMS = (
    "lead", "owner", "peer", "workstream", "mandate", "consultation", "duties", "bulletin", "follow_up", "appraisal",
    "ladder", "group", "attention", "reported", "heat", "discipline", "table", "walkaway", "fallback", "ruling",
    "immunity",
)  # fmt: skip


def glossary(words: Words) -> list[str]:
    """Return every term with its explanation, one line each."""
    return [words(f"glossary.{term}") for term in TERMS]
