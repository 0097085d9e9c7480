"""What the benchmarks say of their samples."""

from __future__ import annotations

import math

import pytest

from benchmarks.ratios import MILLISECONDS, Row, TooFew, compared, limited, percentile, ratio, table
from benchmarks.recording import late
from benchmarks.soak import Sample, grown, quarters

MEGABYTE = 1e6


def samples(*megabytes: float, event: float = 0.01) -> list[Sample]:
    return [Sample(one * MEGABYTE, 3, 12, event) for one in megabytes]


def test_each_is_divided_by_its_neighbour_so_that_a_busy_minute_counts_for_both() -> None:
    found = ratio([2.0, 20.0, 2.0, 4.0], [1.0, 10.0, 1.0, 1.0])
    assert (found.median, found.low, found.high) == (2.0, 2.0, 2.0)


def test_a_percentile_is_one_of_the_samples() -> None:
    hundred = [float(number) for number in range(100, 0, -1)]
    assert [percentile(hundred, percent) for percent in (50, 95, 99, 100)] == [50.0, 95.0, 99.0, 100.0]
    assert percentile([7.0], 1) == percentile([7.0], 99) == 7.0


@pytest.mark.parametrize(("ours", "reached"), [([2.0, 2.0, 2.0], True), ([2.1, 2.1, 2.0], False)])
def test_a_target_is_reached_at_its_limit_and_not_past_it(ours: list[float], reached: bool) -> None:
    assert compared("start", ours, "peer", [1.0, 1.0, 1.0], 3, MILLISECONDS, 2.0).reached is reached
    assert limited("p95", max(ours), ours, 3, MILLISECONDS, 2.0).reached is reached


def test_without_a_target_nothing_is_reached_and_nothing_missed() -> None:
    assert compared("start", [1.0], "peer", [1.0], 1, MILLISECONDS).reached is None


def test_a_sample_that_is_missing_makes_the_row_worth_nothing() -> None:
    with pytest.raises(TooFew, match="start: 2 of 3"):
        compared("start", [1.0, 1.0], "peer", [1.0, 1.0, 1.0], 3, MILLISECONDS)
    with pytest.raises(TooFew, match="peer: 1 of 3"):
        compared("start", [1.0] * 3, "peer", [1.0], 3, MILLISECONDS)


def test_the_table_has_its_columns_under_each_other() -> None:
    row = compared("start", [0.3, 0.3], "peer", [0.2, 0.1], 2, MILLISECONDS, 1.2)
    heading, first, second = table([row, Row("a much longer name", "skipped")])
    assert first.index("300.0 ms") == heading.index("hiptimer") == second.index("skipped")
    assert first.endswith("NOT REACHED") and "<= 1.20x" in first


def test_a_session_has_grown_when_its_last_quarter_needs_more_than_its_first() -> None:
    steady = samples(50, 51, 50, 51, 52, 51, 52, 52)
    assert quarters(steady, "memory") == (50.5 * MEGABYTE, 52 * MEGABYTE)
    assert grown(steady) == []
    assert grown(samples(50, 51, 60, 61, 62, 63, 64, 65)) == ["memory"]


def test_a_cue_that_never_came_is_endlessly_late_and_the_others_keep_their_instants() -> None:
    assert late([0.0, 0.5, 1.5], 4, 0.5) == [0.0, 0.0, math.inf, 0.0]
    assert late([0.0625, 0.5], 2, 0.5) == [0.0625, 0.0]
    assert late([-0.03125, 0.46875], 2, 0.5) == [-0.03125, -0.03125], "handed over early, as a latency asks"


def test_one_more_thread_or_an_event_that_takes_longer_is_growth() -> None:
    before, after = samples(50, event=0.010) * 4, samples(50, event=0.014) * 4
    assert grown([*before, *after]) == ["event"]
    assert grown([*before, *[Sample(50 * MEGABYTE, 4, 12, 0.01)] * 4]) == ["threads"]
