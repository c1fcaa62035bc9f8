"""Conditionals that suppose: beside ``si``, ``au cas où``; effects and plans of what is not yet."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import is_finite
from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.tokens import QUOTED, tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.tokens import Token

PLAN = 12
"""Tokens before a verb among which ``éventuel``, ``tel`` may mark its subject."""
ASKING = 6
"""Tokens between a verb of asking and its ``si`` at most."""
_NO_CONDITION = frozenset(("même", "comme", "est", "sont", "savoir", "sait", "demande", "ignore"))
"""Before ``si`` they make a question or a comparison of it."""
_KNOWN = frozenset(
    ("le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs")
)
"""Articles of what is there and might not have been; ``sans un mot`` supposes nothing."""
_CONDITION_SUBJECTS = frozenset(
    ("celui-ci", "celle-ci", "ceux-ci", "ce", "cela", "aucun", "jamais", ",", "l'on", "rien")
)


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word of a supposing phrase (``au cas où``) to the phrases."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(lexicon()["conditional.suppositions"]):
        forms = tuple(token.form for token in tokenise(phrase, 0, len(phrase)))
        found.setdefault(forms[0], []).append(forms)
    return {first: tuple(phrases) for first, phrases in found.items()}


def is_supposed(tokens: Sequence[Token], verb: int, compound: bool) -> bool:
    """Whether ``si``, ``au cas où`` … stands in the same part of the sentence, between colons."""
    start = verb
    while start > 0 and tokens[start - 1].form not in (":", ";"):
        start -= 1
    for at in range(start, len(tokens)):
        form = tokens[at].form
        if at > verb and form in (":", ";"):
            return False
        if _is_if(tokens, at):
            return True
        if form not in _phrases() or (at > verb and (compound or tokens[at - 1].form == ",")):
            continue
        end = _phrase_end(tokens, at)
        if end > at:
            return not compound or not any(is_finite(tokens, one) for one in range(end, verb))
    return False


def lacks(tokens: Sequence[Token], verb: int, first: int) -> bool:
    """Whether something is thought away before the verb: ``Sans l'aide du port, il aurait coulé``."""
    start = verb
    while start > first and tokens[start - 1].form not in (":", ";", "mais", "car"):
        start -= 1
    if (
        tokens[start].form != "sans"
        or tokens[start + 1].form not in _KNOWN
        or tokens[start + 2].form == "moindre"
    ):
        return False
    return not any(is_finite(tokens, at) for at in range(start, verb))


def is_deed(tokens: Sequence[Token], verb: int, first: int) -> bool:
    """Whether an infinitive is the subject, so that what would follow is told: ``Partir serait lâche``."""
    start = verb
    while start > first and tokens[start - 1].form not in (":", ";", "que", "qu'", "mais", "car", "et", ","):
        start -= 1
    if tokens[start].form in ("ne", "se", "s'"):
        start += 1
    if start >= verb or any(tokens[at].form == QUOTED for at in range(start, verb)):
        return False
    readings = lexicon().verbs.get(tokens[start].form, ())
    return any(one.mood is Mood.INFINITIVE for one in readings)


def _is_if(tokens: Sequence[Token], at: int) -> bool:
    form = tokens[at].form
    if form == "s'":
        return at + 1 < len(tokens) and tokens[at + 1].form in ("il", "ils")
    return form == "si" and _opens_condition(tokens, at)


def _phrase_end(tokens: Sequence[Token], at: int) -> int:
    """The place after the supposing phrase at *at*; *at* where there is none."""
    for phrase in _phrases()[tokens[at].form]:
        end = at + len(phrase)
        if tuple(one.form for one in tokens[at:end]) == phrase:
            return end
    return at


def _opens_condition(tokens: Sequence[Token], at: int) -> bool:
    words = lexicon()
    if at + 1 >= len(tokens) or (at and tokens[at - 1].form in _NO_CONDITION) or _asks(tokens, at):
        return False
    following = tokens[at + 1]
    return (
        following.form in words["grammar.determiners"]
        or following.form in words["grammar.subjects"]
        or following.capital
        or following.form in _CONDITION_SUBJECTS
    )


def _asks(tokens: Sequence[Token], at: int) -> bool:
    """Whether the ``si`` at *at* is a question's: ``on ne sait pour l'heure si``."""
    words = lexicon()
    return any(
        reading.lemma in words["conditional.asking"]
        for back in range(max(0, at - ASKING), at)
        for reading in words.verbs.get(tokens[back].form, ())
    )


def is_effect(form: str) -> bool:
    """``permettrait``, ``entraînerait``: what would follow from something, without anybody to say so."""
    words = lexicon()
    return any(
        reading.mood is Mood.CONDITIONAL and reading.lemma in words["conditional.effects"]
        for reading in words.verbs.get(form, ())
    )


def is_consequence(tokens: Sequence[Token], verb: int) -> bool:
    """``serait alors contraint``: what would follow from what was said before."""
    return verb + 1 < len(tokens) and tokens[verb + 1].form == "alors"


def is_plan(tokens: Sequence[Token], verb: int, first: int) -> bool:
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
        if _is_wished(tokens, first, at):
            return True
        return any(form in words["conditional.unreal"] for form in before) and "," not in before
    for back in range(at, max(first, at - PLAN) - 1, -1):
        form = tokens[back].form
        if form in (",", ";", ":", "que", "qu'", QUOTED):
            break
        if form in words["conditional.unreal_marks"]:
            return True
    return tokens[at].form in ("cela", "ça")


def _is_wished(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a verb of wishing, proposing or planning governs what a relative clause describes."""
    words = lexicon()
    return any(
        reading.lemma in words["conditional.planning"] and reading.mood is not Mood.PARTICIPLE
        for at in range(first, end)
        for reading in words.verbs.get(tokens[at].form, ())
    )
