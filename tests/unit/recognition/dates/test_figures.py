from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from reader.recognition.dates.__main__ import recognised
from reader.recognition.dates.finding import find
from tests.shared import shared

if TYPE_CHECKING:
    from pathlib import Path


def scored(name: str) -> dict[str, Any]:  # the scorer's own nested figures
    """The scorer's figures for one development file."""
    folder = shared("data/recognition")
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    gold = module.read(folder / name)
    figures: dict[str, Any] = module.dates(gold, {i: recognised(item) for i, item in gold.items()})
    return figures


def test_the_samples_have_each_date_right_and_no_false_one() -> None:
    figures = scored("seeds_gold_dates.jsonl")
    assert figures["strict_and_value_f1"] == 100.0


def test_news_is_read_as_well_as_promised() -> None:
    figures = scored("news_timex_fr_dev.jsonl")
    assert figures["relaxed"]["f1"] >= 96
    assert figures["relaxed"]["p"] >= 95
    assert figures["strict"]["f1"] >= 90
    assert figures["value_f1"] >= 93


def covered(path: Path) -> float:
    """The share of gold expressions that some expression touches, in per cent."""
    total = hit = 0
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        item = json.loads(line)
        spans = [e.span for e in find(item["text"], item["reference"], "fr")]
        for gold in item["expressions"]:
            total += 1
            hit += any(span.start < gold["end"] and gold["start"] < span.end for span in spans)
    return 100 * hit / total


@pytest.mark.parametrize("part", ["dev", "train"])
def test_hardly_an_absolute_date_is_missed(part: str) -> None:
    assert covered(shared(f"data/recognition/dates_winer_abs_fr_{part}.jsonl")) >= (
        99 if part == "dev" else 98
    )
