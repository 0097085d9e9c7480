"""The pose at any moment of a rep: smooth from key to key, and round from the last to the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from itertools import pairwise
from operator import mul

from hiptimer.figure.model import ArmPose, Figure, LegPose, Pose

_Numbers = tuple[float, ...]


def pose_at(figure: Figure, at: float) -> Pose:
    """The pose when the share `at` of a rep is over; 1 is 0 again.

    Between two keys every angle goes along a monotone cubic (Fritsch and Carlson, 1980): it rests where it
    turns round, flows through the keys on its way, and what is equal in two keys stays as it is between.
    """
    times, rows, slopes = _curves(figure)
    at %= 1.0
    last = len(times) - 1
    i = max((n for n in range(len(times)) if times[n] <= at), default=last)
    j = 0 if i == last else i + 1
    span = (times[j] - times[i]) % 1.0 or 1.0
    t = ((at - times[i]) % 1.0) / span
    # the basis of Hermite: value and slope at the key before, value and slope at the key after
    weights = (
        (1 + 2 * t) * (1 - t) ** 2,
        t * (1 - t) ** 2 * span,
        t * t * (3 - 2 * t),
        t * t * (t - 1) * span,
    )
    columns = zip(rows[i], slopes[i], rows[j], slopes[j], strict=True)
    return _pose(tuple(sum(map(mul, weights, column)) for column in columns))


@lru_cache(maxsize=64)
def _curves(figure: Figure) -> tuple[_Numbers, tuple[_Numbers, ...], tuple[_Numbers, ...]]:
    """The times of the keys, and each angle and its slope at each of them."""
    times = tuple(key.at for key in figure.keys)
    rows = tuple(_numbers(key.pose) for key in figure.keys)
    columns = [tuple(_slopes(times, column)) for column in zip(*rows, strict=True)]
    return times, rows, tuple(zip(*columns, strict=True))


def _slopes(times: Sequence[float], values: Sequence[float]) -> Iterator[float]:
    """The slope at each key: none where the value turns round, else between those on either side of it."""
    count = len(times)
    spans = [(times[(n + 1) % count] - times[n]) % 1.0 or 1.0 for n in range(count)]
    rises = [(values[(n + 1) % count] - values[n]) / spans[n] for n in range(count)]
    for n in range(count):
        before, after = rises[n - 1], rises[n]
        if before * after <= 0:
            yield 0.0
        else:
            left, right = 2 * spans[n] + spans[n - 1], spans[n] + 2 * spans[n - 1]
            yield (left + right) / (left / before + right / after)


def _numbers(pose: Pose) -> _Numbers:
    """Every number of a pose, in the order of its fields."""
    numbers: list[float] = []
    for field in fields(pose):
        value = getattr(pose, field.name)
        if isinstance(value, LegPose | ArmPose):
            numbers += (getattr(value, inner.name) for inner in fields(value))
        else:
            numbers.append(value)
    return tuple(numbers)


def _pose(numbers: _Numbers) -> Pose:
    """The pose that has these numbers."""
    leg, arm = len(fields(LegPose)), len(fields(ArmPose))
    ends = (0, leg, 2 * leg, 2 * leg + arm, 2 * (leg + arm))
    near, far, near_arm, far_arm = (numbers[a:b] for a, b in pairwise(ends))
    rest = numbers[ends[-1] :]
    return Pose(LegPose(*near), LegPose(*far), ArmPose(*near_arm), ArmPose(*far_arm), *rest)
