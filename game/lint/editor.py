"""The JSON Schema an editor reads: what may stand where in a scenario file, told in Chinese and English.

Made from the models that check the file. Two things are written otherwise than they are checked: text is one string or
a mapping of languages, and an effect is a mapping of one verb (`trust: {…}`). Each becomes one schema without `oneOf`:
then an editor completes and explains every verb, and names the key that is wrong instead of "none of thirty matches".
"""

import json
from typing import Any, TypeAlias

from game.scenario.check_trial import KINDS
from game.scenario.constants import constants
from game.scenario.schema import ScenarioFile
from game.scenario.text import LANGUAGES
from game.telling.words import Words, words

Schema: TypeAlias = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
_DEFS = "#/$defs/"
_TAG = "do"


def editor_schema() -> Schema:
    """Return the JSON Schema (draft 7) of a scenario file, every key described in Chinese, then in English."""
    raw = ScenarioFile.model_json_schema(by_alias=True)
    names = {name: _name(name, record) for name, record in raw["$defs"].items()}
    records = {name: _record(raw["$defs"][old], name, names) for old, name in names.items()}
    verbs = {name.removeprefix("verb."): {"$ref": _DEFS + name} for name in sorted(names.values()) if _is_verb(name)}
    defs = {**records, "Effect": _effect(verbs)}
    whole = _record(raw, "ScenarioFile", names)
    return {"$schema": DRAFT, "title": "qiantou", **whole, "description": _said("schema"), "$defs": defs}


def as_json() -> str:
    """Return the editor's schema as one JSON document."""
    return json.dumps(editor_schema(), ensure_ascii=False, indent=1) + "\n"


def described(lang: Words, record: str, key: str = "") -> str:
    """Return what a language says of a record (`Peer`, `verb.trust`) or of a key of it; "" where it says nothing."""
    if not key:
        return lang(f"schema.{record}") if lang.has(f"schema.{record}") else ""
    own, shared = f"schema.{record}.{key}", f"schema.key.{key}"
    return lang(own if lang.has(own) else shared) if lang.has(own) or lang.has(shared) else ""


def _said(key: str) -> str:
    """Return the wording of a key in Chinese and, on the next line, in English."""
    return "\n".join(words(lang)(key) for lang in ("zh", "en"))


def _told(record: str, key: str = "") -> str:
    """Return what both languages say of a record or of a key of it."""
    return "\n".join(filter(None, (described(words(lang), record, key) for lang in ("zh", "en"))))


def _name(old: str, record: Schema) -> str:
    """Return a record's name in the editor's schema: its class's without `Model`, or `verb.` and the verb."""
    tag = record.get("properties", {}).get(_TAG, {}).get("const")
    return f"verb.{tag}" if tag else old.rpartition("__")[2].removesuffix("Model")


def _is_verb(name: str) -> bool:
    return name.startswith("verb.")


def _record(raw: Schema, name: str, names: dict[str, str]) -> Schema:
    """Return a record's schema with each key described."""
    keys = {k: v for k, v in raw["properties"].items() if not (_is_verb(name) and k == _TAG)}
    record: Schema = {
        "type": "object",
        "description": _told(name),
        "additionalProperties": False,
        "properties": {key: _key(name, key, value, names) for key, value in keys.items()},
        "required": [key for key in raw.get("required", ()) if key in keys],
    }
    if "zh" in keys:  # a text may be one string
        record |= {"type": ["string", "object"], "minLength": 1, "description": _told(name) or _told("key.words")}
    return {k: v for k, v in record.items() if v not in ("", [])}


def _key(record: str, key: str, raw: Schema, names: dict[str, str]) -> Schema:
    """Return the schema of what stands under a key."""
    found: Schema = _plain(raw, names)
    if record == "RulesFile":
        rule = constants()[key]
        found["default"] = rule["default"]
        units = [f"{words(lang)(f'schema.rules.{key}')} ({rule['unit']})" for lang in ("zh", "en")]
        return {**found, "description": "\n".join(units)}
    if record == "Line" and key == "do":
        found["enum"] = list(KINDS)
    said = _told("key.words" if key in LANGUAGES else record, key)
    return {**found, "description": said} if said else found


def _plain(raw: Any, names: dict[str, str]) -> Any:
    """Return a schema without titles, nulls, unions and names of our modules."""
    if isinstance(raw, list):
        return [_plain(item, names) for item in raw]
    if not isinstance(raw, dict):
        return raw
    if "discriminator" in raw:
        return {"$ref": _DEFS + "Effect"}
    if "anyOf" in raw:
        (only,) = (branch for branch in raw["anyOf"] if branch != {"type": "null"})
        return _plain(only, names)
    found = {k: _plain(v, names) for k, v in raw.items() if k not in ("title", "default", "propertyNames")}
    if "$ref" in raw:
        found["$ref"] = _DEFS + names[raw["$ref"].removeprefix(_DEFS)]
    if isinstance(raw.get("default"), str | int | float):
        found["default"] = raw["default"]
    if raw.get("type") == ["number", "string"]:
        found["patternErrorMessage"] = _said("schema.key.level")
    if "patternProperties" in raw:
        found["additionalProperties"] = False
    choices = raw.get("propertyNames", {}).get("enum")
    if choices:
        value = found.pop("additionalProperties")
        found |= {"properties": dict.fromkeys(choices, value), "additionalProperties": False}
    return found


def _effect(verbs: Schema) -> Schema:
    """Return the schema of one effect: exactly one verb, with its keys."""
    return {
        "type": "object",
        "description": _told("Effect"),
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": verbs,
    }
