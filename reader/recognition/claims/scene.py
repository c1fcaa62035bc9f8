"""One sentence on the table: its tokens, verbs, names, and what has been attributed in it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import sentence_end, trim
from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.regions import Manner, Region, Words
from reader.recognition.claims.sources.source import Source
from reader.recognition.claims.tokens import QUOTED
from reader.recognition.claims.verbs.groups import verb_groups

if TYPE_CHECKING:
    from reader.recognition.claims.phrases.phrase import Phrase
    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.sources.resolver import Resolver

_RESUMING = frozenset((",", "tout", "et", "puis", "mais", QUOTED))
_SPEAKING = ("say", "opinion", "voice")
_JOINTS = frozenset(("tout", "en", ",", "et", "puis", "mais", "toujours"))
_REPORTING_CLITICS = frozenset(("s'", "se", "l'"))

_BEFORE_NAME = frozenset(("", "le", "la", "les", "l'", "selon", "d'après", "que", "qu'", "et"))
NAME = 5
"""Words that a name in quotation marks has fewer than."""


class Scene:
    """The working state of one sentence."""

    def __init__(self, resolver: Resolver, sentence: Sentence) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self.tokens = sentence.tokens
        self.first = sentence.first
        self.end = sentence_end(sentence.tokens)
        self.groups = verb_groups(sentence)
        self.regions: list[Region] = []
        self.words: dict[int, Words] = {}
        """Quotations whose speaker is known, by the place of their token."""
        self.subjects: dict[int, Source | None] = {}
        """Subjects of the groups read so far, by their place in ``groups``."""
        self.subject: Source | None = None
        """Who the sentence is about, if that can speak."""
        self.topic: Source | None = None
        """What the sentence is about, whatever it is."""
        self.topic_at = 0
        """Where that is said, an offset."""

    def form(self, at: int) -> str:
        """The word at *at*; empty outside the sentence."""
        return self.tokens[at].form if self.first <= at < len(self.tokens) else ""

    def add(
        self,
        start: int,
        end: int,
        manner: Manner,
        source: Source | None,
        cue: Phrase,
        tense: Mood = Mood.PRESENT,
        opinion: bool = False,
    ) -> None:
        """Notes that *source* vouches for the tokens from *start* to *end*, marks at the ends aside."""
        start, end = trim(self.tokens, start, end)
        if start < end:
            self.regions = [
                one for one in self.regions if (one.start, one.end, one.manner) != (start, end, manner)
            ]
            self.regions.append(Region(start, end, manner, source, cue, tense, opinion))

    def has_quotation(self, start: int, end: int) -> bool:
        return any(token.form == QUOTED for token in self.tokens[start:end])

    def quoted_name(self, at: int) -> Source | None:
        """The medium or group whose name stands in quotation marks at *at*: ``« Quotidien » affirme``."""
        if self.form(at) != QUOTED or not self.tokens[at].capital:
            return None
        if self.form(at - 1) not in _BEFORE_NAME:
            return None
        name = self.resolver.text[self.tokens[at].start : self.tokens[at].end].strip(
            '«»“”„"‹›<> \u00a0\u202f'
        )
        if not name or len(name.split(None, NAME)) >= NAME or name[-1] in ".!?…":
            return None
        return Source(name, NameKind.OTHER)

    def clause_end(self, start: int) -> int:
        """Where what is attributed from *start* on ends: a new report, an adversative, the sentence."""
        for at in range(start, self.end):
            form = self.tokens[at].form
            following = self.form(at + 1)
            if form == ";" or (form == ":" and following == QUOTED):
                return at
            if form == "," and (following in ("mais", "tandis") or self._opposes(at + 1)):
                return at
            if form == "," and following == "ce" and self.form(at + 2) in ("qui", "que", "qu'"):
                return at
            if form == "tandis" and at > start:
                return at
            if form in _RESUMING and at > start and self._resumes(at):
                return at + (form == QUOTED)
            if form == "en" and at > start and self._speaks_on(at + 1):
                return at - (self.form(at - 1) == "tout")
            if form == "(" and self._closes_sentence(at):
                return at
        return self.end

    def _speaks_on(self, at: int) -> bool:
        """Whether a gerund of saying or judging stands at *at*: ``en accusant``."""
        return any(
            group.start == at and group.tense is Mood.GERUND and not group.classes.isdisjoint(_SPEAKING)
            for group in self.groups
        )

    def _opposes(self, at: int) -> bool:
        return self.form(at) == "alors" and self.form(at + 1) in ("que", "qu'")

    def _closes_sentence(self, at: int) -> bool:
        """Whether the bracket opened at *at* holds a clause and stands at the end."""
        return (
            self.form(self.end - 1) == ")" and self.form(at + 1) in ("ce", "qui", "dont") and at > self.first
        )

    def _resumes(self, at: int) -> bool:
        """Whether a report begins after *at*: ``, tout en assurant que``, ``, a-t-il ajouté``."""
        place = at + (self.tokens[at].form != "tout")
        while place < self.end and self.tokens[place].form in _JOINTS:
            place += 1
        if self.form(place) in ("selon", "d'après"):
            return True
        for group in self.groups:
            clitic = group.start == place + 1 and self.form(place) in _REPORTING_CLITICS
            if group.start == place or clitic:
                if group.tense is Mood.GERUND:
                    return not group.classes.isdisjoint(("say", "opinion"))
                if group.classes.isdisjoint(("say", "voice")):
                    return "opinion" in group.classes and self.form(group.end) in ("que", "qu'")
                return group.finite
        return False
