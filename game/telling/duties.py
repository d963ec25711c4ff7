"""Who answers for what, in words: each seat's part in each workstream, what is wrong there, and what lies behind it."""

from game.rules import View
from game.rules.state import Paper
from game.rules.view import WorkView
from game.scenario.effect import Effect
from game.scenario.scenario import ACTS, Scenario
from game.telling.clock import moment
from game.telling.name import full, full_work, seat
from game.telling.story import voice
from game.telling.words import Words

UNCLEAR = 500
"""Below this clarity (‰) every department may read the duties its own way."""
_PASS = ACTS.index("pass")
_SAID = ("stall", "pass")
_CHANGES = ("clarity", "immunity", "liability")


def part(work: WorkView, who: str) -> str:
    """Return a seat's part in a workstream: "lead", "owner", "support" or "outside"."""
    if who == "lead":
        return "lead"
    if who == work.owner:
        return "owner"
    return "support" if who in work.parties else "outside"


def last_act(scenario: Scenario, seen: View, work: str, who: str) -> int:
    """Return how a peer was last seen to act in a workstream, as an index of `ACTS`; -1 if it never did."""
    if who == "lead":
        return -1
    return seen.peers[scenario.peer(who)].acts[scenario.work(work)]


def troubles(work: WorkView) -> list[str]:
    """Return what is wrong with a workstream's duties: "orphan" (nobody owns it), "unclear"."""
    return [*(["orphan"] if not work.owner else []), *(["unclear"] if work.clarity < UNCLEAR else [])]


def dispute(scenario: Scenario, seen: View, work: WorkView, who: str) -> str:
    """Return what is wrong with one seat's part: "passed" (it handed the work on), "unclear" or ""."""
    if part(work, who) in ("lead", "outside"):
        return ""
    if last_act(scenario, seen, work.id, who) == _PASS:
        return "passed"
    return "unclear" if work.clarity < UNCLEAR else ""


def worst(scenario: Scenario, seen: View) -> tuple[str, str]:
    """Return the place worth looking at first, as (workstream, seat or ""): ownerless, handed on, least clear."""
    passed = [(w.id, p) for w in seen.works for p in w.parties if dispute(scenario, seen, w, p) == "passed"]
    orphans = [(w.id, "") for w in seen.works if not w.owner]
    least = min(seen.works, key=lambda w: w.clarity)
    return (*orphans, *passed, (least.id, ""))[0]


def listed_duty(scenario: Scenario, seen: View, work: str) -> Paper | None:
    """Return the last duty list issued on a workstream, None if there is none."""
    w = scenario.work(work)
    return next((p for p in reversed(seen.papers) if p.kind == "duties" and p.work == w), None)


def granted(words: Words, scenario: Scenario, seen: View, work: WorkView) -> list[str]:
    """Return the special rules a workstream has: the clause of its duty list, good faith protected."""
    paper = listed_duty(scenario, seen, work.id)
    found = [words(f"value.clause.{paper.wording}")] if paper is not None and paper.wording != "plain" else []
    return [*found, words("duties.immune")] if work.immunity else found


def about_work(words: Words, scenario: Scenario, seen: View, work: WorkView) -> list[str]:
    """Return in sentences who answers for a workstream, by which paper, and what that leaves open."""
    name = full_work(words, scenario, work.id)
    told = [words("duties.owned", who=full(words, scenario, work.owner), work=name) if work.owner
            else words("duties.orphan.why", work=name)]  # fmt: skip
    paper = listed_duty(scenario, seen, work.id)
    if paper is None:
        told.append(words("duties.no_list"))
    else:
        signed = words("duties.signed", who=seat(words, scenario, paper.signer)) if paper.signer else ""
        told.append(words("duties.list", when=moment(words, scenario.clock, paper.day, "on"),
                          signed=signed or words("duties.unsigned")))
        if paper.wording != "plain":
            told.append(words("duties.clause", clause=words(f"value.clause.{paper.wording}")))
    if work.clarity < UNCLEAR:
        told.append(words("duties.unclear.why"))
    if work.core_group:
        told.append(words("duties.core"))
    return told


def about_cell(words: Words, scenario: Scenario, seen: View, work: WorkView, who: str) -> list[str]:
    """Return in sentences what a seat's part in a workstream is, and how it was last seen to act, in its own voice."""
    name, told = full_work(words, scenario, work.id), seat(words, scenario, who)
    found = [words(f"duties.{part(work, who)}.why", who=told, work=name)]
    act = last_act(scenario, seen, work.id, who)
    if act >= 0:
        said = voice(words, scenario, who, ACTS[act]) if ACTS[act] in _SAID else ""
        key = "duties.acted.said" if said else "duties.acted"
        found.append(words(key, act=words(f"act.{ACTS[act]}"), voice=said))
    wrong = dispute(scenario, seen, work, who)
    return [*found, words(f"duties.{wrong}.why", work=name)] if wrong else found


def moves_on(scenario: Scenario, work: str) -> list[str]:
    """Return the lead's own moves that change how clear, how risky or how protected a workstream is."""
    w = scenario.work(work)
    return [m.id for m in scenario.moves if any(e.verb in _CHANGES and w in _works(e) for e in m.effects)]


def _works(effect: Effect) -> tuple[int, ...]:
    found = effect.args["work"]
    return found if isinstance(found, tuple) else ()
