"""Rows in order, brought up to date where they changed and not sorted anew."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Row = TypeVar("Row")
FEW = 8
"""Changes that are put in one by one; after more of them all is sorted."""


class Ordered(Generic[Row]):
    """Told of each change by one thread, asked by any; what is told meanwhile may be there or not."""

    __slots__ = ("_age", "_key", "_known", "_news")

    def __init__(self, key: Callable[[Row], object]) -> None:
        """*key* is another for each row, and stays the same as long as the row does."""
        self._key = key
        self._age = 0
        """How often something changed."""
        self._news: tuple[tuple[int, Row | None, Row | None], ...] = ()
        """The last changes: the age they brought, the row before and the row after."""
        self._known: tuple[int, tuple[Row, ...]] = (0, ())

    def changed(self, before: Row | None, after: Row | None) -> None:
        """A row was put in, taken out, or replaced."""
        self._news = (*self._news[1 - FEW :], (self._age + 1, before, after))
        self._age += 1  # last: who asked meanwhile asks again

    def rows(self, every: Callable[[], Iterable[Row]]) -> tuple[Row, ...]:
        """The rows in order, *every* one of them if need be; the same tuple until one of them changes."""
        age, (known_age, rows) = self._age, self._known
        if age == known_age:
            return rows
        news = [(before, after) for told, before, after in self._news if known_age < told <= age]
        if len(news) == age - known_age:
            for before, after in news:
                rows = self._with(self._without(rows, before), after)
        else:
            rows = tuple(sorted(every(), key=self._key))  # type: ignore[arg-type]  # keys compare
        self._known = (age, rows)
        return rows

    def _without(self, rows: tuple[Row, ...], row: Row | None) -> tuple[Row, ...]:
        if row is None:
            return rows
        at, is_there = self._place(rows, row)
        return rows[:at] + rows[at + 1 :] if is_there else rows

    def _with(self, rows: tuple[Row, ...], row: Row | None) -> tuple[Row, ...]:
        if row is None:
            return rows
        at, is_there = self._place(rows, row)  # it is, where all were sorted while it was being told
        return (*rows[:at], row, *rows[at + is_there :])

    def _place(self, rows: tuple[Row, ...], row: Row) -> tuple[int, bool]:
        key = self._key(row)
        at = bisect_left(rows, key, key=self._key)  # type: ignore[call-overload]  # keys compare
        return at, at < len(rows) and self._key(rows[at]) == key
