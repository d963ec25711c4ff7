"""The command `lint`. Every import of weight waits inside it, so that `--help` comes at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.flags import FOLDER, FORMATS, lang_option
from game.launch import FINDINGS, USAGE, Failure, wording
from game.study.seldom import collecting_seldom

if TYPE_CHECKING:
    from game.telling.words import Words


@click.command()
@click.argument("paths", nargs=-1, required=True, type=FOLDER)
@click.option("--format", "form", type=FORMATS, default="text", show_default=True)
@click.option("--run", "tried", is_flag=True, help="也跑文件里的测试和解法 Run the file's tests and solutions too.")
@click.option("--docx", "book", type=FOLDER, default=None, metavar="F.docx",
              help="把一份想定写成供审阅的 Word 文档 Write one scenario as a Word document for approval.")
@lang_option
@collecting_seldom()
def lint(paths: tuple[Path, ...], form: str, tried: bool, book: Path | None, lang: str | None) -> None:
    """检查想定文件：格式、名字、条件、道理。 Check scenarios: schema, names, conditions, sense; --run: their tests.

    \b
    例 Examples:
      qiantou lint scenarios/tendering_reform.yaml
      qiantou lint scenarios --run
      qiantou lint scenarios/tendering_reform.yaml --docx tendering.docx
    """
    from game.lint.check import lint_files
    from game.lint.report import REPORTERS
    from game.telling.finding import worder

    words, games = wording(lang), 0
    if book is not None:
        _can_write(words, paths, book)
    findings, texts = lint_files(paths)
    if tried:
        from game.study.trial import run_trials

        for path in texts:
            failed, played = run_trials(Path(path), words)
            findings, games = [*findings, *failed], games + played
    if not texts and not findings:
        raise Failure(words("cli.lint_none"), USAGE)
    report = REPORTERS[form](findings, worder(words.raw), texts)
    if report:
        click.echo(report)
    if not findings and form == "text":
        click.echo(words("cli.lint_clean", files=len(texts)))
        if tried:
            click.echo(words("cli.lint_tried", games=games))
    if book is not None:
        if any(f.severity == "error" for f in findings):
            raise Failure(words("submission.docx.errors"), FINDINGS)
        _write(words, paths[0], texts[str(paths[0])], book)
    if findings:
        raise SystemExit(FINDINGS)


def _can_write(words: "Words", paths: Sequence[Path], book: Path) -> None:
    """Refuse what could only fail: several scenarios, a name that is no Word document's, nothing to write with."""
    if len(paths) != 1 or paths[0].is_dir():
        raise Failure(words("submission.docx.one"), USAGE)
    if book.suffix.lower() != ".docx":
        raise Failure(words("submission.docx.suffix", path=book), USAGE)
    try:
        import docx  # noqa: F401
    except ModuleNotFoundError as error:
        raise Failure(words("submission.docx.missing")) from error


def _write(words: "Words", path: Path, text: str, book: Path) -> None:
    """Write a scenario without errors as a Word document."""
    from datetime import date

    from game.lint.submission.document import document
    from game.scenario.finding import ScenarioError
    from game.scenario.load import read
    from game.session.recording import RecordingError
    from game.telling.word import write

    reading, today = read(text, str(path)), date.today()
    if reading.file is None:
        raise ScenarioError(reading.findings)
    try:
        write(document(reading.file, words, path.name, today), words, book, today)
    except OSError as error:
        raise RecordingError("cannot_write", path=str(book), why=str(error.strerror)) from error
    click.echo(words("submission.docx.written", path=book), err=True)
