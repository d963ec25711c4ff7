"""What starts a kit on each system: scripts that set it up beside themselves, and the sentences they print."""

from importlib.resources import files

from game.telling.words import words

HELP = ("setup", "python", "wheels", "failed")


def scripts(version: str, wanted: str) -> dict[str, bytes]:
    """Return the starting scripts by name; `wanted` is what they install.

    The batch file is plain ASCII with CRLF: a console reads it in its own code page before it can be told another.
    """
    room = files("game.study.kit")
    shell, batch = (
        room.joinpath(name).read_text("utf-8").replace("@VERSION@", version).replace("@WANTED@", wanted)
        for name in ("start.sh", "start.bat")
    )
    lines = "\r\n".join(batch.splitlines()) + "\r\n"
    unix = shell.replace("\r\n", "\n").encode()
    return {"start.bat": lines.encode("ascii"), "start.sh": unix, "start.command": unix}


def sentences() -> dict[str, bytes]:
    """Return what the scripts print, by file: in Chinese and English, for a console that reads UTF-8."""
    return {
        f"help/{name}.txt": "".join(words(lang)(f"kit.help.{name}") + "\r\n" for lang in ("zh", "en")).encode()
        for name in HELP
    }
