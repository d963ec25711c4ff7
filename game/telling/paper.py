"""Documents as they are written: the mandate under its red header, minutes, duty lists, bulletins."""

from game.rules.state import Paper
from game.scenario.scenario import Scenario
from game.telling.clock import moment
from game.telling.name import full, full_work
from game.telling.words import Words

Roles = list[tuple[str, str]]


def mandate(words: Words, scenario: Scenario) -> Roles:
    """Return the document that gave the task as (role, text): issuer, number, title, body, signer, date."""
    given = scenario.mandate
    found = [("issuer", given.issuer), ("number", given.number), ("title", given.title), ("body", given.text),
             ("signer", given.issuer), ("date", given.date)]  # fmt: skip
    return [(role, words.text(text)) for role, text in found]


def document(words: Words, scenario: Scenario, paper: Paper) -> Roles:
    """Return a document issued in play as (role, text)."""
    work = full_work(words, scenario, scenario.works[paper.work].id) if paper.work >= 0 else ""
    tail = f".{paper.wording}" if paper.wording else ""
    body = words(f"paper.{paper.kind}.body{tail}", work=work)
    if paper.kind == "minutes" and paper.sentence:
        body = words.sentences(body, words("paper.minutes.sentence"))
    found = [
        ("issuer", full(words, scenario, paper.issuer)),
        ("title", words(f"paper.{paper.kind}.title", work=work)),
        ("body", body),
    ]
    if paper.kind != "minutes":
        signer = full(words, scenario, paper.signer)
        found.append(("signer", words("paper.signed", who=signer) if paper.signer else words("paper.unsigned")))
    return [*found, ("date", moment(words, scenario.clock, paper.day, "head"))]
