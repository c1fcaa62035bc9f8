"""Forms in -rait, -raient: rumour told from the future in the past, supposition, modals, imperfects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import has_finite, in_subordinate, is_finite, main_start, sentence_end
from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import Lexicon, lexicon
from reader.recognition.claims.phrases import Phrase
from reader.recognition.claims.regions import Manner, Region, innermost
from reader.recognition.claims.tokens import QUOTED, tokenise
from reader.recognition.claims.verbs import is_adverb

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.tokens import Token

_COMPARING = frozenset(("plus", "moins", "aussi", "autant", "tel", "telle", "même", "ne", "n'"))
_AUXILIARIES = frozenset(("aurait", "auraient", "serait", "seraient"))
REACH = 8
"""Tokens between an auxiliary and its participle at most."""


@dataclass(frozen=True, slots=True)
class Rumour:
    """A clause whose verb is in the conditional of hearsay."""

    clause: Phrase
    cue: Phrase
    verb: int


def is_conditional(form: str) -> bool:
    """Whether *form* is a third person of the conditional, not an imperfect or a noun that looks like one."""
    stem = form[:-5] if form.endswith("aient") else form[:-3] if form.endswith("ait") else ""
    if not stem.endswith("r") or len(stem) < 2:
        return False
    words = lexicon()
    if stem in words["conditional.forms"]:
        return True
    if stem in words["conditional.imperfects"]:
        return False
    return stem.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(lexicon()["conditional.endings"])


def conditionals(sentence: Sentence) -> list[int]:
    """The places of all conditionals in *sentence*."""
    return [
        at
        for at, token in enumerate(sentence.tokens)
        if token.form.endswith(("rait", "raient")) and not token.capital and is_conditional(token.form)
    ]


def rumours(sentence: Sentence, regions: Iterable[Region]) -> list[Rumour]:
    """The clauses of *sentence* in the conditional of hearsay."""
    tokens = sentence.tokens
    places = [at for at in conditionals(sentence) if _is_rumour(sentence, at, regions)]
    found: list[Rumour] = []
    for number, at in enumerate(places):
        start = clause_start(tokens, at, sentence.first, regions)
        if number and start <= places[number - 1]:
            start = at
            while start > places[number - 1] + 1 and tokens[start - 1].form in lexicon()["grammar.clitics"]:
                start -= 1
        end = clause_end(tokens, at, sentence_end(tokens), regions)
        if number + 1 < len(places):
            following = clause_start(tokens, places[number + 1], sentence.first, regions)
            end = min(end, following if following > at else places[number + 1])
            while end > at + 1 and tokens[end - 1].form in (
                ",",
                "et",
                "mais",
                "que",
                "qu'",
                "s'",
                "se",
                "ne",
                "n'",
            ):
                end -= 1
        joined = tokens[at].form in _AUXILIARIES and _participle(tokens, at) == at + 1
        cue_end = at + 2 if joined else at + 1
        found.append(Rumour(Phrase(start, end), Phrase(at, cue_end), at))
    return found


def clause_start(tokens: Sequence[Token], verb: int, first: int, regions: Iterable[Region]) -> int:
    """Where the clause of the verb at *verb* begins."""
    words = lexicon()
    floor = max(
        (one.start for one in regions if one.start <= verb < one.end and one.manner is not Manner.NOUN),
        default=first,
    )
    for at in range(verb - 1, floor - 1, -1):
        form = tokens[at].form
        if form in (";", ":"):
            return at + 1
        opens = _opening(tokens, at)
        if opens and not _has_verb(tokens, at + 1, verb):
            return at - 1 if form == "qui" and tokens[at - 1].form == "ce" else at + opens - 1
        if at > floor and form in ("mais", "car"):
            return at + 1
        if form == "et" and _new_clause(tokens, at + 1, verb, words) and has_finite(tokens, floor, at):
            return at + 1
    return main_start(tokens, floor, verb + 1)


def _opening(tokens: Sequence[Token], at: int) -> int:
    """How a word opens a clause: 0 not at all, 1 as part of it, 2 from outside, 3 with the next word."""
    form = tokens[at].form
    if form in ("qui", "dont"):
        return 1
    if form in ("alors", "tandis"):
        return 3 if at + 1 < len(tokens) and tokens[at + 1].form in ("que", "qu'") else 0
    if form in ("que", "qu'") and not _COMPARING.isdisjoint(one.form for one in tokens[max(0, at - 3) : at]):
        return 0
    if form in ("que", "qu'", "lorsque", "lorsqu'", "si", "quand", "puisque", "puisqu'"):
        return 2
    return 2 if form == "s'" and at + 1 < len(tokens) and tokens[at + 1].form in ("il", "ils") else 0


def _has_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(is_finite(tokens, at) for at in range(start, end))


def _new_clause(tokens: Sequence[Token], start: int, verb: int, words: Lexicon) -> bool:
    """Whether a subject, or the verb itself, follows at *start*."""
    if start >= verb:
        return True
    form = tokens[start].form
    return (
        form in words["grammar.determiners"]
        or form in words["grammar.subjects"]
        or form in words["grammar.clitics"]
        or tokens[start].capital
    )


def clause_end(tokens: Sequence[Token], verb: int, end: int, regions: Iterable[Region]) -> int:
    """Where the clause of the verb at *verb* ends."""
    limit = min((one.end for one in regions if one.start <= verb < one.end), default=end)
    cues = {one.cue.start for one in regions if one.manner is not Manner.SILENT}
    start = clause_start(tokens, verb, 0, ())
    in_relative = in_subordinate(tokens, start) or any(
        tokens[at].form == "qui" for at in range(max(0, verb - 3), verb)
    )
    for at in range(verb + 1, min(limit, end)):
        form = tokens[at].form
        if form == ";" or (form == "(" and tokens[min(limit, end) - 1].form == ")"):
            return at
        following = tokens[at + 1].form if at + 1 < end else ""
        if form == "," and (
            in_relative or following in ("mais", "tandis", "même", "alors", "bien", "qui", "ce")
        ):
            return at
        if form in ("alors", "tandis") and following in ("que", "qu'"):
            return at
        if at in cues or (form == "," and at + 1 in cues):
            return at
    return min(limit, end)


def _participle(tokens: Sequence[Token], verb: int) -> int:
    """The place of the participle that completes the auxiliary at *verb*, or -1."""
    words = lexicon()
    bracket = False
    for at in range(verb + 1, min(len(tokens), verb + REACH)):
        token = tokens[at]
        form = token.form
        if form == QUOTED and tokens[verb].form in ("aurait", "auraient"):
            return at
        if form == ",":
            bracket = not bracket
        elif not bracket and form != "été" and not token.capital:
            if _looks_participle(words, form):
                return at
            if form in words["grammar.determiners"] | words["grammar.prepositions"] and form not in (
                "tout",
                "en",
                "par",
                "sans",
                "d'",
            ):
                return -1
            if not (
                is_adverb(words, token)
                or form in words["grammar.negations"]
                or form in ("en", "effet", "par", "sans", "doute", "quant", "à", "-t-il")
            ):
                return -1
        elif form == "été":
            following = tokens[at + 1].form if at + 1 < len(tokens) else ""
            return at + 1 if _looks_participle(words, following) else at
    return -1


def _looks_participle(words: Lexicon, form: str) -> bool:
    if form in words["grammar.adverbs"]:
        return False
    if any(reading.mood is Mood.PARTICIPLE for reading in words.verbs.get(form, ())):
        return True
    if form in words["conditional.etre_participles"] or form in words["conditional.participles"]:
        return True
    return len(form) > 3 and form.endswith(
        ("é", "ée", "és", "ées", "i", "ie", "is", "it", "u", "ue", "us", "ert", "int")
    )


def _is_compound(tokens: Sequence[Token], verb: int) -> bool:
    """``aurait fui``, ``se serait enfui``, ``serait mort``: about the past, so never a future in the past."""
    participle = _participle(tokens, verb)
    if participle < 0:
        return False
    form = tokens[verb].form
    if form in ("aurait", "auraient"):
        return True
    if form in ("serait", "seraient"):
        reflexive = any(tokens[at].form in ("s'", "se") for at in range(max(0, verb - 2), verb))
        return reflexive or tokens[participle].form in lexicon()["conditional.etre_participles"]
    return False


def _is_rumour(sentence: Sentence, verb: int, regions: Iterable[Region]) -> bool:
    words = lexicon()
    tokens = sentence.tokens
    form = tokens[verb].form
    if form in words["conditional.modal"] | words["conditional.polite"] | words["conditional.seeming"]:
        return False
    participle = _participle(tokens, verb)
    if (
        form in ("aurait", "auraient")
        and participle > 0
        and tokens[participle].form in words["conditional.counterfactual"]
    ):
        return False
    compound = _is_compound(tokens, verb)
    if _subject_is_first_person(tokens, verb) or _is_question(tokens) or _is_supposed(tokens, verb, compound):
        return False
    governing = _governing(verb, regions)
    if governing is not None and governing.manner is not Manner.HEAD:
        return compound or _is_said_now(tokens, verb, governing)
    if compound or (governing is not None and not governing.opinion):
        return True
    if governing is not None:
        return _is_said_now(tokens, verb, governing)
    return not (_is_effect(words, form) or _is_plan(tokens, verb, sentence.first))


def _is_said_now(tokens: Sequence[Token], verb: int, governing: Region) -> bool:
    """Whether the simple conditional under *governing* marks distance, not a tense or a supposition."""
    if tokens[verb].form.startswith("agirait") and tokens[verb - 1].form == "s'":
        return True
    if governing.opinion:
        return False
    return governing.manner is Manner.INCISE or governing.tense is Mood.PRESENT


def _governing(verb: int, regions: Iterable[Region]) -> Region | None:
    return innermost(verb, (one for one in regions if one.manner is not Manner.NOUN))


def _subject_is_first_person(tokens: Sequence[Token], verb: int) -> bool:
    at = verb - 1
    words = lexicon()
    while at >= 0 and tokens[at].form in words["grammar.clitics"] and tokens[at].form not in ("nous", "vous"):
        at -= 1
    return at >= 0 and tokens[at].form in words["grammar.first_persons"] | {"on"}


def _is_question(tokens: Sequence[Token]) -> bool:
    return tokens[-1].form == "?"


@cache
def _suppositions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word of a supposing phrase (``au cas où``) to the phrases."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(lexicon()["conditional.suppositions"]):
        forms = tuple(token.form for token in tokenise(phrase, 0, len(phrase)))
        found.setdefault(forms[0], []).append(forms)
    return {first: tuple(phrases) for first, phrases in found.items()}


def _is_supposed(tokens: Sequence[Token], verb: int, compound: bool) -> bool:
    """Whether ``si``, ``au cas où`` … stands in the same part of the sentence, between colons."""
    start = verb
    while start > 0 and tokens[start - 1].form not in (":", ";"):
        start -= 1
    phrases = _suppositions()
    for at in range(start, len(tokens)):
        form = tokens[at].form
        if at > verb and form in (":", ";"):
            return False
        if form == "s'" and at + 1 < len(tokens) and tokens[at + 1].form in ("il", "ils"):
            return True
        if form == "si" and _opens_condition(tokens, at, len(tokens)):
            return True
        if form not in phrases or (at > verb and (compound or tokens[at - 1].form == ",")):
            continue
        for phrase in phrases[form]:
            end = at + len(phrase)
            if tuple(one.form for one in tokens[at:end]) == phrase:
                return not compound or not _has_verb(tokens, end, verb)
    return False


def _opens_condition(tokens: Sequence[Token], at: int, end: int) -> bool:
    words = lexicon()
    if at + 1 >= end or (
        at and tokens[at - 1].form in ("même", "comme", "est", "sont", "savoir", "sait", "demande", "ignore")
    ):
        return False
    following = tokens[at + 1]
    return (
        following.form in words["grammar.determiners"]
        or following.form in words["grammar.subjects"]
        or following.capital
        or following.form
        in ("celui-ci", "celle-ci", "ceux-ci", "ce", "cela", "aucun", "jamais", ",", "l'on", "rien")
    )


def _is_effect(words: Lexicon, form: str) -> bool:
    """``permettrait``, ``entraînerait``: what would follow from something, without anybody to say so."""
    return any(
        reading.mood is Mood.CONDITIONAL and reading.lemma in words["conditional.effects"]
        for reading in words.verbs.get(form, ())
    )


def _is_plan(tokens: Sequence[Token], verb: int, first: int) -> bool:
    """Whether the subject is something that does not exist yet: a project, a possible agreement."""
    words = lexicon()
    at = verb - 1
    while at >= first and tokens[at].form in words["grammar.clitics"]:
        at -= 1
    if at < first:
        return False
    if tokens[at].form == "qui":
        before = [token.form for token in tokens[max(first, at - 5) : at]]
        if before[-1:] == ["ce"]:
            return True
        return any(form in words["conditional.unreal"] for form in before) and "," not in before
    for back in range(at, max(first, at - 12) - 1, -1):
        form = tokens[back].form
        if form in (",", ";", ":", "que", "qu'", QUOTED):
            break
        if form in words["conditional.unreal_marks"]:
            return True
    return tokens[at].form in ("cela", "ça")
