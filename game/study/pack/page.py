"""The pack as one HTML page: standing alone, no scripts, fit to be printed; each line it names leads to that line."""

import re
from collections.abc import Container, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from game.charts.svg import svg
from game.telling.block import Block, Figure, Title
from game.telling.words import Words

_LANGS = {"zh": "zh-CN", "tw": "zh-TW", "en": "en"}


def as_html(blocks: Sequence[Block], words: Words) -> str:
    """Return the page of a document in a language."""
    room = Environment(
        loader=PackageLoader("game.study.pack", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    kept = {line for block in blocks for line in getattr(block, "lines", ())}
    pattern = re.compile(re.escape(words("pack.line", n="\0")).replace("\0", r"(\d+)"))

    def linked(text: str) -> Markup:
        """Return a text escaped, its references to lines leading to them."""
        found, at = Markup(""), 0
        for match in pattern.finditer(text):
            found += escape(text[at : match.start()])
            known = int(match[1]) in kept
            found += Markup('<a href="#L{}">{}</a>').format(match[1], match[0]) if known else escape(match[0])
            at = match.end()
        return found + escape(text[at:])

    room.filters["linked"] = linked
    title = next((b for b in blocks if isinstance(b, Title)), Title("", ""))
    named = [(type(block).__name__, block, _drawn(block, kept)) for block in blocks]
    return room.get_template("page.html").render(lang=_LANGS[words.lang], title=title, blocks=named)


def _drawn(block: Block, lines: Container[int]) -> Markup:
    """Return the SVG document of a picture, read aloud as its sentence, its words leading to `lines`; else ""."""
    if not isinstance(block, Figure):
        return Markup("")
    drawing = block.drawing
    return Markup(svg(drawing.ops, drawing.size, drawing.em, block.caption or block.title, lines))
