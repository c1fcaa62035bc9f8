"""Who is named where in an article: the entities it was given, or runs of capitals where there are none."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reader.model import EntityLabel
from reader.recognition.claims.lexicon import word_lists
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.model import Entity
    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.tokens import Token

PARTICLES = frozenset("de du des d' al el von van der den ben bin da di dos la le y of the for and".split())  # noqa: SIM905
"""Words inside a name that have no capital."""


_HEADS = ("Pour ", "Selon ", "D'après ", "D’après ")
"""They bring a source and are no part of its name."""


class NameKind(Enum):
    """What a name stands for, as far as speaking goes."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands, with its canonical form."""

    start: int
    end: int
    canonical: str
    kind: NameKind


_KINDS = {
    EntityLabel.PER: NameKind.PERSON,
    EntityLabel.ORG: NameKind.BODY,
    EntityLabel.LOC: NameKind.PLACE,
    EntityLabel.MISC: NameKind.OTHER,
}


class Names:
    """The names of one article in text order."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = sorted(names, key=lambda name: (name.start, -name.end))
        self._starts = [name.start for name in self._names]

    def __iter__(self) -> Iterator[Name]:
        return iter(self._names)

    def within(self, start: int, end: int) -> list[Name]:
        """The names that begin in ``[start, end)``."""
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, start: int) -> Name | None:
        """The name that begins at *start*."""
        place = bisect_left(self._starts, start)
        if place < len(self._names) and self._starts[place] == start:
            return self._names[place]
        return None


def names_of(text: str, entities: Sequence[Entity], sentences: Sequence[Sentence]) -> Names:
    """The names of an article from its *entities*, or guessed from capitals where none are given."""
    found = [_without_head(one) for one in entities] if entities else list(_guessed(text, sentences))
    full = _full_names(found)
    return Names(_completed(one, full) for one in found)


def _without_head(entity: Entity) -> Name:
    """The entity as a name, without a head that opens the sentence with a capital: ``Pour Morel``."""
    start, name = entity.span.start, entity.name or entity.text
    for head in _HEADS:
        if entity.text.startswith(head) and name.startswith(head):
            start, name = start + len(head), name.removeprefix(head)
    return Name(start, entity.span.end, name, _KINDS[entity.label])


def _completed(name: Name, full: dict[tuple[bool, str], str]) -> Name:
    """*name* under its longer form, if the article gives one."""
    person = full.get((True, name.canonical))
    if person is not None and name.kind in (NameKind.PERSON, NameKind.BODY):
        return Name(name.start, name.end, person, NameKind.PERSON)
    body = full.get((False, name.canonical))
    if body is not None and name.kind is not NameKind.PERSON:
        return Name(name.start, name.end, body, name.kind)
    return name


def _full_names(names: Iterable[Name]) -> dict[tuple[bool, str], str]:
    """Short forms to the first longer one: last names of persons, initials of bodies."""
    full: dict[tuple[bool, str], str] = {}
    for name in names:
        words = name.canonical.split()
        if len(words) < 2:
            continue
        if name.kind is NameKind.PERSON:
            full.setdefault((True, words[-1]), name.canonical)
        else:
            capitals = "".join(word[0] for word in words if word[0].isupper())
            if len(capitals) > 1:
                full.setdefault((False, capitals), name.canonical)
    return full


def _guessed(text: str, sentences: Sequence[Sentence]) -> Iterator[Name]:
    """Runs of capitalised words; a lone one at a sentence's head only if it also stands inside one."""
    inner = {
        token.form
        for sentence in sentences
        for token in sentence.tokens[sentence.first + 1 :]
        if token.capital and token.form != QUOTED
    }
    for sentence in sentences:
        tokens = sentence.tokens
        at = sentence.first
        while at < len(tokens):
            end = _run(tokens, at) if _begins_name(tokens, at, sentence.first, inner) else at
            if end > at:
                start, stop = tokens[at].start, tokens[end - 1].end
                words = " ".join(text[start:stop].split())
                yield Name(start, stop, words, _kind(tokens, at, end))
                at = end
            else:
                at += 1


def _begins_name(tokens: Sequence[Token], at: int, first: int, inner: set[str]) -> bool:
    token = tokens[at]
    words = word_lists()
    if not token.capital or token.form == QUOTED or token.form.endswith("'"):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    common = token.form in words["nouns.body"] or token.form in words["nouns.person"]
    if common and not (following and following.capital):
        return False
    if any(token.form in words[f"grammar.{kind}"] for kind in ("openers", "openers_en", "prepositions")):
        return False
    if at != first and not (at and tokens[at - 1].form in (":", "–", "—")):
        return True
    return token.form in inner or (following is not None and following.capital and following.form != QUOTED)


def _run(tokens: Sequence[Token], at: int) -> int:
    """Where the run of capitals that begins at *at* ends, particles between two capitals included."""
    end = at + 1
    while end < len(tokens):
        token = tokens[end]
        if token.capital and token.form != QUOTED and not token.form.endswith("'"):
            end += 1
            continue
        if token.form.isdigit() and len(token.form) == 1:
            return end + 1
        ahead = end
        while ahead < len(tokens) and ahead < end + 2 and tokens[ahead].form in PARTICLES:
            ahead += 1
        if ahead > end and ahead < len(tokens) and tokens[ahead].capital and tokens[ahead].form != QUOTED:
            end = ahead + 1
        else:
            break
    return end


def _kind(tokens: Sequence[Token], start: int, end: int) -> NameKind:
    before = tokens[start - 1].form if start else ""
    words = word_lists()
    if any(
        token.form in words["nouns.body"] or token.form in words["nouns.media"] for token in tokens[start:end]
    ):
        return NameKind.BODY
    if before in ("le", "la", "l'", "les", "du", "des", "au", "aux"):
        return NameKind.BODY
    if before in words["nouns.body"] or before in words["nouns.media"]:
        return NameKind.BODY
    if before in ("à", "en"):
        return NameKind.PLACE
    return NameKind.PERSON if end - start > 1 else NameKind.BODY
