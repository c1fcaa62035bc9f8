"""Who was last spoken of, for pronouns and for words that nobody is said to have spoken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.recognition.claims.names import NameKind
from reader.recognition.claims.sources.pronouns import FEMININE, MASCULINE, PLURAL

if TYPE_CHECKING:
    from reader.recognition.claims.sources.source import Source

KEPT = 12
"""Sources kept in mind."""


class Discourse:
    """Who was last spoken of, for pronouns; changes as the sentences go by."""

    def __init__(self) -> None:
        self.recent: list[Source] = []
        """Subjects and sources, the latest last."""
        self.speaker: Source | None = None
        """Of the last quotation or report."""
        self.subject: Source | None = None
        """Whom the sentence being read is about."""
        self.subject_at = 0
        """Where that is said, an offset."""
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
        del self.recent[:-KEPT]

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

    def antecedent(self, pronoun: str, at: int = 0) -> Source | None:
        """Whom *pronoun* at the offset *at* means: who the sentence is about, else somebody spoken of."""
        plural = pronoun in PLURAL
        subject = self.subject
        feminine = True if pronoun in FEMININE else False if pronoun in MASCULINE else None
        if subject is not None and self.subject_at < at and subject.agent and subject.plural is plural:
            subject = self.gendered(subject)
            if subject.feminine is None or subject.feminine is feminine:
                return subject
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
