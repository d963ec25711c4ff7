"""Golden playthroughs: every scenario, length and bot as a few lines of text; written anew by `python -m tests.golden`.

A line a deed of the lead, with the answers it led to, the energy left and a digest of the state; a line a turn with the
numbers that matter (real / reported by workstream, trust by peer, goodwill by leader, the three heats, public outcomes,
mark). After changing the rules, run the command, read the difference, and commit it with the change. With `--recording`
it also makes `tests/recordings/format1.jsonl` anew: only while these rules have not been released, never after.
"""

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from game.rules import State
from game.rules.ending import mark
from game.scenario.scenario import ACTS, Scenario
from game.session.bots import LEADS
from game.session.line import FORMAT, state_digest
from game.session.recording import create, header
from game.session.session import begin, play_out
from tests.table import ALL, ROOT, scenario_of, text_of

GOLDENS = ROOT / "tests" / "goldens"
BOTS = ("passive", "steady")
SEED = 7


def names() -> list[str]:
    """Return the names of all goldens there should be: "small-class-steady", …"""
    return [f"{game}-{bot}" for game in ALL for bot in BOTS]


def playthrough(name: str) -> str:
    """Return the text of one golden."""
    game, _, bot = name.rpartition("-")
    return "\n".join([f"# {name}, seed {SEED}", *_lines(scenario_of(game), text_of(game), bot)]) + "\n"


def _lines(scenario: Scenario, text: str, bot: str) -> Iterator[str]:
    session = begin(scenario, SEED, create(None, header(scenario, text, SEED, "")))
    play_out(session, LEADS[bot](SEED))
    yield _numbers(scenario, session.moments[0].state)
    deed = ""
    for before, after in zip(session.moments, session.moments[1:], strict=False):
        action = after.action
        assert action is not None
        if action.seat == "lead":
            deed = f"{before.state.turn:>2} {action.kind} {_filled(action.args)}".rstrip()
        else:
            deed += f" | {action.seat} {_short(action.args)}"
        if not after.state.asked or after.state.asked[0].seat == "lead":
            yield f"{deed} ~ {after.state.energy} {state_digest(after.state)[:8]}"
        if after.state.turn != before.state.turn or session.moments[-1] is after:
            yield _numbers(scenario, after.state)
    yield f"= {session.state.ending}"


def _filled(args: Mapping[str, Any]) -> str:
    return " ".join(",".join(v) if isinstance(v, list | tuple) else str(v) or "-" for v in args.values())


def _short(args: Mapping[str, Any]) -> str:
    """Return an answer; acts by their first letters (c, m, s, p, f)."""
    return "".join(v[0] for v in args.values()) if set(args.values()) <= set(ACTS) else _filled(args)


def _numbers(scenario: Scenario, s: State) -> str:
    ledgers = " ".join(f"{a}/{b}" for a, b in zip(s.real, s.reported, strict=True))
    rows = (s.trust, s.favor, s.heat, s.public)
    return f"   {ledgers} ; {' ; '.join(' '.join(map(str, row)) for row in rows)} ; {mark(scenario, s).value}"


def record() -> None:
    """Make the kept recording of the present format: the small scenario played by the steady bot."""
    path = ROOT / "tests" / "recordings" / f"format{FORMAT}.jsonl"
    path.unlink(missing_ok=True)
    scenario, text = scenario_of("small-class"), text_of("small-class")
    kept = create(path, header(scenario, text, SEED, "2025-01-01T00:00:00+00:00"))
    session = begin(scenario, SEED, kept)
    session.note("第一格式的样本。")
    play_out(session, LEADS["steady"](SEED))
    kept.close()


def main() -> None:
    """Write every golden anew; drop those of scenarios that are gone."""
    GOLDENS.mkdir(exist_ok=True)
    wanted = {f"{name}.txt": playthrough(name) for name in names()}
    for old in GOLDENS.glob("*.txt"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (GOLDENS / name).write_text(text, encoding="utf-8", newline="\n")
    if "--recording" in sys.argv:
        record()
    print(f"{len(wanted)} goldens written")


if __name__ == "__main__":
    main()
