"""The articles of the opened folders, each read when it is first asked for and then kept."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader.articles.discovery import explored, roots_of
from reader.articles.loading import load
from reader.errors import ArticleUnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reader.articles.discovery import Root
    from reader.articles.looking import Looked, Stamp
    from reader.model import Article, ArticleRef

GONE = "This file is gone. You see its text as it was last read."
UNREADABLE = "This file cannot be read any more. You see its text as it was last read."


class Library:
    """Found articles by id. Safe to ask from several threads: at worst one file is read twice."""

    def __init__(self, paths: Sequence[Path], *, apart: Path | None = None) -> None:
        """Find the articles below *paths*, leaving out the folder *apart* (the store's)."""
        self._paths = tuple(paths)
        self._apart = apart.resolve() if apart else None
        self._read: dict[str, Article] = {}
        self._failed: dict[str, ArticleUnreadableError] = {}
        self._stamps: dict[str, Stamp | None] = {}
        """Of the files that were read, or could not be."""
        self._troubles: dict[str, str] = {}
        """Articles whose text is older than their file."""
        self._refs: dict[str, ArticleRef] = {}
        self.roots: list[Root] = []
        """The folders that are looked into."""
        self.notes: tuple[str, ...] = ()
        """What was passed over and why, one sentence each."""
        self.find()

    def find(self) -> None:
        """Look which articles there are."""
        self.roots = roots_of(self._paths)
        found = explored(self.roots)
        self.notes = found.notes
        self._refs = {ref.id: ref for ref in found.articles if not self._is_apart(ref)}

    @property
    def refs(self) -> tuple[ArticleRef, ...]:
        """All articles by id."""
        return tuple(self._refs.values())

    def __contains__(self, id: object) -> bool:
        """Whether there is such an article now."""
        return id in self._refs

    def article(self, id: str) -> Article:
        """Read an article, once. Raises ArticleUnreadableError, again at each call, where that fails."""
        known = self._read.get(id)
        if known is not None:
            return known
        if id in self._failed:
            raise self._failed[id]
        ref = self._refs.get(id)
        if ref is None:
            raise ArticleUnreadableError(f"There is no article {id} in the opened folders.")
        self._stamps[id] = _stamp_of(ref.path)
        try:
            article = load(ref)
        except ArticleUnreadableError as error:
            self._failed[id] = error
            raise
        self._read[id] = article
        return article

    def has_read(self, id: str) -> bool:
        """Whether asking for an article takes no reading."""
        return id in self._read or id in self._failed

    def forget(self, id: str) -> None:
        """Read the file anew at the next call."""
        self._read.pop(id, None)
        self._failed.pop(id, None)

    # --- while the folder is open

    def trouble(self, id: str) -> str:
        """Why the text of an article is older than its file; empty if it is not."""
        return self._troubles.get(id, "")

    def known(self, id: str) -> Article | None:
        """An article that was read already."""
        return self._read.get(id)

    def look(self) -> Looked:
        """What has changed on the disk; nothing comes of it before ``take``, so that any thread may look.

        New files are read. Of the others, those that were never read need no second look, and only those are
        read again whose stamp is another one.
        """
        from reader.articles.looking import UNKNOWN, Looked, files_of, stamp_from

        refs, known = self._refs, dict(self._stamps)
        there, added, closed = set(), [], list[str]()
        anew: dict[str, tuple[ArticleRef, Stamp]] = {}
        try:
            for root, name, status in files_of(self.roots, closed):
                id = root.id(name)
                there.add(id)
                if id not in refs:
                    ref = root.ref(name)
                    if not self._is_apart(ref):
                        added.append(ref)
                        anew[id] = (ref, stamp_from(status))
                elif id in known:
                    stamp = stamp_from(status)
                    if stamp != known[id] or stamp is UNKNOWN:
                        anew[id] = (refs[id], stamp)
        except ArticleUnreadableError as error:
            return Looked(problem=error.message)
        removed = () if closed else tuple(id for id in refs if id not in there)
        read, failed = _read_anew([ref for ref, _ in anew.values()])
        stamps = {id: stamp for id, (_, stamp) in anew.items()}
        return Looked(stamps, read, failed, tuple(sorted(added, key=lambda ref: ref.id)), removed)

    def take(self, looked: Looked) -> tuple[str, ...]:
        """Bring the articles up to date with what was found; the ids of those that say something else now."""
        refs = dict(self._refs)
        for id in looked.removed:
            refs.pop(id, None)
            self._stamps.pop(id, None)
            self._failed.pop(id, None)
            self._keep_old(id, GONE)
        for ref in looked.added:
            refs[ref.id] = ref
        self._refs = {id: refs[id] for id in sorted(refs)} if looked.added else refs
        return tuple(id for id in looked.stamps if self._take(id, looked))

    def _take(self, id: str, looked: Looked) -> bool:
        """Whether an article that was read anew says something else."""
        if id not in self._refs:
            return False
        self._stamps[id] = looked.stamps[id]
        before = self._read.get(id)
        if id in looked.failed:
            self._failed[id] = looked.failed[id]
            return self._keep_old(id, UNREADABLE) and before is not None
        self._failed.pop(id, None)
        self._troubles.pop(id, None)
        after = looked.read[id]
        if before is not None and (before.sha256, before.notes) == (after.sha256, after.notes):
            return False
        self._read[id] = after
        return before is not None

    def _keep_old(self, id: str, why: str) -> bool:
        """Keep showing the text that was read; whether that is news."""
        before = self._read.get(id)
        if before is None or self._troubles.get(id) == why:
            return False
        own = tuple(note for note in before.notes if note not in (GONE, UNREADABLE))
        self._read[id] = replace(before, notes=(*own, why))
        self._troubles[id] = why
        return True

    def _is_apart(self, ref: ArticleRef) -> bool:
        """Whether an article lies in the store; no link is followed inside a root, so its root decides."""
        return bool(self._apart_paths) and str(ref.path).startswith(self._apart_paths)

    @cached_property
    def _apart_paths(self) -> tuple[str, ...]:
        """What the paths of files in the store begin with, as each root spells it."""
        if self._apart is None:
            return ()
        found = []
        for root in self.roots:
            real = root.folder.resolve()
            if self._apart.is_relative_to(real):
                found.append(f"{root.folder / self._apart.relative_to(real)}{os.sep}")
            elif real.is_relative_to(self._apart):
                found.append(str(root.folder))
        return tuple(found)


def _stamp_of(path: Path) -> Stamp | None:
    from reader.articles.looking import stamp_of

    return stamp_of(path)


def _read_anew(
    refs: Sequence[ArticleRef],
) -> tuple[Mapping[str, Article], Mapping[str, ArticleUnreadableError]]:
    read, failed = {}, {}
    for ref in refs:
        try:
            read[ref.id] = load(ref)
        except ArticleUnreadableError as error:
            failed[ref.id] = error
    return read, failed
