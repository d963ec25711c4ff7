"""The floor: a toy game of whole numbers, the least that a decision of a game shaped like ours can cost in Python.

Eight bureaus, twenty tasks, sixteen turns of one decision each: flat lists, no text, no conditions, no records.
docs/performance.md tells its rules; what it measures is the machine and its Python, so that speeds told in multiples
of it mean the same anywhere.
"""

BUREAUS, TASKS, TURNS = 8, 20, 16
_PRIME = 2**31 - 1
_ROW = range(BUREAUS)
_OWNERS = [task % BUREAUS for task in range(TASKS)]
_DUE = [4 + task % 12 for task in range(TASKS)]
_WORK = [40 + 7 * task % 30 for task in range(TASKS)]
_HANDS = [40 + b for b in _ROW]
_STARTED = [hands // 20 for hands in _HANDS]


class Toy:
    """One game: what it is worth depends on its number alone."""

    __slots__ = ("debt", "dice", "done", "left", "load", "log", "morale", "press", "stance", "trust")

    def __init__(self, number: int) -> None:
        self.dice = 1 + number * 7919 % (_PRIME - 1)
        self.trust = [40 + 3 * b for b in _ROW]
        self.load = [30 + 2 * b for b in _ROW]
        self.press, self.stance, self.morale = [10] * BUREAUS, [50] * BUREAUS, [60] * BUREAUS
        self.debt, self.done = [0] * BUREAUS, [0] * BUREAUS
        self.left = _WORK[:]
        self.log: list[tuple[int, int]] = []

    def play(self) -> int:
        """Play it to its end, one of the acts on offer at random each turn; return its score."""
        for turn in range(TURNS):
            acts = self.offers()
            self.dice = dice = self.dice * 48271 % _PRIME
            act = acts[dice % len(acts)]
            self.act(act)
            self.go_round()
            self.work(turn)
            self.log.append((turn, act))
        return 10 * sum(self.done) + sum(self.trust) // BUREAUS

    def offers(self) -> list[int]:
        """Return what can be done: 0 to wait, then talks, trades and escalations by bureau."""
        found = [0]
        found += [b for b, trust in enumerate(self.trust, 1) if trust < 95]
        found += [b for b, debt in enumerate(self.debt, 1 + BUREAUS) if debt < 30]
        found += [b for b, press in enumerate(self.press, 1 + 2 * BUREAUS) if press < 80]
        return found

    def act(self, act: int) -> None:
        """Do one act."""
        if not act:
            return
        way, b = divmod(act - 1, BUREAUS)
        if way == 0:
            self.trust[b] += 4
            self.press[b] -= 1
            self.stance[b] += self.trust[b] // 20
        elif way == 1:
            self.debt[b] += 3
            self.stance[b] += 6
            self.morale[b] -= 1
        else:
            self.press[b] += 8
            self.trust[b] -= 5
            self.stance[b] += self.press[b] // 10

    def go_round(self) -> None:
        """Move every bureau on, each number kept within 0–100."""
        dice, trust, load, press = self.dice, self.trust, self.load, self.press
        stance, morale = self.stance, self.morale
        for b, started in enumerate(_STARTED):
            dice = dice * 48271 % _PRIME
            trusts, pressed = trust[b], press[b]
            value = stance[b] + dice % 7 - 3
            stance[b] = value if 0 <= value <= 100 else 0 if value < 0 else 100
            value = load[b] + pressed // 16 - started
            load[b] = value if 0 <= value <= 100 else 0 if value < 0 else 100
            value = morale[b] + (trusts - 50) // 25
            morale[b] = value if 0 <= value <= 100 else 0 if value < 0 else 100
            if not 0 <= trusts <= 100:
                trust[b] = 0 if trusts < 0 else 100
            if not 0 <= pressed <= 100:
                press[b] = 0 if pressed < 0 else 100
        self.dice = dice

    def work(self, turn: int) -> None:
        """Work at every task that is not done, press for those overdue, and once in ten turns load a bureau more."""
        left, stance, morale = self.left, self.stance, self.morale
        for task, b in enumerate(_OWNERS):
            to_do = left[task]
            if to_do > 0:
                left[task] = to_do = to_do - _HANDS[b] * (stance[b] + morale[b]) // 2000
                if to_do <= 0:
                    self.done[b] += 1
                elif turn > _DUE[task]:
                    self.press[b] += 2
        self.dice = dice = self.dice * 48271 % _PRIME
        if not dice % 10:
            self.dice = dice = dice * 48271 % _PRIME
            self.load[dice % BUREAUS] += 10


def checksum(games: int = 1000) -> int:
    """Return one number for the scores of the first games: equal wherever the rules are."""
    return sum(Toy(n).play() * (n % 97 + 1) for n in range(1, games + 1))
