"""``reader timeline``: the dates of a folder in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say_table
from reader.cli.recognising import recognised
from reader.formats.records import timex_values
from reader.model import Timex
from reader.search.timeline import timeline
from reader.text.quoting import context
from reader.text.timex import timex_words

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from reader.model import Article, Mention

EXAMPLES = ("reader timeline seeds/", "reader timeline articles/ --json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one date per line; 1 where recognition failed in part."""
    with opened(options, options.paths, recognising=True) as session:
        found, code = recognised(session)
    articles = {article.id: article for article, _ in found}
    events = timeline((article.id, date) for article, mentions in found for date in _dates(mentions))
    dates = [(articles[event.article], event.timex) for event in events]
    if options.json:
        for article, date in dates:
            print_json({"article": article.id, **timex_values(article, date)})
    elif dates:
        say_table([_row(article, date) for article, date in dates], widest=80)
    return code


def _dates(mentions: Iterable[Mention]) -> Iterator[Timex]:
    return (mention for mention in mentions if isinstance(mention, Timex))


def _row(article: Article, date: Timex) -> tuple[str, str, str]:
    before, after = context(article.text, date.span, 24)
    words = timex_words(date.value, date.type, date.mod)
    return (words, f"{before}[{date.text}]{after}", f"{article.id}:{date.span.start}-{date.span.end}")
