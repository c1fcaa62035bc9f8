"""What follows a reporting verb: ``que`` and a clause, an infinitive, a noun, ``de``."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.claims.clauses import has_finite, is_finite, is_infinitive
from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.tokens import QUOTED
from reader.recognition.claims.verbs.adverbs import is_adverb

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.verbs.group import VerbGroup

REACH = 28
"""Tokens between a verb and its `que` at most."""
INSERTION = 22
"""Tokens between the commas of an insertion before `que` at most."""
_COMPARING = frozenset(
    ("plus", "moins", "aussi", "autant", "ainsi", "tel", "telle", "alors", "lors", "avant", "après", "afin")
) | {"pour", "sans", "dès", "même", "bien", "tandis", "plutôt", "pendant", "jusque"}
"""Words with which a `que` belongs rather than with the verb."""


_EMPHATIC = frozenset(("lui", "elle", "eux", "elles", "lui-même", "elle-même"))
"""``estime, lui, être victime``: the subject once more."""


class Kind(Enum):
    """The complement's form."""

    CLAUSE = "que"
    INFINITIVE = "infinitive"
    NOUN = "noun"
    DE = "de"


class Complement(NamedTuple):
    """Its form and the place where it begins."""

    kind: Kind
    at: int


def complement(scene: Scene, group: VerbGroup) -> Complement | None:
    """What *group* governs; adverbs, dates and addressees on the way are passed over."""
    words = lexicon()
    at = group.end
    inside = False
    direct = True
    while at < min(scene.end, group.end + REACH):
        token = scene.tokens[at]
        form = token.form
        if form in ("que", "qu'"):
            return None if _compares(scene, group, at) else Complement(Kind.CLAUSE, at + 1)
        if form == "," and scene.form(at + 1) in _EMPHATIC and scene.form(at + 2) == ",":
            at += 3
            continue
        if form == ",":
            at = _after_insertion(scene, at)
            if at < 0:
                return None
            inside = False
            continue
        if form == ":" and _tells_after_colon(scene, group, at):
            return Complement(Kind.CLAUSE, at + 1)
        if form in (QUOTED, ":", ";", "(") or form in words["grammar.relatives"]:
            return None
        if direct and form in ("de", "d'") and at == group.end:
            return Complement(Kind.DE, at + 1)
        if _is_infinitive(scene, at) and (direct or _is_known_infinitive(scene, at)):
            return Complement(Kind.INFINITIVE, at)
        if not inside and is_finite(scene.tokens, at):
            return None
        if form in ("vers", "jusqu'", "contre"):
            return None
        if form in words["grammar.prepositions"] and form not in ("de", "d'"):
            inside, direct = True, False
        elif form in words["grammar.determiners"] and inside and not _continues(scene, at):
            return None
        elif form in words["grammar.determiners"] and not inside:
            if not _is_date(scene, at):
                return Complement(Kind.NOUN, at) if direct else None
            inside = True
        elif not inside and not _is_passed(scene, at):
            return None
        at += 1
    return None


def _tells_after_colon(scene: Scene, group: VerbGroup, colon: int) -> bool:
    """``le maire a précisé : la digue tiendra``: a clause after the colon is what was said."""
    said = group.finite and not group.negated and not group.passive and "say" in group.classes
    return said and scene.form(colon + 1) != QUOTED and has_finite(scene.tokens, colon + 1, scene.end)


def _compares(scene: Scene, group: VerbGroup, at: int) -> bool:
    """Whether the ``que`` at *at* belongs to ``plus``, ``avant``, ``ainsi`` … before it."""
    before = scene.form(at - 1)
    if before not in _COMPARING:
        return False
    if before == "même" and scene.form(at - 2) in ("de", "quand"):
        return False
    return not (at == group.end + 1 and before in ("ainsi", "aussi", "bien", "même"))


def _continues(scene: Scene, at: int) -> bool:
    """Whether the article at *at* goes on with the phrase before it rather than opening an object."""
    words = lexicon()
    before = scene.form(at - 1)
    held = before in words["grammar.prepositions"] or before in words["grammar.determiners"]
    return (
        held
        or before in ("de", "d'", "et", "selon")
        or _is_date(scene, at)
        or scene.form(at) in ("des", "l'")
    )


def _is_passed(scene: Scene, at: int) -> bool:
    """Whether the word may stand before the complement without being one."""
    words = lexicon()
    form = scene.form(at)
    return (
        is_adverb(words, scene.tokens[at])
        or form in words["grammar.clitics"]
        or form in words["grammar.time_words"]
        or form[0].isdigit()
        or form in ("en", "effet")
    )


def _is_date(scene: Scene, at: int) -> bool:
    times = lexicon()["grammar.time_words"]
    return any(scene.form(one) in times or scene.form(one)[:1].isdigit() for one in (at + 1, at + 2))


def _after_insertion(scene: Scene, at: int) -> int:
    """Past ``, dimanche 24 janvier,`` before a `que`; -1 where no comma closes it in time."""
    for place in range(at + 1, min(scene.end, at + INSERTION)):
        if scene.form(place) == "," and scene.form(place + 1) in ("que", "qu'"):
            return place + 1
    return -1


def _is_known_infinitive(scene: Scene, at: int) -> bool:
    """Whether the word is an infinitive beyond doubt, after an adverbial: ``affirme sur Twitter vouloir``."""
    readings = lexicon().verbs.get(scene.form(at), ())
    skipped = lexicon()["grammar.clitics"] | lexicon()["grammar.negations"]
    back = at - 1
    while scene.form(back) in skipped:
        back -= 1
    return scene.form(back) not in lexicon()["grammar.prepositions"] and any(
        reading.mood is Mood.INFINITIVE for reading in readings
    )


def _is_infinitive(scene: Scene, at: int) -> bool:
    words = lexicon()
    skipped = words["grammar.clitics"] | {"pas", "plus", "jamais", "bien"}
    place = at
    while place < scene.end and place < at + 5 and scene.form(place) in skipped:
        place += 1
    form = scene.form(place)
    if place >= scene.end or scene.tokens[place].capital or form in words["grammar.not_infinitives"]:
        return False
    return is_infinitive(form)
