"""``reader recognize``: names, dates and claims, of articles or of a stream of texts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.days import is_day
from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say, tell
from reader.errors import ArticleError, UsageError

if TYPE_CHECKING:
    import argparse

    from reader.model import Article, Recognition
    from reader.session import Session

EXAMPLES = (
    "reader recognize seeds/ --json",
    "reader recognize un.txt --date 2025-10-16",
    "reader recognize --jsonl-input corpus.jsonl > mentions.jsonl",
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
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one mention per line; 1 where recognition failed in part."""
    if options.date is not None and not is_day(options.date):
        raise UsageError(f"“{options.date}” is no day such as 2025-10-16.")
    if options.jsonl_input is not None:
        if options.paths:
            raise UsageError("Give either articles or --jsonl-input, not both.")
        return _stream(options)
    code = 0
    with opened(options, options.paths, recognising=True) as session:
        for ref in session.articles:
            code |= _print_article(session, ref.id, options)
    return code


def _print_article(session: Session, id: str, options: argparse.Namespace) -> int:
    from reader.formats.records import mention_records

    try:
        article, recognition = _recognised(session, id, options.date)
    except ArticleError as error:
        tell(f"{id}: {error.message}")
        return 1
    for problem in recognition.problems:
        tell(f"{id}: {problem}")
    for group in (recognition.entities, recognition.dates, recognition.claims):
        for record in mention_records(article, group):
            if options.json:
                print_json(record)
            else:
                say(_sentence(record))
    return 1 if recognition.problems else 0


def _recognised(session: Session, id: str, date: str | None) -> tuple[Article, Recognition]:
    article = session.article(id)
    if date is None:
        return article, session.recognition(id)
    from dataclasses import replace

    from reader.model import ReferenceDate, ReferenceOrigin

    article = replace(article, reference=ReferenceDate(date, ReferenceOrigin.USER))
    return article, session.recognise(article)


def _sentence(record: dict[str, object]) -> str:
    label = record.get("label") or record.get("kind") or record.get("status")
    value = record.get("name") or record.get("value") or record.get("source") or "?"
    return f"{record['article']}:{record['start']}-{record['end']} {label} “{record['text']}” → {value}"


def _stream(options: argparse.Namespace) -> int:
    from reader.cli.batch import recognise_lines
    from reader.formats.files import lines_in, lines_of

    if str(options.jsonl_input) == "-":
        return recognise_lines(lines_in(sys.stdin.buffer, "stdin"), options.date)
    return recognise_lines(lines_of(options.jsonl_input), options.date)
