"""Rumour told from the future in the past, supposition, modals and politeness, with its clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.recognition.claims.clause_bounds import clause_end, clause_start
from reader.recognition.claims.clauses import sentence_end
from reader.recognition.claims.conditional.forms import conditionals
from reader.recognition.claims.conditional.participles import (
    AUXILIARIES,
    is_compound,
    is_counterfactual,
    participle_of,
)
from reader.recognition.claims.conditional.suppositions import (
    is_consequence,
    is_deed,
    is_effect,
    is_plan,
    is_supposed,
    lacks,
)
from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.regions import Manner, Region, innermost

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.tokens import Token

_LINKS = frozenset((",", "et", "mais", "parce", "car", "que", "qu'", "s'", "se", "ne", "n'"))
"""Between two rumours they belong to neither, or to the second."""


@dataclass(frozen=True, slots=True)
class Rumour:
    """A clause whose verb is in the conditional of hearsay."""

    clause: Phrase
    cue: Phrase
    verb: int


def rumours(sentence: Sentence, regions: Iterable[Region]) -> list[Rumour]:
    """The clauses of *sentence* in the conditional of hearsay."""
    tokens = sentence.tokens
    places = [at for at in conditionals(sentence) if _is_rumour(sentence, at, regions)]
    starts = [clause_start(tokens, at, sentence.first, regions) for at in places]
    found: list[Rumour] = []
    for number, at in enumerate(places):
        start = starts[number]
        if number and start <= places[number - 1]:
            start = _after(tokens, places[number - 1], at)
        end = clause_end(tokens, at, sentence_end(tokens), regions)
        if number + 1 < len(places):
            following = starts[number + 1] if starts[number + 1] > at else places[number + 1]
            end = _before(tokens, at, min(end, following))
        joined = tokens[at].form in AUXILIARIES and participle_of(tokens, at) == at + 1
        found.append(Rumour(Phrase(start, end), Phrase(at, at + 2 if joined else at + 1), at))
    return found


def _after(tokens: Sequence[Token], earlier: int, verb: int) -> int:
    """Where the clause of *verb* begins if it shares its subject with that of *earlier*."""
    clitics = lexicon()["grammar.clitics"]
    start = verb
    while start > earlier + 1 and tokens[start - 1].form in clitics:
        start -= 1
    return start


def _before(tokens: Sequence[Token], verb: int, end: int) -> int:
    """*end* without the words that lead on to the next rumour."""
    while end > verb + 1 and tokens[end - 1].form in _LINKS:
        end -= 1
    return end


def _is_rumour(sentence: Sentence, verb: int, regions: Iterable[Region]) -> bool:
    tokens = sentence.tokens
    form = tokens[verb].form
    if _is_modal(form) or is_counterfactual(tokens, verb):
        return False
    compound = is_compound(tokens, verb)
    if _is_own_voice(tokens, verb) or tokens[-1].form == "?" or is_supposed(tokens, verb, compound):
        return False
    if lacks(tokens, verb, sentence.first) or is_deed(tokens, verb, sentence.first):
        return False
    governing = innermost(verb, (one for one in regions if one.manner is not Manner.NOUN))
    if governing is not None and governing.manner is not Manner.HEAD:
        return compound or _is_said_now(tokens, verb, governing)
    if compound or (governing is not None and not governing.opinion):
        return True
    if governing is not None:
        return _is_said_now(tokens, verb, governing)
    return not (is_effect(form) or is_consequence(tokens, verb) or is_plan(tokens, verb, sentence.first))


def _is_modal(form: str) -> bool:
    words = lexicon()
    return any(form in words[f"conditional.{kind}"] for kind in ("modal", "polite", "seeming"))


def _is_said_now(tokens: Sequence[Token], verb: int, governing: Region) -> bool:
    """Whether the simple conditional under *governing* marks distance, not a tense or a supposition."""
    if tokens[verb].form.startswith("agirait") and tokens[verb - 1].form == "s'":
        return True
    if governing.opinion or _is_own_plan(tokens, verb, governing):
        return False
    return governing.manner is Manner.INCISE or governing.tense is Mood.PRESENT


def _is_own_plan(tokens: Sequence[Token], verb: int, governing: Region) -> bool:
    """``annonce qu'elle rembourserait``: what somebody is going to do by their own word."""
    cue = [token.form for token in tokens[governing.cue.start : governing.cue.end]]
    plain = all(tokens[at].form in lexicon()["grammar.clitics"] for at in range(governing.start + 1, verb))
    pronoun = tokens[governing.start].form in ("il", "elle", "ils", "elles")
    return pronoun and plain and any(form.startswith(("annon", "promet")) for form in cue)


def _is_own_voice(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the author or everybody is the subject: ``on aurait``, ``je serais``."""
    words = lexicon()
    at = verb - 1
    while at >= 0 and tokens[at].form in words["grammar.clitics"] and tokens[at].form not in ("nous", "vous"):
        at -= 1
    return at >= 0 and (tokens[at].form in words["grammar.first_persons"] or tokens[at].form == "on")
