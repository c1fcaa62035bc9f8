"""A text as the English rules see it: tokens, their small letters, and what stands around a stretch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.recognition.entities.tokens import PARAGRAPH, tokenise

if TYPE_CHECKING:
    from reader.recognition.entities.english.lists import English

SENTENCE_ENDS = (".", "!", "?", PARAGRAPH, "“", '"', ":", "—", "–", "•", "*", "‘", "«")
SHOUTED = 4
"""Words in capitals in a row from which on their case tells nothing."""


@dataclass(slots=True, eq=False, repr=False)
class Page:
    """The tokens of one text."""

    text: str
    known: English
    tokens: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    in_small: frozenset[str] = frozenset()
    """Words that the text also writes in small letters."""
    shouted: frozenset[int] = frozenset()
    """Tokens within a heading in capitals."""

    def __post_init__(self) -> None:
        self.tokens, self.starts = tokenise(self.text)
        self.lowers = [token.lower() for token in self.tokens]
        self.in_small = frozenset(token for token in self.tokens if token.islower())
        self.shouted = frozenset(_shouted(self.tokens))

    def lower(self, at: int) -> str:
        """The token there in small letters; empty beyond the ends."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def is_in(self, at: int, *tables: str) -> bool:
        """Whether the token there stands in one of the tables of cues."""
        word = self.lower(at)
        return bool(word) and any(word in self.known.words[table] for table in tables)

    def opens(self, at: int) -> bool:
        """Whether a sentence, or a quotation, begins there."""
        return at == 0 or self.tokens[at - 1] in SENTENCE_ENDS

    def is_capital(self, at: int) -> bool:
        """Whether a word with a capital stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at][0].isupper() and self.tokens[at][-1] != "'"

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The offsets of some tokens."""
        return self.starts[first], self.starts[end - 1] + len(self.tokens[end - 1])


def _shouted(tokens: list[str]) -> list[int]:
    """The tokens of rows of words in capitals."""
    found: list[int] = []
    row: list[int] = []
    for at, token in enumerate((*tokens, "a")):
        if token.isupper() or not token[0].isalpha():
            row.append(at)
            if token != PARAGRAPH:
                continue
        if sum(tokens[one].isalpha() for one in row) >= SHOUTED:
            found += row
        row = []
    return found
