"""Names for the noun phrases and pronouns of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import Name, NameKind
from reader.recognition.claims.sources import wording
from reader.recognition.claims.sources.discourse import Discourse
from reader.recognition.claims.sources.pronouns import FEMININE, PLURAL, PRONOUNS, is_latter
from reader.recognition.claims.sources.source import Source
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.descriptions import Descriptions
    from reader.recognition.claims.names import Names
    from reader.recognition.claims.phrases.phrase import Phrase
    from reader.recognition.claims.tokens import Token

_NOBODY = frozenset(("on", "je", "j'", "nous", "vous", "ce", "cela", "ça", "tu"))
LATTER = 400
"""Characters before ``ce dernier`` in which its name is sought."""
_CONCERNED = {"intéressé": "il", "intéressée": "elle", "intéressés": "ils", "intéressées": "elles"}
_DEFINITE = frozenset(("le", "la", "l'", "ce", "cet", "cette", "les", "ces"))


class Resolver:
    """Names for the noun phrases of one article."""

    def __init__(self, text: str, names: Names, descriptions: Descriptions) -> None:
        self.text = text
        self.names = names
        self.descriptions = descriptions
        self.discourse = Discourse()

    def resolve(self, tokens: Sequence[Token], phrase: Phrase | None) -> Source | None:
        """Who is meant by *phrase*; None where nobody can be."""
        if phrase is None or phrase.start >= phrase.end:
            return None
        first = tokens[phrase.start].form
        if phrase.end - phrase.start == 1 and first in PRONOUNS:
            return self.pronoun(tokens, phrase.start)
        if is_latter(tokens, phrase.start):
            return self._latter(tokens, phrase.start)
        if first in _NOBODY:
            return None
        if first == "lui" and phrase.end - phrase.start <= 2:
            return self.pronoun(tokens, phrase.start)
        return self._named(tokens, phrase) or self._described(tokens, phrase)

    def pronoun(self, tokens: Sequence[Token], at: int) -> Source | None:
        """Whom the pronoun at *at* means: somebody earlier in the sentence, else in the article."""
        form = tokens[at].form
        if form == "qui":
            return None
        return self.in_sentence(tokens, at, form) or self.discourse.antecedent(form, tokens[at].start)

    def in_sentence(self, tokens: Sequence[Token], end: int, form: str) -> Source | None:
        """The person named before the pronoun *form* at *end*, who is not in a complement."""
        if form in PLURAL or end <= 0:
            return None
        feminine = form in FEMININE
        quoted = [token for token in tokens[:end] if token.form == QUOTED]
        for name in self.names.within(tokens[0].start, tokens[end].start):
            if name.kind is not NameKind.PERSON or any(one.start < name.start < one.end for one in quoted):
                continue
            if self._is_complement(tokens, name):
                continue
            source = self.discourse.gendered(self.person(name))
            if source.feminine is None or source.feminine is feminine:
                self.discourse.learn(source, feminine)
                return source
        return None

    def _latter(self, tokens: Sequence[Token], at: int) -> Source | None:
        """Whom ``ce dernier`` at *at* means: the name right before it, of its gender."""
        word = tokens[at + 1].form
        if word.endswith("s"):
            return self.discourse.antecedent("elles" if word == "dernières" else "ils")
        feminine = word == "dernière"
        place = tokens[at].start
        for name in reversed(self.names.within(max(0, place - LATTER), place)):
            if name.kind in (NameKind.PERSON, NameKind.BODY):
                source = self.discourse.gendered(self.person(name))
                unknown = source.feminine is None and name.kind is NameKind.PERSON
                if unknown or source.feminine is feminine:
                    return source
        return self.discourse.antecedent("elle" if feminine else "il")

    def person(self, name: Name) -> Source:
        """The source behind *name*, with its gender if a title or first name shows it."""
        return Source(name.canonical, name.kind, feminine=self.descriptions.gender(name))

    def _is_complement(self, tokens: Sequence[Token], name: Name) -> bool:
        """Whether *name*, or the title that leads up to it, stands after a preposition."""
        at = next((at for at, token in enumerate(tokens) if token.start >= name.start), len(tokens))
        before = tokens[at - 1].form if at else ""
        if before in wording.COMPLEMENTS:
            return True
        people = lexicon()["nouns.person"]
        for back in range(at - 1, max(0, at - wording.HEAD - 1), -1):
            if not tokens[back].is_word:
                return False
            if tokens[back].form in people:
                fused = tokens[back - 1].form in ("du", "au", "aux", "des")
                return fused or tokens[back - 2].form in ("de", "d'")
        return False

    def _named(self, tokens: Sequence[Token], phrase: Phrase) -> Source | None:
        part = tokens[phrase.start : phrase.end]
        inside = self.names.within(part[0].start, part[-1].end)
        for name in inside:
            if name.kind is NameKind.PERSON and self._is_meant(part, name):
                return self.person(name)
        for name in inside:
            if self._heads(part, name):
                feminine = self.descriptions.gender(name)
                return Source(name.canonical, name.kind, feminine=feminine)
        return None

    def _is_meant(self, part: Sequence[Token], name: Name) -> bool:
        """Whether the person is what the phrase is about, not part of a complement."""
        if name.start == part[0].start:
            return True
        words = lexicon()
        before = [token.form for token in part if token.end <= name.start]
        if before[-1:] and before[-1] in wording.COMPLEMENTS:
            return False
        if wording.COMPLEMENTS.isdisjoint(before[1:]) or before[-1] == ",":
            return True
        return any(form in words["nouns.person"] for form in before[:4])

    def _heads(self, part: Sequence[Token], name: Name) -> bool:
        """Whether *name* is what the phrase is about: all of it, or after ``la chaîne américaine``."""
        words = lexicon()
        before = [token.form for token in part if token.end <= name.start]
        if before[1:] and not wording.COMPLEMENTS.isdisjoint(before[1:]):
            return False
        content = [form for form in before if form not in words["grammar.determiners"]]
        if content:
            of_person = any(form in words["nouns.person"] for form in content)
            return len(content) <= 3 and name.kind is not NameKind.PLACE and not of_person
        after = [token.form for token in part if token.start >= name.end]
        return not after or after[0] != "et"

    def _described(self, tokens: Sequence[Token], phrase: Phrase) -> Source | None:
        """Who a phrase without a name means: somebody known, else the phrase's own words."""
        words = lexicon()
        part = tokens[phrase.start : wording.core_end(tokens, phrase)]
        first = part[0].form
        head = next((token.form for token in part if token.form not in words["grammar.determiners"]), "")
        if head in ("intéressé", "intéressée", "intéressés", "intéressées"):
            return self.discourse.antecedent(_CONCERNED[head])
        content = [
            token for token in part if token.form not in words["grammar.determiners"] and token.is_word
        ]
        if not content and first not in words["grammar.quantities"]:
            return None
        if first in ("pas", "jamais", "guère"):
            return None
        known = self._known(part) if first in _DEFINITE else None
        return known or Source(
            wording.words_of(self.text, part),
            wording.kind_of(part),
            named=False,
            agent=wording.speaks(part),
            plural=wording.is_plural(first),
            feminine=wording.is_feminine(first, content[0].form) if content else None,
        )

    def _known(self, part: Sequence[Token]) -> Source | None:
        """Whom the definite phrase *part* takes up: somebody so described, or the last medium."""
        name = self.descriptions.lookup(part)
        return self.person(name) if name is not None else self._medium(part) or self._spoken_of(part)

    def _spoken_of(self, part: Sequence[Token]) -> Source | None:
        """``le ministère``, ``les autorités`` alone: the same body or group that spoke before, in full."""
        determiners = lexicon()["grammar.determiners"]
        content = [token.form for token in part if token.form not in determiners]
        if len(content) != 1 or not wording.speaks(part):
            return None
        plural = wording.is_plural(part[0].form)
        for source in reversed(self.discourse.recent):
            words = source.name.lower().replace("'", "' ").split()
            fuller = len(words) > 2 and words[0] in determiners and words[1] == content[0]
            group = plural or source.kind is NameKind.BODY
            if fuller and group and not source.named and source.plural is plural:
                return source
        return None

    def _medium(self, part: Sequence[Token]) -> Source | None:
        """``le média``, ``le journal`` alone: the last medium or body that spoke."""
        words = lexicon()
        content = [token.form for token in part if token.form not in words["grammar.determiners"]]
        if wording.is_plural(part[0].form):
            return None
        if len(content) > 2 or content[0] not in words["nouns.media"]:
            return None
        for source in reversed(self.discourse.recent):
            if source.named and source.kind in (NameKind.BODY, NameKind.OTHER):
                return source
        return None
