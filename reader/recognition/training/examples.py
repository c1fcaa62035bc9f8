"""Training articles as token sequences with their attributes and labels."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.recognition.entities.context_features import context_attributes
from reader.recognition.entities.features import Word, class_attributes
from reader.recognition.entities.tokens import PARAGRAPH, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.recognition.entities.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated article, or what is annotated of it."""

    id: str
    text: str
    entities: tuple[tuple[int, int, str], ...]
    """Start, end and label; no two overlapping."""
    weight: int = 1
    """It counts as often as so many others."""
    within: tuple[tuple[int, int], ...] | None = None
    """The stretches that are learnt from, in order, none overlapping; None is the whole text."""

    def pieces(self, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The tokens learnt from, as stretches, given where each token starts."""
        if self.within is None:
            yield 0, len(starts)
            return
        for start, end in self.within:
            yield bisect_left(starts, start), bisect_left(starts, end)


def common_words(examples: Iterable[Example]) -> dict[str, int]:
    """Words written in lower case somewhere: 1 for once or twice, 2 below eight times, else 3."""
    counts = Counter(
        token
        for example in examples
        for token in tokenise(example.text)[0]
        if token[0].islower() and len(token) > 1
    )
    return {word: 3 if count >= 8 else 2 if count >= 3 else 1 for word, count in counts.items()}


def labels_of(example: Example, tokens: Sequence[str], starts: Sequence[int]) -> list[str]:
    """The label of each token; an entity whose borders cut a token is left out."""
    labels = ["O"] * len(tokens)
    first_at = {start: at for at, start in enumerate(starts)}
    last_at = {start + len(token): at for at, (start, token) in enumerate(zip(starts, tokens, strict=True))}
    for start, end, label in example.entities:
        first, last = first_at.get(start), last_at.get(end)
        if first is None or last is None:
            continue
        if first == last:
            labels[first] = "S-" + label
        else:
            labels[first : last + 1] = ["I-" + label] * (last - first + 1)
            labels[first], labels[last] = "B-" + label, "E-" + label
    return labels


class Attributes:
    """Attribute sequences for the trainer; each attribute is ``role|attribute``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str, Word] = {}

    def of(self, tokens: Sequence[str]) -> list[list[str]]:
        """The attributes of each token."""
        words = [self._word(token) for token in tokens]
        context = context_attributes(words, self._lexicon)
        edge = self._word(PARAGRAPH)
        padded = [edge, edge, *words, edge, edge]
        sequence = []
        for at, word in enumerate(words):
            before2, before, _, after, after2 = padded[at : at + 5]
            mine = ["0|" + attribute for attribute in word.current]
            mine += ("-1|" + attribute for attribute in before.near)
            mine += ("+1|" + attribute for attribute in after.near)
            mine += ("-2|" + attribute for attribute in before2.far)
            mine += ("+2|" + attribute for attribute in after2.far)
            mine += ("t|" + attribute for attribute in class_attributes(before.kind, word.kind, after.kind))
            mine += ("d|" + attribute for attribute in context.get(at, ()))
            sequence.append(mine)
        return sequence

    def _word(self, token: str) -> Word:
        word = self._known.get(token)
        if word is None:
            word = self._known[token] = Word(token, self._lexicon)
        return word
