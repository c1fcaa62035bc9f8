"""``reader entities``: who and what is named in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say_table
from reader.cli.recognising import recognised
from reader.model import EntityLabel
from reader.text.counting import counted

if TYPE_CHECKING:
    import argparse

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
        _, code = recognised(session)
        wanted = [who for who in session.identities() if options.label in (None, who.label.value)]
    if options.json:
        for identity in wanted:
            print_json(_record(identity))
    elif wanted:
        say_table([_row(identity) for identity in wanted], right=(2, 3))
    return code


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


def _row(identity: Identity) -> tuple[str, str, str, str]:
    return (
        identity.name,
        identity.label.value,
        str(identity.count),
        counted(len(identity.mentions), "article"),
    )
