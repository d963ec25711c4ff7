"""The title of a scenario, read off its text without reading the rest: for lists of many recordings."""

import re
from typing import Any

import yaml

from game.scenario.text import Text

LONGEST = 2000
"""Characters a title may take in the text; what is longer is no title, and is not read."""

_BLOCK = re.compile(r"(?m)^title:.*(?:\n[ \t]+\S.*)*")


def title_of(text: str) -> Text:
    """Return the title a scenario's text gives itself; an empty one where there is none to be read."""
    found = _BLOCK.search(text)
    if found is None or len(found.group()) > LONGEST:
        return Text()
    try:
        title = yaml.safe_load(found.group())["title"]
        if isinstance(title, dict):
            return Text(*(_plain(title.get(lang)) for lang in ("zh", "en", "tw")))
        return Text(_plain(title))
    except (yaml.YAMLError, RecursionError, ValueError):
        return Text()


def _plain(written: Any) -> str:
    """Return one plain value as text; lists and mappings are none, whose aliases could unfold without end."""
    return "" if isinstance(written, list | dict | tuple | set) else str(written or "")
