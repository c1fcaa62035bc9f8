"""The articles of the folder in reading order, and what the list says of each; no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Progress

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reader.session import Session, Summary


class Shelf:
    """Which article comes after which; says no more of them than is known without waiting."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.order: tuple[str, ...] = ()
        """Article ids in reading order; by id until all are read."""
        self.is_read = False
        """Whether all articles were read once, so that titles and dates are known."""
        self._summaries: dict[str, Summary] = {}

    def fill(self, *, is_read: bool) -> None:
        """Take up all articles of the folder."""
        self.is_read = is_read
        session = self._session
        self.order = session.reading_order() if is_read else tuple(ref.id for ref in session.articles)

    def put_in_order(self, opened: str | None) -> None:
        """Articles came, went, or have other dates now; that which is *opened* stays even if it is gone."""
        order = [*self._session.reading_order()]
        if opened is not None and opened not in order:
            before = self.order.index(opened) if opened in self.order else 0
            order.insert(min(before, len(order)), opened)
        self.order = tuple(order)
        there = frozenset(order)
        self._summaries = {id: said for id, said in self._summaries.items() if id in there}

    def drop(self, id: str) -> None:
        """Take an article out."""
        self.order = tuple(other for other in self.order if other != id)
        self._summaries.pop(id, None)

    def to_begin_with(self) -> Iterator[str]:
        """What to read first: the first article not begun, else the first not done, else the first."""
        records = {id: self._session.record(id) for id in self.order}
        yield from (id for id in self.order if records[id].progress is Progress.UNREAD)
        begun = [id for id in self.order if records[id].progress is Progress.IN_PROGRESS]
        yield from sorted(begun, key=lambda id: records[id].read_to_end)
        yield from self.order

    def summaries(self, changed: Collection[str] | None = None) -> list[Summary]:
        """What is said of each article, looked at anew for those that *changed*, or for all."""
        known = self._summaries
        for id in self.order:
            if changed is None or id in changed or id not in known:
                known[id] = self._summary(id)
        return [known[id] for id in self.order]

    def _summary(self, id: str) -> Summary:
        session = self._session
        return session.summary(id, counting=False) if self.is_read else session.summary_so_far(id)
