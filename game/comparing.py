"""The command `compare`. Every import of weight waits inside it, so that `--help` comes at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.flags import FOLDER, cluster_option, json_option, lang_option, workers_option
from game.launch import USAGE, Failure, crew, progress_bar, wording

if TYPE_CHECKING:
    from game.study.compare.name import Names
    from game.study.compare.reading import Class
    from game.telling.words import Words


@click.command()
@click.argument("runs", nargs=-1, required=True, type=FOLDER, metavar="RUN|DIR...")
@click.option("--out", type=FOLDER, default=None, metavar="DIR",
              help="写到哪个文件夹 Write the class page there.")
@click.option("--anonymous", is_flag=True, help="组名、人名、文件名一律换成甲组…… Call teams Team A and so on.")
@click.option("--me", type=FOLDER, default=None, metavar="RUN", help="突出其中一组 Single one team out.")
@click.option("--seeds", type=click.IntRange(0, 1000), default=12, show_default=True,
              help="运气试几个种子 On how many other seeds luck is tried.")
@click.option("--bots", default="", metavar="a,b",
              help="跟谁比；planner 是强手，每局十几秒 Held against whom; planner, a strong one, takes seconds a game.")
@workers_option
@cluster_option
@json_option
@lang_option
def compare(
    runs: tuple[Path, ...], out: Path | None, anonymous: bool, me: Path | None, seeds: int, bots: str,
    workers: int | None, cluster: str, as_json: bool, lang: str | None,
) -> None:  # fmt: skip
    """把一个班的录像放在一起比。 Compare the recordings of a class.

    给文件夹就连同里面的文件夹一起找 .jsonl。改动过、没写完、另一版规则的，列出原因，不计入。
    写出四件：compare.html（可打印）、compare.docx、compare.csv、compare.json。
    Folders are searched for .jsonl, subfolders too. What was altered, cut short or is of other rules is listed with
    the reason, and left out. The class page is compare.html (to print), compare.docx, compare.csv and compare.json.

    \b
    例 Examples:
      qiantou compare 全班录像 --out 对比
      qiantou compare class/ --out page --anonymous --lang en
      qiantou compare a.jsonl b.jsonl --json
      qiantou compare class/ --out page --bots steady,passive,planner
      qiantou compare /srv/recordings --out page --cluster tcp://10.0.0.1:8786
    """
    from game.session.bots import LEADS
    from game.study.compare.name import Names
    from game.study.compare.reading import BOTS, read_class, recordings
    from game.study.compare.record import as_json as told_json

    words = wording(lang)
    against = tuple(dict.fromkeys(b.strip() for b in bots.split(",") if b.strip())) or BOTS
    strange = next((bot for bot in against if bot not in LEADS), None)
    if strange is not None:
        raise Failure(words("playtest.no_bot", name=strange, have=", ".join(LEADS)), USAGE)
    paths = recordings(runs)
    if not paths:
        raise Failure(words("compare.nothing", path=words.listed([str(run) for run in runs])), USAGE)
    with progress_bar(len(paths)) as bar:
        found = read_class(paths, crew(words, workers, cluster), bar.update, seeds, bots=against)
    names = Names(found, words, anonymous)
    if not found.groups:
        raise Failure("\n".join([words("compare.none_sound"), *_left(found, names, words)]))
    mine = _mine(found, paths, me, words)
    if out is not None:
        _write(out, found, names, words, mine)
    if as_json:
        click.echo(told_json(found, names, words))
    elif out is None:
        _print(found, names, words)
    else:
        click.echo("\n".join(_left(found, names, words)), err=True, nl=bool(found.left))


def _mine(found: "Class", paths: list[Path], me: Path | None, words: "Words") -> str:
    """Return the path, as read, of the team singled out; "" for none."""
    if me is None:
        return ""
    same = {str(path) for path in paths if path.resolve() == me.resolve()}
    mine = next((row.path for group in found.groups for row in group.rows if row.path in same), None)
    if mine is None:
        raise Failure(words("compare.no_me", path=me), USAGE)
    return mine


def _left(found: "Class", names: "Names", words: "Words") -> list[str]:
    """Return a line a recording that was left out."""
    from game.study.compare.wording import reason

    return [words("said.of", who=names(left.path), text=reason(words, left)) for left in found.left]


def _print(found: "Class", names: "Names", words: "Words") -> None:
    """Print the teams of every part, best first, and what to discuss."""
    from game.study.compare.topic import topics
    from game.study.compare.wording import Teller
    from game.telling.number import points
    from game.terminal.page import heading, items

    for group in found.groups:
        tell = Teller(group, names, words)
        best = sorted(group.rows, key=lambda row: -row.mark)
        click.echo("\n".join(["", heading(tell.title()), *items(
            [f"{points(row.mark)} · {tell.team(row)} · {tell.ending(row)}" for row in best])]))  # fmt: skip
        told = [words("said.of", who=title, text=seen) for title, seen, _ in map(tell.topic, topics(group))]
        title = heading(words("compare.part.topics"))
        click.echo("\n".join(["", title, *items(told or [words("compare.topics.none")])]))
    if found.left:
        click.echo("\n".join(["", heading(words("compare.part.left")), *items(_left(found, names, words))]))


def _write(out: Path, found: "Class", names: "Names", words: "Words", me: str) -> None:
    """Write the class page, all of it or nothing; without python-docx all but the Word document."""
    from datetime import date

    from game.desktop.plate import plate
    from game.session.recording import RecordingError
    from game.session.whole import put_all
    from game.study.compare.page import files

    made = files(found, names, words, me, date.today(), plate)
    if "compare.docx" not in made:
        click.echo(words("compare.no_docx"), err=True)
    try:
        out.mkdir(parents=True, exist_ok=True)
        put_all({out / name: data for name, data in made.items()})
    except OSError as error:
        raise RecordingError("cannot_write", path=str(out), why=str(error.strerror)) from error
    counted = sum(len(group.rows) for group in found.groups)
    click.echo(words("compare.found", n=counted, left=len(found.left), parts=len(found.groups)), err=True)
    click.echo(words("compare.written", path=out, files=words.listed(sorted(made))), err=True)
