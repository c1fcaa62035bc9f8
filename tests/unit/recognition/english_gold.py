"""The small English gold set in ``tests/data``, and what share of it is found."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.entities.recogniser import EntityRecogniser
from tests.unit.recognition.claims.articles import claims_of

if TYPE_CHECKING:
    from reader.model import Claim, Entity

FOLDER = Path(__file__).parents[2] / "data"
_NAME = re.compile(r"\[([^\]|]+)\|(PER|LOC|ORG|MISC)\]")
_SMALL = {"the", "a", "an", "of", "and", "at"}


class Claimed(NamedTuple):
    """A labelled claim."""

    status: str
    source: str
    start: int
    end: int


class Item(NamedTuple):
    """A labelled paragraph."""

    text: str
    names: dict[tuple[int, int], str]
    claims: list[Claimed]


@cache
def items(half: str) -> tuple[Item, ...]:
    """Paragraphs: tuned on (``odd``, ``later``), held back (``even``), written at the end (``unseen``)."""
    whole = half in ("later", "unseen")
    file = FOLDER / (f"english_news_{half}.txt" if whole else "english_news.txt")
    blocks = [block for block in file.read_text("utf-8").split("\n\n") if not block.startswith("#")]
    chosen = blocks if whole else blocks[half == "even" :: 2]
    return tuple(_item(block.strip()) for block in chosen)


def _item(block: str) -> Item:
    marked, *claims = block.split("\n")
    text, names, at = "", {}, 0
    for match in _NAME.finditer(marked):
        text += marked[at : match.start()]
        names[len(text), len(text) + len(match[1])] = match[2]
        text, at = text + match[1], match.end()
    text += marked[at:]
    return Item(text, names, [_claim(text, line) for line in claims])


def _claim(text: str, line: str) -> Claimed:
    status, source, words = (part.strip() for part in line.removeprefix("=").split("|", 2))
    start = text.index(words)
    return Claimed(status, source, start, start + len(words))


class Score(NamedTuple):
    """Right, too many and missed."""

    right: int
    false: int
    missed: int

    @property
    def f1(self) -> float:
        """In per cent."""
        return round(200 * self.right / max(1, 2 * self.right + self.false + self.missed), 1)


def names_score(half: str) -> Score:
    """Names with the right borders and label."""
    right = false = missed = 0
    for item in items(half):
        found = {(one.span.start, one.span.end): one.label.value for one in _entities(item.text)}
        hits = sum(found.get(span) == label for span, label in item.names.items())
        right, false, missed = right + hits, false + len(found) - hits, missed + len(item.names) - hits
    return Score(right, false, missed)


def claims_score(half: str) -> tuple[Score, float]:
    """Claims of the right status sharing most words; and in how many the source is right, in per cent."""
    right = false = missed = sources = 0
    for item in items(half):
        free = claims_of(item.text, _entities(item.text), "en")
        for gold in item.claims:
            fitting = [one for one in free if _fits(gold, one)]
            if not fitting:
                missed += 1
                continue
            best = fitting[0]
            free.remove(best)
            right += 1
            sources += _same(gold.source, best.source or "")
        false += len(free)
    return Score(right, false, missed), round(100 * sources / max(1, right), 1)


def _entities(text: str) -> list[Entity]:
    return EntityRecogniser().entities(text, "en")


def _fits(gold: Claimed, found: Claim) -> bool:
    """The same status, and half of the words of both are shared."""
    start, end = found.span.start, found.span.end
    inside = min(gold.end, end) - max(gold.start, start)
    whole = max(gold.end, end) - min(gold.start, start)
    return found.status.value == gold.status and 2 * inside >= whole


def _same(gold: str, found: str) -> bool:
    first, second = (
        {word for word in re.findall(r"\w+", one.lower()) if word not in _SMALL} for one in (gold, found)
    )
    return first == second or bool(first and second and (first <= second or second <= first))
