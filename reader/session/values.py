"""What a session tells its listeners and its askers."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader.annotations.changes import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotations.changes import Change
    from reader.annotations.writer import SaveStatus
    from reader.articles.looking import Looked
    from reader.model import Article, Decision, Mention, MentionKind, Progress, ReferenceDate, Span


class Changed(NamedTuple):
    """The state changed; rows of these articles, or any links or tags, may look different."""

    change: Change

    @property
    def touches_marks(self) -> bool:
        """Whether anything is another now than how far an article was read."""
        return any(edit.table is not Table.ARTICLES for edit in self.change.edits)

    @property
    def touches_links(self) -> bool:
        """Whether links are among it."""
        return any(edit.table is Table.LINKS for edit in self.change.edits)


class ForeignChanges(NamedTuple):
    """Another window wrote to the same store; hand them to ``Session.receive``."""

    changes: tuple[Change, ...]


class SaveChanged(NamedTuple):
    """What is on disk changed."""

    status: SaveStatus


Event: TypeAlias = Changed | ForeignChanges | SaveChanged


class Summary(NamedTuple):
    """One line of the article list."""

    id: str
    title: str
    reference: ReferenceDate | None
    language: str
    characters: int
    progress: Progress
    annotations: int
    links: int
    mentions: int | None = None
    """None until the article was recognised, and where they were not counted."""
    problem: str = ""
    """Why it cannot be read, if so."""
    is_read: bool = True
    """Whether its file was looked into: if not, title, date and language are not known yet."""
    read_to_end: bool = False
    """Whether its last sentence was reached."""


class Dropped(NamedTuple):
    """What a person dropped in one go: a name in the whole folder, or one mention."""

    ids: tuple[str, ...]
    """Of the decisions."""
    words: tuple[str, ...]
    """The name under all its spellings, or the words of the mention."""
    kind: MentionKind
    label: str
    """The label that was proposed."""
    passage: Passage | None = None
    """Where it stands; None: everywhere."""


class Suggestion(NamedTuple):
    """A recognised mention and what was decided about it."""

    mention: Mention
    decision: Decision | None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a person's word."""
        return self.decision is None


class DiskNews(NamedTuple):
    """What changed in the opened folders; hand it to ``Session.take_in``."""

    changed: tuple[str, ...] = ()
    """Articles that say something else now."""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    """Articles that can no longer be read."""
    problem: str = ""
    """Why a folder could not be looked at."""
    before: Mapping[str, Article] = MappingProxyType({})
    """The articles that were read anew, as they were."""
    looked: Looked | None = None

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.removed or self.unreadable or self.problem)


class Passage(NamedTuple):
    """A span of an article, wherever the reader is now."""

    article: str
    span: Span
