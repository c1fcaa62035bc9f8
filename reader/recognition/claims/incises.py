"""Incises: ``…, a annoncé le ministère``, ``« … », explique-t-il``, and what they report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import has_finite, main_start, trim
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.postverbal import subject_after
from reader.recognition.claims.regions import Manner, Words
from reader.recognition.claims.subjects import agent
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources.source import Source
    from reader.recognition.claims.verbs.group import VerbGroup

_MARKS = frozenset((",", QUOTED, "–", "—", ")"))
_CLITICS = frozenset(("s'", "se", "lui", "leur", "l'", "le", "y"))
_NOBODY = frozenset(("-ce", "-je", "-nous", "-vous"))
_RELATIVES = frozenset(("que", "qu'", "dont", "où", "ce"))
"""Before the verb they make a relative clause of it: ``le succès qu'escomptait Paul``."""
_CLAUSAL = frozenset(("say", "opinion"))
"""Classes whose incise may report words without quotation marks."""
_REPORTING = _CLAUSAL | {"voice", "manner"}


def read_incise(scene: Scene, place: int, group: VerbGroup) -> bool:
    """Adds what *group* reports, if it stands as an incise with its subject after it."""
    if not group.finite or group.negated or group.passive or group.classes.isdisjoint(_REPORTING):
        return False
    before = group.start - 1
    while scene.form(before) in _CLITICS:
        before -= 1
    before -= scene.form(before) == "comme" and scene.form(before + 1) != "comme"
    if before < scene.first or scene.form(before) in _RELATIVES:
        return False
    found, source = _speaker(scene, group, before)
    if not found:
        return False
    scene.subjects[place] = source
    cue = Phrase(group.start, max(group.end, group.inverted + 1))
    _claim_quotations(scene, before, source, cue)
    start, end = _reported(scene, before)
    told = any(one.manner is Manner.CLAUSE and one.start <= before <= one.end for one in scene.regions)
    if start < end and not told:
        opinion = group.classes.isdisjoint(("say", "voice"))
        scene.add(start, end, Manner.INCISE, source, cue, group.tense, opinion)
    return True


def _speaker(scene: Scene, group: VerbGroup, before: int) -> tuple[bool, Source | None]:
    """Whether the subject follows the verb, and who it is."""
    marked = scene.form(before) in _MARKS
    if group.inverted >= 0:
        if scene.form(group.inverted) in _NOBODY or not (marked or group.end >= scene.end):
            return False, None
        return True, _inverted_pronoun(scene, group)
    quoted = scene.form(before) == QUOTED or (scene.form(before) == "," and scene.form(before - 1) == QUOTED)
    if not quoted and group.classes.isdisjoint(_CLAUSAL):
        return False, None
    phrase = subject_after(scene, group.end)
    if phrase is None or not (quoted or _ends_report(scene, before, phrase)):
        return False, None
    if phrase.start > group.end and not (quoted or marked):
        return False, None
    source = scene.resolver.resolve(scene.tokens, phrase)
    sure = quoted and scene.form(scene.first) == QUOTED
    if source is None or not (
        source.agent or _is_document(scene, phrase) or (sure and phrase.start == group.end)
    ):
        return False, None
    return True, source


def _is_document(scene: Scene, phrase: Phrase) -> bool:
    """``rappelle le communiqué``: a text that speaks."""
    documents = lexicon()["nouns.document"]
    return any(scene.form(at) in documents for at in range(phrase.start, min(phrase.end, phrase.start + 3)))


def _ends_report(scene: Scene, before: int, phrase: Phrase) -> bool:
    """Whether a clause, or a quotation in one, stands before an incise that no quotation touches."""
    marked = scene.form(before) in _MARKS
    clause = has_finite(scene.tokens, scene.first, before + 1)
    if not (clause or (marked and scene.has_quotation(scene.first, before))):
        return False
    return marked or not (phrase.end < scene.end or scene.tokens[before].capital)


def _inverted_pronoun(scene: Scene, group: VerbGroup) -> Source | None:
    if scene.form(group.inverted).endswith("on"):
        return None
    quotation = next((at for at in range(scene.first, scene.end) if scene.form(at) == QUOTED), -1)
    if quotation > scene.first and quotation < group.start:
        own = scene.subject or agent(scene, scene.first)
        if own is not None:
            return own
    return scene.resolver.pronoun(scene.tokens, group.inverted) or scene.resolver.discourse.speaker


def _claim_quotations(scene: Scene, before: int, source: Source | None, cue: Phrase) -> None:
    """Gives the quotations around the incise to its subject."""
    for at in range(scene.first, scene.end):
        if scene.form(at) == QUOTED and at not in scene.words:
            if at < before and _has_colon(scene, at + 1, before):
                continue
            if at > before and any(one.covers(at) and one.cue.start > before for one in scene.regions):
                continue
            scene.words[at] = Words(at, source, cue)


def _has_colon(scene: Scene, start: int, end: int) -> bool:
    return any(scene.form(at) == ":" for at in range(start, end))


def _reported(scene: Scene, before: int) -> tuple[int, int]:
    """The tokens that the incise before which *before* stands reports; none where quotations say it all."""
    start = scene.first
    for back in range(before - 1, scene.first, -1):
        if scene.form(back) == ";":
            start = back + 1
            break
    start, end = trim(
        scene.tokens, main_start(scene.tokens, start, before), before + (scene.form(before) == QUOTED)
    )
    if scene.form(end - 1) == QUOTED and _has_colon(scene, start, end):
        return 0, 0
    if not has_finite(scene.tokens, start, end) and not scene.has_quotation(start, end):
        end = scene.end
    if end - start == 1 and scene.form(start) == QUOTED:
        return 0, 0
    return start, end
