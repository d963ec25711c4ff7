"""What an author's effects write and conditions read, as a graph of causes; the rules' own doings are not in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from game.scenario.condition import compile_condition
from game.scenario.lower import text
from game.scenario.names import ids, names
from game.scenario.reference import Clause, Loc, marks
from game.scenario.schema import ScenarioFile
from game.scenario.text import Text
from game.scenario.verb import Verb
from game.scenario.verbs import effects_in

Fault = Literal["", "unwritten", "unread"]

OWNED = ("flag", "lever")
"""Kinds of names that only an author's effects write (and, for some levers, a step of the ladder)."""

_KINDS = {
    "moves": "move", "injects": "inject", "endings": "ending", "promises": "promise", "peers": "peer",
    "thirds": "third", "tables": "table", "expect": "expect",
}  # fmt: skip
_HAPPENS = {"moves": "done", "injects": "fired"}


@dataclass(frozen=True, slots=True)
class Node:
    """A name, or a record that writes or reads names; `fault` says what is amiss with a name."""

    key: str
    kind: str
    title: Text
    fault: Fault = ""


@dataclass(frozen=True, slots=True)
class Causes:
    """The graph: nodes in the order of the file, and edges as pairs of keys, from cause to effect."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]


def causes(file: ScenarioFile) -> Causes:
    """Return what writes what, and what reads it.

    A stock no condition reads is left out: the rules read it. A flag or lever stays in, with its fault.
    """
    written = dict.fromkeys((*_written(file), *_happened(file)))
    read = dict.fromkeys(_read(file))
    readers = {name for name, _ in read}
    shown = readers | {n for _, n in written if n.startswith("flag.")} | {f"flag.{id}" for id in file.flags}
    climbed = {f"lever.{id}" for t in file.tables.values() for id, lever in t.levers.items() if lever.step}
    starts = {n for _, n in written} | climbed
    edges = [(key, n) for key, n in written if n in shown]
    edges += [*_fires(file), *read]
    ends = dict.fromkeys(key for edge in edges for key in edge)
    found = dict.fromkeys((*(key for key, _ in _records(file)), *sorted(shown)))
    titles = dict(_records(file))
    nodes = [_node(key, titles, starts, readers) for key in found if key in ends or key in shown]
    return Causes(tuple(nodes), tuple(dict.fromkeys(edges)))


def _node(key: str, titles: dict[str, Text], starts: set[str], readers: set[str]) -> Node:
    """Return the node of a record, or of a name with its fault."""
    if key in titles:
        return Node(key, key.partition(":")[0], titles[key])
    owned = key.partition(".")[0] in OWNED
    fault: Fault = "unwritten" if owned and key not in starts else "unread" if owned and key not in readers else ""
    return Node(key, "name", Text(), fault)


def _records(file: ScenarioFile) -> Iterator[tuple[str, Text]]:
    """Yield every record that may write or read, with its title."""
    for section, kind in _KINDS.items():
        for id, record in getattr(file, section).items():
            words = getattr(record, "title", None) or getattr(record, "name", None) or getattr(record, "text", None)
            yield f"{kind}:{id}", text(words)


def _owner(loc: Loc) -> str:
    """Return the key of the record a place lies in; "" for one that is none of the scenario's story."""
    kind = _KINDS.get(str(loc[0]))
    return f"{kind}:{loc[1]}" if kind else ""


def _written(file: ScenarioFile) -> Iterator[tuple[str, str]]:
    """Yield every record with each name its effects write."""
    for loc, effect in effects_in(file):
        for name in _names(file, effect):
            yield _owner(loc), name


def _names(file: ScenarioFile, effect: Verb) -> Iterator[str]:
    """Yield the names one effect writes; "all" stands for every one of its kind."""
    known = ids(file)
    fields: dict[str, Any] = effect.model_dump()
    for field, kind in (("who", "peer"), ("work", "workstream")):
        if fields.get(field) == "all" and f"{{{field}}}" in effect.writes:
            yield from (effect.writes.format(**{**fields, field: id}) for id in known[kind])
            return
    yield effect.writes.format(**fields)


def _happened(file: ScenarioFile) -> Iterator[tuple[str, str]]:
    """Yield every move and inject with the names that tell that it happened."""
    for section, name in _HAPPENS.items():
        for id in getattr(file, section):
            yield f"{_KINDS[section]}:{id}", f"{name}.{id}"
    for id, inject in file.injects.items():
        if inject.choices:
            yield f"inject:{id}", f"chosen.{id}"


def _fires(file: ScenarioFile) -> Iterator[tuple[str, str]]:
    """Yield every inject with another one it sets off, and every expectation with the inject it brings."""
    for loc, effect in effects_in(file):
        if loc[0] == "injects" and effect.writes.startswith("inject."):
            yield f"inject:{loc[1]}", f"inject:{effect.model_dump()['fire']}"
    yield from ((f"expect:{id}", f"inject:{e.else_}") for id, e in file.expect.items() if e.else_)


def _read(file: ScenarioFile) -> Iterator[tuple[str, str]]:
    """Yield every name a condition reads, with the record the condition is in; tests cause nothing."""
    known = names(file)
    for mark in marks(file):
        owner = _owner(mark.loc)
        if isinstance(mark.mark, Clause) and owner:
            yield from ((name, owner) for name in sorted(compile_condition(mark.value, known, {}).reads))
    for id, table in file.tables.items():
        yield from ((f"lever.{lever}", f"table:{id}") for lever in table.levers)
