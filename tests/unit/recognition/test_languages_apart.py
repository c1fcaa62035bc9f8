"""A text of one language does not load the rules of another."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

PROGRAM = """
import json, sys
from pathlib import Path
from reader.model import Article
from reader.recognition.recognise import recognise
article = Article("a", Path("a"), sys.argv[2], "0" * 64, "a", language=sys.argv[1])
found = recognise(article)
modules = [name for name in sys.modules if name.startswith("reader.recognition.")]
print(json.dumps([len(found.mentions), modules]))
"""
TEXTS = {
    "fr": "Lundi, Anne Martin a déclaré à Paris que « rien ne change ».",
    "en": 'On Monday, Anne Martin told the BBC in Paris that "nothing changes".',
    "de": "Am 2024-03-05 sagte Anne Martin in Paris, dass sich nichts ändert.",
}


def loaded(language: str) -> tuple[int, list[str]]:
    """How many mentions are found in a fresh process, and which modules that took."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, language, TEXTS[language]], capture_output=True, text=True, check=True
    )
    mentions, modules = json.loads(done.stdout)
    return mentions, modules


@pytest.mark.parametrize(
    ("language", "other"), [("fr", "english"), ("en", "dates.french"), ("de", "english")]
)
def test_the_rules_of_another_language_stay_unread(language: str, other: str) -> None:
    mentions, modules = loaded(language)
    assert mentions > 0
    assert [name for name in modules if other in name] == []


def test_another_language_has_nothing_but_its_iso_date() -> None:
    mentions, modules = loaded("de")
    assert mentions == 1
    assert [name for name in modules if "french" in name] == []
