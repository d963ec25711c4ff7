"""The colours and sizes of the window as data, in three themes; knows nothing of drawing."""

from typing import Literal, NamedTuple

Colour = tuple[int, int, int]
Tone = Literal["ink", "soft", "accent"]
LookName = Literal["page", "paper", "document", "button", "primary", "quiet", "plate", "wood", "felt", "ledger",
                   "tip", "good", "warn", "bad", "field"]
StyleName = Literal["small", "body", "strong", "plate", "heading", "title", "figure", "cover",
                    "lead"]


class Look(NamedTuple):
    """A surface and what is written on it; every tone stands out from `paper` by at least 4.5 : 1."""

    paper: Colour
    ink: Colour
    soft: Colour
    accent: Colour
    edge: Colour


class Style(NamedTuple):
    """A size of type, in pixels of a window 1080 high at 100 %, and its weight."""

    size: int
    bold: bool


STYLES: dict[StyleName, Style] = {
    "small": Style(21, False), "body": Style(26, False), "strong": Style(26, True), "plate": Style(30, True),
    "heading": Style(32, True), "title": Style(44, True), "figure": Style(54, True), "cover": Style(128, True),
    "lead": Style(31, False),
}
GRID = 8            # spacing step, in pixels of a window 1080 high
TARGET = 44         # the least height of anything one can press, in real pixels
MEASURE = 40        # the most ems in a line of running text


class Theme(NamedTuple):
    """One set of colours; `flat` themes have no shadow and no grain, only strong edges."""

    name: str
    looks: dict[LookName, Look]
    wood: tuple[Colour, Colour, Colour]     # dark edge, board, light
    heat: tuple[Colour, Colour, Colour]     # cool, warm, hot
    glass: Colour
    brass: Colour
    focus: Colour
    halo: Colour                            # the second, contrasting line of the focus ring
    veil: int                               # darkness laid over the page under a dialog, 0–255
    flat: bool = False


def _hex(text: str) -> Colour:
    value = int(text, 16)
    return value >> 16, value >> 8 & 255, value & 255


def _look(paper: str, ink: str, soft: str, accent: str, edge: str) -> Look:
    return Look(_hex(paper), _hex(ink), _hex(soft), _hex(accent), _hex(edge))


LIGHT = Theme(
    name="light",
    looks={
        "page": _look("EFE4CF", "2B2119", "5F4E3D", "9E1018", "C9B48F"),
        "paper": _look("FBF6EA", "2B2119", "66553F", "A8121B", "DACBAC"),
        "document": _look("FFFDF8", "211A14", "625443", "B3121B", "DDD2BC"),
        "button": _look("F6ECD6", "33261B", "66533B", "A0121A", "A98C5E"),
        "primary": _look("B0151E", "FFF6E4", "FFE3CF", "FFE9A8", "7E0C13"),
        "quiet": _look("F5EDDD", "4A392A", "66533B", "A0121A", "D9C8A6"),
        "plate": _look("FFFCF4", "241B14", "5F4F3C", "A8121B", "C23A33"),
        "wood": _look("5A3620", "FFF3DC", "F1D9B4", "FFD58A", "3C2212"),
        "felt": _look("2C4B40", "FFF8E6", "DDE6D3", "FFD994", "1B322A"),
        "ledger": _look("FDF8EA", "2A2219", "64563F", "A8121B", "2F5548"),
        "tip": _look("32271E", "FBF4E4", "DCCBB0", "FFC59E", "12100C"),
        "good": _look("DFEBD6", "1C4A2B", "35563A", "1C4A2B", "7FA37A"),
        "warn": _look("FBE8BF", "5F3A00", "6A4A10", "8A2E00", "CF9C3B"),
        "bad": _look("F8DCD4", "7F0F17", "7A3A33", "7F0F17", "CF6A60"),
        "field": _look("FFFFFF", "211A14", "625443", "A8121B", "8C7550"),
    },
    wood=(_hex("4A2A16"), _hex("8A5530"), _hex("B47A47")),
    heat=(_hex("3E7391"), _hex("C98A1B"), _hex("BE1E20")),
    glass=_hex("F3F1EA"), brass=_hex("C9A047"), focus=_hex("0A4FA0"), halo=_hex("FFFFFF"), veil=120,
)

DARK = Theme(
    name="dark",
    looks={
        "page": _look("1F1A16", "F3E8D4", "CDBCA0", "FF9D86", "4A3E32"),
        "paper": _look("2E2721", "F5EBD9", "CFBFA6", "FF9F88", "54483B"),
        "document": _look("362E27", "FAF1E1", "D6C7AF", "FFA08A", "65574A"),
        "button": _look("43382E", "FBF1DF", "DDCDB3", "FFB29C", "8A7558"),
        "primary": _look("A5141C", "FFF4E2", "FFE0D0", "FFE6A0", "E0574E"),
        "quiet": _look("28221C", "EADBC3", "CBB99C", "FF9F88", "5A4C3C"),
        "plate": _look("F2E8D3", "241B14", "5A4A37", "9A0F18", "B5302B"),
        "wood": _look("3A2417", "FBEBD0", "E6CDA6", "FFD287", "1E120A"),
        "felt": _look("182820", "F3ECD9", "C6D2BE", "FFD287", "0D1712"),
        "ledger": _look("352D24", "F7ECD8", "D2C3A9", "FFA78F", "4F8371"),
        "tip": _look("F3E8D2", "2A2018", "5A4A38", "8E0F17", "FFFFFF"),
        "good": _look("233B28", "D3EFCF", "BBDCB8", "D3EFCF", "5F9163"),
        "warn": _look("463413", "FFE3A6", "EBD09A", "FFC890", "B98A2F"),
        "bad": _look("4C1E1C", "FFD3C9", "EFC0B6", "FFD3C9", "C2625A"),
        "field": _look("17130F", "F7ECD8", "CDBCA0", "FF9D86", "9A8564"),
    },
    wood=(_hex("24140B"), _hex("4F2F1B"), _hex("734A2B")),
    heat=(_hex("6FA9C9"), _hex("E0A83E"), _hex("F0635A")),
    glass=_hex("47403A"), brass=_hex("D6B25E"), focus=_hex("8CC4FF"), halo=_hex("000000"), veil=150,
)

_STARK = _look("FFFFFF", "000000", "1A1A1A", "8B0000", "000000")
_BLACK = _look("000000", "FFFFFF", "F0F0F0", "FFE14D", "000000")
CONTRAST = Theme(
    name="contrast",
    looks={
        "page": _STARK, "paper": _STARK, "document": _STARK, "button": _STARK, "quiet": _STARK,
        "plate": _STARK, "ledger": _STARK, "good": _STARK, "warn": _STARK, "bad": _STARK, "field": _STARK,
        "primary": _BLACK, "wood": _BLACK, "felt": _BLACK, "tip": _BLACK,
    },
    wood=(_hex("000000"), _hex("2A2A2A"), _hex("2A2A2A")),
    heat=(_hex("00439C"), _hex("7A4A00"), _hex("9C0000")),
    glass=_hex("FFFFFF"), brass=_hex("000000"), focus=_hex("0033CC"), halo=_hex("FFE14D"),
    veil=200, flat=True,
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def contrast(a: Colour, b: Colour) -> float:
    """How strongly two colours differ, 1.0 to 21.0, as the Web Content Accessibility Guidelines define it."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(a: Colour, b: Colour, share: int) -> Colour:
    """`share` percent of `b` in `a`."""
    red, green, blue = ((x * (100 - share) + y * share) // 100 for x, y in zip(a, b, strict=True))
    return red, green, blue
