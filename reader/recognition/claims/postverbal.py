"""The subject after its verb: ``a annoncé [le 26 mars] le ministère``, ``complète [pour sa part] Paul``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import is_finite
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.openings import opens_alone
from reader.recognition.claims.phrases.following import phrase_after
from reader.recognition.claims.phrases.phrase import Phrase, is_time
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene

ADVERBIAL = 16
"""Tokens between the verb and its subject at most."""
_NOT_SUBJECTS = frozenset(("que", "qu'", "de", "d'", "à", "pour", "dans", "sur", "en", "par", "ne", "n'"))
_CLAUSE_OPENERS = frozenset(("que", "qu'", "ne", "n'"))
_HARD = frozenset((QUOTED, ":", ";", "(", ")", "–", "—", "que", "qu'"))


def subject_after(scene: Scene, start: int) -> Phrase | None:
    """The subject after the verb, past ``le 26 mars``, ``à la presse``, ``pour sa part``."""
    phrase = phrase_after(scene.tokens, scene.names, start, len(scene.tokens))
    barred = _NOT_SUBJECTS | lexicon()["grammar.prepositions"]
    if phrase is not None and scene.form(phrase.start) in _CLAUSE_OPENERS:
        return None
    if phrase is not None and scene.form(phrase.start) not in barred and not is_time(scene.tokens, phrase):
        return phrase
    for at in range(start + 1, min(scene.end, start + ADVERBIAL)):
        if (
            scene.form(at) in _HARD
            or scene.form(at) in lexicon()["grammar.relatives"]
            or is_finite(scene.tokens, at)
        ):
            return None
        if opens_alone(scene, at) and scene.form(at) not in ("des", "de", "d'"):
            phrase = phrase_after(scene.tokens, scene.names, at, len(scene.tokens))
            if phrase is not None and not is_time(scene.tokens, phrase):
                return phrase
    return None
