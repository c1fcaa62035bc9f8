"""Whose words the quotations of a sentence are, where no incise has said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.phrases import Phrase, phrase_after
from reader.recognition.claims.regions import Manner, Words, innermost
from reader.recognition.claims.subjects import agent, subject_of
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources import Source
    from reader.recognition.claims.verbs import VerbGroup

_BRINGING = ("say", "opinion", "stance")


def read_speakers(scene: Scene) -> None:
    """Gives every quotation of the sentence its speaker, or none."""
    for at in range(scene.first, len(scene.tokens)):
        if scene.form(at) == QUOTED and at not in scene.words:
            scene.words[at] = _speaker(scene, at)


def _speaker(scene: Scene, at: int) -> Words:
    region = innermost(at, (one for one in scene.regions if one.source is not None))
    place = _verb_before(scene, at, region.cue.end if region is not None else scene.first)
    if place >= 0 and not (region is not None and region.manner is Manner.CLAUSE):
        group = scene.groups[place]
        source = _subject(scene, place, group, at)
        if source is not None:
            return Words(at, source, Phrase(group.start, group.end))
    if region is not None:
        return Words(at, region.source, region.cue)
    for later, group in enumerate(scene.groups):
        if group.start > at and group.finite and not group.classes.isdisjoint((*_BRINGING, "voice")):
            source = subject_of(scene, later, group)
            if source is not None:
                return Words(at, source, Phrase(group.start, group.end))
    if scene.form(at - 1) == ":":
        told = _told_by_noun(scene, at - 1)
        if told is not None:
            return Words(at, told, None)
    about = scene.subject
    if about is not None and not (about.named and about.kind is NameKind.PLACE):
        return Words(at, about, None, sure=False)
    return Words(at, None, None, sure=False)


def _told_by_noun(scene: Scene, end: int) -> Source | None:
    """Whose ``analyse``, ``réaction`` or ``message`` a colon before a quotation announces."""
    words = lexicon()
    nouns = words["attribution.nouns"] | words["attribution.speech_nouns"]
    for at in range(end - 1, scene.first - 1, -1):
        if scene.form(at) in nouns and scene.form(at + 1) in ("de", "d'", "du", "des"):
            start = at + (2 if scene.form(at + 1) in ("de", "d'") else 1)
            source = scene.resolver.resolve(scene.tokens, phrase_after(scene.tokens, scene.names, start, end))
            if source is not None and source.agent:
                return source
    return None


def _verb_before(scene: Scene, at: int, floor: int) -> int:
    """The place of the nearest verb before *at* that can bring a quotation."""
    best = -1
    for place, group in enumerate(scene.groups):
        if group.end > at:
            break
        if group.start < floor:
            continue
        voiced = "voice" in group.classes and (scene.form(at - 1) == ":" or at == group.end)
        if voiced or not group.classes.isdisjoint(_BRINGING):
            best = place
    return best


def _subject(scene: Scene, place: int, group: VerbGroup, at: int) -> Source | None:
    if group.passive:
        return agent(scene, at) or agent(scene, group.end)
    return subject_of(scene, place, group)
