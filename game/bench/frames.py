"""The window's own speed figures, in processes of their own: on the display there is, else on SDL's dummy driver."""

import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles

Figure = dict[str, float | str]
SCREENS = ("table", "files.bargains", "files.duties", "files.leaders", "files.pressure", "dossier", "evening")
"""The screens drawn anew; the slowest of them is told."""
PLAYED = 1000       # turns looked at before memory is weighed


def figure(values: list[float], unit: str) -> Figure:
    """Return the median of some measurements with their spread and unit."""
    middle, least, most = round(median(values), 3), round(min(values), 3), round(max(values), 3)
    return {"median": middle, "min": least, "max": most, "unit": unit}


_DRIVER = """
import os, sys, time
if sys.platform == 'linux' and not (os.environ.get('DISPLAY') or os.environ.get('WAYLAND_DISPLAY')):
    os.environ.setdefault('SDL_VIDEODRIVER', 'dummy')
"""
_BARE = """
begun = time.perf_counter()
import pygame
pygame.display.init(); pygame.font.init()
window = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
window.fill((250, 245, 230)); pygame.display.flip()
print(1000 * (time.perf_counter() - begun))
"""
_TITLE = """
begun = time.perf_counter()
from game.desktop.screens.desk import Desk
from game.desktop.screens.title import Title
from game.desktop.window import Window
Window(Title(desk=Desk())).step(())
print(1000 * (time.perf_counter() - begun))
"""
_GAME = """
import pygame
from game.desktop.gallery import screen_for
from game.desktop.settings import Settings
from game.desktop.window import Window
from game.launch import shown, wording
games = [shown(wording('zh'), turn) for turn in (3, 4)]
"""
_FRAMES = """
from game.desktop.painter import Painter
from game.desktop.sheet import Sheet
from game.desktop.theme import THEMES
window = Window(screen_for('table', games[0]), size=(1920, 1080))
window.step(())
idle = window.frames
for _ in range(50):
    window.step(())
print(window.frames - idle)
surface, ruler = pygame.display.get_surface(), window.stage.ruler
for name in SCREENS:
    pages = [screen_for(name, game) for game in games]
    painter, took = Painter(THEMES['light'], ruler, Sheet(surface.get_size(), ruler).unit()), []
    for n in range(104):
        begun = time.perf_counter()
        sheet = Sheet(surface.get_size(), ruler)
        pages[n % 2].layout(sheet)
        painter.forget()
        painter.paint(surface, sheet.widgets)
        pygame.display.flip()
        took.append(1000 * (time.perf_counter() - begun))
    print(*took[4:])
"""
_INPUT = """
window = Window(screen_for('table', games[0]), size=(1920, 1080), settings=Settings(sound=False, motion=False))
window.step(())
def press(key):
    begun = time.perf_counter()
    window.step([pygame.event.Event(pygame.KEYDOWN, key=key, unicode='', mod=0)])
    return 1000 * (time.perf_counter() - begun)
print(*[press(pygame.K_TAB) for _ in range(40)])
"""
_MEMORY = """
from game.desktop.screens.briefing import Briefing
from game.desktop.screens.chair import look
from game.desktop.screens.desk import Desk
from game.session.bots import LEADS
from game.session.recording import create
from game.session.session import begin
window, seen, seed = Window(screen_for('title')), 0, 0
while seen < PLAYED:
    seed += 1
    session, bot, turn = begin(games[0].scenario, seed, create(None, {'check': ''})), LEADS['steady'](seed), 0
    while not session.over and seen < PLAYED:
        if session.state.turn != turn and session.state.phase == 'planning':
            turn, seen = session.state.turn, seen + 1
            for name in ('briefing', 'table', 'evening'):
                window.stage.screen = screen_for(name, session)
                window.stage.resize(window.stage.size)
                window.step(())
        session.do(bot(session.view(), session.options()))
try:
    from resource import getpagesize
    held = int(open('/proc/self/statm').read().split()[1]) * getpagesize() / 2**20
except (ImportError, OSError):
    held = 0.0
print(held)
"""


def window() -> dict[str, Figure]:
    """Measure first frames (a bare window, the title), and screens of a game at 1080p laid out and drawn anew.

    `frame_ms` is the slowest of `SCREENS`, `frame_p99_ms` its 99th percentile; `input_ms` a key until its picture is
    up; `idle_frames` counts what was drawn in fifty rounds in which nothing had changed; `memory_mb` is what the
    process holds after `PLAYED` turns were looked at in a window as it opens (0 where the system does not tell).
    """
    lines = _printed(_GAME + f"SCREENS = {SCREENS!r}\n" + _FRAMES)
    drawn = [list(map(float, line.split())) for line in lines[1:]]
    slowest = max(drawn, key=median)
    return {
        "bare_frame_ms": figure([_number(_BARE) for _ in range(7)], "ms"),
        "first_frame_ms": figure([_number(_TITLE) for _ in range(7)], "ms"),
        "frame_ms": figure(slowest, "ms"),
        "frame_p99_ms": figure([quantiles(slowest, n=100)[-1]], "ms"),
        "input_ms": figure(list(map(float, _printed(_GAME + _INPUT)[-1].split())), "ms"),
        "idle_frames": figure([float(lines[0])], "frames"),
        "memory_mb": figure([_number(_GAME + f"PLAYED = {PLAYED}\n" + _MEMORY)], "MB"),
    }


def _number(code: str) -> float:
    return float(_printed(code)[-1])


def _printed(code: str) -> list[str]:
    """Return the lines a process of its own prints, without the library's greeting."""
    root = str(Path(__file__).resolve().parents[2])
    script = f"import sys; sys.path.insert(0, {root!r})\n{_DRIVER}{code}"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return [line for line in done.stdout.strip().splitlines() if not line.startswith("pygame")]
