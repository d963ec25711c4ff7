"""A scenario as a document for its reviewers: all of it is there, in words, and what is secret is marked."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from game.lint.submission.condition import Reader
from game.lint.submission.document import document
from game.lint.submission.effect import effect
from game.lint.submission.naming import Naming
from game.scenario.load import read, read_file
from game.scenario.names import names
from game.scenario.reference import Clause, marks
from game.scenario.verbs import VERBS, effects_in
from game.scenario.words import texts_in
from game.telling.block import Heading, Para, Table, Title
from game.telling.facilitator import checklist, notes
from game.telling.words import words
from tests.table import SHIPPED, SMALL

FILES = (*SHIPPED, SMALL)
DAY = date(2026, 1, 8)
every_file = pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
both_languages = pytest.mark.parametrize("lang", ["zh", "en"])


@cache
def file_of(path: Path):
    return read_file(path).file


@cache
def blocks_of(path: Path, lang: str = "zh"):
    return document(file_of(path), words(lang, True), path.name, DAY)


def said(blocks) -> list[str]:
    """Return every piece of text in a document's blocks."""
    found = []
    for block in blocks:
        if isinstance(block, Title):
            found += [block.text, block.kind]
        elif isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Para):
            found.append(block.label + block.text)
        elif isinstance(block, Table):
            found += [cell for row in (block.header, *block.rows) for cell in row]
    return found


@every_file
@both_languages
def test_every_text_of_a_scenario_is_in_its_document(path, lang):
    whole = "\n".join(said(blocks_of(path, lang)))
    shown = {".".join(map(str, loc)): getattr(text, lang) or text.zh for loc, text in texts_in(file_of(path))}
    assert {loc: text for loc, text in shown.items() if text not in whole} == {}


@every_file
def test_every_condition_is_there_as_written_and_in_words(path):
    file = file_of(path)
    reader = Reader(Naming(file, words("zh", True)))
    whole = "\n".join(said(blocks_of(path)))
    written = {mark.value for mark in marks(file) if isinstance(mark.mark, Clause)}
    assert {w for w in written if w not in whole or reader.plain(w) not in whole} == set()


@every_file
def test_every_effect_is_there_in_words(path):
    file = file_of(path)
    naming, whole = Naming(file, words("zh", True)), "\n".join(said(blocks_of(path)))
    assert {told for _, verb in effects_in(file) if (told := effect(naming, verb)) not in whole} == set()


@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_wording(verb, lang):
    """One effect of each verb, its ids those of the small scenario, up and down, on and off."""
    file = file_of(SMALL)
    table = next(iter(file.tables))
    option = next(iter(next(iter(file.tables[table].issues.values())).options))
    some = {
        "who": next(iter(file.peers)), "about": next(iter(file.peers)), "work": "all", "days": 30, "after": 0,
        "what": "interest", "table": table, "option": option, "make": next(iter(file.promises), "word"),
        "name": next(iter(file.flags), "flag"), "to": False, "fire": next(iter(file.injects)), "pull": "lever",
        "ending": next(iter(file.endings)),
    }  # fmt: skip
    of = {"public": next(iter(file.public)), "grassroots": "morale"}.get(verb, next(iter(file.leaders)))
    fields = {"do": verb, **{k: v for k, v in (some | {"of": of}).items() if k in VERBS[verb].model_fields}}
    for by in (-3, 3):
        moved = {"by": by} if "by" in VERBS[verb].model_fields else {}
        assert effect(Naming(file, words(lang, True)), VERBS[verb].model_validate(fields | moved))


@both_languages
def test_every_name_a_condition_can_read_has_a_wording(lang):
    file = file_of(SHIPPED[0])
    reader = Reader(Naming(file, words(lang, True)))
    for name, declared in names(file).items():
        if declared.type == "bool":
            told = [reader.plain(name), reader.plain(f"not {name}"), reader.plain(f"{name} == false")]
        elif declared.type == "choice":
            told = [reader.plain(f"{name} == '{choice}'") for choice in declared.choices]
            told.append(reader.plain(f"{name} in {list(declared.choices[:2])}"))
        else:
            told = [reader.plain(f"{name} {relation} 3") for relation in ("<", "<=", ">", ">=", "==", "!=")]
        assert all(told)


@pytest.mark.parametrize(
    ("when", "zh"),
    [
        ("day >= 3 and day < 9", "开局后的天数不低于3，且开局后的天数低于9"),
        ("day < 2 or (day > 3 and not day > 9)", "开局后的天数低于2，或（开局后的天数高于3，且开局后的天数不高于9）"),
        ("not (day < 2 or day > 9)", "并非（开局后的天数低于2，或开局后的天数高于9）"),
        ("count.visit >= 1 and count.visit < 5", "做过“走访”，且“走访”的次数低于5"),
        ("progress.real < progress.reported * 0.65", "总实绩低于总台账数 × 0.65"),
        ("progress.real > -1", "总实绩高于−1"),
        ("1 == 1", "1等于1"),
        ("true", "是"),
        ("group not in ['paper', 'none']", "领导小组不是“名存实亡”或“没有成立”"),
    ],
)
def test_conditions_read_as_sentences(when, zh):
    assert Reader(Naming(file_of(SMALL), words("zh", True))).plain(when) == zh


def test_a_part_without_content_is_left_out_and_the_numbers_run_on():
    file = file_of(SHIPPED[0]).model_copy(update={"questions": [], "variants": {}, "tests": {}, "solution": {}})
    blocks = document(file, words("en", True), "x.yaml", DAY)
    heads = [b.text for b in blocks if isinstance(b, Heading) and b.level == 1]
    assert [int(head.partition(".")[0]) for head in heads] == list(range(1, len(heads) + 1))
    assert not any("Questions" in head or "Variants" in head for head in heads)


@every_file
def test_what_players_do_not_know_is_marked(path):
    """Interests, red lines, points, injects, endings: under a marked heading, in a marked column or a marked line."""
    file, naming = file_of(path), Naming(file_of(path), words("zh", True))
    hidden = {naming.text(p.interest) for p in file.peers.values()}
    hidden |= {naming.text(x.preference) for x in file.leaders.values()}
    hidden |= {naming.text(i.text) for i in file.injects.values()}
    hidden |= {naming.text(e.text) for e in file.endings.values()}
    hidden |= {naming.text(m.reply) for m in file.moves.values()}
    assert hidden & set(openly(blocks_of(path))) == set()


def openly(blocks):
    """Yield every text of a document that no mark covers."""
    covered = 9
    for block in blocks:
        if isinstance(block, Heading):
            if block.level <= covered:
                covered = block.level if block.secret else 9
        elif covered < 9:
            continue
        elif isinstance(block, Para) and not block.secret:
            yield block.text
        elif isinstance(block, Table):
            yield from (c for row in block.rows for n, c in enumerate(row) if n not in block.secret)


def test_rows_are_as_long_as_their_heads():
    for path in FILES:
        for table in (b for b in blocks_of(path) if isinstance(b, Table)):
            assert {len(row) for row in table.rows} | {len(table.shares)} == {len(table.header)}, table.header


def test_a_variant_tells_what_it_changes_in_words():
    peer = "build"
    text = SMALL.read_text(encoding="utf-8").partition("variants:")[0]
    sets = f"{{peers.*.trust: {{times: 0.5}}, peers.{peer}.head: 新局长, moves.*.when: day >= 3}}"
    reading = read(f"{text}variants:\n  hard: {{title: 难, set: {sets}}}\n", "small.yaml")
    assert reading.playable
    rows = [row for b in document(reading.file, words("zh", True), "s", DAY) if isinstance(b, Table) for row in b.rows]
    record = file_of(SMALL).peers[peer]
    trust = "peers.*.trust"
    assert (f"{record.short.zh} · 对牵头单位的信任", f"{record.trust:g}", f"{record.trust / 2:g}", trust) in rows
    assert (f"{record.short.zh} · 主要负责人", record.head.zh, "新局长", f"peers.{peer}.head") in rows
    assert "开局后的天数不低于3" in {row[2] for row in rows if len(row) == 4 and row[3] == "moves.*.when"}


def test_a_level_has_a_word_and_its_number():
    naming = Naming(file_of(SMALL), words("zh", True))
    assert [naming.level(x) for x in (25, 50, 75)] == ["低（25）", "中（50）", "高（75）"]
    assert [naming.level(x) for x in (37.5, 62.5)] == ["中（37.5）", "中（62.5）"]


def test_the_blocks_are_all_there_is():
    from game.telling.block import Block, Figure

    kinds = {type(b) for path in FILES for b in blocks_of(path)}
    assert kinds == set(get_args(Block)) - {Figure}


@both_languages
def test_the_trainer_finds_notes_and_a_list_to_tick_off(lang):
    said_of = words(lang, True)
    file = file_of(next(path for path in SHIPPED if path.stem == "market_street"))
    told = "\n".join(said([*notes(said_of, file), *checklist(said_of, file)]))
    assert all(getattr(e.text, lang) in told for e in file.expect.values())
    assert all(said_of("facilitator.minutes", n=n) in told for n in file.facilitator.timing)
    assert not [*notes(said_of, file_of(SMALL)), *checklist(said_of, file_of(SMALL))]
