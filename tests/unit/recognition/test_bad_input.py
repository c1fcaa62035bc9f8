"""Texts nobody writes are recognised without a crash, and every mention stands where it says."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reader.articles.loading import article_of
from reader.model import Entity, EntityLabel, Span, Timex, TimexKind
from reader.recognition import overlaps
from reader.recognition.cache import RecognitionCache
from reader.recognition.recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import FrameType

    from _typeshed import TraceFunction

    from reader.model import Article, Recognition

MILLION = 1_000_000
SENTENCE = (
    "Selon Anna Kovacs, maire de Vrécourt, le pont « rouvrira mardi 4 mars », la digue aurait tenu 2 jours. "
)
SHAPES = {
    "nothing": "",
    "a space": " ",
    "a line end": "\n",
    "a byte order mark": "\ufeff",
    "a NUL": "a\0b",
    "capitals only": SENTENCE.upper() * 8,
    "small letters only": SENTENCE.lower() * 8,
    "digits only": "0123456789" * 80,
    "one very long number": "9" * 6000,
    "one very long word": "Aé" * 3000,
    "marks only": "-—…’'\"«»()[]{}.,;:!?" * 30,
    "quotes that never close": "« Anna " * 80,
    "quotes that never open": " » dit-il" * 80,
    "languages mixed": "Le maire dort. The mayor sleeps. Der Meister. Мэр спит. 市長は眠る。 عمدة نائم. " * 8,
    "half characters": "\ud800 Anna \udfff Kovacs le 3\ud800 mars 2024. " * 8,
    "accents apart": "E\u0301lie Marchand a\u0300 Vre\u0301court le 3 fe\u0301vrier 2024. " * 8,
    "accents by the hundred": "Anna" + "\u0301" * 500 + " Kovacs est à Vienne.",
    "letters that grow in capitals": "straße ŉ ǰ ΐ ﬁn İstanbul ſ " * 30,
    "beyond the base plane": "𝐀nna 𝕂ovacs 🦉 est à 🇫🇷 Vienne le 𝟛 mars. " * 20,
    "both directions": "\u202eAnna\u202c \u2066Kovacs\u2069 est à Vienne. " * 20,
    "other line ends": "Anna\u2028Kovacs\u2029est\x85à\x0bVienne\x0cle\r3 mars 2024. " * 8,
    "spaces of all kinds": "Anna\u00a0Kovacs\u202fest\u2009à\u3000Vienne le 3\u00a0mars\u00a02024. " * 8,
    "a line for each letter": "\n".join(SENTENCE * 4),
    "impossible dates": "le 31 février 2024, le 99 mars, l’an 0, 2024-13-45, 25:61, 0000-00-00, 9999-12-31. "
    * 4,
    "far away dates": "il y a 99999999999999 ans, dans 10000 siècles, deux mille milliards de jours après. "
    * 4,
}


def article(text: str, language: str = "") -> Article:
    made = article_of(text, "a.txt")
    return replace(made, language=language) if language else made


def apart(entities: Sequence[Entity], dates: Sequence[Timex]) -> bool:
    """Whether no two of them share a character."""
    spans = sorted([*(entity.span for entity in entities), *(date.span for date in dates)])
    return all(first.end <= second.start for first, second in pairwise(spans))


def check(found: Recognition, text: str) -> None:
    """No part failed, everything stands in the text, names and dates apart from each other."""
    assert found.problems == ()
    for mention in found.mentions:
        assert len(mention.span) > 0
        assert mention.span.of(text) == mention.text
        assert 0 <= mention.score <= 1
    for date in found.dates:
        assert date.anchor is None or date.anchor.end <= len(text)
    for claim in found.claims:
        assert claim.cue is None or claim.cue.end <= len(text)
    assert apart(found.entities, found.dates)


@pytest.mark.parametrize("language", ["", "fr", "en", "ru", "und"])
@pytest.mark.parametrize("shape", SHAPES)
def test_odd_texts_do_no_harm(shape: str, language: str, tmp_path: Path) -> None:
    text = SHAPES[shape]
    read = article(text, language)
    found = recognise(read)
    check(found, text)
    kept = RecognitionCache(tmp_path, {})
    kept.put(read, found)
    assert kept.get(read) == found


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_reference_dates_at_the_ends_of_the_calendar_do_no_harm(date: str) -> None:
    from reader.model import ReferenceDate, ReferenceOrigin

    text = "Hier, demain, la veille, dans deux ans, il y a trois mois, la semaine dernière, l’an prochain."
    check(recognise(replace(article(text, "fr"), reference=ReferenceDate(date, ReferenceOrigin.USER))), text)


@pytest.mark.parametrize("unit", ["0123456789", "a", " ", "É"])
def test_one_line_of_a_million_characters_does_no_harm(unit: str) -> None:
    text = unit * (MILLION // len(unit))
    check(recognise(article(text, "fr")), text)


def test_one_long_line_of_prose_does_no_harm() -> None:
    text = SENTENCE * 1000
    check(recognise(article(text)), text)


def test_ten_thousand_mentions_in_one_article_are_all_there() -> None:
    text = "Anna Kovacs est à Vienne. " * 5000
    found = recognise(article(text, "fr"))
    check(found, text)
    assert len(found.entities) == 10_000
    assert Counter(entity.text for entity in found.entities) == {"Anna Kovacs": 5000, "Vienne": 5000}


# --- how much work it is, counted and not timed


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python *work* goes through."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit", [SENTENCE, SENTENCE.upper(), "« Anna ", "12 345 6 ", "Anna dit que ", "a\n", "-—«»’"]
)
def test_eight_times_the_text_is_about_eight_times_the_work(unit: str) -> None:
    short, long = (article((unit * size)[: 9 * size], "fr") for size in (100, 800))
    recognise(short)  # everything is loaded
    recognise(long)
    few, many = (lines_run(partial(recognise, read)) for read in (short, long))
    assert many < 8 * 1.5 * few


def test_overlaps_are_settled_in_one_pass() -> None:
    def mentions(count: int) -> tuple[list[Entity], list[Timex]]:
        names = [
            Entity(Span(3 * n, 3 * n + 4), "abcd", EntityLabel.MISC, "abcd", (n * 37 % 100) / 100)
            for n in range(count)
        ]
        dates = [Timex(Span(3 * n, 3 * n + 2), "ab", TimexKind.DATE, "") for n in range(count)]
        return names, dates

    few, many = (lines_run(partial(overlaps.resolve, *given)) for given in map(mentions, (500, 4000)))
    assert many < 8 * 1.2 * few
    assert apart(*overlaps.resolve(*mentions(4000)))
