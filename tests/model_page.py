"""The parts of docs/model.md that are made from the code: the table of weights and the table of constants.

`python -m tests.model_page` writes them anew between their markers; a test holds that they are current.
"""

import re

from game.rules.peer import SUPPLY, WEIGHTS
from game.scenario.constants import constants
from game.scenario.scenario import ACTS
from tests.table import ROOT

PAGE = ROOT / "docs" / "model.md"


def weights() -> str:
    """Return the table of weights as Markdown."""
    head = f"| term | {' | '.join(ACTS)} |\n| --- |{' ---: |' * len(ACTS)}\n"
    rows = [f"| {name} | {' | '.join(map(str, row))} |" for name, row in WEIGHTS.items()]
    supply = f"| *supplies* | {' | '.join(map(str, SUPPLY))} |"
    return head + "\n".join([*rows, supply]) + "\n"


def constants_table() -> str:
    """Return the table of constants as Markdown."""
    head = "| constant | default | range | unit | what | source |\n| --- | ---: | --- | --- | --- | --- |\n"
    rows = [
        f"| `{name}` | {c['default']} | {c['low']}–{c['high']} | {c['unit']} | {c['what']} | {c['source']} |"
        for name, c in constants().items()
    ]
    return head + "\n".join(rows) + "\n"


def renewed(page: str) -> str:
    """Return the page with its made parts made anew."""
    for name, table in (("weights", weights()), ("constants", constants_table())):
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
        assert between.search(page), f"docs/model.md has lost its marker {name}"
        page = between.sub(lambda m, table=table: m[1] + table + m[2], page)
    return page


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
