"""The fuzz targets, fed for a moment by Hypothesis; ``make fuzz`` feeds them for longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS
from tests.hostile.payloads import CODE_POINTS, PAYLOADS
from tests.torture import amount

HOSTILE = "\n".join((*PAYLOADS, *CODE_POINTS)).encode()


@pytest.mark.parametrize("name", TARGETS)
@settings(
    max_examples=amount(150, 20_000),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)
@given(st.binary(max_size=400))
@example(b"")
@example(b"\0" * 40)
@example(b"\xff" * 400)
@example(b"\0\0" + HOSTILE[:2_000])
def test_what_must_hold_for_any_bytes_holds(name: str, data: bytes) -> None:
    TARGETS[name](data)


def test_every_target_is_registered() -> None:
    helpers = {"__init__", "given", "run", "targets", "test_fuzz"}
    modules = {path.stem for path in Path(__file__).parent.glob("*.py")} - helpers
    assert modules == {check.__module__.rpartition(".")[2] for check in TARGETS.values()}
