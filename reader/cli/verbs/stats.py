"""``reader stats``: how much there is of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say_table
from reader.errors import ArticleError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from reader.session import Session

EXAMPLES = ("reader stats seeds/", "reader stats articles/ --json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one figure per line."""
    with opened(options, options.paths, recognising=True) as session:
        figures = list(_figures(session))
    if options.json:
        for of, name, number in figures:
            print_json({"of": of, "name": name, "number": number})
    else:
        say_table([(of, name, str(number)) for of, name, number in figures], right=(2,))
    return 0


def _figures(session: Session) -> Iterator[tuple[str, str, int]]:
    read = []
    for ref in session.articles:
        try:
            read.append(session.article(ref.id))
        except ArticleError:
            continue
    yield "articles", "", len(session.articles)
    yield "articles", "unreadable", len(session.articles) - len(read)
    yield "characters", "", sum(len(article.text) for article in read)
    yield from _counts("articles", (session.record(article.id).progress.value for article in read))
    mentions = [m for article in read for m in _mentions(session, article.id)]
    yield from _counts("mentions", mentions)
    annotations = session.all_annotations()
    yield "annotations", "", len(annotations)
    yield from _counts("annotations", (tag for a in annotations for tag in a.tags))
    yield "links", "", len(session.links())
    yield from _counts("links", (link.relation for link in session.links()))


def _mentions(session: Session, id: str) -> Iterator[str]:
    session.recognition(id)
    return (mention.tag for mention in session.mentions(id))


def _counts(of: str, names: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Most frequent first, then by name."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    for name, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield of, name, number
