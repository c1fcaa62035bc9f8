"""A recognition as plain lists and back; what is unpacked is checked value by value.

Nothing here knows a file. Words are not packed but cut from the text the lists belong to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Claim, ClaimStatus, Entity, EntityLabel, Recognition, Span, Timex, TimexKind

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS: Mapping[str, EntityLabel] = {label.value: label for label in EntityLabel}
TYPES: Mapping[str, TimexKind] = {kind.value: kind for kind in TimexKind}
STATUSES: Mapping[str, ClaimStatus] = {status.value: status for status in ClaimStatus}


def pack(recognition: Recognition, text: str) -> dict[str, object] | None:
    """*recognition* of *text* as lists; None where a mention does not stand in the text."""
    if any(text[m.span.start : m.span.end] != m.text for m in recognition.mentions):
        return None
    makers = sorted({mention.recogniser for mention in recognition.mentions})
    number = {name: at for at, name in enumerate(makers)}
    return {
        "by": makers,
        "problems": list(recognition.problems),
        "entities": [
            [
                e.span.start,
                e.span.end,
                e.label.value,
                None if e.name == e.text else e.name,
                e.score,
                number[e.recogniser],
            ]
            for e in recognition.entities
        ],
        "dates": [
            [
                d.span.start,
                d.span.end,
                d.type.value,
                d.value,
                d.mod,
                *_ends(d.anchor),
                d.reference,
                d.reason,
                d.score,
                number[d.recogniser],
            ]
            for d in recognition.dates
        ],
        "claims": [
            [
                c.span.start,
                c.span.end,
                c.status.value,
                c.source,
                *_ends(c.cue),
                c.score,
                number[c.recogniser],
            ]
            for c in recognition.claims
        ],
    }


def unpack(packed: object, text: str) -> Recognition:
    """The recognition of *text* that was packed.

    Raises ValueError, TypeError, LookupError or SpanError where *packed* is nothing of the kind.
    """
    if not isinstance(packed, dict):
        raise TypeError("no packed recognition")
    makers = [_text(name) for name in packed["by"]]
    return Recognition(
        tuple(_entity(values, text, makers) for values in packed["entities"]),
        tuple(_timex(values, text, makers) for values in packed["dates"]),
        tuple(_claim(values, text, makers) for values in packed["claims"]),
        tuple(_text(problem) for problem in packed["problems"]),
    )


def _entity(values: list[object], text: str, makers: list[str]) -> Entity:
    start, end, label, name, score, maker = values
    span = _span(start, end, text)
    words = text[span.start : span.end]
    named = words if name is None else _text(name)
    return Entity(span, words, LABELS[_text(label)], named, _score(score), makers[_count(maker)])


def _timex(values: list[object], text: str, makers: list[str]) -> Timex:
    start, end, type, value, mod, from_, to, reference, reason, score, maker = values
    span = _span(start, end, text)
    return Timex(
        span,
        text[span.start : span.end],
        TYPES[_text(type)],
        _text(value),
        _optional(mod),
        None if from_ is None else _span(from_, to, text),
        _optional(reference),
        _text(reason),
        _score(score),
        makers[_count(maker)],
    )


def _claim(values: list[object], text: str, makers: list[str]) -> Claim:
    start, end, status, source, from_, to, score, maker = values
    span = _span(start, end, text)
    return Claim(
        span,
        text[span.start : span.end],
        STATUSES[_text(status)],
        _optional(source),
        None if from_ is None else _span(from_, to, text),
        _score(score),
        makers[_count(maker)],
    )


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span is not None else (None, None)


def _span(start: object, end: object, text: str) -> Span:
    span = Span(_count(start), _count(end))
    if span.end > len(text):
        raise ValueError("beyond the text")
    return span


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("no offset")
    return value


def _score(value: object) -> float:
    if not isinstance(value, float | int) or not 0 <= value <= 1:
        raise ValueError("no score")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _text(value)
