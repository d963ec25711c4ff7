"""The command `experiment`. Every import of weight waits inside it, so that `--help` comes at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.flags import FOLDER, SEED, cluster_option, folders_option, json_option, lang_option, workers_option
from game.launch import FINDINGS, USAGE, Failure, crew, look_in, progress_bar, wording

if TYPE_CHECKING:
    from game.scenario.finding import Finding
    from game.study.experiment.plan import Plan
    from game.study.experiment.result import Result
    from game.telling.words import Words

EM = 16
CHART_WIDTH = 900


@click.command()
@click.argument("files", nargs=-1, required=True, type=FOLDER)
@click.option("--games", type=click.IntRange(2, 100_000), default=None, help="每臂几局 Games an arm.")
@click.option("--seed", type=SEED, default=1, show_default=True, help="头一个种子 The first game's seed.")
@workers_option
@cluster_option
@click.option("--sensitivity", "vary", is_flag=True, help="常数逐个乘 0.8、1.2 Each constant × 0.8 and × 1.2.")
@click.option("--constants", default="", metavar="a,b", help="只改这几个常数 Only these constants.")
@click.option("--chart", type=FOLDER, default=None, metavar="F.svg", help="均值和区间的图 Means with intervals.")
@json_option
@lang_option
@folders_option
def experiment(
    files: tuple[Path, ...], games: int | None, seed: int, workers: int | None, cluster: str, vary: bool,
    constants: str, chart: Path | None, as_json: bool, lang: str | None, folders: tuple[Path, ...],
) -> None:  # fmt: skip
    """拿模型做实验：各臂共用随机数，给出区间和结论。 Test the model: arms on common luck, intervals and verdicts.

    FILE 是实验文件、自带实验的编号，或一个文件夹。 A file, the id of an experiment that ships, or a folder.

    \b
    例 Examples:
      qiantou experiment h14
      qiantou experiment scenarios/experiments --games 100 --workers 4 --json
      qiantou experiment h14 --games 10000 --cluster tcp://10.0.0.1:8786
      qiantou experiment h14 --sensitivity --constants bulletin_days,repeat
    """
    from game.scenario.constants import constants as known
    from game.study.experiment.report import as_json as told_json
    from game.study.experiment.report import as_text
    from game.study.experiment.result import experiments
    from game.study.experiment.sensitivity import sensitivity, variations

    words = wording(lang)
    names = [n.strip() for n in constants.split(",") if n.strip()]
    strange = next((n for n in names if n not in known()), None)
    if strange is not None:
        raise Failure(words("experiment.no_constant", name=strange, have=", ".join(known())), USAGE)
    if names and not vary:
        raise Failure(words("experiment.constants_alone"), USAGE)
    look_in(words, folders)
    plans = _plans(words, files, folders, games, as_json)
    at_once = crew(words, workers, cluster)
    with progress_bar(sum(p.games * len(p.recipes) for p in plans)) as bar:
        results = experiments(plans, seed, at_once, bar.update)
    tried = [*plans, *(p for p, _, _ in variations(plans, names))] if vary else []
    with progress_bar(sum(p.games * len(p.recipes) for p in tried)) as bar:
        borne = sensitivity(plans, names, seed, at_once, bar.update) if vary else []
    if chart is not None:
        _draw(results, words, chart)
    click.echo((told_json if as_json else as_text)(results, borne, words))
    if not all(result.held for result in results):
        raise SystemExit(FINDINGS)


def _plans(
    words: "Words", files: Sequence[Path], folders: Sequence[Path], games: int | None, as_json: bool
) -> "list[Plan]":
    """Read every experiment and make it ready; what is wrong with any is told, and ends the command."""
    from game.lint.report import REPORTERS
    from game.scenario.arm import Settings
    from game.study.experiment.plan import plan
    from game.telling.finding import worder

    settings = Settings(folders)
    plans: list[Plan] = []
    findings: list[Finding] = []
    paths = [path for file in files for path in _files(words, file)]
    for path in paths:
        ready, found = plan(path, settings, games)
        findings += found
        if ready is not None:
            plans.append(ready)
    if any(f.severity == "error" for f in findings):
        texts = {f.path: Path(f.path).read_text(encoding="utf-8", errors="replace") for f in findings}
        click.echo(REPORTERS["json" if as_json else "text"](findings, worder(words.raw), texts))
        raise SystemExit(FINDINGS)
    return plans


def _files(words: "Words", file: Path) -> list[Path]:
    """Return the experiment files a path or an id stands for."""
    from game.scenario.shipped import shipped

    if file.is_dir():
        found = sorted(file.glob("*.yaml"))
        if not found:
            raise Failure(words("experiment.no_files", path=file))
        return found
    ships = shipped("scenarios") / "experiments" / f"{file}.yaml"
    return [ships if not file.suffix and not file.exists() and ships.is_file() else file]


def _draw(results: "Sequence[Result]", words: "Words", path: Path) -> None:
    """Write the chart of all arms' means with their intervals."""
    from game.charts.dots import Dot, Panel, dots
    from game.charts.svg import svg
    from game.session.recording import RecordingError
    from game.study.experiment.wording import Teller

    panels = []
    for result in results:
        teller = Teller(words, result.plan)
        for measure in result.plan.experiment.file.measures:
            rows = tuple(Dot(teller.arm(arm), *result.spread(arm, measure)) for arm in result.plan.recipes)
            panels.append(Panel(f"{result.plan.experiment.file.id} · {teller.measure(measure)}", rows))
    ops, height = dots(panels, CHART_WIDTH, EM)
    try:
        title = ", ".join(result.plan.experiment.file.id for result in results)
        path.write_text(svg(ops, (CHART_WIDTH, height), EM, title), encoding="utf-8")
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error
