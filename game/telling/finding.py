"""Words for findings, from a catalogue; knows how a wording is put together, not what was found or where."""

from collections.abc import Callable, Mapping

from game.scenario.finding import Finding

_TYPED = ("type", "left", "right", "wanted", "given")


def worder(translate: Callable[[str], str]) -> Callable[[Finding], tuple[str, str]]:
    """A function that words a finding as (message, cure); `translate` maps unknown msgids to "" or themselves.

    The cure is `finding.<code>.suggest` where there is a suggestion, else `finding.<code>.cure`. What is found only
    where a variant is played (`variant`) says so first. Never raises: a code without a wording is worded as itself with
    its data.
    """

    def word(finding: Finding) -> tuple[str, str]:
        args = {name: _typed(name, value, translate) for name, value in finding.args.items()}
        key = f"finding.{finding.code}"
        cure = _filled(f"{key}.suggest", args, translate) if args.get("suggestion") else ""
        message = _filled(f"{key}.message", args, translate)
        if message and args.get("variant"):
            message = _filled("finding.in-variant", {**args, "message": message}, translate) or message
        bare = " ".join([finding.code, *(f"{name}={value}" for name, value in args.items())])
        return message or bare, cure or _filled(f"{key}.cure", args, translate)

    return word


def _typed(name: str, value: str, translate: Callable[[str], str]) -> str:
    """The value of an argument; the name of a type and the system's own sentence in the reader's language."""
    if name == "why":
        return translate(value) or value
    if name not in _TYPED or value not in ("number", "bool", "choice"):
        return value
    msgid = f"finding.type.{value}"
    found = translate(msgid)
    return value if found in ("", msgid) else found


def _filled(msgid: str, args: Mapping[str, str], translate: Callable[[str], str]) -> str:
    """A wording with its data filled in; empty if there is none or its data is missing."""
    wording = translate(msgid)
    if wording in ("", msgid):
        return ""
    try:
        return wording.format_map(args)
    except (KeyError, IndexError, ValueError):
        return ""
