"""What leads do on their own level: calls, offers, meetings, papers, looking closely, helping. Candidates, best first.

Each habit yields the actions a lead would consider when the moment is right; which moment, each bot says for itself.
"""

from collections.abc import Iterator

from game.rules import Action, View
from game.session.bots import reading
from game.session.bots.bot import Habit, Offered


def calls(seen: View, can: Offered) -> Iterator[Action]:
    """Go and see whoever is least known."""
    if "visit" in can:
        targets = can["visit"].fields[0].choices
        yield from (can["visit"].fill(target=p.id) for p in reading.least_known(seen) if p.id in targets)


def cold_calls(seen: View, can: Offered) -> Iterator[Action]:
    """Go and see whoever is coldest."""
    if "visit" in can:
        targets = can["visit"].fields[0].choices
        yield from (can["visit"].fill(target=p.id) for p in reading.coldest(seen) if p.id in targets)


def data(seen: View, can: Offered) -> Iterator[Action]:
    """Ask the friendliest party for data where evidence is thinnest."""
    if "data" in can:
        for work in sorted(seen.works, key=lambda w: w.evidence):
            able = can["data"].fields[1].offered({"work": work.id})
            if able and work.evidence < 650:
                yield can["data"].fill(work=work.id, target=reading.friendliest(seen, able))


def consult(seen: View, can: Offered) -> Iterator[Action]:
    """Consult all parties on one workstream: an unclear one first, then the one that lags."""
    if "consult" in can:
        fresh = reading.consulted(seen)
        work = min(seen.works, key=lambda w: (w.clarity > 700, w in fresh, w.reported))
        yield can["consult"].fill(works=[work.id], attendees=list(work.parties), wording="joint")


def meeting_of_all(seen: View, can: Offered) -> Iterator[Action]:
    """Call everybody together over two workstreams: what a leading group's meeting is."""
    if "consult" in can:
        works = [w.id for w in reading.weakest(seen)[: min(2, len(seen.works))]]
        attendees = {p for w in seen.works if w.id in works for p in w.parties}
        yield can["consult"].fill(works=works, attendees=sorted(attendees), wording="support")


def duties(seen: View, can: Offered) -> Iterator[Action]:
    """Write the duty list for what was just consulted on, signed, with a clause where nobody wants to be first."""
    if "duties" in can:
        fresh = reading.consulted(seen)
        for work in reading.unclear(seen, 800):
            if work in fresh:
                owner = work.owner or reading.friendliest(seen, work.parties)
                clause = "first_taker" if work.clarity < 600 else "backstop" if work.liability > 500 else "plain"
                signer = reading.readiest(seen).id
                yield can["duties"].fill(work=work.id, owner=owner, signer=signer, clause=clause)


def letters(seen: View, can: Offered) -> Iterator[Action]:
    """Write the duty list for whatever is least clear, signed, nobody consulted."""
    if "duties" in can:
        for work in reading.unclear(seen, 600):
            owner = work.owner or work.parties[0]
            yield can["duties"].fill(work=work.id, owner=owner, signer=reading.readiest(seen).id, clause="plain")


def clauses(seen: View, can: Offered) -> Iterator[Action]:
    """Write a duty list that says who will answer for it, for what lags most."""
    if "duties" in can:
        for work in reading.behind(seen):
            if work.id in can["duties"].fields[0].choices:
                owner, signer = work.owner or work.parties[0], reading.readiest(seen).id
                yield can["duties"].fill(work=work.id, owner=owner, signer=signer, clause="accountability")


def follow_up(seen: View, can: Offered) -> Iterator[Action]:
    """Have the government office follow up a clear matter with a paper behind it."""
    if "follow_up" in can:
        papered = {p.work for p in seen.papers}
        fit = [w for i, w in enumerate(seen.works) if i in papered and w.clarity >= 450 and w.follow < 300]
        on = can["follow_up"].fields[0].choices
        yield from (can["follow_up"].fill(work=w.id) for w in sorted(fit, key=reading.honest) if w.id in on)


def bulletin(tone: str, reach: str) -> Habit:
    """Return the habit of circulating a bulletin in a tone, within the house or to the public."""

    def habit(_seen: View, can: Offered) -> Iterator[Action]:
        if "bulletin" in can:
            yield can["bulletin"].fill(tone=tone, reach=reach)

    return habit


def look(seen: View, can: Offered) -> Iterator[Action]:
    """Go and look unannounced where much is reported and nobody has seen it."""
    if "inspect" in can:
        fresh = can["inspect"].fields[0].choices
        yield from (can["inspect"].fill(work=w.id, way="quiet") for w in reading.blind(seen) if w.id in fresh)


def joint_look(seen: View, can: Offered) -> Iterator[Action]:
    """Have a joint inspection of what is reported highest."""
    if "inspect" in can:
        fresh = can["inspect"].fields[0].choices
        found = sorted(seen.works, key=lambda w: (w.verify, -w.reported))
        yield from (can["inspect"].fill(work=w.id, way="joint") for w in found if w.id in fresh)


def help_out(seen: View, can: Offered) -> Iterator[Action]:
    """Lend a hand to whoever is cold or holding back and owes nothing yet."""
    if "help" in can:
        targets = can["help"].fields[0].choices
        for p in [*reading.holding(seen), *reading.coldest(seen)]:
            if p.id in targets and not p.owes:
                yield can["help"].fill(target=p.id)


def train(_seen: View, can: Offered) -> Iterator[Action]:
    """Send training and hands down."""
    if "support" in can:
        yield can["support"].fill(way="train")


def move(_seen: View, can: Offered) -> Iterator[Action]:
    """Make one of the scenario's own moves: the first that is open, for a bot cannot read what it does."""
    if "move" in can:
        yield from (can["move"].fill(move=m) for m in can["move"].fields[0].choices)
