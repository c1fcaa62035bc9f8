"""Verbs of two words or more: ``a fait savoir``, ``met en garde``, ``laisse entendre``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.verbs.adverbs import is_adverb
from reader.recognition.claims.verbs.compounds import compound_group
from reader.recognition.claims.verbs.reading import read_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.lexicon import Lexicon, VerbForm
    from reader.recognition.claims.tokens import Token
    from reader.recognition.claims.verbs.group import VerbGroup

FIRST_WORDS = ("faire", "laisser", "mettre", "donner", "rendre")
"""Lemmas with which they begin."""
REACH = 3
"""Tokens between their first word and their last at most."""


def two_word_group(words: Lexicon, tokens: Sequence[Token], at: int) -> VerbGroup | None:
    """The verb of two or more words that ends at *at*."""
    form = tokens[at].form
    for first in FIRST_WORDS:
        classes = words.phrases.get((first, form))
        if classes is None:
            continue
        back = _head_before(words, tokens, at)
        if back < 0:
            return None
        for head in words.verbs.get(tokens[back].form, ()):
            group = _read(words, tokens, back, head) if head.lemma == first else None
            if group is not None:
                return replace(group, end=at + 1, lemma=f"{first} {form}", classes=classes, ahead=False)
    return None


def _head_before(words: Lexicon, tokens: Sequence[Token], at: int) -> int:
    """The place of the first word, little words and adverbs passed over."""
    back = at - 1
    while back >= max(0, at - REACH) and (
        tokens[back].form in ("en", "à", "de", "l'", "la") or is_adverb(words, tokens[back])
    ):
        back -= 1
    return back


def _read(words: Lexicon, tokens: Sequence[Token], at: int, head: VerbForm) -> VerbGroup | None:
    group = read_verb(words, tokens, at, 0, head)
    if group is None or (group.bare and at > 0):
        return None
    twofold = any(other.mood is Mood.PARTICIPLE for other in words.verbs[tokens[at].form])
    if head.mood is Mood.PRESENT and twofold:
        compound = compound_group(words, tokens, at, head)
        return group if compound.bare else compound
    return group
