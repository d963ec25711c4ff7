"""What commands share on their command lines: kinds of values, and the options for language, folders and JSON."""

from pathlib import Path

import click

LANGS = click.Choice(["zh", "en", "tw"])
LENGTHS = click.Choice(["class", "full"])
FORMATS = click.Choice(["text", "json", "github", "sarif"])
SEED = click.IntRange(0, 2**63 - 1)
FOLDER = click.Path(path_type=Path)

lang_option = click.option("--lang", type=LANGS, default=None, help="语言 Language (default: by the system's locale).")
folders_option = click.option(
    "--scenarios", "folders", type=FOLDER, multiple=True, metavar="DIR", help="另加想定文件夹 A further folder."
)
json_option = click.option("--json", "as_json", is_flag=True, help="输出一份 JSON Print one JSON document.")
