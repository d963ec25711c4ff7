"""The shelf: a recording at a glance, from its first and its last lines; what lies between is never read."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Any

from game.rules import ENGINE, from_json
from game.rules.ending import mark
from game.rules.state import NOBODY
from game.scenario.finding import ScenarioError
from game.scenario.load import load
from game.scenario.scenario import ACTS, Scenario
from game.scenario.text import Text
from game.scenario.title import title_of
from game.session.line import BadLine, complete, parse
from game.session.recording import Tape
from game.session.replay import header_trouble
from game.session.runs import latest_first

PIECE = 1 << 16     # bytes read at once at a file's start
TAIL = 1 << 17      # bytes read at its end
KNOWN = 4096        # recordings remembered
LONGEST = 8 << 20   # bytes of a first line; a longer one carries no scenario of ours
READY = 16          # scenarios kept ready to mark their games
EMPTY = Text()


@dataclass(frozen=True, slots=True)
class Spine:
    """What can be told of a recording from outside.

    `why` is a catalogue code of what is wrong with it ("" for nothing found), `legible` whether it can be replayed as
    far as it goes. `turn` is 0 where the end does not tell. `ending` and `mark` (‰) are there once it is over;
    `acts` (each department's act, as it looked, by number) and `reported` (‰) once a turn has been closed.
    """

    path: Path
    why: str = ""
    legible: bool = False
    title: Text = EMPTY
    created: str = ""
    length: str = ""
    variant: str = ""
    turn: int = 0
    over: bool = False
    ending: Text = EMPTY
    mark: int | None = None
    acts: tuple[int, ...] = ()
    reported: int = 0


def listed(folder: Path) -> list[Path]:
    """Return the recordings in a folder, the latest first; none where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            paths = [Path(entry.path) for entry in found if entry.name.endswith(".jsonl")]
    except OSError:
        return []
    return latest_first(paths)


def glance(path: Path) -> Spine:
    """Return what can be told of a recording; the same file is read once only."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            return Spine(path, "cannot_read")
        return _glance(path, found.st_size, found.st_mtime)
    except (OSError, ValueError):
        return Spine(path, "cannot_read")


@lru_cache(KNOWN)
def _glance(path: Path, size: int, _mtime: float) -> Spine:
    first, last = _ends(path, size)
    try:
        header = parse(first.rstrip(b"\n").decode("utf-8", "surrogatepass"))
    except (BadLine, UnicodeDecodeError) as error:
        code = error.why if isinstance(error, BadLine) else "not_text"
        return Spine(path, code if first else "empty")
    trouble = header_trouble(Tape(path, header, (), False, None, size))
    try:
        text = str(header["scenario"]["text"])
        told: dict[str, Any] = {"title": title_of(text)}
        told |= {name: str(header[name]) for name in ("created", "length", "variant")}
    except (KeyError, TypeError):
        return Spine(path, "foreign")
    if trouble is not None:
        return Spine(path, trouble.why, **told)
    if header.get("rules") != ENGINE:
        return Spine(path, "other_rules", **told)
    lines, why = _lines(last)
    return Spine(path, why, True, **told, **_standing(header, lines))


def _ends(path: Path, size: int) -> tuple[bytes, bytes]:
    """Return the first line, and what of the rest the last bytes hold: whole lines, the last one perhaps torn."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        first = b""
        while len(first) < LONGEST and b"\n" not in first[-PIECE:] and (piece := os.read(file, PIECE)):
            first += piece
        head = first[: first.find(b"\n") + 1] or first
        if len(first) >= size:
            return head, first[len(head) :]
        start = max(len(head), size - TAIL)
        os.lseek(file, start, os.SEEK_SET)
        tail = os.read(file, TAIL)
        return head, tail if start == len(head) else tail[tail.find(b"\n") + 1 :]
    finally:
        os.close(file)


def _lines(tail: bytes) -> tuple[list[dict[str, Any]], str]:
    """Return the last lines, the very last one first, as far as they can be read; and a code for one that cannot."""
    parts = tail.split(b"\n")
    if parts[-1] and not complete(parts[-1].decode("utf-8", "replace")):
        parts.pop()
    found = list[dict[str, Any]]()
    for part in reversed([part for part in parts if part]):
        try:
            line = parse(part.decode("utf-8", "surrogatepass"))
        except BadLine as error:
            return found, error.why
        except UnicodeDecodeError:
            return found, "not_text"
        found.append(line)
        if line.get("kind") == "snapshot":
            break
    return found, ""


def _standing(header: dict[str, Any], lines: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the turn a recording has come to, or how its game ended."""
    if not lines:
        return {"turn": 1}
    turn = lines[0].get("turn")
    told: dict[str, Any] = {"turn": turn if isinstance(turn, int) else 0}
    state = lines[-1].get("state")
    if isinstance(state, dict):
        told |= at_table(state)
    if not isinstance(state, dict) or state.get("phase") != "debrief" or any(x.get("kind") == "undo" for x in lines):
        return told
    told["over"] = True
    carried = header["scenario"]
    try:
        scenario = _scenario(carried["text"], str(carried["id"]), header["length"], header["variant"])
        last = from_json(state)
        told["ending"] = scenario.endings[scenario.index["ending"][last.ending]].title
        told["mark"] = mark(scenario, last).value
    except (ScenarioError, LookupError, ArithmeticError, TypeError, ValueError, AttributeError, RecursionError):
        pass
    return told


def at_table(state: dict[str, Any]) -> dict[str, Any]:
    """Return `acts` and `reported` of a spine from a state as JSON; nothing where it is none."""
    try:
        acts, reported = [int(a) for a in state["act"]], [int(r) for r in state["reported"]]
        rows = [acts[n : n + len(reported)] for n in range(0, len(acts), len(reported))]
    except (KeyError, TypeError, ValueError, OverflowError):
        return {}
    if any(act >= len(ACTS) for act in acts):
        return {}
    shown = [[0 if act == _FAKE else act for act in row if act >= 0] for row in rows]
    return {
        "acts": tuple([max(sorted(row, reverse=True), key=row.count) if row else NOBODY for row in shown]),
        "reported": sum(reported) // len(reported),
    }


_FAKE = ACTS.index("fake")


@lru_cache(READY)
def _scenario(text: str, id: str, length: str, variant: str) -> Scenario:
    return load(text, id, length, variant)
