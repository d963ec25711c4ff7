"""Role cards and table signs as pages to print: A4, a card or a sign a page, no scripts."""

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from game.study.kit.card import Card, Sign
from game.telling.words import Words

_LANGS = {"zh": "zh-CN", "tw": "zh-TW", "en": "en"}
_LARGE, _LEAST = 230, 60
"""How wide a sign's name may be, mm; and how large its type at most."""


def cards_page(found: Sequence[Card], title: str, words: Words) -> str:
    """Return the page of the role cards of a scenario."""
    return _room().get_template("cards.html").render(words=words, lang=_LANGS[words.lang], title=title, cards=found)


def signs_page(found: Sequence[Sign], title: str, words: Words) -> str:
    """Return the page of the table signs of a scenario: each is folded across the middle, and read from both sides."""
    sized = [(sign, size(sign.large)) for sign in found]
    return _room().get_template("signs.html").render(words=words, lang=_LANGS[words.lang], title=title, signs=sized)


def size(name: str) -> int:
    """Return how large a name can stand on a sign, mm: Chinese characters are as wide as they are high."""
    wide = sum(1.0 if c > "\u2e80" else 0.6 for c in name)
    return min(_LEAST, int(_LARGE / max(1.0, wide)))


def _room() -> Environment:
    return Environment(
        loader=PackageLoader("game.study.kit", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
