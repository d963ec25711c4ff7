"""One line of a recording: canonical JSON with a running check; knows nothing of files."""

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from game.rules import State
from game.rules.state import field_json

FORMAT = 1
MARKS = frozenset({"note", "seat", "pause", "go_on", "page"})
"""Kinds of lines a trainer writes beside the game: they change no state, and an undo does not take them back."""


def canonical(data: Mapping[str, Any]) -> str:
    """Return the one JSON text of a mapping: compact, keys in the order given, Chinese as it is."""
    return _plain(data)


_plain = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that change if any part changes."""
    hashed = blake2b(digest_size=8)
    for part in parts:
        hashed.update(part.encode("utf-8", "surrogatepass"))
        hashed.update(b"\0")
    return hashed.hexdigest()


def state_digest(state: State) -> str:
    """Return the digest of a state, the same on every system."""
    return digest(state_text(state))


def state_text(state: State) -> str:
    """Return the one JSON text of a state: compact, keys sorted; most of it is what it was a step ago."""
    parts, held = [], vars(state)
    for name in _NAMES:
        value = held[name]
        last, text = _TEXTS[name]
        parts.append(text if last is value else _anew(name, value))
    return f"{{{','.join(parts)}}}"


def _anew(name: str, value: Any) -> str:
    """Return the text of a field whose value is another one; dicts alone change in place, so a copy is kept of them."""
    if name == "because":
        return f'"because":[{",".join(map(_row, value.items()))}]'
    last, text = _TEXTS[name]
    if type(value) is not dict or last != value:
        text = f'"{name}":{_sorted(field_json(name, value))}'
        _TEXTS[name] = value.copy() if type(value) is dict else value, text
    return text


_NAMES = tuple(sorted(f.name for f in fields(State)))
_TEXTS: dict[str, tuple[Any, str]] = dict.fromkeys(_NAMES, (object(), ""))
"""By field its value as it was met last, and its text."""
_sorted = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@lru_cache(maxsize=65536)
def _row(booked: tuple[tuple[str, int, str], int]) -> str:
    """Return the row of a stock, a cause and what it came to."""
    key, by = booked
    return _sorted([*key, by])


def sealed(data: Mapping[str, Any], before: str, state: State | None) -> dict[str, Any]:
    """Return a line's data with its check: of the check before it, the line, and the state after it."""
    return {**data, "check": digest(before, canonical(data), state_digest(state) if state is not None else "")}


class BadLine(Exception):
    """A line that is not what a recording may hold; `why` is a catalogue code."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def parse(text: str) -> dict[str, Any]:
    """Return a line's data; `BadLine` if it is not canonical JSON of a mapping with a check."""
    try:
        data = json.loads(text)
        same = isinstance(data, dict) and canonical(data) == text
    except (ValueError, RecursionError) as error:
        raise BadLine("not_json") from error
    if not isinstance(data, dict) or not isinstance(data.get("check"), str):
        raise BadLine("no_check")
    if not same:
        raise BadLine("not_canonical")
    return data


def complete(text: str) -> bool:
    """Tell whether a last line without its newline was fully written (then only the newline is missing)."""
    try:
        json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return True
