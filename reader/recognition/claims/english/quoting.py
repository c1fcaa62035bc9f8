"""Who spoke the quotations of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Claim, ClaimStatus, Span
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.recognition.claims.english.line import Line
    from reader.recognition.claims.english.reports import Said
    from reader.recognition.claims.english.subjects import Scene

SHORT = 3
"""Words up to which a quotation needs a speaker to count."""


def claims(line: Line, found: Sequence[Said], scene: Scene) -> Iterator[Claim]:
    """The quotations with the nearest attribution; alone in their sentence, who spoke last."""
    alone = not any(token.is_word for token in line.tokens)
    for at, token in enumerate(line.tokens):
        if token.form != QUOTED:
            continue
        quotation = line.quotations[token.quotation]
        said = _nearest(found, at)
        source = said.source if said else (scene.speaker if alone else None)
        if _is_title(line, at, quotation.inner) or (source is None and quotation.words(line.text) <= SHORT):
            continue
        words = quotation.inner.of(line.text).rstrip(" ,")
        if not any(letter.isalpha() for letter in words):
            continue
        span = Span(quotation.inner.start, quotation.inner.start + len(words))
        cue = line.cue(said.cue) if said else None
        yield Claim(span, words, ClaimStatus.QUOTE, source, cue, 0.8 if source else 0.5, "claims")


def _nearest(found: Sequence[Said], at: int) -> Said | None:
    """The last attribution before a quotation, else the first behind it."""
    earlier = [said for said in found if said.cue[0] < at]
    return earlier[-1] if earlier else next(iter(found), None)


def _is_title(line: Line, at: int, inner: Span) -> bool:
    """The name of a film, a banner, a term."""
    before = at - 1 - (line.form(at - 1) in (",", ":"))
    if line.is_in(before, "works"):
        return True
    name = line.names.at(inner.start)
    return name is not None and name.kind is NameKind.OTHER and name.end >= inner.end - 1
