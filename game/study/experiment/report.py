"""What came of experiments, as the commands print it: text in a language, or the promised JSON."""

import json
import math
from collections.abc import Iterator, Sequence
from typing import Any

from game.scenario.lower import text
from game.study.experiment.judge import Judgement
from game.study.experiment.result import Result, Script
from game.study.experiment.sensitivity import Variation
from game.study.experiment.wording import Teller, number
from game.telling.columns import columns, pad
from game.telling.words import Words

_MARKS = {"holds": "✓", "fails": "✗", "unclear": "?"}


def as_text(results: Sequence[Result], varied: Sequence[Variation], words: Words) -> str:
    """Return the report for people: each experiment's arms and expectations, then how they bear changed constants."""
    blocks = ["\n".join(_experiment(result, words)) for result in results]
    if varied:
        blocks.append("\n".join(_sensitivity(results, varied, words)))
    held = sum(result.held for result in results)
    if len(results) > 1:
        blocks.append(words("experiment.total", held=held, n=len(results)))
    return "\n\n".join(blocks)


def _experiment(result: Result, words: Words) -> Iterator[str]:
    """Yield the lines of one experiment."""
    file, teller = result.plan.experiment.file, Teller(words, result.plan)
    source = f"  [{file.source}]" if file.source else ""
    yield f"{file.id}  {words.text(text(file.question))}{source}"
    yield words("experiment.games", n=result.plan.games, arms=len(result.plan.recipes), scenario=file.scenario)
    yield ""
    yield from _arms(result, teller)
    yield ""
    for judgement in result.judgements:
        yield from _judgement(judgement, teller, "")
    for arm, script in result.scripts.items():
        yield from _flag(teller, arm, script)


def _arms(result: Result, teller: Teller) -> Iterator[str]:
    """Yield a table: an arm a row, a measure a column with its mean and interval."""
    file, words = result.plan.experiment.file, teller.words
    head = [words("experiment.arm"), *(teller.measure(m) for m in file.measures)]
    rows = [head]
    for arm in result.plan.recipes:
        cells = []
        for measure in file.measures:
            mean, low, high = result.spread(arm, measure)
            cells.append(f"{number(mean)} [{number(low)}, {number(high)}]")
        rows.append([teller.arm(arm), *cells])
    if result.scripts:
        head.append(words("experiment.script"))
        for arm, row in zip(result.plan.recipes, rows[1:], strict=True):
            script = result.scripts.get(arm)
            row.append(f"{100 * script.done:.0f}%" + (" !" if script.flagged else "") if script else "")
    widths = [min(34, max(columns(row[k]) for row in rows)) for k in range(len(head))]
    for row in rows:
        yield "  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _judgement(judgement: Judgement, teller: Teller, indent: str) -> Iterator[str]:
    """Yield one expectation's verdict, its words, and its numbers; the parts of an `all` below it."""
    words = teller.words
    verdict = f"{_MARKS[judgement.verdict]} {words('experiment.verdict.' + judgement.verdict)}"
    yield f"{indent}{verdict}  {teller.expectation(judgement.expected)}"
    if judgement.parts:
        for part in judgement.parts:
            yield from _judgement(part, teller, indent + "    ")
        return
    shown = {"estimate": judgement.estimate, "low": judgement.low, "high": judgement.high, "bar": judgement.bar}
    yield indent + "    " + words("experiment.numbers", **{k: number(v) for k, v in shown.items()})


def _flag(teller: Teller, arm: str, script: Script) -> Iterator[str]:
    """Yield what was left of a script, if too much of it was not done."""
    words = teller.words
    if script.flagged:
        yield words("experiment.flagged", arm=teller.arm(arm))
    for s in script.skipped:
        why = words("experiment.not_reached") if s.why == "not_reached" else s.why
        yield "    " + words("experiment.skipped", turn=s.turn, kind=s.kind, done=f"{100 * s.done:.0f}", why=why)


def _sensitivity(results: Sequence[Result], varied: Sequence[Variation], words: Words) -> Iterator[str]:
    """Yield how many variations each experiment bears, and which constants break what."""
    yield words("experiment.sensitivity")
    for result in results:
        id = result.plan.experiment.file.id
        mine = [v for v in varied if v.id == id]
        yield "    " + words("experiment.varied", id=id, held=sum(v.held for v in mine), n=len(mine))
    for name, broken in broken_by(varied).items():
        told = ", ".join(f"{v.id} ×{v.factor / 100:g}" for v in broken)
        yield "    " + words("experiment.breaks", constant=name, what=told)


def broken_by(varied: Sequence[Variation]) -> dict[str, list[Variation]]:
    """Return, by constant, the variations that do not hold."""
    found: dict[str, list[Variation]] = {}
    for v in varied:
        if not v.held:
            found.setdefault(v.constant, []).append(v)
    return found


def as_json(results: Sequence[Result], varied: Sequence[Variation], words: Words) -> str:
    """Return `experiment --json`; numbers that are endless are null."""
    document: dict[str, Any] = {"experiments": [_row(result, varied, words) for result in results]}
    if varied:
        document["constants"] = {
            name: [{"id": v.id, "factor": v.factor / 100} for v in broken]
            for name, broken in broken_by(varied).items()
        }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=1)


def _row(result: Result, varied: Sequence[Variation], words: Words) -> dict[str, Any]:
    """Return one experiment for a script."""
    file, teller = result.plan.experiment.file, Teller(words, result.plan)
    row = {
        "id": file.id,
        "path": result.plan.experiment.source.path,
        "question": words.text(text(file.question)),
        "source": file.source,
        "scenario": file.scenario,
        "games": result.plan.games,
        "verdict": result.verdict,
        "expectations": [_expectation(j, teller) for j in result.judgements],
        "measures": {id: teller.measure(id) for id in file.measures},
        "arms": [_arm(result, arm, teller) for arm in result.plan.recipes],
    }
    mine = [v for v in varied if v.id == file.id]
    if mine:
        row["sensitivity"] = {
            "tried": len(mine),
            "held": sum(v.held for v in mine),
            "variations": [
                {"constant": v.constant, "factor": v.factor / 100, "verdicts": list(v.verdicts)} for v in mine
            ],
        }
    return row


def _expectation(judgement: Judgement, teller: Teller) -> dict[str, Any]:
    row: dict[str, Any] = {
        "text": teller.expectation(judgement.expected),
        "kind": judgement.expected.kind,
        "estimate": _finite(judgement.estimate),
        "low": _finite(judgement.low),
        "high": _finite(judgement.high),
        "bar": _finite(judgement.bar),
        "verdict": judgement.verdict,
    }
    if judgement.parts:
        row["of"] = [_expectation(part, teller) for part in judgement.parts]
    return row


def _arm(result: Result, arm: str, teller: Teller) -> dict[str, Any]:
    row: dict[str, Any] = {"id": arm, "title": teller.arm(arm), "games": result.plan.games, "measures": {}}
    for measure in result.plan.experiment.file.measures:
        mean, low, high = result.spread(arm, measure)
        row["measures"][measure] = {"mean": _finite(mean), "low": _finite(low), "high": _finite(high)}
    script = result.scripts.get(arm)
    if script is not None:
        skipped = [{"turn": s.turn, "do": s.kind, "done": _finite(s.done), "why": s.why} for s in script.skipped]
        row["script"] = {
            "done": _finite(script.done), "whole": _finite(script.whole), "flagged": script.flagged, "skipped": skipped
        }  # fmt: skip
        free = sorted({deed.kind for deed in result.plan.recipes[arm].script if deed.free})
        if free:
            row["script"]["free"] = free
    return row


def _finite(value: float) -> float | None:
    return round(value, 6) if math.isfinite(value) else None
