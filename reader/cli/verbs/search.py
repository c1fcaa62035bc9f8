"""``reader search``: where words stand in a folder, whatever their case, accents and apostrophes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say_table, tell
from reader.errors import ArticleError, UsageError
from reader.text.folding import find_folded
from reader.text.quoting import context

if TYPE_CHECKING:
    import argparse

    from reader.model import Article, Span

EXAMPLES = ("reader search orban seeds/", 'reader search "l\'Ukraine" articles/ --json')
AROUND = 32
"""Characters shown on either side."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help="words; case, accents and apostrophes do not matter")
    add_paths(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one place per line; 1 where an article cannot be read."""
    if not options.query.strip():
        raise UsageError("Say which words to search for.")
    code = 0
    with opened(options, options.paths) as session:
        for ref in session.articles:
            try:
                article = session.article(ref.id)
            except ArticleError as error:
                tell(error.message)
                code = 1
                continue
            _print(article, find_folded(article.text, options.query), as_json=options.json)
    return code


def _print(article: Article, places: list[Span], *, as_json: bool) -> None:
    if as_json:
        for span in places:
            prefix, suffix = context(article.text, span, AROUND)
            print_json(
                {
                    "article": article.id,
                    "start": span.start,
                    "end": span.end,
                    "text": span.of(article.text),
                    "prefix": prefix,
                    "suffix": suffix,
                }
            )
    elif places:
        say_table([_row(article, span) for span in places], right=(1,), widest=100)


def _row(article: Article, span: Span) -> tuple[str, str, str]:
    prefix, suffix = context(article.text, span, AROUND)
    return (f"{article.id}:{span.start}", prefix, f"[{span.of(article.text)}]{suffix}")
