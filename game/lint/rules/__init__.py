"""The lint rules, one a module, and the table of them: the codes each may report."""

from collections.abc import Mapping

from game.lint.rule import Rule
from game.lint.rules.basis import basis
from game.lint.rules.choice import choice
from game.lint.rules.condition import condition
from game.lint.rules.cost import cost
from game.lint.rules.ending import ending
from game.lint.rules.expectation import expectation
from game.lint.rules.expected import expected
from game.lint.rules.flag import flag
from game.lint.rules.glyph import glyph
from game.lint.rules.inject import inject
from game.lint.rules.lever import lever
from game.lint.rules.lock import lock
from game.lint.rules.objective import objective
from game.lint.rules.place import place
from game.lint.rules.promise import promise
from game.lint.rules.reading import reading
from game.lint.rules.room import room
from game.lint.rules.stillness import stillness
from game.lint.rules.table import table
from game.lint.rules.translation import translation
from game.lint.rules.work import work

RULES: Mapping[Rule, tuple[str, ...]] = {
    objective: ("objective-unexercised", "objective-unreachable", "objective-oversight", "objective-unexpected"),
    basis: ("basis-expired",),
    condition: ("when-never", "when-always"),
    stillness: ("read-unwritten",),
    flag: ("flag-unread", "flag-unset"),
    promise: ("promise-unmade", "promise-unread"),
    inject: ("inject-late", "inject-window", "inject-unfired"),
    expectation: ("expect-never",),
    expected: ("expected-late", "expected-never"),
    ending: ("ending-unreachable",),
    work: ("owner-outside", "work-ownerless", "peer-idle"),
    choice: ("choice-idle",),
    lever: ("lever-unpulled",),
    lock: ("option-locked",),
    table: ("table-hopeless", "table-trivial", "table-ideal", "table-middle"),
    cost: ("cost-unaffordable",),
    translation: ("text-untranslated",),
    room: ("text-long",),
    reading: ("text-load",),
    glyph: ("text-glyph",),
    place: ("real-place",),
}
