"""The commands that show what can be learnt from a scenario. Every import of weight waits inside its command."""

from pathlib import Path

import click

from game.flags import folders_option, json_option, lang_option
from game.launch import USAGE, Failure, scenario_path, wording


@click.command()
@click.argument("scenario")
@click.option("--table", "table", default=None, metavar="ID", help="只看这张谈判桌 Only this table.")
@click.option("--variant", default="", metavar="V", help="变体 A variant of the scenario, such as hard.")
@json_option
@lang_option
@folders_option
def bargain(
    scenario: str, table: str | None, variant: str, as_json: bool, lang: str | None, folders: tuple[Path, ...]
) -> None:
    """看一张谈判桌上哪些方案谈得成。 What can be agreed at a table, and what each lever changes.

    \b
    例 Examples:
      qiantou bargain tendering_reform
      qiantou bargain tendering_reform --table terms --json
    """
    from game.bargaining import bargain_json, bargain_text
    from game.scenario.finding import ScenarioError
    from game.scenario.load import load_any

    words = wording(lang)
    path = scenario_path(words, folders, scenario)
    try:
        loaded = load_any(path, variant)
    except ScenarioError as error:
        first = error.findings[0]
        if first.code != "no-such-variant":
            raise
        have = first.args["have"] or words("none")
        raise Failure(words("cli.no_such_variant", variant=variant, have=have), USAGE) from error
    ids = [t.id for t in loaded.tables]
    if table is not None and table not in ids:
        raise Failure(words("cli.no_such_table", table=table, have=", ".join(ids)), USAGE)
    shown = ids if table is None else [table]
    click.echo(bargain_json(loaded, shown) if as_json else bargain_text(loaded, shown, words))
