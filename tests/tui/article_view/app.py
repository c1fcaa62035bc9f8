"""A tiny app around the article view, for its tests and benchmarks."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding

from reader.model import Article, Span
from reader.tui.theme import TOKENS
from reader.tui.widgets.article_motion import Motion
from reader.tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

STYLES = Path(__file__).resolve().parents[3] / "styles"


def article_of(text: str, *headings: Span) -> Article:
    """An article that says *text*."""
    return Article(
        "a.txt",
        Path("a.txt"),
        text,
        sha256(text.encode("utf-8", "replace")).hexdigest(),
        "Un titre",
        headings,
    )


class ArticleApp(App[None]):
    """Nothing but an article view, with the keys that move in it."""

    CSS_PATH = STYLES / "article.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *[Binding(key, f"move('{motion}')") for key, motion in (
            ("up", "UP"), ("down", "DOWN"), ("left", "LEFT"), ("right", "RIGHT"),
            ("w", "NEXT_WORD"), ("b", "PREVIOUS_WORD"), ("full_stop", "NEXT_SENTENCE"),
            ("home", "LINE_START"), ("end", "LINE_END"),
            ("g", "TOP"), ("G", "BOTTOM"), ("pagedown", "PAGE_DOWN"), ("pageup", "PAGE_UP"),
        )],
        *[Binding(f"shift+{key}", f"move('{key.upper()}', True)") for key in ("up", "down", "left", "right")],
        Binding("v", "select"),
        Binding("s", "grow"),
        Binding("S", "shrink"),
    ]  # fmt: skip

    def __init__(self, text: str, position: int = 0, headings: tuple[Span, ...] = ()) -> None:
        super().__init__()
        self.article = article_of(text, *headings)
        self.position = position
        self.told: list[ArticleView.CursorMoved] = []
        """The messages of the view, in order."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {**TOKENS, "ansi-background": "ansi_black", "ansi-foreground": "ansi_white"}

    def compose(self) -> ComposeResult:
        yield ArticleView()

    def on_mount(self) -> None:
        self.view.show_article(self.article, self.position)
        self.view.focus()

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def on_article_view_cursor_moved(self, message: ArticleView.CursorMoved) -> None:
        self.told.append(message)

    def action_move(self, motion: str, stretching: bool = False) -> None:
        self.view.move(Motion[motion], stretching=stretching)

    def action_select(self) -> None:
        self.view.start_or_end_selecting()

    def action_grow(self) -> None:
        self.view.grow()

    def action_shrink(self) -> None:
        self.view.shrink()
