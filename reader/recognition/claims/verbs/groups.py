"""Verb groups that report: ``a également souligné``, ``explique-t-il``, ``tout en assurant``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.recognition.claims.lexicon import Lexicon, lexicon
from reader.recognition.claims.tokens import QUOTED
from reader.recognition.claims.verbs.compounds import is_reflexive
from reader.recognition.claims.verbs.reading import read_verb
from reader.recognition.claims.verbs.two_words import two_word_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.tokens import Token
    from reader.recognition.claims.verbs.group import VerbGroup


def verb_groups(sentence: Sentence) -> list[VerbGroup]:
    """The groups in *sentence* that may report something or set a tense over what follows, in order."""
    return list(_groups(sentence.tokens, sentence.first))


def _groups(tokens: Sequence[Token], first: int) -> Iterator[VerbGroup]:
    words = lexicon()
    last_end = -1
    for at in range(first, len(tokens)):
        token = tokens[at]
        if token.form == QUOTED or (token.capital and at != first):
            continue
        group = two_word_group(words, tokens, at) or _single(words, tokens, at, first)
        if group is not None and group.start >= last_end:
            last_end = group.end
            yield group


def _single(words: Lexicon, tokens: Sequence[Token], at: int, first: int) -> VerbGroup | None:
    """The group whose verb stands at *at*, with the sense a reflexive pronoun gives it."""
    if tokens[at].form in words["grammar.not_verbs"]:
        return None
    best = _best(words, tokens, at, first)
    if best is None or not is_reflexive(tokens, best.start):
        return best
    if best.lemma in words["grammar.not_reflexive"]:
        return None
    if "reflexive" in best.classes:
        return replace(best, classes=best.classes | {"say", "voice", "stance"})
    return best


def _best(words: Lexicon, tokens: Sequence[Token], at: int, first: int) -> VerbGroup | None:
    """The likeliest reading: a compound before a simple form, any before a bare participle."""
    best: VerbGroup | None = None
    for form in words.verbs.get(tokens[at].form, ()):
        if form.reports or "factive" in form.classes:
            group = read_verb(words, tokens, at, first, form)
            if group is not None and (best is None or best.bare or group.start < best.start):
                best = group
    return best
