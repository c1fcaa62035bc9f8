"""``selon X``, ``d'après X``, ``pour X``: what is said beside the name of who says it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import has_finite, is_finite, main_start
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.phrases import Phrase, phrase_after
from reader.recognition.claims.regions import Manner
from reader.recognition.claims.sentences import STOPS
from reader.recognition.claims.subjects import opens_phrase
from reader.recognition.claims.tokens import QUOTED, tokenise
from reader.recognition.claims.verbs import is_adverb

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources import Source

APPOSITION = 16
"""Tokens between the commas after a source's name at most."""
_LEADS = frozenset((";", ":", "mais", "car", "or", "—", "–", "et", "que", "qu'", "tandis"))
_CONDITIONALS = frozenset(("aurait", "auraient", "serait", "seraient"))


def read_heads(scene: Scene) -> None:
    """Adds what every ``selon X`` of the sentence vouches for."""
    at = scene.first
    heads = _heads()
    while at < scene.end:
        form = scene.form(at)
        length = next((len(one) for one in heads.get(form, ()) if _stands(scene, at, one)), 0)
        if length:
            at = _read(scene, at, length)
        elif form == "pour":
            at = _read_pour(scene, at)
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
    form = scene.form(start)
    if start >= scene.end or form in words["attribution.not_sources"]:
        return start
    if form in words["attribution.pronouns"]:
        phrase = Phrase(start, start + 1)
        source = scene.resolver.pronoun(scene.tokens, start)
    else:
        found = phrase_after(scene.tokens, scene.names, start, scene.end)
        if found is None or scene.form(start + 1) in words["attribution.not_sources"]:
            return start
        phrase = found
        source = _behind(scene, phrase) or scene.resolver.resolve(scene.tokens, phrase)
        if source is None:
            return phrase.end
        if not source.named:
            source = _name_later(scene, phrase.end) or source
    _add(scene, at, phrase, source)
    return phrase.end


def _behind(scene: Scene, phrase: Phrase) -> Source | None:
    """Who is behind ``les termes de X``, ``une étude publiée par X``."""
    carriers = lexicon()["attribution.carriers"]
    reach = range(phrase.start, min(phrase.end, phrase.start + 4))
    carrier = next((at for at in reach if scene.form(at) in carriers), -1)
    if carrier < 0:
        return None
    for at in range(carrier + 1, min(scene.end, carrier + 8)):
        form = scene.form(at)
        if form in (",", QUOTED) or form in STOPS or is_finite(scene.tokens, at):
            break
        if form in ("de", "d'", "du", "des", "par"):
            start = at + (form in ("de", "d'", "par"))
            inner = phrase_after(scene.tokens, scene.names, start, scene.end)
            source = scene.resolver.resolve(scene.tokens, inner)
            if source is not None and source.agent and not (source.named and source.kind is NameKind.PLACE):
                return source
    return None


def _name_later(scene: Scene, start: int) -> Source | None:
    """The name that follows a description at a distance: ``un médecin cité par AP, Herman Granados,``."""
    for at in range(start, min(scene.end, start + 8)):
        form = scene.form(at)
        if form == ",":
            name = scene.names.at(scene.tokens[at + 1].start) if at + 1 < scene.end else None
            if name is None or name.kind is not NameKind.PERSON:
                return None
            after = next((token.form for token in scene.tokens[at:] if token.start >= name.end), ",")
            return scene.resolver.person(name) if after in (",", QUOTED) else None
        if form == QUOTED or is_finite(scene.tokens, at):
            return None
    return None


def _read_pour(scene: Scene, at: int) -> int:
    """``Pour Rajoy, …``: at the head of a sentence, or right before a quotation."""
    opens = at == scene.first
    if not opens and scene.form(at - 1) not in (",", "et", "mais"):
        return at + 1
    phrase = phrase_after(scene.tokens, scene.names, at + 1, scene.end)
    if phrase is None or scene.form(phrase.end) != ",":
        return at + 1
    quoted = scene.form(phrase.end + 1) == QUOTED
    several = scene.form(at + 1) in ("certains", "certaines", "plusieurs", "beaucoup", "les")
    if not (opens or quoted or several):
        return at + 1
    if scene.form(at + 1) in ("lui", "elle", "eux"):
        source = scene.resolver.pronoun(scene.tokens, at + 1)
    else:
        source = scene.resolver.resolve(scene.tokens, phrase)
    if source is None or not source.agent:
        return at + 1
    rumour = any(token.form.endswith(("rait", "raient")) for token in scene.tokens[phrase.end : scene.end])
    said = rumour or (source.named and scene.has_quotation(phrase.end, scene.end))
    surely = source.kind is NameKind.PERSON or quoted or (said and source.kind is not NameKind.PLACE)
    if surely:
        _add(scene, at, phrase, source, opinion=source.kind is NameKind.PERSON)
    return phrase.end


def _add(scene: Scene, at: int, phrase: Phrase, source: Source | None, opinion: bool = False) -> None:
    cue = Phrase(at, phrase.end)
    before = at - 1
    while before >= scene.first and (is_adverb(lexicon(), scene.tokens[before]) or scene.form(before) == ","):
        before -= 1
    start, end = at, at
    if before < scene.first or scene.form(before) in _LEADS:
        start = _after_source(scene, phrase.end)
        end = scene.clause_end(start)
    elif (
        not has_finite(scene.tokens, scene.first, at)
        and has_finite(scene.tokens, phrase.end, scene.end)
        and scene.form(phrase.end + 1) not in ("qui", "dont")
    ):
        opens = scene.form(at - 1) == "," and opens_phrase(scene, scene.first)
        start = scene.first if opens else _after_source(scene, phrase.end)
        end = scene.clause_end(max(start, phrase.end))
    else:
        start = main_start(scene.tokens, _clause_start(scene, at), at)
        end = before + 1
        if scene.form(phrase.end + 1) in ("que", "qu'"):
            start, end = phrase.end + 2, scene.clause_end(phrase.end + 2)
        elif _interrupts(scene, start, at, phrase.end):
            end = scene.clause_end(phrase.end + 1)
    if scene.form(phrase.end) == QUOTED and phrase.end >= end:
        scene.add(phrase.end, phrase.end + 1, Manner.HEAD, source, cue)
    scene.add(start, end, Manner.HEAD, source, cue, opinion=opinion)


def _interrupts(scene: Scene, start: int, at: int, end: int) -> bool:
    """Whether the clause goes on after the source: ``Lucy aurait, selon des experts, fait une chute``."""
    return (
        scene.form(end) == ","
        and end + 1 < scene.end
        and (scene.form(at - 1) in _CONDITIONALS or scene.form(at - 2) in _CONDITIONALS)
        and not has_finite(scene.tokens, start, at - 2)
    )


def _after_source(scene: Scene, start: int) -> int:
    """Past what describes the source: a bracket, ``, l'un des conseillers du ministre,``."""
    if scene.form(start) == "(":
        while start < scene.end and scene.form(start) != ")":
            start += 1
        start += 1
    elif not has_finite(scene.tokens, start, start + 1) and scene.form(start) != ",":
        start = _past_complement(scene, start)
    start += scene.form(start) == ","
    if scene.form(start) in ("qui", "dont"):
        return _past_relative(scene, start)
    for at in range(start, min(scene.end, start + APPOSITION)):
        form = scene.form(at)
        if form == QUOTED or is_finite(scene.tokens, at) or form in lexicon()["grammar.subjects"]:
            return start
        if form == ",":
            goes_on = has_finite(scene.tokens, at + 1, scene.end) or scene.has_quotation(at + 1, scene.end)
            return at + 1 if goes_on else start
    return start


def _past_relative(scene: Scene, start: int) -> int:
    """Past the relative clause about the source, up to its comma; to the end where nothing follows."""
    for at in range(start + 1, scene.end):
        if scene.form(at) == "," and has_finite(scene.tokens, at + 1, scene.end):
            return at + 1
    return scene.end


def _past_complement(scene: Scene, start: int) -> int:
    """Past the rest of a long source, up to its comma, if no verb comes first."""
    for at in range(start, min(scene.end, start + APPOSITION * 2)):
        form = scene.form(at)
        if form == ",":
            return at
        if form == QUOTED or is_finite(scene.tokens, at) or form in lexicon()["grammar.subjects"]:
            return start
    return start


def _clause_start(scene: Scene, at: int) -> int:
    """Where the clause that ends at *at* begins: the sentence, or after a semicolon or an adversative."""
    for back in range(at - 1, scene.first, -1):
        form = scene.form(back)
        if form == ";" or (form == "mais" and scene.form(back - 1) == ","):
            return back + 1
        if form == "tandis":
            return back + 2
    return scene.first
