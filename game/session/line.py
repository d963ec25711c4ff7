"""One line of a recording: canonical JSON with a running check; knows nothing of files."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from game.rules import State, to_json

FORMAT = 1


def canonical(data: Mapping[str, Any]) -> str:
    """Return the one JSON text of a mapping: compact, keys in the order given, Chinese as it is."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that change if any part changes."""
    hashed = blake2b(digest_size=8)
    for part in parts:
        hashed.update(part.encode("utf-8", "surrogatepass"))
        hashed.update(b"\0")
    return hashed.hexdigest()


def state_digest(state: State) -> str:
    """Return the digest of a state, the same on every system."""
    return digest(json.dumps(to_json(state), ensure_ascii=False, separators=(",", ":"), sort_keys=True))


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
