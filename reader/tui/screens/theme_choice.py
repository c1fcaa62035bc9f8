"""Choosing the colours, seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    elif chosen:
        reading.say(f'theme = "{safe_line(chosen)}" in the configuration keeps it.')
