"""Role cards and table signs: a card holds what its seat knows at the opening, nothing another keeps to itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules import public, start, view
from game.scenario.names import FACTS
from game.scenario.scenario import Leader, Line, Peer, Scenario
from game.scenario.table import Table
from game.telling.name import full
from game.telling.number import points
from game.telling.words import Words

_ACTS = ("greet", "cooperate", "minimal", "stall", "pass", "fake", "refuse")
_SEED = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a card: what it is called, and its paragraphs."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One seat's card: the body it speaks for, the person who sits there, and what that person knows."""

    seat: str
    body: str
    person: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One table sign: what stands on it large, and small."""

    large: str
    small: str


def cards(words: Words, scenario: Scenario) -> list[Card]:
    """Return a card for every seat a person can take, the trainer's own apart; leads and departments first."""
    state, _ = start(scenario, _SEED)
    found = []
    for seat in scenario.seats:
        if seat != "trainer":
            known = public(scenario, view(scenario, state, seat))
            found.append(_card(words, known, seat))
    return found


def signs(words: Words, scenario: Scenario) -> list[Sign]:
    """Return a sign for every body at the table, and one for the trainer."""
    lead = scenario.lead
    found = [Sign(words.text(lead.short), _and(words, words.text(lead.name), words.text(lead.role)))]
    found += [Sign(words.text(p.short), _and(words, words.text(p.name), words.text(p.head))) for p in scenario.peers]
    found += [Sign(words.text(leader.name), words.text(leader.title)) for leader in scenario.leaders]
    found += [Sign(words.text(short), words.text(name)) for name, short in (scenario.office, scenario.discipline)]
    return [*found, Sign(words("seat.trainer"), words("kit.sign.trainer"))]


def _and(words: Words, body: str, person: str) -> str:
    return words("kit.body", body=body, person=person) if person else body


def _card(words: Words, known: Scenario, seat: str) -> Card:
    """Return one seat's card from the scenario as that seat knows it."""
    if seat in known.index["peer"]:
        peer = known.peers[known.peer(seat)]
        return Card(seat, words.text(peer.name), words.text(peer.head), tuple(_peer(words, known, peer)))
    if seat in known.index["leader"]:
        leader = known.leaders[known.leader(seat)]
        return Card(seat, words.text(leader.title), words.text(leader.name), tuple(_leader(words, known, leader)))
    if seat == "lead":
        return Card(seat, words.text(known.lead.name), words.text(known.lead.role), tuple(_lead(words, known)))
    return Card(seat, full(words, known, seat), "", (Part(words("kit.card.job"), (words("kit.card.office"),)),))


def _lead(words: Words, known: Scenario) -> Iterator[Part]:
    mandate = known.mandate
    yield Part(words("kit.card.job"), (words.text(known.summary), words("kit.card.lead")))
    yield Part(words("kit.card.mandate"), (
        words("kit.card.paper", title=words.text(mandate.title), number=words.text(mandate.number)),
        words.text(mandate.text)))  # fmt: skip
    yield Part(words("kit.card.works"), tuple(words.text(work.name) for work in known.works))
    yield from _tables(words, known, "lead")


def _peer(words: Words, known: Scenario, peer: Peer) -> Iterator[Part]:
    under = words.text(known.leaders[peer.under].name)
    yield Part(words("kit.card.job"), (words("kit.card.peer", under=under), *_works(words, known, peer.id)))
    yield Part(words("kit.card.interest"), (words.text(peer.interest),))
    yield Part(words("kit.card.redline"), (words.text(peer.redline),))
    load = words("kit.card.load", value=points(peer.load), level=words(f"kit.load.{min(4, peer.load // 200)}"))
    yield Part(words("kit.card.workload"), (load,))
    if peer.reasons:
        told = tuple(words("kit.said", text=words.text(line.text)) for line in _in_order(peer))
        yield Part(words("kit.card.reasons"), told)
    voice = [(act, words.text(peer.voice[act])) for act in _ACTS if act in peer.voice]
    if voice:
        lines = tuple(words("kit.voice", act=words(f"kit.voice.{act}"), text=text) for act, text in voice)
        yield Part(words("kit.card.voice"), lines)
    yield from _tables(words, known, peer.id)


def _in_order(peer: Peer) -> list[Line]:
    """Return what a peer says of itself, in the order of the facts it tells."""
    return sorted(peer.reasons, key=lambda line: FACTS.index(line.reveals) if line.reveals in FACTS else len(FACTS))


def _works(words: Words, known: Scenario, seat: str) -> Iterator[str]:
    """Yield the workstreams a peer is a party to; those it owns said to be its own."""
    mine = known.peer(seat)
    for work in known.works:
        if mine in work.parties or work.owner == mine:
            yield words("kit.card.owner" if work.owner == mine else "kit.card.party", work=words.text(work.name))


def _leader(words: Words, known: Scenario, leader: Leader) -> Iterator[Part]:
    under = [words.text(p.short) for p in known.peers if known.leaders[p.under].id == leader.id]
    job = words("kit.card.leader", under=words.listed(under)) if under else words("kit.card.leader.none")
    yield Part(words("kit.card.job"), (job,))
    if leader.agenda:
        agenda = tuple(words("kit.card.agenda.one", topic=words.text(t), weight=points(w)) for t, w in leader.agenda)
        yield Part(words("kit.card.agenda"), agenda)
    if leader.preference:
        yield Part(words("kit.card.preference"), (words.text(leader.preference),))
    patience = words("kit.card.patience.value", value=points(leader.patience))
    yield Part(words("kit.card.patience"), (patience,))
    if leader.greet:
        yield Part(words("kit.card.voice"), (words("kit.said", text=words.text(leader.greet)),))


def _tables(words: Words, known: Scenario, seat: str) -> Iterator[Part]:
    """Yield what each option of every table the seat sits at is worth to it, and the least it can live with."""
    for table in known.tables:
        i = table.party(seat)
        if i >= 0:
            least = words("kit.card.walkaway", value=points(table.parties[i].walkaway))
            yield Part(words("kit.card.table", table=words.text(table.name)), (*_issues(words, table, i), least))


def _issues(words: Words, table: Table, party: int) -> Iterator[str]:
    for issue, worth in zip(table.issues, table.parties[party].points, strict=True):
        told = [words("kit.card.option", option=words.text(o.name), value=points(p))
                for o, p in zip(issue.options, worth, strict=True)]  # fmt: skip
        yield words("said.of", who=words.text(issue.name), text=words("list.actions").join(told))
