"""``reader import``: bring in what was marked elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json
from reader.cli.output import print_json, say
from reader.formats.files import lines_in, lines_of
from reader.formats.plan import Action
from reader.formats.registry import FORMATS, Format, format_named, format_of_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reader.formats.plan import ImportPlan, Incoming

EXAMPLES = (
    "reader import marked.jsonl --into articles/ --dry-run",
    "reader import marked.jsonl --into articles/",
    "reader export theirs/ | reader import - --into articles/",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="what to bring in; - is stdin")
    parser.add_argument("--into", required=True, type=Path, metavar="PATH", help="the folder of the articles")
    names = ", ".join(known.name for known in FORMATS if known.reads)
    parser.add_argument("--format", metavar="FORMAT", help=f"{names} (else by the file's ending, else jsonl)")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """1 where a line was refused."""
    chosen = format_named(options.format) if options.format else None
    refused = 0
    with opened(options, [options.into]) as session:
        for file in options.files:
            known = chosen or format_of_file(file.name) or FORMATS[0]
            plan = session.plan_import(_read(known, file))
            if plan.rows and not options.dry_run:
                session.apply_import(plan, f"import {file.name}")
            _report(plan, file, options)
            refused += len(plan.refused)
    return 1 if refused else 0


def _read(known: Format, file: Path) -> Incoming:
    if str(file) == "-":
        return known.read(lines_in(sys.stdin.buffer, "stdin"))
    return known.read(lines_of(file))


def _report(plan: ImportPlan, file: Path, options: argparse.Namespace) -> None:
    if options.json:
        for record in _records(plan, file):
            print_json(record)
        return
    for planned in plan.planned:
        if planned.remark:
            say(f"{file}:{planned.line}: {planned.remark}")
    for refused in plan.refused:
        say(f"{file}:{refused.line}: refused: {refused.why}")
    counts = ", ".join(f"{plan.count(action)} {action.value}" for action in Action)
    passed = f", {plan.passed} not brought in (recognised anew here)" if plan.passed else ""
    would = " (nothing was written)" if options.dry_run else ""
    say(f"{file}: {counts}, {len(plan.refused)} refused{passed}{would}")


def _records(plan: ImportPlan, file: Path) -> Iterator[dict[str, object]]:
    from reader.annotations.changes import key_of

    for planned in plan.planned:
        yield {
            "file": str(file),
            "line": planned.line or None,
            "action": planned.action.value,
            "table": planned.table.value,
            "id": key_of(planned.row),
            "why": planned.remark,
        }
    for refused in plan.refused:
        yield {
            "file": str(file),
            "line": refused.line,
            "action": "refused",
            "table": None,
            "id": None,
            "why": refused.why,
        }
