"""Articles that are renamed, moved or gone: what belongs to them comes along, or has no home any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.session.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.articles.library import Library
    from reader.session.ledger import Ledger
    from reader.session.renaming import Renaming


class Followed(Naming):
    """Knows articles again under another name, by their text."""

    def __init__(self, library: Library, ledger: Ledger, engine: str = "") -> None:
        super().__init__(library, ledger, engine)
        self._renames: dict[str, str] = {}
        """Old and new ids of what was followed, so that one taken back stays taken back."""
        self._unclear: set[str] = set()
        """Articles of which it was said that it is not clear what became of them."""

    def is_here(self, id: str) -> bool:
        """Whether an article is in the opened folders now."""
        return id in self._library

    def name_now(self, id: str) -> str:
        """The id of an article that may have been renamed while it was open."""
        while id not in self._library and self._renames.get(id, id) != id:
            id = self._renames[id]
        return id

    def gone_articles(self) -> frozenset[str]:
        """Ids under which something is kept and of which there is no file any more."""
        return self._renaming().gone

    def follow_renames(self, seen: Collection[str] = ()) -> tuple[str, ...]:
        """Let what belongs to articles that were renamed or moved come along, as one change.

        They are known by their text. *seen* are ids that were here until now. Returns what was done, and
        what is not clear, one sentence each.
        """
        if self._ledger.store.read_only:
            return ()
        found, unclear = self.renames(seen)
        said = [self._renamed_words(old, new) for old, new in found]
        texts = [self._library.article(new) for _, new in found]
        if found:
            from reader.annotations.operations import following

            self._ledger.commit(following.renamed(self._state, found), *texts)
            self._renames.update(found)
            self._unclear.difference_update(old for old, _ in found)
        new = {old: words for old, words in unclear.items() if old not in self._unclear}
        self._unclear.update(new)
        return (*said, *new.values())

    def renames(self, seen: Collection[str] = ()) -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
        """What ``follow_renames`` would follow (old id, new id), and what is not clear, by old id."""
        from reader.session.renaming import find_renames

        renaming = self._renaming(frozenset(seen))
        found = tuple(
            pair
            for pair in find_renames(renaming)
            if self._renames.get(pair[0]) != pair[1] and not self._undone(*pair)
        )
        return found, renaming.unclear

    def _renaming(self, seen: frozenset[str] = frozenset()) -> Renaming:
        from reader.session.renaming import Renaming  # only where something is missing, or is asked about

        return Renaming(self._state, self._library, self._ledger.store.folder, seen)

    def _renamed_words(self, old: str, new: str) -> str:
        count = len(self._state.annotations_of(old))
        with_it = f" with {count} {'annotation' if count == 1 else 'annotations'}" if count else ""
        return f"{old} is now called {new}; what you did there came along{with_it}. One undo takes it back."

    def _undone(self, old: str, new: str) -> bool:
        """Whether following this rename is what was taken back last."""
        last = self._ledger.undone()
        return last is not None and any(
            getattr(edit.before, "article", "") == old and getattr(edit.after, "article", "") == new
            for edit in last.edits
        )
