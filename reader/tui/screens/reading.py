"""The main screen: the list of articles, the text, and what stands under the cursor.

It brings the panes together. What commands do is in ``reader.tui.commands``, what is open in ``Desk``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.widgets import Static

from reader.errors import ArticleError
from reader.layout.frame import SMALLEST
from reader.model import Progress, Span
from reader.session import Changed, ForeignChanges, Passage, SaveState, Summary
from reader.text.display import safe_line
from reader.tui import panes
from reader.tui.background import can_read_at_once, load_articles, mark_articles
from reader.tui.commands import steps
from reader.tui.commands.command import Place
from reader.tui.commands.mending import take_up_lost
from reader.tui.desk import Desk
from reader.tui.here import Chooses, Jump
from reader.tui.messages import Loaded, Marked, SessionSpoke, Working
from reader.tui.progress import note_progress
from reader.tui.screens.command_screen import CommandScreen
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
        self.order: tuple[str, ...] = ()
        """Article ids in reading order."""
        self._summaries: dict[str, Summary] = {}
        self._loading = False
        self._opened_first = ""
        """The article that was opened by itself."""
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
        self.order = tuple(ref.id for ref in self.session.articles)
        self._loading = not can_read_at_once(self.session.articles)
        if not self._loading:
            self.order = self.session.reading_order()
        renames = () if self._loading else self.session.follow_renames()
        await self._open_first()
        if self._loading:
            load_articles(self)
        self.session.subscribe(self.hear)
        self.set_interval(KEEP_POSITION_EVERY, self.keep_position)
        self.set_interval(EVERY, self.watch_disk.tick)
        if not self.session.has_begun():
            self.say(safe_line(self.session.others_notice()))
        for notice in (*self.session.notices, *renames):
            self.say(safe_line(notice), role="unsaved")

    async def _open_first(self) -> None:
        """Open the first article not begun, else the first not done, else the first."""
        progress = {id: self.session.record(id).progress for id in self.order}
        unread = [id for id in self.order if progress[id] is Progress.UNREAD]
        begun = [id for id in self.order if progress[id] is Progress.IN_PROGRESS]
        begun.sort(key=lambda id: self.session.record(id).read_to_end)
        for id in (*unread, *begun, *self.order):
            if self._is_open(id) or await self.open_article(id, quietly=True):
                self._opened_first = id
                return
        self.say("None of the articles can be read; the list says why.", role="unsaved")

    def _is_open(self, id: str) -> bool:
        return self.desk.article is not None and self.desk.article.id == id

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
            self.order = tuple(other for other in self.order if other != before)
        self.show_articles({before, id} if self._summaries else None)
        mark_articles(self, first=id)
        settle_opened(self, id)
        return True

    async def go(self, place: Passage, *, annotation: str | None = None, remember: bool = True) -> None:
        """Go to a passage of any article and select it; *remember* where from."""
        if remember and self.desk.article is not None:
            here = self.text.selection or Span(self.text.point, self.text.point)
            self.desk.leave(Passage(self.desk.article.id, here))
        if annotation is not None and not self.session.has_place(annotation):
            await take_up_lost(self, annotation)
            return
        is_open = self.desk.article is not None and self.desk.article.id == place.article
        if not is_open and not await self.open_article(place.article, place.span.start):
            return
        panes.fold_overlays(self)
        self.set_focus(self.text)
        if len(place.span):
            self.select(place.span)
        else:
            self.text.move_to(place.span.start)
        self.desk.current = annotation
        self.paint()

    def select(self, span: Span) -> None:
        """Select a passage of the open article and bring it into sight."""
        self.text.select(span)

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
        place = self.text.selection or Span(self.text.point, self.text.point)
        current = self.desk.current
        if current and all(a.id != current for a in self.desk.annotations_at(place)):
            self.desk.current = None
        self.here.tell(place)
        length = len(self.desk.article.text) if self.desk.article else 0
        finds = self.desk.hits
        begun = self.desk.link_start
        self.status.set(
            selecting=self.text.cursor.selecting,
            percent=round(100 * self.text.point / length) if length else None,
            finds=f"{finds.current + 1}/{len(finds.spans)}" if finds.spans else "no find" if finds else "",
            link_from=begun.span.of(self.session.article(begun.article).text) if begun else "",
            moving=self.desk.moving is not None,
            save=self.session.save_status,
        )

    def show_articles(self, changed: Collection[str] | None = None) -> None:
        """Bring the list of articles up to date, or only what it says of those that *changed*."""
        opened = self.desk.article.id if self.desk.article else None
        session = self.session
        for id in self.order if changed is None else changed:
            self._summaries[id] = (
                session.summary_so_far(id) if self._loading else session.summary(id, counting=False)
            )
        self.list.show_articles([self._summaries[id] for id in self.order], opened)

    def rearrange(self, changed: Collection[str] | None = None) -> None:
        """Articles came, went, or have other dates now: the list in its order, the open article in it."""
        order = [*self.session.reading_order()]
        opened = self.desk.article.id if self.desk.article else None
        if opened is not None and opened not in order:
            order.insert(min(self.order.index(opened) if opened in self.order else 0, len(order)), opened)
        self.order = tuple(order)
        missing = [id for id in self.order if id not in self._summaries]
        self.show_articles(None if changed is None else {*(id for id in changed if id in order), *missing})

    def say(self, message: str, *, role: str = "") -> None:
        self.status.set(message=message, message_role=role)

    def quieten(self) -> None:
        self.status.set(message="", message_role="")

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
            touched = event.change.articles & self._summaries.keys()
            self.show_articles(None if event.touches_links else touched)
        self.status.set(save=self.session.save_status)

    async def on_loaded(self, message: Loaded) -> None:
        self._loading = message.done < message.total
        self.status.set(recognising=f"reading {message.done}/{message.total}" if self._loading else "")
        if not self._loading:
            for sentence in self.session.follow_renames():
                self.say(safe_line(sentence), role="unsaved")
            self.rearrange()
            if self._has_not_begun():
                await self._open_first()

    def _has_not_begun(self) -> bool:
        """Whether the reader did nothing yet, so that another article may take the place of the first."""
        if not self._is_open(self._opened_first) or self.text.point != self.desk.opened_at:
            return False
        undisturbed = self.app.screen is self and self.focused is self.text and self.text.selection is None
        return undisturbed and self.desk.link_start is None

    def on_working(self, message: Working) -> None:
        self.status.set(working=message.words)

    def on_marked(self, message: Marked) -> None:
        if self.desk.article is not None and message.done == 1:
            self.paint()
        finished = message.done >= message.total
        self.status.set(recognising="" if finished else f"marking {message.done}/{message.total}")
        if finished:
            self.show_place()

    def on_article_view_cursor_moved(self, message: ArticleView.CursorMoved) -> None:  # noqa: ARG002
        if note_progress(self.desk, self.text) and not self.status.status.message:
            self.say("Read to the end. d says that you are done with it.", role="quiet")
        self.call_after_refresh(self.show_place)

    async def choose(self, target: object) -> None:
        if isinstance(target, Jump):
            await self.go(target.passage, annotation=target.annotation)
        elif isinstance(target, Chooses):
            steps.choose(self, self.session.annotation(target.annotation))
        elif isinstance(target, str):
            await self.open_article(target)
            panes.fold_overlays(self)
            self.set_focus(self.text)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:  # noqa: ARG002
        self.key_line.show(self.live_commands())
