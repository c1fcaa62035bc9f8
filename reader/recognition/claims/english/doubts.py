"""Rumour that nobody is named for (*reportedly*, *is said to*), and the author's own doubt (*might*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import ClaimStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Claim
    from reader.recognition.claims.english.line import Line
    from reader.recognition.claims.english.reports import Said

_BE = frozenset(("is", "are", "was", "were", "been"))


def claims(line: Line, found: Sequence[Said]) -> Iterator[Claim]:
    """One claim for each clause with such a word; what is somebody's words is not the author's doubt."""
    behind = 0
    for at in range(line.first, line.end):
        rumour = _rumour(line, at)
        if not (rumour or _doubt(line, at)):
            continue
        holder = next((said for said in found if said.start <= at < said.end), None)
        start, end = _clause(line, at, rumour)
        if at < behind or (holder is not None and not rumour):
            continue
        behind = end
        status = ClaimStatus.CONDITIONAL if rumour else ClaimStatus.HEDGE
        source = holder.source if holder else None
        claim = line.claim(start, end, status, source, (at, at + 1), 0.7 if rumour else 0.6)
        if claim is not None:
            yield claim


def _rumour(line: Line, at: int) -> bool:
    if line.is_in(at, "hearsay"):
        return True
    if not line.is_in(at, "hearsay_participles") or line.form(at - 1) not in _BE:
        return False
    return line.form(at + 1) == "to" or (line.form(at + 1) == "that" and line.form(at - 2) == "it")


def _doubt(line: Line, at: int) -> bool:
    if line.is_in(at, "doubt"):
        return True
    if line.is_in(at, "likely"):
        return line.form(at - 1) in _BE | {"very", "most", "more"} or line.form(at + 1) == "to"
    if line.is_in(at, "seeming"):
        return line.form(at + 1) in ("to", "that", "likely", "set", "certain", "poised")
    if not line.is_in(at, "modals") or line.tokens[at].capital:
        return False
    following = line.form(at + 1)
    plain = following.isalpha() and following not in ("not", "the", "a", "of", "in")
    return plain and not any(line.form(one) in ("if", "unless") for one in range(line.first, at))


def _clause(line: Line, at: int, rumour: bool) -> tuple[int, int]:
    """The clause around the word; of a relative clause the part from the word on."""
    if rumour and line.form(at - 1) in ("who", "which", "that"):
        comma = next((one for one in range(at, line.end) if line.form(one) == ","), line.end)
        return at, comma
    start = line.clause_start(at)
    if line.form(at) == "that" or line.form(start) in ("and", "but", "while"):
        start += 1
    return start, line.clause_end(at)
