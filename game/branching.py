"""The command `whatif`. Every import of weight waits inside it, so that `--help` comes at once."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.flags import FOLDER, cluster_option, json_option, lang_option, workers_option
from game.launch import BROKEN, USAGE, Failure, crew, progress_bar, wording

if TYPE_CHECKING:
    from game.rules import Action, State
    from game.rules.deed import Field
    from game.scenario.scenario import Scenario
    from game.session.recording import Tape
    from game.session.replay import Moment, Replay
    from game.study.crew import Workers
    from game.study.whatif.branch import Branch
    from game.telling.words import Words


@click.command()
@click.argument("run", type=FOLDER)
@click.argument("fields", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--turn", type=click.IntRange(1), default=None, metavar="N", help="第几回合 Which turn.")
@click.option("--without", type=click.IntRange(1), default=None, metavar="K",
              help="这一回合的第几个决定不做 Leave that decision of the turn out.")  # fmt: skip
@click.option("--do", "kind", default="", metavar="KIND", help="改做（或加做）这件事 Do this instead, or besides.")
@click.option("--bot", default="", metavar="NAME", help="从这一回合起交给它 Hand the rest to this way of leading.")
@click.option("--luck", "with_luck", is_flag=True, help="同样的决定换许多局运气 The same decisions on other luck.")
@click.option("--seeds", type=click.IntRange(2, 100_000), default=200, show_default=True, help="换几局 Of how many.")
@click.option("--points", "with_points", is_flag=True, help="最要紧的几个决定 The decisions that mattered most.")
@click.option("--reach", "with_reach", is_flag=True,
              help="强手从每一回合接着走，还够得着多少 What was still in reach, turn by turn.")  # fmt: skip
@click.option("--audit", "with_audit", is_flag=True, help="每一次动用监督 Every use of oversight.")
@workers_option
@cluster_option
@json_option
@lang_option
def whatif(
    run: Path, fields: tuple[str, ...], turn: int | None, without: int | None, kind: str, bot: str, with_luck: bool,
    seeds: int, with_points: bool, with_reach: bool, with_audit: bool, workers: int | None, cluster: str,
    as_json: bool, lang: str | None,
) -> None:  # fmt: skip
    """换一个决定，这局会怎样。 One decision changed, all other luck unchanged: what the game would have been.

    只给 --turn，列出这一回合的决定和编号。 With --turn alone: the decisions of that turn, numbered.

    \b
    例 Examples:
      qiantou whatif game.jsonl --turn 4                              列出决定 list the decisions
      qiantou whatif game.jsonl --turn 4 --without 2                  不做第二件 leave the second out
      qiantou whatif game.jsonl --turn 4 --without 2 --do visit target=housing
      qiantou whatif game.jsonl --turn 4 --bot steady                 余下的交给它 hand over the rest
      qiantou whatif game.jsonl --luck --points --audit --lang en
      qiantou whatif game.jsonl --reach                               哪一回合让出最多 where most was given away
      qiantou whatif game.jsonl --luck --seeds 20000 --cluster tcp://10.0.0.1:8786
    """
    from game.session.recording import read
    from game.study.audit import audit
    from game.study.whatif.course import played
    from game.study.whatif.report import Report, as_text
    from game.study.whatif.report import as_json as told_json

    words = wording(lang)
    _asked(words, turn, without, kind, bot, fields, with_luck or with_points or with_reach or with_audit)
    tape = read(run)
    game, scenario = _sound(words, run, tape)
    if turn is not None:
        _there(words, game.moments, turn)
    branch = None
    if turn is not None and (without is not None or kind or bot):
        branch = _branched(words, scenario, game.moments, turn, without, kind, fields, bot)
    found = _many(tape, game.moments, seeds if with_luck else 0, with_points, with_reach, crew(words, workers, cluster))
    report = Report(
        scenario, game.moments, played(scenario, game.moments), turn, branch, *found,
        audit(scenario, game.moments) if with_audit else None,
    )  # fmt: skip
    click.echo((told_json if as_json else as_text)(report, words))


def _asked(
    words: "Words", turn: int | None, without: int | None, kind: str, bot: str, fields: tuple[str, ...], more: bool
) -> None:
    """Hold the command line to what goes together."""
    from game.session.bots import LEADS

    wrong = ""
    if bot and bot not in LEADS:
        wrong = words("playtest.no_bot", name=bot, have=", ".join(LEADS))
    elif bot and (kind or without is not None):
        wrong = words("whatif.bot_alone")
    elif fields and not kind:
        wrong = words("whatif.fields_alone", fields=" ".join(fields))
    elif turn is None and (kind or bot or without is not None or not more):
        wrong = words("whatif.no_turn")
    if wrong:
        raise Failure(wrong, USAGE)


def _sound(words: "Words", path: Path, tape: "Tape") -> "tuple[Replay, Scenario]":
    """Return a recording played through; Failure for one that does not hold to its end."""
    from game.session.replay import replay
    from game.telling.trouble import verdict

    game = replay(tape)
    if game.scenario is None or game.verdict.verdict != "ok":
        raise Failure(verdict(words, str(path), game.verdict), BROKEN)
    return game, game.scenario


def _there(words: "Words", moments: "list[Moment]", turn: int) -> None:
    """Refuse a turn the game never came to."""
    last = moments[-1].state.turn
    if turn > last:
        raise Failure(words("whatif.no_such_turn", turn=turn, last=last), USAGE)


def _branched(
    words: "Words", scenario: "Scenario", moments: "list[Moment]", turn: int, without: int | None, kind: str,
    fields: tuple[str, ...], bot: str,
) -> "Branch":  # fmt: skip
    """Return the branch asked for; Failure where it cannot be made."""
    from game.study.whatif.branch import Change, NoSuch, branch, place_of, state_at
    from game.telling.offer import blocked

    change = Change(turn, None if without is None else without - 1, None, bot)
    try:
        if kind:
            from game.rules import Action

            place = place_of(moments, Change(turn, change.without, Action("lead", kind)))
            change = Change(turn, change.without, _action(words, scenario, state_at(moments, place), kind, fields))
        return branch(scenario, moments, change)
    except NoSuch as error:
        if error.why is not None:
            raise Failure(words("whatif.blocked", why=blocked(words, scenario, error.why)), USAGE) from error
        raise Failure(words("whatif.no_such_decision", turn=turn, number=without), USAGE) from error


def _action(words: "Words", scenario: "Scenario", state: "State", kind: str, given: tuple[str, ...]) -> "Action":
    """Return the lead's action as typed: KIND and KEY=VALUE items, several values with commas between."""
    from game.rules import options

    on_offer = {o.kind: o for o in options(scenario, state, "lead")}
    if kind not in on_offer:
        raise Failure(words("whatif.no_kind", kind=kind, have=", ".join(on_offer)), USAGE)
    option = on_offer[kind]
    known: dict[str, Field] = {f.name: f for f in option.fields}
    args: dict[str, Any] = {}
    for item in given:
        name, found, text = item.partition("=")
        if not found or name not in known:
            raise Failure(words("whatif.no_field", item=item, have=", ".join(known) or words("none")), USAGE)
        args[name] = _value(known[name], text)
    for name, field in known.items():
        if name not in args:
            have = ", ".join(map(str, field.offered(args)))
            raise Failure(words("whatif.field_missing", field=name, have=have or words("none")), USAGE)
    return option.fill(**args)


def _value(field: "Field", text: str) -> Any:
    """Return a typed value as the field has it; one it has not is left to the rules to refuse."""
    by_text = {str(c): c for c in field.choices}
    if field.many is not None:
        return [by_text.get(part, part) for part in text.split(",") if part]
    return by_text.get(text, text)


def _many(
    tape: "Tape", moments: "list[Moment]", seeds: int, with_points: bool, with_reach: bool, workers: "Workers"
) -> tuple[Any, Any, Any]:
    """Return luck, turning points and what was in reach, as far as asked for, with a bar while they are worked out."""
    from game.study.whatif.course import script_of
    from game.study.whatif.paired import luck, points
    from game.study.whatif.reach import openings, reach

    turns = len(openings(moments)) if with_reach else 0
    with progress_bar(seeds + with_points * len(script_of(moments)) + turns) as bar:
        lucky = luck(tape, seeds, workers, bar.update) if seeds else None
        found = points(tape, workers, bar.update) if with_points else None
        reached = reach(tape, workers, bar.update) if with_reach else None
    return lucky, found, reached
