"""A long fuzz of recordings and experiments: by hand, with atheris (`pip install atheris`).

`python -m tests.fuzz_kept recordings -max_total_time=600`, or `experiments`, lets libFuzzer change the files of the
corpus; every input is read as the program reads it. Any exception but our own and anything over ten seconds ends it.
"""

import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["game.session", "game.scenario", "game.study.experiment"]):
    from game.scenario.arm import Settings
    from game.session import shelf
    from game.session.follow import follow
    from game.session.recording import RecordingError, read
    from game.session.replay import replay
    from game.study.experiment.plan import plan

from tests.corpus import FOLDER
from tests.study.experiments import TEXT

_PLACE = Path(tempfile.mkdtemp()) / "input"


def recording(data: bytes) -> None:
    """Open one input as a recording."""
    _PLACE.write_bytes(data)
    replay(read(_PLACE))
    shelf._glance.cache_clear()
    shelf.glance(_PLACE)
    with suppress(RecordingError):
        follow(_PLACE)


def experiment(data: bytes) -> None:
    """Make one input ready as an experiment."""
    _PLACE.write_bytes(data)
    plan(_PLACE, Settings())


if __name__ == "__main__":
    what = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as given:
        for path in FOLDER.glob(f"{what[:-1]}-*"):
            (Path(given) / path.name).write_bytes(path.read_bytes())
        (Path(given) / "whole").write_bytes(
            TEXT.encode() if what == "experiments" else (FOLDER.parents[1] / "recordings/format1.jsonl").read_bytes()
        )
        target = {"recordings": recording, "experiments": experiment}[what]
        atheris.Setup([*sys.argv, given, "-max_len=60000", "-timeout=10", "-rss_limit_mb=2048"], target)
        atheris.Fuzz()
