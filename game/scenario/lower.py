"""Lower a validated scenario file into the frozen `Scenario` the rules play, once per length and variant.

Pure: reads no file. Every id becomes an index, every 0–100 level ‰, every condition a compiled one.
"""

from collections.abc import Mapping
from typing import Any

from game.scenario.anchor import split
from game.scenario.condition import Condition, Name, compile_condition
from game.scenario.constants import Rules
from game.scenario.effect import Effect
from game.scenario.lower_map import lower_map
from game.scenario.lower_table import lower_table
from game.scenario.names import ids, names
from game.scenario.plot import Choice, Ending, Expectation, Hint, Inject, Move, Promise, Question
from game.scenario.scenario import (
    EVERYBODY,
    GRASSROOTS,
    Bureau,
    Clock,
    Leader,
    Length,
    Line,
    Mandate,
    Measure,
    Peer,
    Scenario,
    Third,
    Work,
)
from game.scenario.schema import ScenarioFile
from game.scenario.table import Table
from game.scenario.text import Text
from game.scenario.words import WordsModel


def text(words: WordsModel | None) -> Text:
    """Return the lowered text, empty where there is none."""
    return Text(words.zh, words.en, words.tw) if words else Text()


def mil(points: float) -> int:
    """Turn points (0–100) into thousandths."""
    return round(points * 10)


class Lowering:
    """The tables one lowering needs: indices by kind, and the names conditions read."""

    def __init__(self, file: ScenarioFile) -> None:
        self.file = file
        self.index = {kind: {id: i for i, id in enumerate(found)} for kind, found in ids(file).items()}
        self.names: Mapping[str, Name] = names(file)
        self.read: set[str] = set()

    def when(self, written: str | None) -> Condition | None:
        """Compile a condition, and keep in mind what it reads; None where there is none."""
        found = compile_condition(written, self.names, {}) if written else None
        self.read |= found.reads if found is not None else set()
        return found

    def some(self, kind: str, id: str) -> tuple[int, ...]:
        """Return the indices an id or "all" stands for."""
        return tuple(range(len(self.index[kind]))) if id == "all" else (self.index[kind][id],)

    def effects(self, written: list[Any]) -> tuple[Effect, ...]:
        """Lower a list of effects."""
        return tuple(self.effect(e) for e in written)

    def effect(self, verb: Any) -> Effect:
        """Lower one effect: ids into indices, points into ‰."""
        args: dict[str, Any] = {}
        for field, value in verb.model_dump(exclude={"do"}).items():
            args[field] = self.argument(verb.do, field, value)
        return Effect(verb.do, args)

    def argument(self, verb: str, field: str, value: Any) -> Any:
        """Lower one argument of an effect."""
        kind = _KINDS.get((verb, field)) or _KINDS.get(("", field))
        if kind == "peers":
            return self.some("peer", value)
        if kind == "works":
            return self.some("workstream", value)
        if kind == "grassroots":
            return GRASSROOTS.index(value)
        if verb == "unlock" and field == "option":
            return value
        if kind:
            return self.index[kind][value]
        if field == "by" and verb not in ("energy", "chairs"):
            return round(value * 1000) if verb == "public" else mil(value)
        return value


_KINDS = {
    ("", "who"): "peers", ("", "work"): "works", ("attention", "of"): "leader", ("favor", "of"): "leader",
    ("grassroots", "of"): "grassroots", ("public", "of"): "public", ("flag", "name"): "flag",
    ("promise", "make"): "promise", ("reveal", "about"): "peer", ("inject", "fire"): "inject",
    ("end", "ending"): "ending", ("lever", "pull"): "lever", ("unlock", "table"): "table", ("align", "of"): "leader",
    ("chairs", "of"): "leader",
}  # fmt: skip


def lower(file: ScenarioFile, length: str, variant: str = "") -> Scenario:
    """Return the playable scenario at a length ("class", "full"); KeyError if the file has no such length.

    The file must have passed `check` (its references and conditions hold); variants are patched in before validation.
    """
    low = Lowering(file)
    span = file.lengths[length]  # type: ignore[index]
    locks = _locks(file)
    works = tuple(_work(low, id) for id in file.workstreams)
    thirds = tuple(_third(low, id) for id in file.thirds)
    tables = tuple(lower_table(low, t, id, locks) for t, id in enumerate(file.tables))
    moves = tuple(_move(low, id) for id in file.moves)
    given = {k: v for k, v in file.rules.model_dump().items() if v is not None}  # type: ignore[attr-defined]
    return Scenario(
        id=file.id,
        title=text(file.title),
        place=text(file.place),
        summary=text(file.summary),
        teaches=tuple(text(t) for t in file.teaches),
        difficulty=file.difficulty,
        length=Length(length, span.turns, span.days, text(span.turn_name)),
        variant=variant,
        lead=_bureau(file),
        mandate=_mandate(file),
        office=(text(file.office.name), text(file.office.short)),
        peers=tuple(_peer(low, id) for id in file.peers),
        leaders=tuple(_leader(low, id) for id in file.leaders),
        discipline=(text(file.discipline.name), text(file.discipline.short)),
        discipline_capacity=file.discipline.capacity,
        discipline_credibility=mil(file.discipline.credibility),
        grassroots_name=text(file.grassroots.name),
        grassroots=(mil(file.grassroots.capacity), mil(file.grassroots.morale), mil(file.grassroots.burden)),
        works=works,
        thirds=thirds,
        tables=tables,
        locks=locks,
        measures=tuple(_measure(low, id) for id in file.public),
        flags={id: text(words) for id, words in file.flags.items()},
        promises=tuple(_promise(low, id) for id in file.promises),
        moves=moves,
        injects=tuple(_inject(low, id) for id in file.injects),
        endings=tuple(
            Ending(id, text(e.title), text(e.text), e.grade, low.when(e.when)) for id, e in file.endings.items()
        ),
        expectations=tuple(_expectation(low, id) for id in file.expect),
        questions=tuple(Question(text(q), low.when(q.when)) for q in file.questions),
        hints=tuple(_hint(low, id) for id in file.hints),
        later=dict(file.later),
        weights={k: int(v) for k, v in file.weights.model_dump().items()},
        rules=Rules(**given),
        index=low.index,
        seats=("lead", *file.peers, *file.leaders, "office", "trainer"),
        parties={id: tuple(work.parties) for id, work in file.workstreams.items()},
        thirds_of=tuple(tuple(i for i, t in enumerate(thirds) if w in t.holds) for w in range(len(works))),
        ways=tuple(tuple(m for m, move in enumerate(moves) if _opens(move, t, x)) for t, x in enumerate(tables)),
        county=lower_map(file.map, tables) if file.map else None,
        clock=Clock(file.clock.minutes, file.clock.opening) if file.clock else None,
        tables_of=tuple(tuple(i for i, t in enumerate(tables) if w in t.works) for w in range(len(works))),
        handoffs="handoffs" in low.read,
    )  # fmt: skip


def _locks(file: ScenarioFile) -> tuple[tuple[int, str], ...]:
    """Return every option that waits for a seat's purse or pen, as (table, option)."""
    return tuple(
        (t, o)
        for t, table in enumerate(file.tables.values())
        for issue in table.issues.values()
        for o, option in issue.options.items()
        if option.needs
    )


def _bureau(file: ScenarioFile) -> Bureau:
    lead = file.lead
    return Bureau(text(lead.name), text(lead.short), text(lead.role), mil(lead.influence), mil(lead.expertise),
                  mil(lead.duty), mil(lead.personnel), lead.designated)  # fmt: skip


def _mandate(file: ScenarioFile) -> Mandate:
    m = file.mandate
    return Mandate(text(m.title), text(m.number), text(m.issuer), text(m.date), text(m.text), mil(m.strength))


def _peer(low: Lowering, id: str) -> Peer:
    p = low.file.peers[id]
    return Peer(
        id, text(p.name), text(p.short), text(p.head), low.index["leader"][p.under], text(p.interest),
        text(p.redline.text), low.when(p.redline.crossed), mil(p.influence), mil(p.trust), mil(p.workload),
        mil(p.blame), mil(p.capacity), mil(p.entrenchment), p.bodies, low.when(p.window),
        tuple(Line(text(r.text), r.reveals or "") for r in p.reasons),
        {("pass" if k == "pass_" else k): text(getattr(p.voice, k)) for k in type(p.voice).model_fields},
    )  # fmt: skip


def _leader(low: Lowering, id: str) -> Leader:
    x = low.file.leaders[id]
    return Leader(
        id, text(x.name), text(x.title), x.principal, x.personnel, x.chairs, mil(x.stick),
        mil(x.budget), mil(x.aligned), mil(x.goodwill), mil(x.patience),
        tuple((text(a.topic), mil(a.weight)) for a in x.agenda), text(x.preference),
        tuple(mil(x.attention.get(w, 0)) for w in low.file.workstreams),
        tuple(sum(mil(a.weight) for a in x.agenda if w in a.serves) for w in low.file.workstreams), text(x.greet),
    )  # fmt: skip


def _work(low: Lowering, id: str) -> Work:
    w, peers = low.file.workstreams[id], low.index["peer"]
    return Work(
        id, text(w.name), text(w.short), tuple(peers[p] for p in w.parties),
        sum(low.file.peers[p].bodies for p in w.parties),
        peers[w.owner] if w.owner else EVERYBODY, mil(w.entanglement), mil(w.clarity), mil(w.liability),
        mil(w.evidence), mil(w.needs_evidence), mil(w.mandate_fit), mil(w.immunity), w.assessed, w.join, w.days,
        w.weight,
    )  # fmt: skip


def _third(low: Lowering, id: str) -> Third:
    t = low.file.thirds[id]
    opens = low.when(t.opens)
    assert opens is not None
    return Third(id, text(t.name), tuple(low.index["workstream"][w] for w in t.holds), opens, mil(t.share))


def _measure(low: Lowering, id: str) -> Measure:
    m = low.file.public[id]
    return Measure(
        id, text(m.name), text(m.unit), round(m.start * 1000), round(m.goal * 1000), round(m.low * 1000),
        round(m.high * 1000), m.better == "up", m.decimals, m.lag,
        tuple((low.index["workstream"][w], mil(v)) for w, v in m.driven_by.items()),
    )  # fmt: skip


def _promise(low: Lowering, id: str) -> Promise:
    p = low.file.promises[id]
    return Promise(
        id, low.index["peer"][p.to], text(p.text), p.due, low.when(p.broken), low.when(p.kept),
        tuple(low.index["leader"][x] for x in p.witness),
        tuple((low.index["table"][t], mil(v)) for t, v in p.worth.items()), low.effects(p.effects_kept),
        low.effects(p.effects_broken),
    )  # fmt: skip


def _move(low: Lowering, id: str) -> Move:
    m = low.file.moves[id]
    return Move(
        id, text(m.name), text(m.text), text(m.reply), m.cost,
        low.index["peer"][m.to] if m.to else EVERYBODY, low.when(m.when), text(m.blocked), m.limit,
        low.effects(m.effects),
    )  # fmt: skip


def _hint(low: Lowering, id: str) -> Hint:
    h = low.file.hints[id]
    return Hint(id, *split(h.at), text(h.text), low.when(h.when), low.when(h.until))


def _opens(move: Move, t: int, table: Table) -> bool:
    """Tell whether a move pulls one of a table's levers or opens one of its locks."""
    levers = {lever.index for lever in table.levers}
    return any(
        (e.verb == "lever" and e.args["pull"] in levers) or (e.verb == "unlock" and e.args["table"] == t)
        for e in move.effects
    )


def _inject(low: Lowering, id: str) -> Inject:
    j = low.file.injects[id]
    speaker = low.index["peer"][j.speaker] if j.speaker and j.speaker != "all" else EVERYBODY
    return Inject(
        id, text(j.title), text(j.text), j.source, speaker, EVERYBODY if j.day is None else j.day,
        EVERYBODY if j.until is None else j.until, low.when(j.when), mil(j.chance), j.only_fired,
        low.effects(j.effects),
        tuple(
            Choice(c, text(x.text), text(x.reply), x.cost, low.when(x.when), x.trap, low.effects(x.effects))
            for c, x in j.choices.items()
        ),
    )  # fmt: skip


def _expectation(low: Lowering, id: str) -> Expectation:
    e, injects = low.file.expect[id], low.index["inject"]
    when = low.when(e.when)
    assert when is not None
    return Expectation(
        id, text(e.text), e.objective - 1, e.who, e.by, when, injects[e.on] if e.on else EVERYBODY, e.critical,
        injects[e.else_] if e.else_ else EVERYBODY,
    )  # fmt: skip
