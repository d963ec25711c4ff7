"""Tables, packages and what is known of the parties, in words."""

import pytest

from game.rules import Event
from game.rules.state import Ask
from game.study.debrief import debrief
from game.telling.bargain import found_out, judged, mine, own_points, standing, theirs
from game.telling.closing import closing
from game.telling.dossier import dossier
from game.telling.evening import evening
from game.telling.menu import NINE, pages
from game.telling.offer import value
from game.telling.package import composed, offered, package, shut, thing
from game.telling.question import question
from game.telling.story import TELLERS, story
from game.telling.words import words

from .table import LANGUAGES, session


@pytest.fixture(params=LANGUAGES, name="strict")
def _strict(request):
    return words(request.param, True)


def option(game, kind):
    return next(o for o in game.options("lead") if o.kind == kind)


def test_a_package_is_told_by_its_options(strict):
    told = session("small").scenario
    table = told.tables[0]
    name = table.names[-1]
    assert name == "full+stop"
    shown = package(strict, told, name, "terms")
    assert shown == strict("list.package").join(strict.text(i.options[-1].name) for i in table.issues)
    assert package(strict, told, "no+such", "terms") == "no+such"
    assert value(strict, told, "offer", "package", name, {"table": "terms"}) == shown
    assert value(strict, told, "rule", "ruling", "shelve") == strict("value.ruling.shelve")
    assert thing(strict, table, "sites") == strict.text(table.issues[1].name)
    assert thing(strict, table, "stop") == strict.text(table.issues[1].options[2].name)


def test_a_package_is_put_together_from_what_is_on_offer(strict):
    game = session("small")
    table = game.scenario.tables[0]
    names = option(game, "offer").fields[2].choices
    way = game.scenario.moves[game.scenario.index["move"]["pledge_up"]]
    assert offered(table, names, 0) == ("totals", "monthly")
    assert [(id, why) for id, _, why in shut(strict, game.scenario, table, names, 0)] == [
        ("full", strict.sentences(strict("table.locked", who=strict.text(game.scenario.leaders[0].name)),
                                  strict("table.locked.way", move=strict.text(way.name))))
    ]
    assert composed(game.scenario, names, {"table": "terms"}) is table
    assert composed(game.scenario, names[:2], {"table": "terms"}) is None
    assert composed(game.scenario, ("yes", "no"), {"table": "terms"}) is None
    assert own_points(table, ("monthly", "")) == 400
    assert "70" in mine(strict, table, ("monthly", "sort"))


def test_what_is_known_of_a_party_grows_and_holds_nothing_else(strict):
    game = session("small")
    told, table = game.public(), game.public().tables[0]
    assert found_out(strict, told, game.view(), "build")[1:] == [strict("table.nothing_known")]
    assert judged(strict, told, game.view(), table, ("full", "stop")) == []
    game.state.known = ("build.order.terms.leave>sort", "build.points", "build.redline", "build.refused.terms.sites")
    told, table = game.public(), game.public().tables[0]
    lines = found_out(strict, told, game.view(), "build")
    assert strict("table.refused", issues=strict.text(table.issues[1].name)) in lines
    assert strict("table.walkaway", low="40", high="50") in lines
    assert all(line in "\n".join(dossier(strict, told, game.view(), "build")) for line in lines)
    minds = dict(judged(strict, told, game.view(), table, ("full", "stop")))
    assert strict("table.crosses") in minds[strict.text(told.peers[0].short)]
    names = [strict.text(p.short) for p in told.peers[:2]]
    assert [who for who, _ in theirs(strict, told, game.view(), table)] == names


def test_the_dossier_says_where_a_peer_stands(strict):
    game = session("small")
    state = game.state
    state.stance[0], state.rung[0], state.reciprocity[0], state.replaced[0] = 3, 2, 300, 30
    told = dossier(strict, game.scenario, game.view(), "build")
    for line in (
        strict("dossier.stance", stance=strict("stance.resisting")),
        strict("dossier.rung", rung=strict("rung.interview")),
        strict("dossier.owes"),
        strict("dossier.replaced", when=strict("time.day", n=30)),
    ):
        assert line in told
    assert strict("dossier.owes") not in dossier(strict, game.scenario, game.view(), "road")


TABLE = {"table": "terms", "package": "monthly+sort"}
EVENTS = [
    *(("offer", {**TABLE, "seat": "build", "side": "", "reply": r, "counter": c, "issue": i})
      for r, c, i in (("accept", "", ""), ("counter", "totals+sort", "data"), ("refuse", "", "sites"))),
    *(("talks", {"table": "terms", "first": "monthly+sort", "second": second, "hollow": hollow,
                 "answers": [["build", "head", "yes", "no"], ["road", "chief", "no", "no"]],
                 "named": [["road", "sites"]]}) for second, hollow in (("", True), ("totals+sort", False))),
    *(("deal", {**TABLE, "how": how, "signed": []}) for how in ("agreed", "ruled", "fallback")),
    *(("ruling", {"leader": "vice", "table": "terms", "ruling": r, "own": own})
      for r, own in (("shelve", False), ("monthly+sort", False), ("totals+leave", True))),
    ("unlocked", {"table": "terms", "option": "full"}),
    ("ranges", {"table": "terms"}),
    *(("condition", {**TABLE, "peer": "build", "side": "seal", "answer": a}) for a in ("agree", "decline")),
    *(("favor", {"peer": "build", "answer": a}) for a in ("agree", "decline")),
    *(("stick", {"leader": "vice", "target": "build", "work": "check", "answer": a, "suited": 10})
      for a in ("dissuade", "go_along")),
    ("help", {"target": "build"}),
    *(("diagnose", {"work": "check", "plank": p, "peer": "build", "cause": c})
      for p, c in (("upper", "unwilling"), ("middle", "unable"), ("low", "unclear"))),
    *((kind, {"leader": "vice", "target": "build", "work": "check", "granted": g})
      for kind in ("personnel", "authorize", "appraise", "follow_up") for g in (True, False)),
    *(("course", {"work": "check", "course": c}) for c in ("waiting", "moving", "stalled", "done")),
    *(("stance", {"peer": "build", "stance": s}) for s in ("watching", "engaged", "committed", "resisting")),
    *(("discipline", {"step": s, "target": "build", "work": "check", "granted": True, "because": "", "suited": 20})
      for s in ("remind", "interview", "circulate", "case", "sit_in")),
    ("sound", {"target": "build", "table": "terms", "more": "leave", "less": "sort"}),
    *(("report", {"preference": False, "leader": "vice", "work": "check", "tone": "agenda", "won": won})
      for won in (0, 90)),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "data"), EVENTS)
def test_every_way_an_event_can_go_has_a_story(strict, kind, data):
    told = session("small").scenario
    text = story(strict, told, Event(kind, data, ()))
    assert text
    assert not any(name in text for name in ("monthly+", "totals+", "{", "terms"))


def test_every_new_kind_of_event_is_among_them():
    from game.telling import bargained
    from game.telling import standing as stands

    assert {*bargained.TELLERS, *stands.TELLERS} <= {kind for kind, _ in EVENTS}
    assert {kind for kind, _ in EVENTS} <= set(TELLERS)


@pytest.mark.parametrize("ask", [
    Ask("build", "offer", (("table", "terms"), ("package", "monthly+sort"), ("side", "seal"))),
    Ask("build", "talks", (("table", "terms"), ("first", "monthly+sort"), ("second", "totals+sort"))),
    Ask("vice", "rule", (("table", "terms"), ("packages", ("monthly+sort", "totals+sort")))),
    Ask("lead", "condition", (("peer", "build"), ("table", "terms"), ("package", "monthly+sort"), ("side", "seal"))),
    Ask("lead", "favor", (("peer", "build"),)),
    Ask("lead", "stick", (("leader", "vice"), ("target", "build"), ("work", "check"))),
    Ask("vice", "authorize"), Ask("chief", "appraise", (("work", "check"),)),
    Ask("office", "follow_up", (("work", "check"),)), Ask("chief", "personnel", (("target", "build"),)),
], ids=lambda a: a.kind)  # fmt: skip
def test_every_question_names_what_it_is_about(strict, ask):
    told = session("small").scenario
    text = question(strict, told, ask.kind, dict(ask.data))
    if ask.get("table"):
        assert strict.text(told.tables[0].name) in text
    if ask.get("side"):
        assert strict.text(told.promises[0].text) in text
    assert ("\n" in text) == (ask.seat == "lead")


def test_where_a_table_stands_is_told(strict):
    game = session("small")
    seen = game.view().tables[0]
    assert standing(strict, game.scenario, seen) == strict("table.none", held=0, most=3)
    put = seen._replace(offered=4)
    assert strict("table.agreeing.nobody") in standing(strict, game.scenario, put)
    for how, name in enumerate(("agreed", "ruled", "fallback"), 1):
        told = standing(strict, game.scenario, seen._replace(deal=4, how=how))
        assert told == strict(f"table.{name}", package=package(strict, game.scenario, "monthly+sort", "terms"))


def test_the_evening_tells_of_a_deal_made_before_the_plan_stood(strict):
    told = session("small").scenario
    deal = Event("deal", {**TABLE, "how": "agreed", "signed": []}, ())
    turn, planned = Event("turn", {"turn": 1, "day": 0}, ()), Event("planned", {"turn": 1}, ())
    assert story(strict, told, deal) in evening(strict, told, [turn, deal, planned]).changes
    later = [turn, deal, planned, turn, planned]
    assert evening(strict, told, later).changes == []


def test_a_ruling_is_told_once_in_the_report(strict):
    told = session("small").scenario
    name = told.tables[0].names[0]
    ruling = Event("ruling", {"leader": told.leaders[0].id, "table": "terms", "ruling": name, "own": False}, ())
    deal = Event("deal", {"table": "terms", "package": name, "how": "ruled", "signed": []}, ())
    planned = Event("planned", {"turn": 1}, ())
    assert evening(strict, told, [ruling, deal, planned]).changes == [story(strict, told, ruling)]


def test_the_debrief_says_what_little_would_have_won_a_table(strict):
    game = session("small")
    trainer = next(o for o in game.options("trainer") if o.kind == "end_now")
    game.do(trainer.fill())
    found = debrief(game.scenario, game.moments)
    assert [(e.table, e.how) for e in found.tables] == [("terms", "fallback")]
    change = found.tables[0].change
    assert change is not None
    texts = dict(closing(strict, game.scenario, found))[strict("closing.tables.title")]
    assert len(texts) == 1
    table = game.scenario.tables[0]
    assert package(strict, game.scenario, table.names[change[0]], "terms") in texts[0]
    assert table.names[change[0]] not in texts[0]


def test_deeds_come_nine_at_a_time():
    game = session("small")
    for end in (False, True):
        shown = pages(game.options("lead"), end)
        assert all(0 < len(page) <= NINE for page in shown)
        assert sum(map(len, shown)) == len(game.options("lead")) - (not end)
    assert shown[0][-1].kind == "end_turn"
