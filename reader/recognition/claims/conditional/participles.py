"""Compound conditionals: ``aurait fui``, ``se serait enfui``, ``serait mort``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import Lexicon, lexicon
from reader.recognition.claims.tokens import QUOTED
from reader.recognition.claims.verbs.adverbs import is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.tokens import Token

REACH = 8
"""Tokens between an auxiliary and its participle at most."""
AVOIR = frozenset(("aurait", "auraient"))
ETRE = frozenset(("serait", "seraient"))
AUXILIARIES = AVOIR | ETRE
_ENDINGS = ("é", "ée", "és", "ées", "i", "ie", "is", "it", "u", "ue", "us", "ert", "int")
_PASSED = frozenset(("en", "effet", "par", "sans", "doute", "quant", "à", "-t-il"))
_UNBARRED = frozenset(("tout", "en", "par", "sans", "d'"))
"""Determiners and prepositions that may begin an adverbial before the participle."""


def participle_of(tokens: Sequence[Token], verb: int) -> int:
    """The place of the participle that completes the auxiliary at *verb*, or -1."""
    words = lexicon()
    bracket = False
    for at in range(verb + 1, min(len(tokens), verb + REACH)):
        form = tokens[at].form
        if form == QUOTED and tokens[verb].form in AVOIR:
            return at
        if form == ",":
            bracket = not bracket
        elif form == "été":
            following = tokens[at + 1].form if at + 1 < len(tokens) else ""
            return at + 1 if _looks_participle(words, following) else at
        elif not bracket and not tokens[at].capital:
            if _looks_participle(words, form):
                return at
            if not _may_come_between(words, tokens[at]):
                return -1
    return -1


def _may_come_between(words: Lexicon, token: Token) -> bool:
    form = token.form
    if form not in _UNBARRED and (
        form in words["grammar.determiners"] or form in words["grammar.prepositions"]
    ):
        return False
    return is_adverb(words, token) or form in words["grammar.negations"] or form in _PASSED


def _looks_participle(words: Lexicon, form: str) -> bool:
    if form in words["grammar.adverbs"]:
        return False
    if any(reading.mood is Mood.PARTICIPLE for reading in words.verbs.get(form, ())):
        return True
    if form in words["conditional.etre_participles"] or form in words["conditional.participles"]:
        return True
    return len(form) > 3 and form.endswith(_ENDINGS)


def is_compound(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the conditional at *verb* is about the past, so never a future in the past."""
    participle = participle_of(tokens, verb)
    if participle < 0:
        return False
    form = tokens[verb].form
    if form in AVOIR:
        return True
    if form in ETRE:
        reflexive = any(tokens[at].form in ("s'", "se") for at in range(max(0, verb - 2), verb))
        return reflexive or tokens[participle].form in lexicon()["conditional.etre_participles"]
    return False


def is_counterfactual(tokens: Sequence[Token], verb: int) -> bool:
    """``aurait dû``, ``aurait pu``, ``aurait eu 70 ans``: what did not happen."""
    participle = participle_of(tokens, verb) if tokens[verb].form in AVOIR else -1
    if participle < 0:
        return False
    if tokens[participle].form in lexicon()["conditional.counterfactual"]:
        return True
    years = [token.form for token in tokens[participle + 1 : participle + 3]]
    return tokens[participle].form == "eu" and years[1:] == ["ans"]
