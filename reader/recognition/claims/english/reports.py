"""Indirect speech: ``X said that P``, ``P, X said``, ``According to X, P``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model import ClaimStatus
from reader.recognition.claims.english.subjects import Scene, before, behind
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Claim
    from reader.recognition.claims.english.line import Line

INSIDE = 14
"""Tokens between a verb and its *that* at most."""


class Said(NamedTuple):
    """One attribution: who, by which words, and the tokens that are reported (empty for a quotation)."""

    source: str | None
    cue: tuple[int, int]
    start: int
    end: int
    subject: int
    """Where its subject begins."""


def attributions(line: Line, scene: Scene) -> list[Said]:
    """What is said in a sentence, in order; a later one with its own subject ends the one before."""
    found: list[Said] = []
    for at in range(line.first, line.end):
        said = _at(line, at, scene)
        if said is None:
            continue
        if found and found[-1].end > said.subject > found[-1].start and said.subject > found[-1].cue[0]:
            found[-1] = found[-1]._replace(end=_before_divider(line, said.subject))
        found.append(said)
    return found


def claims(line: Line, found: list[Said]) -> Iterator[Claim]:
    """The reported clauses; one that is quoted as a whole is the quotation's."""
    for said in found:
        words = [
            token for token in line.tokens[said.start : said.end] if token.form != QUOTED and token.is_word
        ]
        if len(words) < 2:
            continue
        claim = line.claim(said.start, said.end, ClaimStatus.INDIRECT, said.source, said.cue, 0.7)
        if claim is not None:
            yield claim


def _before_divider(line: Line, subject: int) -> int:
    """The end of a clause before the subject of the next."""
    return subject - 1 if line.is_in(subject - 1, "dividers") or line.form(subject - 1) == "," else subject


def _at(line: Line, at: int, scene: Scene) -> Said | None:
    form = line.form(at)
    if form == "according" and line.form(at + 1) == "to":
        return _beside(line, at, at + 2, scene)
    if (
        form == "words"
        and line.form(at - 1) == "the"
        and line.form(at - 2) == "in"
        and line.form(at + 1) == "of"
    ):
        source, end = behind(line, at + 2, scene)
        return Said(source, (at - 2, at + 2), end, end, at - 2)
    if line.is_in(at, "say") and _is_verb(line, at):
        return _by_verb(line, at, scene)
    if line.is_in(at, "voice") and line.has_quotation(line.first, line.end):
        source, subject = _speaker(line, at, scene)
        return Said(source, (at, at + 1), at + 1, at + 1, subject) if source else None
    return None


def _is_verb(line: Line, at: int) -> bool:
    """Not *the claims were false*, *a reported 50 dead*, *is said to*."""
    if line.tokens[at].capital and at != line.first:
        return False
    if line.form(at).endswith("ing") and line.form(at - 1) != ",":
        return False
    if line.form(at - 1) in ("is", "are", "was", "were", "be", "been", "being", "to", "not"):
        return False
    if line.is_in(at, "nouns_too"):
        if line.is_in(at - 1, "determiners") or line.form(at - 1) in (
            "of",
            "for",
            "with",
            "in",
            "an",
            "on",
            "amid",
        ):
            return False
        return not line.is_in(at + 1, "auxiliaries") and line.form(at + 1) != "of"
    return True


def _beside(line: Line, at: int, start: int, scene: Scene) -> Said | None:
    """What stands beside ``according to X``."""
    source, end = behind(line, start, scene)
    if source is None:
        return None
    if at == line.first or line.form(at - 1) == ",":
        comma = next((one for one in range(end, line.end) if line.form(one) == ","), -1)
        if at == line.first:
            return Said(source, (at, start), comma + 1, line.clause_end(comma + 1), at) if comma > 0 else None
    begin = line.clause_start(at)
    return Said(source, (at, start), begin, at, at)


def _by_verb(line: Line, verb: int, scene: Scene) -> Said | None:
    cue = (verb, verb + 1)
    if _is_incise(line, verb):
        source, subject = _speaker(line, verb, scene)
        if source is None or line.form(subject - 1) not in (",", QUOTED):
            return None
        if line.form(subject - 1) == QUOTED or line.form(subject - 2) == QUOTED:
            return Said(source, cue, verb, verb, subject)
        begin = line.clause_start(subject - 1)
        return Said(source, cue, begin, subject - 1, subject) if subject - begin > 2 else None
    source, subject = _speaker(line, verb, scene)
    that = _that(line, verb)
    if that > 0:
        return Said(source, cue, that + 1, line.clause_end(that + 1), subject)
    if line.form(verb + 1) in ("", ",", ":", QUOTED) or line.has_quotation(verb, verb + 2):
        return Said(source, cue, verb + 1, verb + 1, subject)
    start = _clause_behind(line, verb)
    if start > 0:
        return Said(source, cue, start, line.clause_end(start), subject)
    return Said(source, cue, verb + 1, verb + 1, subject)


def _clause_behind(line: Line, verb: int) -> int:
    """Where a clause without *that* begins, or -1; also behind a circumstance: ``said on Tuesday they``."""
    if line.is_in(verb, "needs_that"):
        return -1
    if not line.is_in(verb + 1, "circumstances"):
        return verb + 1 if line.is_clause(verb + 1, line.end) else -1
    for at in range(verb + 2, min(line.end, verb + 8)):
        if line.form(at) in (",", ";", ":", QUOTED):
            break
        if line.form(at) in ("he", "she", "it", "they", "we", "there") and line.is_clause(at, line.end):
            return at
    return -1


def _that(line: Line, verb: int) -> int:
    """Where the *that* of a verb stands, unless another clause comes between; -1 where there is none."""
    for at in range(verb + 1, min(line.end, verb + INSIDE)):
        form = line.form(at)
        if form == "that":
            plain = at == verb + 1 or not line.is_in(at - 1, "say", "voice")
            return at if plain and not line.is_in(at + 1, "say") else -1
        if form in (QUOTED, ";", ":", "who", "which", "but") or (
            at > verb + 1 and line.is_in(at, "say", "auxiliaries")
        ):
            return -1
    return -1


def _is_incise(line: Line, verb: int) -> bool:
    """Whether the verb closes its sentence behind what it reports: ``P, X said`` or ``P, said X``."""
    if _that(line, verb) > 0 or line.form(verb + 1) == ":":
        return False
    inverted = line.form(verb - 1) in (",", QUOTED) and line.is_in(verb, "inverting")
    if inverted:
        plain = line.is_in(verb + 1, "circumstances") or line.form(verb + 1) == ""
        return not plain and not line.is_clause(verb + 1, line.end)
    rest = line.form(verb + 1)
    if rest in ("", ",") or rest == QUOTED:
        return rest == "" or line.has_quotation(line.first, verb) or rest == ","
    return line.is_in(verb + 1, "circumstances") and not line.is_clause(verb + 1, line.end)


def _speaker(line: Line, verb: int, scene: Scene) -> tuple[str | None, int]:
    """Who says it: before the verb, or behind it where it is inverted."""
    inverted = line.form(verb - 1) in (",", QUOTED) or verb == line.first
    plain = line.is_in(verb + 1, "circumstances") or line.form(verb + 1) in ("that", ":", ",", QUOTED)
    if inverted and line.is_in(verb, "inverting") and not plain:
        source, end = behind(line, verb + 1, scene)
        if source is not None and not line.is_clause(verb + 1, min(end, line.end)):
            return source, verb
    if verb == line.first or line.form(verb - 1) == QUOTED:
        return None, verb
    return before(line, verb, scene)
