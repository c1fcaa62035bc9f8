"""Every fuzz target by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzz import anchoring, decoder, imports, layout, metadata, recogniser, store

if TYPE_CHECKING:
    from collections.abc import Callable

TARGETS: dict[str, Callable[[bytes], None]] = {
    "decoder": decoder.check,
    "metadata": metadata.check,
    "entities": recogniser.entities,
    "dates": recogniser.dates,
    "claims": recogniser.claims,
    "store": store.check,
    "imports": imports.check,
    "anchoring": anchoring.check,
    "layout": layout.check,
}
