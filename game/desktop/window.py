"""The window itself: it owns the display, feeds events to the stage and paints what has changed."""

import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import pygame

from game.desktop.brush import Brush
from game.desktop.focus import find
from game.desktop.painter import Painter
from game.desktop.reader import Reader, reader
from game.desktop.screen import Screen
from game.desktop.settings import Settings
from game.desktop.sheet import window_factor
from game.desktop.sound import Sound
from game.desktop.stage import Stage
from game.desktop.theme import GRID, THEMES
from game.desktop.type import Type

MMAP_THRESHOLD = -3         # as glibc numbers it
SPOKEN = pygame.USEREVENT      # a screen reader asks: `wish` is "focus" or "click", `id` a widget


class NoDisplay(Exception):
    """There is no screen to open a window on."""


class TwoPygames(Exception):
    """Both pygame and pygame-ce are installed; they overwrite each other's files."""


class Window:
    """One window showing one screen after another. `frames` counts the pictures drawn so far.

    Raises `NoDisplay` without a display and `TwoPygames` where the library is installed twice.
    """

    def __init__(self, screen: Screen, *, title: str = "牵头", size: tuple[int, int] = (1280, 720),
                 settings: Settings | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        _check_library()
        self._surface = _open(title, size)
        self.frames = 0
        self._sound = Sound()
        self._painter: Painter | None = None
        self._painted_for: tuple[object, ...] = ()
        self._typing = ""
        self._down: set[int] = set()
        self._hand = False
        self._arrived = ""
        self.stage = Stage(screen, self._surface.get_size(), settings or Settings(), rulers=Type, clock=clock,
                           play=self._sound.play)
        self._reader = _listener(title)

    def run(self) -> None:
        """Serve the window until it is closed."""
        try:
            self.step(())
            while self.stage.running:
                due = self.stage.wait()
                first = pygame.event.wait() if due is None else pygame.event.wait(max(1, int(due * 1000)))
                self.step((first, *pygame.event.get()))
        finally:
            self.close()

    def step(self, events: Iterable[pygame.event.Event]) -> None:
        """Take in `events` and whatever is due by the clock; draw once if anything has changed."""
        for event in events:
            self._take(event)
        self.stage.pass_time()
        self._serve_typing()
        self._serve_cursor()
        if self.stage.dirty:
            self._draw()

    def close(self) -> None:
        """Give display and sound back."""
        self._sound.close()
        pygame.display.quit()

    def _take(self, event: pygame.event.Event) -> None:
        stage = self.stage
        if event.type == pygame.QUIT:
            stage.running = False
        elif event.type == pygame.KEYDOWN:
            name, held = key_name(event), event.key in self._down
            self._down.add(event.key)
            if stage.settings.command(name) == "screen" and not stage.screen.listening and not held:
                pygame.display.toggle_fullscreen()
            else:
                stage.key(name, held)
        elif event.type == pygame.KEYUP:
            self._down.discard(event.key)
        elif event.type == pygame.TEXTINPUT:
            stage.typed(event.text)
        elif event.type == pygame.TEXTEDITING:
            stage.compose(event.text)
        elif event.type == pygame.MOUSEMOTION:
            stage.point(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            stage.press(event.pos)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            stage.release(event.pos)
        elif event.type == pygame.MOUSEWHEEL:
            stage.wheel(pygame.mouse.get_pos(), event.y)
        elif event.type == pygame.WINDOWLEAVE:
            stage.point((-1, -1))
        elif event.type == SPOKEN:
            stage.spoken(event.wish, event.id)
        elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            self._down.clear()
            if self._reader is not None:
                self._reader.awake(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED):
            self._fit()

    def _fit(self) -> None:
        surface = pygame.display.get_surface()
        if surface is not None:
            self._surface = surface
            if surface.get_size() != self.stage.size:
                self.stage.resize(surface.get_size())
            if self._painter is not None:
                self._painter.forget()
            self.stage.dirty = True

    def _draw(self) -> None:
        stage = self.stage
        wanted = (stage.settings.theme, stage.ruler)
        if self._painter is None or self._painted_for != wanted:
            unit = round(GRID * window_factor(stage.size))
            assert isinstance(stage.ruler, Type)
            self._painter = Painter(THEMES[stage.settings.theme], stage.ruler, unit, {"picture": _picture})
            self._painted_for = wanted
        changed = self._painter.paint(self._surface, stage.picture, hover=stage.hover, pressed=stage.pressed,
                                      focus=stage.focus if stage.by_keyboard else "")
        pygame.display.update(changed)
        stage.dirty = False
        self.frames += 1
        if stage.screen.name != self._arrived:
            if self._arrived:
                _give_back()
            self._arrived = stage.screen.name
        if self._reader is not None:
            self._reader.show(stage.widgets, stage.focus)

    def _serve_cursor(self) -> None:
        """A hand over what can be pressed."""
        under = find(self.stage.widgets, self.stage.hover)
        hand = under is not None and under.interactive and under.enabled
        if hand != self._hand:
            self._hand = hand
            with suppress(pygame.error):        # not every driver has cursors
                pygame.mouse.set_cursor(pygame.SYSTEM_CURSOR_HAND if hand else pygame.SYSTEM_CURSOR_ARROW)

    def _serve_typing(self) -> None:
        """Turn the system's input method on where there is something to type in."""
        field = self.stage.field()
        typing = field.id if field is not None else ""
        if typing == self._typing:
            return
        self._typing = typing
        if field is None:
            pygame.key.stop_text_input()
        else:
            pygame.key.start_text_input()
            pygame.key.set_text_input_rect(pygame.Rect(field.rect.x, field.rect.y, *field.rect.size))


def _give_back() -> None:
    """Give what the last screen no longer needs back to the system, where the C library would rather keep it."""
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):     # another C library needs no telling
        library = ctypes.CDLL(None)
        library.mallopt(MMAP_THRESHOLD, 1 << 20)
        library.malloc_trim(0)


def _listener(title: str) -> Reader | None:
    """Whoever listens for screen readers on the open window."""
    if pygame.display.get_driver() in ("dummy", "offscreen"):
        return None
    window = pygame.display.get_wm_info().get("window", 0)
    return reader(window, title, lambda wish, id: pygame.event.post(pygame.event.Event(SPOKEN, wish=wish, id=id)))


def _picture(brush: Brush) -> None:
    """Paint a chart; charts are only loaded once one is shown."""
    from game.desktop.picture import picture

    picture(brush)


def key_name(event: pygame.event.Event) -> str:
    """A key press as one name: what it types if visible, else SDL's name after `ctrl ` or `shift `."""
    name = pygame.key.name(event.key)
    if len(name) == 3 and name[0] == "[":       # the number block
        name = name[1]
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return f"ctrl {name}"
    if event.unicode.strip() and event.unicode.isprintable():
        return str(event.unicode.lower())
    return f"shift {name}" if event.mod & pygame.KMOD_SHIFT else name


def _open(title: str, size: tuple[int, int]) -> pygame.Surface:
    environment = os.environ
    environment.setdefault("SDL_IME_SHOW_UI", "1")
    environment.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    if "fcitx" in environment.get("XMODIFIERS", ""):
        environment.setdefault("SDL_IM_MODULE", "fcitx")
    if sys.platform == "linux" and not any(Path("/dev/dri").glob("render*")):
        environment.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")     # no GPU: a plain copy is faster
    try:
        pygame.display.init()
        pygame.display.set_caption(title)       # before the window is there, so that it never bears another name
        if pygame.display.get_driver() in ("dummy", "offscreen") and "SDL_VIDEODRIVER" not in environment:
            raise pygame.error("no video device")
        pygame.display.set_icon(_icon())
        surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    except pygame.error as error:
        pygame.display.quit()
        raise NoDisplay(f"no window can be opened here ({error}); --text plays in the terminal") from error
    pygame.key.stop_text_input()
    pygame.key.set_repeat(400, 40)
    return surface


def _icon() -> pygame.Surface:
    """A name plate on red; set before the window is there, or the library first looks for one of its own."""
    red, plate = THEMES["light"].looks["primary"], THEMES["light"].looks["plate"]
    icon = pygame.Surface((64, 64), pygame.SRCALPHA)
    pygame.draw.rect(icon, red.paper, (0, 0, 64, 64), border_radius=14)
    pygame.draw.polygon(icon, plate.paper, ((14, 16), (50, 16), (56, 42), (8, 42)))
    pygame.draw.polygon(icon, red.accent, ((8, 42), (56, 42), (51, 50), (13, 50)))
    pygame.draw.line(icon, plate.edge, (21, 26), (43, 26), 4)
    pygame.draw.line(icon, plate.edge, (19, 34), (45, 34), 4)
    return icon


def _check_library() -> None:
    """Look for the two packages by their folders: asking the packaging machinery would cost a tenth of the start."""
    beside = Path(pygame.__file__).parent.parent
    if not (any(beside.glob("pygame-*.dist-info")) and any(beside.glob("pygame_ce-*.dist-info"))):
        return
    raise TwoPygames("pygame and pygame-ce are both installed and overwrite each other: run "
                     "`pip uninstall pygame pygame-ce` and then `pip install pygame-ce`")
