"""The batch form of recognition: a text per line in, its mentions per line out, one at a time."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.loading import article_of
from reader.cli.days import is_day
from reader.cli.output import print_json, tell
from reader.errors import FormatError
from reader.formats.records import recognition_values
from reader.model import ReferenceDate, ReferenceOrigin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Article

PLAIN = "text.txt"
"""A file name that says nothing of the text but that it is plain."""

LONGEST_LINE = 64 << 20
"""Characters of one line."""


def recognise_lines(lines: Iterable[str], date: str | None = None) -> int:
    """Print what is recognised in each line, in order; 1 where one was left out or failed in part."""
    from reader.cli.logs import log_to_file
    from reader.recognition.recognise import recognise

    log_to_file()
    code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            article = article_on(line, date)
        except FormatError as error:
            tell(f"line {number}: {error.message}")
            code = 1
            continue
        recognition = recognise(article)
        for problem in recognition.problems:
            tell(f"line {number}: {problem}")
            code = 1
        print_json(
            {
                "id": article.id,
                "language": article.language,
                "reference_date": article.reference.date if article.reference else None,
                **recognition_values(article, recognition),
            }
        )
        sys.stdout.flush()
    return code


def article_on(line: str, date: str | None = None) -> Article:
    """The article that a line of the batch form stands for; *date* where the line gives none.

    Raises FormatError saying what is wrong with it.
    """
    record = _record(line)
    id, text = record.get("id"), record.get("text")
    if not isinstance(id, str | int) or isinstance(id, bool):
        raise FormatError("“id” is missing")
    if not isinstance(text, str):
        raise FormatError("“text” is missing")
    return _article(str(id), text, _text(record, "date") or date, _text(record, "lang"))


def _article(id: str, text: str, date: str | None, language: str | None) -> Article:
    """The text as an article, with what it says of itself where the line does not say it."""
    if date is not None and not is_day(date[:10]):
        raise FormatError("“date” is no day such as 2025-10-16")
    known = article_of(text, PLAIN)
    reference = ReferenceDate(date[:10], ReferenceOrigin.USER) if date else known.reference
    return replace(known, id=id, reference=reference, language=language or known.language)


def _record(line: str) -> dict[str, object]:
    if len(line) > LONGEST_LINE:
        raise FormatError(f"it is longer than {LONGEST_LINE} characters")
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
