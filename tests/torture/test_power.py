"""Power loss: whatever part of the unsynced calls reached the disk, nothing acknowledged is missing."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from tests.torture import amount
from tests.torture.lives import lived
from tests.torture.power import Loss
from tests.torture.verdict import faults_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.lives import Life
    from tests.torture.power import Event

LIVES = amount(3, 40)
LOSSES = amount(60, 250)
"""Of each life; the long form comes to 10 000 states."""


def violations(
    life: Life, losses: int, seed: int, scratch: Path, log: list[Event] | None = None
) -> list[str]:
    """What *losses* power failures at random moments of *life* do, told in sentences.

    Another *log* than the life's own stands for a disk that was not asked for everything.
    """
    chance = random.Random(seed)
    found = []
    events = life.log if log is None else log
    for number in range(losses):
        length = chance.randrange(len(events) + 1)
        remains = scratch / f"loss-{number}"
        Loss(events, length).write_to(life.root, remains, chance)
        kinds = [event.kind for event in events[:length]]
        saved, kept = kinds.count("saved"), kinds.count("kept")
        reached = life.states[saved : saved + 2]
        faults = faults_of(remains / "annotations", reached, life.texts[:kept], aside=True)
        found += [f"seed {seed}, after {length} calls: {fault}" for fault in faults]
        shutil.rmtree(remains)
    return found


def test_nothing_acknowledged_is_lost_when_the_power_goes(tmp_path: Path) -> None:
    for seed in range(LIVES):
        root = tmp_path / f"life-{seed}"
        root.mkdir()
        life = lived(root, seed, steps=60)
        assert violations(life, LOSSES, seed, tmp_path) == []
        shutil.rmtree(root)
