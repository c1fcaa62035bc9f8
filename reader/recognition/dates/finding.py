"""From a text to its resolved temporal expressions; a pure function of text, reference and language."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from reader.model import Span, Timex, TimexKind
from reader.recognition.dates import joining
from reader.recognition.dates.context import Answer, Context, Tense
from reader.recognition.dates.folding import FoldedText, fold
from reader.recognition.dates.meanings.basis import BEYOND
from reader.recognition.dates.meanings.shifts import RIGHT_NOW
from reader.recognition.dates.tense import tense_finder

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Found
    from reader.recognition.dates.meanings.basis import Meaning

NAME = "dates"


def find(text: str, reference: str | None, language: str, reference_span: Span | None = None) -> list[Timex]:
    """The temporal expressions of *text* in order; *reference* is ISO 8601, to the day or finer."""
    folded = fold(text)
    plain = folded.text
    found = _found(plain, text if folded.offsets is None else _aligned(text, folded), language)
    has_time = bool(reference) and "T" in str(reference)
    if not has_time:
        found = [f for f in found if f.sense.meaning != RIGHT_NOW]
    context = Context(
        text,
        datetime.fromisoformat(reference) if reference else None,
        reference_span,
        has_time=has_time,
        tense_at=tense_finder(plain, "en" if language == "en" else "fr"),
    )
    if len(found) == 1 and _is_all(found[0], folded.text):
        context.tense_at = lambda span: Tense.COMING  # noqa: ARG005
    spans = [Span(folded.original(f.start), folded.original(f.end)) for f in found]
    return [_resolved(item, span, context) for item, span in zip(found, spans, strict=True)]


_OPENING = re.compile(
    r"\s*(?:(?:le|la|du|de|en|a|au|des|vers|jusqu'au?|avant|apres|pour|entre|courant|d'ici(?: au?)?"
    r"|a (?:partir|compter) d[eu]|the|on|in|at|by|from|until|around|between)\s+"
    r"|[ld]'\s?)*"
)
"""Articles and prepositions that may stand before a bare phrase."""


def _is_all(item: Found, folded: str) -> bool:
    """Whether the text is nothing but this expression: an appointment, not news."""
    return (
        item.start <= 24
        and len(folded) - item.end <= 40
        and not folded[item.end :].strip(" .!?\n")
        and bool(_OPENING.fullmatch(folded, 0, item.start))
    )


def _aligned(text: str, folded: FoldedText) -> str:
    """The characters of *text* at the places of the folded ones."""
    return "".join([text[folded.original(i)] for i in range(len(folded.text))])


def _found(folded: str, text: str, language: str) -> list[Found]:
    """What the rows of a language find; of one without rows only ISO dates."""
    if language == "fr":
        from reader.recognition.dates.french import rows as french

        return joining.join(french.grammar().find(folded, text), folded, joining.FRENCH)
    if language == "en":
        from reader.recognition.dates.english import rows as english

        return english.find(folded, text)
    from reader.recognition.dates import iso

    return iso.find(folded)


def _resolved(item: Found, span: Span, context: Context) -> Timex:
    answer = _answer(item.sense.meaning, context, span)
    context.remember(span, answer)
    return Timex(
        span,
        span.of(context.text),
        answer.kind,
        answer.value,
        item.sense.mod,
        answer.anchor,
        answer.reference,
        answer.reason,
        recogniser=NAME,
    )


def _answer(meaning: Meaning, context: Context, span: Span) -> Answer:
    """What *meaning* comes to; reckoning beyond the years 1 to 9999 fixes nothing, but spoils no other."""
    try:
        return meaning.resolve(context, span)
    except (OverflowError, ValueError):
        return Answer(TimexKind.DATE, "", reason=BEYOND)
