"""Leads that keep to one route each, and one that mixes them by what it sees: short lists of habits.

`group_first`: a leading group, its meetings, then rules (M25, M54). `procedure`: duties, consultations, follow-up,
evidence (M56–M58). `pressure`: bulletins, inspections, clauses, oversight, heads (M59–M62). `lobbyist`: leaders only
(M50, M51). `negotiator`: packages first (M43–M46). `adaptive`: what the moment asks for (M73).
`steady`: a little of everything.
"""

from game.session.bots import bargain, habits, reading, upward
from game.session.bots.answers import answering
from game.session.bots.bot import Bot, at_most, every, in_all, made_of, when
from game.session.bots.reading import (
    bargaining,
    chairs_free,
    clear_now,
    few_parties,
    group_stands,
    late,
    ranges_known,
)


def group_first() -> Bot:
    """Return the lead that wants a leading group, keeps it meeting, and turns it into rules before the end."""
    return made_of((
        when(lambda seen: late(seen) and clear_now(seen), upward.codify),
        when(lambda seen: seen.group is None and seen.turn == 1, at_most(1, upward.report("plan"))),
        when(lambda seen: seen.group is None and seen.turn % 2 == 1, upward.group("principal")),
        when(lambda seen: seen.group is None and seen.turn % 2 == 0, upward.group("deputy")),
        when(lambda seen: seen.group is None, at_most(2, upward.report("plan"))),
        when(group_stands, upward.chair, habits.meeting_of_all),
        when(lambda seen: seen.group is not None, at_most(1, upward.report("plan")), at_most(1, habits.letters)),
        at_most(1, habits.move),
    ), answering(favor="decline"))  # fmt: skip


def procedure() -> Bot:
    """Return the lead that makes duties clear, has them followed up, and gathers evidence; it calls before it meets."""
    return made_of((
        when(lambda seen: seen.turn == 1, at_most(2, habits.calls)),
        when(lambda seen: bool(reading.unclear(seen)) or seen.turn % 2 == 0, habits.consult),
        at_most(1, habits.duties),
        at_most(2, habits.follow_up),
        at_most(1, habits.data),
        every(4, 0, habits.bulletin("rank", "internal")),
        at_most(1, habits.move),
        at_most(1, habits.data),
        every(4, 3, at_most(1, habits.train)),
        every(3, 0, at_most(1, habits.look)),
        habits.calls,
    ), answering())  # fmt: skip


def pressure() -> Bot:
    """Return the lead that ranks, inspects, writes clauses, brings oversight in, and asks for heads."""
    return made_of((
        upward.change_head,
        when(lambda seen: seen.turn > 1, upward.oversight("case", "circulate", "interview", "remind")),
        when(lambda seen: seen.turn > 1, habits.bulletin("rank", "public")),
        every(2, 1, at_most(1, habits.clauses)),
        at_most(1, habits.joint_look),
        at_most(1, habits.look),
        at_most(1, habits.clauses),
        at_most(1, habits.move),
    ), answering(stick="go_along", favor="decline"))  # fmt: skip


def lobbyist() -> Bot:
    """Return the lead that works on leaders alone."""
    return made_of((
        when(lambda seen: late(seen), upward.report("plan"), bargain.submit(0)),
        at_most(1, upward.report("plan")),
        upward.authorize,
        every(2, 0, upward.appraise),
        every(2, 1, upward.chair, habits.consult),
        at_most(2, upward.report("plan")),
    ), answering(stick="go_along", favor="decline"))  # fmt: skip


def negotiator(hard_first: bool = False, grim: bool = False) -> Bot:
    """Return the lead that looks for the package all could live with, and then for what was agreed to be done.

    `grim`: whoever has once said no, or held back, gets no more offers and no help.
    """
    return made_of((
        when(lambda seen: seen.turn == 1, at_most(2, habits.cold_calls)),
        when(bargaining,
             bargain.close_by_word,
             at_most(1, bargain.ways),
             bargain.joint_talks(600),
             when(lambda seen: not reading.ranges_known(seen), at_most(2, bargain.ask_points)),
             bargain.offers(hard_first, grim=grim)),
        when(lambda seen: not bargaining(seen), at_most(2, habits.follow_up), at_most(1, habits.consult),
             at_most(1, habits.duties)),
        *(() if grim else (every(3, 0, at_most(1, habits.help_out)),)),
        at_most(1, habits.move),
        at_most(2, habits.data),
        habits.calls,
    ), answering(least=450))  # fmt: skip


def steady() -> Bot:
    """Return the middling lead: talk first, clear duties, keep a leader minded, look now and then, overuse nothing."""
    return made_of((*_EVERYDAY, every(3, 2, at_most(1, bargain.offers())), habits.calls), answering())


def adaptive() -> Bot:
    """Return the lead that mixes by what it sees.

    A group where its chair is not spread thin. Where a table is blocked, a hearing for those who sit at it and a report
    to the leader who minds least. What helps a table along is done at once; while it is promising, part of each turn
    goes into it, and joint talks are kept for what nobody has turned down (where many sit at it, ranges first, and a
    word given before all are called). The rest is a steady lead's work: unclear duties, follow-up, leaders who forget.
    """
    return made_of((
        when(lambda seen: late(seen) and clear_now(seen), upward.codify),
        when(lambda seen: seen.turn == 1 and chairs_free(seen), at_most(1, upward.report("plan")),
             upward.group("principal")),
        when(lambda seen: seen.turn == 1, at_most(2, bargain.hear_out)),
        at_most(1, bargain.ways),
        bargain.stuck(every(2, 1, in_all(1, upward.report("plan")))),
        bargain.promising(bargain.within(
            4,
            bargain.close_by_word,
            when(lambda seen: not few_parties(seen) and seen.turn <= 2, at_most(2, bargain.ask_points)),
            when(few_parties, bargain.fresh_talks(0)),
            bargain.fresh_talks(1),
            when(lambda seen: not ranges_known(seen), at_most(1, bargain.ask_points)),
            bargain.offers())),
        when(lambda seen: not bargaining(seen), every(2, 1, at_most(1, habits.move))),
        every(2, 0, upward.chair, habits.consult),
        at_most(1, habits.duties),
        at_most(1, habits.follow_up),
        *_EVERYDAY,
        habits.calls,
    ), answering(least=400))  # fmt: skip


_EVERYDAY = (
    when(lambda seen: seen.turn == 1, at_most(2, habits.calls)),
    every(4, 1, at_most(1, upward.report("plan"))),
    every(4, 3, at_most(1, habits.train)),
    every(6, 0, at_most(1, habits.look)),
    every(2, 0, in_all(2, upward.chair), habits.consult),
    at_most(1, habits.duties),
    at_most(1, habits.move),
    at_most(1, habits.data),
)
"""What a steady lead does turn by turn, bargaining apart."""
