"""Reads one sentence after another: who says what in it, and who was spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.heads import read_heads
from reader.recognition.claims.incises import read_incise
from reader.recognition.claims.regions import Attribution, Manner
from reader.recognition.claims.reports import read_report, read_reporting_nouns
from reader.recognition.claims.scene import Scene
from reader.recognition.claims.speakers import read_speakers
from reader.recognition.claims.subjects import sentence_subject

if TYPE_CHECKING:
    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.sources import Resolver


def attribute(resolver: Resolver, sentence: Sentence) -> Attribution:
    """The attributions of *sentence*; the discourse of *resolver* moves on."""
    scene = Scene(resolver, sentence)
    scene.subject = sentence_subject(scene)
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
    said += [one.source for one in scene.words.values() if one.source]
    if said:
        discourse.remember(said[-1])
        discourse.speaker = said[-1]
