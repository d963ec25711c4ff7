"""Starting what a command asks for: words, window or terminal, and a recorded game with its seats filled.

Every import of weight waits inside its function, so that `--help` and the title screen come at once.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from game.session.session import Session
    from game.study.crew import Workers
    from game.telling.words import Words

FINE, FINDINGS, USAGE, BROKEN = 0, 1, 2, 3
"""The exit codes: fine; findings or a failed check; wrong usage; something could not be read or broke."""


class Failure(Exception):
    """A command that could not do its work: the sentence to print, and the exit code."""

    def __init__(self, sentence: str, code: int = BROKEN) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def preferred() -> str:
    """Return the language the system asks for: English or Taiwan's Chinese where it says so, else Chinese."""
    asked = next((os.environ[k] for k in ("QIANTOU_LANG", "LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(k)), "")
    if asked.startswith("en"):
        return "en"
    return "tw" if asked.startswith(("zh_TW", "zh_HK", "tw")) else "zh"


def writable(words: "Words", path: Path, *suffixes: str) -> None:
    """Refuse a file to be written whose name is of another kind or whose folder is not there, before any work."""
    if path.suffix.lower() not in suffixes:
        raise Failure(words("cli.other_kind", path=path, kind=suffixes[0]), USAGE)
    if not path.parent.is_dir():
        raise Failure(words("cli.no_folder", path=path, folder=path.parent))


def wording(lang: str | None) -> "Words":
    """Return the words of the language asked for."""
    from game.telling.words import words

    return words(lang or preferred())


def has_display() -> bool:
    """Tell whether a window can be expected to open here."""
    if sys.platform.startswith(("win", "darwin", "cygwin")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def window(lang: str | None, folders: Sequence[Path], opened: Path | None) -> bool:
    """Open the window; tell whether there was a display to open it on."""
    from game.desktop.app import run
    from game.desktop.window import NoDisplay

    try:
        run(tuple(folders), lang, opened, preferred())
    except NoDisplay:
        return False
    return True


def progress_bar(games: int) -> Any:
    """Return a progress bar on the error stream; it shows itself only on a terminal."""
    return click.progressbar(length=games, file=sys.stderr, hidden=not (sys.stderr.isatty() and games))


def crew(words: "Words", workers: int | None, cluster: str) -> "Workers":
    """Return who plays many games: so many processes, as many as there are cores, or a cluster."""
    from game.study.crew import Cluster

    if not cluster:
        return workers or os.cpu_count() or 1
    if workers is not None:
        raise Failure(words("crew.both"), USAGE)
    if not cluster.startswith(("tcp://", "tls://")):
        raise Failure(words("crew.address", address=cluster), USAGE)
    return Cluster(cluster)


def look_in(words: "Words", folders: Sequence[Path]) -> None:
    """Say which of the folders named are not there; OSError for one that cannot be read."""
    for folder in folders:
        try:
            os.scandir(folder).close()
        except (FileNotFoundError, NotADirectoryError):
            click.echo(words("cli.no_such_folder", path=folder), err=True)


def scenario_path(words: "Words", folders: Sequence[Path], scenario: str | None) -> Path:
    """Return the file of the scenario asked for (the first of the library by default)."""
    from game.scenario.library import entries, find
    from game.telling.trouble import unknown_scenario

    look_in(words, folders)
    if scenario is None:
        playable = [e for e in entries(folders) if e.finding is None]
        if not playable:
            raise Failure(words("cli.empty_library"))
        return playable[0].path
    path = find(scenario, folders)
    if path is None:
        raise Failure(unknown_scenario(words, scenario), USAGE)
    return path


def seated(words: "Words", items: Sequence[str]) -> dict[str, str]:
    """Return who plays which seat, from `S=human|bot|bot:NAME` items; Failure for one that cannot be read."""
    from game.session.bots import LEADS
    from game.session.seating import SEATS, known

    found = {}
    for item in items:
        seat, _, who = item.partition("=")
        if not known(seat, who):
            raise Failure(words("cli.bad_seat", item=item, bots=", ".join(LEADS), others=", ".join(SEATS)), USAGE)
        found[seat] = who
    return found


def locked(pin: str | None) -> dict[str, str]:
    """Return the header's options that keep a trainer's PIN; none without one."""
    from secrets import token_hex

    from game.session.pin import OPTION, sealed_pin

    return {OPTION: sealed_pin(pin, token_hex(8))} if pin else {}


def begin(
    lang: str | None, folders: Sequence[Path], scenario: str | None, length: str, variant: str, seed: int | None,
    seats: Sequence[str], path: Path | None, pin: str | None = None, advisor: bool = True,
) -> "Session":  # fmt: skip
    """Begin a recorded game as asked on the command line."""
    from secrets import randbelow

    from game.scenario.library import entry
    from game.scenario.load import load
    from game.scenario.source import decode
    from game.session.recording import asked
    from game.session.runs import record
    from game.session.seating import people, players
    from game.session.session import begin as begin_game
    from game.telling.trouble import trouble

    words = wording(lang)
    kept = seated(words, seats)
    source = scenario_path(words, folders, scenario)
    listed = entry(source) if variant else None
    if listed is not None and listed.finding is None and variant not in listed.variants:
        have = ", ".join(listed.variants) or words("none")
        raise Failure(words("cli.no_such_variant", variant=variant, have=have), USAGE)
    text, _ = decode(source.read_bytes(), str(source))
    loaded = load(text or "", str(source), length, variant)
    strange = sorted(set(kept) - set(loaded.seats))
    if strange:
        raise Failure(words("cli.no_such_seat", seat=strange[0], have=", ".join(loaded.seats)), USAGE)
    drawn = seed if seed is not None else randbelow(2**31)
    options = {**locked(pin), **asked(advisor)}
    recording, lost = record(loaded, text or "", drawn, path, seats=kept, lang=words.lang, options=options)
    if lost is not None:
        click.echo(words.sentences(trouble(words, lost), words("cli.not_kept")), err=True)
    return begin_game(loaded, drawn, recording, people(kept), players(kept))


def play_text(
    lang: str | None, folders: Sequence[Path], scenario: str | None, length: str, variant: str, seed: int | None,
    seats: Sequence[str], path: Path | None, pin: str | None = None, advisor: bool = True,
) -> None:  # fmt: skip
    """Begin a game and play it in the terminal."""
    from game.terminal.play import play as terminal

    terminal(begin(lang, folders, scenario, length, variant, seed, seats, path, pin, advisor), wording(lang))


def demo_told(
    lang: str | None, folders: Sequence[Path], scenario: str | None, seed: int, bot: str, path: Path | None
) -> None:
    """Begin a game, let a bot lead it, and tell its story."""
    from game.session.bots import LEADS
    from game.terminal.demo import demo as tell

    words = wording(lang)
    if bot not in LEADS:
        raise Failure(words("cli.no_such_bot", bot=bot, have=", ".join(LEADS)), USAGE)
    session = begin(lang, folders, scenario, "class", "", seed, (), path)
    tell(session, words, LEADS[bot](seed))
    session.recording.close()


def shown(words: "Words", turn: int) -> "Session":
    """Return a game to be looked at: a few turns of a bot's, until `turn` is being planned. Nothing is written."""
    from game.scenario.load import load
    from game.session.bots import LEADS
    from game.session.recording import create, header
    from game.session.session import begin as begin_game
    from game.session.session import play_until

    source = scenario_path(words, (), None)
    text = source.read_text(encoding="utf-8")
    scenario = load(text, str(source), "class")
    session = begin_game(scenario, 7, create(None, header(scenario, text, 7, "")))
    play_until(session, LEADS["steady"](0), turn)
    return session
