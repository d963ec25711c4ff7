"""The title of a scenario, read off its text without reading the rest: for lists of many recordings."""

import re

import yaml

from game.scenario.text import Text

_BLOCK = re.compile(r"(?m)^title:.*(?:\n[ \t]+\S.*)*")


def title_of(text: str) -> Text:
    """Return the title a scenario's text gives itself; an empty one where there is none to be read."""
    found = _BLOCK.search(text)
    try:
        title = yaml.safe_load(found.group())["title"] if found else ""
    except (yaml.YAMLError, RecursionError):
        title = ""
    if isinstance(title, dict):
        return Text(*(str(title.get(lang) or "") for lang in ("zh", "en", "tw")))
    return Text(str(title or ""))
