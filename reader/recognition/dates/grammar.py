"""How rows are written and matched: a pattern, the words it may open with, and a builder.

In a pattern ``<day>`` stands for the piece of that name, ``<d:day>`` captures it as
``d``, a blank is one or two blanks, and ``_`` at most two. Patterns read folded text.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.recognition.dates.meanings.basis import Meaning
    from reader.recognition.dates.words import Words

    Builder = Callable[["Match"], "Built"]

_PIECE = re.compile(r"(?<!\(\?)(?<!\(\?P)<(?:(\w+):)?(\w+)>")
_BLANK = re.compile(r"(?<!\[)(?<!\\) |_(?![\w:]*>)")
WORD = re.compile(r"\d+|[^\W\d_]+")
REACH = 9
"""How many words before its trigger an expression may begin."""
SECOND_WITHIN = 40
"""How far behind the first word the second is looked for and read, in characters."""
FIGURE = "0"
"""Stands for any word of figures among the openers of a row."""


class Sense(NamedTuple):
    """What a row made of its match."""

    meaning: Meaning
    mod: str | None = None


Built = Sense | None


class Match(NamedTuple):
    """A matched row: the groups by name, and the text around."""

    match: re.Match[str]
    words: Words
    text: str
    """The text as it was, not folded; same offsets as the folded one."""

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    def has(self, group: str) -> bool:
        """Whether the pattern has that group and it took part."""
        return group in self.match.re.groupindex and self.match[group] is not None

    def get(self, group: str) -> str:
        """What a group caught; empty where it took no part."""
        return (self.match[group] or "") if group in self.match.re.groupindex else ""

    def original(self, group: str) -> str:
        """What a group caught, as it is written."""
        begin, end = self.match.span(group)
        return self.text[begin:end]

    def before(self, size: int = 24) -> str:
        """The folded text just before, within the line."""
        piece = self.match.string[max(0, self.start - size) : self.start]
        return piece.rpartition("\n")[2]

    def after(self, size: int = 24) -> str:
        """The folded text just behind, within the line."""
        return self.match.string[self.end : self.end + size].partition("\n")[0]


class Row(NamedTuple):
    """One way to say a time."""

    opens: str
    """Names of word tables or plain words it may begin with, separated by blanks."""
    pattern: str
    build: Builder
    then: str = ""
    """What its second word may be, written as *opens*; empty for any: spares compiling it in vain."""


class Found(NamedTuple):
    """A stretch of text that a row matched."""

    start: int
    end: int
    sense: Sense


@dataclass(slots=True, eq=False, repr=False)
class Lazy:
    """A row whose pattern is compiled the first time its opening words are met."""

    row: Row
    pieces: Mapping[str, str]
    then: frozenset[str]
    pattern: re.Pattern[str] | None = None

    def match(self, folded: str, start: int) -> re.Match[str] | None:
        """The row's match at *start*, if any."""
        if self.pattern is None:
            self.pattern = re.compile(expand(self.row.pattern, self.pieces) + r"(?!\w)")
        return self.pattern.match(folded, start)


@dataclass(slots=True, eq=False, repr=False)
class Grammar:
    """The rows of a language by the word they open with."""

    words: Words
    triggers: frozenset[str]
    rows: dict[str, list[Lazy]] = field(default_factory=dict)

    def find(self, folded: str, text: str) -> list[Found]:
        """The expressions in order, none overlapping; the first row that matches takes the words."""
        found: list[Found] = []
        behind = 0
        for start, word in self._candidates(folded):
            if start < behind or _inside_word(folded, start):
                continue
            hit = self._at(folded, text, start, FIGURE if word[0].isdigit() else word)
            if hit is not None:
                found.append(hit)
                behind = hit.end
        return found

    def _candidates(self, folded: str) -> Iterable[tuple[int, str]]:
        """The places where a row may begin: openers at most so many words before a trigger."""
        triggers, rows = self.triggers, self.rows
        recent: deque[tuple[int, int, str]] = deque(maxlen=REACH + 1)
        for index, token in enumerate(WORD.finditer(folded)):
            word = token.group()
            figure = word[0].isdigit()
            if figure or word in rows:
                recent.append((index, token.start(), word))
            if figure or word in triggers:
                for at, start, opener in recent:
                    if index - at <= REACH:
                        yield start, opener
                recent.clear()

    def _at(self, folded: str, text: str, start: int, word: str) -> Found | None:
        second: str | None = None
        for lazy in self.rows.get(word, ()):
            if lazy.then:
                if second is None:
                    second = _second_word(folded, start)
                if second not in lazy.then:
                    continue
            match = lazy.match(folded, start)
            if match is None:
                continue
            sense = lazy.row.build(Match(match, self.words, text))
            if sense is not None:
                return Found(start, start + len(match.group().rstrip(" ")), sense)
        return None


def _second_word(folded: str, start: int) -> str:
    """The word after the one at *start*, or that it is a figure; empty at the end."""
    first = WORD.match(folded, start)
    second = WORD.search(folded, first.end(), first.end() + SECOND_WITHIN) if first else None
    if second is None:
        return ""
    return FIGURE if second.group()[0].isdigit() else second.group()


def _inside_word(folded: str, start: int) -> bool:
    """Whether *start* lies within a word or a longer figure: ``A8``, ``3,5``, ``1.2.3``."""
    if start == 0:
        return False
    before = folded[start - 1]
    if before.isalnum() or before == "_":
        return True
    return before in ".,:/" and folded[start].isdigit() and folded[start - 2 : start - 1].isdigit()


def compile_rows(
    rows: Iterable[Row], pieces: Mapping[str, str], words: Words, triggers: Iterable[str]
) -> Grammar:
    """The grammar of *rows*, none compiled yet; openers and triggers are tables of *words* or plain words."""
    openings = _Openings(words)
    grammar = Grammar(words, openings.of(triggers))
    for row in rows:
        lazy = Lazy(row, pieces, openings.of(row.then.split()))
        for opener in openings.of(row.opens.split()):
            grammar.rows.setdefault(opener, []).append(lazy)
    return grammar


def expand(pattern: str, pieces: Mapping[str, str]) -> str:
    """A pattern with its pieces and blanks written out."""

    def piece(match: re.Match[str]) -> str:
        name, key = match.groups()
        inner = expand(pieces[key], pieces)
        return f"(?P<{name}>{inner})" if name else f"(?:{inner})"

    blanks = _BLANK.sub(lambda match: " {1,2}" if match.group() == " " else " {0,2}", pattern)
    return _PIECE.sub(piece, blanks)


class _Openings(dict[str, frozenset[str]]):
    """The first word of each entry of a table, by its name; other names stand for themselves."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def __missing__(self, name: str) -> frozenset[str]:
        first: set[str] = set()
        for entry in self.words.tables.get(name, (name,)):
            token = WORD.match(entry)
            if token is not None:
                first.add(FIGURE if token.group().isdigit() else token.group())
        found = self[name] = frozenset(first)
        return found

    def of(self, names: Iterable[str]) -> frozenset[str]:
        """Those of several tables."""
        return frozenset().union(*(self[name] for name in names))
