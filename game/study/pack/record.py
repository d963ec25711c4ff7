"""The pack as data: every event as CSV that opens in Excel, and all that was found as one JSON document."""

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict
from io import StringIO
from typing import Any

from game.study.pack.event import injected, rows
from game.study.pack.expectation import responses
from game.study.pack.finding import Finding, areas, strengths
from game.study.pack.objective import objectives
from game.study.pack.played import Played
from game.study.pack.problem import problems
from game.study.pack.wording import Teller
from game.telling.words import Words

FORMAT = 1
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_COLUMNS = ("line", "turn", "day", "seat", "kind", "id", "text")


def as_csv(game: Played, words: Words) -> bytes:
    """Return every event as CSV with a byte order mark; a cell that a spreadsheet would reckon gets an apostrophe."""
    page = StringIO()
    writer = csv.writer(page)
    writer.writerow([words(f"pack.column.{name}") for name in _COLUMNS])
    for row in rows(game, words):
        writer.writerow([harmless(value) for value in asdict(row).values()])
    return page.getvalue().encode("utf-8-sig", "replace")


def harmless(value: object) -> object:
    """Return a cell's value, text that begins like a formula led by an apostrophe."""
    return "'" + value if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA) else value


def as_json(game: Played, words: Words) -> str:
    """Return the pack's data as one JSON document; docs/debrief.md says what each key means."""
    return json.dumps(_data(game, words), ensure_ascii=False, indent=1)


def _data(game: Played, words: Words) -> dict[str, Any]:
    scenario, study, tell = game.scenario, game.study, Teller(game, words)
    return {
        "format": FORMAT,
        "lang": words.lang,
        "scenario": {"id": scenario.id, "title": words.text(scenario.title), "variant": scenario.variant},
        "created": game.header.get("created", ""),
        "seed": game.header["seed"],
        "length": scenario.length.id,
        "ending": {"id": study.ending, "line": study.points[-1].line},
        "mark": study.mark.value / 10,
        "parts": {name: value / 10 for name, value in study.parts.items()},
        "points": [_point(p) for p in study.points],
        "objectives": list(_objectives(game, tell)),
        "expected": list(_expected(game, tell)),
        "findings": [_finding(tell, f) for f in (*strengths(game), *areas(game))],
        "problems": [
            {"code": f.code, "line": f.line, "held_back": [asdict(k) for k in kept]} for f, kept in problems(game)
        ],
        "injects": [asdict(one) for one in injected(game, words)],
        "tables": [{"table": e.table, "how": e.how} for e in study.tables],
        "sides": [{"peer": s.peer, "trust": [t / 10 for t in s.trust], "kept": s.kept, "broken": s.broken,
                   "load": [t / 10 for t in s.load], "crossed": s.crossed}
                  for s in study.sides],
        "events": [asdict(row) for row in rows(game, words)],
    }  # fmt: skip


def _point(point: Any) -> dict[str, Any]:
    return {
        "line": point.line, "turn": point.turn, "day": point.day, "real": point.real / 10,
        "reported": point.reported / 10, "heat": [h / 10 for h in point.heat], "trust": point.trust / 10,
        "credibility": point.credibility / 10,
    }  # fmt: skip


def _objectives(game: Played, tell: Teller) -> Iterator[dict[str, Any]]:
    for one in objectives(game):
        attempts = [{"line": d.line, "turn": d.turn, "way": d.way, "fruitful": d.fruitful} for d in one.attempts]
        yield {"text": tell.words.text(one.text), "through": list(one.through), "rating": one.rating,
               "fruitful": list(one.fruitful), "attempts": attempts,
               "expected": [r.expected.id for r in one.responses]}  # fmt: skip


def _expected(game: Played, tell: Teller) -> Iterator[dict[str, Any]]:
    injects = game.scenario.injects
    for one in responses(game):
        e = one.expected
        yield {"id": e.id, "text": tell.words.text(e.text), "objective": e.objective + 1, "who": e.who, "by": e.by,
               "critical": e.critical, "on": injects[e.on].id if e.on >= 0 else "",
               "else": injects[e.otherwise].id if e.otherwise >= 0 else "", "status": one.status,
               "judged": one.judged, "line": one.line, "turn": one.turn, "day": one.day, "delay": one.delay,
               "brought": one.brought}  # fmt: skip


def _finding(tell: Teller, found: Finding) -> dict[str, Any]:
    told = {"code": found.code, "kind": "strength" if found.good else "area", "line": found.line,
            "observation": tell.observation(found), "analysis": tell.analysis(found)}  # fmt: skip
    return told if found.good else {**told, "measure": tell.measure(found)}
