"""Nouns that report: ``l'argument avancé par X est que P``, ``l'affirmation de X selon laquelle P``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.phrases.following import phrase_after
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.regions import Manner
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources.source import Source

_WAS = frozenset(("était", "fut"))
_BE = _WAS | {"est", "serait", "sera", "étant"}


def read_reporting_nouns(scene: Scene) -> None:
    """``le principal argument avancé par X était que P``, ``l'affirmation de X selon laquelle P``."""
    words = lexicon()
    for at in range(scene.first, scene.end):
        if scene.form(at) in words["attribution.nouns"]:
            _read_reporting_noun(scene, at)


def _read_reporting_noun(scene: Scene, noun: int) -> None:
    source: Source | None = None
    for at in range(noun + 1, min(scene.end, noun + 16)):
        form = scene.form(at)
        if form in ("par", "de", "d'", "du", "des") and source is None:
            start = at + (form not in ("du", "des"))
            phrase = phrase_after(scene.tokens, scene.names, start, scene.end)
            found = scene.resolver.resolve(scene.tokens, phrase)
            if found is not None and found.agent and found.kind in (NameKind.PERSON, NameKind.BODY):
                source = found
        said = form in _BE and scene.form(at + 1) in ("que", "qu'")
        which = form in ("selon", "d'après") and scene.form(at + 1) in (
            "laquelle",
            "lequel",
            "lesquelles",
            "lesquels",
        )
        if said or which:
            if source is not None:
                tense = Mood.PAST if form in _WAS else Mood.PRESENT
                scene.add(
                    at + 2, scene.clause_end(at + 2), Manner.CLAUSE, source, Phrase(noun, at + 2), tense
                )
            return
        if form in (":", ";", QUOTED) or form in lexicon()["attribution.nouns"]:
            return
