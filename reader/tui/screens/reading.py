"""The main screen: the list of articles, the text, and what stands under the cursor.

It brings the panes together. What commands do is in ``reader.tui.commands``, what is open in ``Desk``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widgets import Static

from reader.errors import ArticleError
from reader.layout.frame import SMALLEST
from reader.model import Span
from reader.session import Changed, ForeignChanges, Passage, SaveState
from reader.text.display import safe_line
from reader.tui import panes
from reader.tui.background import follow, mark_articles
from reader.tui.commands import steps
from reader.tui.commands.command import Place
from reader.tui.commands.mending import take_up_lost
from reader.tui.desk import Desk
from reader.tui.messages import Loaded, Marked, SessionSpoke, Working
from reader.tui.opening import Opening
from reader.tui.places import Chooses, Jump, Left
from reader.tui.progress import note_progress
from reader.tui.screens.command_screen import CommandScreen
from reader.tui.shelf import Shelf
from reader.tui.watching import EVERY, Watch, settle_opened
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.here_panel import HerePanel
from reader.tui.widgets.key_line import KeyLine
from reader.tui.widgets.status_line import Status, StatusLine

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size

    from reader.session import Event, Session

KEEP_POSITION_EVERY = 10.0
"""Seconds between two writings of the reading position."""
WIDTHS = [(0, "-tiny"), (SMALLEST[0], "-narrow"), (60, "-medium"), (100, "-wide")]
HEIGHTS = [(0, "-flat"), (SMALLEST[1], "-low"), (14, "-tall")]
TOO_SMALL = f"This window is too small to read in: reader needs {SMALLEST[0]} columns and {SMALLEST[1]} rows."


def _classes_for(size: Size) -> str:
    """The classes of a window of that size, there from the start so that nothing is styled twice."""
    sides = ((size.width, WIDTHS), (size.height, HEIGHTS))
    return " ".join(max(each for each in steps if each[0] <= cells)[1] for cells, steps in sides)


class ReadingScreen(CommandScreen[None]):
    """List, text, side panel; folded one after the other where there is no room."""

    PLACES: ClassVar = frozenset({Place.READING})
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, session: Session, size: Size, measure: int | None = None) -> None:
        super().__init__(_classes_for(size))
        self.session = session
        self.desk = Desk(session)
        self.shelf = Shelf(session)
        self.opening = Opening(self)
        self.list = ArticleList(id="articles")
        self.text = ArticleView(id="text")
        self.here = HerePanel(self.desk, id="here")
        self.status = StatusLine(Status(session.save_status), id="status")
        self.key_line = KeyLine(id="keys")
        self.watch_disk = Watch(self)
        if measure:
            self.text.measure = measure

    def compose(self) -> ComposeResult:
        with Horizontal(id="panes"):
            yield self.list
            yield self.text
            yield self.here
        yield self.status
        yield self.key_line
        yield Static(TOO_SMALL, id="too-small", markup=False)

    async def on_mount(self) -> None:
        self.set_focus(self.text)
        renames = await self.opening.begin()
        self.session.subscribe(self.hear)
        self.set_interval(KEEP_POSITION_EVERY, self.keep_position)
        self.set_interval(EVERY, self.watch_disk.tick)
        if not self.session.has_begun():
            self.say(safe_line(self.session.others_notice()))
        for notice in (*self.session.notices, *renames):
            self.say(safe_line(notice), role="unsaved")

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """All was styled when it was mounted, a moment ago: the first time nothing is styled again."""
        if self.stack_updates == 0:
            event.refresh_styles = False

    def places(self) -> frozenset[Place]:
        own = {self.text: Place.TEXT, self.list: Place.ARTICLES, self.here: Place.HERE}
        found = own.get(self.focused) if self.focused is not None else None  # type: ignore[call-overload]
        return super().places() | ({found} if found else set())

    # --- articles and places

    async def open_article(self, id: str, position: int | None = None, *, quietly: bool = False) -> bool:
        """Show an article at *position*, else where reading stopped; False where it cannot be read."""
        self.keep_position()
        before = self.desk.article.id if self.desk.article else id
        try:
            article = self.session.article(id)
        except ArticleError as error:
            if not quietly:
                self.complain(error)
            return False
        self.desk.place(article)
        if position is None:
            position = self.session.position_in(id)
        self.desk.opened_at = min(position, len(article.text))
        self.text.show_article(article, self.desk.opened_at)
        self.paint()
        if before != id and not self.session.is_here(before):
            self.shelf.drop(before)
        self.show_articles({before, id})
        mark_articles(self, first=id)
        settle_opened(self, id)
        return True

    async def go(self, place: Passage, *, annotation: str | None = None, remember: bool = True) -> None:
        """Go to a passage of any article and select it; *remember* where from."""
        if remember and self.desk.article is not None:
            here = self.text.selection or Span(self.text.point, self.text.point)
            self.desk.leave(Left(Passage(self.desk.article.id, here), self.text.standpoint.top))
        if annotation is not None and not self.session.has_place(annotation):
            await take_up_lost(self, annotation)
            return
        if not self.desk.is_open(place.article) and not await self.open_article(
            place.article, place.span.start
        ):
            return
        panes.fold_overlays(self)
        self.set_focus(self.text)
        if len(place.span):
            self.text.select(place.span)
        else:
            self.text.move_to(place.span.start)
        self.desk.current = annotation
        self.paint()

    def keep_position(self) -> None:
        """Remember where the open article was left."""
        if self.desk.article is not None and self.session.save_status.state is not SaveState.READ_ONLY:
            self.session.set_position(self.desk.article.id, self.text.point)

    # --- painting

    def paint(self) -> None:
        """Take up what the session knows by now, and show it; nothing moves."""
        desk = self.desk
        desk.look_again()
        if desk.article is None:
            return
        self.text.set_marks(desk.marks())
        self.text.set_passing(desk.hits.spans, desk.passing_marks())
        self.show_place()

    def catch_up(self) -> None:
        self.paint()
        self.show_articles()

    def show_place(self) -> None:
        """Say what stands at the cursor, and how far it is."""
        desk, text = self.desk, self.text
        place = text.selection or Span(text.point, text.point)
        if desk.current and all(a.id != desk.current for a in desk.standing.at(place)):
            desk.current = None
        self.here.tell(place)
        length = len(desk.article.text) if desk.article else 0
        begun = desk.link_start
        self.status.set(
            selecting=text.cursor.selecting,
            percent=round(100 * text.point / length) if length else None,
            finds=desk.hits.words,
            link_from=begun.span.of(self.session.article(begun.article).text) if begun else "",
            moving=desk.moving is not None,
            save=self.session.save_status,
        )

    def show_articles(self, changed: Collection[str] | None = None) -> None:
        """Bring the list of articles up to date, or only what it says of those that *changed*."""
        self.list.show_articles(self.shelf.summaries(changed), self.desk.opened_id)

    def rearrange(self, changed: Collection[str] | None = None) -> None:
        """Articles came, went, or have other dates now: the list in its order, the open article in it."""
        self.shelf.put_in_order(self.desk.opened_id)
        self.show_articles(changed)

    def say(self, message: str, *, role: str = "") -> None:
        self.status.set(message=message, message_role=role)

    # --- what happens

    def hear(self, event: Event) -> None:
        """Listen to the session; its writer may speak from a thread of its own."""
        if isinstance(event, Changed):
            self.desk.look_again()
        if self.is_attached:
            self.post_message(SessionSpoke(event))

    def on_session_spoke(self, message: SessionSpoke) -> None:
        event = message.event
        if isinstance(event, ForeignChanges):
            self.session.receive(event.changes)
            for above in self.app.screen_stack:
                if isinstance(above, CommandScreen) and above is not self:
                    above.catch_up()
        elif isinstance(event, Changed):
            if event.touches_marks:
                self.paint()
                if self.desk.article and self.session.recognised(self.desk.article.id) is None:
                    mark_articles(self, first=self.desk.article.id)  # its reference date changed
            self.show_articles(None if event.touches_links else event.change.articles)
        self.status.set(save=self.session.save_status)

    @on(Loaded)
    @on(Marked)
    @on(Working)
    async def _follow_work(self, message: Loaded | Marked | Working) -> None:
        await follow(self, message)

    def on_article_view_cursor_moved(self, message: ArticleView.CursorMoved) -> None:  # noqa: ARG002
        if note_progress(self.desk, self.text) and not self.status.status.message:
            self.say("Read to the end. d says that you are done with it.", role="quiet")
        self.call_after_refresh(self.show_place)

    async def choose(self, target: object) -> None:
        if isinstance(target, Jump):
            await self.go(target.passage, annotation=target.annotation)
        elif isinstance(target, Chooses):
            steps.choose(self, self.session.annotation(target.annotation), staying=True)
        elif isinstance(target, str):
            await self.open_article(target)
            panes.fold_overlays(self)
            self.set_focus(self.text)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:  # noqa: ARG002
        self.key_line.show(self.live_commands())
