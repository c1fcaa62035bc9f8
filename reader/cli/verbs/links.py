"""``reader links``: the links between passages, or suggestions for new ones."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say, tell
from reader.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reader.session import Session

USUAL = 5
"""Suggestions for a passage where no number is given."""

EXAMPLES = (
    "reader links seeds/",
    "reader links articles/ --json",
    "reader links articles/ --suggest 20",
    "reader links articles/ --suggest 5 --passages passages.jsonl --json",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    parser.add_argument("--suggest", type=_count, metavar="N", help="the N best suggestions instead")
    parser.add_argument(
        "--passages", type=Path, metavar="FILE", help="suggest N for each passage of FILE (- is stdin)"
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one link per line; 1 where suggestions are asked for in part in vain."""
    if options.suggest is not None or options.passages is not None:
        return _suggest(options)
    with opened(options, options.paths) as session:
        for record in _links(session):
            _print(record, options)
    return 0


def _count(word: str) -> int:
    """The number after ``--suggest``; a path there was meant to stand before it."""
    from argparse import ArgumentTypeError

    try:
        return int(word)
    except ValueError:
        meant = f"it takes a number, and {word!r} is none: write “reader links FOLDER --suggest 20”"
        raise ArgumentTypeError(meant) from None


def _suggest(options: argparse.Namespace) -> int:
    from reader.cli.recognising import recognised
    from reader.cli.suggesting import Suggester, suggested

    limit = USUAL if options.suggest is None else options.suggest
    if limit < 1:
        raise UsageError("Ask for at least one suggestion.")
    with opened(options, options.paths, recognising=True) as session:
        found, code = recognised(session)
        suggester = Suggester(found)
        if options.passages is None:
            for record in suggester.best(limit):
                _print(record, options)
            return code
        for answer in suggested(suggester, _lines(options.passages), limit):
            if isinstance(answer, tuple):
                tell(f"{options.passages}:{answer[0]}: {answer[1]}")
                code = 1
            else:
                _print(answer, options)
    return code


def _lines(file: Path) -> Iterator[str]:
    from reader.formats.files import lines_in, lines_of

    return lines_in(sys.stdin.buffer, "stdin") if str(file) == "-" else lines_of(file)


def _print(record: dict[str, object], options: argparse.Namespace) -> None:
    if options.json:
        print_json(record)
    else:
        say(_sentence(record))


def _links(session: Session) -> Iterator[dict[str, object]]:
    from reader.formats.data import ExportData
    from reader.formats.records import link_record

    annotations = {a.id: a for a in session.all_annotations()}
    for ends in ExportData(links=session.links(), ends=annotations).sorted_links():
        yield link_record(*ends)


def _sentence(record: dict[str, object]) -> str:
    source, target = (_end(record[name]) for name in ("source", "target"))
    line = f"{source} {record['relation']} → {target}"
    if "score" in record:
        evidence = record["evidence"]
        assert isinstance(evidence, list)
        return f"{record['score']:.2f}  {line} ({', '.join(evidence)})"
    return f"{line} ({record['note']})" if record["note"] else line


def _end(end: object) -> str:
    assert isinstance(end, dict)
    return f"{end['article']}:{end['start']}-{end['end']} “{end['quote']}”"
