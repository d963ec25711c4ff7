"""The first page: the scenario's title and the document that gives the task."""

from game.scenario.scenario import Scenario
from game.telling.paper import mandate
from game.telling.words import Words
from game.terminal.page import WIDTH, centred, paragraph, right

_INDENT = "  "


def title_page(words: Words, scenario: Scenario) -> list[str]:
    """Return the title, the red-header document, and who you are."""
    double = "═" * WIDTH
    lines = ["", double, *centred(words.text(scenario.title)), *centred(words.text(scenario.place)), double, ""]
    lines += document(words, mandate(words, scenario))
    role = words("terminal.role", lead=words.text(scenario.lead.name), role=words.text(scenario.lead.role))
    return [*lines, "", *paragraph(role), *paragraph(words("terminal.begin.hint"))]


def document(words: Words, roles: list[tuple[str, str]]) -> list[str]:
    """Return a document laid out as documents are: header, rule with a star, title, body, signer and date."""
    given = dict(roles)
    lines = [*centred(given["issuer"]), *(centred(given["number"]) if "number" in given else [])]
    half = "━" * (WIDTH // 2 - 3)
    lines += [f"{half} ★ {half}", *centred(given["title"]), ""]
    first = _INDENT * 3 if words.lang != "en" else _INDENT
    lines += paragraph(given["body"], first, _INDENT)
    return [*lines, *(right(given[role]) for role in ("signer", "date") if given.get(role))]
