"""Puts a list of widgets on a surface: boxes drawn once and kept, lines of type over them."""

from collections import OrderedDict
from collections.abc import Hashable, Sequence

import pygame

from game.desktop.art import Art
from game.desktop.brush import BLACK, Brush
from game.desktop.column import Thumb, icon_size
from game.desktop.geometry import Rect
from game.desktop.icons import draw as draw_icon
from game.desktop.props import PROPS, Prop
from game.desktop.theme import Theme
from game.desktop.type import Type
from game.desktop.widget import Widget

MARGIN = 4      # steps of the grid round a box that its shadow and its ring may take
KEPT = 3        # drawn boxes are kept up to so many times the pixels of the window


class Painter:
    """Paints with one theme at one scale. `props` adds or replaces drawing functions, by role.

    The page at rest stays on the surface: while only the pointer, the focus or a tooltip moves, what was drawn over
    it is taken off and drawn elsewhere. Whoever lets others draw on the surface must `forget`.
    """

    def __init__(self, theme: Theme, type: Type, unit: int, props: dict[str, Prop] | None = None) -> None:
        self.theme = theme
        self._type = type
        self._unit = max(2, unit)
        self._props = PROPS | (props or {})
        self._boxes: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self._pixels = self._most = 0
        self._under: list[tuple[pygame.Surface, pygame.Rect]] = []
        self._painted: tuple[pygame.Surface, tuple[int, int], list[Widget]] | None = None

    def paint(self, surface: pygame.Surface, widgets: Sequence[Widget], *, focus: str = "", hover: str = "",
              pressed: str = "") -> list[pygame.Rect]:
        """Fill `surface` with `widgets`; those named by id are drawn focused, hovered over or held down.

        Returns where the picture may differ from the last one.
        """
        page = (surface, surface.get_size(), [widget for widget in widgets if widget.role != "tooltip"])
        changed = [room for _, room in self._under]
        if self._painted != page:
            self._rest(surface, page[2])
            self._painted = page
            changed = [surface.get_rect()]
        while self._under:
            surface.blit(*self._under.pop())
        for widget in widgets:
            named = widget.id and widget.id in (hover, pressed, focus)
            if widget.role == "tooltip" or named:
                self._lift(surface, widget)
            if widget.role == "tooltip":
                self._draw(surface, widget, "rest")
            elif named:
                if widget.interactive and widget.enabled and widget.id in (hover, pressed):
                    self._draw(surface, widget, "pressed" if widget.id == pressed else "hover")
                if widget.id == focus:
                    self._ring(surface, widget)
        return [*changed, *(room for _, room in self._under)]

    def forget(self) -> None:
        """The surface may hold something else by now: the next picture is painted whole."""
        self._painted = None

    def _rest(self, surface: pygame.Surface, widgets: Sequence[Widget]) -> None:
        self._under.clear()
        self._most = KEPT * surface.get_width() * surface.get_height()
        surface.fill(self.theme.looks["page"].paper)
        for widget in widgets:
            self._draw(surface, widget, "rest")

    def _lift(self, surface: pygame.Surface, widget: Widget) -> None:
        """Keep what lies where a widget, its shadow and its ring are drawn."""
        room = _as_pygame(widget.rect.inset(-MARGIN * self._unit)).clip(surface.get_rect())
        if room.size != (0, 0):
            self._under.append((surface.subsurface(room).copy(), room))

    def _draw(self, surface: pygame.Surface, widget: Widget, state: str) -> None:
        """One widget: its box, then its lines, inside its clip."""
        if not widget.seen.w or not widget.seen.h:
            return
        if widget.clip is not None:
            surface.set_clip(_as_pygame(widget.clip))
        if widget.role == "veil":
            self._veil(surface, widget)
        elif widget.role in self._props:
            box, margin = self._box(widget, state)
            surface.blit(box, (widget.rect.x - margin, widget.rect.y - margin))
        look = self.theme.looks[widget.look]
        for line in widget.lines:
            if line.text:
                image = self._type.image(line.text, line.style, getattr(look, line.tone))
                surface.blit(image, (line.x, line.y + self._type.rise(image, line.style)))
        surface.set_clip(None)

    def _box(self, widget: Widget, state: str) -> tuple[pygame.Surface, int]:
        """The drawn box with its margin, from the store or new."""
        margin = self._unit * MARGIN
        key = (widget.role, widget.look, widget.rect.size, state, widget.enabled, widget.selected,
               widget.level, widget.data, widget.icon)
        if key in self._boxes:
            self._boxes.move_to_end(key)
            return self._boxes[key], margin
        look = self.theme.looks[widget.look]
        art = Art(widget.rect.size, margin, look.edge if self.theme.flat else BLACK)
        self._props[widget.role](Brush(art, widget, self.theme, look, self._unit, state))
        if isinstance(widget.data, Thumb):
            art.at = (self._unit * 2, self._unit * 2)
            small = widget._replace(data=widget.data.ops)
            self._props["picture"](Brush(art, small, self.theme, look, self._unit, state))
            art.at = (0, 0)
        if widget.icon:
            size, pad = icon_size(self._type), 0 if widget.role == "icon" else self._unit * 2
            draw_icon(art, widget.icon, Rect(pad, pad, size, size), look.accent if widget.enabled else look.soft)
        image = art.image()
        image.set_alpha(255, pygame.RLEACCEL)
        self._keep(key, image)
        return image, margin

    def _keep(self, key: Hashable, image: pygame.Surface) -> None:
        self._boxes[key] = image
        self._pixels += image.get_width() * image.get_height()
        while self._pixels > self._most and len(self._boxes) > 1:
            _, oldest = self._boxes.popitem(last=False)
            self._pixels -= oldest.get_width() * oldest.get_height()

    def _veil(self, surface: pygame.Surface, widget: Widget) -> None:
        dark = pygame.Surface(widget.rect.size)
        dark.set_alpha(self.theme.veil)
        surface.blit(dark, (widget.rect.x, widget.rect.y))

    def _ring(self, surface: pygame.Surface, widget: Widget) -> None:
        """The focus: a line in the focus colour between two in its opposite, visible on any ground."""
        if widget.clip is not None:
            surface.set_clip(_as_pygame(widget.clip.inset(-self._unit)))
        width = max(2, self._unit // 3)
        halo = self.theme.halo
        for grow, colour, line in ((3, halo, 1), (2, self.theme.focus, 2), (0, halo, 1)):
            rect = _as_pygame(widget.rect.inset(-width * grow))
            pygame.draw.rect(surface, colour, rect, width * line, border_radius=self._unit)
        surface.set_clip(None)


def _as_pygame(rect: Rect) -> pygame.Rect:
    return pygame.Rect(rect.x, rect.y, rect.w, rect.h)
