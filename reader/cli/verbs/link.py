"""``reader link``: link two marked passages, for scripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json
from reader.cli.output import print_json, say
from reader.model import RELATIONS

if TYPE_CHECKING:
    import argparse

EXAMPLES = (
    "reader link articles/ a-1f6d2a90c3b7e854 a-90be11d27a3c4f65 --relation updates",
    'reader link articles/ FROM TO --relation contradicts --note "six days later"',
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the articles")
    parser.add_argument("source", metavar="FROM", help="the annotation where it begins")
    parser.add_argument("target", metavar="TO", help="the annotation where it leads")
    parser.add_argument("--relation", required=True, metavar="R", help=f"{', '.join(RELATIONS)}, or your own")
    parser.add_argument("--note", default="", metavar="TEXT", help="a note")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the link."""
    from reader.session import Passage

    with opened(options, [options.path]) as session:
        ends = [session.annotation(id) for id in (options.source, options.target)]
        source, target = (Passage(end.article, end.span) for end in ends)
        link = session.link_passages(source, target, options.relation, options.note)
        ends = [session.annotation(id) for id in (link.source, link.target)]
    if options.json:
        from reader.formats.records import link_record

        print_json(link_record(link, ends[0], ends[1]))
    else:
        say(f"{link.id} “{ends[0].quote}” {link.relation} → “{ends[1].quote}”")
    return 0
