"""What commands share on their command lines: kinds of values, and the options for language, folders and JSON."""

from pathlib import Path
from typing import Any

import click

LANGS = click.Choice(["zh", "en", "tw"])
LENGTHS = click.Choice(["class", "full"])
FORMATS = click.Choice(["text", "json", "github", "sarif"])
SEED = click.IntRange(0, 2**63 - 1)
FOLDER = click.Path(path_type=Path)


def _inherited(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """Return what stands before the subcommand where nothing stands behind it; of folders, both."""
    above = context.parent.params.get(parameter.name or "") if context.parent is not None else None
    return (*(above or ()), *value) if parameter.multiple else value or above


lang_option = click.option("--lang", type=LANGS, default=None, callback=_inherited,
                           help="语言 Language (default: by the system's locale).")  # fmt: skip
folders_option = click.option(
    "--scenarios", "folders", type=FOLDER, multiple=True, metavar="DIR", callback=_inherited,
    help="另加想定文件夹 A further folder.",
)  # fmt: skip
json_option = click.option("--json", "as_json", is_flag=True, help="输出一份 JSON Print one JSON document.")
workers_option = click.option("--workers", type=click.IntRange(1, 256), default=None,
                              help="几个进程 Processes (default: all cores).")  # fmt: skip
cluster_option = click.option("--cluster", default="", metavar="ADDRESS",
                              help="改由 Dask 集群来算 Use a Dask cluster, as tcp://host:8786.")  # fmt: skip
