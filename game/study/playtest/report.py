"""What came of a playtest, as the command prints it: text in a language, or the promised JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from game.study.experiment.statistics import mean_interval
from game.study.playtest.finding import findings
from game.study.playtest.result import Clause, Played, Playtest
from game.study.playtest.wording import KINDS, Teller, between, number, percent
from game.telling.columns import grid
from game.telling.words import Words


def as_text(test: Playtest, words: Words) -> str:
    """Return the report for people: bots, findings, coverage, then the rarest clauses."""
    return "\n".join(_lines(test, Teller(words, test)))


def _lines(test: Playtest, t: Teller) -> Iterator[str]:
    words = t.words
    yield words.text(test.scenario.title)
    yield words("playtest.games", games=test.games, bots=len(test.played), first=test.seed,
                last=test.seed + test.games - 1)  # fmt: skip
    yield ""
    heads = [words(f"playtest.head.{h}") for h in ("bot", "mark", "turns", "reading")]
    yield from grid([heads, *(_row(p, t) for p in test.played)])
    yield ""
    for p in test.played:
        reached = (f"{t.ending(id)} {between(share, percent)}" for id, share in p.endings.items())
        yield words("playtest.endings_of", bot=t.bot(p.bot), endings=words("list.between").join(reached))
    yield ""
    found = findings(test)
    yield words("playtest.findings", n=len(found)) if found else words("playtest.no_findings")
    for told in found:
        yield f"  · {t.finding(told)}"
    yield ""
    for kind in KINDS:
        shares = test.coverage[kind]
        if shares:
            yield words("playtest.covered", kind=words(f"playtest.kind.{kind}"), used=sum(map(bool, shares.values())),
                        n=len(shares))  # fmt: skip
    held = sum(c.held > 0 for c in test.clauses)
    if test.clauses:
        yield words("playtest.covered", kind=words("playtest.kind.clauses"), used=held, n=len(test.clauses))
    if test.claims:
        yield ""
        yield words("playtest.claims", n=len(test.claims), held=sum(c.verdict == "holds" for c in test.claims))
        yield from (f"  · {t.claim(c)}" for c in test.claims)
    for broke in test.broke:
        yield broken(t, broke.bot, broke.seed, broke.why)


def _row(p: Played, t: Teller) -> list[str]:
    """Return a bot's row: its mark, how long its games are, how much there is to read."""
    return [t.bot(p.bot), between(p.score), number(p.turns[1]), number(round(p.reading))]


def broken(t: Teller, bot: str, seed: int, why: str) -> str:
    """Return the sentence on a game that broke, with how to see it again."""
    return t.words("playtest.broke", bot=bot, seed=seed, why=why)


def as_json(test: Playtest, words: Words) -> str:
    """Return the promised document; findings, clauses, replies and broken games stand beside what was promised."""
    t = Teller(words, test)
    document: dict[str, Any] = {
        "scenario": test.scenario.id,
        "games": test.games,
        "bots": [_bot(p) for p in test.played],
        "coverage": test.coverage,
        "seed": test.seed,
        "clauses": [_clause(c) for c in test.clauses],
        "findings": [
            {"code": f.code, "id": f.id, "line": f.line or None, "message": t.finding(f), **f.data}
            for f in findings(test)
        ],
        "worth": {action: _worth(games) for action, games in test.worth.items()},
        "balance": [
            {"id": c.id, "line": c.line, "verdict": c.verdict, "value": c.value, "message": t.claim(c)}
            for c in test.claims
        ],
        "broke": [{"bot": b.bot, "seed": b.seed, "why": b.why} for b in test.broke],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _bot(p: Played) -> dict[str, Any]:
    mean, low, high = p.score
    return {
        "bot": p.bot,
        "score": {"mean": mean, "low": low, "high": high},
        "endings": {id: share for id, (share, _, _) in p.endings.items()},
        "endings_intervals": {id: [low, high] for id, (_, low, high) in p.endings.items()},
        "measures": {name: [list(q) for q in turns] for name, turns in p.measures.items()},
        "turns": list(p.turns),
        "reading": p.reading,
    }


def _worth(games: Sequence[tuple[str, float]]) -> dict[str, float]:
    mean, low, high = mean_interval([gain for _, gain in games])
    return {"mean": mean, "low": low, "high": high, "games": len(games)}


def _clause(c: Clause) -> dict[str, Any]:
    miss = None if c.miss is None else {"by": c.miss[0], "reached": c.miss[1], "needed": c.miss[2]}
    return {"at": ".".join(c.place.loc), "line": c.line, "clause": c.place.text, "tests": c.tests, "held": c.held,
            "games": c.games, "miss": miss}  # fmt: skip
