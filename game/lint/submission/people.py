"""The parts about people: the lead and its task, the departments, the leaders, oversight and those below."""

from collections.abc import Iterator, Sequence
from typing import Any

from game.lint.submission.condition import Reader
from game.lint.submission.prose import conditions, field, labelled, levels
from game.scenario.schema import Leader, Peer
from game.telling.block import Block, Heading, Para, Table

_LEAD = ("influence", "expertise", "duty", "personnel")
_PEER = ("trust", "influence", "workload", "blame", "capacity", "entrenchment")
_LEADER = ("aligned", "goodwill", "patience", "stick")
_VOICE = ("greet", "cooperate", "minimal", "stall", "pass_", "fake", "refuse")


def task(reader: Reader) -> Iterator[Block]:
    """Yield who leads, and the document that told them to, in full."""
    naming, words, lead = reader.naming, reader.words, reader.naming.file.lead
    mandate = naming.file.mandate
    yield Heading(2, words("submission.lead"))
    yield field(words, "name", words("submission.named", name=naming.text(lead.name), short=naming.text(lead.short)))
    yield field(words, "role", naming.text(lead.role))
    yield field(words, "designated", naming.yes(lead.designated))
    yield _strengths(reader, [(naming.text(lead.short), lead)], _LEAD)
    yield Heading(2, words("submission.mandate"))
    for name in ("title", "number", "issuer", "date"):
        yield field(words, name, naming.text(getattr(mandate, name)))
    yield Para(naming.text(mandate.text))
    yield field(words, "strength", naming.level(mandate.strength))
    if mandate.basis:
        yield field(words, "basis", naming.text(mandate.basis))
    if mandate.valid_until:
        yield field(words, "valid_until", mandate.valid_until)


def departments(reader: Reader) -> Iterator[Block]:
    """Yield the departments side by side, then what each says and what is behind it."""
    naming, words, peers = reader.naming, reader.words, reader.naming.file.peers
    columns = ("name", "short", "head", "under", "bodies", "interest", "redline")
    rows = [
        (naming.text(p.name), naming.text(p.short), naming.text(p.head), naming.called("leader", p.under),
         str(p.bodies), naming.text(p.interest), naming.text(p.redline.text))
        for p in peers.values()
    ]  # fmt: skip
    header = tuple(words(f"submission.field.{c}") for c in columns)
    yield Table(header, tuple(rows), (5, 3, 3, 3, 3, 4, 4), frozenset({5, 6}))
    yield _strengths(reader, [(naming.text(p.short), p) for p in peers.values()], _PEER, secret=True)
    for peer in peers.values():
        yield from _department(reader, peer)


def _department(reader: Reader, peer: Peer) -> Iterator[Block]:
    """Yield one department's condition of its red line, its reasons and its head's voice."""
    naming, words = reader.naming, reader.words
    yield Heading(2, words("submission.headed", name=naming.text(peer.name), head=naming.text(peer.head)), secret=True)
    yield from conditions(reader, "crossed", peer.redline.crossed)
    yield from conditions(reader, "window", peer.window)
    said = [(naming.text(r.text), words(f"fact.{r.reveals}") if r.reveals else words("none")) for r in peer.reasons]
    yield Table((words("submission.said"), words("submission.reveals")), tuple(said), (7, 3))
    acts = [(words(f"submission.voice.{v.rstrip('_')}"), naming.text(getattr(peer.voice, v))) for v in _VOICE]
    yield Table((words("submission.occasion"), words("submission.line")), tuple(acts), (3, 7))


def leaders(reader: Reader) -> Iterator[Block]:
    """Yield the leaders side by side, then each one's agenda and attention."""
    naming, words, found = reader.naming, reader.words, reader.naming.file.leaders
    rows = [
        (naming.text(x.name), naming.text(x.title), naming.yes(x.principal), naming.yes(x.personnel), str(x.chairs),
         naming.number(x.budget))
        for x in found.values()
    ]  # fmt: skip
    columns = ("name", "post", "principal", "decides_personnel", "chairs", "budget")
    header = tuple(words(f"submission.field.{c}") for c in columns)
    yield Table(header, tuple(rows), (4, 5, 3, 3, 3, 3), frozenset({5}))
    yield _strengths(reader, [(naming.text(x.name), x) for x in found.values()], _LEADER, secret=True)
    for leader in found.values():
        yield from _leader(reader, leader)


def _leader(reader: Reader, leader: Leader) -> Iterator[Block]:
    """Yield one leader's agenda with its weights, preference, first words and attention at the start."""
    naming, words = reader.naming, reader.words
    yield Heading(2, naming.text(leader.name))
    rows = [
        (naming.text(a.topic), naming.number(a.weight), naming.listed("workstream", a.serves)) for a in leader.agenda
    ]
    header = tuple(words(f"submission.field.{c}") for c in ("topic", "weight", "serves"))
    yield Table(header, tuple(rows), (4, 2, 5))
    yield field(words, "preference", naming.text(leader.preference), secret=True)
    yield field(words, "greet", naming.text(leader.greet))
    if leader.attention:
        told = [
            words("submission.valued", name=naming.called("workstream", id), value=naming.level(value))
            for id, value in leader.attention.items()
        ]
        yield field(words, "attention", words("submission.list").join(told))


def oversight(reader: Reader) -> Iterator[Block]:
    """Yield the government office, discipline oversight, those at the grassroots and the third parties."""
    naming, words, file = reader.naming, reader.words, reader.naming.file
    for name, record in (("office", file.office), ("discipline", file.discipline)):
        told = words("submission.named", name=naming.text(record.name), short=naming.text(record.short))
        yield labelled(words, words(f"submission.{name}"), told)
    yield field(words, "discipline_capacity", str(file.discipline.capacity), secret=True)
    yield field(words, "credibility", naming.level(file.discipline.credibility))
    yield labelled(words, words("submission.grassroots"), naming.text(file.grassroots.name))
    yield _strengths(reader, [(words("submission.grassroots"), file.grassroots)], ("capacity", "morale", "burden"),
                     secret=True)  # fmt: skip
    if file.thirds:
        yield Heading(2, words("submission.thirds"), secret=True)
    for third in file.thirds.values():
        yield labelled(words, words("submission.third"), naming.text(third.name))
        yield field(words, "holds", naming.listed("workstream", third.holds))
        yield field(words, "share", words("submission.percent", n=naming.number(third.share)))
        yield from conditions(reader, "opens", third.opens)


def _strengths(
    reader: Reader, named: Sequence[tuple[str, Any]], columns: tuple[str, ...], secret: bool = False
) -> Table:
    """Return a table of levels at the start, a row a record."""
    hidden = frozenset(range(1, len(columns) + 1)) if secret else frozenset[int]()
    return levels(reader.naming, named, columns, hidden)
