"""What all list screens share: a title, a filter, rows, and going where a row leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input
from textual.worker import get_current_worker

from reader.paths import styles_folder
from reader.text.folding import fold_key
from reader.tui.commands.command import Place
from reader.tui.flow import flow
from reader.tui.messages import Gathered
from reader.tui.places import Jump
from reader.tui.screens.command_screen import CommandScreen
from reader.tui.screens.question import Question
from reader.tui.widgets.key_line import KeyLine
from reader.tui.widgets.line_input import LineInput
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.rows import Row, Rows
from reader.tui.wording import change_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from reader.session import Change, Session


MANY = 200
"""Articles of a folder beyond which rows are made in a thread."""
RESIZED = 0.1
"""Seconds without another size after which rows are made anew."""
GATHERING = "Going through the articles…"


class ListingScreen(Question[Jump], CommandScreen[Jump]):
    """Rows about the whole folder; choosing one goes to its place in the text."""

    CSS_PATH = styles_folder() / "listing.tcss"
    AUTO_FOCUS = ""
    TITLE_WORDS: ClassVar[str] = ""
    NOTHING: ClassVar[str] = "Nothing here yet."
    """What to say where there is no row, and what to do about it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.list = Rows(id="list")
        self._all: Sequence[Row] = ()
        self._folded: tuple[Sequence[Row], Sequence[str]] = ((), ())
        """The rows that the filter went through last, and what each of them says."""
        self.gathering = False
        """Whether rows are being made in a thread; those of before are shown meanwhile."""
        self._made_for = 0
        """The width of the window that the rows were cut to; 0 before the first."""
        self._remaking: Timer | None = None
        self._filter = LineInput(placeholder="filter", id="filter")
        self._keys = KeyLine(id="keys")
        self._said = Lines(id="said")

    def compose(self) -> ComposeResult:
        yield Lines(id="title")
        yield self._filter
        yield self.list
        yield self._said
        yield self._keys

    def on_mount(self) -> None:
        self._filter.add_class("hidden")
        self.set_focus(self.list)
        self._keys.show(self.live_commands())
        self.refill()
        self.opened()

    def opened(self) -> None:
        """What a kind of list does once it stands."""

    def on_resize(self, event: events.Resize) -> None:
        """Rows are cut to the window: in another one they are made anew, once it stays as it is."""
        if self._made_for not in (0, event.size.width):
            if self._remaking is not None:
                self._remaking.stop()
            self._remaking = self.set_timer(RESIZED, self.refill)
        self._made_for = event.size.width

    def places(self) -> frozenset[Place]:
        if self.focused is self._filter:
            return frozenset()
        return super().places() | {Place.LISTING}

    # --- rows

    def entries(self) -> Sequence[Row]:
        """All rows, made from what the session knows now; of a large folder in a thread."""
        raise NotImplementedError

    def refill(self, *, target: object | None = None) -> None:
        """Make the rows anew; the cursor stays on its row, or goes to that of *target*."""
        wanted = self.list.target if target is None else target
        self.gathering = len(self.session.articles) > MANY
        if not self.gathering:
            self._all = self.entries()
        else:
            self.run_worker(
                lambda: self._gather(wanted), name="rows", group="rows", thread=True, exclusive=True
            )
        self.narrow(target=wanted)

    def _gather(self, target: object | None) -> None:
        """In a thread: make the rows; a later call takes the place of this one."""
        rows = self.entries()
        if not get_current_worker().is_cancelled:
            self.post_message(Gathered(rows, target))

    def on_gathered(self, message: Gathered) -> None:
        self.gathering = False
        self._all = message.rows
        self.narrow(target=message.target)

    def catch_up(self) -> None:
        self.refill()

    def narrow(self, *, target: object | None = None) -> None:
        """Show the rows that have all words of the filter."""
        words = fold_key(self._filter.value).split()
        shown = self._with_words(words) if words else self._all
        self.list.show(shown or [self._nothing_row()], target=target)
        self.query_one("#title", Lines).say([(*self.title_line(), *self._count(len(shown)))])

    def _with_words(self, words: Sequence[str]) -> Sequence[Row]:
        """The rows that have all of *words*; what they say is folded once, not at every letter typed."""
        if self._folded[0] is not self._all:
            self._folded = (self._all, [fold_key(row.plain) for row in self._all])
        pairs = zip(*self._folded, strict=True)
        return [row for row, said in pairs if all(word in said for word in words)]

    def title_line(self) -> tuple[tuple[str, str], ...]:
        """What stands at the top."""
        return ((self.TITLE_WORDS, "title"),)

    def _nothing_row(self) -> Row:
        return Row(flow(((self._nothing(), "quiet"),), max(self.size.width - 3, 8)))

    def _nothing(self) -> str:
        if self.gathering:
            return GATHERING
        return "No row has these words." if self._all else self.NOTHING

    def _count(self, shown: int) -> tuple[tuple[str, str], ...]:
        every = sum(1 for row in self._all if row.target is not None)
        if self.gathering:
            return (("  …", "quiet"),)
        of_all = f"{shown} of {len(self._all)}" if shown != len(self._all) else f"{every}"
        return ((f"  {of_all}", "quiet"),)

    # --- undo

    def undo(self) -> None:
        """Take back the last change, wherever it was."""
        self._tell(self.session.undo(), "Nothing to undo.", "Undone")

    def redo(self) -> None:
        """Do again what was undone."""
        self._tell(self.session.redo(), "Nothing to do again.", "Done again")

    def _tell(self, change: Change | None, nothing: str, done: str) -> None:
        self.refill()
        self.say(f"{done}: {change_words(self.session, change)}" if change else nothing)

    # --- keys and choices

    def focus_filter(self) -> None:
        """Let the reader type what rows must have."""
        self._filter.remove_class("hidden")
        self.set_focus(self._filter)

    def take_key(self, key: str) -> bool:
        """Keys typed into the filter: arrows and enter go to the list, escape gives the filter up."""
        if key == "escape":
            self._filter.value = ""
            self._filter.add_class("hidden")
            self.set_focus(self.list)
        elif key in ("enter", "down", "up", "tab"):
            self.set_focus(self.list)
        else:
            return False
        return True

    @on(Input.Changed, "#filter")
    def _filter_typed(self) -> None:
        self.narrow()

    def choose(self, target: object) -> None:
        """Go where the row leads."""
        if isinstance(target, Jump):
            self.answer(target)

    def close(self) -> None:
        """Back to the text, as it was left."""
        self.answer(None)

    def leave_for(self, id: str) -> None:
        self.close()
        self.app.call_later(self.reader_app.reading.action_command, id)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:  # noqa: ARG002
        self._keys.show(self.live_commands())

    def say(self, message: str, *, role: str = "") -> None:
        self._said.say([((message, role),)])

    def quieten(self) -> None:
        self._said.say([])
