"""``reader entities``: who and what is named in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say_table
from reader.cli.recognising import recognised
from reader.model import Entity, EntityLabel

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from reader.model import Article, Mention

EXAMPLES = (
    "reader entities seeds/",
    "reader entities articles/ --label PER",
    "reader entities articles/ --json",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    labels = [label.value for label in EntityLabel]
    parser.add_argument("--label", choices=labels, help="only these")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one name per line, the most frequent first; 1 where recognition failed in part."""
    with opened(options, options.paths, recognising=True) as session:
        found, code = recognised(session)
    records = [record for record in _records(found) if options.label in (None, record["label"])]
    if options.json:
        for record in records:
            print_json(record)
    elif records:
        say_table([_row(record) for record in records], right=(2, 3))
    return code


def _records(found: Iterable[tuple[Article, Iterable[Mention]]]) -> list[dict[str, object]]:
    """Each name under its label, with every place it stands."""
    places: dict[tuple[str, str], list[dict[str, object]]] = {}
    for article, mentions in found:
        for mention in mentions:
            if isinstance(mention, Entity):
                place = {
                    "article": article.id,
                    "start": mention.span.start,
                    "end": mention.span.end,
                    "text": mention.text,
                }
                places.setdefault((mention.name, mention.label.value), []).append(place)
    return [
        {
            "name": name,
            "label": label,
            "count": len(mentions),
            "articles": len({str(mention["article"]) for mention in mentions}),
            "mentions": mentions,
        }
        for (name, label), mentions in sorted(places.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _row(record: dict[str, object]) -> tuple[str, str, str, str]:
    return (str(record["name"]), str(record["label"]), str(record["count"]), f"{record['articles']} art.")
