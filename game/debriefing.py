"""The command `debrief`. Every import of weight waits inside it, so that `--help` comes at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.flags import FOLDER, json_option, lang_option
from game.launch import Failure, wording

if TYPE_CHECKING:
    from game.study.pack.played import Played
    from game.telling.words import Words


@click.command()
@click.argument("run", type=FOLDER)
@click.option("--out", type=FOLDER, default=None, metavar="DIR",
              help="讲评材料写到哪个文件夹 Write a debrief pack there.")
@json_option
@lang_option
def debrief(run: Path, out: Path | None, as_json: bool, lang: str | None) -> None:
    """讲评一局：不给 --out 就打印。 Debrief a recorded game; with --out as a pack of files.

    讲评材料共四件：debrief.html（可打印）、debrief.docx、events.csv、debrief.json。
    A pack is debrief.html (to print), debrief.docx, events.csv and debrief.json.

    \b
    例 Examples:
      qiantou debrief game.jsonl
      qiantou debrief game.jsonl --out 讲评
      qiantou debrief game.jsonl --out pack --lang en
    """
    from game.study.pack import record

    words = wording(lang)
    game = _game(run, words)
    if out is not None:
        _write(out, game, words)
    if as_json:
        click.echo(record.as_json(game, words))
    elif out is None:
        from game.telling.closing import closing
        from game.terminal.page import heading, items

        for title, lines in closing(words, game.scenario, game.study):
            click.echo("\n".join(["", heading(title), *items(lines)]))


def _game(run: Path, words: "Words") -> "Played":
    """Read and play the recording; one that does not hold, or is of other rules, is told as `verify` tells it."""
    from game.session.recording import read
    from game.session.replay import replay
    from game.study.pack.played import played
    from game.telling.trouble import verdict

    tape = read(run)
    found = replay(tape)
    if found.scenario is None or found.verdict.verdict != "ok":
        raise Failure(verdict(words, str(run), found.verdict))
    return played(tape, found.scenario, found.moments)


def _write(out: Path, game: "Played", words: "Words") -> None:
    """Write the pack, all of it or nothing; without python-docx all but the Word document."""
    from datetime import date

    from game.session.recording import RecordingError
    from game.session.whole import put_all
    from game.study.pack import record
    from game.study.pack.document import document
    from game.study.pack.page import as_html

    blocks = document(game, words)
    files = {
        "debrief.html": as_html(blocks, words).encode("utf-8", "replace"),
        "events.csv": record.as_csv(game, words),
        "debrief.json": record.as_json(game, words).encode("utf-8", "replace"),
    }
    try:
        from game.desktop.plate import plate
        from game.telling.word import as_bytes

        files["debrief.docx"] = as_bytes(blocks, words, date.today(), plate)
    except ModuleNotFoundError as error:
        if error.name != "docx":
            raise
        click.echo(words("pack.no_docx"), err=True)
    try:
        out.mkdir(parents=True, exist_ok=True)
        put_all({out / name: data for name, data in files.items()})
    except OSError as error:
        raise RecordingError("cannot_write", path=str(out), why=str(error.strerror)) from error
    click.echo(words("pack.written", path=out, files=words.listed(sorted(files))), err=True)
