"""From a noun phrase or a pronoun to who speaks, with what the article said before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import Name, NameKind
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.descriptions import Descriptions
    from reader.recognition.claims.names import Names
    from reader.recognition.claims.phrases import Phrase
    from reader.recognition.claims.tokens import Token

LONGEST = 90
"""Characters of a source given in the text's own words."""
_INDIRECT = frozenset(
    ("de", "d'", "du", "des", "par", "à", "avec", "contre", "sur", "pour", "chez", "et", "au", "aux")
)
MASCULINE = frozenset(
    (
        "il",
        "ils",
        "lui",
        "eux",
        "-il",
        "-ils",
        "-t-il",
        "-t-ils",
        "celui-ci",
        "ceux-ci",
        "lui-même",
        "eux-mêmes",
    )
)
FEMININE = frozenset(
    ("elle", "elles", "-elle", "-elles", "-t-elle", "-t-elles", "celle-ci", "celles-ci", "elle-même")
)
PLURAL = frozenset(
    ("ils", "elles", "eux", "-ils", "-elles", "-t-ils", "-t-elles", "ceux-ci", "celles-ci", "eux-mêmes")
)
PRONOUNS = MASCULINE | FEMININE | {"qui"}


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who may speak."""

    name: str
    """Canonical name, or the text's own words."""
    kind: NameKind
    named: bool = True
    agent: bool = True
    """Whether it can speak at all: a person, a body, a medium, a document."""
    plural: bool = False
    feminine: bool | None = None


class Discourse:
    """Who was last spoken of, for pronouns; changes as the sentences go by."""

    def __init__(self) -> None:
        self.recent: list[Source] = []
        """Subjects and sources, the latest last."""
        self.speaker: Source | None = None
        """Of the last quotation or report."""
        self.announced: Source | None = None
        """Whoever the sentence before ended by announcing, with a colon."""
        self.genders: dict[str, bool] = {}

    def remember(self, source: Source | None) -> None:
        """*source* was the subject or the speaker of something."""
        if source is None or not source.agent:
            return
        source = self.gendered(source)
        if self.recent and self.recent[-1].name == source.name:
            self.recent[-1] = source
            return
        self.recent.append(source)
        del self.recent[:-12]

    def last_speaker(self) -> Source | None:
        """Who goes on speaking where nothing says it: the last speaker, a person rather than a document."""
        person = next((one for one in reversed(self.recent[-3:]) if one.kind is NameKind.PERSON), None)
        return person or self.speaker

    def gendered(self, source: Source) -> Source:
        """*source* with the gender the article has shown."""
        if source.feminine is None:
            return replace(source, feminine=self.genders.get(source.name))
        if source.named:
            self.genders.setdefault(source.name, source.feminine)
        return source

    def antecedent(self, pronoun: str) -> Source | None:
        """Whom *pronoun* means, among those spoken of."""
        plural = pronoun in PLURAL
        feminine = True if pronoun in FEMININE else False if pronoun in MASCULINE else None
        fallback: Source | None = None
        for source in reversed(self.recent):
            source = self.gendered(source)
            if source.plural is not plural:
                continue
            if feminine is None or source.feminine is None or source.feminine is feminine:
                if source.kind is NameKind.PERSON or (feminine is not False or source.feminine is False):
                    self.learn(source, feminine)
                    return source
                if source.kind is NameKind.BODY:
                    fallback = fallback or source
        return fallback

    def learn(self, source: Source, feminine: bool | None) -> None:
        """A pronoun has shown the gender of *source*."""
        if feminine is not None and source.named and source.kind is NameKind.PERSON:
            self.genders.setdefault(source.name, feminine)


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
        if first in ("on", "je", "j'", "nous", "vous", "ce", "cela", "ça", "tu"):
            return None
        if first == "lui" and phrase.end - phrase.start <= 2:
            return self.pronoun(tokens, phrase.start)
        return self._named(tokens, phrase) or self._described(tokens, phrase)

    def pronoun(self, tokens: Sequence[Token], at: int) -> Source | None:
        """Whom the pronoun at *at* means: somebody earlier in the sentence, else in the article."""
        form = tokens[at].form
        if form == "qui":
            return None
        return self.in_sentence(tokens, at, form) or self.discourse.antecedent(form)

    def in_sentence(self, tokens: Sequence[Token], end: int, form: str) -> Source | None:
        """The person named before the pronoun *form* at *end*, who is not in a complement."""
        if form in PLURAL or end <= 0:
            return None
        feminine = form in FEMININE
        quoted = [token for token in tokens[:end] if token.form == QUOTED]
        for name in self.names.within(tokens[0].start, tokens[end].start):
            if name.kind is not NameKind.PERSON or any(one.start < name.start < one.end for one in quoted):
                continue
            if self._before(tokens, name) in _INDIRECT:
                continue
            source = self.discourse.gendered(self.person(name))
            if source.feminine is None or source.feminine is feminine:
                self.discourse.learn(source, feminine)
                return source
        return None

    def person(self, name: Name) -> Source:
        """The source behind *name*, with its gender if a title or first name shows it."""
        return Source(name.canonical, name.kind, feminine=self.descriptions.gender(name))

    def _before(self, tokens: Sequence[Token], name: Name) -> str:
        before = ""
        for token in tokens:
            if token.start >= name.start:
                break
            before = token.form
        return before

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
        if before[-1:] and before[-1] in _INDIRECT:
            return False
        if _INDIRECT.isdisjoint(before[1:]) or before[-1] == ",":
            return True
        return any(form in words["nouns.person"] for form in before[:4])

    def _heads(self, part: Sequence[Token], name: Name) -> bool:
        """Whether *name* is what the phrase is about: all of it, or after ``la chaîne américaine``."""
        words = lexicon()
        before = [token.form for token in part if token.end <= name.start]
        if before[1:] and not _INDIRECT.isdisjoint(before[1:]):
            return False
        content = [form for form in before if form not in words["grammar.determiners"]]
        if content:
            return len(content) <= 3 and name.kind is not NameKind.PLACE
        after = [token.form for token in part if token.start >= name.end]
        return not after or after[0] != "et"

    def _described(self, tokens: Sequence[Token], phrase: Phrase) -> Source | None:
        words = lexicon()
        part = tokens[phrase.start : self._core_end(tokens, phrase)]
        first = part[0].form
        content = [
            token for token in part if token.form not in words["grammar.determiners"] and token.is_word
        ]
        if not content and first not in words["grammar.quantities"]:
            return None
        head = content[0].form if content else ""
        if first in ("le", "la", "l'", "ce", "cet", "cette", "les", "ces"):
            known = self.descriptions.lookup(part)
            if known is not None:
                return self.person(known)
            medium = self._medium(part)
            if medium is not None:
                return medium
        plural = first in (
            "les",
            "des",
            "ces",
            "certains",
            "certaines",
            "plusieurs",
            "d'autres",
            "ses",
            "leurs",
            "beaucoup",
            "deux",
            "trois",
        )
        return Source(
            self.words_of(part),
            self.kind_of(part),
            named=False,
            agent=self.speaks(part),
            plural=plural,
            feminine=_feminine(first) if head else None,
        )

    def _core_end(self, tokens: Sequence[Token], phrase: Phrase) -> int:
        """Where the phrase ends without its adverbials: ``le maire [en visite à Lyon]``."""
        words = lexicon()
        for at in range(phrase.start + 2, phrase.end):
            form = tokens[at].form
            joint = form in ("de", "d'", "du", "des", "et", "tout", "près", "proche", "comme")
            if form in words["grammar.prepositions"] and not joint:
                titled = form in ("à", "au", "aux", "en", "pour") and (
                    tokens[at - 1].form in words["nouns.person"]
                    or any(token.capital for token in tokens[phrase.start : phrase.start + 2])
                )
                if not titled and form not in ("sur", "contre", "entre", "sans"):
                    return at
            if form in ("se", "s'") or (form.endswith("ant") and form in words.verbs):
                return at
        return phrase.end

    def _medium(self, part: Sequence[Token]) -> Source | None:
        """``le média``, ``le journal`` alone: the last medium or body that spoke."""
        words = lexicon()
        content = [token.form for token in part if token.form not in words["grammar.determiners"]]
        if len(content) > 2 or content[0] not in words["nouns.media"]:
            return None
        for source in reversed(self.discourse.recent):
            if source.named and source.kind in (NameKind.BODY, NameKind.OTHER):
                return source
        return None

    def speaks(self, part: Sequence[Token]) -> bool:
        """Whether the phrase's head can speak."""
        words = lexicon()
        for token in part[:5]:
            if token.form in _INDIRECT:
                break
            if any(token.form in words[f"nouns.{kind}"] for kind in ("person", "people", "body", "media")):
                return True
        return False

    def kind_of(self, part: Sequence[Token]) -> NameKind:
        words = lexicon()
        forms = [token.form for token in part[:5]]
        if any(form in words["nouns.person"] for form in forms):
            return NameKind.PERSON
        return (
            NameKind.BODY
            if any(form in words["nouns.body"] | words["nouns.media"] for form in forms)
            else NameKind.OTHER
        )

    def words_of(self, part: Sequence[Token]) -> str:
        """The phrase in the text's own words, its capital article in lower case, its tail cut."""
        words = lexicon()
        end = 1
        while end < len(part):
            form = part[end].form
            if (
                form in (",", QUOTED, "(", "dont", "qui", "dirigé", "dirigée")
                or part[end].end - part[0].start > LONGEST
            ):
                break
            end += 1
        text = " ".join(self.text[part[0].start : part[end - 1].end].split())
        if part[0].capital and (part[0].form in words["grammar.determiners"] or part[0].form in ("de", "d'")):
            text = text[0].lower() + text[1:]
        return text


def _feminine(determiner: str) -> bool | None:
    if determiner in ("la", "une", "cette"):
        return True
    return False if determiner in ("le", "un", "ce", "cet") else None
