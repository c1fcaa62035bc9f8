"""A bar for long work: nothing within a second, then now and then."""

from __future__ import annotations

import pytest

from reader.tui.work_bar import WorkBar, bar_words


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_work_of_less_than_a_second_says_nothing() -> None:
    clock, said = Clock(), list[str]()
    bar = WorkBar(said.append, "writing", 10, clock)
    for _ in bar.over(range(10)):
        clock.now += 0.09
    assert said == []


def test_long_work_says_how_far_it_is_but_not_at_every_step() -> None:
    clock, said = Clock(), list[str]()
    bar = WorkBar(said.append, "writing", 400, clock)
    assert list(bar.over(range(200))) == list(range(200))
    clock.now += 1
    bar.step()
    bar.step()
    clock.now += 1
    bar.step(98)
    assert said == ["writing ██████░░░░░░ 50 %", "writing █████████░░░ 75 %"]


@pytest.mark.parametrize(("share", "shown"), [(-1.0, "0 %"), (0.999, "99 %"), (1.0, "100 %"), (7.5, "100 %")])
def test_a_share_is_never_beyond_its_ends(share: float, shown: str) -> None:
    words = bar_words("reading", share)
    assert words.endswith(shown)
    assert len(words) - len(shown) == len("reading  ") + 12
