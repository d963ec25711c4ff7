"""Execution: what the three tiers really get done, what is reported of it, and what the public notices later.

Real progress = tiers × clarity × evidence × start-up × last mile, up to what is settled; tiers lean on the shortest
plank (M11, M12, M33, M41, M42, M72). Reported progress = real + padding, which grows with pressure and shrinks with
verification (M35, M52; G4).
"""

from collections.abc import Mapping
from operator import mul

from game.rules.bargaining.bond import reach
from game.rules.calendar import keep
from game.rules.group import group_heat
from game.rules.once import once
from game.rules.peer import SUPPLY, strength
from game.rules.pressure import pressure
from game.rules.reason import Reason, least, product, total
from game.rules.state import State
from game.rules.stock import fade, shift
from game.scenario.scenario import ACTS, Scenario

TIERS = ("upper", "middle", "low")
WARM = 250
"""The attention at which it is half as hot above as it can be, ‰: heat is what those below feel of it."""
_FAKE, _MINIMAL = ACTS.index("fake"), ACTS.index("minimal")


def upper(scenario: Scenario, state: State, work: int) -> int:
    """Return the heat above for a workstream: the strongest attention of any leader, joined with a group's heat, ‰."""
    most = max(state.attention[work :: len(scenario.works)])
    heat = group_heat(scenario, state)
    return most + heat - most * heat // 1000


def middle(scenario: Scenario, state: State, work: int) -> int:
    """Return the share of the required effort the parties supply, ‰.

    How efforts join is the workstream's own (M7): the weakest decides, they add up, or two parts the mean and one the
    weakest.
    """
    what, width, done, weight, weakest = scenario.works[work], len(scenario.works), 0, 0, 1000
    for peer in what.parties:
        act = state.act[peer * width + work]
        effort = SUPPLY[act] * strength(scenario, state, peer) // 1000 if act >= 0 else 0
        share = 2 if state.owner[work] == peer else 1
        done, weight, weakest = done + share * effort, weight + share, min(weakest, effort)
    if what.join != "mixed":
        return weakest if what.join == "weakest" else done // weight
    return (2 * done // weight + weakest) // 3


def low(state: State) -> int:
    """Return the strength of those who carry the work out: capacity and morale less burden, 50–1000 ‰."""
    capacity, morale, burden = state.grassroots
    return max(50, min(1000, (6 * capacity + 4 * morale - 4 * burden) // 10 + 100))


Factors = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def factors(scenario: Scenario, state: State, work: int, planks: Mapping[str, int]) -> Factors:
    """Return what thins full speed in a workstream whose tiers are `planks`: each factor as a sum of terms, ‰."""
    needed, lag = scenario.works[work].needs_evidence, scenario.rules.lag_days
    return (
        ("tiers", (("shortest", min([4 * v // 5 for v in planks.values()])),
                   ("mean", sum([v // 15 for v in planks.values()])))),
        ("clear_enough", (("always", 600), ("clarity", 4 * state.clarity[work] // 10))),
        ("evidence_enough", (("always", 1000 - needed), ("evidence", needed * state.evidence[work] // 1000))),
        ("started", (("always", 500), ("lag", 500 * min(lag, state.day) // lag if lag else 500))),
        ("last_mile", (("last_mile", last_mile(scenario, state, work)),)),
    )  # fmt: skip


def speed(scenario: Scenario, state: State, work: int, planks: Mapping[str, int]) -> int:
    """Return the speed of real progress in a workstream whose tiers are `planks`, as a share of full speed, ‰."""
    value = 1000
    for _, terms in factors(scenario, state, work, planks):
        value = value * sum([v for _, v in terms]) // 1000
    return value


def rate(scenario: Scenario, state: State, work: int) -> Reason:
    """Return the speed of real progress with its reasons, ‰: the same factors, with what each is the sum of."""
    planks = tiers(scenario, state, work)
    found = {
        name: total(name, [Reason(n, v) for n, v in terms])
        for name, terms in factors(scenario, state, work, planks)
    }
    shortest = least("shortest", [Reason(name, 4 * v // 5) for name, v in planks.items()])
    mean = total("mean", [Reason(name, v // 15) for name, v in planks.items()])
    found["tiers"] = total("tiers", [shortest, mean])
    found["last_mile"] = Reason("last_mile", found["last_mile"].value)
    return product("rate", list(found.values()))


def tiers(scenario: Scenario, state: State, work: int) -> dict[str, int]:
    """Return how strong each of the three tiers is in a workstream, ‰ (M72).

    Plain work needs little from above; the more entangled it is, the more hangs on backing (M15, M16).
    """
    free = 1000 - 8 * scenario.works[work].entanglement // 10
    return {
        "upper": free + (1000 - free) * upper(scenario, state, work) // 1000,
        "middle": middle(scenario, state, work),
        "low": low(state),
    }


def last_mile(scenario: Scenario, state: State, work: int) -> int:
    """Return what third parties let through of what is done in a workstream, ‰ (M33)."""
    through = 1000
    for i in scenario.thirds_of[work]:
        third = scenario.thirds[i]
        if not third.opens.test(state):
            through = through * (1000 - third.share) // 1000
    return through


def craft(scenario: Scenario, state: State, work: int) -> int:
    """Return the technical quality of what is being done, ‰: expertise, evidence and looking closely (M18, M27)."""
    width = len(scenario.works)
    parties = scenario.works[work].parties
    faked = sum(state.act[p * width + work] == _FAKE for p in parties) * 1000 // len(parties)
    skill = (5 * scenario.lead.expertise + 3 * state.evidence[work] + 2 * state.verify[work]) // 10
    return skill * (1000 - faked // 2) // 1000


def padding(scenario: Scenario, state: State, work: int) -> int:
    """Return what parties report beyond the real over this turn, ‰ of the workstream (M19, M35, M61).

    Pressure, appraisal and a lead on whom careers depend all make figures worth dressing up.
    """
    what, found, width = scenario.works[work], 0, len(scenario.works)
    for peer in what.parties:
        act = state.act[peer * width + work]
        wish = 1000 if act == _FAKE else 200 if act == _MINIMAL else 0
        if wish:
            watched = max(state.appraisal[work], scenario.lead.personnel) // 2
            hot = 350 + 650 * max(pressure(scenario, state, peer, work), watched) // 1000
            found += wish * hot // 1000
    found = found * scenario.rules.padding // (1000 * len(what.parties))
    return found * (1000 - state.verify[work]) // 1000 * scenario.length.days // what.days


def execute(scenario: Scenario, state: State) -> None:
    """Carry one turn out: both ledgers, the burden below, then the heats and the public outcomes (M21)."""
    planks = [tiers(scenario, state, w) for w in range(len(scenario.works))]
    for w, what in enumerate(scenario.works):
        room = max(0, reach(scenario, state, w) - state.real[w])
        due = speed(scenario, state, w, planks[w]) * scenario.length.days // what.days
        made = shift(state, "real", w, min(room, due), "work")
        if made:
            gap = (craft(scenario, state, w) - state.quality[w]) * made // state.real[w]
            shift(state, "quality", w, gap, "work")
        shift(state, "reported", w, made, "work")
        shift(state, "reported", w, padding(scenario, state, w), "padding")
    _burden(scenario, state)
    between = overall(scenario, [found["middle"] for found in planks])
    state.heat = [heat_above(scenario, state), between, _heat_below(state, between)]
    state.tally["tier.upper"] = overall(scenario, [found["upper"] for found in planks])
    state.tally["tier.middle"], state.tally["tier.low"] = between, low(state)
    _publish(scenario, state)


def heats(scenario: Scenario, state: State) -> tuple[int, int, int]:
    """Return the three thermometers: above, in the middle, below (M52), ‰, weighted over the workstreams."""
    between = overall(scenario, [middle(scenario, state, w) for w in range(len(scenario.works))])
    return heat_above(scenario, state), between, _heat_below(state, between)


def _heat_below(state: State, between: int) -> int:
    looked = sum(state.verify) // len(state.verify)
    return between * (600 + 3 * looked // 10) // 1000 * (400 + 6 * low(state) // 10) // 1000


def heat_above(scenario: Scenario, state: State) -> int:
    """Return the thermometer of the tier above as it stands now, ‰, weighted over the workstreams."""
    minded = overall(scenario, [upper(scenario, state, w) for w in range(len(scenario.works))])
    return minded * 1000 // (minded + WARM)


def overall(scenario: Scenario, values: list[int]) -> int:
    """Return the weighted mean of a list over workstreams, ‰."""
    weights, whole = _weights(scenario)
    summed: int = sum(map(mul, values, weights))
    return summed // whole


@once
def _weights(scenario: Scenario) -> tuple[tuple[int, ...], int]:
    """Return the weights of the workstreams and their sum."""
    weights = tuple(w.weight for w in scenario.works)
    return weights, sum(weights)


def _burden(scenario: Scenario, state: State) -> None:
    """Let forms filled for show weigh on those below; let burden and morale drift home; let help arrive."""
    left = keep(120, scenario.length.days)
    faked = sum(1 for act in state.act if act == _FAKE)
    for i in range(3):
        shift(state, "grassroots", i, state.coming[i], "help")
    state.coming = [0, 0, 0]
    shift(state, "grassroots", 2, 8 * faked * scenario.length.days // 30, "forms")
    fade(state, "grassroots", 2, left, scenario.grassroots[2], "settled")
    weary = (state.grassroots[2] - scenario.grassroots[2]) // 2
    fade(state, "grassroots", 1, left, scenario.grassroots[1] - weary, "settled")


def goal(scenario: Scenario, state: State, measure: int) -> int:
    """Return where a public outcome is heading: between start and goal as its drivers' real progress says.

    Work done badly brings less of it (M18), and those who have given up are hard to win back (M35).
    """
    m = scenario.measures[measure]
    whole = sum(share for _, share in m.drivers)
    done = sum(state.real[w] * (700 + 6 * state.quality[w] // 10) // 1000 * share for w, share in m.drivers) // whole
    done = min(1000, done) * (1000 - state.exit[0] // 3) // 1000
    return m.start + (m.goal - m.start) * done // 1000


def _publish(scenario: Scenario, state: State) -> None:
    """Move the public outcomes towards where they are heading, with their lag (M35)."""
    for i, m in enumerate(scenario.measures):
        left = keep(m.lag, scenario.length.days) if m.lag else 0
        gap = goal(scenario, state, i) - state.public[i]
        moved = gap - (gap * left // 1000 if gap >= 0 else -(-gap * left // 1000))
        state.put("public", i, max(m.low, min(m.high, state.public[i] + moved)))
