"""``reader list``: the articles of a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say_table, tell

if TYPE_CHECKING:
    import argparse

    from reader.session import Session, Summary

EXAMPLES = ("reader list seeds/", "reader list articles/ --json")
COLUMNS = ("id", "title", "date", "language", "characters", "mentions", "annotations", "state")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """1 where an article cannot be read."""
    with opened(options, options.paths, recognising=True) as session:
        summaries = [_summary(session, ref.id) for ref in session.articles]
        others = session.others_notice()
    if options.json:
        for summary in summaries:
            print_json(_record(summary))
    else:
        rows = [[_shown(value) for value in _record(summary).values()] for summary in summaries]
        say_table([[*COLUMNS], *(row[: len(COLUMNS)] for row in rows)], right=(4, 5, 6))
    if others:
        tell(others)
    problems = [summary.problem for summary in summaries if summary.problem]
    for problem in problems:
        tell(problem)
    return 1 if problems else 0


def _summary(session: Session, id: str) -> Summary:
    """With the number of mentions, for which the article is recognised."""
    if not session.summary(id).problem:
        session.recognition(id)
    return session.summary(id)


def _record(summary: Summary) -> dict[str, object]:
    return {
        "id": summary.id,
        "title": summary.title,
        "date": summary.reference.date if summary.reference else None,
        "language": summary.language,
        "characters": summary.characters,
        "mentions": summary.mentions,
        "annotations": summary.annotations,
        "state": "unreadable" if summary.problem else summary.progress.value,
        **({"problem": summary.problem} if summary.problem else {}),
    }


def _shown(value: object) -> str:
    return "" if value is None else str(value)
