"""The ladder of growing selections: word, mention, clause, sentence, paragraph, article; no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.text.structure import TextMap


class Ladder:
    """Grows a selection rung by rung, and remembers the way back down."""

    def __init__(self) -> None:
        self._below: list[Span | None] = []
        self._top: Span | None = None

    def forget(self) -> None:
        """Begin anew: the selection was made in another way."""
        self._below.clear()
        self._top = None

    def up(
        self, selection: Span | None, point: int, structure: TextMap, mentions: Iterable[Span]
    ) -> Span | None:
        """The next larger passage around *selection*, or around *point* where nothing is selected."""
        if selection != self._top:
            self.forget()
        span = next_rung(selection, point, structure, mentions)
        if span is not None:
            self._below.append(selection)
            self._top = span
        return span

    def down(
        self, selection: Span | None, point: int, structure: TextMap, mentions: Iterable[Span]
    ) -> Span | None:
        """The passage it grew from; without a way back, the largest one within it around *point*."""
        if selection is not None and selection == self._top and self._below:
            self._top = self._below.pop()
            return self._top
        self.forget()
        if selection is None:
            return None
        return previous_rung(selection, point, structure, mentions)


def rungs(point: int, structure: TextMap, mentions: Iterable[Span]) -> list[Span]:
    """The passages around *point*, smallest first."""
    text = structure.text
    found = [mention for mention in mentions if point in mention]
    word = structure.word_at(point)
    if word is not None:
        found.append(word)
    found += [structure.clause_at(point), structure.sentence_at(point), structure.paragraph_at(point)]
    found.append(Span(0, len(text)))
    trimmed = {_trimmed(span, text) for span in found}
    return sorted((span for span in trimmed if len(span)), key=lambda span: (len(span), span.start))


def next_rung(
    selection: Span | None, point: int, structure: TextMap, mentions: Iterable[Span]
) -> Span | None:
    """The smallest passage that covers more than *selection*; None at the top."""
    around = rungs(selection.start if selection is not None else point, structure, mentions)
    if selection is None:
        return around[0] if around else None
    return next((span for span in around if span.covers(selection) and len(span) > len(selection)), None)


def previous_rung(selection: Span, point: int, structure: TextMap, mentions: Iterable[Span]) -> Span | None:
    """The largest passage around *point* that lies within *selection*; None at the bottom."""
    within = [
        span for span in rungs(point, structure, mentions) if selection.covers(span) and span != selection
    ]
    return within[-1] if within else None


def _trimmed(span: Span, text: str) -> Span:
    """*span* without the space at its ends."""
    start, end = span.start, min(span.end, len(text))
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
