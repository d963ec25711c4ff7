"""What pydantic and the condition compiler refuse, as findings with a place in the file; holds no words."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from game.scenario.annotation import Model, Place, follow, keys_of, tags_of
from game.scenario.condition import ConditionError
from game.scenario.finding import Finding, Span
from game.scenario.source import Source
from game.scenario.terms import nearest
from game.scenario.tree import Path

Args: TypeAlias = dict[str, str]
Entry: TypeAlias = tuple[Place, ErrorDetails]

_SHOWN = 40
_ID_PATTERN = "^[a-z][a-z0-9_]*$"

_CODES: Mapping[str, str] = {
    "extra_forbidden": "unknown-key", "unexpected_keyword_argument": "unknown-key",
    "missing": "missing", "missing_argument": "missing", "missing_keyword_only_argument": "missing",
    "missing_positional_only_argument": "missing", "union_tag_not_found": "unclear-kind",
    "union_tag_invalid": "not-a-choice", "literal_error": "not-a-choice", "enum": "not-a-choice",
    "greater_than": "out-of-range", "greater_than_equal": "out-of-range", "less_than": "out-of-range",
    "less_than_equal": "out-of-range", "multiple_of": "not-a-multiple", "finite_number": "bad-number",
    "too_long": "too-many", "too_short": "too-few", "string_too_long": "too-long",
    "string_too_short": "too-short", "bytes_too_long": "too-long", "bytes_too_short": "too-short",
    "url_too_long": "too-long",
    "string_pattern_mismatch": "bad-pattern", "string_not_ascii": "bad-pattern", "invalid_key": "bad-key",
    "string_type": "wanted-text", "string_unicode": "wanted-text",
    "int_type": "wanted-integer", "int_parsing": "wanted-integer", "int_from_float": "wanted-integer",
    "int_parsing_size": "wanted-integer", "float_type": "wanted-number", "float_parsing": "wanted-number",
    "decimal_type": "wanted-number", "decimal_parsing": "wanted-number", "bool_type": "wanted-true-false",
    "bool_parsing": "wanted-true-false", "list_type": "wanted-list", "tuple_type": "wanted-list",
    "set_type": "wanted-list", "frozen_set_type": "wanted-list", "iterable_type": "wanted-list",
    "dict_type": "wanted-mapping", "mapping_type": "wanted-mapping", "model_type": "wanted-mapping",
    "model_attributes_type": "wanted-mapping", "dataclass_type": "wanted-mapping",
}  # fmt: skip
_BUILT_IN = frozenset(get_args(ErrorType))
_RELATIONS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤"}


def complaints(error: ValidationError, source: Source, root: Model) -> list[Finding]:
    """One finding for each mistake pydantic found in `source.data`, validated by the model `root`.

    An unknown key is shown at the key, a missing one at the key that should hold it, all else at the value
    (at its key, if it is longer than a line). A `PydanticCustomError` keeps its type as the code and its
    context as args. Of an untagged union only the branch is heard that the author seems to have meant. Sorted
    by position.
    """
    entries = [(follow(e["loc"], source, root), e) for e in error.errors(include_url=False)]
    found = [_finding(place, details, source) for place, details in _meant(entries, source)]
    return sorted({(f.place, tuple(sorted(f.args.items()))): f for f in found}.values())


def condition_findings(error: ConditionError, source: Source, loc: Sequence[str | int]) -> list[Finding]:
    """One finding for each problem of the condition at `loc`, inside its text; codes begin with `when-`."""
    return sorted(
        Finding(source.path, source.span_inside(loc, p.start, p.end), f"when-{p.code}", "error", p.args)
        for p in error.problems
    )


def exactly(source: Source, loc: Path, record: BaseModel, keys: tuple[str, ...]) -> Iterator[Finding]:
    """Complain unless exactly one of some keys is given."""
    given = [k for k in keys if getattr(record, k) is not None]
    if len(given) != 1:
        span = source.key_span((*loc, given[1])) if given else source.key_span(loc)
        args = {"keys": ", ".join(keys), "given": str(len(given))}
        yield Finding(source.path, span, "exactly-one", "error", args)


def code_of(type: str) -> str:
    """The finding code for a pydantic error type; types that pydantic does not know are codes themselves."""
    if type not in _BUILT_IN:
        return type.replace("_", "-")
    return _CODES.get(type) or ("wrong-type" if type.endswith("_type") else "bad-value")


def _meant(entries: Sequence[Entry], source: Source) -> list[Entry]:
    """The errors without those of union branches that the author surely did not mean."""
    unions: dict[Path, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    kept: list[Entry] = []
    for place, details in entries:
        if place.branch is None:
            kept.append((place, details))
        else:
            path, label = place.branch
            unions[path][label].append((place, details))
    for path, branches in unions.items():
        own = [b for b in branches.values() if not all(_shape_is_wrong(entry, path) for entry in b)]
        fewest = min(map(len, own), default=0)
        kept += next((b for b in own if len(b) == fewest), next(iter(branches.values())))
    return kept


def _shape_is_wrong(entry: Entry, path: Path) -> bool:
    """Whether an error says no more than that the value at a union is of another branch's type."""
    place, details = entry
    return place.path == path and code_of(details["type"]).startswith(("wanted-", "wrong-type"))


def _finding(place: Place, details: ErrorDetails, source: Source) -> Finding:
    """The finding for one error."""
    code = code_of(details["type"])
    if details["input"] is None and code.startswith("wanted-"):
        code = "empty-value"
    elif code == "wanted-mapping" and "zh" in getattr(place.kind, "model_fields", {}):
        code = "wanted-words"
    args = _ARGS.get(code, _shown)(place, details, source)
    if args.get("pattern") == _ID_PATTERN:
        code = "bad-id"
    return Finding(source.path, _span(code, place, details, source), code, "error", args)


def _span(code: str, place: Place, details: ErrorDetails, source: Source) -> Span:
    """Where to show an error."""
    if code in ("unknown-key", "missing", "bad-key") or place.is_key:
        return source.key_span(place.path)
    if details["type"] == "union_tag_invalid":
        tag = str(details.get("ctx", {}).get("tag", ""))
        written = (*place.path, str(place.tag))
        return source.value_span(written) if written in source.spans else source.key_span((*place.path, tag))
    span = source.value_span(place.path)
    return span if span.line == span.end_line else source.key_span(place.path)


def shown(value: Any) -> str:
    """A value as an author would write it, shortened."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    text = "null" if value is None else " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _shown(place: Place, details: ErrorDetails, source: Source) -> Args:
    """What was written, and for errors that schema authors define, their own data."""
    own = {} if details["type"] in _BUILT_IN else {k: str(v) for k, v in details.get("ctx", {}).items()}
    return {"key": _key(place), "value": shown(details["input"]), **own}


def _key(place: Place) -> str:
    """The name of what an error is about: the last key on the way to it."""
    return next((step for step in reversed(place.path) if isinstance(step, str)), "")


def _unknown(place: Place, details: ErrorDetails, source: Source) -> Args:
    """An unknown key, the known one it resembles, and all that could stand there."""
    key = str(details["loc"][-1])
    known = keys_of(place.owner) if place.owner is not None else {}
    around = source.value_at(place.path[:-1])
    there = around if isinstance(around, Mapping) else {}
    free = [k for k, info in known.items() if k not in there and not _is_tag(info.annotation)]
    return {"key": key, "suggestion": nearest(key, free), "choices": ", ".join(free or known)}


def _is_tag(annotation: Any) -> bool:
    """Whether a field only says which kind of record it is in."""
    return get_origin(annotation) is Literal and len(get_args(annotation)) == 1


def _missing(place: Place, details: ErrorDetails, source: Source) -> Args:
    """A missing key and the place that should hold it."""
    return {"key": str(details["loc"][-1]), "parent": _key(place)}


def _range(place: Place, details: ErrorDetails, source: Source) -> Args:
    """A number and the limit it breaks."""
    ctx = details.get("ctx", {})
    name = next((name for name in _RELATIONS if name in ctx), "ge")
    args = _shown(place, details, source)
    return {**args, "relation": _RELATIONS[name], "limit": shown(ctx.get(name, ""))}


def _choice(place: Place, details: ErrorDetails, source: Source) -> Args:
    """A word that is none of the choices, the one it resembles, and all of them."""
    ctx = details.get("ctx", {})
    expected = str(ctx.get("expected") or ctx.get("expected_tags") or "")
    choices = re.findall(r"'([^']*)'", expected) or [expected]
    value = shown(ctx.get("tag", details["input"]))
    found = {"value": value, "suggestion": nearest(value, choices), "choices": ", ".join(choices)}
    return {"key": _key(place), **found}


def _length(place: Place, details: ErrorDetails, source: Source) -> Args:
    """A length and the limit it breaks."""
    ctx, value = details.get("ctx", {}), details["input"]
    limit = ctx.get("max_length", ctx.get("min_length", ""))
    length = ctx.get("actual_length") or (len(value) if hasattr(value, "__len__") else "")
    return {"key": _key(place), "length": str(length), "limit": str(limit)}


def _pattern(place: Place, details: ErrorDetails, source: Source) -> Args:
    """A text and the pattern it does not follow."""
    pattern = str(details.get("ctx", {}).get("pattern", ""))
    return {**_shown(place, details, source), "pattern": pattern}


def _multiple(place: Place, details: ErrorDetails, source: Source) -> Args:
    """A number and what it should be a multiple of."""
    return {**_shown(place, details, source), "step": shown(details.get("ctx", {}).get("multiple_of", ""))}


def _kinds(place: Place, details: ErrorDetails, source: Source) -> Args:
    """The tags one of which was wanted."""
    return {"key": _key(place), "choices": ", ".join(tags_of(place))}


def _reason(place: Place, details: ErrorDetails, source: Source) -> Args:
    """Whatever a validator said."""
    reason = str(details.get("ctx", {}).get("error", "")) or details["msg"]
    return {**_shown(place, details, source), "reason": reason}


_ARGS: Mapping[str, Callable[[Place, ErrorDetails, Source], Args]] = {
    "unknown-key": _unknown,
    "missing": _missing,
    "out-of-range": _range,
    "not-a-choice": _choice,
    "too-long": _length,
    "too-short": _length,
    "too-many": _length,
    "too-few": _length,
    "bad-pattern": _pattern,
    "not-a-multiple": _multiple,
    "unclear-kind": _kinds,
    "bad-value": _reason,
}
