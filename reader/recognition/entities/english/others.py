"""What the rest of a text tells about a name: its bearer, the same words elsewhere, neighbours in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.entities.english.judging import GUESSED, STORMS, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.recognition.entities.english.page import Page

LISTED = 0.9
"""The score of a name on a list."""


class Guess(NamedTuple):
    """A run of tokens with what it was judged to be; the label may be empty."""

    first: int
    end: int
    label: str
    score: float


def told_by_others(page: Page, guesses: list[Guess]) -> list[Guess]:
    """A surname is who bore it before; the same words are the same thing; a neighbour in a row is alike."""
    shorts = _shorts(page, guesses)
    best: dict[tuple[str, ...], Guess] = {}
    for one in guesses:
        words = tuple(page.tokens[one.first : one.end])
        if one.label and (words not in best or one.score > best[words].score):
            best[words] = one
    return _in_rows(page, [_told(page, one, shorts, best) for one in guesses])


def _told(
    page: Page, one: Guess, shorts: dict[str, tuple[str, float]], best: dict[tuple[str, ...], Guess]
) -> Guess:
    words = tuple(page.tokens[one.first : one.end])
    label, score = shorts.get(words[0], ("", 0.0)) if len(words) == 1 else ("", 0.0)
    if label and one.score < (LISTED if score >= TOLD else GUESSED):
        return one._replace(label=label, score=score)
    if words in best and best[words].score > one.score:
        return one._replace(label=best[words].label, score=best[words].score)
    return one


def _shorts(page: Page, guesses: Iterable[Guess]) -> dict[str, tuple[str, float]]:
    """Single words that stand for a longer name of the text: surnames, storms, the first word of a firm."""
    shorts: dict[str, tuple[str, float]] = {}
    for one in guesses:
        if one.end - one.first < len(("first", "last")):
            continue
        first, last = one.first, one.end - 1
        if one.label == "ORG" and page.lowers[first] not in page.in_small:
            if not page.is_in(first, "demonyms", "place_heads", "organisation_heads"):
                shorts.setdefault(page.tokens[first], ("ORG", GUESSED))
        elif page.lowers[first] in STORMS:
            shorts[page.tokens[last]] = ("MISC", TOLD)
        elif one.label == "PER" and page.lowers[last] not in page.in_small:
            shorts[page.tokens[last]] = ("PER", TOLD)
    return shorts


def _in_rows(page: Page, guesses: list[Guess]) -> list[Guess]:
    """In *Garnett and Osei* and in *Long Form (LF)* one tells the other."""
    for at, one in enumerate(guesses):
        for near in (at - 1, at + 1):
            if one.label or not 0 <= near < len(guesses) or not guesses[near].label:
                continue
            first, second = sorted((one, guesses[near]))
            between = page.lowers[first.end : second.first]
            listing = (
                between == [","] and page.lower(one.first - 1) == "," and page.lower(one.end) in (",", "and")
            )
            if (listing or between in (["and"], ["or"], [",", "and"], ["("])) and one.end - one.first == 1:
                one = guesses[at] = one._replace(label=guesses[near].label, score=GUESSED)
    return guesses
