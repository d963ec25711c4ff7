"""The table as the lead sees it: one page of text made from a view."""

from game.rules import View
from game.rules.option import Option
from game.rules.view import LeaderView, PeerView
from game.scenario.scenario import ACTS, Scenario
from game.telling.bargain import deadline, standing
from game.telling.clock import span
from game.telling.columns import columns
from game.telling.name import date, heat, level, seat
from game.telling.number import amount, points
from game.telling.offer import label
from game.telling.package import table_name
from game.telling.words import Words
from game.terminal.page import WIDTH, bar, flow, heading, item, paragraph, row

TIERS = ("upper", "middle", "low")


def table(words: Words, scenario: Scenario, seen: View) -> list[str]:
    """Return the whole table: energy, heats, workstreams, peers, leaders, and what stands below the line."""
    whole = scenario.rules.energy - seen.reserve
    energy = words("terminal.energy", bar=_dots(seen.energy, whole), energy=seen.energy, whole=whole)
    return [
        "",
        heading(date(words, scenario, seen.day, seen.turn), energy),
        *_heats(words, seen),
        *_works(words, scenario, seen),
        *_peers(words, scenario, seen),
        *_leaders(words, scenario, seen),
        *_below(words, scenario, seen),
    ]


def _dots(energy: int, whole: int) -> str:
    return "●" * energy + "○" * max(0, whole - energy)


def _heats(words: Words, seen: View) -> list[str]:
    """The three thermometers as bars with words; unknown ones only in words."""
    shown = []
    for tier, value in zip(TIERS, seen.heat, strict=True):
        gauge = "" if value is None else bar(value) + " "
        shown.append(f"{words(f'tier.{tier}')} {gauge}{heat(words, value)}")
    return [words("terminal.heat", bars="   ".join(shown))]


def _widths(words: Words, scenario: Scenario) -> list[int]:
    """Return the widths of the table's columns: name, level, one for each workstream."""
    name, band = (16, 9) if words.lang == "en" else (12, 7)
    count = len(scenario.works)
    return [name, band, *[min(14, (WIDTH - name - band) // count)] * count]


def _works(words: Words, scenario: Scenario, seen: View) -> list[str]:
    """The workstreams as columns: both ledgers, clarity, evidence, who is responsible."""
    widths = _widths(words, scenario)
    lines = [heading(words("terminal.section.works"))]
    head = [words.text(w.short) for w in scenario.works]
    rows = {
        "reported": [points(w.reported) for w in seen.works],
        "real": [words("unknown.short") if w.seen is None else points(w.seen) for w in seen.works],
        "clarity": [points(w.clarity) for w in seen.works],
        "evidence": [points(w.evidence) for w in seen.works],
        "owner": [seat(words, scenario, w.owner) if w.owner else words("none") for w in seen.works],
    }
    lines.append(row(["", "", *head], widths))
    for name, cells in rows.items():
        wide = [widths[0] + widths[1], 0, *widths[2:]]
        lines.append(row([words(f"terminal.row.{name}"), "", *cells], wide))
    return lines


def _peers(words: Words, scenario: Scenario, seen: View) -> list[str]:
    """The peers: trust in a word, and by workstream how they acted and, where known, what they intend."""
    widths = _widths(words, scenario)
    lines = [heading(words("terminal.section.peers"))]
    for p in seen.peers:
        cells = [_cell(words, p, w) for w in range(len(scenario.works))]
        lines.append(row([seat(words, scenario, p.id), level(words, p.trust), *cells], widths))
    return lines


def _cell(words: Words, peer: PeerView, work: int) -> str:
    """Return last turn's act and the intent: "拖→配合"; a dot where the peer is no party."""
    intent, act = peer.intents[work], peer.acts[work]
    if intent is not None and intent < 0 and act < 0:
        return "·"
    before = words(f"act.{ACTS[act]}.short") if act >= 0 else ""
    after = words(f"act.{ACTS[intent]}.short") if intent is not None and intent >= 0 else "?"
    return f"{before}→{after}"


def _leaders(words: Words, scenario: Scenario, seen: View) -> list[str]:
    """A row for each leader; a name wider than its column stands on a line of its own above."""
    widths = _widths(words, scenario)
    lines = [heading(words("terminal.section.leaders"))]
    for x in seen.leaders:
        name = seat(words, scenario, x.id)
        long = columns(name) >= widths[0]
        lines += [name] if long else []
        lines.append(row(["" if long else name, _opinion(words, x), *map(points, x.attention)], widths))
    return lines


def _opinion(words: Words, leader: LeaderView) -> str:
    return level(words, leader.favor, "favor")


def _oversight(words: Words, scenario: Scenario, seen: View) -> str:
    """How often discipline oversight came in and how it is believed; or that it has no part in the scenario."""
    if not scenario.discipline_capacity:
        return words("terminal.oversight.none")
    return words("terminal.oversight", uses=seen.uses, capacity=scenario.discipline_capacity,
                 credibility=points(seen.credibility))  # fmt: skip


def _below(words: Words, scenario: Scenario, seen: View) -> list[str]:
    """What stands below the line: outcomes, own work, oversight, group, a chair agreed to, tables, promises."""
    found = []
    for value, m in zip(seen.public, scenario.measures, strict=True):
        found.append(f"{words.text(m.name)} {amount(words, m, value)}")
    lines = ["─" * WIDTH, *paragraph(words("terminal.public", items=words("list.between").join(found)))]
    short = [
        words("terminal.mandate", mandate=points(seen.mandate)),
        words("terminal.own", reserve=seen.reserve, backlog=points(seen.backlog)),
        _oversight(words, scenario, seen),
    ]  # fmt: skip
    if seen.group is not None:
        short.append(words("terminal.group", stage=words(f"stage.{seen.group.stage}")))
    if seen.chair:
        short.append(words("terminal.chair", who=seat(words, scenario, seen.chair)))
    lines += flow(short)
    for table in seen.tables:
        state = words.sentences(standing(words, scenario, table), deadline(words, scenario, seen, table.id))
        name = table_name(words, scenario, table.id)
        lines += item(words("terminal.table", table=name, state=state))
    for owed in seen.owed:
        promise = scenario.promises[owed.promise]
        who = words.text(scenario.peers[promise.to].short)
        left = span(words, scenario.clock, owed.due - seen.day)
        lines += item(words("terminal.owed", who=who, text=words.text(promise.text), left=left))
    return lines


def menu(words: Words, scenario: Scenario, offered: list[Option], at: int, of: int) -> list[str]:
    """Return page `at` of `of` pages of actions on offer, numbered, with their cost; blocked ones marked."""
    title = words("terminal.actions.more" if at else "terminal.actions")
    title = words("terminal.pages", title=title, at=at + 1, of=of) if of > 1 else title
    shown = []
    for n, option in enumerate(offered, 1):
        name = label(words, scenario, option)
        name = words("terminal.cost", label=name, cost=option.cost) if option.cost else name
        shown.append(f"{n}{'×' if option.blocked else ' '}{name}")
    widest = max(map(columns, shown), default=0)
    return [heading(title), *flow(shown, 2 if widest > 22 else 4)]
