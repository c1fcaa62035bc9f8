"""Commands as Textual bindings, with the user's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.screen import Screen

    from reader.tui.commands.command import Command

ScreenClass = TypeVar("ScreenClass", bound="Screen[Any]")


def keyed(screen: type[ScreenClass], commands: Iterable[Command]) -> type[ScreenClass]:
    """*screen* with the keys of *commands*.

    A class of its own, because Textual reads bindings from classes; its ``set_keymap`` drops a key
    that two panes of one screen use, and takes unknown ids in silence.
    """
    body = {"BINDINGS": list(bindings(commands)), "__module__": screen.__module__}
    return cast("type[ScreenClass]", type(screen.__name__, (screen,), body, inherit_css=True))


def bindings(commands: Iterable[Command]) -> Iterator[Binding]:
    """One binding for each key; with priority, so that keys typed ahead act in their order."""
    for command in commands:
        for number, key in enumerate(command.keys, 1):
            yield Binding(
                "comma" if key == "," else key,
                f"command('{command.id}', {number})",
                command.title,
                show=False,
                priority=True,
                id=command.id,
            )
