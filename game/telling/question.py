"""What an asked seat is being asked, in words; a title and a text where the question is a page of its own."""

from collections.abc import Mapping
from typing import Any

from game.scenario.scenario import Scenario
from game.telling.name import head, seat, work
from game.telling.package import package, table_name
from game.telling.words import Words

Data = Mapping[str, Any]


def question(words: Words, scenario: Scenario, ask_kind: str, data: Data) -> str:
    """Return what an asked seat is being asked; "title\\ntext" for news, callers and impatient leaders."""
    args: dict[str, str] = {"lead": seat(words, scenario, "lead")}
    if ask_kind == "choose":
        inject = scenario.injects[scenario.index["inject"][data["inject"]]]
        return words("ask.choose", title=words.text(inject.title), text=words.text(inject.text))
    if ask_kind == "improvised":
        return words("ask.improvised", title=data["title"], text=data["text"])
    for name in ("wording", "rank", "tone", "reach"):
        if data.get(name):
            args[name] = words(f"value.{name}.{data[name]}")
    for name in ("peer", "target", "leader"):
        if data.get(name):
            args[name] = seat(words, scenario, data[name])
    if data.get("peer"):
        args["head"] = head(words, scenario, data["peer"])
    if data.get("work"):
        args["work"] = work(words, scenario, data["work"])
    if data.get("works"):
        args["works"] = words.listed([work(words, scenario, w) for w in data["works"]])
    args |= _bargained(words, scenario, ask_kind, data)
    return words(f"ask.sign.{data['paper']}" if ask_kind == "sign" else f"ask.{ask_kind}", **args)


def _bargained(words: Words, scenario: Scenario, ask_kind: str, data: Data) -> dict[str, str]:
    """Return what a question says of a table: its name, the packages put, the promise that goes with them."""
    id = str(data.get("table", ""))
    if not id:
        return {}
    found = {"table": table_name(words, scenario, id)}
    for name in ("package", "first"):
        if data.get(name):
            found[name] = package(words, scenario, data[name], id)
    second, side = data.get("second", ""), data.get("side", "")
    found["second"] = words("ask.talks.second", second=package(words, scenario, second, id)) if second else ""
    promise = words.text(scenario.promises[scenario.index["promise"][side]].text) if side else ""
    found["side"] = words(f"ask.{ask_kind}.side", promise=promise) if side else ""
    named = [package(words, scenario, p, id) for p in data.get("packages", ())]
    found["packages"] = words("list.packages").join(named)
    return found


def callers(ask_kind: str) -> bool:
    """Tell whether a question to the lead is a caller's, not an author's."""
    return ask_kind in ("condition", "favor", "stick")
