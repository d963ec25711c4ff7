"""Why a number on the table is what it is: choose a subject, read its numbers term by term."""

from game.scenario.scenario import Scenario
from game.session.session import Session
from game.telling.columns import pad
from game.telling.dossier import dossier
from game.telling.name import seat, work
from game.telling.reason import lines, title
from game.telling.words import Words
from game.terminal.page import heading, items
from game.terminal.prompt import Prompt, numbered

_WORK = ("reported", "real", "rate", "clarity", "evidence", "liability", "verify")


def subjects(words: Words, scenario: Scenario) -> list[tuple[str, tuple[str, ...]]]:
    """Return every subject with the names `explain` answers to about it."""
    works = [w.id for w in scenario.works]
    found = [(words("terminal.why.heat"), ("heat.upper", "heat.middle", "heat.low", *(f"upper.{w}" for w in works)))]
    for w in works:
        name = words("terminal.why.work", work=work(words, scenario, w))
        found.append((name, tuple(f"{what}.{w}" for what in _WORK)))
    for p, peer in enumerate(scenario.peers):
        acts = (f"act.{peer.id}.{x.id}.cooperate" for x in scenario.works if p in x.parties)
        name = words("terminal.why.peer", who=seat(words, scenario, peer.id))
        found.append((name, (f"trust.{peer.id}", f"load.{peer.id}", *acts)))
    for x in scenario.leaders:
        minds = (f"attention.{x.id}.{w}" for w in works)
        found.append((words("terminal.why.leader", who=seat(words, scenario, x.id)), (f"favor.{x.id}", *minds)))
    found.append((words("terminal.why.public"), tuple(f"public.{m.id}" for m in scenario.measures)))
    return [*found, (words("terminal.why.oversight"), ("credibility", "backlog", "mark"))]


def explain_one(prompt: Prompt, session: Session, viewer: str) -> None:
    """Ask which subject, and show the terms of all its numbers as far as the viewer may know them."""
    words, scenario = prompt.words, session.scenario
    found = subjects(words, scenario)
    prompt.say(heading(words("terminal.why.title")), *numbered([name for name, _ in found]))
    n = prompt.choose(len(found))
    if n is None:
        return
    peer = next((p for p in scenario.peers if f"trust.{p.id}" in found[n][1]), None)
    if peer is not None:
        prompt.say(heading(words.text(peer.name)), *items(dossier(words, scenario, session.view(viewer), peer.id)))
    for what in (what for what in found[n][1] if session.advisor or not what.startswith("act.")):
        shown = lines(words, scenario, session.explain(what, viewer))
        prompt.say(heading(title(words, scenario, what), shown[0][1]))
        prompt.say(*(f"  {pad(name, 44)}{pad(value, 14, 'right')}" for name, value in shown[1:]))
