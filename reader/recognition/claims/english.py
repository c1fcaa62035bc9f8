"""The claims of an English article, at a plain level: quotations, ``X said that P``, ``according to X``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.model import Claim, ClaimStatus, Span
from reader.recognition.claims.clauses import sentence_end, trim
from reader.recognition.claims.lexicon import load_words
from reader.recognition.claims.names import NameKind, Names, names_of
from reader.recognition.claims.quotes import quotations
from reader.recognition.claims.sentences import Sentence, sentences
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.model import Article, Entity
    from reader.recognition.claims.quotes import Quotation

REACH = 16
"""Tokens between a name and its verb at most."""
SHORT = 3
"""Words up to which a quotation needs a speaker to count."""


def english_claims(article: Article, entities: Sequence[Entity]) -> list[Claim]:
    """The claims of *article* in text order."""
    found = quotations(article.text)
    rows = sentences(article.text, found)
    names = names_of(article.text, entities, rows)
    speaker: str | None = None
    claims: list[Claim] = []
    for row in rows:
        reading = _Reading(article.text, row, found, names, speaker)
        claims += reading.claims()
        speaker = reading.speaker
    return sorted(claims, key=lambda one: (one.span.start, -one.span.end))


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return load_words("english")


class _Reading:
    """One sentence and who spoke before it."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        found: Sequence[Quotation],
        names: Names,
        speaker: str | None,
    ) -> None:
        self.text = text
        self.tokens = sentence.tokens
        self.first = sentence.first
        self.end = sentence_end(sentence.tokens)
        self.quotations = found
        self.names = names
        self.speaker = speaker

    def claims(self) -> Iterator[Claim]:
        """Reports first, then the quotations with the speaker the reports gave."""
        source: str | None = None
        cue: tuple[int, int] | None = None
        for at in range(self.first, self.end):
            form = self.tokens[at].form
            if form == "according" and self._form(at + 1) == "to":
                source, cue = self._source_after(at + 2), (at, at + 2)
                yield from self._beside(at, source, cue)
            elif form in _words()["say"] or form in _words()["voice"]:
                source, cue = self._subject(at), (at, at + 1)
                if form in _words()["say"]:
                    yield from self._report(at, source, cue)
        self.speaker = source or self.speaker
        yield from self._quotes(source, cue)

    def _form(self, at: int) -> str:
        return self.tokens[at].form if self.first <= at < self.end else ""

    def _subject(self, verb: int) -> str | None:
        """Who stands before the verb, or after it in an incise."""
        before = verb - 1
        if self._form(before) in (",", QUOTED) or before < self.first:
            return self._source_after(verb + 1)
        if self._form(before) in _words()["pronouns"]:
            return self.speaker
        start = before
        while (
            start > self.first
            and before - start < REACH
            and self._form(start - 1) not in (",", ";", ":", QUOTED)
        ):
            if self._form(start - 1) in ("that", "and", "but", "while"):
                break
            start -= 1
        return self._name(start, verb) or self._apposed(start) or self._wording(start, verb)

    def _apposed(self, start: int) -> str | None:
        """``Jane Doe, a spokeswoman, said``: the name before the comma."""
        if self._form(start - 1) != ",":
            return None
        return self._name(max(self.first, start - 8), start)

    def _name(self, start: int, end: int) -> str | None:
        inside = self.names.within(self.tokens[start].start, self.tokens[end - 1].end)
        people = [name for name in inside if name.kind is NameKind.PERSON]
        return (people or inside)[-1].canonical if inside else None

    def _wording(self, start: int, end: int) -> str | None:
        if self._form(start) not in _words()["determiners"]:
            return None
        text = self.text[self.tokens[start].start : self.tokens[end - 1].end]
        return " ".join((text[0].lower() + text[1:]).split())[:80]

    def _source_after(self, start: int) -> str | None:
        if start >= self.end:
            return None
        if self._form(start) in _words()["pronouns"]:
            return self.speaker
        end = start + 1
        while end < self.end and end - start < REACH and self._form(end) not in (",", ";", ":", QUOTED):
            if self._form(end) in _words()["breaks"]:
                break
            end += 1
        return self._name(start, end) or self._wording(start, end)

    def _report(self, verb: int, source: str | None, cue: tuple[int, int]) -> Iterator[Claim]:
        following = self._form(verb + 1)
        if self._form(verb - 1) == "," or self._form(verb + 1) == "" or verb == self.end - 1:
            if source is not None and not self._quoted(self.first, verb):
                stop = verb - 1
                while stop > self.first and self._form(stop) != ",":
                    stop -= 1
                yield from self._indirect(self.first, stop, source, cue)
            return
        that = next(
            (at for at in range(verb + 1, min(self.end, verb + REACH)) if self._form(at) == "that"), -1
        )
        plain = (
            following in _words()["determiners"] or following in _words()["pronouns"] or following == "there"
        )
        if that > 0 and not self._quoted(verb, that):
            yield from self._indirect(that + 1, self.end, source, cue)
        elif plain and any(self._form(at) in _words()["auxiliaries"] for at in range(verb + 1, self.end)):
            yield from self._indirect(verb + 1, self.end, source, cue)

    def _beside(self, at: int, source: str | None, cue: tuple[int, int]) -> Iterator[Claim]:
        """What stands beside ``according to X``."""
        if source is None:
            return
        if at == self.first:
            comma = next((one for one in range(at, self.end) if self._form(one) == ","), self.end)
            yield from self._indirect(comma + 1, self.end, source, cue)
        else:
            yield from self._indirect(self.first, at, source, cue)

    def _quoted(self, start: int, end: int) -> bool:
        return any(token.form == QUOTED for token in self.tokens[start:end])

    def _indirect(self, start: int, end: int, source: str | None, cue: tuple[int, int]) -> Iterator[Claim]:
        start, end = trim(self.tokens, start, min(end, self.end))
        if end - start >= SHORT:
            span = Span(self.tokens[start].start, self.tokens[end - 1].end)
            yield Claim(span, span.of(self.text), ClaimStatus.INDIRECT, source, self._cue(cue), 0.7, "claims")

    def _quotes(self, source: str | None, cue: tuple[int, int] | None) -> Iterator[Claim]:
        alone = not any(token.is_word for token in self.tokens)
        for token in self.tokens:
            if token.form != QUOTED:
                continue
            quotation = self.quotations[token.quotation]
            speaker = source or (self.speaker if alone else None)
            if speaker is None and quotation.words(self.text) <= SHORT:
                continue
            span = quotation.inner
            words = span.of(self.text)
            if words.endswith(","):
                words = words[:-1].rstrip()
                span = Span(span.start, span.start + len(words))
            if not words:
                continue
            yield Claim(
                span,
                words,
                ClaimStatus.QUOTE,
                speaker,
                self._cue(cue) if cue and source else None,
                0.8 if source else 0.5,
                "claims",
            )

    def _cue(self, cue: tuple[int, int]) -> Span:
        return Span(self.tokens[cue[0]].start, self.tokens[cue[1] - 1].end)
