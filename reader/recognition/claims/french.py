"""The claims of a French article: sentence by sentence, in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Claim, ClaimStatus, Span
from reader.recognition.claims.attribution import attribute
from reader.recognition.claims.clauses import has_finite, is_infinitive, trim
from reader.recognition.claims.conditional.hearsay import Rumour, rumours
from reader.recognition.claims.descriptions import Descriptions
from reader.recognition.claims.dialogue import with_dialogue
from reader.recognition.claims.hedges import hedges
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import names_of
from reader.recognition.claims.phrases.following import phrase_after
from reader.recognition.claims.quotes import Quotation, quotations
from reader.recognition.claims.regions import Attribution, Manner, Region
from reader.recognition.claims.sentences import Sentence, sentences
from reader.recognition.claims.sources.resolver import Resolver
from reader.recognition.claims.terms import is_name, is_term
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Article, Entity
    from reader.recognition.claims.phrases.phrase import Phrase
    from reader.recognition.claims.sources.source import Source
    from reader.recognition.claims.tokens import Token

RECOGNISER = "claims"
_JOINING = frozenset((",", "et", "ou", "encore", "puis", "l'", "la", "le"))
MOSTLY = 0.75
"""Share of a clause in quotation marks from which only the quotation counts."""


def french_claims(article: Article, entities: Sequence[Entity]) -> list[Claim]:
    """The claims of *article* in text order."""
    return sorted(_Article(article, entities).claims(), key=lambda one: (one.span.start, -one.span.end))


class _Article:
    def __init__(self, article: Article, entities: Sequence[Entity]) -> None:
        self.text = article.text
        self.quotations = with_dialogue(self.text, quotations(self.text))
        self.sentences = sentences(self.text, self.quotations)
        names = names_of(self.text, entities, self.sentences)
        date = article.reference.date if article.reference else ""
        year = int(date[:4]) if date[:4].isdigit() else None
        self.resolver = Resolver(self.text, names, Descriptions(self.sentences, names, year))

    def claims(self) -> Iterator[Claim]:
        for number, sentence in enumerate(self.sentences):
            if len(sentence.tokens) - sentence.first < 2 and sentence.tokens[-1].form != QUOTED:
                continue
            attribution = attribute(self.resolver, sentence)
            found = rumours(sentence, attribution.regions)
            yield from self._quotes(sentence, attribution, self._signature(number))
            yield from self._rumours(sentence, attribution, found)
            yield from self._reports(sentence, attribution, found)
            for hedge in hedges(sentence, attribution.regions):
                if all(one.verb != hedge.cue.start for one in found) and not _inside(hedge.cue, found):
                    yield self._claim(sentence.tokens, hedge.clause, ClaimStatus.HEDGE, None, hedge.cue, 0.75)

    def _signature(self, number: int) -> Source | None:
        """Who signs a quotation that is a paragraph of its own: ``— Anne Leduc, pilote`` below it."""
        if number + 1 >= len(self.sentences):
            return None
        sentence, below = self.sentences[number], self.sentences[number + 1]
        alone = not any(token.is_word for token in sentence.tokens)
        if not alone or below.paragraph != sentence.paragraph + 1 or below.first == 0:
            return None
        if below.tokens[below.first - 1].form not in ("–", "—"):
            return None
        phrase = phrase_after(below.tokens, self.resolver.names, below.first, len(below.tokens))
        return self.resolver.resolve(below.tokens, phrase)

    def _quotes(
        self, sentence: Sentence, attribution: Attribution, signature: Source | None
    ) -> Iterator[Claim]:
        named: list[int] = []
        for words in attribution.words:
            token = sentence.tokens[words.token]
            quotation = self.quotations[token.quotation]
            source, sure = signature or words.source, words.sure
            if source is None and self._stands_alone(sentence, quotation):
                source = self.resolver.discourse.last_speaker()
            if source is not None and source.name == quotation.inner.of(self.text):
                continue
            joined = bool(named) and _is_joined(sentence, named[-1], words.token)
            if joined or is_name(sentence, words.token, quotation, self.text):
                named.append(words.token)
                continue
            if is_term(sentence, words.token, quotation, self.text, source is not None, sure):
                continue
            self.resolver.discourse.speaker = source or self.resolver.discourse.speaker
            yield Claim(
                quotation.inner,
                quotation.inner.of(self.text),
                ClaimStatus.QUOTE,
                source.name if source else None,
                _span(sentence.tokens, words.cue) if words.cue else None,
                0.95 if sure and source else 0.7 if source else 0.5,
                RECOGNISER,
            )

    def _stands_alone(self, sentence: Sentence, quotation: Quotation) -> bool:
        """Whether the quotation is a sentence of its own or at least several words."""
        outside = sum(token.is_word for token in sentence.tokens)
        return outside <= 2 and (quotation.words(self.text) >= 4 or outside == 0)

    def _rumours(
        self, sentence: Sentence, attribution: Attribution, found: Sequence[Rumour]
    ) -> Iterator[Claim]:
        for rumour in found:
            region = _region_of(rumour.verb, attribution.regions)
            source = region.source if region else None
            clause = _trimmed(sentence.tokens, rumour.clause)
            yield self._claim(
                sentence.tokens, clause, ClaimStatus.CONDITIONAL, source, rumour.cue, 0.85 if region else 0.75
            )

    def _reports(
        self, sentence: Sentence, attribution: Attribution, found: Sequence[Rumour]
    ) -> Iterator[Claim]:
        tokens = sentence.tokens
        for region in attribution.regions:
            if region.manner is Manner.SILENT:
                continue
            start, end = region.start, region.end
            inside = [one for one in found if start <= one.verb < end]
            if inside:
                end = min(end, inside[0].clause.start)
                start, end = trim(tokens, start, end)
                while end > start and tokens[end - 1].form in ("et", "mais", "que", "qu'", ","):
                    end -= 1
                if end - start < 3 or not has_finite(tokens, start, end):
                    continue
            if self._is_quoted(tokens, start, end):
                continue
            score = 0.6 if region.manner is Manner.NOUN else 0.9 if region.source else 0.7
            yield self._claim(
                tokens, type(region.cue)(start, end), ClaimStatus.INDIRECT, region.source, region.cue, score
            )

    def _is_quoted(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether the clause stands in quotation marks but for its edges."""
        quoted = [token for token in tokens[start:end] if token.form == QUOTED]
        if not quoted:
            return False
        length = tokens[end - 1].end - tokens[start].start
        share = sum(token.end - token.start for token in quoted) / max(1, length)
        if share >= MOSTLY:
            return not has_finite(tokens, start, end)
        if _opens_with_infinitive(tokens, start, end):
            return False
        outside = sum(token.is_word for token in tokens[start:end])
        return outside < 2 or (not has_finite(tokens, start, end) and share >= 0.4)

    def _claim(
        self,
        tokens: Sequence[Token],
        clause: Phrase,
        status: ClaimStatus,
        source: Source | None,
        cue: Phrase,
        score: float,
    ) -> Claim:
        span = _span(tokens, clause)
        return Claim(
            span,
            span.of(self.text),
            status,
            source.name if source else None,
            _span(tokens, cue),
            score,
            RECOGNISER,
        )


def _opens_with_infinitive(tokens: Sequence[Token], start: int, end: int) -> bool:
    """``avoir vu``, ``n'avoir rien vu``, ``ne pas y être``."""
    words = lexicon()
    passed = words["grammar.clitics"] | words["grammar.negations"]
    while start < end - 1 and tokens[start].form in passed:
        start += 1
    return is_infinitive(tokens[start].form)


def _span(tokens: Sequence[Token], phrase: Phrase) -> Span:
    return Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)


def _trimmed(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    return type(phrase)(*trim(tokens, phrase.start, phrase.end))


def _is_joined(sentence: Sentence, term: int, at: int) -> bool:
    """Whether nothing but a comma or a conjunction parts the quotation at *at* from the one at *term*."""
    between = [token.form for token in sentence.tokens[term + 1 : at]]
    return len(between) <= 2 and all(form in _JOINING for form in between)


def _inside(cue: Phrase, found: Sequence[Rumour]) -> bool:
    return any(one.clause.start <= cue.start < one.clause.end for one in found)


def _region_of(at: int, regions: Sequence[Region]) -> Region | None:
    """The stretch that answers for the word at *at*: the innermost with a source."""
    inside = [one for one in regions if one.start <= at < one.end and one.manner is not Manner.SILENT]
    named = [one for one in inside if one.source is not None]
    return min(named or inside, key=lambda one: one.end - one.start, default=None)
