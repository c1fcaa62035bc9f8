"""What people decided about the names in an article, as something to learn from.

An annotation tagged PER, LOC, ORG or MISC is a name; so is a mention that was accepted or relabelled; one
that was rejected is none. The other names of the same sentence, about which nobody said anything, are taken
as they were recognised: without them the model would learn that they are no names. Sentences without any
decision teach nothing and are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from reader.model import DecisionAction, EntityLabel, MentionKind
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
    name: str = ""
    """The name that a recognised mention has in the whole folder."""

    @property
    def by_a_person(self) -> bool:
        return self.by is not By.RECOGNISER


@dataclass(frozen=True, slots=True)
class SaidOfName:
    """What a line of an export says about every mention of a name."""

    name: str
    person: bool
    label: str
    """Empty: it is none."""

    def is_about(self, one: Said) -> bool:
        """Whether *one* is a recognised mention of that name; it may bear its new label already."""
        label = (one.label == EntityLabel.PER.value) is self.person or one.label == self.label
        return one.by is By.RECOGNISER and label and self.name in (one.name, one.quote)


def said_of_name(row: Mapping[str, object]) -> SaidOfName | None:
    """What a line of an export says about a name in the whole folder, if it says what that is."""
    if row.get("type") != "decision" or row.get("article") != "":
        return None
    person, value = row["label"] == EntityLabel.PER.value, str(row["value"])
    if row["action"] == DecisionAction.REJECTED.value:
        return SaidOfName(str(row["quote"]), person, "")
    if row["action"] == DecisionAction.RELABELLED.value and value in CLASSES:
        return SaidOfName(str(row["quote"]), person, value)
    return None


def by_name(lines: Sequence[Said], names: Mapping[str, Sequence[SaidOfName]]) -> list[Said]:
    """*lines* with those mentions decided whose names were, and about which nothing else was said."""
    judged = {(one.start, one.end) for one in lines if one.by_a_person}
    return [
        _named(one, names) if one.by is By.RECOGNISER and (one.start, one.end) not in judged else one
        for one in lines
    ]


def _named(one: Said, names: Mapping[str, Sequence[SaidOfName]]) -> Said:
    for said in (*names.get(one.name, ()), *names.get(one.quote, ())):
        if said.is_about(one):
            return replace(one, by=By.DECISION, label=said.label)
    return one


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
            is_mention = row["kind"] == MentionKind.ENTITY.value and row["article"] != ""
            return _decision(row) if is_mention else None
        case "mention":
            if row["label"] not in CLASSES:
                return None
            return replace(
                _said(By.RECOGNISER, row, "text", str(row["label"])), name=str(row.get("name", ""))
            )
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
