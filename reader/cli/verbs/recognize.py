"""``reader recognize``: names, dates and claims, of articles or of a stream of texts."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.cli.opening import engine_of, opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import finish, print_json, say
from reader.cli.progress import Tally
from reader.errors import FormatError, UsageError
from reader.text.days import is_day

if TYPE_CHECKING:
    from reader.model import Article, Recognition
    from reader.session import Session

EXAMPLES = (
    "reader recognize seeds/ --json",
    "reader recognize un.txt --date 2025-10-16",
    "reader recognize --jsonl-input corpus.jsonl --jobs 4 > mentions.jsonl",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    parser.add_argument("--date", metavar="D", help="reckon dates from this day (YYYY-MM-DD)")
    parser.add_argument(
        "--jsonl-input",
        metavar="FILE",
        type=Path,
        help='texts instead, {"id","text","date"?,"lang"?} per line; - is stdin',
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=_jobs,
        help="share --jsonl-input among N processes; 0 is one for each core",
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one mention per line, named as in the whole folder; 1 where recognition failed in part."""
    if options.date is not None and not is_day(options.date):
        raise UsageError(f"“{options.date}” is no day such as 2025-10-16.")
    if options.jsonl_input is not None:
        if options.paths:
            raise UsageError("Give either articles or --jsonl-input, not both.")
        return _stream(options)
    if options.jobs is not None:
        raise UsageError("--jobs is for --jsonl-input.")
    with opened(options, options.paths, recognising=True) as session:
        tally = Tally(len(session.articles))
        for article, recognition in session.as_known(tally.heard, lightly=True):
            tally.clear()
            _print_article(article, _with_dates_from(session, article, recognition, options.date), options)
            finish()
        tally.clear()
    return 1 if tally.problems else 0


def _jobs(word: str) -> int:
    """For argparse."""
    from reader.cli.batch import MOST_JOBS

    if not word.isascii() or not word.isdigit() or int(word) > MOST_JOBS:
        raise argparse.ArgumentTypeError(f"“{word}” is no number from 0 to {MOST_JOBS}")
    return int(word)


def _print_article(article: Article, recognition: Recognition, options: argparse.Namespace) -> None:
    from reader.formats.records import mention_records

    for group in (recognition.entities, recognition.dates, recognition.claims):
        for record in mention_records(article, group):
            if options.json:
                print_json(record)
            else:
                say(_sentence(record))


def _with_dates_from(
    session: Session, article: Article, recognition: Recognition, date: str | None
) -> Recognition:
    """*recognition* as of *date*, if one is given: its dates, and who held an office then."""
    if date is None:
        return recognition
    from dataclasses import replace

    from reader.model import ReferenceDate, ReferenceOrigin

    dated = replace(article, reference=ReferenceDate(date, ReferenceOrigin.USER))
    anew = session.recognise(dated)
    said = {
        (claim.span, claim.status): claim.source
        for claim, before in zip(recognition.claims, session.recognition(article.id).claims, strict=True)
        if claim.source != before.source
    }
    claims = (replace(c, source=said.get((c.span, c.status), c.source)) for c in anew.claims)
    return replace(recognition, dates=anew.dates, claims=tuple(claims))


def _sentence(record: dict[str, object]) -> str:
    label = record.get("label") or record.get("kind") or record.get("status")
    value = record.get("name") or record.get("value") or record.get("source") or "?"
    return f"{record['article']}:{record['start']}-{record['end']} {label} “{record['text']}” → {value}"


def _stream(options: argparse.Namespace) -> int:
    from reader.cli.batch import recognise_corpus
    from reader.recognition.engines import expect

    engine, jobs = engine_of(options), options.jobs if options.jobs is not None else 1
    expect(engine)
    if str(options.jsonl_input) == "-":
        return recognise_corpus(_stdin(), date=options.date, engine=engine, jobs=jobs)
    try:
        file = options.jsonl_input.open("rb")
    except OSError as error:
        raise FormatError(f"{options.jsonl_input} cannot be read: {error.strerror or error}.") from error
    with file:
        return recognise_corpus(file, date=options.date, engine=engine, jobs=jobs)


def _stdin() -> BinaryIO:
    """stdin apart from ``sys.stdin``, which cannot be put away at exit while a thread waits for it."""
    if sys.stdin is None:
        raise UsageError("There is nothing to read: stdin is closed.")
    try:
        return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    except (OSError, ValueError):  # what stands in for it in a test
        return sys.stdin.buffer
