"""The command `graph`. Every import of weight waits inside it, so that `--help` comes at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.flags import FOLDER, folders_option, lang_option
from game.launch import scenario_path, wording, writable

if TYPE_CHECKING:
    from game.scenario.schema import ScenarioFile
    from game.study.picture import Picture
    from game.telling.words import Words

SUBJECTS = ("causes", "lives", "tables")


@click.command()
@click.argument("scenario")
@click.option("--of", "subject", type=click.Choice(SUBJECTS), default="causes", show_default=True,
              help="因果、各种过程、谈判桌 Causes, life cycles, bargaining tables.")  # fmt: skip
@click.option("--out", type=FOLDER, default=None, metavar="F.svg", help="存成图片 Write it as an SVG picture.")
@click.option("--mermaid", is_flag=True, help="印出 Mermaid（默认） Print Mermaid text (the default).")
@lang_option
@folders_option
def graph(
    scenario: str, subject: str, out: Path | None, mermaid: bool, lang: str | None, folders: tuple[Path, ...]
) -> None:
    """画图：因果、过程、谈判桌。 Draw what effects write and conditions read, the life cycles, the tables.

    因果图里，红色：有条件读、没有效果写；灰色：写了没人读。谈判桌：横轴是牵头单位的得分，纵轴是最吃亏的一方高出底线多少。
    Of causes, red: read but never written; grey: written but never read. Of tables: the lead's points across, and
    upwards how far the least content party is above its walk-away value.

    \b
    例 Examples:
      qiantou graph market_street --out causes.svg
      qiantou graph market_street --of tables --out tables.svg
      qiantou graph scenarios/tendering_reform.yaml --of lives --mermaid
    """
    from game.scenario.finding import ScenarioError
    from game.scenario.load import read_file

    words = wording(lang)
    if out is not None:
        writable(words, out, ".svg")
    reading = read_file(scenario_path(words, folders, scenario))
    if reading.file is None or not reading.playable:
        raise ScenarioError(reading.findings)
    picture = _pictured(subject, reading.file, words)
    if out is not None:
        _drawn(picture, out, reading.file.id)
    if mermaid or out is None:
        click.echo(picture.mermaid)


def _pictured(subject: str, file: "ScenarioFile", words: "Words") -> "Picture":
    """Return the picture of a subject."""
    from game.scenario.lower import lower
    from game.study.causes import causes
    from game.study.lives import lives
    from game.study.picture import of_causes, of_lives, of_tables

    if subject == "lives":
        return of_lives(lives(), words)
    if subject == "tables":
        return of_tables(lower(file, next(iter(file.lengths))), words)
    return of_causes(causes(file), words)


def _drawn(picture: "Picture", path: Path, title: str) -> None:
    """Write the picture."""
    from game.charts.svg import svg
    from game.session.recording import RecordingError
    from game.study.picture import EM

    try:
        path.write_text(svg(picture.ops, picture.size, EM, title), encoding="utf-8")
    except OSError as error:
        raise RecordingError("cannot_write", path=str(path), why=str(error.strerror)) from error
    click.echo(str(path), err=True)
