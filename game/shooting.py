"""The command `shot`: screens as pictures. Every import of weight waits inside it."""

from pathlib import Path

import click

from game.flags import FOLDER, lang_option
from game.launch import USAGE, Failure, wording


@click.command()
@click.argument("screen")
@click.option("--run", "path", type=FOLDER, default=None, metavar="RUN", help="哪一局 A recording.")
@click.option("--turn", type=click.IntRange(1), default=None, help="第几回合 At which turn.")
@click.option("--out", type=FOLDER, required=True, metavar="F.png|DIR", help="存到哪里 Where to.")
@click.option("--size", default="1280x720", show_default=True, metavar="WxH")
@click.option("--scale", type=click.IntRange(100, 200), default=100, show_default=True, help="字号 Text size, %.")
@click.option("--theme", type=click.Choice(["light", "dark", "contrast"]), default="light", show_default=True)
@lang_option
def shot(
    screen: str, path: Path | None, turn: int | None, out: Path, size: str, scale: int, theme: str, lang: str | None
) -> None:
    """把画面存成图片；all 是全部画面，另拼一张总图。 Save a screen as a picture, or `all` and a sheet of them.

    \b
    例 Examples:
      qiantou shot table --turn 3 --size 1920x1080 --out table.png
      qiantou shot all --lang en --out pictures
    """
    from game.desktop.gallery import SCREENS, all_pictures, picture
    from game.session.recording import RecordingError

    words = wording(lang)
    if screen not in (*SCREENS, "all"):
        raise Failure(words("cli.no_such_screen", screen=screen, have=", ".join((*SCREENS, "all"))), USAGE)
    width, _, height = size.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 640 and int(height) >= 480):
        raise Failure(words("cli.bad_size", size=size), USAGE)
    window = int(width), int(height)
    try:
        if screen == "all":
            for written in all_pictures(out, window, run=path, turn=turn, lang=words.lang, scale=scale, theme=theme):
                click.echo(str(written))
            return
        picture(screen, out, window, run=path, turn=turn, lang=words.lang, scale=scale, theme=theme)
    except OSError as error:
        raise RecordingError("cannot_write", path=str(out), why=str(error.strerror)) from error
    except ValueError as error:
        raise Failure(words("cli.no_page"), USAGE) from error
    click.echo(str(out))
