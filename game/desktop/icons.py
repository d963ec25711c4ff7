"""Icons of one family, as data: strokes on a grid of 24 by 24, all of one width, drawn in the ink of their surface."""

from itertools import pairwise

from game.desktop.art import Art
from game.desktop.geometry import Rect
from game.desktop.theme import Colour

Point = tuple[int, int]
Shape = tuple[str, tuple[Point, ...]]
GRID = 24


def _line(*points: Point) -> Shape:
    return "line", points


def _ring(*corners: Point) -> Shape:
    return "ring", corners


def _dot(x: int, y: int) -> Shape:
    return "dot", ((x, y),)


_SHEET = _line((6, 3), (15, 3), (19, 7), (19, 21), (6, 21), (6, 3))
_PERSON = (_ring((8, 3), (16, 11)), _line((4, 21), (5, 16), (9, 13), (15, 13), (19, 16), (20, 21)))
ICONS: dict[str, tuple[Shape, ...]] = {
    "paper": (_SHEET, _line((9, 11), (16, 11)), _line((9, 15), (16, 15))),
    "envelope": (_line((3, 6), (21, 6), (21, 19), (3, 19), (3, 6)), _line((3, 7), (12, 14), (21, 7))),
    "phone": (_line((4, 9), (4, 6), (8, 4), (16, 4), (20, 6), (20, 9), (16, 9), (16, 7), (8, 7), (8, 9), (4, 9)),
              _line((7, 12), (17, 12), (20, 20), (4, 20), (7, 12)), _ring((10, 13), (15, 18))),
    "newspaper": (_line((3, 4), (18, 4), (18, 20), (3, 20), (3, 4)), _line((18, 9), (21, 9), (21, 18), (18, 20)),
                  _line((6, 8), (15, 8)), _line((6, 12), (9, 12)), _line((12, 12), (15, 12)), _line((6, 16), (15, 16))),
    "door": (_line((6, 21), (6, 3), (18, 3), (18, 21)), _line((3, 21), (21, 21)), _dot(15, 12)),
    "person": _PERSON,
    "people": (_ring((4, 5), (10, 11)), _ring((14, 5), (20, 11)), _line((2, 20), (3, 15), (11, 15), (12, 20)),
               _line((13, 15), (21, 15), (22, 20))),
    "ear": (_line((7, 10), (8, 5), (12, 3), (16, 5), (17, 10), (14, 14), (13, 18), (10, 20), (8, 18)),
            _line((10, 11), (11, 8), (13, 8), (14, 10), (11, 13))),
    "speech": (_line((3, 4), (21, 4), (21, 16), (11, 16), (6, 21), (6, 16), (3, 16), (3, 4)), _line((7, 8), (17, 8)),
               _line((7, 12), (14, 12))),
    "table": (_ring((3, 7), (21, 17)), _dot(12, 4), _dot(12, 20), _dot(6, 5), _dot(18, 5)),
    "list": (_line((4, 6), (5, 7), (7, 5)), _line((10, 6), (20, 6)), _line((4, 12), (5, 13), (7, 11)),
             _line((10, 12), (20, 12)), _line((4, 18), (5, 19), (7, 17)), _line((10, 18), (20, 18))),
    "loupe": (_ring((4, 4), (16, 16)), _line((15, 15), (21, 21))),
    "megaphone": (_line((3, 10), (7, 10), (18, 4), (18, 19), (7, 14), (3, 14), (3, 10)), _line((8, 15), (10, 20))),
    "scales": (_line((12, 3), (12, 20)), _line((7, 20), (17, 20)), _line((4, 7), (20, 7)),
               _line((1, 14), (4, 7), (7, 14), (1, 14)), _line((17, 14), (20, 7), (23, 14), (17, 14))),
    "stairs": (_line((3, 20), (3, 16), (8, 16), (8, 12), (13, 12), (13, 8), (18, 8), (18, 4), (21, 4)),),
    "ledger": (_line((12, 6), (9, 4), (3, 4), (3, 18), (9, 18), (12, 20), (15, 18), (21, 18), (21, 4), (15, 4), (12, 6),
                     (12, 20)),),
    "map": (_line((3, 6), (9, 4), (15, 6), (21, 4), (21, 18), (15, 20), (9, 18), (3, 20), (3, 6)),
            _line((9, 4), (9, 18)), _line((15, 6), (15, 20))),
    "folder": (_line((3, 19), (3, 5), (9, 5), (11, 8), (21, 8), (21, 19), (3, 19)), _line((3, 11), (21, 11))),
    "clock": (_ring((3, 3), (21, 21)), _line((12, 7), (12, 12), (16, 15))),
    "gear": (_ring((8, 8), (16, 16)), _line((12, 2), (12, 6)), _line((12, 18), (12, 22)), _line((2, 12), (6, 12)),
             _line((18, 12), (22, 12)), _line((5, 5), (8, 8)), _line((16, 16), (19, 19)), _line((5, 19), (8, 16)),
             _line((16, 8), (19, 5))),
    "handshake": (_line((1, 9), (6, 7), (10, 9), (14, 7), (23, 9)),
                  _line((10, 9), (8, 13), (11, 14), (14, 11), (19, 16)),
                  _line((1, 15), (5, 15), (10, 19), (13, 19), (19, 16), (23, 15))),
    "shield": (_line((12, 2), (20, 5), (20, 12), (12, 22), (4, 12), (4, 5), (12, 2)),
               _line((8, 11), (11, 14), (16, 8))),
    "stamp": (_line((9, 3), (15, 3), (15, 8), (14, 13), (19, 13), (19, 17), (5, 17), (5, 13), (10, 13), (9, 8), (9, 3)),
              _line((4, 21), (20, 21))),
    "chair": (_line((7, 3), (17, 3), (17, 12), (7, 12), (7, 3)), _line((5, 15), (19, 15)), _line((7, 15), (7, 21)),
              _line((17, 15), (17, 21))),
    "flag": (_line((5, 22), (5, 3)), _line((5, 4), (19, 4), (15, 8), (19, 13), (5, 13))),
    "lock": (_line((5, 11), (19, 11), (19, 21), (5, 21), (5, 11)),
             _line((8, 11), (8, 7), (10, 4), (14, 4), (16, 7), (16, 11))),
    "hand": (_line((6, 13), (6, 7)), _line((10, 12), (10, 4)), _line((14, 12), (14, 4)), _line((18, 13), (18, 7)),
             _line((6, 13), (8, 20), (16, 20), (18, 13))),
    "data": (_line((4, 20), (20, 20)), _line((6, 20), (6, 13)), _line((11, 20), (11, 8)), _line((16, 20), (16, 4))),
    "seal": (_line((4, 4), (20, 4), (20, 20), (4, 20), (4, 4)), _line((8, 8), (16, 8), (16, 16), (8, 16), (8, 8))),
    "fork": (_line((12, 21), (12, 13), (5, 6)), _line((12, 13), (19, 6)), _line((5, 10), (5, 6), (9, 6)),
             _line((15, 6), (19, 6), (19, 10))),
    "wrench": (_line((20, 5), (17, 8), (15, 6), (18, 3), (13, 3), (11, 8), (3, 16), (7, 20), (15, 12), (20, 10),
                     (20, 5)),),
}


def draw(art: Art, name: str, rect: Rect, colour: Colour) -> None:
    """Draw the icon called `name` into the square `rect`; KeyError where there is none of that name."""
    width = max(1, round(rect.w / 13))

    def at(point: Point) -> tuple[int, int]:
        return rect.x + rect.w * point[0] // GRID, rect.y + rect.h * point[1] // GRID

    for kind, points in ICONS[name]:
        places = [at(point) for point in points]
        if kind == "line":
            for start, end in pairwise(places):
                art.line(start, end, colour, width)
            for x, y in places:                 # round joints
                art.oval(Rect(x - width // 2, y - width // 2, width, width), colour)
        elif kind == "ring":
            (x, y), (right, bottom) = places
            art.oval(Rect(x, y, right - x, bottom - y), colour, width)
        else:
            x, y = places[0]
            art.oval(Rect(x - width, y - width, 2 * width, 2 * width), colour)
