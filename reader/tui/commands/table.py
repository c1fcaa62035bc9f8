"""All commands, in the order of the help screen; every key and every word about keys comes from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.commands import (
    articles,
    finding,
    linking,
    lists,
    marking,
    mending,
    moving,
    program,
    selecting,
    suggesting,
    viewing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.tui.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    *moving.COMMANDS,
    *selecting.COMMANDS,
    *marking.COMMANDS,
    *mending.COMMANDS,
    *suggesting.COMMANDS,
    *linking.COMMANDS,
    *finding.COMMANDS,
    *articles.COMMANDS,
    *viewing.COMMANDS,
    *lists.COMMANDS,
    *program.COMMANDS,
)


def records(commands: Iterable[Command] = COMMANDS) -> list[dict[str, object]]:
    """The table as ``reader keys --json`` prints it."""
    return [
        {"id": c.id, "keys": list(c.keys), "title": c.title, "help": c.help, "where": c.where.value}
        for c in commands
    ]


def plain_table(commands: Iterable[Command] = COMMANDS) -> str:
    """The table as ``reader keys`` prints it."""
    rows = [(c.key_text, c.id, c.help) for c in commands]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "\n".join(f"{keys:<{widths[0]}}  {id:<{widths[1]}}  {help}" for keys, id, help in rows)


def markdown_table(commands: Iterable[Command] = COMMANDS) -> str:
    """The table as the README shows it."""
    rows = [f"| `{c.id}` | {_code(c)} | {c.help} | {c.where.value} |" for c in commands]
    return "\n".join(["| command | keys | does | where |", "|---|---|---|---|", *rows])


def _code(command: Command) -> str:
    if command.numbered:
        return f"`{command.keys[0]}`…`{command.keys[-1]}`" if command.keys else ""
    from reader.tui.commands.command import key_label

    return " ".join(f"`{key_label(key)}`" for key in command.keys)
