"""Moving through the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.commands.command import Command, Group, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.screens.reading import ReadingScreen


def moves(motion: str, *, extend: bool = False) -> Callable[[ReadingScreen], None]:
    """A run function that moves the cursor by the motion of that name."""

    def run(reading: ReadingScreen) -> None:
        from reader.tui.widgets.article_motion import Motion

        reading.text.move(Motion[motion], stretching=extend)

    return run


def _move(id: str, title: str, motion: str, *keys: str, footer: str = "") -> Command:
    return Command(
        f"cursor.{id}",
        f"{title[0].upper()}{title[1:]}",
        f"Move {title}.",
        keys,
        Place.TEXT,
        Group.MOVING,
        moves(motion),
        footer,
    )


def _select(id: str, title: str, motion: str, *keys: str) -> Command:
    return Command(
        f"select.{id}",
        f"Select {title}",
        f"Stretch the selection {title}.",
        keys,
        Place.TEXT,
        Group.SELECTING,
        moves(motion, extend=True),
    )


COMMANDS = (
    _move("up", "up a line", "UP", "up", "k"),
    _move("down", "down a line", "DOWN", "down", "j"),
    _move("left", "left a letter", "LEFT", "left", "h"),
    _move("right", "right a letter", "RIGHT", "right", "l"),
    _move("next_word", "to the next word", "NEXT_WORD", "w", "ctrl+right"),
    _move("previous_word", "to the word before", "PREVIOUS_WORD", "b", "ctrl+left"),
    _move("next_sentence", "to the next sentence", "NEXT_SENTENCE", ")"),
    _move("previous_sentence", "to the sentence before", "PREVIOUS_SENTENCE", "("),
    _move("next_paragraph", "to the next paragraph", "NEXT_PARAGRAPH", "ctrl+down", "}"),
    _move("previous_paragraph", "to the paragraph before", "PREVIOUS_PARAGRAPH", "ctrl+up", "{"),
    _move("line_start", "to the start of the line", "LINE_START", "home", "0"),
    _move("line_end", "to the end of the line", "LINE_END", "end", "$"),
    _move("page_down", "down a page", "PAGE_DOWN", "pagedown", "space", "ctrl+f"),
    _move("page_up", "up a page", "PAGE_UP", "pageup", "ctrl+b"),
    _move("half_page_down", "down half a page", "HALF_PAGE_DOWN", "ctrl+d"),
    _move("half_page_up", "up half a page", "HALF_PAGE_UP", "ctrl+u"),
    _move("top", "to the top of the article", "TOP", "g", "ctrl+home"),
    _move("bottom", "to the end of the article", "BOTTOM", "G", "ctrl+end"),
    _select("up", "up a line", "UP", "shift+up"),
    _select("down", "down a line", "DOWN", "shift+down"),
    _select("left", "left a letter", "LEFT", "shift+left"),
    _select("right", "right a letter", "RIGHT", "shift+right"),
    _select("next_word", "by a word", "NEXT_WORD", "ctrl+shift+right"),
    _select("previous_word", "back by a word", "PREVIOUS_WORD", "ctrl+shift+left"),
    _select("next_paragraph", "by a paragraph", "NEXT_PARAGRAPH", "ctrl+shift+down"),
    _select("previous_paragraph", "back by a paragraph", "PREVIOUS_PARAGRAPH", "ctrl+shift+up"),
    _select("line_start", "to the start of the line", "LINE_START", "shift+home"),
    _select("line_end", "to the end of the line", "LINE_END", "shift+end"),
    _select("page_down", "down a page", "PAGE_DOWN", "shift+pagedown"),
    _select("page_up", "up a page", "PAGE_UP", "shift+pageup"),
    _select("top", "to the top of the article", "TOP", "ctrl+shift+home"),
    _select("bottom", "to the end of the article", "BOTTOM", "ctrl+shift+end"),
)
