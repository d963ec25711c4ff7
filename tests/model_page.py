"""What is made in docs/model.md: weights and constants from the code, verdicts from docs/verdicts.json.

`python -m tests.model_page` writes them anew between their markers; a test holds that they are current. After a run of
the experiments, `python -m tests.model_page ALL.json [SENSITIVITY.json…]` first keeps its outcome in
docs/verdicts.json: what `experiment --json` printed, and what it printed for runs with `--sensitivity`; without these,
what is known of the constants stays.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from game.rules.peer import SUPPLY, WEIGHTS
from game.scenario.constants import constants
from game.scenario.scenario import ACTS
from tests.table import ROOT

PAGE = ROOT / "docs" / "model.md"
VERDICTS = ROOT / "docs" / "verdicts.json"


def weights() -> str:
    """Return the table of weights as Markdown."""
    head = f"| term | {' | '.join(ACTS)} |\n| --- |{' ---: |' * len(ACTS)}\n"
    rows = [f"| {name} | {' | '.join(map(str, row))} |" for name, row in WEIGHTS.items()]
    supply = f"| *supplies* | {' | '.join(map(str, SUPPLY))} |"
    return head + "\n".join([*rows, supply]) + "\n"


VARIED = ("held", "tried", "varied_games", "tellable")


def kept(runs: list[dict[str, Any]], before: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of a run of all experiments and of runs that varied the constants.

    Without the latter, what was kept of them `before` stays for every experiment that holds still.
    """
    whole, *varied = runs
    rows = {
        e["id"]: {"holds": e["verdict"] == "holds", "games": e["games"], "estimates": _estimates(e["expectations"])}
        for e in whole["experiments"]
    }
    if not varied:
        for id, row in rows.items():
            was = before["rows"].get(id, {}) if row["holds"] else {}
            row |= {name: was[name] for name in VARIED if name in was}
        return {"rows": rows, "upsets": before["upsets"]}
    upsets: dict[str, list[str]] = {}
    for run in varied:
        tellable = {e["id"] for e in run["experiments"] if e["verdict"] == "holds"}
        for e in run["experiments"]:
            tried = e["sensitivity"]
            rows[e["id"]] |= {"held": tried["held"], "tried": tried["tried"], "varied_games": e["games"]}
            rows[e["id"]]["tellable"] = e["id"] in tellable
        for name, broken in run.get("constants", {}).items():
            told = [f"{_name(b['id'])} ×{b['factor']:g}" for b in broken if b["id"] in tellable]
            if told:
                upsets.setdefault(name, []).extend(told)
    return {"rows": rows, "upsets": upsets}


def _estimates(expectations: list[dict[str, Any]]) -> list[list[float]]:
    """Return each expectation's estimate with its interval; of one made of others, how many of them hold."""
    return [
        [sum(part["verdict"] == "holds" for part in x["of"])] if "of" in x else [x["estimate"], x["low"], x["high"]]
        for x in expectations
    ]


def verdicts_table(page: str) -> str:
    """Return the table of verdicts as Markdown; remarks are kept as the page has them."""
    remarks = dict(re.findall(r"^\| ([HG]\w+) \|.*\| ([^|]*) \|$", page, re.M))
    head = "| | holds | estimate of each expectation [95 % interval] | constants varied: still holds | remark |\n"
    rows = []
    for id, row in data()["rows"].items():
        told = "; ".join(_told(x) for x in row["estimates"])
        borne = "–"
        if "held" in row:
            games = row["varied_games"]
            borne = f"{games} seeds cannot tell"
            if row["tellable"]:
                borne = f"{row['held']} of {row['tried']} ({games} seeds)"
        name = _name(id)
        rows.append(f"| {name} | {'yes' if row['holds'] else '**no**'} | {told} | {borne} | {remarks.get(name, '')} |")
    return head + "| --- | --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"


def _name(id: str) -> str:
    """Return an experiment's id as people write it: H1, not h01."""
    return id[0].upper() + id[1:].lstrip("0")


def _told(estimate: list[float]) -> str:
    """Return an estimate with its interval."""
    if len(estimate) == 1:
        return f"{estimate[0]} parts hold"
    middle, low, high = (f"{x:.3g}".replace("-", "−") for x in estimate)
    return f"{middle} [{low}, {high}]"


def data() -> dict[str, Any]:
    """Return what was kept of the last runs."""
    found: dict[str, Any] = json.loads(VERDICTS.read_text(encoding="utf-8"))
    return found


def constants_table() -> str:
    """Return the table of constants as Markdown, with what ×0.8 or ×1.2 of each upsets."""
    head = "| constant | default | range | unit | what | source | upsets |\n"
    head += "| --- | ---: | --- | --- | --- | --- | --- |\n"
    upsets = data()["upsets"]
    rows = [
        f"| `{name}` | {c['default']} | {c['low']}–{c['high']} | {c['unit']} | {c['what']} | {c['source']} |"
        f" {', '.join(upsets.get(name, ['–']))} |"
        for name, c in constants().items()
    ]
    return head + "\n".join(rows) + "\n"


def renewed(page: str) -> str:
    """Return the page with its made parts made anew."""
    made = {"weights": weights(), "constants": constants_table(), "verdicts": verdicts_table(page)}
    for name, table in made.items():
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
        assert between.search(page), f"docs/model.md has lost its marker {name}"
        page = between.sub(lambda m, table=table: m[1] + table + m[2], page)
    return page


if __name__ == "__main__":
    if sys.argv[1:]:
        runs = [json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:]]
        VERDICTS.write_text(json.dumps(kept(runs, data()), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
