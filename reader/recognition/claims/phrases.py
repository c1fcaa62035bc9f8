"""Noun phrases as places in a sentence's tokens: the subject before a verb, the subject after one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.claims.clauses import is_finite
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.sentences import STOPS
from reader.recognition.claims.tokens import QUOTED
from reader.recognition.claims.verbs import is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.names import Names
    from reader.recognition.claims.tokens import Token

REACH = 60
"""Tokens in which a subject is sought."""
HARD = frozenset((";", ":", "(", ")", QUOTED, "–", "—", "[", "]"))


_BRACKETS = {")": "(", "—": "—", "–": "–"}
"""What closes an insertion, and what opens it."""


class Phrase(NamedTuple):
    """A stretch of tokens."""

    start: int
    end: int


def subject_before(tokens: Sequence[Token], names: Names, verb: int, first: int) -> Phrase | None:
    """The subject of the verb group at *verb*: a pronoun, ``qui``, a phrase; none if it is left out."""
    words = lexicon()
    at = verb - 1
    while at >= first and tokens[at].form in words["grammar.clitics"]:
        at -= 1
    if at < first:
        return None
    form = tokens[at].form
    if (
        form in words["grammar.subjects"]
        or form in words["grammar.first_persons"]
        or form in ("qui", "ce", "cela", "ça")
    ):
        return Phrase(at, at + 1)
    if form in ("et", "mais", "puis", "ou"):
        return None
    if form == QUOTED:
        at -= 1
        while at >= first and tokens[at].form in (",", QUOTED, "et"):
            at -= 1
    segments = _segments(tokens, at, first)
    if not segments:
        return None
    last = segments[-1]
    if tokens[at].form != "," and _is_subject(tokens, names, last):
        return _inner(tokens, names, last)
    if tokens[at].form != "," and tokens[last.start].form in words["grammar.prepositions"]:
        return _inner(tokens, names, last)
    for segment in segments:
        if _is_subject(tokens, names, segment):
            verb = next((at for at in range(segment.start, segment.end) if is_finite(tokens, at)), -1)
            if verb > segment.start:
                return Phrase(segment.start, verb)
            return Phrase(segment.start, _with_apposition(tokens, names, segments, segment))
    return None


def _segments(tokens: Sequence[Token], end: int, first: int) -> list[Phrase]:
    """What stands between commas before *end*, back to where the clause begins."""
    breaks = lexicon()["grammar.breaks"]
    found: list[Phrase] = []
    stop = end + 1
    at = end
    while at >= first and at > end - REACH:
        form = tokens[at].form
        if form == "," or form in HARD or form in breaks:
            if at + 1 < stop:
                found.append(Phrase(at + 1, stop))
            stop = at
            if form in _BRACKETS and (opening := _opening(tokens, at, first)) < at:
                at = opening
                stop = at
            elif form != ",":
                if (
                    tokens[end].form == ","
                    and form in ("dont", "où", "que", "qu'")
                    and at > first
                    and tokens[at - 1].form == ","
                ):
                    at -= 1
                    stop = at
                    found = []
                    at -= 1
                    continue
                break
        at -= 1
    else:
        if at + 1 < stop:
            found.append(Phrase(at + 1, stop))
    found.reverse()
    if (
        found
        and found[0].end - found[0].start > 1
        and tokens[found[0].start].form in ("et", "mais", "puis", "ou")
    ):
        found[0] = Phrase(found[0].start + 1, found[0].end)
    return found


def _opening(tokens: Sequence[Token], at: int, first: int) -> int:
    bracket = _BRACKETS[tokens[at].form]
    for back in range(at - 1, max(first - 1, at - REACH), -1):
        if tokens[back].form == bracket:
            return back
    return at


def _is_subject(tokens: Sequence[Token], names: Names, segment: Phrase) -> bool:
    words = lexicon()
    token = tokens[segment.start]
    if token.form in ("qui", "dont") or is_finite(tokens, segment.start):
        return False
    if is_time(tokens, segment):
        return False
    if names.at(token.start) is not None:
        return True
    if token.form in ("de", "d'") and segment.start + 1 < segment.end:
        return tokens[segment.start + 1].form in words["grammar.manifold"]
    return (
        token.form in words["grammar.determiners"]
        or token.form in words["grammar.subjects"]
        or token.form in ("plus", "m", "mme")
        or token.form.isdigit()
    )


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].form in lexicon()["grammar.determiners"]


def is_time(tokens: Sequence[Token], segment: Phrase) -> bool:
    """Whether *segment* is a date: ``le 19 août dernier``, ``la semaine dernière``."""
    times = lexicon()["grammar.time_words"]
    head = tokens[segment.start : segment.start + 4]
    return any(token.form in times for token in head) and not any(
        token.capital for token in tokens[segment.start + 1 : segment.end]
    )


def _inner(tokens: Sequence[Token], names: Names, segment: Phrase) -> Phrase | None:
    """The subject at the end of *segment*, which may begin with an adverbial: ``À Paris le ministre``."""
    words = lexicon()
    start = segment.start
    if tokens[start].form in ("de", "d'") and tokens[start + 1].form in words["grammar.manifold"]:
        return segment
    for at in range(segment.start, segment.end):
        if at > segment.start and is_finite(tokens, at):
            start = at + 1
    joint = next((at for at in range(segment.end - 1, start, -1) if tokens[at].form in ("et", "mais")), -1)
    if (
        start > segment.start
        and joint > 0
        and (names.at(tokens[joint + 1].start) or _opens(tokens, joint + 1))
    ):
        start = joint + 1
    while start < segment.end and (
        (
            tokens[start].form in words["grammar.prepositions"]
            and tokens[start].form not in words["grammar.determiners"]
        )
        or (is_adverb(words, tokens[start]) and tokens[start].form not in words["grammar.determiners"])
        or tokens[start].form in ("et", "ou", "mais")
    ):
        if is_adverb(words, tokens[start]) or tokens[start].form in ("et", "ou", "mais"):
            start += 1
            continue
        following = start + 2
        while following < segment.end and not (
            (tokens[following].form in words["grammar.determiners"] or names.at(tokens[following].start))
            and tokens[following - 1].form not in words["grammar.prepositions"]
        ):
            following += 1
        start = following
    if (
        start < segment.end
        and start > segment.start
        and not _is_subject(tokens, names, Phrase(start, segment.end))
    ):
        return None
    return Phrase(start, segment.end) if start < segment.end else None


def _with_apposition(
    tokens: Sequence[Token], names: Names, segments: Sequence[Phrase], segment: Phrase
) -> int:
    """Where the subject ends when the next segment is nothing but the name: ``Le ministre, X``."""
    place = segments.index(segment)
    for following in segments[place + 1 :]:
        inside = names.within(tokens[following.start].start, tokens[following.end - 1].end)
        last = inside[-1] if inside else None
        alone = last is not None and last.start == tokens[following.start].start
        linked = tokens[following.start].form in ("de", "d'", "du", "des", "et", "à")
        if last is not None and last.end >= tokens[following.end - 1].end and (alone or linked):
            return following.end
        if not linked:
            break
    return segment.end


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
    name = names.at(tokens[end + 1].start)
    people = lexicon()["nouns.person"]
    if name is None or not any(token.form in people for token in tokens[start : min(end, start + 5)]):
        return end
    after = end + 1
    while after < len(tokens) and tokens[after].start < name.end:
        after += 1
    closed = after >= len(tokens) or tokens[after].form in (",", "(", QUOTED) or tokens[after].form in STOPS
    return after if closed else end


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
        return not (form == "." and before in words["grammar.abbreviations"])
    if form == "," or form in HARD:
        return True
    if any(one.end > token.start for one in names.within(tokens[max(start, at - 6)].start, token.start + 1)):
        return False
    if form in words["grammar.relatives"] or form in words["grammar.breaks"]:
        return True
    if form in words["grammar.clitics"] and form not in words["grammar.determiners"]:
        return True
    if form in ("de", "du", "des", "d'", "l'", "et"):
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
        return before not in ("de", "du", "d'", "la", "le")
    return is_finite(tokens, at) or (form.endswith("ant") and form in words.verbs)
