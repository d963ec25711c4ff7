"""A new scenario: small, playable, free of findings, filled in from an author's answers where there are any."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from game.scenario.record import LEVELS
from game.telling.words import Words

MODELINE_SCHEMA = "qiantou.schema.json"
"""The editor's schema, beside the scenario whose first line names it."""

QUESTIONS = (
    "title", "place", "summary", "teaches", "lead", "role", "peer_a", "peer_a.interest", "peer_a.redline",
    "peer_b", "peer_b.interest", "peer_c", "peer_c.interest", "vice", "trust",
)  # fmt: skip
"""What `new --ask` asks, in this order; each is worded as `new.ask.<question>`."""

_NAMED = ("lead", "peer_a", "peer_b", "peer_c")
_SHORT = {"lead": "lead_short", **{peer: f"{peer}.short" for peer in _NAMED[1:]}}
_ACTS = ("cooperate", "minimal", "stall", "pass", "fake", "refuse", "greet")
_PEERS = (
    {"id": "peer_a", "under": "vice", "influence": 50, "workload": 55, "blame": 65, "third": "workload",
     "crossed": "flag.raw_taken"},
    {"id": "peer_b", "under": "chief", "influence": 60, "workload": 65, "blame": 45, "third": "blame"},
    {"id": "peer_c", "under": "chief", "influence": 65, "workload": 50, "blame": 55, "third": "capacity"},
)  # fmt: skip
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


def is_id(id: str) -> bool:
    """Tell whether a scenario may have this id."""
    return _ID.fullmatch(id) is not None


def default(words: Words, question: str) -> str:
    """Return what stands in the scenario if a question is not answered."""
    return _plain(words, question, {})


def read_level(answer: str) -> str | None:
    """Return a level as the file writes it, or None if the answer is none: a word for one, or 0–100."""
    if answer in LEVELS:
        return answer
    return answer if answer.isascii() and answer.isdecimal() and int(answer) <= 100 else None


def scaffold(id: str, words: Words, answers: Mapping[str, str] | None = None) -> str:
    """Return the text of a new scenario in the words' language; questions without an answer keep their default.

    The file is Chinese where the words are; else text has the language beside Chinese, which a scenario must have.
    """
    given = _spread({k: v.strip() for k, v in (answers or {}).items() if v.strip()})
    template = Environment(
        loader=PackageLoader("game.lint", ""), undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False
    ).get_template("new.yaml.j2")
    chinese = _chinese(words)
    known = {"title": _plain(words, "title", given), "file": f"{id}.yaml"}
    return template.render(
        id=id, peers=_PEERS, acts=_ACTS, trust=_plain(words, "trust", given),
        text=lambda key: _text(key, words, chinese, given), lines=lambda key: _lines(key, words, chinese, given),
        note=lambda key: " ".join(words(f"new.c.{key}", **known).split()),
    )  # fmt: skip


def _spread(given: Mapping[str, str]) -> dict[str, str]:
    """Split names given with a short name after a comma; a short name left out is the name itself."""
    found = dict(given)
    for question in _NAMED:
        if question in given:
            name, _, short = given[question].replace("，", ",").partition(",")
            found[question], found[_SHORT[question]] = name.strip(), short.strip() or name.strip()
    return found


def _chinese(words: Words) -> Words:
    from game.telling.words import words as of

    return words if words.lang != "en" else of("zh")


def _plain(words: Words, key: str, given: Mapping[str, str]) -> str:
    """Return an answer, or the default with the names in it filled."""
    if key in given:
        return given[key]
    names = {name: given.get(name, words.raw(f"new.{name}")) for name in _NAMED}
    return words(f"new.{key}", **names)


def _said(key: str, words: Words, chinese: Words, given: Mapping[str, str]) -> dict[str, str]:
    """Return a text, quoted for YAML, in each language the scenario is written in."""
    found = {"zh": _plain(chinese, key, given)}
    if words.lang == "en":
        found["en"] = _plain(words, key, given)
    return {lang: json.dumps(said, ensure_ascii=False) for lang, said in found.items()}


def _text(key: str, words: Words, chinese: Words, given: Mapping[str, str]) -> str:
    """Return a text as one YAML value: one quoted string, or one for each language."""
    said = _said(key, words, chinese, given)
    both = ", ".join(f"{lang}: {quoted}" for lang, quoted in said.items())
    return said["zh"] if len(said) == 1 else f"{{{both}}}"


def _lines(key: str, words: Words, chinese: Words, given: Mapping[str, str]) -> str:
    """Return a text as keys of a record that has others, a language a line."""
    return "\n    ".join(f"{lang}: {quoted}" for lang, quoted in _said(key, words, chinese, given).items())


def write_new(folder: Path, id: str, text: str, schema: str) -> Path:
    """Write a new scenario and the editor's schema beside it; FileExistsError if the scenario is there, OSError."""
    path = folder / f"{id}.yaml"
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    beside = folder / MODELINE_SCHEMA
    if not beside.exists() or beside.read_text(encoding="utf-8") != schema:
        beside.write_text(schema, encoding="utf-8")
    return path
