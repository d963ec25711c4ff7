"""Fetching what a kit installs from: the project's own wheel, and all it needs for every system and Python; by pip."""

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "windows": ("Windows", ("win_amd64",)),
    "linux": ("Linux x86_64", ("manylinux_2_28_x86_64", "manylinux_2_26_x86_64", "manylinux_2_17_x86_64",
                               "manylinux2014_x86_64", "manylinux_2_5_x86_64", "manylinux1_x86_64")),
    "macos-arm": ("macOS arm64", ("macosx_14_0_arm64",)),
    "macos-intel": ("macOS x86_64", ("macosx_14_0_x86_64",)),
}  # fmt: skip
"""The systems wheels are fetched for: what each is called, and the tags its wheels may have."""
BESIDE = ("colorama", "pip")
"""What no system's own list names: needed on Windows only, and what installs the rest."""
Progress = Callable[[str, str], None]


class NotFetched(Exception):
    """Pip could not do it; the text is the reason it gave last."""


def built(source: Path, into: Path) -> Path:
    """Build the project's own wheel from its source; NotFetched if that fails."""
    _pip("wheel", "--no-deps", "--wheel-dir", str(into), str(source))
    return found(into, "qiantou")


def found(folder: Path, name: str) -> Path:
    """Return a project's wheel in a folder; NotFetched with the name if there is none."""
    wheels = sorted(folder.glob(f"{name}-*.whl"))
    if not wheels:
        raise NotFetched(name)
    return wheels[-1]


def fetched(own: Path, into: Path, systems: Sequence[str], progress: Progress) -> None:
    """Fetch all the project needs; `progress` is told of each system and Python before it is fetched."""
    for system in systems:
        name, tags = PLATFORMS[system]
        for python in PYTHONS:
            progress(name, python)
            platforms = [part for tag in tags for part in ("--platform", tag)]
            _pip("download", "--only-binary=:all:", "--python-version", python, "--implementation", "cp", *platforms,
                 "--dest", str(into), f"{own}[docx]", *BESIDE)  # fmt: skip


def _pip(command: str, *args: str) -> None:
    import subprocess  # not needed to name the systems, which --help does

    asked = [sys.executable, "-m", "pip", command, "--disable-pip-version-check", "--no-input", "--quiet", *args]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    except OSError as error:
        raise NotFetched(str(error)) from error
    if done.returncode:
        raise NotFetched(reason(done.stderr))


def reason(told: str) -> str:
    """Return pip's last complaint on one line, without the addresses in it."""
    lines = [line.removeprefix("ERROR: ").strip() for line in told.splitlines() if line.startswith("ERROR:")]
    last = (lines or told.strip().splitlines() or ["pip"])[-1]
    return re.sub(r"\w+://\S+", "…", last)
