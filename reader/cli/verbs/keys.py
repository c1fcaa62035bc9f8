"""``reader keys``: every key and what it does, with the user's own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.options import add_json
from reader.cli.output import print_json

if TYPE_CHECKING:
    import argparse

EXAMPLES = ("reader keys", "reader keys --json", "reader keys --markdown")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_json(parser)
    parser.add_argument("--markdown", action="store_true", help="a table for a document")


def run(options: argparse.Namespace) -> int:
    """Prints the table of commands."""
    from reader.config import load_config
    from reader.tui.commands.table import COMMANDS, markdown_table, plain_table, records
    from reader.tui.keymap import keymap

    config = load_config()
    commands = keymap(COMMANDS, config.keys, config.path)
    if options.json:
        for record in records(commands):
            print_json(record)
    elif options.markdown:
        print(markdown_table(commands))
    else:
        print(plain_table(commands))
    return 0
