"""What an article says people and bodies are, so that ``le président américain`` finds its name again."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import is_finite
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.recognition.claims.names import Name, Names
    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.tokens import Token

LATEST = 20
"""Mentions of a description that are looked at."""
REACH = 10
"""Tokens on either side of a name that may describe it."""


_OFFICES = {"président": "état", "présidente": "état"}
"""Of what somebody who presides over a country is the ``chef``."""


class Descriptions:
    """Titles and appositions beside the names of one article."""

    def __init__(self, sentences: Iterable[Sentence], names: Names, year: int | None) -> None:
        self._words: dict[str, set[str]] = {}
        self._heads: dict[str, set[str]] = {}
        """Of each name, the nouns it was called by: ``ministre``, not what it is minister of."""
        self._by_head: dict[str, list[tuple[int, Name]]] = {}
        """The mentions of everybody who was called by a noun, in text order."""
        self._people: dict[str, Name] = {}
        """Last names to the first mention of their bearer."""
        self._genders: dict[str, bool] = {}
        self._year = year
        for sentence in sentences:
            self._read(sentence.tokens, names)
        for name in names:
            if name.kind is NameKind.PERSON:
                self._people.setdefault(name.canonical.rsplit(" ", 1)[-1], name)
            for head in self._heads.get(name.canonical, ()):
                self._by_head.setdefault(head, []).append((name.start, name))

    def gender(self, name: Name) -> bool | None:
        """Whether *name* is a woman's, if a title or a first name says; of a body whether it is feminine."""
        known = self._genders.get(name.canonical)
        if known is not None or name.kind is not NameKind.PERSON:
            return known
        first = name.canonical.split(" ", 1)[0].split("-", 1)[0].lower()
        if first in lexicon()["gender.feminine_names"]:
            return True
        return False if first in lexicon()["gender.masculine_names"] else None

    def lookup(self, part: Sequence[Token]) -> Name | None:
        """The name that the definite phrase *part* means, the latest before it if several would do."""
        words = lexicon()
        content = self._content(part)
        if not content or len(content) > 4:
            return None
        head = next(iter(content))
        if not any(head in words[f"nouns.{kind}"] for kind in ("person", "body", "media")):
            return None
        rest = set(content) - {head}
        woman = part[0].form in ("la", "cette") and head not in words["gender.feminine_nouns"]
        for start, name in self._called(head, part[0].start):
            if woman and name.kind is NameKind.PERSON and self.gender(name) is False:
                continue
            if start < part[0].start and rest <= self._words[name.canonical]:
                return name
        return self._holder(part, content)

    def _called(self, head: str, before: int) -> Iterator[tuple[int, Name]]:
        """The latest mentions before *before* of names that were called *head*, or as good as."""
        chief = lexicon()["nouns.chief"]
        found: list[tuple[int, Name]] = []
        for noun in chief if head in chief else (head,):
            mentions = self._by_head.get(noun, [])
            end = bisect_left(mentions, before, key=lambda one: one[0])
            found += mentions[max(0, end - LATEST) : end]
        return iter(sorted(found, key=lambda one: -one[0]))

    def _holder(self, part: Sequence[Token], content: dict[str, None]) -> Name | None:
        """The holder of an office, where the article names them."""
        if self._year is None:
            return None
        phrase = " ".join(token.form for token in part)
        titles = [word for word in content if word != "état"]
        found: dict[str, Name] = {}
        for office in lexicon().offices:
            known = office.country in content or len(titles) == 1
            if not known or not any(title in phrase for title in office.titles):
                continue
            for holder, begin, end in office.holders:
                name = self._people.get(holder.rsplit(" ", 1)[-1])
                if begin <= self._year <= end and name is not None:
                    found.setdefault(holder, name)
        return next(iter(found.values())) if len(found) == 1 else None

    def _read(self, tokens: Sequence[Token], names: Names) -> None:
        at = 0
        for name in names.within(tokens[0].start, tokens[-1].end):
            if name.kind not in (NameKind.PERSON, NameKind.BODY):
                continue
            while at < len(tokens) and tokens[at].start < name.start:
                at += 1
            if not _is_complement(tokens, at, name):
                self._describe(name, self._title(tokens, at, name, names))
            end = at
            while end < len(tokens) and tokens[end].start < name.end:
                end += 1
            self._describe(name, self._apposition(tokens, end))

    def _describe(self, name: Name, content: Sequence[str]) -> None:
        words = lexicon()
        nouns = words["nouns.body"] | words["nouns.media"]
        if name.kind is NameKind.PERSON:
            nouns |= words["nouns.person"]
        known = self._words.setdefault(name.canonical, set())
        known.update(content)
        if "république" in known or not known.isdisjoint(words.demonyms.values()):
            known.update(form for title, form in _OFFICES.items() if title in known)
        head = next((word for word in content[:3] if word in nouns), None)
        if head is not None:
            self._heads.setdefault(name.canonical, set()).add(head)
        if head == "ministre" and "gouvernement" in content:
            self._heads[name.canonical].add("chef")

    def _title(self, tokens: Sequence[Token], at: int, name: Name, names: Names) -> list[str]:
        """The words of the phrase that leads up to the name."""
        words = lexicon()
        back = at - 1
        if back >= 0 and tokens[back].form == ",":
            back -= 1
        stop = back + 1
        while back >= 0 and back > at - REACH and tokens[back].is_word and not is_finite(tokens, back):
            form = tokens[back].form
            if form in words["grammar.determiners"] and (
                back == 0
                or tokens[back - 1].form not in ("de", "à", "en", "et", "dans", "pour", "sur")
                or (tokens[back - 1].form == "et" and _ends_person(tokens, back - 2, names))
            ):
                self._note_gender(name, form, tokens[back + 1].form if back + 1 < len(tokens) else "")
                return list(self._content(tokens[back:stop]))
            if form in ("du", "des", "de", "d'") and self._is_body(name, tokens[back + 1 : stop]):
                break
            if form in words["grammar.breaks"] or form in words["grammar.relatives"]:
                break
            back -= 1
        return list(self._content(tokens[back + 1 : stop])) if back + 1 < stop else []

    def _is_body(self, name: Name, part: Sequence[Token]) -> bool:
        """Whether *part* already says which body *name* is."""
        words = lexicon()
        return name.kind is NameKind.BODY and any(
            token.form in words["nouns.body"] or token.form in words["nouns.media"] for token in part
        )

    def _note_gender(self, name: Name, determiner: str, noun: str) -> None:
        if name.kind is NameKind.PERSON and determiner in ("le", "un", "la", "une"):
            if noun in lexicon()["nouns.person"] or noun in (
                "premier",
                "première",
                "ancien",
                "ancienne",
                "jeune",
            ):
                self._genders.setdefault(name.canonical, determiner in ("la", "une"))
        elif name.kind is NameKind.BODY and determiner in ("le", "la"):
            self._genders.setdefault(name.canonical, determiner == "la")

    def _apposition(self, tokens: Sequence[Token], at: int) -> list[str]:
        """The words between the commas after the name, if they describe it."""
        words = lexicon()
        if at + 1 >= len(tokens) or tokens[at].form not in (",", "("):
            return []
        end = at + 1
        while end < len(tokens) and end < at + REACH and tokens[end].is_word and not is_finite(tokens, end):
            end += 1
        part = tokens[at + 1 : end]
        nouns = words["nouns.person"] | words["nouns.body"] | words["nouns.media"]
        if not any(token.form in nouns for token in part[:4]):
            return []
        return list(self._content(part))

    def _content(self, part: Sequence[Token]) -> dict[str, None]:
        """Nouns and adjectives in order; a nationality becomes its country."""
        words = lexicon()
        skipped = words["grammar.determiners"] | words["grammar.prepositions"]
        content = {
            words.demonyms.get(token.form, token.form): None
            for token in part
            if token.is_word
            and token.form not in skipped
            and token.form not in ("et", "même", "ancien", "ancienne", "actuel", "premier")
        }
        if any(_is_premier(part, at) for at in range(len(part) - 1)):
            content.setdefault("gouvernement")
        return content


def _is_premier(part: Sequence[Token], at: int) -> bool:
    return part[at].form in ("premier", "première") and part[at + 1].form == "ministre"


def _ends_person(tokens: Sequence[Token], at: int, names: Names) -> bool:
    """Whether the token at *at* is the last of somebody's name."""
    if at < 0:
        return False
    near = names.within(tokens[max(0, at - REACH)].start, tokens[at].end)
    return bool(near) and near[-1].kind is NameKind.PERSON and near[-1].end == tokens[at].end


def _is_complement(tokens: Sequence[Token], at: int, name: Name) -> bool:
    """Whether *name* stands inside a word or after ``de``: ``le ministre de l'Intérieur`` is not the body."""
    if at >= len(tokens) or tokens[at].start != name.start:
        return True
    before = at - 1
    if before > 0 and tokens[before].form in ("le", "la", "l'", "les"):
        before -= 1
    return before >= 0 and tokens[before].form in ("de", "d'", "du", "des")
