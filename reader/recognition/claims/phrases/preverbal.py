"""The subject before a verb: a pronoun, ``qui``, a noun phrase with what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import is_finite
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.phrases.phrase import Phrase, is_time
from reader.recognition.claims.phrases.segments import segments_before
from reader.recognition.claims.tokens import QUOTED
from reader.recognition.claims.verbs.adverbs import is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.names import Names
    from reader.recognition.claims.tokens import Token

_JOINTS = ("et", "ou", "mais")
_LINKS = ("de", "d'", "du", "des", "et", "à")


def subject_before(tokens: Sequence[Token], names: Names, verb: int, first: int) -> Phrase | None:
    """The subject of the verb group at *verb*: a pronoun, ``qui``, a phrase; none if it is left out."""
    at = _before_clitics(tokens, verb, first)
    if at < first:
        return None
    form = tokens[at].form
    if _is_pronoun(form):
        return Phrase(at, at + 1)
    if form in ("et", "mais", "puis", "ou"):
        return None
    if form == QUOTED:
        at = _before_quotations(tokens, at, first)
    segments = segments_before(tokens, at, first)
    if not segments:
        return None
    if _is_split(tokens, names, segments):
        return Phrase(segments[0].start, segments[0].end)
    last = segments[-1]
    opens = tokens[last.start].form in lexicon()["grammar.prepositions"]
    if tokens[at].form != "," and (_is_subject(tokens, names, last) or opens):
        return _without_adverbial(tokens, names, last)
    return _subject_segment(tokens, names, segments)


def _before_clitics(tokens: Sequence[Token], verb: int, first: int) -> int:
    clitics = lexicon()["grammar.clitics"]
    at = verb - 1
    while at >= first and tokens[at].form in clitics:
        at -= 1
    return at


def _before_quotations(tokens: Sequence[Token], at: int, first: int) -> int:
    at -= 1
    while at >= first and tokens[at].form in (",", QUOTED, "et"):
        at -= 1
    return at


def _is_pronoun(form: str) -> bool:
    words = lexicon()
    return (
        form in words["grammar.subjects"]
        or form in words["grammar.first_persons"]
        or form in ("qui", "ce", "cela", "ça")
    )


def _is_split(tokens: Sequence[Token], names: Names, segments: Sequence[Phrase]) -> bool:
    """Whether an insertion parts a noun from its complement: ``L'étude, en cours, des os a montré``."""
    if len(segments) < 3 or tokens[segments[-1].start].form not in ("de", "du", "des", "d'"):
        return False
    head = segments[0]
    verbless = not any(is_finite(tokens, at) for at in range(head.start, head.end))
    return verbless and _is_subject(tokens, names, head)


def _is_subject(tokens: Sequence[Token], names: Names, segment: Phrase) -> bool:
    """Whether *segment* begins as a subject does: with an article, a name, a number."""
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


def _subject_segment(tokens: Sequence[Token], names: Names, segments: Sequence[Phrase]) -> Phrase | None:
    """The first of *segments* that can be a subject, with its apposition, or up to its verb."""
    for segment in segments:
        if _is_subject(tokens, names, segment):
            verb = next((at for at in range(segment.start, segment.end) if is_finite(tokens, at)), -1)
            if verb > segment.start:
                return Phrase(segment.start, verb)
            return Phrase(segment.start, _with_apposition(tokens, names, segments, segment))
    return None


def _without_adverbial(tokens: Sequence[Token], names: Names, segment: Phrase) -> Phrase | None:
    """The subject at the end of *segment*, which may begin with an adverbial: ``À Paris le ministre``."""
    start = segment.start
    if tokens[start].form in ("de", "d'") and tokens[start + 1].form in lexicon()["grammar.manifold"]:
        return segment
    start = _past_opening(tokens, names, _past_verbs(tokens, names, segment), segment.end)
    if start >= segment.end:
        return None
    subject = Phrase(start, segment.end)
    return subject if start == segment.start or _is_subject(tokens, names, subject) else None


def _past_verbs(tokens: Sequence[Token], names: Names, segment: Phrase) -> int:
    """Past the last verb of *segment*, and past the conjunction after it that a subject follows."""
    start = segment.start
    for at in range(segment.start + 1, segment.end):
        if is_finite(tokens, at):
            start = at + 1
    if start == segment.start:
        return start
    joint = next((at for at in range(segment.end - 1, start, -1) if tokens[at].form in ("et", "mais")), -1)
    if joint > 0 and _opens(tokens, names, joint + 1):
        return joint + 1
    return start


def _opens(tokens: Sequence[Token], names: Names, at: int) -> bool:
    determiner = at < len(tokens) and tokens[at].form in lexicon()["grammar.determiners"]
    return names.at(tokens[at].start) is not None or determiner


def _past_opening(tokens: Sequence[Token], names: Names, start: int, end: int) -> int:
    """Past the adverbs, conjunctions and prepositional phrases at *start*."""
    words = lexicon()
    while start < end:
        form = tokens[start].form
        determiner = form in words["grammar.determiners"]
        adverb = is_adverb(words, tokens[start])
        if form in _JOINTS or (adverb and not determiner):
            start += 1
        elif form in words["grammar.prepositions"] and not determiner:
            start = _past_prepositional(tokens, names, start, end)
        else:
            break
    return start


def _past_prepositional(tokens: Sequence[Token], names: Names, start: int, end: int) -> int:
    """The place after the preposition at *start* and its noun, where the next noun phrase begins."""
    words = lexicon()
    for at in range(start + 2, end):
        opens = tokens[at].form in words["grammar.determiners"] or names.at(tokens[at].start)
        if opens and tokens[at - 1].form not in words["grammar.prepositions"]:
            return at
    return max(start + 2, end)


def _with_apposition(
    tokens: Sequence[Token], names: Names, segments: Sequence[Phrase], segment: Phrase
) -> int:
    """Where the subject ends when the next segment is nothing but the name: ``Le ministre, X``."""
    place = segments.index(segment)
    for following in segments[place + 1 :]:
        inside = names.within(tokens[following.start].start, tokens[following.end - 1].end)
        last = inside[-1] if inside else None
        alone = last is not None and last.start == tokens[following.start].start
        linked = tokens[following.start].form in _LINKS
        if last is not None and last.end >= tokens[following.end - 1].end and (alone or linked):
            return following.end
        if not linked:
            break
    return segment.end
