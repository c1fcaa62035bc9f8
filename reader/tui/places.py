"""Values for places in texts: left behind, meant by a command, led to by a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.session import Passage

if TYPE_CHECKING:
    from reader.model import Annotation, Article, Span


class Left(NamedTuple):
    """A place that one may come back to."""

    passage: Passage
    """What was selected; empty where nothing was."""
    top: int
    """Of the first row that was in sight."""


class Target(NamedTuple):
    """The passage that a command works on."""

    article: Article
    span: Span
    annotation: Annotation | None = None
    """The annotation that is meant, if one is."""

    @property
    def passage(self) -> Passage:
        return Passage(self.article.id, self.span)

    @property
    def quote(self) -> str:
        return self.span.of(self.article.text)


class Jump(NamedTuple):
    """Where choosing a row leads."""

    passage: Passage
    annotation: str | None = None


class Chooses(NamedTuple):
    """Choosing the row makes that annotation the current one."""

    annotation: str
