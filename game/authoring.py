"""The commands that help an author write: `schema`, `new`, `fix`. Every import of weight waits inside them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.flags import FOLDER, lang_option
from game.launch import USAGE, Failure, wording

if TYPE_CHECKING:
    from game.telling.words import Words


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


@click.command()
@click.argument("id")
@click.option("--ask", is_flag=True, help="先问十几个问题，再填进去 Ask a dozen questions and fill them in.")
@click.option("--in", "folder", type=FOLDER, default=Path(), metavar="DIR", help="写在哪个文件夹 Where to write it.")
@lang_option
def new(id: str, ask: bool, folder: Path, lang: str | None) -> None:
    """写一份能玩的小想定，改成自己的。 Write a small scenario that plays, to make your own.

    \b
    例 Examples:
      qiantou new school_gate
      qiantou new school_gate --ask --in my_scenarios
    """
    from game.lint.editor import as_json
    from game.lint.new import is_id, scaffold, write_new
    from game.session.recording import RecordingError

    words = wording(lang)
    path = folder / f"{id}.yaml"
    if not is_id(id):
        raise Failure(words("cli.new_bad_id", id=id), USAGE)
    if path.exists():
        raise Failure(words("cli.new_taken", path=path), USAGE)
    text = scaffold(id, words, _answers(words) if ask else None)
    try:
        write_new(folder, id, text, as_json())
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error
    click.echo(words("cli.new_written", path=path))
    click.echo(words("cli.new_next", path=path))


def _answers(words: "Words") -> dict[str, str]:
    """Ask the author; Enter keeps what stands in brackets."""
    from game.lint.new import QUESTIONS, default, read_level

    click.echo(words("new.ask.intro"), err=True)
    given: dict[str, str] = {}
    for question in QUESTIONS:
        said = ""
        while not said:
            said = click.prompt(words(f"new.ask.{question}"), default=default(words, question), err=True).strip()
            if question == "trust" and read_level(said) is None:
                click.echo(words("new.ask.level"), err=True)
                said = ""
        given[question] = said
    return {q: said for q, said in given.items() if said != default(words, q)}


def _written(path: Path, text: str) -> None:
    """Write a file and say where it is; what cannot be written is said in one sentence."""
    from game.session.recording import RecordingError

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error
    click.echo(str(path), err=True)
