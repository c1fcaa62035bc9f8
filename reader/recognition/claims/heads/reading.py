"""Finds every ``selon X`` of a sentence and whom it names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import is_finite
from reader.recognition.claims.heads.pour import read_pour
from reader.recognition.claims.heads.scope import add_head
from reader.recognition.claims.heads.which import WHICH, WHICH_FOR, read_which
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.phrases.following import phrase_after
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.postverbal import subject_after
from reader.recognition.claims.sentences import STOPS
from reader.recognition.claims.subjects import subject_of
from reader.recognition.claims.tokens import QUOTED, tokenise

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources.source import Source

_STYLES = frozenset(("me", "m", "mme", "dr", "maître", "mgr"))
"""Before a name they are no part of it."""
_AFTER_NAME = frozenset((",", QUOTED, "à", "au", "aux", "dans", "sur"))
WHAT = 12
"""Tokens after ``selon ce que`` among which its verb stands."""
CARRIED = 8
"""Tokens after ``les termes``, ``une étude`` among which their owner is sought."""


def read_heads(scene: Scene) -> None:
    """Adds what every ``selon X`` of the sentence vouches for."""
    at = scene.first
    heads = _heads()
    while at < scene.end:
        form = scene.form(at)
        length = next((len(one) for one in heads.get(form, ()) if _stands(scene, at, one)), 0)
        if length:
            at = _read(scene, at, length)
        elif form == "pour" and scene.form(at + 1) in WHICH_FOR:
            at = read_which(scene, at, at + 1)
        elif form == "pour":
            at = read_pour(scene, at)
        else:
            at += 1


@cache
def _heads() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word of an attributing phrase to the phrases, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon()["attribution.heads"]:
        forms = tuple(token.form for token in tokenise(phrase, 0, len(phrase)))
        found.setdefault(forms[0], []).append(forms)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def _stands(scene: Scene, at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(token.form for token in scene.tokens[at : at + len(phrase)]) == phrase


def _read(scene: Scene, at: int, length: int) -> int:
    """Reads the source after the head at *at*; gives the place to go on from."""
    words = lexicon()
    start = at + length
    if scene.form(start - 1) in ("du", "des", "source", "sources"):
        start -= 1
    if scene.form(start) in WHICH:
        return read_which(scene, at, start)
    if scene.form(start) == "ce" and scene.form(start + 1) in ("que", "qu'"):
        return _read_what(scene, at, start)
    if start >= scene.end or scene.form(start) in words["attribution.not_sources"]:
        return start
    if scene.form(start) == QUOTED:
        source = scene.quoted_name(start)
        if source is not None:
            add_head(scene, at, Phrase(start, start + 1), source)
        return start + 1
    if scene.form(start) in words["attribution.pronouns"]:
        add_head(scene, at, Phrase(start, start + 1), scene.resolver.pronoun(scene.tokens, start))
        return start + 1
    phrase = phrase_after(scene.tokens, scene.names, start, scene.end)
    if phrase is None or scene.form(start + 1) in words["attribution.not_sources"]:
        return start
    source = _named(scene, phrase)
    if source is not None:
        add_head(scene, at, phrase, source)
    return phrase.end


def _read_what(scene: Scene, at: int, start: int) -> int:
    """``selon ce qu'a confié X``, ``d'après ce que X affirme``: the subject of the verb is the source."""
    for place, group in enumerate(scene.groups):
        if start < group.start <= start + WHAT and group.finite:
            after = subject_after(scene, group.end)
            inverted = group.start <= start + 3 and after is not None
            source = (
                scene.resolver.resolve(scene.tokens, after) if inverted else subject_of(scene, place, group)
            )
            end = after.end if inverted and after is not None else group.end
            if source is not None and source.agent:
                add_head(scene, at, Phrase(start, end), source)
            return end
    return start + 2


def _named(scene: Scene, phrase: Phrase) -> Source | None:
    """Who *phrase* means: who stands behind it, itself, or the name that follows it."""
    source = _behind(scene, phrase) or scene.resolver.resolve(scene.tokens, phrase)
    if source is None or source.named:
        return source
    return _name_later(scene, phrase.end) or source


def _behind(scene: Scene, phrase: Phrase) -> Source | None:
    """Who is behind ``les termes de X``, ``une étude publiée par X``."""
    carriers = lexicon()["attribution.carriers"]
    reach = range(phrase.start, min(phrase.end, phrase.start + 4))
    carrier = next((at for at in reach if scene.form(at) in carriers), -1)
    if carrier < 0:
        return None
    for at in range(carrier + 1, min(scene.end, carrier + CARRIED)):
        form = scene.form(at)
        if form in (",", QUOTED) or form in STOPS or is_finite(scene.tokens, at):
            break
        if form in ("de", "d'", "du", "des", "par") and scene.form(at + 1) != "presse":
            start = at + (form in ("de", "d'", "par"))
            inner = phrase_after(scene.tokens, scene.names, start, scene.end)
            source = scene.resolver.resolve(scene.tokens, inner)
            if source is not None and source.agent and not (source.named and source.kind is NameKind.PLACE):
                return source if source.named else _without_de(source)
    return None


def _without_de(source: Source) -> Source:
    """``du gouvernement`` as ``le gouvernement``, ``des médias`` as ``les médias``."""
    for fused, article in (("du ", "le "), ("des ", "les ")):
        if source.name.startswith(fused):
            return replace(source, name=article + source.name[len(fused) :])
    return source


def _name_later(scene: Scene, start: int) -> Source | None:
    """The name that follows a description at a distance: ``un médecin cité par AP, Herman Granados,``."""
    for at in range(start, min(scene.end, start + CARRIED)):
        form = scene.form(at)
        if form == ",":
            place = at + 1 + (scene.form(at + 1) in _STYLES)
            name = scene.names.at(scene.tokens[place].start) if place < scene.end else None
            if name is None or name.kind is not NameKind.PERSON:
                return None
            after = next((token.form for token in scene.tokens[at:] if token.start >= name.end), ",")
            return scene.resolver.person(name) if after in _AFTER_NAME else None
        if form == QUOTED or is_finite(scene.tokens, at):
            return None
    return None
