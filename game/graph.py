"""The command `graph`. Every import of weight waits inside it, so that `--help` comes at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.flags import FOLDER, folders_option, lang_option
from game.launch import scenario_path, wording

if TYPE_CHECKING:
    from game.charts.chart import Shape, Tone
    from game.study.causes import Causes, Node
    from game.telling.words import Words

EM = 14
_SHAPES: "dict[str, Shape]" = {"move": "square", "inject": "diamond", "ending": "triangle", "name": "circle"}
_TONES: "dict[str, Tone]" = {"move": "accent", "inject": "warm", "ending": "cool"}
_FAULTS: "dict[str, Tone]" = {"unwritten": "hot", "unread": "axis"}
_STYLES = {"unwritten": "stroke:#b3261e,color:#b3261e,stroke-width:2px", "unread": "stroke:#8a8f98,color:#8a8f98"}


@click.command()
@click.argument("scenario")
@click.option("--out", type=FOLDER, default=None, metavar="F.svg", help="存成图片 Write it as an SVG picture.")
@click.option("--mermaid", is_flag=True, help="印出 Mermaid（默认） Print Mermaid text (the default).")
@lang_option
@folders_option
def graph(scenario: str, out: Path | None, mermaid: bool, lang: str | None, folders: tuple[Path, ...]) -> None:
    """画因果图：谁写下什么，谁读它。 Draw the cause graph: what effects write and which conditions read it.

    红色：有条件读、没有效果写。灰色：写了没人读。
    Red: read but never written. Grey: written but never read.

    \b
    例 Examples:
      qiantou graph market_street --out causes.svg
      qiantou graph scenarios/tendering_reform.yaml --mermaid
    """
    from game.scenario.finding import ScenarioError
    from game.scenario.load import read_file
    from game.study.causes import causes

    words = wording(lang)
    reading = read_file(scenario_path(words, folders, scenario))
    if reading.file is None or not reading.playable:
        raise ScenarioError(reading.findings)
    found = causes(reading.file)
    if out is not None:
        _drawn(found, words, out, reading.file.id)
    if mermaid or out is None:
        click.echo(as_mermaid(found, words))


def as_mermaid(found: "Causes", words: "Words") -> str:
    """Return the graph as a Mermaid flowchart."""
    number = {node.key: f"n{i}" for i, node in enumerate(found.nodes)}
    lines = ["flowchart LR"]
    lines += [f'  {number[n.key]}{_boxed(n, _label(n, words))}' for n in found.nodes]
    lines += [f"  {number[a]} --> {number[b]}" for a, b in found.edges]
    for fault, style in _STYLES.items():
        faulty = ",".join(number[n.key] for n in found.nodes if n.fault == fault)
        lines += [f"  classDef {fault} {style}", f"  class {faulty} {fault}"] if faulty else []
    return "\n".join(lines)


def _boxed(node: "Node", label: str) -> str:
    """Return a node's label in the brackets of its kind."""
    safe = label.replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
    first, last = ("([", "])") if node.kind == "name" else ("{{", "}}") if node.kind == "inject" else ("[", "]")
    return f'{first}"{safe}"{last}'


def _label(node: "Node", words: "Words") -> str:
    """Return a record's title with its id, or a name as it is written."""
    title = words.text(node.title)
    return f"{title} ({node.key.partition(':')[2]})" if title else node.key


def _drawn(found: "Causes", words: "Words", path: Path, title: str) -> None:
    """Write the graph as a picture."""
    from game.charts.layers import Vertex, layers
    from game.charts.svg import svg
    from game.session.recording import RecordingError

    vertices = [Vertex(n.key, _label(n, words), _SHAPES.get(n.kind, "square"), _tone(n)) for n in found.nodes]
    ops, size = layers(vertices, found.edges, EM)
    try:
        path.write_text(svg(ops, size, EM, title), encoding="utf-8")
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error
    click.echo(str(path), err=True)


def _tone(node: "Node") -> "Tone":
    """Return the tone of a name's fault, or else of the node's kind."""
    return _FAULTS.get(node.fault) or _TONES.get(node.kind, "ink")
