"""Who a relative pronoun stands for: the noun phrase before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import is_finite
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.openings import opens_alone, opens_phrase
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources.source import Source

REACH = 24
"""Tokens the noun phrase has at most."""
_BREAKS = frozenset((";", ":", QUOTED, "que", "qu'", "par", "mais"))
_LINKS = frozenset(("de", "d'", "du", "des", "à"))
_ARTICLES = frozenset(("le", "la", "l'", "les", "un", "une", "ce", "cette", "son", "sa"))


def antecedent(scene: Scene, at: int) -> Source | None:
    """Who the relative pronoun at *at* stands for."""
    last = at - 1 - (scene.form(at - 1) == ",")
    if last < scene.first or scene.form(last) == QUOTED:
        return scene.subject
    inside = scene.names.within(scene.tokens[max(scene.first, last - 8)].start, scene.tokens[last].end)
    if inside and inside[-1].kind is NameKind.PERSON and inside[-1].end == scene.tokens[last].end:
        return scene.resolver.person(inside[-1])
    start = last
    while start > scene.first and last - start < REACH and not _begins(scene, start):
        start -= 1
    start += scene.form(start) in ("dont", ",")
    return _owner(scene, start) or scene.resolver.resolve(scene.tokens, Phrase(start, last + 1))


def _owner(scene: Scene, start: int) -> Source | None:
    """The person described right before the place at *start*: ``Paul, le chef pour la Syrie, qui``."""
    name = next(
        (one for one in (scene.names.at(scene.tokens[at].start) for at in (start, start + 1)) if one), None
    )
    if name is None or name.kind in (NameKind.PERSON, NameKind.BODY):
        return None
    if scene.form(start - 1) not in lexicon()["grammar.prepositions"]:
        return None
    first = start - 1
    while first > scene.first and start - first < REACH and not _begins(scene, first):
        first -= 1
    source = scene.resolver.resolve(scene.tokens, Phrase(first, start - 1))
    return source if source is not None and source.kind is NameKind.PERSON else None


def _begins(scene: Scene, start: int) -> bool:
    """Whether the noun phrase begins at *start*, by what stands before it."""
    before = scene.form(start - 1)
    if before in _BREAKS or is_finite(scene.tokens, start - 1):
        return True
    if before == ",":
        return opens_phrase(scene, start) or scene.form(start) in ("plus", "dont")
    if before in lexicon()["grammar.prepositions"] and before not in _LINKS:
        return opens_phrase(scene, start)
    return scene.form(start) in _ARTICLES and opens_alone(scene, start)
