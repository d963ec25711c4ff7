"""The commands that help an author write: `schema`, `new`, `fix`. Every import of weight waits inside them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.flags import FOLDER, lang_option
from game.launch import FINDINGS, USAGE, Failure, wording, writable

if TYPE_CHECKING:
    from game.lint.fix import Fixed
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

    if out is not None:
        writable(wording(None), out, ".json")
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
    from game.lint.check import lint_files
    from game.lint.editor import as_json
    from game.lint.new import is_id, scaffold, write_new
    from game.session.recording import RecordingError

    words = wording(lang)
    path = folder / f"{id}.yaml"
    if not is_id(id):
        raise Failure(words("cli.new_bad_id", id=id), USAGE)
    if path.exists():
        raise Failure(words("cli.new_taken", path=path), USAGE)
    try:
        text = scaffold(id, words, _answers(words) if ask else None)
    except click.Abort as error:
        raise Failure("\n" + words("cli.new_left"), FINDINGS) from error
    try:
        write_new(folder, id, text, as_json())
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error
    click.echo(words("cli.new_written", path=path))
    found = lint_files([path])[0]
    if found:
        click.echo(words("cli.fix_left", count=len(found), path=path))
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


@click.command()
@click.argument("paths", nargs=-1, required=True, type=FOLDER)
@click.option("--diff", "only_shown", is_flag=True, help="只看要改什么，不动文件 Show the changes, write nothing.")
@click.option("--to", "number", type=click.IntRange(1), metavar="N", help="升到第 N 版格式 Bring it to format N.")
@lang_option
def fix(paths: tuple[Path, ...], only_shown: bool, number: int | None, lang: str | None) -> None:
    """改好能放心改的：全角标点、真假的写法、认错的键、次序、编码。 Mend what can be mended safely.

    注释和引号都留着。改不了的留给作者，用 lint 看。
    Comments and quotes stay. What only the author can know is left; lint shows it.

    \b
    例 Examples:
      qiantou fix my_scenario.yaml --diff
      qiantou fix my_scenario.yaml
      qiantou fix old_scenario.yaml --to 1
    """
    from game.lint.check import lint_files
    from game.lint.fix import fixed
    from game.scenario.schema import FORMAT

    words = wording(lang)
    if number is not None and number > FORMAT:
        raise Failure(words("cli.fix_unknown_format", number=number, known=FORMAT), USAGE)
    left = 0
    for path in paths:
        data = path.read_bytes()
        found = fixed(data, str(path), number)
        if found is None:
            click.echo(words("cli.fix_unreadable", path=path))
            left += 1
            continue
        changed = found.text.encode() != data
        if only_shown:
            if found.encoding:
                click.echo(words("cli.fix_would_encode", path=path, encoding=found.encoding))
            click.echo(_difference(data, found, path), nl=False)
            left += changed
            continue
        if changed:
            _replaced(path, found.text)
        click.echo(_mended(found, path, changed, words), nl=False)
        remaining = len(lint_files([path])[0])
        if remaining:
            click.echo(words("cli.fix_left", count=remaining, path=path))
        left += remaining
    if left:
        raise SystemExit(FINDINGS)


def _difference(data: bytes, found: "Fixed", path: Path) -> str:
    """Return what would change, as a unified diff."""
    import difflib

    from game.lint.edit import kept_lines

    before = data.decode(found.encoding or "utf-8-sig", errors="replace")
    lines = difflib.unified_diff(kept_lines(before), kept_lines(found.text), str(path), str(path))
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def _mended(found: "Fixed", path: Path, changed: bool, words: "Words") -> str:
    """Return what was mended in a file, a line each."""
    from game.telling.finding import worder

    word = worder(words.raw)
    lines = [f"{path}:{f.span.line}:{f.span.col}: {words('cli.fix_done')}{word(f)[0]} [{f.code}]" for f in found.mended]
    lines += [words("cli.fix_format", path=path)] if found.migrated else []
    lines += [words("cli.fix_encoding", path=path, encoding=found.encoding)] if found.encoding else []
    lines += [words("cli.fix_ordered", path=path)] if found.ordered else []
    lines += [] if changed else [words("cli.fix_nothing", path=path)]
    return "".join(line + "\n" for line in lines)


def _replaced(path: Path, text: str) -> None:
    """Put a text in a file's place; what cannot be written is said in one sentence."""
    from game.session.recording import RecordingError
    from game.session.whole import put

    try:
        put(path, text.encode())
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error


def _written(path: Path, text: str) -> None:
    """Write a file and say where it is; what cannot be written is said in one sentence."""
    from game.session.recording import RecordingError

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error
    click.echo(str(path), err=True)
