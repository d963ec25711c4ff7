"""The command `kit`. Every import of weight waits inside it, so that `--help` comes at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game import __version__
from game.flags import FOLDER, folders_option, lang_option
from game.launch import USAGE, Failure, look_in, wording, writable
from game.wheels import PLATFORMS

if TYPE_CHECKING:
    from game.study.kit.content import Given, Word
    from game.telling.words import Words

_STAMP = (2026, 1, 1, 0, 0, 0)
_ROOT = "qiantou-kit"
_RUNS = ("start.sh", "start.command")


@click.command()
@click.option("--out", type=FOLDER, default=Path("qiantou-kit.zip"), show_default=True, metavar="F.zip",
              help="写到哪里 Where to write it.")  # fmt: skip
@click.option("--wheels", type=FOLDER, default=None, metavar="DIR",
              help="用已经下载好的安装文件 Use wheels fetched before.")  # fmt: skip
@click.option("--no-wheels", is_flag=True, help="只要纸面材料 The paper part only.")
@click.option("--for", "systems", type=click.Choice(list(PLATFORMS)), multiple=True,
              help="只给哪些系统 For which systems (default: all).")  # fmt: skip
@lang_option
@folders_option
def kit(
    out: Path, wheels: Path | None, no_wheels: bool, systems: tuple[str, ...], lang: str | None,
    folders: tuple[Path, ...],
) -> None:  # fmt: skip
    """做一个课堂包：解压就能用，不联网。 Build a class kit that runs in a room without a network.

    里面有各系统的安装文件、启动脚本、流程单、角色卡、桌签、教员手册，中英文都有。做的时候要联网下载安装文件。
    It holds wheels for every system, starting scripts, run sheets, role cards, table signs and guides in both
    languages. Building it needs a network, for the wheels.

    \b
    例 Examples:
      qiantou kit --out qiantou-kit.zip
      qiantou kit --for windows                        只给 Windows for Windows only
      qiantou kit --wheels 下载好的文件夹               不联网 without a network
      qiantou kit --no-wheels --out paper.zip          只要纸面材料 the paper part only
    """
    from tempfile import TemporaryDirectory

    from game.wheels import NotFetched, found

    words = wording(lang)
    writable(words, out, ".zip")
    if wheels is not None and no_wheels:
        raise Failure(words("kit.both"), USAGE)
    given, sources = _scenarios(words, folders)
    with TemporaryDirectory() as room:
        try:
            if wheels is None and not no_wheels:
                wheels = _fetched(words, Path(room), systems or tuple(PLATFORMS))
            elif wheels is not None:
                for name in ("qiantou", "pip"):
                    found(wheels, name)
        except NotFetched as error:
            key = "kit.offline" if wheels is None else "kit.no_wheel"
            raise Failure(words(key, why=error, path=wheels, name=error)) from error
        held = sorted(wheels.glob("*.whl")) if wheels is not None else []
        _write(words, out, given, sources, held)
    size = round(out.stat().st_size / 1e6, 1)
    click.echo(words("kit.written", path=out, size=size, scenarios=len(given), wheels=len(held)), err=True)


def _scenarios(words: "Words", folders: Sequence[Path]) -> "tuple[list[Given], dict[str, bytes]]":
    """Return every scenario that plays, and the files of those that do not ship."""
    from game.scenario.library import entries
    from game.scenario.load import load, read
    from game.scenario.shipped import shipped
    from game.scenario.source import decode
    from game.study.kit.content import Given
    from game.study.pack.played import taught

    look_in(words, folders)
    given, sources = [], {}
    for entry in entries(folders):
        if entry.finding is not None:
            click.echo(words("kit.skipped", path=entry.path), err=True)
            continue
        data = entry.path.read_bytes()
        text = decode(data, str(entry.path))[0] or ""
        length = "class" if "class" in entry.lengths else next(iter(entry.lengths))
        aims = taught({"scenario": {"text": text, "id": entry.id}, "variant": ""})
        given.append(Given(load(text, str(entry.path), length), aims, read(text, str(entry.path)).file))
        if entry.path.parent != shipped("scenarios"):
            sources[f"scenarios/{entry.path.name}"] = data
    if not given:
        raise Failure(words("kit.no_scenario"))
    return given, sources


def _fetched(words: "Words", room: Path, systems: Sequence[str]) -> Path:
    """Return a folder with all wheels, fetched now."""
    from game.wheels import PYTHONS, built, fetched

    source = Path(__file__).resolve().parent.parent
    if not (source / "pyproject.toml").is_file():
        raise Failure(words("kit.no_project", path=source))
    click.echo(words("kit.building"), err=True)
    own = built(source, room)
    told = iter(range(1, len(systems) * len(PYTHONS) + 1))

    def progress(platform: str, python: str) -> None:
        n, whole = next(told), len(systems) * len(PYTHONS)
        click.echo(words("kit.downloading", n=n, all=whole, platform=platform, python=python), err=True)

    fetched(own, room, systems, progress)
    return room


def _word(words: "Words") -> "Word | None":
    """Return what writes Word documents; None without python-docx."""
    from datetime import date

    try:
        from game.telling.word import as_bytes
    except ModuleNotFoundError as error:
        if error.name != "docx":
            raise
        click.echo(words("kit.no_docx"), err=True)
        return None
    return lambda blocks, said: as_bytes(blocks, said, date.today())


def _write(
    words: "Words", out: Path, given: "Sequence[Given]", sources: dict[str, bytes], wheels: Sequence[Path]
) -> None:
    """Write the zip beside its place and move it there when it is whole."""
    import os
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

    from game.session.recording import RecordingError
    from game.study.kit.content import content

    docx = any(wheel.name.startswith("python_docx-") for wheel in wheels)
    wanted = ("qiantou[docx]" if docx else "qiantou") if wheels else ""
    pieces = [*content(given, __version__, wanted, _word(words)), *sources.items()]
    draft = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        with ZipFile(draft, "w", ZIP_DEFLATED) as whole:
            for path, data in pieces:
                info = ZipInfo(f"{_ROOT}/{path}", _STAMP)
                info.compress_type = ZIP_DEFLATED
                info.external_attr = (0o100755 if path in _RUNS else 0o100644) << 16
                whole.writestr(info, data)
            for wheel in wheels:
                whole.write(wheel, f"{_ROOT}/wheels/{wheel.name}", ZIP_STORED)
        os.replace(draft, out)
    except OSError as error:
        raise RecordingError("cannot_write", path=str(out), why=str(error.strerror)) from error
    finally:
        draft.unlink(missing_ok=True)
