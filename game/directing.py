"""The command `direct`. Every import of weight waits inside it, so that `--help` comes at once."""

from pathlib import Path

import click

from game.flags import FOLDER, lang_option
from game.launch import Failure, wording


@click.command()
@click.argument("run", type=FOLDER, required=False)
@lang_option
def direct(run: Path | None, lang: str | None) -> None:
    """导调：打开一局录像的导调台（默认最近一局）。 Open the trainer's desk on a game nobody has open just now.

    \b
    例 Examples:
      qiantou direct
      qiantou direct game.jsonl --lang en
    """
    from game.session.recording import read
    from game.session.runs import runs
    from game.session.session import resume
    from game.terminal.desk import direct as at_the_desk
    from game.terminal.prompt import Leave, Prompt

    words = wording(lang)
    path = run or next(iter(runs()), None)
    if path is None:
        raise Failure(words("cli.no_runs"))
    session = resume(read(path))
    try:
        at_the_desk(Prompt(words, input, click.echo), session)
    except Leave:
        pass
    finally:
        session.recording.close()
