"""A fishbone (Ishikawa) laid out: causes on bones, bones on a spine that leads to the problem; knows only words."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.chart import Area, Label, Op, Stroke
from game.charts.type import broken

_LINES = 5


@dataclass(frozen=True, slots=True)
class Bone:
    """A kind of cause, and the causes of that kind."""

    name: str
    causes: tuple[str, ...]


def fishbone(head: str, bones: Sequence[Bone], width: int, em: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations and the size they take: bones go above and below the spine by turns, from the head back.

    Each cause is read along its own twig; one too long for five lines ends in "…". `em` is the type's size.
    """
    box = 10 * em
    pairs = max(1, (len(bones) + 1) // 2)
    each = (width - box - 2 * em) // pairs
    room, line = each - 5 * em, em * 3 // 2
    texts = [[broken(cause, room, em, _LINES) for cause in bone.causes] for bone in bones]
    high = [2 * em + sum(len(t) * line + em for t in told) for told in texts]
    above = max((h for n, h in enumerate(high) if n % 2 == 0), default=em) + 2 * em
    below = max((h for n, h in enumerate(high) if n % 2), default=em) + 2 * em
    spine, right = above + 2 * em, width - box
    ops: list[Op] = [Stroke(((em, spine), (right, spine)), "ink", max(2, em // 4))]
    ops += _head(head, right, width, spine, em)
    for n, (bone, told) in enumerate(zip(bones, texts, strict=True)):
        foot = right - em - (n // 2) * each
        ops += _bone(bone.name, told, foot, spine, -above if n % 2 == 0 else below, each, em)
    return tuple(ops), (width, spine + below + 2 * em)


def _head(head: str, left: int, right: int, spine: int, em: int) -> list[Op]:
    """Lay out the problem in its box."""
    told = broken(head, right - left - 2 * em, em, 6)
    half = len(told) * em * 3 // 4 + em // 2
    corners = ((left, spine - half), (right - 2, spine - half), (right - 2, spine + half), (left, spine + half))
    ops: list[Op] = [Area(corners, "hot"), Stroke((*corners, corners[0]), "hot", 2)]
    top = spine - len(told) * em * 3 // 4
    middle = (left + right) // 2
    return ops + [Label(t, (middle, top + n * em * 3 // 2), "centre", "ink") for n, t in enumerate(told)]


def _bone(
    name: str, causes: Sequence[Sequence[str]], foot: int, spine: int, reach: int, each: int, em: int
) -> list[Op]:
    """Lay one bone out from its foot on the spine: its name at the far end, its causes on twigs to the left."""
    lean, line = em * 3 // 2, em * 3 // 2
    tip = spine + reach
    far = foot - lean
    ops: list[Op] = [Stroke(((foot, spine), (far, tip)), "accent", 2)]
    name_top = tip - line if reach < 0 else tip
    ops.append(Label(name, (far, name_top), "centre", "accent"))
    y = tip + em // 2 if reach < 0 else spine + em
    for told in causes:
        twig = y + len(told) * line
        end = foot - lean * abs(twig - spine) // max(1, abs(reach))
        ops += [Label(t, (end - each + 3 * em, y + n * line), "left", "ink") for n, t in enumerate(told)]
        ops.append(Stroke(((end - each + 3 * em, twig + em // 4), (end, twig + em // 4)), "axis", 1))
        y = twig + em
    return ops
