"""The batch form of recognition: a text per line in, its mentions per line out, in the same order."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import closing
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from reader.articles.language import language_tag
from reader.articles.loading import article_of
from reader.cli.output import tell, write_data
from reader.errors import FormatError
from reader.formats.json_lines import json_line
from reader.formats.records import recognition_values
from reader.model import ReferenceDate, ReferenceOrigin
from reader.text.days import is_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model import Article

PLAIN = "text.txt"
"""A file name that says nothing of the text but that it is plain."""
LONGEST_LINE = 64 << 20
"""Bytes of one line; a longer one is passed over."""
MOST_JOBS = 256


class Answer(NamedTuple):
    """What is printed for one line."""

    number: int
    """Of the line, from 1."""
    line: str
    """To stdout; empty where the line was left out."""
    problems: tuple[str, ...]
    """To stderr."""


def recognise_corpus(file: BinaryIO, *, date: str | None = None, engine: str = "", jobs: int = 1) -> int:
    """Print what is recognised in each line of *file*, in order; 1 where one was left out or failed in part.

    However long the file is, a few lines of it are held at a time. *jobs* processes share the work; 0 is one
    for each core.
    """
    work, lines = partial(answered, date=date, engine=engine), numbered_lines(file)
    if jobs == 1:
        from reader.cli.logs import log_to_file

        log_to_file()
        return _print_all(map(work, lines))
    from reader.cli.crew import in_order
    from reader.cli.logs import log_to_file

    answers = in_order(lines, work, jobs or _cores(), log_to_file)
    with closing(answers):
        return _print_all(answers)


def numbered_lines(file: BinaryIO) -> Iterator[tuple[int, str | None]]:
    r"""The lines of *file* that are not blank, split at ``\n`` alone, with their numbers from 1.

    None stands for one that is too long; wrong bytes become lone surrogates.
    """
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        too_long = len(line) > LONGEST_LINE
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)
        text = line.decode("utf-8", "surrogateescape")
        if too_long:
            yield number, None
        elif text.strip():
            yield number, text.removeprefix("\ufeff") if number == 1 else text


def answered(numbered: tuple[int, str | None], date: str | None = None, engine: str = "") -> Answer:
    """What is recognised in one line; a pure function, so that any process may do it."""
    from reader.recognition.recognise import recognise

    number, line = numbered
    try:
        if line is None:
            raise FormatError(f"it is longer than {LONGEST_LINE} bytes")
        id, article = article_on(line, date)
    except FormatError as error:
        return Answer(number, "", (error.message,))
    recognition = recognise(article, engine)
    record = {
        "id": id,
        "language": article.language,
        "reference_date": article.reference.date if article.reference else None,
        **recognition_values(article, recognition),
    }
    return Answer(number, json_line(record), recognition.problems)


def _print_all(answers: Iterable[Answer]) -> int:
    code = 0
    for number, line, problems in answers:
        for problem in problems:
            tell(f"line {number}: {problem}")
            code = 1
        if line:
            write_data((line,))
            sys.stdout.flush()
    return code


def _cores() -> int:
    """Those this process may use."""
    try:
        return min(len(os.sched_getaffinity(0)), MOST_JOBS)
    except AttributeError:
        return min(os.cpu_count() or 1, MOST_JOBS)


def article_on(line: str, date: str | None = None) -> tuple[str | int, Article]:
    """The id of a line of the batch form as given, and its article; *date* where the line gives none.

    Raises FormatError saying what is wrong with it.
    """
    record = _record(line)
    id, text = record.get("id"), record.get("text")
    if not isinstance(id, str | int) or isinstance(id, bool):
        raise FormatError("“id” is missing")
    if not isinstance(text, str):
        raise FormatError("“text” is missing")
    return id, _article(str(id), text, _text(record, "date") or date, _text(record, "lang"))


def _article(id: str, text: str, date: str | None, language: str | None) -> Article:
    """The text as an article, with what it says of itself where the line does not say it."""
    if date is not None and not (is_day(date[:10]) and _hour().fullmatch(date, 10)):
        raise FormatError("“date” is no day such as 2025-10-16")
    known = article_of(text, PLAIN)
    reference = ReferenceDate(date[:10], ReferenceOrigin.USER) if date else known.reference
    return replace(known, id=id, reference=reference, language=language_tag(language or "") or known.language)


@cache
def _hour() -> re.Pattern[str]:
    """What may follow a day: nothing, or an hour of ISO 8601."""
    zone = r"(?:Z|[+-]\d\d(?::?\d\d)?)"
    return re.compile(rf"(?:[T ]\d\d(?::?\d\d(?::?\d\d(?:[.,]\d{{1,9}})?)?)? ?{zone}?)?", re.ASCII)


def _record(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except RecursionError as error:
        raise FormatError("it is nested too deeply") from error
    except ValueError as error:
        raise FormatError("it is not JSON") from error
    if not isinstance(record, dict):
        raise FormatError("it is not a JSON object")
    return record


def _text(record: dict[str, object], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise FormatError(f"“{name}” must be text")
    return value or None
