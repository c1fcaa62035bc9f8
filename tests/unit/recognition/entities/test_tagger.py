from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.entities import tagger
from reader.recognition.entities.modelfile import read
from reader.recognition.entities.recogniser import MODEL
from reader.recognition.entities.tagger import Tagger, confidence

if TYPE_CHECKING:
    import pytest

TEXT = """Sommet : les ministres de l’Union européenne à Lisbonne

Le ministre de l’Intérieur, Paul Girardot, et la commissaire Anna Kowalska (PSE) se sont vus mardi.
Selon l’Agence internationale de l’énergie atomique (AIEA), rien n’est sûr. « Nous verrons », a dit
Girardot au journal Le Monde. Le Tour de France 2016 part du Mont-Saint-Michel ; Real Madrid bat Porto."""


def test_passing_by_what_cannot_be_a_name_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = Tagger(read(MODEL)).tag(TEXT)
    monkeypatch.setattr(tagger, "LEAD_OPEN", 10_000.0)
    monkeypatch.setattr(tagger, "LEAD_CLOSED", 10_000.0)
    assert Tagger(read(MODEL)).tag(TEXT) == quick
    assert len(quick) > 5


def test_a_tagger_that_has_read_much_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Tagger(read(MODEL)).tag(TEXT)
    monkeypatch.setattr(tagger, "MOST_WORDS", 5)
    forgetful = Tagger(read(MODEL))
    assert [forgetful.tag(TEXT) for _ in range(3)] == [fresh] * 3


def test_a_wider_margin_is_a_higher_confidence() -> None:
    scores = [confidence(margin) for margin in (-1e9, 0.0, 3.0, 9.0, 1e9)]
    assert scores == sorted(scores)
    assert scores[0] >= 0
    assert scores[-1] <= 1
