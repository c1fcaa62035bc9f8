"""Who a sentence is about, and who does what each of its reporting verbs says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import is_finite
from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.openings import opens_phrase
from reader.recognition.claims.phrases.following import phrase_after
from reader.recognition.claims.phrases.phrase import is_time
from reader.recognition.claims.phrases.preverbal import subject_before
from reader.recognition.claims.relatives import antecedent
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources.source import Source
    from reader.recognition.claims.verbs.group import VerbGroup

ADVERBIALS = 4
"""Adverbials before the subject at most."""
REACH = 30
NEAR = 40
"""Tokens between a gerund and the verb it goes with at most."""


def sentence_subject(scene: Scene) -> Source | None:
    """The first noun phrase or pronoun after any adverbials, or who acts in the passive."""
    words = lexicon()
    at = scene.first
    for _ in range(ADVERBIALS):
        if at >= scene.end:
            return None
        form = scene.form(at)
        if form == "on":
            return None
        if form == "il" and _is_impersonal(scene, at + 1):
            return None
        if form in words["grammar.subjects"]:
            return scene.resolver.pronoun(scene.tokens, at)
        if form == "lui" and scene.form(at + 1) == "qui":
            return scene.resolver.discourse.antecedent("il")
        if form in ("ce", "cet", "cette", "ces") or opens_phrase(scene, at):
            phrase = phrase_after(scene.tokens, scene.names, at, scene.end)
            if phrase is not None and not is_time(scene.tokens, phrase):
                source = scene.resolver.resolve(scene.tokens, phrase)
                scene.topic, scene.topic_at = source, scene.tokens[at].start
                return source if source is not None and source.agent else agent(scene, at)
        after = _next_part(scene, at)
        if after < 0:
            break
        at = after
    return agent(scene, scene.first)


def _is_impersonal(scene: Scene, at: int) -> bool:
    """``il s'agit``, ``il y a``, ``il faut``: nobody is meant."""
    at += scene.form(at) in ("ne", "n'")
    forms = (scene.form(at), scene.form(at + 1))
    return forms[0] in ("y", "faut", "fallait", "faudra", "faudrait") or (
        forms[0] == "s'" and forms[1].startswith("agi")
    )


def _next_part(scene: Scene, start: int) -> int:
    """The place after the adverbial at *start*; -1 where none follows."""
    for at in range(start, min(scene.end, start + REACH)):
        form = scene.form(at)
        if form == ",":
            return at + 1
        if form in (":", ";") or (form == QUOTED and at == start):
            return -1
        if form in lexicon()["grammar.subjects"] and at > start:
            return at
    return -1


def agent(scene: Scene, start: int, end: int | None = None) -> Source | None:
    """Whoever a passive names after ``par``, between *start* and *end*."""
    for at in range(start, (scene.end if end is None else end) - 1):
        if scene.form(at) == "par":
            phrase = phrase_after(scene.tokens, scene.names, at + 1, scene.end)
            source = scene.resolver.resolve(scene.tokens, phrase)
            if source is not None and source.agent and source.kind in (NameKind.PERSON, NameKind.BODY):
                return source
    return None


def subject_of(scene: Scene, place: int, group: VerbGroup) -> Source | None:
    """Who does what *group* says; remembered for verbs that leave their subject out."""
    if place not in scene.subjects:
        scene.subjects[place] = _find(scene, place, group)
    return scene.subjects[place]


def _find(scene: Scene, place: int, group: VerbGroup) -> Source | None:
    if group.inverted >= 0:
        return scene.resolver.pronoun(scene.tokens, group.inverted)
    if group.passive:
        return agent(scene, group.end)
    if group.tense is Mood.GERUND:
        return of_nearest_verb(scene, group.start) or _inherited(scene, place, group)
    if group.bare or group.tense is Mood.INFINITIVE:
        return _inherited(scene, place, group)
    named = scene.quoted_name(_before_clitics(scene, group.start))
    if named is not None:
        return named
    phrase = subject_before(scene.tokens, scene.names, group.start, scene.first)
    if phrase is None:
        return _inherited(scene, place, group)
    if scene.form(phrase.start) == "qui":
        return antecedent(scene, phrase.start)
    return scene.resolver.resolve(scene.tokens, phrase)


def _before_clitics(scene: Scene, verb: int) -> int:
    at = verb - 1
    while scene.form(at) in lexicon()["grammar.clitics"]:
        at -= 1
    return at


def of_nearest_verb(scene: Scene, place: int) -> Source | None:
    """Who does what the nearest verb before *place* says: ``X démissionne, estimant que``."""
    for at in range(place - 1, max(scene.first, place - NEAR) - 1, -1):
        if not is_finite(scene.tokens, at):
            continue
        phrase = subject_before(scene.tokens, scene.names, at, scene.first)
        if phrase is None or (scene.form(phrase.start) == "il" and _is_impersonal(scene, phrase.end)):
            return None
        if scene.form(phrase.start) == "qui":
            source = antecedent(scene, phrase.start)
            return source if source is not None and source.agent else None
        source = scene.resolver.resolve(scene.tokens, phrase)
        return source if source is not None and source.agent else None
    return None


def _inherited(scene: Scene, place: int, group: VerbGroup) -> Source | None:
    """The subject of the nearest report before, else of the sentence."""
    for earlier in range(place - 1, -1, -1):
        known = scene.subjects.get(earlier)
        if (
            known is not None
            and not scene.groups[earlier].passive
            and scene.groups[earlier].end <= group.start
        ):
            return known
    about = scene.subject or scene.topic
    if about is None and group.tense is Mood.GERUND:
        return scene.resolver.discourse.speaker
    return about
