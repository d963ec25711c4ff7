"""A game played in a process of its own where files may not grow: `python -m tests.session.crowded PATH BYTES`.

With BYTES the process's own limit on a file's size is set, and lifted once it has been met; with 0 the disk itself is
expected to be full, and the file called `ballast` beside PATH is removed when it is. Prints how often writing was
refused, and the verdict on what was written in the end.
"""

import signal
import sys
from pathlib import Path

from game.session.bots import LEADS
from game.session.recording import RecordingError, create, header, read
from game.session.replay import replay
from game.session.session import begin
from tests.table import scenario_of, text_of


def main(path: Path, size: int) -> None:
    """Play a whole game, making room when there is none."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if size:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    scenario, refused = scenario_of("small-class"), 0
    first, lead = header(scenario, text_of("small-class"), 7, ""), LEADS["steady"](0)
    try:
        game = begin(scenario, 7, create(path, first))
    except RecordingError as error:
        print(error.code, path.exists())
        return
    while not game.over or game.state.asked:
        try:
            game.settle()
            if not game.over:
                game.do(lead(game.view(), game.options()))
        except RecordingError as error:
            refused += error.code == "disk"
            assert path.read_bytes().endswith(b"}\n")
            if size:
                resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            else:
                (path.parent / "ballast").unlink()
    game.recording.close()
    print(refused, replay(read(path)).verdict.verdict)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
