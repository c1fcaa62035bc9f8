"""The names of an English text: each run of capitals judged, then again in the light of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.entities.english.judging import GUESSED, NOTHING, TOLD, judge
from reader.recognition.entities.english.others import LISTED, Guess, told_by_others
from reader.recognition.entities.english.page import Page
from reader.recognition.entities.english.runs import listed, run_end

if TYPE_CHECKING:
    from reader.recognition.entities.english.lists import English

_KNOWN_FOR = frozenset(
    ("known", "famous", "remembered", "author", "director", "star", "starred", "creator", "writer")
)
LONGEST_WORK = 10
"""Tokens of a title between quotation marks."""


class Found(NamedTuple):
    """A name: offsets, label and score."""

    start: int
    end: int
    label: str
    score: float


def find_names(text: str, known: English) -> list[Found]:
    """The names in an English *text*, in order, none overlapping."""
    page = Page(text, known)
    guesses = told_by_others(page, _guesses(page))
    return [Found(*page.span(one.first, one.end), one.label, one.score) for one in guesses if one.label]


def _guesses(page: Page) -> list[Guess]:
    guesses: list[Guess] = []
    at, titled = 0, -1
    while at < len(page.tokens):
        name = listed(page, at)
        step = 0 if name and name[0] - at > 1 else _title(page, at)
        if step:
            at = titled = at + step
            continue
        guess = _quoted_work(page, at) or _guess(page, at, name, at == titled)
        if guess is None:
            at += 1
            continue
        guesses.append(guess)
        at = guess.end
    return guesses


def _quoted_work(page: Page, at: int) -> Guess | None:
    """*the film “The Last Ferry”*: all between the marks."""
    if page.tokens[at - 1 : at] not in (["“"], ['"'], ["‘"]) or not page.is_capital(at):
        return None
    told = page.lower(at - 2) in ("for", "of", "in") and page.lower(at - 3) in _KNOWN_FOR
    behind_comma = page.lower(at - 2) == "," and page.is_in(at - 3, "works_before")
    if not (told or behind_comma or page.is_in(at - 2, "works_before")):
        return None
    for end in range(at + 1, min(len(page.tokens), at + LONGEST_WORK)):
        if page.tokens[end] in ("”", '"', "’"):
            end -= page.tokens[end - 1] == ","
            return Guess(at, end, "MISC", TOLD)
    return None


def _title(page: Page, at: int) -> int:
    """How many tokens a title takes that stands before a name; 0 for none."""
    if not page.is_in(at, "titles"):
        return 0
    step = 2 if page.lower(at + 1) == "." and page.is_capital(at) else 1
    if page.lower(at + 1) == "of" and page.is_in(at + 2, "offices") and page.lower(at + 2) != "the":
        return 3
    if page.lower(at + step) == "of" or at in page.shouted:
        return 0
    if page.is_capital(at) and page.is_capital(at + 1):
        end = run_end(page, at)
        if (
            end - at > 1
            and judge(page, at, end, False)[0] in ("ORG", "LOC")
            and page.tokens[at] not in page.known.given
        ):
            return 0
        if page.tokens[at] in page.known.given:
            return 0
    return step


def _guess(page: Page, at: int, name: tuple[int, str] | None, titled: bool) -> Guess | None:
    """The name that begins at a token: the listed one, or the run where it goes further."""
    end = run_end(page, at)
    if name is None:
        return Guess(at, end, *judge(page, at, end, titled)) if end > at else None
    stop, label = name
    unsure = tuple(page.tokens[at:stop]) in page.known.unsure
    if end > stop:
        judged = judge(page, at, end, titled)
        if judged[1] >= TOLD or unsure:
            return Guess(at, end, *judged)
        return Guess(at, stop, label, LISTED)
    if unsure and page.opens(at) and page.lower(at + 1) != "'":
        return Guess(at, stop, *(judge(page, at, stop, titled) if end > at else NOTHING))
    if unsure or titled:
        judged = judge(page, at, stop, titled)
        return Guess(at, stop, *(judged if judged[1] >= TOLD else (label, GUESSED + 0.1)))
    return Guess(at, stop, label, LISTED)
