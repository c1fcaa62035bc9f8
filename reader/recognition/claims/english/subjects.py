"""Who stands before a verb of saying, behind it, or beside *according to*."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.recognition.claims.english.line import DIVIDING, Line, words
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from reader.recognition.claims.names import Name

REACH = 24
"""Tokens before a verb that are looked at for its subject."""
LONGEST = 90
"""Characters of an unnamed source."""
_ARTICLES = frozenset(("a", "an", "the"))
_BREAKS = frozenset(("that", "whether", "because", "if", "where"))


@dataclass(slots=True)
class Scene:
    """Who spoke last, and who was named last, as a text is read from its start."""

    speaker: str | None = None
    person: str | None = None
    body: str | None = None
    described: dict[str, str] = field(default_factory=dict)
    """Head noun of an unnamed speaker to how the text worded it."""

    def meet(self, line: Line) -> None:
        """Remember the names of a sentence that was read."""
        for name in line.named(line.first, line.end):
            if name.kind is NameKind.PERSON:
                self.person = name.canonical
            elif name.kind is NameKind.BODY:
                self.body = name.canonical

    def pronoun(self, form: str, line: Line, at: int) -> str | None:
        """Whom a pronoun means: who spoke last, else who was named last, in this sentence or before."""
        here = [
            name
            for name in line.named(line.first, at)
            if (name.kind is NameKind.PERSON) == (form in words()["people"])
        ]
        if form in words()["people"]:
            return (here[0].canonical if here else None) or self.speaker or self.person
        return (here[0].canonical if here else None) or self.speaker or self.body


def before(line: Line, verb: int, scene: Scene) -> tuple[str | None, int]:
    """The subject before a verb, and where it begins; the verb's own place where there is none."""
    end = verb
    while end > line.first and (line.is_in(end - 1, "between") or _is_adverb(line, end - 1)):
        end -= 1
    if line.form(end) in ("who", "which"):
        end -= line.form(end - 1) == ","
        segments = _segments(line, end)
        return (_of(line, *segments[0], scene), segments[0][0]) if segments else (None, verb)
    appositive = line.form(end - 1) == ","
    segments = _segments(line, end - appositive)
    if not segments:
        return None, verb
    start, stop = segments[0]
    if stop - start == 1 and line.is_in(start, "pronouns"):
        return scene.pronoun(line.form(start), line, start), start
    if not appositive or len(segments) == 1:
        return _of(line, start, stop, scene), start
    near = line.named(start, stop)
    if any(name.kind is NameKind.PERSON for name in near) or not _is_apposition(line, start):
        return _of(line, start, stop, scene), start
    return _of(line, *segments[1], scene), segments[1][0]


_NO_ADVERBS = frozenset(
    ("family", "ally", "reply", "supply", "assembly", "july", "italy", "weekly", "daily", "monthly")
)


def _is_adverb(line: Line, at: int) -> bool:
    form = line.form(at)
    return form.endswith("ly") and form not in _NO_ADVERBS and not line.tokens[at].capital


_MORE_ABOUT = frozenset(
    ("a", "an", "the", "his", "her", "its", "one", "of", "from", "formerly", "now", "then")
)


def _is_apposition(line: Line, start: int) -> bool:
    """*a miner from Plevna*, *54*: more about who stands before the comma."""
    form = line.form(start)
    return (
        form in _MORE_ABOUT
        or form in ("who", "which", "whose")
        or form.isdigit()
        or (form.endswith("ed") and not line.tokens[start].capital)
    )


def _segments(line: Line, end: int) -> list[tuple[int, int]]:
    """The stretches between commas before a token, nearest first, within the clause."""
    found: list[tuple[int, int]] = []
    stop = at = end
    while at > line.first and end - at < REACH:
        form = line.form(at - 1)
        if form == ",":
            if stop > at:
                found.append((at, stop))
            stop = at - 1
        elif (
            form in DIVIDING
            or form == QUOTED
            or form in _BREAKS
            or (
                form in ("but", "and", "while", "as", "when")
                and (line.form(at - 2) in (",", "") or at - 1 == line.first)
            )
        ):
            break
        at -= 1
    if stop > at:
        found.append((at, stop))
    return found[:3]


def behind(line: Line, start: int, scene: Scene) -> tuple[str | None, int]:
    """The source that begins at a token, and where it ends."""
    if start >= line.end:
        return None, start
    if line.is_in(start, "pronouns") and line.form(start) != "her":
        return scene.pronoun(line.form(start), line, start), start + 1
    end = start + 1
    while end < line.end and end - start < REACH:
        form = line.form(end)
        if form in (",", ";", ":", QUOTED, "who", "which", "that", "but") or form in DIVIDING:
            break
        if (
            line.is_in(end, "circumstances")
            and form not in ("in", "at", "to", "from", "with")
            and not line.name_at(end)
        ):
            break
        if form in ("in", "to", "on", "at") and not line.is_in(end - 1, "speakers"):
            break
        end += 1
    if line.form(end) == "," and not line.named(start, end) and line.named(end + 1, min(end + 5, line.end)):
        following = line.named(end + 1, min(end + 5, line.end))[0]
        if following.kind is NameKind.PERSON and line.names.at(line.tokens[end + 1].start):
            return following.canonical, end + 1
    return _of(line, start, end, scene), end


def _of(line: Line, start: int, end: int, scene: Scene) -> str | None:
    """The name of a noun phrase, or its words."""
    if start >= end:
        return None
    names = line.named(start, end)
    core = start + line.is_in(start, "determiners")
    people = [name for name in names if name.kind is NameKind.PERSON]
    if not _speaks_for(line, core, end):
        if people:
            return people[0].canonical if line.name_at(core) else people[-1].canonical
        first = next((name for name in names if _begins(line, name, start, core)), None)
        if first is not None and not _goes_on(line, first, end):
            return first.canonical
    return _worded(line, start, end, scene)


def _begins(line: Line, name: Name, start: int, core: int) -> bool:
    return name.start in (line.tokens[start].start, line.tokens[min(core, line.end - 1)].start)


def _goes_on(line: Line, name: Name, end: int) -> bool:
    """Whether the name is only the beginning: *Hamas officials*."""
    return any(
        token.start >= name.end and token.form in words()["speakers"]
        for token in line.tokens[line.first : end]
    )


def _speaks_for(line: Line, core: int, end: int) -> bool:
    """*Lawyers for X*, *sources close to X*, *a senior official at X*: not X."""
    for at in range(core, min(core + 4, end)):
        if line.is_in(at, "speakers") and line.is_in(at + 1, "linking"):
            return True
        if line.name_at(at):
            return False
    return False


def _worded(line: Line, start: int, end: int, scene: Scene) -> str | None:
    """An unnamed source as the text words it, without its article."""
    definite = line.form(start) == "the"
    if line.form(start) in _ARTICLES:
        start += 1
    if start >= end or not any(token.is_word for token in line.tokens[start:end]):
        return None
    head = next(
        (line.form(at) for at in range(end - 1, start - 1, -1) if line.is_in(at, "speakers")),
        line.form(end - 1),
    )
    told = line.words_of(start, end)[:LONGEST]
    if definite and end - start <= 2 and head in scene.described:
        return scene.described[head]
    for at in range(start, end):
        if line.is_in(at, "speakers"):
            scene.described[line.form(at)] = told
            break
    return told
