"""Which articles were renamed or moved: the same text under a new id, and nothing left under the old one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.annotations.state import State
    from reader.articles.library import Library


class Renaming:
    """What is kept for articles that are not here, held against articles of which nothing is kept."""

    def __init__(
        self, state: State, library: Library, store: Path | None, seen: frozenset[str] = frozenset()
    ) -> None:
        self._state = state
        self._library = library
        self._store = store
        self._seen = seen
        self.unclear: dict[str, str] = {}
        """Old ids that were not followed, and why, in a sentence."""

    @cached_property
    def gone(self) -> frozenset[str]:
        """Ids under which something is kept, with no file of that name below or above what is opened.

        Ids begin at the opened folder: who opens a part of it must not lose what belongs to the rest.
        """
        state = self._state
        kept = {*state.annotated_articles(), *(d.article for d in state.decisions.values())}
        kept |= {record.id for record in state.articles.values() if record.sha256}
        missing = {id for id in kept if id and id not in self._library}
        bases = self._bases() if missing else ()
        return frozenset(id for id in missing if not any(_is_file(base, id) for base in bases))

    @property
    def is_at_home(self) -> bool:
        """Whether the store belongs to what is opened, so that what is missing here is missing for good."""
        if self._store is None:
            return True
        home = self._store.resolve().parent
        return all(root.folder.resolve().is_relative_to(home) for root in self._library.roots)

    def texts_of(self, old: str) -> frozenset[str]:
        """The hashes of all texts that what is kept under *old* speaks of."""
        rows = {row.article_sha256 for row in self._state.annotations_of(old)}
        rows |= {decision.article_sha256 for decision in self._state.decisions_of(old)}
        record = self._state.articles.get(old)
        return frozenset((rows | ({record.sha256} if record else set())) - {""})

    def holders(self) -> dict[str, list[str]]:
        """The articles of each text, those first of which nothing is kept."""
        found: dict[str, list[str]] = {}
        for ref in self._library.refs:
            try:
                found.setdefault(self._library.article(ref.id).sha256, []).append(ref.id)
            except ArticleError:
                continue
        return found

    def is_new(self, id: str) -> bool:
        """Whether nothing a person did is kept for an article."""
        return not self._state.annotations_of(id) and not self._state.decisions_of(id)

    def may_follow(self, old: str) -> bool:
        """Whether what is gone is surely gone: it was here until now, or the store belongs to this folder."""
        return old in self._seen or self.is_at_home

    def _bases(self) -> tuple[Path, ...]:
        """The folders that ids may begin at."""
        found: dict[Path, None] = {}
        for root in self._library.roots:
            found[root.folder] = None
            if self._store is not None and root.folder.is_relative_to(self._store.parent):
                found |= dict.fromkeys(
                    parent for parent in root.folder.parents if parent.is_relative_to(self._store.parent)
                )
        return tuple(found)


def find_renames(renaming: Renaming) -> Iterator[tuple[str, str]]:
    """Old and new ids of what was surely renamed; the rest is put into words."""
    if not renaming.gone:
        return
    holders = renaming.holders()
    wanted = {old: _holders_of(renaming, holders, old) for old in sorted(renaming.gone)}
    for old, found in wanted.items():
        new = [id for id in found if renaming.is_new(id)]
        rivals = [other for other in wanted if other != old and set(wanted[other]) & set(found)]
        if not found:
            continue
        if len(new) != 1 or rivals:
            renaming.unclear[old] = _unclear_words(old, found, rivals)
        elif not renaming.may_follow(old):
            renaming.unclear[old] = (
                f"{old} is not here, and {new[0]} holds its text. “reader check --repair” brings what was "
                "marked along."
            )
        else:
            yield old, new[0]


def _holders_of(renaming: Renaming, holders: dict[str, list[str]], old: str) -> list[str]:
    return sorted({id for sha256 in renaming.texts_of(old) for id in holders.get(sha256, ())})


def _unclear_words(old: str, found: list[str], rivals: list[str]) -> str:
    if rivals:
        return f"{old} and {rivals[0]}, both gone, held the same text as {found[0]}. Nothing was moved."
    if len(found) > 1:
        names = " and ".join(found[:3])
        return f"{old} is gone, and {names} hold its text: nothing was moved. Keep one of them."
    return f"{old} is gone; {found[0]} holds its text, but has annotations of its own. Nothing was moved."


def _is_file(base: Path, id: str) -> bool:
    try:
        return (base / id).is_file()
    except (OSError, ValueError):
        return False
