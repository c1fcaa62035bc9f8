"""A command: what it is called, what it does, which keys run it, and where."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


class Place(Enum):
    """Where the keys of a command work."""

    EVERYWHERE = "everywhere"
    READING = "while reading"
    TEXT = "in the text"
    ARTICLES = "in the list of articles"
    HERE = "in the side panel"
    ROWS = "in any list"
    LISTING = "in any list screen"
    ENTITIES = "in the entities"
    DATES = "in the dates"
    LINKS = "in the links"
    TAGS = "in the tags"
    NOTES = "in the notes"
    CLAIMS = "in the claims"
    LOST = "in the lost passages"
    SEARCH = "in the concordance"
    SUGGESTIONS = "in the suggested links"


LIST_SCREENS = (
    Place.ENTITIES, Place.DATES, Place.LINKS, Place.TAGS, Place.NOTES, Place.CLAIMS, Place.LOST, Place.SEARCH,
    Place.SUGGESTIONS,
)  # fmt: skip

TOGETHER: tuple[frozenset[Place], ...] = (
    frozenset({Place.EVERYWHERE, Place.READING, Place.TEXT}),
    frozenset({Place.EVERYWHERE, Place.READING, Place.ARTICLES, Place.ROWS}),
    frozenset({Place.EVERYWHERE, Place.READING, Place.HERE, Place.ROWS}),
    *(frozenset({Place.EVERYWHERE, Place.LISTING, Place.ROWS, place}) for place in LIST_SCREENS),
)
"""Places whose keys are live at the same time: within one set a key means one thing."""


class Group(Enum):
    """The chapters of the help screen, in their order."""

    MOVING = "Moving"
    SELECTING = "Selecting"
    MARKING = "Marking"
    SUGGESTIONS = "What the program marked"
    LINKING = "Linking"
    FINDING = "Finding"
    ARTICLES = "Articles"
    VIEWING = "Looking around"
    LISTS = "In lists"
    PROGRAM = "The program"


class Command(NamedTuple):
    """One thing a user can do."""

    id: str
    title: str
    """What the palette calls it."""
    help: str
    """One plain sentence."""
    keys: tuple[str, ...]
    """Key names as Textual writes them, single characters as they are."""
    where: Place
    group: Group
    run: Callable[..., Coroutine[Any, Any, None] | None]
    """Takes the screen of its place (each place has its own class), and the key's number if ``numbered``."""
    footer: str = ""
    """A word for the bottom line; empty keeps it out."""
    numbered: bool = False
    """Each key means another thing; *run* also gets which, from 1."""

    @property
    def key_text(self) -> str:
        """All keys as people read them."""
        if self.numbered and len(self.keys) > 2:
            return f"{key_label(self.keys[0])}…{key_label(self.keys[-1])}"
        return " ".join(key_label(key) for key in self.keys)


_LABELS = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "escape": "esc", "pageup": "PgUp", "pagedown": "PgDn",
    "home": "Home", "end": "End",
}  # fmt: skip


def key_label(key: str) -> str:
    """A key as it is shown: ``F2``, ``shift+↑``, ``esc``."""
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    if last in _LABELS:
        last = _LABELS[last]
    elif len(last) in (2, 3) and last[0] == "f" and last[1:].isdigit():
        last = last.upper()
    return "+".join([*modifiers, last])
