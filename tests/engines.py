"""A made-up distribution with engines for names, as somebody might install one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MODULE = """
from reader.model import Entity, EntityLabel, Span

class Finder:
    version = "7"
    def __init__(self, word):
        self.name = f"finder:{word}"
        self.word = word
    def __call__(self, article):
        at = article.text.find(self.word)
        while at >= 0:
            end = at + len(self.word)
            yield Entity(Span(at, end), self.word, EntityLabel.MISC, self.word, 0.5, self.name)
            at = article.text.find(self.word, end)

class Astray(Finder):
    def __call__(self, article):
        yield Entity(Span(0, 3), "not", EntityLabel.MISC, "not", 0.5, self.name)

class Talker(Finder):
    def __call__(self, article):
        return ["words"]

def broken(word):
    raise KeyError("no word")

class Nameless:
    def __init__(self, word):
        pass
"""
POINTS = """[reader.recognisers]
finder = made_up_names:Finder
astray = made_up_names:Astray
talker = made_up_names:Talker
broken = made_up_names:broken
nameless = made_up_names:Nameless
gone = made_up_nowhere:make
spacy = made_up_names:Finder
"""


def install(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install it in the folder *site*, for this test and the processes it starts with this path."""
    info = site / "made_up_names-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "made_up_names.py").write_text(MODULE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up-names\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(POINTS)
    monkeypatch.syspath_prepend(site)
    monkeypatch.delitem(sys.modules, "made_up_names", raising=False)
    return site
