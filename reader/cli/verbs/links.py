"""``reader links``: the links between passages, or suggestions for new ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say
from reader.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reader.session import Session

EXAMPLES = (
    "reader links seeds/",
    "reader links articles/ --json",
    "reader links articles/ --suggest 20",
    "reader links articles/ --suggest 5 --passages passages.jsonl --json",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    parser.add_argument("--suggest", type=int, metavar="N", help="the N best suggestions instead")
    parser.add_argument(
        "--passages", type=Path, metavar="FILE", help="suggest N for each passage of FILE (- is stdin)"
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one link per line."""
    if options.suggest is not None or options.passages is not None:
        raise UsageError(
            "Suggested links are not there yet. Without --suggest the links made by hand are listed."
        )
    with opened(options, options.paths) as session:
        for record in _links(session):
            if options.json:
                print_json(record)
            else:
                say(_sentence(record))
    return 0


def _links(session: Session) -> Iterator[dict[str, object]]:
    from reader.formats.data import ExportData
    from reader.formats.records import link_record

    annotations = {a.id: a for a in session.all_annotations()}
    for ends in ExportData(links=session.links(), ends=annotations).sorted_links():
        yield link_record(*ends)


def _sentence(record: dict[str, object]) -> str:
    source, target = (_end(record[name]) for name in ("source", "target"))
    note = f" ({record['note']})" if record["note"] else ""
    return f"{source} {record['relation']} → {target}{note}"


def _end(end: object) -> str:
    assert isinstance(end, dict)
    return f"{end['article']}:{end['start']}-{end['end']} “{end['quote']}”"
