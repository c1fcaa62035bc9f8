"""Draws the picture of the README: the app on its two samples, worked by its own keys.

``python -m tests.picture OUT.svg [WIDTH HEIGHT [KEY …]]``
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.paths import seeds_folder
from reader.tui.app import make_app

SOUGHT, UNDONE = "se réunir en personne à Budapest", "n'aura finalement pas lieu"
KEYS = (
    *("e", "e", "a", "a"),
    *("/", *SOUGHT, "enter", "t", *"annonce", "enter", "L"),
    *("J", "/", *UNDONE, "enter", "t", *"annulation", "enter", "L", "c", "enter"),
    *("escape", "escape"),
)
"""Two names kept, the announcement tagged, and linked with what contradicts it in the other article."""

NAMED = {" ": "space", "'": "apostrophe"}


async def draw(out: Path, size: tuple[int, int] = (120, 40), keys: tuple[str, ...] = KEYS) -> None:
    """Open the samples, press *keys*, and write the screen to *out*."""
    with TemporaryDirectory() as folder:
        app = make_app([seeds_folder()], store=Path(folder) / "annotations", annotator="reader")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            for key in keys:
                await pilot.press(NAMED.get(key, key))
            await pilot.pause()
            out.write_text(app.export_screenshot(title="reader seeds/"), encoding="utf-8")
        app.session.close()


if __name__ == "__main__":
    where, *rest = sys.argv[1:]
    width, height, *pressed = (*rest, *("120", "40")[len(rest) :])
    asyncio.run(draw(Path(where), (int(width), int(height)), tuple(pressed) or KEYS))
