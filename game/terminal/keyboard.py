"""Lines typed at a terminal, read beside the game, so that something else can be done while nobody types."""

import sys
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread


class Keyboard:
    """The lines typed; `read` gives the next bytes, none at the end of input.

    They are read in a thread of their own: not every system can wait for a keyboard and a clock at once. It reads raw
    bytes, since a thread that holds the lock of a buffered stream would hinder leaving.
    """

    def __init__(self, read: Callable[[], bytes], encoding: str = "utf-8") -> None:
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        self._ended = False
        Thread(target=self._listen, args=(read, encoding), daemon=True).start()

    def _listen(self, read: Callable[[], bytes], encoding: str) -> None:
        held = b""
        while data := read():
            *whole, held = (held + data).split(b"\n")
            for line in whole:
                self._lines.put(line.decode(encoding, "replace").rstrip("\r"))
        if held:
            self._lines.put(held.decode(encoding, "replace"))
        self._lines.put(None)

    def line(self, seconds: float) -> str | None:
        """Return the next line, or None when none was typed for so many seconds; EOFError at the end of input."""
        if self._ended:
            raise EOFError
        try:
            line = self._lines.get(timeout=seconds)
        except Empty:
            return None
        if line is None:
            self._ended = True
            raise EOFError
        return line


def keyboard() -> Keyboard:
    """Return the keyboard of this terminal."""
    raw = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
    return Keyboard(lambda: bytes(raw.read(4096) or b""), sys.stdin.encoding or "utf-8")
