"""The commands. Every import of weight waits inside its command, so that `--help` and the title screen come at once.

Exit codes: 0 fine; 1 findings or a failed check; 2 wrong usage; 3 something could not be read or broke.
"""

import sys
from pathlib import Path

import click

from game import __version__
from game.authoring import fix, new, schema
from game.branching import whatif
from game.checking import lint
from game.comparing import compare
from game.debriefing import debrief
from game.directing import direct
from game.exit import code_of
from game.experiment import experiment
from game.flags import FOLDER, LENGTHS, SEED, folders_option, json_option, lang_option
from game.graph import graph
from game.kit import kit
from game.launch import (
    BROKEN,
    FINDINGS,
    Failure,
    begin,
    demo_told,
    has_display,
    look_in,
    play_text,
    seated,
    window,
    wording,
)
from game.learning import bargain
from game.playtest import playtest
from game.previewing import preview
from game.projecting import project
from game.shooting import shot


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qiantou")
@lang_option
@folders_option
@click.pass_context
def qiantou(context: click.Context, lang: str | None, folders: tuple[Path, ...]) -> None:
    """牵头：没有指挥权的牵头人训练推演。 A training tabletop for leading without authority.

    \b
    例 Examples:
      qiantou                                    打开窗口 open the window
      qiantou play tendering_reform --text       在终端里玩 play in the terminal
      qiantou demo                               看机器人玩一局 watch a bot play
    """
    if context.invoked_subcommand is not None:
        return
    if has_display() and window(lang, folders, None):
        return
    from game.telling.trouble import no_display

    words = wording(lang)
    if sys.stdin.isatty():
        click.echo(no_display(words), err=True)
        play_text(lang, folders, None, "class", "", None, (), None)
    else:
        click.echo(words("cli.no_keyboard"), err=True)
        demo_told(lang, folders, None, 1, "steady", None)


@qiantou.command()
@click.argument("scenario", required=False)
@click.option("--length", type=LENGTHS, default="class", show_default=True, help="课堂或完整 Length.")
@click.option("--variant", default="", metavar="V", help="变体 A variant of the scenario, such as hard.")
@click.option("--seed", type=SEED, default=None, help="随机种子 The game's seed.")
@click.option("--text", is_flag=True, help="在终端里玩 Play in the terminal.")
@click.option("--seat", "seats", multiple=True, metavar="S=human|bot:NAME", help="谁坐哪个席位 Who plays a seat.")
@click.option("--pin", default=None, metavar="PIN", help="导调台的口令 Lock the trainer's desk with it.")
@click.option("--run", "path", type=FOLDER, default=None, metavar="FILE", help="录像写到哪里 Where to record.")
@click.option("--advisor", type=click.Choice(["on", "off"]), default="on", show_default=True,
              help="参谋：推算、倾向、提示 Forecasts, leanings, hints.")
@lang_option
@folders_option
def play(
    scenario: str | None, length: str, variant: str, seed: int | None, text: bool, seats: tuple[str, ...],
    pin: str | None, path: Path | None, advisor: str, lang: str | None, folders: tuple[Path, ...],
) -> None:  # fmt: skip
    """玩一局。 Play a game.

    \b
    例 Examples:
      qiantou play tendering_reform
      qiantou play tendering_reform --text --lang en --length full
      qiantou play tendering_reform --seat housing=human --seat water=bot:steady --pin 2468
      qiantou play tendering_reform --text --seat housing=human --seat lead=bot:steady
    """
    asked = scenario or seats or variant or seed is not None or path or pin or advisor == "off"
    plain = not asked and length == "class"
    led = seated(wording(lang), seats).get("lead", "human") == "human"
    if not text and not led:
        click.echo(wording(lang)("cli.lead_only"), err=True)
    elif not text and has_display():
        if plain:
            opened = None
        else:
            session = begin(lang, folders, scenario, length, variant, seed, seats, path, pin, advisor == "on")
            session.recording.close()
            opened = session.recording.path
        if window(lang, folders, opened):
            return
    if not text and led:
        from game.telling.trouble import no_display

        click.echo(no_display(wording(lang)), err=True)
    play_text(lang, folders, scenario, length, variant, seed, seats, path, pin, advisor == "on")


@qiantou.command()
@click.argument("run", type=FOLDER, required=False)
@click.option("--text", is_flag=True, help="在终端里玩 Play in the terminal.")
@lang_option
def resume(run: Path | None, text: bool, lang: str | None) -> None:
    """接着玩一局（默认最近一局）。 Go on with a recorded game (the latest by default).

    \b
    例 Example:
      qiantou resume --text
    """
    from game.session.runs import runs

    words = wording(lang)
    path = run or next(iter(runs()), None)
    if path is None:
        raise Failure(words("cli.no_runs"))
    if not text and has_display() and window(lang, (), path):
        return
    from game.session.recording import read
    from game.session.session import resume as take_up
    from game.terminal.play import play as terminal

    tape = read(path)
    session = take_up(tape)
    if tape.torn:
        click.echo(words("cli.torn"), err=True)
    terminal(session, words)


@qiantou.command()
@click.argument("scenario", required=False)
@click.option("--seed", type=SEED, default=1, show_default=True, help="随机种子 The game's seed.")
@click.option("--bot", default="steady", show_default=True, metavar="NAME", help="谁来牵头 passive, random or steady.")
@click.option("--run", "path", type=FOLDER, default=None, metavar="FILE", help="录像写到哪里 Where to record.")
@lang_option
@folders_option
def demo(
    scenario: str | None, seed: int, bot: str, path: Path | None, lang: str | None, folders: tuple[Path, ...]
) -> None:
    """让机器人玩一整局，逐回合讲给你听。 A whole game by a bot, told turn by turn.

    \b
    例 Example:
      qiantou demo tendering_reform --seed 7 --lang en
    """
    demo_told(lang, folders, scenario, seed, bot, path)


@qiantou.command()
@json_option
@lang_option
@folders_option
def scenarios(as_json: bool, lang: str | None, folders: tuple[Path, ...]) -> None:
    """列出想定库。 List the library of scenarios.

    \b
    例 Example:
      qiantou scenarios --json
    """
    from game.listing import library_json, library_text
    from game.scenario.library import entries

    words = wording(lang)
    look_in(words, folders)
    found = entries(folders)
    click.echo(library_json(found, words) if as_json else library_text(found, words))


@qiantou.command()
@click.argument("runs", nargs=-1, required=True, type=FOLDER)
@json_option
@lang_option
def verify(runs: tuple[Path, ...], as_json: bool, lang: str | None) -> None:
    """重放录像，核对每一行。 Replay recordings and hold every line against them.

    \b
    例 Example:
      qiantou verify game.jsonl
    """
    from game.listing import held, verdicts_json

    words, verdicts = wording(lang), []
    for path in runs:
        found, told = held(path, words)
        verdicts.append((path, found))
        unreadable = found.verdict == "unreadable"
        if unreadable or not as_json:
            click.echo(told, err=unreadable)
    if as_json:
        click.echo(verdicts_json(verdicts))
    every = {found.verdict for _, found in verdicts}
    if every & {"unreadable", "differs"}:
        raise SystemExit(BROKEN if "unreadable" in every else FINDINGS)


@qiantou.command()
@json_option
def bench(as_json: bool) -> None:
    """量一量程序有多快。 Measure the project's own speed.

    两三分钟。× 是“地板”的倍数：同一分钟里一局最小的游戏走一步的时间。
    Two or three minutes. × is multiples of the floor: what a decision of the least of games costs in the same minute.

    \b
    例 Example:
      qiantou bench --json
    """
    from game.bench.figures import figures, table

    found = figures(progress=lambda name: click.echo(f"… {name}", err=True))
    if as_json:
        import json

        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        click.echo(table(found))


qiantou.add_command(bargain)
qiantou.add_command(compare)
qiantou.add_command(debrief)
qiantou.add_command(direct)
qiantou.add_command(graph)
qiantou.add_command(kit)
qiantou.add_command(lint)
qiantou.add_command(experiment)
qiantou.add_command(playtest)
qiantou.add_command(fix)
qiantou.add_command(new)
qiantou.add_command(schema)
qiantou.add_command(shot)
qiantou.add_command(preview)
qiantou.add_command(project)
qiantou.add_command(whatif)


def main() -> None:
    """Run the program and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(code_of(lambda: qiantou(standalone_mode=False)))
