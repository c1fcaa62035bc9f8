"""The figures claimed for the development data; skipped where that data is absent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

from tests.shared import shared

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
