"""The command `playtest`. Every import of weight waits inside it, so that `--help` comes at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.flags import FOLDER, LENGTHS, SEED, cluster_option, folders_option, json_option, lang_option, workers_option
from game.launch import BROKEN, FINDINGS, USAGE, Failure, crew, progress_bar, scenario_path, wording, writable

if TYPE_CHECKING:
    from game.study.playtest.read import Given
    from game.study.playtest.result import Playtest
    from game.telling.words import Words


@click.command()
@click.argument("scenario")
@click.option("--games", type=click.IntRange(2, 100_000), default=100, show_default=True, help="各几局 Games a bot.")
@click.option("--seed", type=SEED, default=1, show_default=True, help="头一个种子 The first game's seed.")
@click.option("--bots", default="", metavar="a,b", help="谁来打 Which bots (default: one of each way to lead).")
@workers_option
@cluster_option
@click.option("--length", type=LENGTHS, default="class", show_default=True, help="课堂或完整 Length.")
@click.option("--variant", default="", metavar="V", help="变体 A variant of the scenario, such as hard.")
@click.option("--html", type=FOLDER, default=None, metavar="F.html", help="另写一页报告 Also write a page to print.")
@json_option
@lang_option
@folders_option
def playtest(
    scenario: str, games: int, seed: int, bots: str, workers: int | None, cluster: str, length: str, variant: str,
    html: Path | None, as_json: bool, lang: str | None, folders: tuple[Path, ...],
) -> None:  # fmt: skip
    """让机器人打许多局，看想定哪里没用上、哪里失衡。 Many games by bots: what is unused, unbalanced.

    每个机器人用同一组种子，结果与进程数无关。文件里 balance: 的断言不成立，退出码为 1。
    All bots share their seeds; the number of processes changes nothing. Exit code 1 where a `balance:` claim fails.

    \b
    例 Examples:
      qiantou playtest tendering_reform
      qiantou playtest tendering_reform --games 500 --workers 4 --html report.html
      qiantou playtest tendering_reform --games 10000 --cluster tcp://10.0.0.1:8786
      qiantou playtest my.yaml --bots steady,pressure --games 50 --json
    """
    from game.scenario.balance import named
    from game.session.bots import LEADS
    from game.study.playtest.report import as_json as told_json
    from game.study.playtest.report import as_text
    from game.study.playtest.result import BOTS
    from game.study.playtest.result import playtest as played

    words = wording(lang)
    if html is not None:
        writable(words, html, ".html", ".htm")
    names = tuple(dict.fromkeys(b.strip() for b in bots.split(",") if b.strip())) or BOTS
    given = _given(words, scenario_path(words, folders, scenario), length, variant)
    if not bots:
        names = tuple(dict.fromkeys((*names, *(bot for claim in given.claims.values() for bot in named(claim)))))
    strange = next((n for n in names if n not in LEADS), None)
    if strange is not None:
        raise Failure(words("playtest.no_bot", name=strange, have=", ".join(LEADS)), USAGE)
    with progress_bar(games * len(names)) as bar:
        test = played(
            given.setting, given.source, names, games, seed, crew(words, workers, cluster), bar.update, given.claims
        )
    if html is not None:
        _write(html, test, words)
    click.echo((told_json if as_json else as_text)(test, words))
    if test.broke:
        raise SystemExit(BROKEN)
    if any(claim.verdict == "fails" for claim in test.claims):
        raise SystemExit(FINDINGS)


def _given(words: "Words", path: Path, length: str, variant: str) -> "Given":
    """Read the scenario; asking for a length or a variant it has not is wrong usage, any mistake `ScenarioError`."""
    from game.scenario.finding import ScenarioError
    from game.study.playtest.read import given

    try:
        found = given(path, length, variant)
    except ScenarioError as error:
        first = error.findings[0]
        if first.code != "no-such-variant":
            raise
        have = first.args["have"] or words("none")
        raise Failure(words("cli.no_such_variant", variant=variant, have=have), USAGE) from error
    if length not in found.lengths:
        raise Failure(words("playtest.no_length", length=length, have=", ".join(found.lengths)), USAGE)
    return found


def _write(path: Path, test: "Playtest", words: "Words") -> None:
    """Write the page."""
    from game.session.recording import RecordingError
    from game.study.playtest.page import as_html

    try:
        path.write_text(as_html(test, words), encoding="utf-8")
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error
