"""How two passages belong together: relation by one letter, direction, note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.text.display import safe_line
from reader.text.relation_words import relation_words
from reader.tui.screens.prompt import Prompt
from reader.tui.widgets.choice_rows import ChoiceRows
from reader.tui.widgets.line_input import LineInput
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.rows import Row, Rows
from reader.tui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from reader.tui.inks import Line

OWN, TURN, NOTE = "o", "t", "n"
_DIGITS = "123456789"


@dataclass(frozen=True, slots=True)
class Answer:
    """How the two belong together."""

    relation: str
    note: str
    reverse: bool


class RelationPrompt(Prompt[Answer]):
    """One letter chooses, enter links."""

    HINT = "letter or ↑ ↓, enter · t turns it round · n note · o own relation · esc"

    def __init__(
        self,
        relations: Sequence[str],
        source: str,
        target: str,
        *,
        now: str = "",
        note: str = "",
        title: str = "Link",
    ) -> None:
        super().__init__()
        self._keys = relation_keys(relations)
        self._quotes = (source, target)
        self._title = title
        self._now = now
        self._reverse = False
        self._own = LineInput(placeholder="own relation", id="own")
        self._note = LineInput(note, placeholder="note", id="note")
        self._rows = ChoiceRows(id="relations")

    def head(self) -> Iterable[Line]:
        source, target = reversed(self._quotes) if self._reverse else self._quotes
        return (
            ((f"{self._title}  ", "title"), (quoted(source, 70), "")),
            ((f"{'':{len(self._title)}}→ ", "link"), (quoted(target, 70), "")),
        )

    def widgets(self) -> Iterable[Widget]:
        return (self._rows, self._own, self._note)

    def opened(self) -> None:
        self._own.add_class("hidden")
        self._note.set_class(not self._note.value, "hidden")
        rows = [
            Row((((key, "key"), ("  ", ""), (safe_line(relation_words(name)), "link")),), name)
            for name, key in self._keys.items()
        ]
        self._rows.show(rows, target=self._now or None)

    def take_key(self, key: str) -> bool:
        if key == "enter":
            self._answer()
        elif self.focused in (self._own, self._note):
            if key != "escape":
                return False
            self.set_focus(self._rows)
        elif key == TURN:
            self._reverse = not self._reverse
            self.query_one("#head", Lines).say(self.head())
        elif key in (OWN, NOTE):
            line = self._own if key == OWN else self._note
            line.remove_class("hidden")
            self.set_focus(line)
        elif key in self._keys.values():
            name = next(name for name, its in self._keys.items() if its == key)
            self._rows.show(self._rows.rows, target=name)
        else:
            return self.move_in(self._rows, key) or super().take_key(key)
        return True

    def on_rows_chosen(self, message: Rows.Chosen) -> None:  # noqa: ARG002 - the pointed row is the answer
        self._answer()

    def _answer(self) -> None:
        from reader.session import tag_name

        try:
            relation = tag_name(self._own.value) if self._own.value.strip() else str(self._rows.target)
        except UsageError as error:
            self.hint(safe_line(error.message), trouble=True)
            return
        self.answer(Answer(relation, self._note.value.strip(), self._reverse))


def relation_keys(relations: Iterable[str]) -> dict[str, str]:
    """A key for each relation: its first letter that is free, else a digit, else none."""
    taken = {OWN, TURN, NOTE}
    keys: dict[str, str] = {}
    for name in relations:
        letters = [letter for letter in name.lower() if letter.isascii() and letter.isalpha()]
        key = next((each for each in (*letters, *_DIGITS) if each not in taken), "")
        taken.add(key)
        keys[name] = key or " "
    return keys
