"""Reads one sentence after another: who says what in it, and who was spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.heads.reading import read_heads
from reader.recognition.claims.incises import read_incise
from reader.recognition.claims.regions import Attribution, Manner
from reader.recognition.claims.reporting_nouns import read_reporting_nouns
from reader.recognition.claims.reports import read_report
from reader.recognition.claims.scene import Scene
from reader.recognition.claims.speakers import read_speakers
from reader.recognition.claims.subjects import sentence_subject, subject_of

if TYPE_CHECKING:
    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.sources.resolver import Resolver


def attribute(resolver: Resolver, sentence: Sentence) -> Attribution:
    """The attributions of *sentence*; the discourse of *resolver* moves on."""
    scene = Scene(resolver, sentence)
    resolver.discourse.subject = None
    scene.subject = sentence_subject(scene)
    resolver.discourse.subject, resolver.discourse.subject_at = scene.topic, scene.topic_at
    read_heads(scene)
    for place, group in enumerate(scene.groups):
        if not read_incise(scene, place, group):
            read_report(scene, place, group)
    read_reporting_nouns(scene)
    read_speakers(scene)
    _remember(scene)
    return Attribution(tuple(scene.regions), tuple(scene.words[at] for at in sorted(scene.words)))


def _remember(scene: Scene) -> None:
    """The subject was spoken of, and whoever spoke last may be meant by the next pronoun."""
    discourse = scene.resolver.discourse
    discourse.remember(scene.subject)
    said = [one.source for one in scene.regions if one.source and one.manner is not Manner.SILENT]
    said += [one.source for one in scene.words.values() if one.source and one.sure]
    for source in said:
        discourse.remember(source)
    if said:
        discourse.speaker = said[-1]
    discourse.announced = None
    if scene.form(len(scene.tokens) - 1) == ":":
        place = next((one for one in reversed(range(len(scene.groups))) if scene.groups[one].finite), None)
        told = subject_of(scene, place, scene.groups[place]) if place is not None else None
        discourse.announced = told or scene.subject or (said[-1] if said else None)
