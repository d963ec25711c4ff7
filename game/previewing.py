"""The command `preview`. Every import of weight waits inside it, so that `--help` comes at once."""

import sys
from pathlib import Path

import click

from game.flags import LENGTHS, SEED, folders_option, lang_option
from game.launch import FINDINGS, has_display, preferred, scenario_path, wording


@click.command()
@click.argument("file")
@click.option("--length", type=LENGTHS, default="class", show_default=True, help="课堂或完整 Length.")
@click.option("--variant", default="", metavar="V", help="变体 A variant of the scenario, such as hard.")
@click.option("--seed", type=SEED, default=1, show_default=True, help="随机种子 The game's seed.")
@click.option("--text", is_flag=True, help="在终端里看 In the terminal.")
@lang_option
@folders_option
def preview(
    file: str, length: str, variant: str, seed: int, text: bool, lang: str | None, folders: tuple[Path, ...]
) -> None:
    """边写边看：存一次盘，就重查一遍、把走过的再走一遍。 Write and watch: every save is checked and replayed.

    写错了照样打开，显示错在哪里，等你改好；上一个好版本接着用。动作、回合、数值都可以来回试。
    A broken file opens too: it shows what is wrong and waits; the last good version stays in play.
    没有键盘可用时，查一遍、说一遍就退出；有发现则退出码为 1。
    Without a keyboard it reports once and leaves, with exit code 1 if there are findings.

    \b
    例 Examples:
      qiantou preview my.yaml
      qiantou preview my.yaml --text --length full --seed 7
      qiantou preview my.yaml --variant hard --lang en
    """
    from game.lint.preview import preview as opened

    words = wording(lang)
    path = Path(file) if file.endswith((".yaml", ".yml")) else scenario_path(words, folders, file)
    seen = opened(path, length, variant, seed)
    if not text and has_display():
        from game.desktop.app import run_preview
        from game.desktop.window import NoDisplay

        try:
            run_preview(seen, lang, preferred())
        except NoDisplay:
            pass
        else:
            return
    if not text and sys.stdin.isatty():
        from game.telling.trouble import no_display

        click.echo(no_display(words), err=True)
    from game.terminal.preview import preview as watched
    from game.terminal.preview import told

    if sys.stdin.isatty():
        from game.terminal.keyboard import keyboard

        watched(seen, words, keyboard().line)
        return
    click.echo("\n".join(told(words, seen)))
    if seen.findings:
        raise SystemExit(FINDINGS)
