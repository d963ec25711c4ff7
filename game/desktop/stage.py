"""A screen being used: focus, pointer, scrolling and tooltips over it; knows no display and no device."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.desktop import focus
from game.desktop.callout import Callout, point
from game.desktop.explanation import Explanation
from game.desktop.intent import Apply, Back, Edit, Learn, Press, Quit, Tick
from game.desktop.motion import Motion, motion
from game.desktop.screen import Screen
from game.desktop.settings import Settings
from game.desktop.sheet import Ruler, Sheet, window_factor
from game.desktop.theme import GRID
from game.desktop.widget import Widget

HOVER = 0.5         # seconds the pointer rests before a tooltip opens
FRAME = 1 / 60      # seconds between two pictures of what moves
WHEEL = 12          # grid steps a notch of the wheel scrolls
HELD = ("next", "previous", *focus.ARROWS, "page up", "page down")
"""The commands a key that is held goes on giving."""


class Stage:
    """Turns keys, pointer and time into intents for the screen, and the screen into widgets.

    `rulers` makes a ruler for a type factor, `play` plays a cue by name. `dirty` is set whenever the picture
    has changed; whoever paints it clears it. `running` ends with `Quit`.
    """

    def __init__(self, screen: Screen, size: tuple[int, int], settings: Settings, *,
                 rulers: Callable[[float], Ruler], clock: Callable[[], float],
                 play: Callable[[str], None] = lambda cue: None) -> None:
        self.screen = screen
        self.size = size
        self.settings = settings
        self.ruler = rulers(window_factor(size) * settings.scale / 100)
        self.focus = ""
        self.hover = ""
        self.pressed = ""
        self.by_keyboard = False
        self.running = True
        self.dirty = True
        self._rulers, self._clock, self._play = rulers, clock, play
        self._scrolled: dict[str, int] = {}
        self._widgets: Sequence[Widget] | None = None
        self._motion: Motion | None = None
        self._tip = self._composing = ""
        self._callout: Callout | None = None
        self._hovered_at = self._ticked_at = clock()
        self._cue(screen.cue)

    @property
    def widgets(self) -> Sequence[Widget]:
        """The screen laid out, with the tooltip that is open; laid out again only after a change."""
        if self._widgets is None:
            sheet = Sheet(self.size, self.ruler, self._scrolled, (self.focus, self._composing))
            self.screen.layout(sheet)
            self._callout = point(self.screen, sheet)
            told = focus.find(sheet.widgets, self._tip)
            if told is not None and (why := self._explained(told)).text:
                sheet.tooltip(why, told.seen)
            self._widgets = tuple(sheet.widgets)
        return self._widgets

    @property
    def picture(self) -> Sequence[Widget]:
        """The widgets as they look now: some may still be on their way."""
        return self._motion.picture(self.widgets, self._clock()) if self._motion is not None else self.widgets

    def resize(self, size: tuple[int, int]) -> None:
        """The window has a new size."""
        self.size = size
        self.ruler = self._rulers(window_factor(size) * self.settings.scale / 100)
        self._change()

    def key(self, name: str, held: bool = False) -> None:
        """A key went down, by SDL's name, with `ctrl ` or `shift ` before it; one that is `held` presses nothing.

        It repeats while the window is busy, too: a page one waited for would be turned before it was seen.
        """
        if held and name != "backspace" and self.settings.command(name) not in HELD:
            return
        self.by_keyboard, self._tip, self._motion = True, "", None
        self._change()
        if self.screen.listening:
            self.do(Press(name))
            return
        field = self.field()
        if field is not None and name == "backspace":
            self.do(Edit(field.id, field.value[:-1]))
            return
        if field is not None and len(name) == 1:
            return      # it comes again as text
        direct = focus.by_key(self.widgets, name)
        if direct is not None:
            self.focus = direct.id
            self.activate(direct)
            return
        self.command("" if field is not None and name == "space" else self.settings.command(name))

    def command(self, command: str) -> None:
        """One of `settings.COMMANDS`."""
        if command in ("next", "previous"):
            self._go(focus.following(self.widgets, self.focus, 1 if command == "next" else -1))
        elif command in focus.ARROWS:
            target = focus.towards(self.widgets, self.focus, command)
            if target == self.focus and command in ("up", "down"):
                self._scroll(focus.region_of(self.widgets, self.focus), command)
            self._go(target)
        elif command in ("page up", "page down", "start", "end"):
            self._scroll(focus.region_of(self.widgets, self.focus), command)
        elif command == "activate" and not self.focus:
            self._go(focus.first(self.widgets))
            start = focus.find(self.widgets, self.focus)
            if start is not None and start.look == "primary":
                self.activate(start)
        elif command == "activate":
            target_widget = focus.find(focus.usable(self.widgets), self.focus)
            if target_widget is not None:
                self.activate(target_widget)
        elif command == "explain":
            self._tip = self.focus
            self._change()
        elif command == "back":
            self.do(self._callout.action if self._callout is not None else Back())
        elif command in ("larger", "smaller"):
            scale = self.settings.stepped(1 if command == "larger" else -1)
            self.do(Apply(replace(self.settings, scale=scale)))

    def typed(self, text: str) -> None:
        """Text was typed, perhaps by an input method."""
        field = self.field()
        self._composing = ""
        if field is not None:
            self.do(Edit(field.id, field.value + text))

    def compose(self, text: str) -> None:
        """An input method shows `text`, not yet settled."""
        self._composing = text
        self._change()

    def point(self, at: tuple[int, int]) -> None:
        """The pointer moved."""
        found = focus.under(self.widgets, at)
        id = found.id if found else ""
        if id != self.hover:
            self.hover, self._hovered_at = id, self._clock()
            if self._tip:
                self._tip, self._widgets = "", None
            self.dirty = True

    def press(self, at: tuple[int, int]) -> None:
        """The main button went down."""
        self.by_keyboard, self._tip, self._motion = False, "", None
        self.point(at)
        self.pressed = self.hover
        if self.hover:
            self.focus = self.hover
        self._change()

    def release(self, at: tuple[int, int]) -> None:
        """The main button came up: what was pressed is activated if the pointer is still on it."""
        self.point(at)
        pressed, self.pressed = self.pressed, ""
        self.dirty = True
        widget = focus.find(focus.usable(self.widgets), pressed)
        if widget is not None and pressed == self.hover:
            self.activate(widget)

    def spoken(self, wish: str, id: str) -> None:
        """A screen reader asks to "focus" or to "click" a widget; one that is gone by now is let be."""
        widget = focus.find(focus.stops(self.widgets), id)
        if widget is None:
            return
        self.by_keyboard = True
        self._go(id)
        if wish == "click" and widget.interactive:
            self.activate(widget)

    def wheel(self, at: tuple[int, int], notches: int) -> None:
        """The wheel turned; positive is away from the user, to what is above."""
        area = focus.region_at(self.widgets, at)
        if area is not None and area.extent is not None:
            step = round(WHEEL * 8 * window_factor(self.size))
            self._move_to(area, area.extent.offset - notches * step)

    def activate(self, widget: Widget) -> None:
        """Do what the widget stands for; a blocked one says why instead."""
        if widget.enabled and widget.action is not None:
            self._cue("stamp" if widget.look == "primary" else "tap")
            self.do(widget.action)
        elif widget.role == "field":
            self._go(focus.following(self.widgets, widget.id))
        else:
            self._tip = widget.id
            self._change()

    def do(self, intent: object) -> None:
        """Hand an intent to the screen and show what comes of it."""
        if isinstance(intent, Quit):
            self.running = False
            return
        if isinstance(intent, Learn):
            intent = Apply(replace(self.settings, learnt=self.settings.learnt | {intent.key}))
        if isinstance(intent, Apply):
            resized = intent.settings.scale != self.settings.scale
            self.settings = intent.settings
            if resized:
                self.resize(self.size)
        pointed = self._callout
        after = self.screen.handle(intent)
        if after is None:
            return
        before, arriving = self.widgets, after.name != self.screen.name
        if after.name != self.screen.name:
            self.focus, self._scrolled = "", {}
        if after is not self.screen:
            self._cue(after.cue)
        self.screen, self._tip = after, ""
        self._change()
        if focus.find(focus.stops(self.widgets), self.focus) is None:
            self.focus = focus.first(self.widgets) if self.by_keyboard else ""
        if self.settings.motion and (arriving or not self.screen.pulse):
            unit = round(GRID * window_factor(self.size))
            self._motion = motion(before, self.widgets, arriving, unit, self._clock())
        if pointed is not None and pointed.lasting and self.widgets and pointed != self._callout \
                and pointed.key not in self.settings.learnt:
            self.do(Learn(pointed.key))

    def wait(self) -> float | None:
        """Seconds until `pass_time` has something to do; `None` when only an event can change anything."""
        due = [self._clock() + FRAME] if self._motion is not None else []
        if self.hover and self._tip != self.hover and self._has_tip(self.hover):
            due.append(self._hovered_at + HOVER)
        if self.screen.pulse:
            due.append(self._ticked_at + self.screen.pulse)
        return max(0.0, min(due) - self._clock()) if due else None

    def pass_time(self) -> None:
        """Open the tooltip and send the tick that are due."""
        now = self._clock()
        if self._motion is not None:
            self._motion, self.dirty = None if self._motion.over(now) else self._motion, True
        if self.hover and self._tip != self.hover and now >= self._hovered_at + HOVER:
            self._hovered_at = now
            if self._has_tip(self.hover):
                self._tip = self.hover
                self._change()
        if self.screen.pulse and now >= self._ticked_at + self.screen.pulse:
            self._ticked_at = now
            self.do(Tick(now))

    def _cue(self, cue: str) -> None:
        if cue and self.settings.sound:
            self._play(cue)

    def field(self) -> Widget | None:
        """The field that is being typed in."""
        widget = focus.find(focus.usable(self.widgets), self.focus)
        return widget if widget is not None and widget.role == "field" else None

    def _has_tip(self, id: str) -> bool:
        widget = focus.find(self.widgets, id)
        return widget is not None and (bool(widget.hint) or widget.why is not None)

    def _explained(self, widget: Widget) -> Explanation:
        why = self.screen.explain(widget.why) if widget.why is not None else Explanation()
        return why.after(widget.hint)

    def _go(self, id: str) -> None:
        self.focus = id
        self._change()
        moved = focus.revealing(self.widgets, id)
        if moved is not None:
            self._scrolled[moved[0]] = moved[1]
            self._change()

    def _scroll(self, area: Widget | None, command: str) -> None:
        if area is None or area.extent is None:
            return
        extent = area.extent
        page = extent.seen * 9 // 10
        steps = {"up": -page // 4, "down": page // 4, "page up": -page, "page down": page,
                 "start": -extent.content, "end": extent.content}
        self._move_to(area, extent.offset + steps[command])

    def _move_to(self, area: Widget, offset: int) -> None:
        if area.extent is not None:
            self._scrolled[area.id] = max(0, min(offset, area.extent.furthest))
            self._change()

    def _change(self) -> None:
        self._widgets = None
        self.dirty = True
