"""One digest of every golden game, by hand: `python -m tests.digests`; the same on every Python and every system.

`--small` plays the small scenario only. What it prints is the digest of the texts of the games as they are played now,
of the goldens as they are kept, and of a recording of the small game as bytes.
"""

import sys
from hashlib import sha256

from game.session.bots import LEADS
from game.session.line import canonical
from game.session.recording import create, header
from game.session.session import begin, play_out
from tests.golden import GOLDENS, SEED, names, playthrough
from tests.table import scenario_of, text_of


def digest(texts: list[str]) -> str:
    """Return the digest of texts, in order."""
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def recorded() -> list[str]:
    """Return the lines of a game of the small scenario as a recording keeps them."""
    scenario, text = scenario_of("small-class"), text_of("small-class")
    kept = create(None, header(scenario, text, SEED, "2025-01-01T00:00:00+00:00"))
    play_out(begin(scenario, SEED, kept), LEADS["steady"](SEED))
    return [canonical(line) for line in (kept.header, *kept.lines)]


def main() -> None:
    """Print the digests."""
    wanted = [name for name in names() if name.startswith("small") or "--small" not in sys.argv]
    print("played  ", digest([playthrough(name) for name in wanted]))
    print("kept    ", digest([(GOLDENS / f"{name}.txt").read_text(encoding="utf-8") for name in wanted]))
    print("recorded", digest(recorded()))


if __name__ == "__main__":
    main()
