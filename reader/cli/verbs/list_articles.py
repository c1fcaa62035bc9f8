"""``reader list``: the articles of a folder."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import finish, print_json, say_row, tell
from reader.errors import ArticleError
from reader.text.cells import cell_width
from reader.text.display import safe_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from reader.session import Session, Summary

EXAMPLES = ("reader list seeds/", "reader list articles/ --json")
COLUMNS = ("id", "title", "date", "language", "characters", "mentions", "annotations", "state")
RIGHT = (4, 5, 6)
WIDEST = 60
"""Cells of an id or a title; the columns are set before the last article is known."""


STATE = len("in progress")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints each article as soon as it is recognised, and holds it no longer; 1 where one cannot be read."""
    code = 0
    with opened(options, options.paths, recognising=True) as session:
        show = _printer(session, as_json=options.json)
        for ref in session.articles:
            summary = _summary(session, ref.id)
            show(summary)
            finish()
            if summary.problem:
                tell(summary.problem)
                code = 1
            session.let_go(ref.id)
        others = session.others_notice()
    if others:
        tell(others)
    return code


def _printer(session: Session, *, as_json: bool) -> Callable[[Summary], None]:
    """What prints an article; the heads of the columns are printed at once."""
    if as_json:
        return lambda summary: print_json(_record(summary))
    longest = max(cell_width(safe_line(ref.id)) for ref in session.articles)
    widths = (
        max(len("id"), min(longest, WIDEST)),
        WIDEST,
        len("2025-10-16"),
        *map(len, COLUMNS[3:-1]),
        STATE,
    )
    say_row(COLUMNS, widths, RIGHT)
    finish()

    def show(summary: Summary) -> None:
        cells = [_shown(value) for value in _record(summary).values()]
        say_row(cells[: len(COLUMNS)], widths, RIGHT)

    return show


def _summary(session: Session, id: str) -> Summary:
    """With the number of mentions, for which the article is recognised."""
    with suppress(ArticleError):  # the summary says why
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
