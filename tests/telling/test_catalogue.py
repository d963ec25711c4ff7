"""The three catalogues have the same keys and placeholders, and every key the code can ask for is there."""

import ast
import re
from gettext import GNUTranslations
from string import Formatter

import pytest
import yaml

from game.cli import qiantou
from game.rules import start
from game.rules.aid import ABLE, CLEAR, WILLING
from game.rules.approach import ANSWERS
from game.rules.bargaining.talk import REPLIES
from game.rules.deeds import LEAD, QUESTIONS, TRAINER
from game.rules.direct import DRAWS
from game.rules.discipline import STEPS, willing
from game.rules.group import RANKS
from game.rules.paper import CLAUSES, TONES
from game.rules.peer import TERMS, WEIGHTS
from game.rules.stick import ANSWERS as STICKS
from game.rules.upward import TONES as REPORTS
from game.scenario.names import COURSES, DEAL_STATES, FACTS, RUNGS, STANCES
from game.scenario.scenario import ACTS
from game.telling.glossary import TERMS as GLOSSARY
from game.telling.glyphs import missing
from game.telling.story import SILENT, TELLERS
from game.telling.words import catalogue as read_catalogue
from game.telling.words import onlooker, words
from tests.table import scenario_of

from .table import LANGUAGES, ROOT

GAME = ROOT / "game"
_ENTRY = re.compile(r'^msgid "(.+)"\nmsgstr "(.*)"$', re.MULTILINE)
_FOLDERS = {"zh": "zh_CN", "en": "en", "tw": "zh_TW"}


@pytest.mark.parametrize("folder", sorted(_FOLDERS.values()))
def test_a_catalogue_is_read_as_gettext_reads_it(folder):
    path = GAME / "locale" / folder / "LC_MESSAGES" / "qiantou.mo"
    with path.open("rb") as file:
        whole = GNUTranslations(file)
    read = read_catalogue(path)
    assert len(read) > 4000
    assert all(whole.gettext(key) == wording for key, wording in read.items() if key)


def catalogue(lang):
    found = {}
    for path in sorted((GAME / "locale" / _FOLDERS[lang] / "LC_MESSAGES").glob("*.po")):
        for key, wording in _ENTRY.findall(path.read_text(encoding="utf-8")):
            assert key not in found, f"{key} stands in two files"
            found[key] = re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m[1], m[1]), wording)
    return found


def placeholders(wording):
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_mo_hold_what_the_po_say(lang):
    written = catalogue(lang)
    assert len(written) > 800
    assert {k: words(lang).raw(k) for k in written} == written


@pytest.mark.parametrize("lang", ["en", "tw"])
def test_every_language_has_the_same_keys_and_placeholders(lang):
    chinese, other = catalogue("zh"), catalogue(lang)
    assert set(chinese) == set(other)
    differing = [k for k in chinese if placeholders(chinese[k]) != placeholders(other[k])]
    assert not differing


@pytest.mark.parametrize("lang", LANGUAGES)
def test_our_fonts_can_show_every_wording(lang):
    assert {k: missing(v) for k, v in catalogue(lang).items() if missing(v)} == {}


def test_no_chinese_in_english_and_none_forgotten():
    chinese = re.compile(r"[\u4e00-\u9fff]")
    shown = {k: v for k, v in catalogue("en").items() if not k.startswith(("finding.", "window.lang."))}
    assert [k for k, v in shown.items() if chinese.search(v)] == []
    assert [k for k, v in catalogue("zh").items() if not v] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_named_is_one(lang):
    named = {m for wording in catalogue(lang).values() for m in re.findall(r"qiantou ([a-z]+)", wording)}
    assert named
    assert named <= set(qiantou.commands)


def test_english_quotes_are_straight():
    """A curly quote is as wide as a Chinese character in our fonts."""
    curly = re.compile("[“”‘’]")
    assert [k for k, v in catalogue("en").items() if curly.search(v)] == []
    for path in sorted((ROOT / "scenarios").glob("*.yaml")):
        assert [text for text in english(yaml.safe_load(path.read_text(encoding="utf-8"))) if curly.search(text)] == []


def english(data):
    """Every English text in a scenario's data."""
    if isinstance(data, dict):
        if isinstance(data.get("en"), str):
            yield data["en"]
        data = list(data.values())
    for part in data if isinstance(data, list) else ():
        yield from english(part)


@pytest.mark.parametrize(
    ("act", "forms"),
    [
        ("cooperate", ("cooperate", "cooperates", "cooperated")),
        ("minimal", ("do the minimum", "does the minimum", "did the minimum")),
        ("stall", ("stall", "stalls", "stalled")),
        ("pass", ("pass it on", "passes it on", "passed {} on")),
        ("fake", ("fake it", "fakes it", "faked")),
    ],
)
def test_an_act_has_one_english_word(act, forms):
    wordings = catalogue("en")
    plain, now, then = forms
    assert wordings[f"act.{act}"] == plain
    assert wordings[f"window.act.{act}"] == now
    assert now in wordings["glossary.peer"]
    for key, named in (("evening", "{works}"), ("event", "{work}")):
        assert then.format(named) in wordings[f"{key}.act.{act}"]


def asked_literally():
    """Every constant key that `words(...)` is called with anywhere in the game."""
    for path in sorted(GAME.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            for choice in ast.walk(node.args[0]) if name == "words" else ():
                if isinstance(choice, ast.Constant) and isinstance(choice.value, str) and _KEY.fullmatch(choice.value):
                    yield str(path.relative_to(ROOT)), choice.value


_KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")


def test_every_key_the_code_names_is_there():
    known = catalogue("zh")
    assert sorted({(path, key) for path, key in asked_literally() if key not in known}) == []


def source(pattern, folder="rules"):
    found = set()
    for path in sorted((GAME / folder).rglob("*.py")):
        found |= set(re.findall(pattern, path.read_text(encoding="utf-8")))
    return found


def composed():
    """Every key the code puts together from the rules' own tables."""
    for kind in (*LEAD, *TRAINER, "answer"):
        yield f"offer.{kind}.label"
        yield f"offer.{kind}.about"
        if kind != "answer":
            yield f"action.{kind}"
    for kind in QUESTIONS:
        if kind != "sign":
            yield f"ask.{kind}"
    for code in source(r'Blocked\("(\w+)"'):
        yield f"blocked.{code}"
    for act in ACTS:
        yield from (f"act.{act}", f"act.{act}.short", f"act.{act}.about", f"event.act.{act}", f"evening.act.{act}")
    for name in TERMS:
        yield from (f"term.{name}", f"cause.{name}")
    for name in source(r'(?:Reason|term|total|product|least)\("(\w+)"'):
        yield f"term.{name}"
    for cause in causes():
        yield f"term.{cause}"
    small = scenario_of("small-class")
    for why in willing(small, start(small, 1)[0], "sit_in", 0).terms:
        yield f"cause.{why.name}"
    yield from told_by_state()
    for fact in FACTS:
        yield f"fact.{fact}"
    for rank in RANKS:
        yield f"value.rank.{rank}"
    for kind in TELLERS:
        assert any(k == f"event.{kind}" or k.startswith(f"event.{kind}.") for k in catalogue("zh")), kind
    for code in source(r'RecordingError\("(\w+)"', "session"):
        yield f"trouble.recording.{code}"
    for why in source(r'BadLine\("(\w+)"', "session"):
        yield f"verdict.why.{why}"
    for term in GLOSSARY:
        yield f"glossary.{term}"


def causes():
    """Every cause that stocks are booked under by name: the last argument where a stock is changed."""
    changing = {"shift", "close_gap", "fade", "draw_attention"}
    for path in sorted((GAME / "rules").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in changing:
                last = node.args[-1]
                if isinstance(last, ast.Constant):
                    yield last.value


def told_by_state():
    """Every key put together from the names of states, steps, answers and draws."""
    for kind, names in {"stance": STANCES, "rung": RUNGS, "course": COURSES, "deal": DEAL_STATES, "table": DEAL_STATES,
                        "closing.table": DEAL_STATES, "event.stance": STANCES, "event.course": COURSES,
                        "event.deal": DEAL_STATES[1:], "value.step": STEPS, "value.clause": CLAUSES,
                        "value.tone": (*TONES, *REPORTS), "event.report": REPORTS, "value.reply": REPLIES,
                        "event.offer": REPLIES, "value.answer": (*ANSWERS, *STICKS), "value.what": DRAWS,
                        "event.discipline.granted": STEPS, "paper.duties.body": CLAUSES}.items():
        yield from (f"{kind}.{name}" for name in names)
    for kind in ("authorize", "appraise", "follow_up", "personnel"):
        yield from (f"event.{kind}.{how}" for how in ("granted", "declined"))
    for found in ("upper", "middle", "low", ABLE, WILLING, CLEAR):
        yield f"event.diagnose.{found}"
    for name, row in WEIGHTS.items():
        if min(row) < 0 < max(row) and f"cause.{name}.low" not in catalogue("zh"):
            assert name in ONE_WAY, f"{name} can cut both ways: it needs a cause.{name}.low"


ONE_WAY = {"base", "duty", "routine", "commit", "reciprocity", "momentum", "pressure", "cover", "verified", "followed",
           "dependence", "promise", "crowd", "fog", "attention", "liability", "interests", "entrenched",
           "career"}  # fmt: skip
"""Terms that are never below nought, so that one phrase will do."""


def test_every_key_the_code_composes_is_there():
    known = catalogue("zh")
    assert sorted({key for key in composed() if key not in known}) == []


def test_every_event_the_rules_tell_has_a_teller():
    assert source(r'tell\(\s*"(\w+)"') <= set(TELLERS) | SILENT


def test_an_unknown_key_is_itself_and_raises_where_strict():
    assert words("zh")("no.such.key") == "no.such.key"
    with pytest.raises(KeyError):
        words("zh", True)("no.such.key")


def test_the_catalogues_are_as_built():
    pytest.importorskip("babel")
    pytest.importorskip("opencc")
    from game.locale import build

    assert build.derived() == build.source("zh_TW").read_text(encoding="utf-8")



def test_what_is_said_to_all_calls_nobody_you():
    for lang, you in (("zh", "你(?!们的办法)"), ("en", r"\byou")):
        spoken = catalogue(lang)
        for_all = {key: text for key, text in spoken.items() if key.endswith(".all")}
        assert for_all
        for key, text in for_all.items():
            assert not re.search(you, text.replace('"And what do you propose?"', "")), key
            assert onlooker(lang).raw(key.removesuffix(".all")) == text
