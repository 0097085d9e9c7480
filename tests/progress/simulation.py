"""How often the verdicts are wrong, and how often they see what is there: thousands of made-up runners.

    python -m tests.progress.simulation

A hold is the runner's usual time, scattered by the assumed typical error; three rounds a session.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from hiptimer.progress.holds import Pair, PairedSession, percent
from hiptimer.progress.noise import ASSUMED, smallest_visible
from hiptimer.progress.verdict import EVEN_LSI, FULL_VERDICT, WINDOW, Finding, judge
from hiptimer.progress.words import headline

SEED = 20260301
ROUNDS = 3
USUAL = 40.0
"""Seconds; any would do."""
SECOND_SIDE = 0.85
"""What the second side of a round holds, of the first, where order tires it."""
LEFT_SHORTER, RIGHT_SHORTER = (f"{side} {Finding.SHORTER}" for side in ("left", "right"))
FirstLeft = Callable[[int, int], bool]
"""Whether the left is first, by session and round from 0."""


def left_right_left(_: int, number: int) -> bool:
    return number % 2 == 0


def flipping(session: int, number: int) -> bool:
    return (session + number) % 2 == 0


def runner(
    chance: Random, sessions: int, rounds: int, gap: float, tired: float, first: FirstLeft
) -> Iterator[PairedSession]:
    """Sessions of one runner. `gap`: left is so many times right; `tired`: second is so many times first."""
    for day in range(sessions):
        pairs = []
        for number in range(rounds):
            left_first = first(day, number)
            left = (
                USUAL * gap * (1 if left_first else tired) * math.exp(chance.gauss(0, ASSUMED.typical_error))
            )
            right = USUAL * (tired if left_first else 1) * math.exp(chance.gauss(0, ASSUMED.typical_error))
            pairs.append(Pair(left, right, left_first))
        yield PairedSession(tuple(pairs))


def headlines(
    runners: int,
    sessions: int = WINDOW,
    *,
    gap: float = 1.0,
    tired: float = 1.0,
    first: FirstLeft = flipping,
) -> Counter[str]:
    """What is said of so many runners."""
    chance = Random(SEED)
    made_up = (list(runner(chance, sessions, ROUNDS, gap, tired, first)) for _ in range(runners))
    return Counter(headline(judge(days)) for days in made_up)


def false_alarms(runners: int, tired: float, first: FirstLeft) -> float:
    """Percent of even runners of whom a side is called consistently shorter."""
    found = headlines(runners, tired=tired, first=first)
    return 100 * (found[LEFT_SHORTER] + found[RIGHT_SHORTER]) / runners


def alarms_of_one_session(runners: int) -> float:
    """Percent of an even runner's sessions that one hold a side would show below 90 %."""
    chance = Random(SEED)
    days = (next(runner(chance, 1, 1, 1.0, 1.0, flipping)) for _ in range(runners))
    return 100 * sum(percent(day.difference) < EVEN_LSI for day in days) / runners


def seen(runners: int, sessions: int) -> float:
    """Percent of runners with the smallest visible gap, one hold a side, whose interval shows it."""
    chance = Random(SEED)
    gap = smallest_visible(sessions) / 100
    found = (judge(list(runner(chance, sessions, 1, gap, 1.0, flipping))) for _ in range(runners))
    return 100 * sum(one.mean > one.half_width for one in found) / runners


def main(runners: int = 20_000) -> None:
    print(f"{runners} runners each; in brackets the design's figure")
    alarms = alarms_of_one_session(runners)
    print(f"even, one session, 'below 90 %' alone      {alarms:5.1f} %  (62)")
    for how, first, figure in (("always L-R-L", left_right_left, 14), ("flipping    ", flipping, 2)):
        alarms = false_alarms(runners, SECOND_SIDE, first)
        print(f"even, second side 15 % weaker, {how}  {alarms:5.1f} %  ({figure})")
    print(f"even, nothing else                         {false_alarms(runners, 1.0, flipping):5.1f} %")
    for sessions in (1, 3, 6, 8):
        lsi = smallest_visible(sessions)
        print(f"{sessions} sessions see {lsi:.0f} % in {seen(runners, sessions):.0f} % of runners  (50)")
    for sessions in (3, 5, FULL_VERDICT, WINDOW):
        for lsi in (100, 90, 85, 80, 70):
            found = headlines(runners, sessions, gap=lsi / 100).most_common()
            shares = ", ".join(f"{words} {100 * number / runners:.1f} %" for words, number in found)
            print(f"{sessions} sessions, left at {lsi:3} % of right: {shares}")


if __name__ == "__main__":
    main()
