"""Lists as the commands print them: the library as text, and the promised JSON of the library and of verdicts."""

import json
from collections.abc import Sequence
from pathlib import Path

from game.scenario.library import Entry
from game.scenario.text import LANGUAGES
from game.session.recording import RecordingError, read
from game.session.replay import Verdict, replay
from game.telling.columns import pad
from game.telling.finding import worder
from game.telling.trouble import trouble, verdict
from game.telling.words import Words


def library_json(entries: Sequence[Entry], words: Words) -> str:
    """Return `scenarios --json`: `{"scenarios": [{id, title, lead, lengths, difficulty, path, finding}]}`."""
    rows = [
        {
            "id": e.id,
            "title": {lang: getattr(e.title, lang) for lang in LANGUAGES if getattr(e.title, lang)},
            "lead": words.text(e.lead),
            "lengths": e.lengths,
            "difficulty": e.difficulty,
            "path": str(e.path),
            "finding": _finding(e, words),
            "variants": list(e.variants),
        }
        for e in entries
    ]
    return json.dumps({"scenarios": rows}, ensure_ascii=False, indent=1)


def library_text(entries: Sequence[Entry], words: Words) -> str:
    """Return the library as lines: id, title, lengths, difficulty; a broken one with its first finding."""
    lines = []
    for e in entries:
        if e.finding is not None:
            lines.append(f"{pad(e.id, 20)}  {_finding(e, words)}")
            continue
        lengths = " · ".join(f"{words('length.' + name)} {turns}" for name, turns in e.lengths.items())
        stars = "●" * e.difficulty + "○" * (5 - e.difficulty)
        lines.append(f"{pad(e.id, 20)}  {words.text(e.title)}  {stars}  {lengths}")
    return "\n".join(lines)


def _finding(entry: Entry, words: Words) -> str | None:
    """Return a broken scenario's first finding in words, with its place."""
    found = entry.finding
    if found is None:
        return None
    message, _ = worder(words.raw)(found)
    return f"{found.path}:{found.span.line}:{found.span.col}: {message} [{found.code}]"


def held(path: Path, words: Words) -> tuple[Verdict, str]:
    """Return what `verify` finds of a recording, and the sentence for it; one that cannot be read has a verdict too."""
    try:
        found = replay(read(path)).verdict
    except RecordingError as error:
        return Verdict("unreadable", 0, error.code), trouble(words, error)
    return found, verdict(words, str(path), found)


def verdicts_json(verdicts: Sequence[tuple[Path, Verdict]]) -> str:
    """Return `verify --json`: `{"runs": [{path, verdict, line, why}]}`."""
    rows = [{"path": str(p), "verdict": v.verdict, "line": v.line, "why": v.why} for p, v in verdicts]
    return json.dumps({"runs": rows}, ensure_ascii=False, indent=1)
