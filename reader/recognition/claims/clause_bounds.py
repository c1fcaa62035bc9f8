"""From a verb to the clause it is the verb of: where that begins and ends, given what is attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import has_finite, in_subordinate, is_finite, main_start
from reader.recognition.claims.lexicon import Lexicon, lexicon
from reader.recognition.claims.regions import Manner

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.recognition.claims.regions import Region
    from reader.recognition.claims.tokens import Token

WHICH = frozenset(("lequel", "laquelle", "lesquels", "lesquelles"))
SUBJECT = 6
"""Tokens between ``et`` and the verb it joins at most."""
_COMPARING = frozenset(("plus", "moins", "aussi", "autant", "tel", "telle", "même", "ne", "n'"))
_SUBORDINATORS = frozenset(("que", "qu'", "lorsque", "lorsqu'", "si", "quand", "puisque", "puisqu'"))
_RELATIVES = frozenset(("qui", "dont", "où"))
_AFTER_COMMA = frozenset(("mais", "tandis", "même", "alors", "bien", "qui", "ce"))
"""After a comma they open something that no longer belongs to the clause."""


def clause_start(tokens: Sequence[Token], verb: int, first: int, regions: Iterable[Region]) -> int:
    """Where the clause of the verb at *verb* begins."""
    words = lexicon()
    floor = max(
        (one.start for one in regions if one.covers(verb) and one.manner is not Manner.NOUN),
        default=first,
    )
    closed = 0
    for at in range(verb - 1, floor - 1, -1):
        form = tokens[at].form
        closed += form == ")"
        if form in (";", ":") or (form == "(" and not closed):
            return at + 1
        closed -= form == "("
        opens = _opening(tokens, at)
        if opens and not any(is_finite(tokens, one) for one in range(at + 1, verb)):
            return at - 1 if form == "qui" and tokens[at - 1].form == "ce" else at + opens - 1
        if at > floor and form in ("mais", "car"):
            return at + 1
        if form == "et" and _new_clause(tokens, at + 1, verb, words) and has_finite(tokens, floor, at):
            return at + 1
    return main_start(tokens, floor, verb + 1)


def _opening(tokens: Sequence[Token], at: int) -> int:
    """How a word opens a clause: 0 not at all, 1 as part of it, 2 from outside, 3 with the next word."""
    form = tokens[at].form
    following = tokens[at + 1].form if at + 1 < len(tokens) else ""
    if form in ("qui", "dont"):
        return 1
    if form in WHICH:
        return 2 if at and tokens[at - 1].form in ("selon", "d'après") else 0
    if form in ("alors", "tandis"):
        return 3 if following in ("que", "qu'") else 0
    if form in ("que", "qu'") and not _COMPARING.isdisjoint(one.form for one in tokens[max(0, at - 3) : at]):
        return 0
    if form in _SUBORDINATORS:
        return 2
    return 2 if form == "s'" and following in ("il", "ils") else 0


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
        or form[:1].isdigit()
    )


def clause_end(tokens: Sequence[Token], verb: int, end: int, regions: Iterable[Region]) -> int:
    """Where the clause of the verb at *verb* ends."""
    limit = min((one.end for one in regions if one.covers(verb)), default=end)
    limit = min(limit, end)
    cues = {one.cue.start for one in regions if one.manner is not Manner.SILENT and not one.covers(verb)}
    dependent = _is_dependent(tokens, verb)
    start = clause_start(tokens, verb, 0, ())
    if start > 0 and tokens[start - 1].form in WHICH:
        limit = _next_main_verb(tokens, verb, limit)
    bracketed = start > 0 and tokens[start - 1].form == "("
    conditional = tokens[verb].form.endswith(("rait", "raient"))
    for at in range(_past_insertion(tokens, verb + 1, limit), limit):
        form = tokens[at].form
        following = tokens[at + 1].form if at + 1 < end else ""
        if form == ";" or (form == "(" and tokens[limit - 1].form == ")"):
            return at
        if form == "et" and following in _RELATIVES and tokens[start].form in _RELATIVES:
            return at
        if form == ")" and bracketed:
            return at
        if form == "," and (dependent or following in _AFTER_COMMA):
            return at
        if form in ("alors", "tandis") and following in ("que", "qu'"):
            return at
        if form == "mais" and has_finite(tokens, at + 1, limit):
            return at
        if form == "et" and conditional and _is_indicative(tokens, at + 1):
            return at
        if at in cues or (form == "," and at + 1 in cues):
            return at
    return limit


def _next_main_verb(tokens: Sequence[Token], verb: int, end: int) -> int:
    """Where a relative clause ends before the verb of its noun: ``la rumeur selon laquelle P est …``."""
    words = lexicon()
    opened = False
    for at in range(verb + 1, end):
        if (
            tokens[at].form in words["grammar.relatives"]
            or tokens[at].form in _SUBORDINATORS
            or tokens[at].form == "et"
        ):
            opened = True
        elif is_finite(tokens, at) and tokens[at - 1].form not in words["grammar.clitics"]:
            if not opened:
                return at
            opened = False
    return end


def _past_insertion(tokens: Sequence[Token], start: int, end: int) -> int:
    """Past what commas part from the verb right before it: ``aurait, selon des experts, fait``."""
    if start < end and tokens[start].form == ",":
        return next((at + 1 for at in range(start + 1, end) if tokens[at].form == ","), start)
    return start


def _is_dependent(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb at *verb* stands in a relative or another dependent clause, which a comma ends."""
    if in_subordinate(tokens, clause_start(tokens, verb, 0, ())):
        return True
    return any(tokens[at].form == "qui" for at in range(max(0, verb - 3), verb))


def _is_indicative(tokens: Sequence[Token], at: int) -> bool:
    """Whether another verb follows at *at*, and one in no conditional."""
    words = lexicon()
    for place in range(at, min(len(tokens), at + SUBJECT)):
        form = tokens[place].form
        if is_finite(tokens, place):
            return not form.endswith(("rait", "raient"))
        if form in words["grammar.relatives"] or form in words["grammar.prepositions"] or form == ",":
            return False
    return False
