"""What people decided about the names in an article, as something to learn from.

An annotation tagged PER, LOC, ORG or MISC is a name; so is a mention that was accepted or relabelled; one
that was rejected is none. The other names of the same sentence, about which nobody said anything, are taken
as they were recognised: without them the model would learn that they are no names. Sentences without any
decision teach nothing and are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from reader.model import DecisionAction, MentionKind
from reader.recognition.entities.modelfile import CLASSES
from reader.recognition.entities.recogniser import EntityRecogniser
from reader.recognition.training.examples import Example
from reader.text.structure import TextMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class By(IntEnum):
    """Who says that there is a name, whoever is believed before others first."""

    ANNOTATION = 0
    DECISION = 1
    RECOGNISER = 2


@dataclass(frozen=True, slots=True)
class Said:
    """What one line of an export says about one passage."""

    by: By
    start: int
    end: int
    quote: str
    label: str
    """Empty: it is no name."""

    @property
    def by_a_person(self) -> bool:
        return self.by is not By.RECOGNISER


def said_of(row: Mapping[str, object]) -> Said | None:
    """What a line of an export says about a name, if it says anything about one.

    Raises KeyError, TypeError or ValueError where it is no such line.
    """
    match row["type"]:
        case "annotation":
            tags = row["tags"]
            labels = [tag for tag in tags if tag in CLASSES] if isinstance(tags, list) else []
            return _said(By.ANNOTATION, row, "quote", labels[0]) if len(labels) == 1 else None
        case "decision":
            return _decision(row) if row["kind"] == MentionKind.ENTITY.value else None
        case "mention":
            return _said(By.RECOGNISER, row, "text", str(row["label"])) if row["label"] in CLASSES else None
        case "date" | "claim" | "tag" | "link" | "article":
            return None
        case other:
            raise ValueError(f"its type is unknown: {other!r:.40}")


def _decision(row: Mapping[str, object]) -> Said | None:
    if row["action"] == DecisionAction.REJECTED.value:
        return _said(By.DECISION, row, "quote", "")
    label = str(row["value"] or row["label"])
    return _said(By.DECISION, row, "quote", label) if label in CLASSES else None


def _said(by: By, row: Mapping[str, object], words: str, label: str) -> Said:
    start, end, quote = row["start"], row["end"], row[words]
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        raise ValueError("“start” and “end” are no passage")
    if not isinstance(quote, str):
        raise TypeError(f"“{words}” must be text")
    return Said(by, start, end, quote, label)


def decided_example(article: str, text: str, said: Sequence[Said], weight: int) -> tuple[Example | None, int]:
    """The sentences of *text* about which people decided, and how many decisions stand in it.

    Whatever does not stand in the text as it was quoted is passed over.
    """
    standing = [one for one in said if text[one.start : one.end] == one.quote and one.quote.strip()]
    judged = [one for one in standing if one.by_a_person]
    if not judged:
        return None, 0
    taken = bytearray(len(text))
    names: list[tuple[int, int, str]] = []
    for one in sorted(judged, key=lambda one: (one.by, one.start - one.end, one.start)):
        _take(one.start, one.end, one.label, text, taken, names)
    decided = {(one.start, one.end) for one in judged}
    for start, end, label in _recognised(text, standing):
        if (start, end) not in decided:
            _take(start, end, label, text, taken, names)
    return Example(article, text, tuple(sorted(names)), weight, _sentences(text, judged)), len(judged)


def _take(
    start: int, end: int, label: str, text: str, taken: bytearray, names: list[tuple[int, int, str]]
) -> None:
    """Adds a name, without outer white space, where none stands yet."""
    if not label or any(taken[start:end]):
        return
    quote = text[start:end]
    start, end = start + len(quote) - len(quote.lstrip()), end - len(quote) + len(quote.rstrip())
    taken[start:end] = b"\1" * (end - start)
    names.append((start, end, label))


def _recognised(text: str, standing: Iterable[Said]) -> list[tuple[int, int, str]]:
    """The names nobody said anything about: those of the export, else what our own model finds."""
    found = [(one.start, one.end, one.label) for one in standing if one.by is By.RECOGNISER]
    return found or [
        (one.span.start, one.span.end, one.label.value) for one in EntityRecogniser().entities(text)
    ]


def _sentences(text: str, judged: Iterable[Said]) -> tuple[tuple[int, int], ...]:
    """The sentences in which *judged* stand, in order, none overlapping."""
    lines = TextMap(text)
    wanted = sorted(
        (
            min(one.start, lines.sentence_at(one.start).start),
            max(one.end, lines.sentence_at(one.end - 1).end),
        )
        for one in judged
    )
    merged = [wanted[0]]
    for start, end in wanted[1:]:
        if start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
