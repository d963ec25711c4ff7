"""Effects in words, a sentence each: one wording for every verb there is."""

from collections.abc import Sequence

from game.lint.submission.naming import Naming
from game.scenario.reference import Ref, marks
from game.scenario.verb import Verb
from game.telling.clock import span

_COUNTED = {"chairs": "groups", "energy": "energy"}
"""Verbs whose `by` counts something other than points, and what."""


def effects(naming: Naming, found: Sequence[Verb]) -> str:
    """Return effects in words, a line each; a dash where there are none."""
    return "\n".join(effect(naming, verb) for verb in found) or naming.words("none")


def effect(naming: Naming, verb: Verb) -> str:
    """Return one effect in words."""
    fields = verb.model_dump()
    do = str(fields.pop("do"))
    args = {name: str(value) for name, value in fields.items()}
    for mark in marks(verb):
        if isinstance(mark.mark, Ref):
            named = naming.called(mark.mark.kind, mark.value)
            whole = mark.mark.kind != "workstream" or mark.value == "all"
            args[str(mark.loc[-1])] = named if whole else naming.words("submission.quoted", text=named)
    if "by" in fields:
        args["by"] = _change(naming, do, fields)
    for name in {"days", "after"} & fields.keys():
        args[name] = span(naming.words, naming.file.clock, fields[name])
    key = f"submission.effect.{do}"
    if do == "unlock":
        args["option"] = naming.option(naming.file.tables[fields["table"]], fields["option"])
    elif do == "reveal":
        args["what"] = naming.words(f"fact.{fields['what']}")
    elif do == "grassroots":
        args["of"] = naming.words(f"submission.grassroots.{fields['of']}")
    elif (do == "flag" and not fields["to"]) or (do == "inject" and not fields["after"]):
        key += ".not" if do == "flag" else ".now"
    return naming.words(key, **args)


def _change(naming: Naming, do: str, fields: dict[str, float]) -> str:
    """Return by how much a verb raises or lowers what it is about."""
    by = fields["by"]
    if do == "public":
        amount = naming.measured(str(fields["of"]), abs(by))
    else:
        unit = _COUNTED.get(do, "points")
        amount = naming.words(f"submission.amount.{unit}", n=naming.number(abs(by)))
    return naming.words("submission.by.down" if by < 0 else "submission.by.up", amount=amount)
