"""Who says what in one sentence: reported clauses, ``selon X``, incises, and whose words the quotations are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import has_finite, is_finite, sentence_end, trim
from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.phrases import Phrase, phrase_after, subject_before
from reader.recognition.claims.sentences import STOPS
from reader.recognition.claims.tokens import QUOTED, tokenise
from reader.recognition.claims.verbs import VerbGroup, is_adverb, verb_groups

if TYPE_CHECKING:
    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.sources import Resolver, Source

REACH = 28
"""Tokens between a verb and its `que` at most."""


class Manner(Enum):
    """How a stretch of the sentence is attributed."""

    CLAUSE = "clause"
    """After `que`, or an infinitive."""
    HEAD = "head"
    """Beside ``selon X``."""
    INCISE = "incise"
    """Before or around ``, a déclaré X``."""
    NOUN = "noun"
    """A reported noun: ``a annoncé le départ de…``."""
    SILENT = "silent"
    """Attributed or governed, but no claim of its own."""


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens that somebody vouches for."""

    start: int
    end: int
    manner: Manner
    source: Source | None
    cue: Phrase
    tense: Mood = Mood.PRESENT
    opinion: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation's speaker."""

    token: int
    source: Source | None
    cue: Phrase | None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """All that one sentence attributes."""

    regions: tuple[Region, ...]
    words: tuple[Words, ...]
    subject: Source | None
    """Who the sentence is about, if that can speak."""


@cache
def _heads() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word of an attributing phrase to the phrases, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon()["attribution.heads"]:
        forms = tuple(token.form for token in tokenise(phrase, 0, len(phrase)))
        found.setdefault(forms[0], []).append(forms)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


class Reader:
    """Reads the attributions of one sentence after another."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names = resolver.names

    def read(self, sentence: Sentence) -> Attribution:
        """The attributions of *sentence*; the discourse moves on."""
        return _SentenceReader(self.resolver, sentence).read()


class _SentenceReader:
    def __init__(self, resolver: Resolver, sentence: Sentence) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self.tokens = sentence.tokens
        self.first = sentence.first
        self.end = sentence_end(sentence.tokens)
        self.groups = verb_groups(sentence)
        self.regions: list[Region] = []
        self.subjects: dict[int, Source | None] = {}
        """Of each group that has been resolved, by its place in ``groups``."""
        self.linked: dict[int, Words] = {}
        self.subject = self._sentence_subject()

    # --- the whole sentence

    def read(self) -> Attribution:
        self._read_heads()
        for place, group in enumerate(self.groups):
            self._read_group(place, group)
        self._link_quotations()
        self._remember()
        return Attribution(
            tuple(self.regions), tuple(self.linked[at] for at in sorted(self.linked)), self.subject
        )

    def _sentence_subject(self) -> Source | None:
        """The first noun phrase or pronoun after any adverbials."""
        words = lexicon()
        at = self.first
        for _ in range(4):
            if at >= self.end:
                return None
            token = self.tokens[at]
            form = token.form
            if form in words["grammar.subjects"]:
                return self.resolver.pronoun(self.tokens, at)
            if form == "lui" and at + 1 < self.end and self.tokens[at + 1].form == "qui":
                return self.resolver.discourse.antecedent("il")
            starts = self.names.at(token.start) is not None or form in words["grammar.determiners"]
            if starts and form not in ("tout", "tous", "toute"):
                phrase = phrase_after(self.tokens, self.names, at, self.end)
                if phrase is not None and not self._is_adverbial(phrase):
                    source = self.resolver.resolve(self.tokens, phrase)
                    return source if source is not None and source.agent else self._agent(at)
            comma = self._next_comma(at)
            if comma < 0:
                return self._agent(self.first)
            at = comma + 1
        return None

    def _is_adverbial(self, phrase: Phrase) -> bool:
        times = lexicon()["grammar.time_words"]
        return any(token.form in times for token in self.tokens[phrase.start : phrase.start + 4]) and not any(
            token.capital for token in self.tokens[phrase.start + 1 : phrase.end]
        )

    def _next_comma(self, start: int) -> int:
        for at in range(start, min(self.end, start + 30)):
            form = self.tokens[at].form
            if form == ",":
                return at
            if form in (":", ";", QUOTED):
                return -1
            if form in lexicon()["grammar.subjects"] and at > start:
                return at - 1
        return -1

    def _agent(self, start: int) -> Source | None:
        """Whoever a passive names after ``par``."""
        for at in range(start, self.end - 1):
            if self.tokens[at].form == "par":
                phrase = phrase_after(self.tokens, self.names, at + 1, self.end)
                source = self.resolver.resolve(self.tokens, phrase)
                if source is not None and source.agent and source.kind in (NameKind.PERSON, NameKind.BODY):
                    return source
        return None

    def _remember(self) -> None:
        discourse = self.resolver.discourse
        discourse.remember(self.subject)
        said = [one.source for one in self.linked.values() if one.source]
        said += [
            region.source for region in self.regions if region.source and region.manner is not Manner.SILENT
        ]
        for source in said[-1:]:
            discourse.remember(source)
            discourse.speaker = source

    # --- selon X

    def _read_heads(self) -> None:
        at = self.first
        heads = _heads()
        while at < self.end:
            token = self.tokens[at]
            length = 0
            for phrase in heads.get(token.form, ()):
                if tuple(one.form for one in self.tokens[at : at + len(phrase)]) == phrase:
                    length = len(phrase)
                    break
            if length:
                at = self._read_head(at, length)
            elif token.form == "pour" and token.capital and at == self.first:
                at = self._read_pour(at)
            else:
                at += 1

    def _read_head(self, at: int, length: int) -> int:
        words = lexicon()
        start = at + length
        if self.tokens[start - 1].form in ("du", "des", "source", "sources"):
            start -= 1
        if start >= self.end:
            return at + 1
        first = self.tokens[start].form
        if first in words["attribution.not_sources"]:
            return start
        if first in words["attribution.pronouns"]:
            phrase = Phrase(start, start + 1)
            source = self.resolver.pronoun(self.tokens, start)
        else:
            found = phrase_after(self.tokens, self.names, start, self.end)
            if found is None or self._names_no_source(found):
                return start
            phrase = found
            source = self._carried(phrase) or self.resolver.resolve(self.tokens, phrase)
        if source is None and first not in words["attribution.pronouns"]:
            return phrase.end
        self._head_region(at, phrase, source)
        return phrase.end

    def _names_no_source(self, phrase: Phrase) -> bool:
        barred = lexicon()["attribution.not_sources"]
        return any(token.form in barred for token in self.tokens[phrase.start : phrase.start + 2])

    def _carried(self, phrase: Phrase) -> Source | None:
        """Who is behind ``les termes de X``, ``une étude publiée par X``, ``un médecin cité par AP, X``."""
        words = lexicon()
        content = [
            at
            for at in range(phrase.start, phrase.end)
            if self.tokens[at].form in words["attribution.carriers"]
        ]
        if not content or content[0] > phrase.start + 3:
            return None
        at = content[0] + 1
        while at < min(self.end, content[0] + 8):
            form = self.tokens[at].form
            if form in (",", QUOTED) or form in STOPS or is_finite(self.tokens, at):
                break
            if form in ("de", "d'", "du", "des", "par"):
                inner = phrase_after(self.tokens, self.names, at + (form in ("de", "d'", "par")), self.end)
                source = self.resolver.resolve(self.tokens, inner)
                if (
                    source is not None
                    and source.agent
                    and (source.kind is not NameKind.PLACE or not source.named)
                ):
                    return source
            at += 1
        return None

    def _read_pour(self, at: int) -> int:
        phrase = phrase_after(self.tokens, self.names, at + 1, self.end)
        if phrase is None or phrase.end >= self.end or self.tokens[phrase.end].form != ",":
            return at + 1
        if self.tokens[at + 1].form in ("lui", "elle", "eux"):
            source = self.resolver.pronoun(self.tokens, at + 1)
        else:
            source = self.resolver.resolve(self.tokens, phrase)
        if source is None or not source.agent or source.kind not in (NameKind.PERSON,):
            return at + 1
        self._head_region(at, phrase, source)
        return phrase.end

    def _head_region(self, at: int, phrase: Phrase, source: Source | None) -> None:
        cue = Phrase(at, phrase.end)
        before = at - 1
        while before >= self.first and (
            is_adverb(lexicon(), self.tokens[before]) or self.tokens[before].form == ","
        ):
            before -= 1
        leading = before < self.first or self.tokens[before].form in (
            ";",
            ":",
            "mais",
            "car",
            "or",
            "—",
            "–",
            "et",
            "que",
            "qu'",
        )
        if (
            not leading
            and not has_finite(self.tokens, self.first, at)
            and has_finite(self.tokens, phrase.end, self.end)
        ):
            if self.tokens[at - 1].form == "," or is_finite(self.tokens, before):
                start = self.first
            else:
                start = phrase.end
            self._add(start, self._clause_end(phrase.end), Manner.HEAD, source, cue)
        elif leading:
            start = phrase.end
            if start < self.end and self.tokens[start].form == ",":
                start += 1
            elif start < self.end and self.tokens[start].form == "(":
                start = self._after_bracket(start)
            start = self._skip_apposition(start)
            self._add(start, self._clause_end(start), Manner.HEAD, source, cue)
        else:
            start = self._clause_start(at)
            end = at
            rest = phrase.end + 1
            if (
                phrase.end < self.end
                and self.tokens[phrase.end].form == ","
                and rest < self.end
                and self.tokens[at - 1].form in (",", "aurait", "auraient", "serait", "seraient")
                and not has_finite(self.tokens, start, at - 1)
            ):
                end = self._clause_end(rest)
            self._add(start, end, Manner.HEAD, source, cue)

    def _after_bracket(self, at: int) -> int:
        while at < self.end and self.tokens[at].form != ")":
            at += 1
        return min(at + 1, self.end)

    def _skip_apposition(self, start: int) -> int:
        """Past ``, l'un des conseillers du ministre,`` after the name of the source."""
        for at in range(start, min(self.end, start + 16)):
            token = self.tokens[at]
            if (
                token.form == QUOTED
                or is_finite(self.tokens, at)
                or token.form in lexicon()["grammar.subjects"]
            ):
                return start
            if token.form == ",":
                follows = at + 1 < self.end
                return (
                    at + 1
                    if (follows and has_finite(self.tokens, at + 1, self.end))
                    or (follows and any(one.form == QUOTED for one in self.tokens[at + 1 : self.end]))
                    else start
                )
        return start

    def _clause_start(self, at: int) -> int:
        """Where the clause that ends at *at* begins: the sentence, or after a semicolon or an adversative."""
        for back in range(at - 1, self.first, -1):
            form = self.tokens[back].form
            if form == ";" or (form in ("mais", "tandis") and self.tokens[back - 1].form == ","):
                return back + 1 if form != "tandis" else back + 2
        return self.first

    def _clause_end(self, start: int) -> int:
        """Where what is attributed from *start* on ends."""
        for at in range(start, self.end):
            form = self.tokens[at].form
            if form == ";":
                return at
            following = self.tokens[at + 1].form if at + 1 < self.end else ""
            if form == "," and following in ("mais", "tandis"):
                return at
            if form == "tandis" and at > start:
                return at
            if form in (",", "tout", QUOTED) and at > start and self._resumes(at):
                return at + (form == QUOTED)
        return self.end

    def _resumes(self, at: int) -> bool:
        """Whether another report begins after the mark at *at*: ``, tout en assurant que``, ``, a-t-il ajouté``, ``, selon X``."""
        place = at + (self.tokens[at].form != "tout")
        while place < self.end and self.tokens[place].form in (
            "tout",
            "en",
            ",",
            "et",
            "puis",
            "mais",
            "toujours",
        ):
            place += 1
        if place >= self.end:
            return False
        if self.tokens[place].form in ("selon", "d'après"):
            return True
        for group in self.groups:
            if group.start == place or (
                group.start == place + 1 and self.tokens[place].form in ("s'", "se", "l'")
            ):
                if group.tense is Mood.GERUND:
                    return bool(group.classes & {"say", "opinion"})
                return bool(group.classes & {"say", "opinion", "voice"}) and group.finite
        return False

    # --- verbs

    def _read_group(self, place: int, group: VerbGroup) -> None:
        if self._read_incise(place, group):
            return
        kind, at = self._complement(group)
        if kind == "":
            return
        source = self._subject_of(place, group)
        cue = Phrase(group.start, group.end)
        if kind == "que":
            self._read_clause(group, source, cue, at)
        elif (
            kind == "infinitive"
            and group.classes & {"say", "opinion"}
            and self._may_report(place, group, source)
        ):
            self._add_clause(at, self._clause_end(at), source, cue, group)
        elif kind == "de" and group.classes & {"silent"}:
            self._add(at, self._clause_end(at), Manner.SILENT, source, cue, group.tense)
        elif kind == "noun" and "nominal" in group.classes and not group.passive and not group.negated:
            self._read_noun(source, cue, at, group)

    def _may_report(self, place: int, group: VerbGroup, source: Source | None) -> bool:
        if group.negated and not group.classes & {"opinion"} and group.lemma not in ("nier", "démentir"):
            return False
        if group.bare or (group.passive and group.tense is not Mood.PRESENT and source is None):
            return not group.bare
        return not (group.tense is Mood.INFINITIVE and self._is_impersonal(group))

    def _is_impersonal(self, group: VerbGroup) -> bool:
        """``il faut rappeler que``, ``à noter que``: the author's own voice."""
        before = [token.form for token in self.tokens[max(self.first, group.start - 5) : group.start]]
        return (
            any(
                form
                in (
                    "faut",
                    "convient",
                    "faudrait",
                    "reste",
                    "importe",
                    "suffit",
                    "permet",
                    "permettent",
                    "difficile",
                    "important",
                    "intéressant",
                )
                for form in before
            )
            or group.start - self.first <= 1
        )

    def _read_clause(self, group: VerbGroup, source: Source | None, cue: Phrase, at: int) -> None:
        starts = [at]
        end = self._clause_end(at)
        for place in range(at + 1, end):
            if self.tokens[place].form in ("que", "qu'") and self.tokens[place - 1].form in ("et", "ou"):
                starts.append(place + 1)
        for number, start in enumerate(starts):
            stop = starts[number + 1] - 2 if number + 1 < len(starts) else end
            self._add_clause(start, stop, source, cue, group)

    def _add_clause(self, start: int, end: int, source: Source | None, cue: Phrase, group: VerbGroup) -> None:
        speaks = bool(group.classes & {"say", "opinion"}) and not self._is_authors(group)
        if group.negated and "opinion" not in group.classes and group.lemma not in ("nier", "démentir"):
            speaks = False
        manner = Manner.CLAUSE if speaks else Manner.SILENT
        opinion = "say" not in group.classes
        self._add(start, end, manner, source, cue, group.tense, opinion)

    def _is_authors(self, group: VerbGroup) -> bool:
        """Whether the author or nobody speaks: ``on sait que``, ``il faut noter que``."""
        if group.tense is Mood.INFINITIVE and self._is_impersonal(group):
            return True
        if group.bare:
            return True
        before = group.start - 1
        while before >= self.first and self.tokens[before].form in lexicon()["grammar.clitics"]:
            before -= 1
        if before < self.first:
            return group.finite
        form = self.tokens[before].form
        return form in ("on", "nous", "je", "j'", "vous", "ce", "cela", "ça")

    def _read_noun(self, source: Source | None, cue: Phrase, at: int, group: VerbGroup) -> None:
        if source is None or not source.agent:
            return
        end = self._clause_end(at)
        for place in range(at, end):
            if self.tokens[place].form in (",", ":", QUOTED) or (
                place > at and self.tokens[place].form in ("qui", "que", "qu'", "dont")
            ):
                end = place
                break
        if any(one.form == ":" for one in self.tokens[end : end + 1]):
            return
        self._add(at, end, Manner.NOUN, source, cue, group.tense)

    def _read_incise(self, place: int, group: VerbGroup) -> bool:
        """``…, a annoncé le ministère``, ``« … », explique-t-il``: what stands before is reported."""
        if not group.finite or not group.classes & {"say", "opinion", "voice"} or group.negated:
            return False
        before = group.start - 1
        while before >= self.first and self.tokens[before].form in ("s'", "se", "lui", "leur", "l'", "y"):
            before -= 1
        if before < self.first:
            return False
        mark = self.tokens[before].form
        if group.inverted >= 0:
            if self.tokens[group.inverted].form in ("-ce", "-je", "-nous", "-vous"):
                return False
            if mark not in (",", QUOTED, "–", "—", ")") and group.end < self.end:
                return False
            source = self._inverted_pronoun(group)
            end = max(group.end, group.inverted + 1)
        else:
            if mark not in (",", QUOTED, "–", "—", ")") and not self._is_bare_incise(group, before):
                return False
            phrase = phrase_after(self.tokens, self.names, group.end, len(self.tokens))
            if phrase is None or not self._speaker_follows(group, before, phrase):
                return False
            source = self.resolver.resolve(self.tokens, phrase)
            if source is None:
                return False
            end = phrase.end
        self.subjects[place] = source
        cue = Phrase(group.start, max(group.end, group.inverted + 1))
        start = self._incise_start(before)
        begun, stop = trim(self.tokens, start, before + (mark == QUOTED))
        if not has_finite(self.tokens, begun, stop) and not any(
            token.form == QUOTED for token in self.tokens[begun:stop]
        ):
            stop = self.end
        for at in range(begun, self.end):
            if self.tokens[at].form == QUOTED and at not in self.linked:
                self.linked[at] = Words(at, source, cue)
        if self._is_said(begun, stop):
            opinion = not group.classes & {"say", "voice"}
            self._add(begun, stop, Manner.INCISE, source, cue, group.tense, opinion)
        del end
        return True

    def _is_bare_incise(self, group: VerbGroup, before: int) -> bool:
        """``La piste est écartée a fait savoir la police.``: no comma, but the speaker ends the sentence."""
        if not has_finite(self.tokens, self.first, before + 1):
            return False
        phrase = phrase_after(self.tokens, self.names, group.end, len(self.tokens))
        if phrase is None or phrase.end < self.end:
            return False
        source = self.resolver.resolve(self.tokens, phrase)
        return source is not None and source.agent and not self.tokens[before].capital

    def _speaker_follows(self, group: VerbGroup, before: int, phrase: Phrase) -> bool:
        """Whether the phrase after the verb is its subject, not its object."""
        token = self.tokens[phrase.start]
        if token.form in ("que", "qu'", "de", "d'", "à", "pour", "dans", "sur"):
            return False
        if self.tokens[before].form == QUOTED:
            return True
        after_comma = before
        if not has_finite(self.tokens, self.first, after_comma) and not any(
            one.form == QUOTED for one in self.tokens[self.first : before]
        ):
            return False
        source = self.resolver.resolve(self.tokens, phrase)
        return source is not None and source.agent

    def _incise_start(self, before: int) -> int:
        """Where what the incise reports begins."""
        for back in range(before - 1, self.first, -1):
            if self.tokens[back].form == ";":
                return back + 1
            if self.tokens[back].form == "mais":
                return back + 1
        return self.first

    def _is_said(self, start: int, end: int) -> bool:
        return start < end and not (end - start == 1 and self.tokens[start].form == QUOTED)

    def _inverted_pronoun(self, group: VerbGroup) -> Source | None:
        form = self.tokens[group.inverted].form
        if form.endswith("on"):
            return None
        if self._has_own_words():
            if self.subject is not None:
                return self.subject
            agent = self._agent(self.first)
            if agent is not None:
                return agent
        return self.resolver.pronoun(self.tokens, group.inverted)

    def _has_own_words(self) -> bool:
        """Whether the sentence says something before its first quotation."""
        token = self.tokens[self.first]
        return token.form != QUOTED and any(one.form == QUOTED for one in self.tokens[: self.end])

    def _subject_of(self, place: int, group: VerbGroup) -> Source | None:
        if place in self.subjects:
            return self.subjects[place]
        source = self._find_subject(place, group)
        self.subjects[place] = source
        return source

    def _find_subject(self, place: int, group: VerbGroup) -> Source | None:
        if group.inverted >= 0:
            return self.resolver.pronoun(self.tokens, group.inverted)
        if group.passive:
            return self._agent(group.end)
        if group.tense in (Mood.GERUND, Mood.INFINITIVE) or group.bare:
            return self._inherited(place, group)
        phrase = subject_before(self.tokens, self.names, group.start, self.first)
        if phrase is None:
            return self._inherited(place, group)
        if self.tokens[phrase.start].form == "qui" and phrase.end - phrase.start == 1:
            return self._relative(phrase.start)
        return self.resolver.resolve(self.tokens, phrase)

    def _relative(self, at: int) -> Source | None:
        """Who ``qui`` at *at* stands for."""
        back = at - 1
        if back >= self.first and self.tokens[back].form == ",":
            back -= 1
        start = back
        while (
            start > self.first
            and self.tokens[start - 1].form not in (",", ";", ":", QUOTED, "que", "qu'", "par")
            and back - start < 14
        ):
            if is_finite(self.tokens, start - 1):
                break
            start -= 1
        if self.tokens[start].form == "dont":
            start += 1
        source = self.resolver.resolve(self.tokens, Phrase(start, back + 1))
        inside = self.names.within(self.tokens[start].start, self.tokens[back].end)
        people = [name for name in inside if name.kind is NameKind.PERSON]
        if people and people[-1].end == self.tokens[back].end:
            return self.resolver.person(self.tokens, people[-1])
        return source

    def _inherited(self, place: int, group: VerbGroup) -> Source | None:
        """The subject of the nearest report before, else of the sentence."""
        for earlier in range(place - 1, -1, -1):
            known = self.subjects.get(earlier)
            if known is not None and self.groups[earlier].end <= group.start:
                return known
        if self.subject is None and group.tense is Mood.GERUND:
            return self.resolver.discourse.speaker
        return self.subject

    # --- complements

    def _complement(self, group: VerbGroup) -> tuple[str, int]:
        """What follows the verb: ``que``, an infinitive, a noun, ``de``; and where it begins."""
        words = lexicon()
        at = group.end
        in_phrase = False
        direct = True
        limit = min(self.end, at + REACH)
        while at < limit:
            token = self.tokens[at]
            form = token.form
            if form in ("que", "qu'"):
                barred = self.tokens[at - 1].form in (
                    "plus",
                    "moins",
                    "aussi",
                    "autant",
                    "ainsi",
                    "tel",
                    "telle",
                    "alors",
                    "lors",
                    "avant",
                    "après",
                    "afin",
                    "pour",
                    "sans",
                    "dès",
                    "même",
                    "bien",
                    "tandis",
                    "plutôt",
                )
                return ("", at) if barred else ("que", at + 1)
            if form == ",":
                after = self._after_insertion(at)
                if after < 0:
                    return "", at
                at = after
                in_phrase = False
                continue
            if form == QUOTED or form in (":", ";", "(") or form in words["grammar.relatives"]:
                return "", at
            if direct and form in ("de", "d'") and at == group.end + 0:
                return "de", at + 1
            if direct and self._is_infinitive(at):
                return "infinitive", self._infinitive_start(at)
            if is_finite(self.tokens, at) and not in_phrase:
                return "", at
            if form in words["grammar.prepositions"] and form not in ("de", "d'"):
                in_phrase = True
                direct = False
            elif form in words["grammar.determiners"] and not in_phrase:
                if self._is_time(at):
                    in_phrase = True
                elif direct:
                    return "noun", at
                else:
                    return "", at
            elif (
                not in_phrase
                and not is_adverb(words, token)
                and form not in words["grammar.clitics"]
                and form not in words["grammar.time_words"]
                and not form[0].isdigit()
                and form not in ("en", "effet")
            ):
                return "", at
            at += 1
        return "", at

    def _is_time(self, at: int) -> bool:
        times = lexicon()["grammar.time_words"]
        return any(
            token.form in times or token.form[0].isdigit()
            for token in self.tokens[at + 1 : min(self.end, at + 3)]
        )

    def _after_insertion(self, at: int) -> int:
        """Past ``, dimanche 24 janvier,`` before a `que`; -1 where no comma closes it in time."""
        for place in range(at + 1, min(self.end, at + 22)):
            if self.tokens[place].form == ",":
                following = self.tokens[place + 1].form if place + 1 < self.end else ""
                if following in ("que", "qu'"):
                    return place + 1
        return -1

    def _is_infinitive(self, at: int) -> bool:
        words = lexicon()
        place = self._infinitive_verb(at)
        if place < 0:
            return False
        form = self.tokens[place].form
        if form in words["grammar.not_infinitives"] or self.tokens[place].capital:
            return False
        return (
            form.endswith(("er", "ir", "oir", "tre", "dre", "ire", "vre", "aire", "pre", "cre"))
            and len(form) > 3
        )

    def _infinitive_verb(self, at: int) -> int:
        skipped = lexicon()["grammar.clitics"] | {"pas", "plus", "jamais", "bien"}
        place = at
        while place < self.end and place < at + 5 and self.tokens[place].form in skipped:
            place += 1
        return place if place < self.end and self.tokens[place].is_word else -1

    def _infinitive_start(self, at: int) -> int:
        return at

    # --- quotations

    def _link_quotations(self) -> None:
        for at in range(self.first, len(self.tokens)):
            if self.tokens[at].form == QUOTED and at not in self.linked:
                self.linked[at] = self._link(at)

    def _link(self, at: int) -> Words:
        region = self._region_at(at)
        best: tuple[int, VerbGroup] | None = None
        for place, group in enumerate(self.groups):
            if group.end <= at and group.classes & {"say", "opinion", "voice", "stance"}:
                best = place, group
        if best is not None and (region is None or region.cue.start < best[1].start):
            place, group = best
            source = self._speaker_of(place, group, at)
            if source is not None:
                return Words(at, source, Phrase(group.start, group.end))
        if region is not None and region.source is not None:
            return Words(at, region.source, region.cue)
        for number, group in enumerate(self.groups):
            if group.start > at and group.finite and group.classes & {"say", "opinion", "voice", "stance"}:
                source = self._subject_of(number, group)
                if source is not None:
                    return Words(at, source, Phrase(group.start, group.end))
        if self.subject is not None and self._has_words():
            return Words(at, self.subject, None, sure=False)
        return Words(at, None, None, sure=False)

    def _speaker_of(self, place: int, group: VerbGroup, at: int) -> Source | None:
        if group.passive:
            return self._agent(at) or self._agent(group.end)
        return self._subject_of(place, group)

    def _has_words(self) -> bool:
        return sum(token.is_word for token in self.tokens) >= 2

    def _region_at(self, at: int) -> Region | None:
        """The innermost attributed stretch around *at*."""
        inside = [one for one in self.regions if one.start <= at < one.end and one.source is not None]
        return min(inside, key=lambda one: one.end - one.start, default=None)

    def _add(
        self,
        start: int,
        end: int,
        manner: Manner,
        source: Source | None,
        cue: Phrase,
        tense: Mood = Mood.PRESENT,
        opinion: bool = False,
    ) -> None:
        start, end = trim(self.tokens, start, end)
        if start < end:
            self.regions.append(Region(start, end, manner, source, cue, tense, opinion))
