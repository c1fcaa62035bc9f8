"""``reader restore``: bring back an earlier version of what was marked; one undo takes that back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say, say_table, tell
from reader.errors import StoreReadOnlyError, UsageError
from reader.text.counting import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from reader.annotations.backups import Backup

EXAMPLES = (
    "reader restore articles/ --list",
    "reader restore articles/             the newest of them",
    "reader restore articles/ --backup 3",
)

NONE = "There is no earlier version that can be brought back."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--list", action="store_true", help="only say which earlier versions there are")
    which.add_argument("--backup", type=int, metavar="N", help="the one of that number (else 1, the newest)")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the earlier versions, or what bringing one back changed; 1 where that was nothing."""
    with opened(options, options.paths, looking=options.list) as session:
        backups = session.backups()
        if options.list:
            _print_list(options, backups)
            return 0
        if session.read_only:
            raise StoreReadOnlyError(session.read_only)
        backup = _chosen(backups, 1 if options.backup is None else options.backup)
        change = session.restore(backup)
    rows = len(change.edits) if change is not None else 0
    if options.json:
        print_json({"backup": backup.path.name, "rows": rows, "change": change.id if change else None})
    elif change is None:
        say(f"{backup.path.name}: everything is as it was then")
    else:
        say(f"{backup.path.name}: brought back, {counted(rows, 'row')} changed; u in reader takes it back")
    return 0 if change is not None else 1


def _chosen(backups: Sequence[Backup], number: int) -> Backup:
    if not backups:
        raise UsageError(NONE)
    if not 1 <= number <= len(backups):
        raise UsageError(f"There is no version {number}. There are {len(backups)}; --list shows them.")
    return backups[number - 1]


def _print_list(options: argparse.Namespace, backups: Sequence[Backup]) -> None:
    rows = [(number, backup, _when(backup)) for number, backup in enumerate(backups, 1)]
    if not rows:
        tell(NONE)
    elif options.json:
        for number, backup, when in rows:
            print_json(
                {
                    "backup": number,
                    "file": backup.path.name,
                    "written": when,
                    "annotations": len(backup.state.annotations),
                    "links": len(backup.state.links),
                }
            )
    else:
        say_table(
            [
                (
                    str(number),
                    when,
                    counted(len(backup.state.annotations), "passage"),
                    counted(len(backup.state.links), "link"),
                    backup.path.name,
                )
                for number, backup, when in rows
            ],
            right=(0,),
        )


def _when(backup: Backup) -> str:
    """When it was written, in local time, to the minute."""
    return datetime.fromtimestamp(backup.path.stat().st_mtime, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
