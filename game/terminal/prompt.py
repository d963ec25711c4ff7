"""Asking at the keyboard: a line of input, the commands that work everywhere, choices by number."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from getpass import getpass

from game.scenario.text import LANGUAGES
from game.telling.words import Words, words
from game.terminal.page import paragraph

Ask = Callable[[str], str]
Out = Callable[[str], None]


class Leave(Exception):
    """The player leaves: q, the end of input, or Ctrl-C."""


@dataclass(slots=True)
class Prompt:
    """The keyboard and the page, in one language at a time.

    `commands` are the words that work at every question ("h", "g", "l"), each with what it shows.
    """

    words: Words
    ask: Ask
    out: Out
    commands: dict[str, Callable[[], list[str]]] = field(default_factory=dict)

    def say(self, *lines: str) -> None:
        """Print lines as they are."""
        for line in lines:
            self.out(line)

    def tell(self, text: str) -> None:
        """Print a text, broken to the page."""
        self.say(*paragraph(text))

    def read(self, prompt: str) -> str:
        """Return what was typed, in lower case; commands that work everywhere are obeyed first. Raises `Leave`."""
        while True:
            try:
                typed = self.ask(prompt)
            except (EOFError, KeyboardInterrupt) as error:
                raise Leave from error
            text = " ".join(typed.lower().split())
            if text in ("q", "quit", "exit"):
                raise Leave
            if text.startswith("lang ") and text[5:] in LANGUAGES:
                self.words = words(text[5:], self.words.strict)
                self.tell(self.words("terminal.lang", name=self.words("lang.name")))
                return ""
            if text not in self.commands:
                return text
            self.say(*self.commands[text]())

    def text(self, prompt: str) -> str:
        """Return what was typed as it is, without blanks at its ends; no commands. Raises `Leave`."""
        try:
            return self.ask(prompt).strip()
        except (EOFError, KeyboardInterrupt) as error:
            raise Leave from error

    def secret(self, prompt: str) -> str:
        """Return what was typed, on a terminal without showing it. Raises `Leave`."""
        if self.ask is not input or not sys.stdin.isatty():
            return self.text(prompt)
        try:
            return getpass(prompt)
        except (EOFError, KeyboardInterrupt) as error:
            raise Leave from error

    def enter(self) -> None:
        """Wait for Enter."""
        self.read(self.words("terminal.enter"))

    def choose(self, count: int, back: bool = True) -> int | None:
        """Return the index of a choice made by number; None for "b" where one may go back."""
        span = "1" if count == 1 else f"1–{count}"
        keys = self.words("terminal.keys.one" if back else "terminal.keys.must", span=span)
        while True:
            text = self.read(self.words("terminal.prompt", keys=keys))
            if back and text == "b":
                return None
            chosen = number(text)
            if chosen is not None and 1 <= chosen <= count:
                return chosen - 1
            self.bad(keys)

    def several(self, count: int, least: int, most: int) -> list[int] | None:
        """Return the indices of `least` to `most` choices made by number, "a" for all; None for "b"."""
        keys = self.words("terminal.keys.all" if most >= count else "terminal.keys.many", least=least, most=most)
        while True:
            text = self.read(self.words("terminal.prompt", keys=keys))
            if text == "b":
                return None
            chosen = list(range(count)) if text == "a" else _numbers(text, count)
            if chosen is not None and least <= len(chosen) <= most:
                return chosen
            self.bad(keys)

    def bad(self, keys: str) -> None:
        """Say that the input was not understood, and what would be."""
        self.tell(self.words("terminal.bad", keys=keys))


def number(text: str) -> int | None:
    """Return the number a text is, at most four digits; None if it is none."""
    return int(text) if text.isdecimal() and len(text) <= 4 else None


def _numbers(text: str, count: int) -> list[int] | None:
    """Return the indices named by numbers between spaces or commas, each once; None if one is no choice."""
    found = [number(part) for part in text.replace(",", " ").replace("，", " ").replace("、", " ").split()]
    if any(n is None or not 1 <= n <= count for n in found):
        return None
    return list(dict.fromkeys(n - 1 for n in found if n is not None))


def numbered(texts: Sequence[str]) -> list[str]:
    """Return texts as numbered lines, broken to the page."""
    return [line for n, text in enumerate(texts, 1) for line in paragraph(text, f"{n:3}  ", "     ")]
