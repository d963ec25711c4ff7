"""Every constant of the rules, with unit, range and source, that a scenario may set under `rules:`.

Levels are thousandths (‰), times are days, energy is whole points. Sources: M.. a mechanism of the article, F.. a
finding of the literature (docs/model.md), "choice" ours. Knows only the numbers, not the rules that use them.
"""

from dataclasses import dataclass, field, fields
from typing import Any


def constant(default: int, low: int, high: int, unit: str, source: str, what: str) -> Any:
    """Declare one constant: its default, inclusive range, unit ("‰", "days", "points", "times"), source, meaning."""
    return field(default=default, metadata={"low": low, "high": high, "unit": unit, "source": source, "what": what})


@dataclass(frozen=True, slots=True)
class Rules:
    """The constants of one scenario; the fields' metadata documents each."""

    # -- the lead's turn
    energy: int = constant(6, 3, 12, "points", "choice (play.md)", "energy a turn")
    backlog_growth: int = constant(90, 0, 300, "‰ / 30 days", "M3, M9; choice", "own work left undone without reserve")
    backlog_cleared: int = constant(100, 20, 300, "‰ / 30 days", "M9; choice", "own work cleared by a point of reserve")
    # -- trust (M30: kept slowly up, broken fast down)
    trust_visit: int = constant(80, 0, 200, "‰", "M30; choice", "trust won by a visit")
    trust_kept: int = constant(120, 0, 300, "‰ of the gap", "F46 direction", "trust won when a promise is kept (α)")
    trust_broken: int = constant(360, 0, 900, "‰ of the stock", "F46: β ≈ 3α", "trust lost when one is broken (β)")
    trust_public: int = constant(70, 0, 300, "‰", "M57; choice", "trust lost by a public bulletin's bottom")
    trust_internal: int = constant(25, 0, 300, "‰", "M57; choice", "the same, circulated internally")
    trust_quiet: int = constant(50, 0, 300, "‰", "M59; choice", "trust the owner loses at an unannounced visit")
    trust_oversight: int = constant(90, 0, 400, "‰", "M60; choice", "trust lost by bringing oversight in")
    trust_overruled: int = constant(90, 0, 400, "‰", "M47; choice", "trust lost by a party ruled against")
    trust_no_notice: int = constant(70, 0, 400, "‰", "M47; choice", "trust lost by going up without a word first")
    help_owed: int = constant(220, 0, 600, "‰", "M10; choice", "what a peer feels it owes for a hand lent")
    favor_life: int = constant(180, 1, 720, "days", "M10; choice", "half-life of a favour remembered")
    trust_drift: int = constant(240, 1, 2000, "days", "choice", "half-life of trust's drift back to its start")
    # -- leaders (M50, M51)
    attention_report: int = constant(450, 50, 800, "‰", "M51; choice", "attention a report with a plan can win")
    attention_life: int = constant(90, 1, 365, "days", "M51; choice", "half-life of a leader's attention")
    favor_plan: int = constant(50, 0, 200, "‰", "M14; choice", "goodwill won by an honest report with a plan")
    favor_complaint: int = constant(80, 0, 300, "‰", "M14; choice", "goodwill lost by a complaint without one")
    favor_exposed: int = constant(220, 0, 600, "‰", "M12; choice", "goodwill lost when a rosy report is found out")
    mandate_bar: int = constant(330, 0, 900, "‰", "M23; choice", "priority a stronger mandate must show")
    mandate_step: int = constant(220, 0, 600, "‰", "M5; choice", "backing one grade of mandate adds")
    mandate_life: int = constant(240, 1, 720, "days", "M5; choice", "half-life of borrowed backing")
    appraisal_size: int = constant(700, 0, 1000, "‰", "M61; choice", "weight of a place in the annual appraisal")
    appraisal_life: int = constant(180, 1, 720, "days", "F28: not durable", "half-life of what appraisal moves")
    personnel_bar: int = constant(900, 100, 2000, "‰", "M71; choice", "file a change of head must show")
    # -- leading groups (M25, M26, M54, M55)
    group_deputy: int = constant(460, 100, 900, "‰", "M25; choice", "heat of a group under the leader in charge")
    group_principal: int = constant(760, 100, 1000, "‰", "M25; choice", "the same under the principal leader")
    group_twin: int = constant(800, 100, 1000, "‰", "M25; choice", "the same under twin chairs")
    group_bar: int = constant(530, 100, 900, "‰", "M55; choice", "priority a group must show to be set up")
    group_life: int = constant(60, 1, 365, "days", "M26, F23", "half-life of a group's heat since it last met")
    group_novelty: int = constant(55, 1, 720, "days", "F23, F25; choice", "half-life of what is new about a group")
    chairs_half: int = constant(2, 1, 40, "groups", "F12; form choice", "other groups of a chair that halve one's heat")
    group_paper: int = constant(90, 30, 365, "days", "F12; choice", "days without a meeting until it is paper")
    # -- documents, meetings (M28, M31, M56, M58)
    clarity_letter: int = constant(160, 0, 600, "‰ of the gap", "M31, F19", "clarity a duty list adds unsigned")
    clarity_signed: int = constant(330, 0, 800, "‰ of the gap", "M56; choice", "the same, signed by a leader")
    clarity_minutes: int = constant(180, 0, 600, "‰ of the gap", "M58; choice", "clarity added by agreed minutes")
    commit_life: int = constant(120, 1, 365, "days", "M28; choice", "half-life of what the minutes bind to")
    clarity_life: int = constant(360, 1, 2000, "days", "M37, M38; choice", "half-life of clarity nobody coordinates")
    follow_share: int = constant(650, 0, 900, "‰ of the gap", "M53; choice", "certainty a follow-up adds")
    follow_life: int = constant(60, 1, 365, "days", "M53; choice", "half-life of a follow-up")
    clause_size: int = constant(300, 0, 1000, "‰", "M62; choice", "pressure of a clause on accountability")
    clause_inflation: int = constant(120, 0, 400, "‰", "M62; choice", "what each such clause takes from all others")
    # -- bargaining (M41–M49)
    aspiration: int = constant(140, 0, 800, "‰ of the room", "Faratin et al. 1998; choice", "what a party hopes for")
    evidence_range: int = constant(500, 100, 1000, "‰", "play.md; choice", "evidence that shows all points in ranges")
    consent_days: int = constant(120, 1, 720, "days", "choice", "days a party's word for a package stands")
    meetings: int = constant(3, 1, 12, "times", "play.md", "joint talks a table can have")
    fallback_reach: int = constant(320, 0, 1000, "‰", "M49; choice", "how far work goes with nothing agreed")
    full_points: int = constant(600, 100, 1000, "‰ points", "M49; choice", "lead's points that let work go all the way")
    walkaway_attention: int = constant(80, 0, 300, "‰ points", "M51; choice", "what full attention takes off it")
    walkaway_pressure: int = constant(60, 0, 300, "‰ points", "M60; choice", "what full pressure takes off")
    walkaway_trust: int = constant(80, 0, 300, "‰ points", "M30; choice", "what trust and favours take off it")
    walkaway_liability: int = constant(100, 0, 300, "‰ points", "M34; choice", "what a liability gap puts on it")
    momentum_life: int = constant(90, 1, 720, "days", "M4, F41; choice", "half-life of the heart a success gives")
    # -- pressure (M57, M59, M60, M70)
    bulletin_size: int = constant(900, 0, 2000, "‰", "F20; size choice", "pressure on a bulletin's bottom third")
    bulletin_days: int = constant(30, 1, 120, "days", "F20: one month", "days until a bulletin's effect is gone")
    oversight_size: int = constant(1800, 0, 3000, "‰", "M60; choice", "pressure of a matched act of oversight")
    oversight_days: int = constant(80, 1, 240, "days", "F22: two to three months", "days until it is gone")
    repeat: int = constant(600, 300, 1000, "‰", "F23: ρ 0.6–0.7", "what a repeated means keeps of its effect")
    habit_life: int = constant(180, 1, 720, "days", "F23: ~6 months", "half-life of habituation")
    verify_days: int = constant(90, 2, 365, "days", "M59; choice", "days until a verification is forgotten")
    # -- discipline oversight (M62–M68)
    credibility_misuse: int = constant(90, 0, 500, "‰", "M65, M68; choice", "credibility an off-mandate use costs")
    credibility_use: int = constant(10, 0, 300, "‰", "M68; choice", "credibility any use costs")
    dependence_use: int = constant(100, 0, 500, "‰", "M66; choice", "dependence each use leaves behind")
    queue_life: int = constant(90, 1, 720, "days", "M63, M67; choice", "half-life of the body's queue")
    # -- the peers' choice and the work
    noise: int = constant(240, 0, 600, "‰", "choice", "spread of the mood in a peer's choice")
    lag_days: int = constant(60, 0, 240, "days", "M12", "days until a started workstream is at full pace")
    interruption: int = constant(120, 0, 500, "‰ / 30 days", "F35, M9; choice", "own work lost at full interruption")
    exit_life: int = constant(720, 1, 3000, "days", "M35: sticky; choice", "half-life of people having given up")
    padding: int = constant(700, 0, 1500, "‰", "M35, G4; choice", "progress a faking party reports beyond the real")


def constants() -> dict[str, dict[str, Any]]:
    """Return every constant's name with its default, range, unit, source and meaning (for schema, lint and docs)."""
    return {f.name: {"default": f.default, **f.metadata} for f in fields(Rules)}
