"""Painting of one row of an article: looks become styles, rows become strips. Nothing is sought here."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from reader.layout.glyphs import margin_signs
from reader.layout.marks import CLAIMS, SLOTS, Role
from reader.text.cells import cell_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from reader.layout.glyphs import Glyphs
    from reader.layout.rows import Flattened, Look, Overlaid
    from reader.model import Span
    from reader.tui.widgets.article_page import Page

SELECTION = "article--selection"
CURSOR = "article--cursor"
CURSOR_BLURRED = "article--cursor-blurred"
_CLASS_OF = {
    Role.HEADING: "article--heading",
    **dict.fromkeys(CLAIMS, "article--claim"),
    Role.CUE: "article--cue",
    Role.PERSON: "article--person",
    Role.PLACE: "article--place",
    Role.ORGANISATION: "article--organisation",
    Role.OTHER: "article--other",
    Role.DATE: "article--date",
    Role.DOUBTFUL: "article--doubtful",
    Role.NOTE: "article--note",
    Role.LINK: "article--link",
    Role.LINK_START: "article--link-start",
    Role.HIT: "article--hit",
    Role.CURRENT_HIT: "article--hit-current",
}
_MARGIN_ONLY = frozenset({Role.NOTE, Role.LINK, Role.DOUBTFUL})
COMPONENTS = frozenset(
    {
        *_CLASS_OF.values(),
        SELECTION,
        CURSOR,
        CURSOR_BLURRED,
        *(f"article--tag-{n}" for n in range(1, SLOTS + 1)),
    }
)
"""Every component class that styles/article.tcss may speak of."""

_TAGS = frozenset(f"article--tag-{slot}" for slot in range(1, SLOTS + 1))
_FIELDS = sum(role.bit for role in (Role.ANNOTATION, Role.LINK_START, Role.HIT, Role.CURRENT_HIT))
_TERMINAL_DEFAULT = -1
_LONGEST_PAINTED = 16
"""Code points painted for each cell at most: a tower of combining marks is cut, not sent to the terminal."""


_Piece: TypeAlias = "tuple[str, Style]"


class _Layer(NamedTuple):
    """What one component class adds to what lies below it."""

    colour: Color | None
    background: Color | None
    attributes: Style


class Palette:
    """The styles of one widget under one theme, mixed as they are asked for."""

    def __init__(self, widget: Widget) -> None:
        _, _, self._background, self._colour = widget.colors
        self._layers = {name: _layer(widget, name) for name in COMPONENTS}
        self._styles: dict[tuple[Look, str, str], Style] = {}
        self.plain = _mixed(self._colour, self._background, Style())

    def style(self, look: Look, selection: str = "", cursor: str = "") -> Style:
        """The style of a run; *selection* and *cursor* are component classes or empty."""
        key = (look, selection, cursor)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._mix(look, selection, cursor)
        return style

    def sign(self, role: Role, slot: int) -> Style:
        """The style of a sign in the margin."""
        name = f"article--tag-{slot}" if role is Role.ANNOTATION else _CLASS_OF[role]
        layer = self._layers[name]
        colour = layer.colour
        if role is Role.ANNOTATION and layer.background is not None:
            colour = _opaque(layer.background)
        return _mixed(colour or self._colour, self._background, Style(bold=role is not Role.ANNOTATION))

    def _mix(self, look: Look, selection: str, cursor: str) -> Style:
        colour, background, attributes = self._colour, self._background, Style()
        for layer in self._layers_of(look, selection, cursor):
            if layer.background is not None:
                background = background + layer.background
            if layer.colour is not None:
                colour = background.get_contrast_text(1.0) if layer.colour.auto else layer.colour
            turned_back = attributes.reverse and layer.attributes.reverse
            attributes = attributes + layer.attributes + (Style(reverse=False) if turned_back else Style())
        return _mixed(colour, background, attributes)

    def _layers_of(self, look: Look, selection: str, cursor: str) -> Iterator[_Layer]:
        for role in Role:
            if role is Role.ANNOTATION:
                for _ in range(min(look.depth, 3)):
                    yield self._tint(look.slot)
            elif look.has(role) and role not in _MARGIN_ONLY:
                yield self._layers[_CLASS_OF[role]]
        for name in (selection, cursor):
            if name:
                yield self._layers[name]

    def _tint(self, slot: int) -> _Layer:
        """The background of an annotation; a terminal's own colours cannot be thinned, so they underline."""
        layer = self._layers[f"article--tag-{slot}"]
        if layer.background is not None and layer.background.ansi is not None:
            return _Layer(layer.background, None, Style(underline=True))
        return _Layer(None, layer.background, layer.attributes)


class RowState(NamedTuple):
    """What of a row depends on the reader, not on the text."""

    selection: Span | None = None
    cursor: Span | None = None
    """The grapheme under the cursor; empty behind the last letter of a line."""
    focused: bool = True


STILL = RowState()


class Painter(NamedTuple):
    """Everything that painting rows of a page needs."""

    page: Page
    glyphs: Glyphs
    palette: Palette

    def row(self, row: int, state: RowState = STILL) -> Strip:
        """The strip of one row, as wide as the frame."""
        frame = self.page.frame
        marked = self.page.layers.on(self.page.wrapped.row_span(row))
        pieces = list(self._text(row, marked, state))
        cells = frame.text_from + sum(cell_width(text) for text, _ in pieces)
        if cells < frame.width:
            pieces.append((" " * (frame.width - cells), self.palette.plain))
        # The margin stays apart: some SVG renderers swallow spaces before a word.
        strip = Strip(
            [*_segments(list(self._margin(row, marked))), *_segments(pieces)], max(cells, frame.width)
        )
        return strip if cells <= frame.width else strip.crop(0, frame.width)

    def _margin(self, row: int, marked: Flattened | Overlaid) -> Iterator[_Piece]:
        frame, plain = self.page.frame, self.palette.plain
        if frame.left:
            yield " " * frame.left, plain
        if not frame.margin:
            return
        margin = marked.margin(self.page.wrapped.row_span(row))
        for sign, role in margin_signs(margin, frame.margin, self.glyphs):
            yield sign, plain if role is None else self.palette.sign(role, margin.slot)

    def _text(self, row: int, marked: Flattened | Overlaid, state: RowState) -> Iterator[_Piece]:
        wrapped = self.page.wrapped
        span = wrapped.row_span(row)
        shown = wrapped.shown_row(row)[: _LONGEST_PAINTED * (self.page.frame.text + 4)]
        blank_from = wrapped.content_end(row)
        cuts = sorted({*_cuts(state), blank_from})
        for start, end, look in marked.runs(span):
            for first, last in _pieces(start, end, cuts):
                text = shown[first - span.start : last - span.start]
                if text:
                    yield text, self._style(look if first < blank_from else _field(look), first, state)
        cursor = state.cursor
        if cursor is not None and span.start <= cursor.start and cursor.start - span.start >= len(shown):
            yield " ", self._style(marked.look_at(cursor.start), cursor.start, state)

    def _style(self, look: Look, offset: int, state: RowState) -> Style:
        selected = SELECTION if state.selection is not None and offset in state.selection else ""
        cursor = ""
        if state.cursor is not None and (offset in state.cursor or offset == state.cursor.start):
            cursor = CURSOR if state.focused else CURSOR_BLURRED
        return self.palette.style(look, selected, cursor)


def _field(look: Look) -> Look:
    """*look* for the space at a row's end: fields of colour go on, lines under words do not."""
    return look._replace(roles=look.roles & _FIELDS)


def _segments(pieces: list[_Piece]) -> Iterator[Segment]:
    """Neighbours of one style joined: each segment costs on every repaint."""
    for style, alike in groupby(pieces, key=itemgetter(1)):
        yield Segment("".join(text for text, _ in alike), style)


def _cuts(state: RowState) -> list[int]:
    """Where the reader's state changes the look, in order."""
    spans = [span for span in (state.selection, state.cursor) if span is not None]
    return sorted({border for span in spans for border in (span.start, span.end)})


def _pieces(start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """The stretch cut where *cuts* fall into it."""
    for cut in cuts:
        if start < cut < end:
            yield start, cut
            start = cut
    yield start, end


def _layer(widget: Widget, name: str) -> _Layer:
    styles = widget.get_component_styles(name)
    colour: Color | None = None
    background: Color | None = None
    attributes = styles.text_style
    if styles.has_rule("color") and not styles.color.is_transparent:
        colour = styles.color
    if styles.has_rule("auto_color") and styles.auto_color:
        colour = Color(0, 0, 0, auto=True)
    if styles.has_rule("background") and not styles.background.is_transparent:
        background = styles.background
    if background is not None and background.ansi is not None and name not in _TAGS:
        return _on_terminal_colours(name, background, attributes)
    return _Layer(colour, background, attributes)


def _on_terminal_colours(name: str, background: Color, attributes: Style) -> _Layer:
    """A field in one of the terminal's own colours, of which only the names are known."""
    if name == CURSOR_BLURRED:
        return _Layer(None, None, attributes + Style(underline=True))
    if background.ansi == _TERMINAL_DEFAULT or name in (CURSOR, SELECTION):
        return _Layer(None, None, attributes + Style(reverse=True))
    return _Layer(Color.parse("ansi_black"), background, attributes)


def _opaque(colour: Color) -> Color:
    return colour if colour.ansi is not None else colour.with_alpha(1.0)


def _mixed(colour: Color, background: Color, attributes: Style) -> Style:
    """Colour on background as Rich wants them."""
    seen = colour if colour.ansi is not None else background + colour
    return Style.from_color(seen.rich_color, background.rich_color) + attributes
