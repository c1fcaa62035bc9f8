"""``reader entities``: who and what is named in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say_table
from reader.cli.recognising import recognised
from reader.model import Entity, EntityLabel
from reader.search.identity import identities

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from reader.model import Article, Mention
    from reader.search.identity import Identity

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
    """Everyone and everything named, with every place it stands."""
    entities = {
        article.id: [mention for mention in mentions if isinstance(mention, Entity)]
        for article, mentions in found
    }
    return [_record(identity) for identity in identities(entities)]


def _record(identity: Identity) -> dict[str, object]:
    return {
        "name": identity.name,
        "label": identity.label.value,
        "count": identity.count,
        "articles": len(identity.mentions),
        "forms": list(identity.forms),
        "mentions": [
            {
                "article": article,
                "start": entity.span.start,
                "end": entity.span.end,
                "text": entity.text,
            }
            for article, entities in identity.mentions.items()
            for entity in entities
        ],
    }


def _row(record: dict[str, object]) -> tuple[str, str, str, str]:
    return (str(record["name"]), str(record["label"]), str(record["count"]), f"{record['articles']} art.")
