"""The tag prompt: type to complete or create, several at once, what the passage has is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from reader.errors import UsageError
from reader.text.counting import counted
from reader.text.display import safe_line
from reader.text.folding import fold_key
from reader.tui.fuzzy import fit, ranked
from reader.tui.screens.prompt import Prompt
from reader.tui.widgets.choice_rows import ChoiceRows
from reader.tui.widgets.line_input import LineInput
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.rows import Row
from reader.tui.wording import quick_key, quoted, tag_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.widget import Widget

    from reader.model import Tag
    from reader.tui.inks import Line

SEPARATOR = ","


class TagPrompt(Prompt[tuple[str, ...]]):
    """Gives back all tags that the passage is to have."""

    HINT = "enter applies · tab ticks · comma: one more"

    def __init__(
        self,
        tags: Sequence[Tag],
        counts: Mapping[str, int],
        quote: str,
        has: Sequence[str] = (),
        passages: int = 1,
    ) -> None:
        super().__init__()
        self._tags = {tag.name: tag for tag in tags}
        self._counts = counts
        self._quote = quote
        self._chosen = list(has)
        self._passages = passages
        self._line = LineInput(placeholder="tag")
        self._rows = ChoiceRows(id="tags", pointed=True)
        self._moved = False

    def head(self) -> Iterable[Line]:
        many = f"{counted(self._passages, 'passage')} like " if self._passages > 1 else ""
        title: Line = (("Tag ", "title"), (many + quoted(self._quote, 56), ""))
        chosen = [(safe_line(name), tag_role(self._tags.get(name))) for name in self._chosen]
        joined: list[tuple[str, str]] = []
        for piece in chosen:
            joined += [piece] if not joined else [(", ", "quiet"), piece]
        return (title, tuple(joined) or (("no tag yet", "quiet"),))

    def widgets(self) -> Iterable[Widget]:
        return (self._line, self._rows)

    def first_focus(self) -> Widget:
        return self._line

    def opened(self) -> None:
        self._list()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._moved = False
        self._list()

    # --- keys

    def take_key(self, key: str) -> bool:
        if key == "enter":
            self._apply()
        elif key in ("tab", "shift+tab"):
            self._tick()
        elif key == "backspace" and not self._line.value and self._chosen:
            self._chosen.pop()
            self._list()
        elif self.move_in(self._rows, key):
            self._moved = True
        else:
            return super().take_key(key)
        return True

    def _apply(self) -> None:
        """What is ticked, what was typed, and what the last word completes to."""
        words, last = _words(self._line.value)
        names = [*self._chosen, *(self._known(word) for word in words)]
        if last:
            names.append(self._meant(last))
        elif self._moved and self._rows.target is not None:
            names.append(str(self._rows.target))
        try:
            self.answer(tuple(dict.fromkeys(_checked(name) for name in names)))
        except UsageError as error:
            self.hint(safe_line(error.message), trouble=True)

    def _tick(self) -> None:
        """Tick or untick the pointed tag; the words before the last one are taken too."""
        words, last = _words(self._line.value)
        self._chosen += [name for word in words if (name := self._known(word)) not in self._chosen]
        pointed = self._meant(last) if last else self._rows.target
        if pointed is not None:
            name = str(pointed)
            if name in self._chosen:
                self._chosen.remove(name)
            else:
                self._chosen.append(name)
        if self._line.value:
            self._line.value = ""
        else:
            self._list(keep=True)

    # --- what is meant

    def _known(self, word: str) -> str:
        """The tag that is called so, whatever its case and accents; else the word itself."""
        key = fold_key(word)
        return next((name for name in self._tags if fold_key(name) == key), word)

    def _meant(self, typed: str) -> str:
        """What the last word stands for: the pointed row if one was pointed at, else its best completion."""
        if self._moved and self._rows.target is not None:
            return str(self._rows.target)
        return self._completion(typed)

    def _completion(self, typed: str) -> str:
        best = ranked(typed, self._tags, str)
        if best and (score := fit(typed, best[0])) is not None and score <= 1:
            return best[0]
        return typed

    def _list(self, *, keep: bool = False) -> None:
        """Show the tags that fit, the meant one pointed at."""
        _, last = _words(self._line.value)
        names = ranked(last, self._tags, str)
        meant = self._completion(last) if last else None
        rows = [self._row(name) for name in names]
        if last and self._known(last) not in self._tags:
            new = Row(((("+ ", "key"), ("new tag ", "quiet"), (safe_line(last), "strong")),), last)
            rows.insert(0 if meant == last else len(rows), new)
        target = self._rows.target if keep else meant
        self._rows.show(rows, target=target, anew=True)
        self.query_one("#head", Lines).say(self.head())

    def _row(self, name: str) -> Row:
        tag = self._tags[name]
        tick = ("✓ ", "good") if name in self._chosen else ("  ", "")
        line: Line = (tick, (safe_line(name), tag_role(tag)))
        if tag.description:
            line += ((f"  {safe_line(tag.description)}", "quiet"),)
        key = f"  {quick_key(tag):<5}"
        return Row((line,), name, right=((f"{self._counts.get(name, 0)}×", "quiet"), (key, "key")))


def _words(value: str) -> tuple[list[str], str]:
    """The finished names and the one being typed; a name may hold spaces."""
    *names, last = (name.strip() for name in value.split(SEPARATOR))
    return [name for name in names if name], last


def _checked(name: str) -> str:
    from reader.session import tag_name

    return tag_name(name)
