"""The pictures an author asks for: causes, life cycles, bargaining tables, each as Mermaid text and to be drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.charts.chart import Label, Op, Shape, Tone
from game.charts.layers import Vertex, layers
from game.charts.scatter import Dot, Look, Scales, scatter
from game.charts.stack import moved, stacked
from game.scenario.scenario import Scenario
from game.study.causes import Causes, Node
from game.study.lives import Life
from game.study.spots import Field, fields
from game.telling.package import numbered
from game.telling.words import Words

EM = 14
_SHAPES: dict[str, Shape] = {"move": "square", "inject": "diamond", "ending": "triangle", "name": "circle"}
_TONES: dict[str, Tone] = {"move": "accent", "inject": "warm", "ending": "cool"}
_FAULTS: dict[str, Tone] = {"unwritten": "hot", "unread": "axis"}
_STYLES = {"unwritten": "stroke:#b3261e,color:#b3261e,stroke-width:2px", "unread": "stroke:#8a8f98,color:#8a8f98"}
_LOOKS: dict[str, tuple[Shape, Tone]] = {
    "outside": ("circle", "axis"), "zone": ("circle", "accent"), "nash": ("diamond", "cool"),
    "fallback": ("square", "hot"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture twice: Mermaid text, and drawing operations of a size (pixels, `EM` the type's size)."""

    mermaid: str
    ops: tuple[Op, ...]
    size: tuple[int, int]


def of_causes(found: Causes, words: Words) -> Picture:
    """Return the cause graph: what effects write and which conditions read it."""
    vertices = [Vertex(n.key, _label(n, words), _SHAPES.get(n.kind, "square"), _tone(n)) for n in found.nodes]
    ops, size = layers(vertices, found.edges, EM)
    number = {node.key: f"n{i}" for i, node in enumerate(found.nodes)}
    lines = ["flowchart LR"]
    lines += [f"  {number[n.key]}{_boxed(n, _label(n, words))}" for n in found.nodes]
    lines += [f"  {number[a]} --> {number[b]}" for a, b in found.edges]
    for fault, style in _STYLES.items():
        faulty = ",".join(number[n.key] for n in found.nodes if n.fault == fault)
        lines += [f"  classDef {fault} {style}", f"  class {faulty} {fault}"] if faulty else []
    return Picture("\n".join(lines), ops, size)


def _label(node: Node, words: Words) -> str:
    """Return a record's title with its id, or a name as it is written."""
    title = words.text(node.title)
    return f"{title} ({node.key.partition(':')[2]})" if title else node.key


def _boxed(node: Node, label: str) -> str:
    """Return a node's label in the brackets of its kind."""
    first, last = ("([", "])") if node.kind == "name" else ("{{", "}}") if node.kind == "inject" else ("[", "]")
    return f'{first}"{_safe(label)}"{last}'


def _safe(label: str) -> str:
    """Return a label without what Mermaid would read as its own."""
    return label.replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")


def _tone(node: Node) -> Tone:
    """Return the tone of a name's fault, or else of the node's kind."""
    return _FAULTS.get(node.fault) or _TONES.get(node.kind, "ink")


def of_lives(found: Sequence[Life], words: Words) -> Picture:
    """Return the life cycles of the rules, one below the other; a step stands between the states it joins."""
    ops, size = stacked([_life(life, words) for life in found], 2 * EM)
    return Picture("\n\n".join(_states(life, words) for life in found), ops, size)


def _state(life: Life, state: str, words: Words) -> str:
    head = {"phases": "phase", "ladder": "rung"}.get(life.name, life.name)
    own = f"graph.state.{life.name}.{state}"
    return words(own if words.has(own) else f"{head}.{state}")


def _life(life: Life, words: Words) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return one life cycle's operations, its name above it."""
    vertices = [Vertex(s, _state(life, s, words), "square", "accent") for s in life.states]
    steps = {f"{trigger}>{b}": words(f"graph.step.{life.name}.{trigger}") for trigger, _, b in life.steps}
    vertices += [Vertex(key, said, "circle", "axis") for key, said in steps.items()]
    edges = [(a, f"{trigger}>{b}") for trigger, a, b in life.steps]
    edges += [(key, key.partition(">")[2]) for key in steps]
    ops, (width, height) = layers(vertices, edges, EM)
    title = Label(words(f"graph.life.{life.name}"), (EM, 0), "left", "ink")
    return (title, *moved(ops, 0, 2 * EM)), (width, height + 2 * EM)


def _states(life: Life, words: Words) -> str:
    """Return one life cycle as a Mermaid state diagram."""
    lines = ["---", f"title: {words(f'graph.life.{life.name}')}", "---", "stateDiagram-v2"]
    lines += [f"  {s} : {_safe(_state(life, s, words))}" for s in life.states]
    lines += [f"  {a} --> {b} : {_safe(words(f'graph.step.{life.name}.{trigger}'))}" for trigger, a, b in life.steps]
    return "\n".join(lines)


def of_tables(scenario: Scenario, words: Words, width: int = 640, em: int = EM) -> Picture:
    """Return every table's packages: what the lead gets against how content the least content other party is."""
    panels, texts = [], []
    panel = min(width, 46 * em), max(24 * em, min(width, 46 * em) * 3 // 4)
    for table in scenario.tables:
        for field in fields(table):
            pulled = words("graph.table.pulled" if field.pulled else "graph.table.unpulled")
            title = words("list.package").join((words.text(table.name), pulled))
            named = {spot.package: numbered(words, table, spot.package) for spot in field.spots}
            panels.append((_scattered(title, field, named, words, panel, em), panel))
            texts.append("\n".join(_quadrants(title, field, named, words)))
    ops, size = stacked(panels, em)
    return Picture("\n\n".join(texts), ops, size)


def _scattered(title: str, field: Field, named: dict[int, str], words: Words, size: tuple[int, int],
               em: int) -> tuple[Op, ...]:  # fmt: skip
    """Return one table's panel; the packages that can be agreed, and the fallback, have their words beside them."""
    looks = {kind: Look(words(f"graph.table.{kind}"), *look) for kind, look in _LOOKS.items()}
    worded = {s.package: named[s.package] for s in field.spots if s.kind in ("nash", "fallback")}
    dots = [Dot(s.lead, s.least, s.kind, worded.get(s.package, "")) for s in field.spots]
    least = [s.least for s in field.spots]
    scales = Scales(
        words("graph.table.lead"), words("graph.table.least"), (0, min(-10, *least) - 5), (100, max(10, *least) + 5),
        (field.walkaway, 0),
    )  # fmt: skip
    return scatter(title, dots, looks, scales, size, em)


def _quadrants(title: str, field: Field, named: dict[int, str], words: Words) -> Iterator[str]:
    """Yield one table as a Mermaid quadrant chart: the walk-away values are its middle."""
    yield "quadrantChart"
    yield f"  title {_safe(title)}"
    for axis, low, high in (("x", "less", "more"), ("y", "worse", "better")):
        yield f'  {axis}-axis "{words(f"graph.table.{low}")}" --> "{words(f"graph.table.{high}")}"'
    yield f'  quadrant-1 "{words("graph.table.zone")}"'
    for spot in field.spots:
        if spot.kind != "outside":
            x, y = _half(spot.lead, field.walkaway), _half(spot.least + 100, 100, 200)
            yield f'  "{_safe(named[spot.package])}": [{x:.2f}, {y:.2f}]'


def _half(value: float, middle: float, most: float = 100) -> float:
    """Return where a value lies between 0 and 1 if its middle is to be at one half."""
    if value < middle:
        return 0.5 * value / middle
    return 0.5 + 0.5 * (value - middle) / max(1e-9, most - middle)
