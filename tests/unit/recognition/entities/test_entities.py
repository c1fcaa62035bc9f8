from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.recognition.entities.modelfile import CLASSES
from reader.recognition.entities.recogniser import MODEL, EntityRecogniser
from tests.effort import grows_no_faster
from tests.shared import shared
from tests.unit.recognition.conftest import make_article

if TYPE_CHECKING:
    from pathlib import Path

RECOGNISER = EntityRecogniser()


def names(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.label.value) for one in RECOGNISER.entities(text)]


def test_persons_places_and_organisations_are_told_apart() -> None:
    text = "Le ministre Paul Girardot est arrivé à Lisbonne, où l’OTAN se réunit."
    assert names(text) == [("Paul Girardot", "PER"), ("Lisbonne", "LOC"), ("OTAN", "ORG")]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_an_elision_is_not_part_of_a_name(apostrophe: str) -> None:
    assert names(f"La guerre en Europe et l{apostrophe}Ukraine, selon le président.")[-1] == (
        "Ukraine",
        "LOC",
    )


def test_the_recogniser_is_a_function_of_the_article() -> None:
    found = RECOGNISER(make_article("Paul Girardot vit à Paris. Girardot travaille à Lyon."))
    assert [one.name for one in found if one.label.value == "PER"] == ["Paul Girardot", "Paul Girardot"]
    assert all(one.recogniser == RECOGNISER.name for one in found)
    assert list(found) == list(
        EntityRecogniser()(make_article("Paul Girardot vit à Paris. Girardot travaille à Lyon."))
    )


def test_the_version_tells_one_model_from_another(tmp_path: Path) -> None:
    other = tmp_path / "other.model"
    other.write_bytes(MODEL.read_bytes() + b" ")
    assert EntityRecogniser().version == RECOGNISER.version
    assert (
        EntityRecogniser(other).version != RECOGNISER.version != EntityRecogniser(tmp_path / "none").version
    )


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_names_lie_in_any_text_in_order_and_apart(text: str) -> None:
    end = 0
    for one in RECOGNISER.entities(text):
        assert one.span.start >= end
        assert one.text == one.span.of(text)
        assert one.text.strip() == one.text != ""
        assert 0 <= one.score <= 1
        end = one.span.end


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "1 2 3",
        "ABC DEF " * 50,
        "é" * 5000,
        "a-" * 5000,
        "'" * 5000,
        "« " * 3000,
        "\ud800 Paris",
        "A." * 3000,
    ],
)
def test_odd_texts_do_no_harm(text: str) -> None:
    for one in RECOGNISER.entities(text):
        assert one.text == text[one.span.start : one.span.end]


@pytest.mark.parametrize(
    "piece",
    [
        "Paul Girardot vit à Paris, dit-on. ",
        "LE MINISTRE PAUL GIRARDOT ",
        "12 345 ",
        "mot ",
        "Xavier" + "-Xavier" * 20 + " ",
    ],
)
def test_effort_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert grows_no_faster(RECOGNISER.entities, piece * (60_000 // len(piece)))


def score(gold: Path, predictions: Path) -> dict[str, dict[str, float]]:
    scorer = shared("data/recognition/score.py")
    done = subprocess.run(
        [sys.executable, str(scorer), "entities", str(gold), str(predictions)],
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, dict[str, float]] = json.loads(done.stdout)
    return answer


def predicted(gold: Path, folder: Path) -> Path:
    path = folder / "predictions.jsonl"
    with gold.open(encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
        for line in lines:
            row = json.loads(line)
            entities = [
                {"start": one.span.start, "end": one.span.end, "label": one.label.value}
                for one in RECOGNISER.entities(row["text"])
            ]
            out.write(json.dumps({"id": row["id"], "entities": entities}) + "\n")
    return path


def test_the_samples_reach_their_figure(tmp_path: Path) -> None:
    gold = shared("data/recognition/seeds_gold_entities.jsonl")
    assert score(gold, predicted(gold, tmp_path))["strict"]["f1"] >= 96


def test_the_development_set_reaches_its_figures(tmp_path: Path) -> None:
    gold = shared("data/recognition/winer_fr_dev.jsonl")
    found = score(gold, predicted(gold, tmp_path))
    assert found["strict"]["f1"] >= 87
    assert found["span"]["f1"] >= 91
    per_label = json.loads(json.dumps(found["labels"]))
    least = {"PER": 93, "ORG": 76, "MISC": 68, "LOC": 92}
    assert {label: per_label[label]["f1"] >= least[label] for label in CLASSES} == dict.fromkeys(
        CLASSES, True
    )
