"""One English sentence as the rules see it: its words, the names in it, where its clauses divide."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader.model import Claim, Span
from reader.recognition.claims.clauses import sentence_end, trim
from reader.recognition.claims.lexicon import load_words
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import ClaimStatus
    from reader.recognition.claims.names import Name, Names
    from reader.recognition.claims.quotes import Quotation
    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.tokens import Token

FEWEST = 2
"""Words that a reported clause has at least."""
DIVIDING = frozenset((";", ":", "—", "–", "(", ")"))


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The lists of ``english.toml``."""
    return load_words("english")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence, its quotations and names."""

    text: str
    tokens: tuple[Token, ...]
    first: int
    end: int
    """Before the final stop."""
    quotations: Sequence[Quotation]
    names: Names

    def form(self, at: int) -> str:
        """The word there in small letters; empty outside the sentence."""
        return self.tokens[at].form if self.first <= at < self.end else ""

    def is_in(self, at: int, *tables: str) -> bool:
        """Whether the word there stands in one of the lists."""
        form = self.form(at)
        return bool(form) and any(form in words()[table] for table in tables)

    def named(self, start: int, end: int) -> list[Name]:
        """The names that begin among some tokens; not one that owns what follows (*Iran's ministry*)."""
        if start >= end:
            return []
        found = self.names.within(self.tokens[start].start, self.tokens[end - 1].end)
        return [name for name in found if self.text[name.end : name.end + 2] not in ("'s", "’s")]

    def name_at(self, at: int) -> bool:
        """Whether a name begins at a token."""
        return self.first <= at < self.end and self.names.at(self.tokens[at].start) is not None

    def words_of(self, start: int, end: int) -> str:
        """Some tokens as one line."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def has_quotation(self, start: int, end: int) -> bool:
        """Whether one of the tokens is a quotation."""
        return any(token.form == QUOTED for token in self.tokens[start:end])

    def is_clause(self, start: int, end: int) -> bool:
        """Whether a finite verb stands among some tokens, before any comma."""
        for at in range(start, min(end, self.end)):
            form = self.form(at)
            if form in (",", ";", ":", "that"):
                return False
            if at > start and (form in words()["auxiliaries"] or form in words()["finite"]):
                return True
            if at > start and len(form) > 3 and form.endswith("ed") and not self.tokens[at].capital:
                return True
        return False

    def clause_end(self, start: int) -> int:
        """Where the clause that begins at a token ends: before ``, but`` or a semicolon."""
        for at in range(start, self.end):
            if self.form(at) == ";":
                return at
            if self.form(at) == "," and self.form(at + 1) in (
                "but",
                "while",
                "whereas",
                "although",
                "though",
                "yet",
            ):
                return at
        return self.end

    def clause_start(self, at: int) -> int:
        """Where the clause that holds a token begins."""
        for place in range(at - 1, self.first - 1, -1):
            if self.form(place) in DIVIDING or self.form(place) == QUOTED:
                return place + 1
            if self.form(place) in ("but", "whereas") or (
                self.form(place) in ("and", "while", "although", "though", "because")
                and self.form(place - 1) == ","
            ):
                return place + 1
        return self.first

    def claim(
        self,
        start: int,
        end: int,
        status: ClaimStatus,
        source: str | None,
        cue: tuple[int, int] | None,
        score: float,
    ) -> Claim | None:
        """The claim of some tokens without the marks at their ends; None where too little is left."""
        start, end = trim(self.tokens, start, min(end, self.end))
        if end - start < FEWEST:
            return None
        span = Span(self.tokens[start].start, self.tokens[end - 1].end)
        return Claim(span, span.of(self.text), status, source, self.cue(cue), score, "claims")

    def cue(self, cue: tuple[int, int] | None) -> Span | None:
        """The offsets of the words that show a claim."""
        return Span(self.tokens[cue[0]].start, self.tokens[cue[1] - 1].end) if cue else None


def line_of(text: str, sentence: Sentence, quotations: Sequence[Quotation], names: Names) -> Line:
    """The sentence with what its rules need."""
    return Line(text, sentence.tokens, sentence.first, sentence_end(sentence.tokens), quotations, names)
