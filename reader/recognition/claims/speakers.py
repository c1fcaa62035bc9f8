"""Whose words the quotations of a sentence are, where no incise has said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.phrases.following import phrase_after
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.regions import Manner, Words, innermost
from reader.recognition.claims.subjects import agent, of_nearest_verb, subject_of
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources.source import Source
    from reader.recognition.claims.verbs.group import VerbGroup

_PARTICIPLES = ("é", "ée", "és", "ées", "ue", "ues")
_BRINGING = ("say", "opinion", "stance")


def read_speakers(scene: Scene) -> None:
    """Gives every quotation of the sentence its speaker, or none."""
    for at in range(scene.first, len(scene.tokens)):
        if scene.form(at) == QUOTED and at not in scene.words:
            scene.words[at] = _speaker(scene, at)


def _speaker(scene: Scene, at: int) -> Words:
    if at == scene.first and scene.resolver.discourse.announced is not None:
        return Words(at, scene.resolver.discourse.announced, None)
    region = innermost(at, (one for one in scene.regions if one.source is not None))
    place = _verb_before(scene, at, region.cue.end if region is not None else scene.first)
    if place >= 0:
        group = scene.groups[place]
        source = _subject(scene, place, group, at)
        own = region is None or region.manner is not Manner.CLAUSE or (source is not None and source.agent)
        wished = region is not None and group.lemma in lexicon()["attribution.wishing"]
        if source is not None and own and not wished and not _cannot_judge(group, source):
            return Words(at, source, Phrase(group.start, group.end))
    if region is not None:
        return Words(at, region.source, region.cue)
    return _verb_after(scene, at) or _from_outside(scene, at)


def _cannot_judge(group: VerbGroup, source: Source) -> bool:
    """Whether *source* is a thing, which may say something but takes no stance."""
    return "say" not in group.classes and not (source.agent or source.named)


def _verb_after(scene: Scene, at: int) -> Words | None:
    """``les Farc, « … », ont proposé``, ``« … » lancé par X``: the verb follows."""
    if scene.form(at + 1).endswith(_PARTICIPLES) and scene.form(at + 2) == "par":
        source = agent(scene, at + 2, at + 4)
        if source is not None:
            return Words(at, source, Phrase(at + 1, at + 2))
    for place, group in enumerate(scene.groups):
        if group.classes.isdisjoint((*_BRINGING, "voice")):
            continue
        if group.start == at + 1 and group.bare and scene.form(group.end) == "par":
            return Words(at, agent(scene, group.end), Phrase(group.start, group.end))
        if at < group.start <= at + 4 and group.finite and (group.passive or scene.form(at - 1) == ","):
            source = subject_of(scene, place, group)
            if source is not None:
                return Words(at, source, Phrase(group.start, group.end))
    return None


def _from_outside(scene: Scene, at: int) -> Words:
    """No verb brings the quotation: a noun before the colon, or who the sentence is about."""
    if scene.form(at - 1) == ":":
        told = _told_by_noun(scene, at - 1)
        if told is not None:
            return Words(at, told, None)
    about = of_nearest_verb(scene, at) or scene.subject
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
    """The place of the nearest verb before *at* that can bring it; after a colon a main verb of saying."""
    colon = scene.form(at - 1) == ":"
    best, best_rank = -1, -1
    for place, group in enumerate(scene.groups):
        if group.end > at:
            break
        if group.start < floor:
            continue
        says = not group.classes.isdisjoint(("say", "voice"))
        voiced = "voice" in group.classes and (colon or at == group.end)
        if not voiced and group.classes.isdisjoint(_BRINGING):
            continue
        rank = (says + 2 * (not _is_relative(scene, group))) if colon else 0
        if rank >= best_rank:
            best, best_rank = place, rank
    return best


def _is_relative(scene: Scene, group: VerbGroup) -> bool:
    before = group.start - 1
    while scene.form(before) in lexicon()["grammar.clitics"]:
        before -= 1
    return scene.form(before) == "qui" or group.tense is Mood.GERUND


def _subject(scene: Scene, place: int, group: VerbGroup, at: int) -> Source | None:
    if group.passive:
        return agent(scene, group.end, at) or agent(scene, at)
    return subject_of(scene, place, group)
