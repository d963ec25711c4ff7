"""The command `project`. Every import of weight waits inside it, so that `--help` comes at once."""

from pathlib import Path

import click

from game.flags import FOLDER, lang_option
from game.launch import Failure, has_display, preferred, wording


@click.command()
@click.argument("run", type=FOLDER, required=False)
@lang_option
def project(run: Path | None, lang: str | None) -> None:
    """投影：跟着一局走，只放全场都该知道的（默认最近一局）。 Follow a game on the projector, public things only.

    \b
    例 Examples:
      qiantou project
      qiantou project game.jsonl --lang en
    """
    from game.desktop.app import run_project
    from game.desktop.window import NoDisplay
    from game.session.follow import follow
    from game.session.runs import runs
    from game.telling.trouble import no_display

    words = wording(lang)
    path = run or next(iter(runs()), None)
    if path is None:
        raise Failure(words("cli.no_runs"))
    seen = follow(path)
    if not has_display():
        raise Failure(no_display(words))
    try:
        run_project(seen, lang, preferred())
    except NoDisplay as error:
        raise Failure(no_display(words)) from error
