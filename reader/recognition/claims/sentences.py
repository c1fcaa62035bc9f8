"""Sentences as rows of tokens in which each quotation is one token: what every rule works on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.recognition.claims.lexicon import word_lists
from reader.recognition.claims.tokens import QUOTED, Token, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.recognition.claims.quotes import Quotation

STOPS = frozenset((".", "!", "?", "…", "..", "..."))
LONGEST = 250
"""Tokens after which a sentence is cut, so that no rule looks farther than that."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A row of tokens; no line end among them, the final stop included."""

    tokens: tuple[Token, ...]
    paragraph: int
    """Which line it stands on, from 0; blank lines are not counted."""
    first: int = field(default=0)
    """Where its clause begins: after a dateline's dash."""

    @property
    def start(self) -> int:
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def sentences(text: str, quotations: Sequence[Quotation]) -> list[Sentence]:
    """The sentences of *text*; one never ends inside a quotation."""
    rows: list[Sentence] = []
    tokens = _tokens(text, quotations)
    begin, paragraph = 0, 0
    for at, token in enumerate(tokens):
        if token.form == "\n":
            if begin < at:
                rows.append(_sentence(tokens[begin:at], paragraph))
                paragraph += 1
            elif at and tokens[at - 1].form != "\n":
                paragraph += 1
            begin = at + 1
        elif at - begin >= LONGEST or _ends(text, tokens, at, quotations):
            rows.append(_sentence(tokens[begin : at + 1], paragraph))
            begin = at + 1
    if begin < len(tokens):
        rows.append(_sentence(tokens[begin:], paragraph))
    return rows


def _tokens(text: str, quotations: Iterable[Quotation]) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    for number, quotation in enumerate(quotations):
        tokens += tokenise(text, at, quotation.outer.start)
        start, end = quotation.outer.start, quotation.outer.end
        tokens.append(Token(start, end, QUOTED, text[quotation.inner.start].isupper(), number))
        at = end
    tokens += tokenise(text, at, len(text))
    return tokens


def _ends(text: str, tokens: Sequence[Token], at: int, quotations: Sequence[Quotation]) -> bool:
    token = tokens[at]
    if at + 1 >= len(tokens):
        return True
    following = tokens[at + 1]
    if token.form in STOPS:
        if following.form in STOPS or following.form in (",", ";", ")", "]"):
            return False
        if token.form == "." and at and _abbreviates(tokens[at - 1], token):
            return False
        return following.capital or not following.is_word
    if token.form == QUOTED and following.capital and quotations[token.quotation].ends_sentence(text):
        words = word_lists()
        if following.form == QUOTED:
            return _leads_up(tokens, at)
        return following.form in words["grammar.openers"] or following.form in words["grammar.openers_en"]
    return False


def _leads_up(tokens: Sequence[Token], at: int) -> bool:
    """Whether words of the same sentence stand before the quotation at *at*, so that it ends with that."""
    return at > 0 and (tokens[at - 1].is_word or tokens[at - 1].form == ":")


def _abbreviates(word: Token, stop: Token) -> bool:
    if word.end != stop.start:
        return False
    return word.form in word_lists()["grammar.abbreviations"] or (word.capital and word.end - word.start == 1)


def _sentence(tokens: Sequence[Token], paragraph: int) -> Sentence:
    first = 0
    while first < len(tokens) - 1 and tokens[first].form in ("–", "—", "-", ".", "•", "*", "·", "#"):
        first += 1
    return Sentence(tuple(tokens), paragraph, first)
