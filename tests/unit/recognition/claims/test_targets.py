"""The figures claimed for the development data; skipped where that data is absent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reader.model import Entity, EntityLabel, Span
from tests.shared import shared
from tests.unit.recognition.claims.articles import claims_of

if TYPE_CHECKING:
    from reader.model import Claim

ROOT = Path(__file__).parents[4]


def scored(
    what: str, target: Path, folder: Path, out: Path
) -> dict[str, Any]:  # Any: the scorer's JSON is its own.
    command = [sys.executable, "-m", "reader.recognition.claims", what, str(target), "--without-entities"]
    with out.open("w", encoding="utf-8") as file:
        subprocess.run(command, stdout=file, check=True, cwd=ROOT)
    scorer = folder / "score_claims_links.py"
    found = subprocess.run(
        [sys.executable, str(scorer), what, str(out), "--json"], capture_output=True, text=True, check=True
    )
    return cast("dict[str, Any]", json.loads(found.stdout))


def test_claims_of_whole_articles_reach_their_target_even_without_entities(tmp_path: Path) -> None:
    folder = shared("data/claims")
    figures = scored("claims", folder / "corpus", folder, tmp_path / "claims.jsonl")
    assert figures["all"]["F1"] >= 0.88
    assert figures["macro_F1"] >= 0.80
    assert figures["source"]["accuracy"] >= 0.85
    assert figures["traps"]["avoided"] >= 16


def test_forms_in_rait_reach_their_target(tmp_path: Path) -> None:
    folder = shared("data/claims")
    figures = scored("forms", folder / "forms.jsonl", folder, tmp_path / "forms.jsonl")
    assert figures["accuracy"] >= 0.85


def sample_claims(sample: dict[str, Any]) -> list[Claim]:
    text = (ROOT / "seeds" / sample["file"]).read_text(encoding="utf-8")
    entities = tuple(
        Entity(Span(one["start"], one["end"]), one["text"], EntityLabel(one["label"]), one["canonical"])
        for one in sample["entities"]
    )
    return claims_of(text, entities, year=int(sample["date"][:4]))


def samples() -> list[dict[str, Any]]:
    gold = json.loads((shared("data/recognition") / "seeds_gold.json").read_text(encoding="utf-8"))
    return cast("list[dict[str, Any]]", gold["articles"])


def touches(span: Span | None, row: dict[str, Any]) -> bool:
    return span is not None and span.start < row["end"] and row["start"] < span.end


def test_every_quotation_of_the_samples_has_its_speaker() -> None:
    for sample in samples():
        found = {(one.span.start, one.span.end): one.source for one in sample_claims(sample)}
        for quote in sample["quotes"]:
            speaker = found[quote["inner_start"], quote["inner_end"]]
            assert speaker == (quote["speaker"] or quote["speaker_text"])


def test_four_fifths_of_the_attributions_and_hedges_of_the_samples_are_found() -> None:
    right = wanted = 0
    for sample in samples():
        claims = sample_claims(sample)
        for row in sample["attributions"]:
            if not row.get("optional"):
                wanted += 1
                right += any(touches(one.cue, row) and one.source == row["source"] for one in claims)
        for row in sample["hedges"]:
            if not row.get("optional"):
                wanted += 1
                right += any(touches(one.span, row) and one.status.value != "quote" for one in claims)
    assert right / wanted >= 0.8


def test_the_conditionals_of_the_samples_are_told_apart() -> None:
    cues = [
        one.cue.of((ROOT / "seeds" / sample["file"]).read_text(encoding="utf-8"))
        for sample in samples()
        for one in sample_claims(sample)
        if one.status.value == "conditional" and one.cue
    ]
    assert cues == ["aurait signalé"]
