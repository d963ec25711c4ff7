"""The commands that help an author write: `schema`, `new`, `fix`. Every import of weight waits inside them."""

from pathlib import Path

import click

from game.flags import FOLDER


@click.command()
@click.option("--out", type=FOLDER, default=None, metavar="F.json", help="写进文件 Write it to a file.")
def schema(out: Path | None) -> None:
    """给编辑器用的 JSON Schema：补全、提示、纠错。 The JSON Schema for editors: completion, hints, errors.

    \b
    在想定第一行写上（new 会自己写）
    The first line of a scenario names it (`new` writes it):
      # yaml-language-server: $schema=qiantou.schema.json
    \b
    例 Examples:
      qiantou schema --out qiantou.schema.json
      qiantou schema > qiantou.schema.json
    """
    from game.lint.editor import as_json

    if out is None:
        click.echo(as_json(), nl=False)
    else:
        _written(out, as_json())


def _written(path: Path, text: str) -> None:
    """Write a file and say where it is; what cannot be written is said in one sentence."""
    from game.session.recording import RecordingError

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error
    click.echo(str(path), err=True)
