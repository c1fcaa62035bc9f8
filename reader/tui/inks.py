"""Roles of words in lists and panels, and the colour and second sign each is written with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rich.style import Style
from textual.color import Color

from reader.model import EntityLabel, MentionKind

if TYPE_CHECKING:
    from textual.app import App

    from reader.model import Mention

Piece: TypeAlias = tuple[str, str]
"""Words and their role; the words have gone through ``safe_line`` if they are data."""
Line: TypeAlias = tuple[Piece, ...]

ROLES: dict[str, tuple[str, str]] = {
    "": ("foreground", ""),
    "strong": ("foreground", "bold"),
    "quiet": ("quiet", ""),
    "heading": ("heading", "bold"),
    "title": ("primary", "bold"),
    "person": ("entity-person", "underline"),
    "place": ("entity-place", "underline"),
    "organisation": ("entity-organisation", "underline"),
    "other": ("entity-other", "underline"),
    "date": ("date", "italic"),
    "claim": ("claim", "italic"),
    "link": ("link", ""),
    "unsaved": ("unsaved", "bold"),
    "hit": ("heading", "bold underline"),
    "key": ("primary", "bold"),
    "good": ("success", ""),
    **{f"tag-{slot}": (f"tag-{slot}", "") for slot in range(1, 10)},
}
"""Role to colour token and attributes."""

ENTITY_ROLES = {
    EntityLabel.PER: "person",
    EntityLabel.LOC: "place",
    EntityLabel.ORG: "organisation",
    EntityLabel.MISC: "other",
}


def mention_role(mention: Mention) -> str:
    """The role in which a mention is written."""
    if mention.kind is MentionKind.ENTITY:
        return ENTITY_ROLES[EntityLabel(mention.tag)]
    return str(mention.kind.value)


class Inks:
    """Rich styles of the roles under the current theme."""

    def __init__(self) -> None:
        self._theme = ""
        self._styles: dict[str, Style] = {}

    def style(self, app: App[object], role: str) -> Style:
        """The style of *role*; made anew after a change of theme."""
        if app.theme != self._theme:
            self._theme, self._styles = app.theme, {}
        known = self._styles.get(role)
        if known is None:
            known = self._styles[role] = _style(app, role)
        return known


def _style(app: App[object], role: str) -> Style:
    token, attributes = ROLES[role]
    colour = Color.parse(app.theme_variables[token])
    style = Style.parse(attributes) if attributes else Style()
    if role == "quiet" and app.current_theme.ansi:
        style += Style(dim=True)
    return style + Style(color=colour.rich_color)
