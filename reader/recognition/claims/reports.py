"""Reported clauses and nouns: ``X a déclaré que P``, ``X assure avoir P``, ``X annonce son départ``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import is_finite, main_start
from reader.recognition.claims.complements import Kind, complement
from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.regions import Manner
from reader.recognition.claims.subjects import subject_of

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources.source import Source
    from reader.recognition.claims.verbs.group import VerbGroup

DENIALS = frozenset(("nier", "démentir", "réfuter", "contester"))
"""Verbs that bring somebody's word even when they are negated."""
_IMPERSONAL = frozenset(
    ("faut", "convient", "faudrait", "reste", "importe", "suffit", "permet", "permettent", "difficile")
) | {"force", "important", "intéressant", "possible", "fallait", "sans", "afin"}


def read_report(scene: Scene, place: int, group: VerbGroup) -> None:
    """Adds what the complement of *group* reports."""
    found = complement(scene, group)
    if found is None:
        return
    cue = Phrase(group.start, group.end)
    if found.kind is Kind.CLAUSE:
        if "reflexive" in group.classes and not _is_direct(scene, group, found.at):
            return
        if group.negated and _is_restrictive(scene, group, found.at):
            return
        if group.passive and not _is_impersonal_passive(scene, group):
            return
        _read_clauses(scene, found.at, subject_of(scene, place, group), cue, group)
    elif found.kind is Kind.INFINITIVE:
        wished = group.lemma in lexicon()["attribution.wishing"]
        if not (wished or group.passive or group.classes.isdisjoint(("say", "opinion"))):
            ends_early = group.tense is Mood.GERUND
            end = _comma_after(scene, found.at) if ends_early else scene.clause_end(found.at)
            end = _before_main_verb(scene, found.at, end)
            _add_clause(scene, Phrase(found.at, end), subject_of(scene, place, group), cue, group)
    elif found.kind is Kind.DE:
        if "silent" in group.classes:
            scene.add(found.at, scene.clause_end(found.at), Manner.SILENT, None, cue, group.tense)
    elif "nominal" in group.classes and _has_said(group):
        _read_noun(scene, found.at, subject_of(scene, place, group), cue, group)


def _is_direct(scene: Scene, group: VerbGroup, at: int) -> bool:
    """Whether no ``de`` parts a reflexive verb from its `que`: ``s'est plaint de l'accueil qu'il a eu``."""
    return not any(scene.form(one) in ("de", "d'", "du", "des") for one in range(group.end, at))


def _is_suggested(scene: Scene, group: VerbGroup) -> bool:
    """``tout laisse à penser que``: nobody's opinion, but what the facts suggest."""
    before = [scene.form(at) for at in range(max(scene.first, group.start - 3), group.start)]
    return any(form.startswith(("laiss", "port", "incit", "pouss")) for form in before)


def _before_main_verb(scene: Scene, start: int, end: int) -> int:
    """Where an infinitive ends before the next verb of its subject: ``annonce avoir fini et s'en va``."""
    clitics = lexicon()["grammar.clitics"]
    for at in range(start + 1, end - 1):
        if scene.form(at) == "et":
            verb = at + 1
            while scene.form(verb) in clitics:
                verb += 1
            if verb < end and is_finite(scene.tokens, verb):
                return at
    return end


def _comma_after(scene: Scene, at: int) -> int:
    """Where an infinitive after a participle (``ayant déclaré vouloir …,``) ends."""
    end = scene.clause_end(at)
    return next((one for one in range(at, end) if scene.form(one) == ","), end)


def _is_restrictive(scene: Scene, group: VerbGroup, at: int) -> bool:
    """Whether ``ne … que`` means *only*."""
    negations = lexicon()["grammar.negations"] | {"aucun", "aucune", "personne", "nul", "nulle"}
    return not any(scene.form(one) in negations for one in range(group.start, at))


def _has_said(group: VerbGroup) -> bool:
    """Whether the subject is told to have said something: no purpose, no denial, nothing to come."""
    barred = group.passive or group.negated or _is_ahead(group)
    return not barred and group.tense is not Mood.INFINITIVE


def _is_ahead(group: VerbGroup) -> bool:
    """Whether nothing has been said yet: ``devrait annoncer``."""
    return group.ahead or group.tense is Mood.FUTURE


def _is_impersonal_passive(scene: Scene, group: VerbGroup) -> bool:
    """``il a été annoncé que``; any other passive governs no clause."""
    before = group.start - 1
    while scene.form(before) in ("ne", "n'", "lui", "leur", "y"):
        before -= 1
    return scene.form(before) == "il"


def _read_clauses(scene: Scene, at: int, source: Source | None, cue: Phrase, group: VerbGroup) -> None:
    """The clause after `que`, and those joined to it by ``et que``."""
    end = scene.clause_end(at)
    main = main_start(scene.tokens, scene.first, scene.end)
    if at < main:
        end = min(end, main)
    joined = [
        place + 1
        for place in range(at + 1, end)
        if scene.form(place) in ("que", "qu'") and scene.form(place - 1) in ("et", "ou")
    ]
    starts = [at, *joined]
    for start, stop in zip(starts, [*(one - 2 for one in joined), end], strict=True):
        _add_clause(scene, Phrase(start, stop), source, cue, group)


def _add_clause(scene: Scene, clause: Phrase, source: Source | None, cue: Phrase, group: VerbGroup) -> None:
    if source is not None and group.tense is Mood.GERUND and not (source.agent or source.named):
        source = None
    silent = (
        group.classes.isdisjoint(("say", "opinion"))
        or _is_authors(scene, group)
        or _is_ahead(group)
        or (group.negated and "opinion" not in group.classes and group.lemma not in DENIALS)
    )
    manner = Manner.SILENT if silent else Manner.CLAUSE
    found = not group.negated and group.lemma in lexicon()["conditional.discoveries"]
    found = found or (group.tense is Mood.INFINITIVE and _is_suggested(scene, group))
    tense = Mood.PRESENT if found else group.tense
    scene.add(clause.start, clause.end, manner, source, cue, tense, "say" not in group.classes and not found)


def _is_authors(scene: Scene, group: VerbGroup) -> bool:
    """Whether the author speaks, or nobody: ``on sait que``, ``il faut noter que``, ``rappelons que``."""
    if group.bare:
        return True
    if group.tense is Mood.INFINITIVE:
        before = {scene.form(at) for at in range(max(scene.first, group.start - 5), group.start)}
        return group.start - scene.first <= 1 or not before.isdisjoint(_IMPERSONAL)
    before_verb = group.start - 1
    while scene.form(before_verb) in lexicon()["grammar.clitics"]:
        before_verb -= 1
    if before_verb < scene.first:
        return group.finite
    return scene.form(before_verb) in ("on", "nous", "je", "j'", "vous", "ce", "cela", "ça")


def _read_noun(scene: Scene, at: int, source: Source | None, cue: Phrase, group: VerbGroup) -> None:
    """``a annoncé le départ de…``, after somebody who can speak."""
    if source is None or not source.agent:
        return
    expressed = lexicon()["attribution.expressed"]
    if group.lemma == "exprimer" and not any(scene.form(one) in expressed for one in range(at, at + 4)):
        return
    if scene.form(at + 1) == "fait" and scene.form(at + 2) in ("que", "qu'"):
        at += 3
    end = scene.clause_end(at)
    for place in range(at + 1, end):
        if scene.form(place) == "que" and scene.form(place - 1) == "ainsi":
            continue
        joined = scene.form(place) == "et" and place + 1 < end and is_finite(scene.tokens, place + 1)
        if (
            joined
            or scene.form(place) in (",", ":")
            or (scene.form(place) in ("que", "qu'") and scene.form(place - 1) in ("ce", "afin", "pour"))
        ):
            end = place
            break
    if scene.form(end) != ":" and end - at > 1:
        judged = "stance" in group.classes and scene.has_quotation(at, end)
        scene.add(at, end, Manner.SILENT if judged else Manner.NOUN, source, cue, group.tense)
