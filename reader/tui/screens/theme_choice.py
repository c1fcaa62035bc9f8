"""Choosing the colours, seen at once."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.errors import ConfigError
from reader.paths import styles_folder
from reader.text.display import safe_line
from reader.tui.screens.choice_prompt import Choice, ChoicePrompt
from reader.tui.theme import load_themes, theme_files

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


async def choose_theme(reading: ReadingScreen) -> None:
    """Let the reader go through the themes; escape returns to the one before."""
    app = reading.app
    load = load_themes(theme_files(styles_folder()))
    for theme in load.themes:
        app.register_theme(theme)
    before = app.theme
    names = sorted(theme.name for theme in load.themes)
    choices = [Choice(str(number), safe_line(name), name) for number, name in enumerate(names, 1)]

    def preview(name: str) -> None:
        app.theme = name

    chosen = await reading.ask(ChoicePrompt("Colours", choices, now=before, preview=preview))
    app.theme = chosen or before
    if load.problems:
        reading.say(safe_line(load.problems[0]), role="unsaved")
    if chosen:
        await _keep(reading, chosen)


async def _keep(reading: ReadingScreen, name: str) -> None:
    """Write the choice into the configuration, and say so."""
    from reader.session.configured import keep_setting

    try:
        path = await reading.away(lambda: keep_setting("theme", name))
    except ConfigError as error:
        file, _, why = error.message.rpartition(" was not written: ")
        reading.say(
            f"Until you leave only: {safe_line(PurePath(file).name)} was not written: {safe_line(why)}",
            role="unsaved",
        )
    else:
        reading.say(f'Kept: theme = "{safe_line(name)}" in {safe_line(path.name)}.')
