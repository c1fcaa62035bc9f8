"""Everything a person can do to a store, drawn by chance but the same for the same seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.annotations.changes import Change, Edit, Table, added, removed, replaced
from reader.annotations.state import State
from reader.model import Annotation, ArticleRecord, Link, Progress, Tag
from reader.text.digest import digest
from tests.unit.annotations.kit import TIME, annotation

if TYPE_CHECKING:
    from reader.annotations.store import Store

TAGS = ("PER", "LOC", "rumeur", "à vérifier")


@dataclass
class Text:
    """A step that keeps a text."""

    text: str


@dataclass
class Compact:
    """A step that brings the file up to date."""


class Person:
    """Makes one step after another; what comes next depends only on the seed and the steps before."""

    def __init__(self, seed: int, state: State | None = None, imported: int = 60) -> None:
        self.chance = random.Random(seed)
        self.state = State() if state is None else state.copy()
        self.done: list[Change] = []
        self._imported = imported  # so many rows at once
        self._name = f"{seed}"
        self._number = 0

    def step(self) -> Change | Text | Compact:
        """The next thing the person does; a change is applied to the person's own state."""
        kind = self.chance.choices(
            ("add", "note", "tag", "delete", "link", "bulk", "import", "undo", "read", "compact", "text"),
            (25, 15, 15, 12, 8, 5, 2, 10, 4, 5, 5),
        )[0]
        if kind == "compact":
            return Compact()
        if kind == "text":
            return Text(f"L’article {self.chance.randrange(40)}\n" * self.chance.randrange(1, 200))
        return self.change(kind)

    def change(self, kind: str) -> Change:
        """The next change, of that *kind* where there is something to do it to."""
        self._number += 1
        undone = self.done[-1] if kind == "undo" and self.done else None
        change = Change(
            f"c-{self._name}-{self._number}",
            f"{kind} {self._number}",
            undone.inverse_edits() if undone else self._edits(kind),
            TIME,
            "alice",
            undoes=undone.id if undone else None,
        )
        if undone:
            self.done.pop()
        else:
            self.done.append(change)
        self.state.apply(change)
        return change

    def _edits(self, kind: str) -> tuple[Edit, ...]:
        known = list(self.state.annotations.values())
        if kind == "import":
            return tuple(added(Table.ANNOTATIONS, self._fresh(number)) for number in range(self._imported))
        if kind == "read":
            record = self.state.articles.get("a.txt") or ArticleRecord("a.txt")
            edit = replaced(
                Table.ARTICLES, record, replace(record, progress=Progress.DONE, position=self._number)
            )
            return (replace(edit, before=self.state.articles.get("a.txt")),)
        if not known or kind in ("add", "undo"):
            tag = self.chance.choice(TAGS)
            new = () if tag in self.state.tags else (added(Table.TAGS, Tag(tag, 1)),)
            return (*new, added(Table.ANNOTATIONS, replace(self._fresh(0), tags=(tag,))))
        row = self.chance.choice(known)
        if kind == "note":
            note = self.chance.choice(("", "oui", "L’a-t-il dit ?\n" * self.chance.randrange(300)))
            return (replaced(Table.ANNOTATIONS, row, replace(row, note=note)),)
        if kind == "tag":
            return (self._tagged(row),)
        if kind == "bulk":
            return tuple(self._tagged(one) for one in self.chance.sample(known, min(12, len(known))))
        if kind == "link" and len(known) > 1:
            source, target = self.chance.sample(known, 2)
            return (added(Table.LINKS, self._link(source, target)),)
        ties = (removed(Table.LINKS, tie) for tie in self.state.links_of(row.id))
        return (*ties, removed(Table.ANNOTATIONS, row))

    def _fresh(self, number: int) -> Annotation:
        return replace(annotation(self.chance.randrange(10)), id=f"a-{self._name}-{self._number}-{number}")

    def _link(self, source: Annotation, target: Annotation) -> Link:
        return Link(
            f"l-{self._name}-{self._number}", "updates", source.id, target.id, "", "alice", TIME, TIME
        )

    def _tagged(self, row: Annotation) -> Edit:
        tag = self.chance.choice(TAGS)
        tags = tuple(one for one in row.tags if one != tag) if tag in row.tags else (*row.tags, tag)
        return replaced(Table.ANNOTATIONS, row, replace(row, tags=tags))


def perform(store: Store, step: Change | Text | Compact) -> None:
    """Do *step* to *store*; when it returns it is on the disk."""
    if isinstance(step, Compact):
        store.compact()
    elif isinstance(step, Text):
        store.keep_text(digest(step.text), step.text)
    else:
        store.append([step])
