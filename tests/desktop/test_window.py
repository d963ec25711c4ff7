import pygame
import pytest
from example import Example

from game.desktop import sound
from game.desktop.explanation import Explanation
from game.desktop.painter import Painter
from game.desktop.settings import Settings
from game.desktop.sheet import Sheet
from game.desktop.shot import shot
from game.desktop.theme import THEMES
from game.desktop.type import Type
from game.desktop.window import NoDisplay, TwoPygames, Window, key_name


@pytest.fixture(name="open_window")
def _open_window():
    opened = Window(Example(), clock=lambda: 0.0)
    opened.step(())
    yield opened
    opened.close()


def key(code, text="", mod=0):
    return pygame.event.Event(pygame.KEYDOWN, key=code, unicode=text, mod=mod)


def test_the_first_step_draws_and_idle_ones_do_not(open_window):
    assert open_window.frames == 1
    for _ in range(5):
        open_window.step((pygame.event.Event(pygame.NOEVENT),))
    open_window.step((pygame.event.Event(pygame.MOUSEMOTION, pos=(2, 2), rel=(0, 0), buttons=(0, 0, 0)),))
    assert open_window.frames == 1


def test_many_events_make_one_frame(open_window):
    open_window.step([key(pygame.K_TAB, "\t")] * 4)
    assert open_window.frames == 2
    assert open_window.stage.focus == "peer2"


def test_a_key_that_is_held_moves_on_but_presses_once(open_window):
    up = pygame.event.Event(pygame.KEYUP, key=pygame.K_1, mod=0)
    open_window.step([key(pygame.K_1, "1")] * 3)
    assert open_window.stage.screen.done == ("call",)
    open_window.step([up, key(pygame.K_1, "1"), up])
    assert open_window.stage.screen.done == ("call", "call")
    before = open_window.stage.focus
    open_window.step([key(pygame.K_TAB, "\t")] * 3)
    assert open_window.stage.focus != before


def test_events_reach_the_screen(open_window):
    open_window.step((key(pygame.K_1, "1"),))
    at = next(w for w in open_window.stage.widgets if w.id == "peer1").rect.centre
    open_window.step((pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1),
                      pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1)))
    assert open_window.stage.screen.done == ("call", ("open", 1))


def test_closing_the_window_ends_it(open_window):
    open_window.step((pygame.event.Event(pygame.QUIT),))
    assert not open_window.stage.running


@pytest.mark.parametrize(("event", "name"), [
    (key(pygame.K_TAB, "\t"), "tab"), (key(pygame.K_TAB, "", pygame.KMOD_LSHIFT), "shift tab"),
    (key(pygame.K_SLASH, "?", pygame.KMOD_LSHIFT), "?"), (key(pygame.K_u, "U", pygame.KMOD_LSHIFT), "u"),
    (key(pygame.K_KP3), "3"), (key(pygame.K_EQUALS, "", pygame.KMOD_LCTRL), "ctrl ="),
    (key(pygame.K_SPACE, " "), "space"), (key(pygame.K_RETURN, "\r"), "return"),
])
def test_names_of_keys(event, name):
    pygame.display.init()
    assert key_name(event) == name


def test_no_display_is_one_clear_error(monkeypatch):
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "there-is-no-such-driver")
    with pytest.raises(NoDisplay):
        Window(Example())


def test_two_libraries_over_each_other_are_told(monkeypatch, tmp_path):
    for folder in ("pygame-2.6.1.dist-info", "pygame_ce-2.5.3.dist-info"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr(pygame, "__file__", str(tmp_path / "pygame" / "__init__.py"))
    with pytest.raises(TwoPygames, match="pip uninstall"):
        Window(Example())


def test_no_sound_card_is_silence(monkeypatch):
    def no_card(*args, **kwargs):
        raise pygame.error("no audio device")

    monkeypatch.setattr(pygame.mixer, "init", no_card)
    player = sound.Sound()
    player.play("stamp")
    player.play("tap")
    player.close()


def test_there_are_eight_short_cues_that_do_not_clip():
    assert len(sound.CUES) == 8
    for cue in sound.CUES:
        wave = sound.samples(cue)
        assert 0 < len(wave) <= 2 * sound.RATE
        assert max(map(abs, wave)) < 32767
        assert abs(wave[-1]) < 400


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("asking", [False, True])
def test_pictures_of_every_theme(tmp_path, theme, asking):
    target = tmp_path / "screen.png"
    shot(Example(asking), target, (1280, 720), settings=Settings(theme=theme), focus="call")
    picture = pygame.image.load(str(target))
    assert picture.get_size() == (1280, 720)
    assert len({tuple(picture.get_at((x, y))) for x in range(0, 1280, 16) for y in range(0, 720, 16)}) > 4


def test_a_picture_that_cannot_be_written(tmp_path):
    with pytest.raises(OSError):
        shot(Example(), tmp_path / "no" / "such" / "folder.png")


def test_painting_again_gives_the_same_pixels():
    type = Type(0.75)
    sheet = Sheet((800, 600), type)
    Example().layout(sheet)
    painter, pictures = Painter(THEMES["light"], type, 6), []
    for focus in ("call", "", "call"):
        surface = pygame.Surface((800, 600), 0, 32)
        painter.paint(surface, sheet.widgets, focus=focus, hover="quit")
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert pictures[0] == pictures[2] != pictures[1]


def test_a_page_painted_piece_by_piece_is_the_page_painted_whole():
    type, screen = Type(0.75), Example()
    plain, told = Sheet((800, 600), type), Sheet((800, 600), type)
    screen.layout(plain)
    screen.layout(told)
    told.tooltip(Explanation("because"), told.widgets[-1].rect)
    kept, lasting = Painter(THEMES["light"], type, 6), pygame.Surface((800, 600), 0, 32)
    seen = pygame.Surface((800, 600), 0, 32)        # a display that takes over no more than it is told has changed
    ids = ["", *(widget.id for widget in plain.widgets if widget.id)]
    for n in range(60):
        sheet = told if n % 5 in (2, 3) else plain
        state = {"focus": ids[n * 5 % len(ids)], "hover": ids[n * 3 % len(ids)], "pressed": ids[n * 11 % len(ids)]}
        for rect in kept.paint(lasting, sheet.widgets, **state):
            seen.blit(lasting, rect, rect)
        fresh = pygame.Surface((800, 600), 0, 32)
        Painter(THEMES["light"], type, 6).paint(fresh, sheet.widgets, **state)
        wanted = pygame.image.tobytes(fresh, "RGB")
        assert pygame.image.tobytes(lasting, "RGB") == wanted == pygame.image.tobytes(seen, "RGB"), n


def test_only_the_modules_in_use_are_started(open_window):
    assert not pygame.mixer.get_init()
    assert not pygame.joystick.get_init()
