"""Widgets that are typed into, and that keep what is typed ahead in its order."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from textual.binding import BindingsMap

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

PATIENCE = 1.0
"""Seconds that the next key waits at most."""


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that may take a key before the widget does."""

    def take_key(self, key: str) -> bool:
        """Whether the key was the screen's."""


class TypedInto:
    """Mixed into a widget: deals with every key itself, so that none overtakes another.

    Textual lets a key that a widget leaves unhandled (an arrow, backspace, enter) go up to the app
    before it acts; keys typed meanwhile come first, and a word typed fast ends up scrambled.
    """

    async def on_key(self, event: events.Key) -> None:
        widget = cast("Widget", self)
        if isinstance(widget.screen, TakesKeys) and widget.screen.take_key(event.key):
            event.stop()
            event.prevent_default()
            return
        action = _actions(type(widget)).get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            await widget.app.run_action(action, widget)

    async def caught_up(self) -> None:
        """Wait until every key so far is dealt with."""
        done = asyncio.Event()
        if cast("Widget", self).call_later(done.set):
            try:
                await asyncio.wait_for(done.wait(), PATIENCE)
            except TimeoutError:
                return


@cache
def _actions(widget: type[Widget]) -> dict[str, str]:
    """The widget's own keys and what they do."""
    found: dict[str, str] = {}
    for kind in reversed(widget.__mro__):
        for key, bindings in BindingsMap(kind.__dict__.get("BINDINGS", ())).key_to_bindings.items():
            found[key] = bindings[0].action
    return found
