"""The command `lint`. Every import of weight waits inside it, so that `--help` comes at once."""

from pathlib import Path

import click

from game.flags import FOLDER, FORMATS, lang_option
from game.launch import FINDINGS, wording


@click.command()
@click.argument("paths", nargs=-1, required=True, type=FOLDER)
@click.option("--format", "form", type=FORMATS, default="text", show_default=True)
@click.option("--run", "tried", is_flag=True, help="也跑文件里的测试和解法 Run the file's tests and solutions too.")
@lang_option
def lint(paths: tuple[Path, ...], form: str, tried: bool, lang: str | None) -> None:
    """检查想定文件：格式、名字、条件、道理。 Check scenarios: schema, names, conditions, sense; --run: their tests.

    \b
    例 Examples:
      qiantou lint scenarios/tendering_reform.yaml
      qiantou lint scenarios --run
    """
    from game.lint.check import lint_files
    from game.lint.report import REPORTERS
    from game.telling.finding import worder

    findings, texts = lint_files(paths)
    words, games = wording(lang), 0
    if tried:
        from game.study.trial import run_trials

        for path in texts:
            failed, played = run_trials(Path(path), words)
            findings, games = [*findings, *failed], games + played
    report = REPORTERS[form](findings, worder(words.raw), texts)
    if report:
        click.echo(report)
    if not findings and form == "text":
        click.echo(words("cli.lint_clean", files=len(paths)))
        if tried:
            click.echo(words("cli.lint_tried", games=games))
    if findings:
        raise SystemExit(FINDINGS)
