"""A class as data: a row a team as CSV that opens in Excel, and everything as one JSON document."""

import csv
import json
from io import StringIO
from typing import Any

from game.study.compare.decision import decisions, middle
from game.study.compare.name import Names
from game.study.compare.pictures import along
from game.study.compare.reading import Class
from game.study.compare.row import Row
from game.study.compare.topic import fate, topics
from game.study.compare.wording import Teller, reason
from game.study.pack.record import harmless
from game.telling.words import Words

FORMAT = 1
_COLUMNS = ("played", "team", "people", "ending", "mark", "real", "reported", "uses", "luck")


def as_csv(found: Class, names: Names, words: Words) -> bytes:
    """Return a row a team, a column an objective and an inject; what a spreadsheet would reckon gets an apostrophe."""
    tellers = [Teller(group, names, words) for group in found.groups]
    goals = max((len(group.objectives) for group in found.groups), default=0)
    asked = [(t, d.inject) for t in tellers for d in decisions(t.group)]
    head = [words(f"compare.head.{name}") for name in _COLUMNS]
    head += [words("compare.head.nth", n=n) for n in range(1, goals + 1)]
    head += [words.text(inject.title) for _, inject in asked]
    page = StringIO()
    writer = csv.writer(page)
    writer.writerow(map(harmless, head))
    for tell in tellers:
        for row in tell.group.rows:
            last = row.closes[-1]
            cells: list[object] = [tell.title(), tell.team(row), names.people(row.people), tell.ending(row)]
            cells += [row.mark / 10, last.real / 10, last.reported / 10, row.uses, tell.luck(row)]
            cells += [*row.ratings, *[""] * (goals - len(row.ratings))]
            for mine, inject in asked:
                given = row.answers.get(inject.id) if mine is tell else None
                cells.append(tell.choice(inject.id, given.choice) if given else "")
            writer.writerow(map(harmless, cells))
    return page.getvalue().encode("utf-8-sig", "replace")


def as_json(found: Class, names: Names, words: Words) -> str:
    """Return all that was found as one JSON document; docs/compare.md says what each key means."""
    data = {
        "format": FORMAT,
        "lang": words.lang,
        "anonymous": names.anonymous,
        "parts": [_part(Teller(group, names, words)) for group in found.groups],
        "left": [{"recording": names(x.path), "why": x.why, "line": x.line, "told": reason(words, x)}
                 for x in found.left],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1)


def _part(tell: Teller) -> dict[str, Any]:
    group, words, key = tell.group, tell.words, tell.group.rows[0].key
    return {
        "scenario": {"id": key.scenario, "title": words.text(group.scenario.title), "sha256": key.sha256},
        "length": key.length,
        "variant": key.variant,
        "seeds": len({row.seed for row in group.rows}),
        "teams": [_team(tell, row) for row in group.rows],
        "median": [value / 10 for value in along([row.closes for row in group.rows])],
        "bots": {bot: [value / 10 for value in along(games)] for bot, games in group.bots.items()},
        "objectives": [words.text(text) for text in group.objectives],
        "decisions": [
            {"inject": d.inject.id, "agreement": None if d.agreement is None else d.agreement / 10,
             "answers": [{"choice": choice, "text": tell.choice(d.inject.id, choice), "teams": [*map(tell.team, rows)],
                          "median": middle([r.mark for r in rows]) / 10} for choice, rows in d.sides]}
            for d in decisions(group)
        ],
        "topics": [dict(zip(("code", "title", "seen", "ask"), (t.code, *tell.topic(t)), strict=True))
                   for t in topics(group)],
    }  # fmt: skip


def _team(tell: Teller, row: Row) -> dict[str, Any]:
    known = {} if tell.names.anonymous else {
        "recording": row.path, "people": list(row.people), "created": row.created, "seed": row.seed,
    }  # fmt: skip
    return {
        "team": tell.team(row), **known,
        "ending": row.ending, "mark": row.mark / 10, "parts": {k: v / 10 for k, v in row.parts.items()},
        "points": [{"mark": c.mark / 10, "real": c.real / 10, "reported": c.reported / 10} for c in row.closes],
        "ratings": list(row.ratings), "uses": row.uses, "tables": row.deals,
        "answers": {i: {"choice": a.choice, "turn": a.turn, "line": a.line} for i, a in row.answers.items()},
        "luck": {"marks": [m / 10 for m in row.luck], "percentile": fate(row)} if row.luck else None,
    }  # fmt: skip
