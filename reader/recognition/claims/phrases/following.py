"""The noun phrase that begins at a place: after ``selon``, ``par``, or an inverted verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import is_finite
from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.phrases.phrase import HARD, Phrase
from reader.recognition.claims.sentences import STOPS
from reader.recognition.claims.sources.pronouns import is_latter
from reader.recognition.claims.tokens import QUOTED
from reader.recognition.claims.verbs.adverbs import is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.names import Name, Names
    from reader.recognition.claims.tokens import Token

NOUNS = 4
"""Tokens between an apposition's article and its name at most."""


def phrase_after(tokens: Sequence[Token], names: Names, start: int, limit: int) -> Phrase | None:
    """The noun phrase that begins at *start*, adverbs skipped, with a name in apposition after its comma."""
    words = lexicon()
    while (
        start < limit
        and is_adverb(words, tokens[start])
        and tokens[start].form not in words["grammar.determiners"]
    ):
        start += 1
    if start >= limit:
        return None
    token = tokens[start]
    if token.form == QUOTED or not (token.is_word or token.form.startswith("@") or token.form[0].isdigit()):
        return None
    end = start + 1
    while end < limit and not _ends_phrase(tokens, names, start, end):
        end += 1
    while end - start > 1 and tokens[end - 1].form in ("et", "ou", "de", "du", "des", "d'"):
        end -= 1
    return Phrase(start, _with_name(tokens, names, start, end))


def _with_name(tokens: Sequence[Token], names: Names, start: int, end: int) -> int:
    """Past the name in apposition to a description: ``une représentante du comité, Oksana Kovrijnaïa,``."""
    if end + 1 >= len(tokens) or tokens[end].form != "," or _has_person(tokens, names, start, end):
        return end
    people = lexicon()["nouns.person"]
    if not any(token.form in people for token in tokens[start : min(end, start + 5)]):
        return end
    name = _name_near(tokens, names, end + 1)
    if name is None:
        return end
    after = end + 1
    while after < len(tokens) and tokens[after].start < name.end:
        after += 1
    closed = after >= len(tokens) or tokens[after].form in (",", "(", QUOTED) or tokens[after].form in STOPS
    closed = closed or is_finite(tokens, after)
    return after if closed else end


def _name_near(tokens: Sequence[Token], names: Names, at: int) -> Name | None:
    """The name at *at*, or the person's after an article and a noun: ``l'Allemande Anna Roth``."""
    name = names.at(tokens[at].start)
    if name is not None or tokens[at].form not in lexicon()["grammar.determiners"]:
        return name
    for place in range(at + 1, min(len(tokens), at + NOUNS)):
        name = names.at(tokens[place].start)
        if name is not None and name.kind is NameKind.PERSON:
            return name
        if not tokens[place].is_word or is_finite(tokens, place):
            return None
    return None


def _has_person(tokens: Sequence[Token], names: Names, start: int, end: int) -> bool:
    """Whether the phrase names a person, other than in a complement (``l'avocat de Paul Dupont``)."""
    for name in names.within(tokens[start].start, tokens[end - 1].end):
        if name.kind is NameKind.PERSON:
            before = next(
                (tokens[at - 1].form for at in range(start + 1, end) if tokens[at].start == name.start), ""
            )
            if before not in ("de", "d'", "du", "des"):
                return True
    return False


def _ends_phrase(tokens: Sequence[Token], names: Names, start: int, at: int) -> bool:
    """Whether the token at *at* no longer belongs to the phrase that begins at *start*."""
    words = lexicon()
    token = tokens[at]
    form, before = token.form, tokens[at - 1].form
    if form in STOPS:
        initial = tokens[at - 1].capital and len(before) == 1
        return not (form == "." and (initial or before in words["grammar.abbreviations"]))
    if form == "," or form in HARD:
        return True
    if any(one.end > token.start for one in names.within(tokens[max(start, at - 6)].start, token.start + 1)):
        return False
    if form in words["grammar.relatives"] or form in words["grammar.breaks"]:
        return True
    if form in words["grammar.clitics"] and form not in words["grammar.determiners"]:
        return True
    if form == "et":
        return _joins_no_noun(tokens, at)
    if form in ("de", "du", "des", "d'", "l'"):
        return False
    if form in words["grammar.prepositions"]:
        held = form in ("à", "au", "aux", "en") and before in words["nouns.person"]
        titled = form == "pour" and any(
            one.capital and one.form in words["nouns.body"] for one in tokens[start : start + 2]
        )
        return not (held or titled)
    if form in words["grammar.determiners"]:
        held = before in words["grammar.prepositions"] or before in words["grammar.determiners"]
        return not (held or before in ("de", "et", "plus", "moins", "près"))
    if form in words["grammar.time_words"]:
        return not is_latter(tokens, at - 1) and before not in ("de", "du", "d'", "la", "le")
    return is_finite(tokens, at) or (form.endswith("ant") and form in words.verbs)


def _joins_no_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number, a verb or a participle follows the ``et`` at *at*."""
    if at + 1 >= len(tokens):
        return True
    form = tokens[at + 1].form
    if form[0].isdigit() or is_finite(tokens, at + 1):
        return True
    return any(reading.mood is Mood.PARTICIPLE for reading in lexicon().verbs.get(form, ()))
