"""``reader show``: one article with its marks, for pipes, screen readers and a quick look."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.output import tell
from reader.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from reader.session import Session

EXAMPLES = (
    "reader show seeds/000_7191556ead630460.txt",
    "reader show articles/un.txt --width 60 --color always | less -R",
)
WIDTH = 76
NARROWEST, WIDEST = 10, 10_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", type=Path, metavar="ARTICLE", help="the article's file")
    parser.add_argument(
        "--width", type=int, metavar="N", help=f"widest line in cells (else the terminal, else {WIDTH})"
    )
    parser.add_argument(
        "--color",
        "--colour",
        choices=("auto", "always", "never"),
        default="auto",
        help="marks as colours; else they are written as [words](LABEL)",
    )


def run(options: argparse.Namespace) -> int:
    """Prints the article; 1 where recognition failed in part."""
    if options.width is not None and not NARROWEST <= options.width <= WIDEST:
        raise UsageError(f"The width must be from {NARROWEST} to {WIDEST} cells.")
    if options.article.is_dir():
        raise UsageError(
            f"{options.article} is a folder. Give one article; reader list shows which there are."
        )
    root, id = _place(options)
    with opened(options, [root], recognising=True) as session:
        problems = session.recognition(id).problems
        _print(session, id, options)
    for problem in problems:
        tell(problem)
    return 1 if problems else 0


def _place(options: argparse.Namespace) -> tuple[Path, str]:
    """The folder to open, and the article's id there.

    An id is the path below the folder that was opened when the article was marked; the store knows it.
    """
    path = options.article
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - the id follows the path as it is written
    with opened(options, [path]) as session:
        known = {annotation.article for annotation in session.all_annotations()}
    for folder in whole.parents:
        if (id := whole.relative_to(folder).as_posix()) in known:
            return (path, id) if folder == whole.parent else (folder, id)
    return path, whole.name


def _print(session: Session, id: str, options: argparse.Namespace) -> None:
    article, mentions, annotations = session.article(id), session.mentions(id), session.annotations(id)
    width = options.width or _width()
    if _coloured(options.color):
        from reader.cli.colours import coloured_rows

        slots = {tag.name: tag.colour for tag in session.tags()}
        linked = {end for link in session.links() for end in (link.source, link.target)}
        rows = coloured_rows(article, mentions, annotations, slots, linked, width)
    else:
        from reader.cli.brackets import bracketed_rows

        rows = bracketed_rows(article, mentions, annotations, width)
    for row in rows:
        print(row)


def _coloured(choice: str) -> bool:
    """``auto``: on a terminal, unless NO_COLOR or a dumb terminal speaks against it."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    from shutil import get_terminal_size

    return max(min(get_terminal_size((WIDTH, 24)).columns, WIDTH), NARROWEST)
