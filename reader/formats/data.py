"""What an export is made of; no format and no file is known here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.formats.parts import DEFAULT_PARTS, RECOGNISED_PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from reader.model import Annotation, Article, Decision, Link, Progress, Recognition, Tag

__all__ = ["DEFAULT_PARTS", "RECOGNISED_PARTS", "ArticleFacts", "ExportData", "Part"]


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """One article of the folder, without its text."""

    id: str
    sha256: str
    title: str
    date: str | None
    """Reference date, ISO 8601."""
    language: str
    characters: int
    progress: Progress
    whole_title: str = ""
    """For citations: uncut where ``title`` is not; empty where the two are the same."""

    @property
    def cited_title(self) -> str:
        return self.whole_title or self.title


@dataclass(frozen=True, slots=True)
class ExportData:
    """Everything an export may say, in any order: the formats sort."""

    include: frozenset[Part] = DEFAULT_PARTS
    articles: tuple[ArticleFacts, ...] = ()
    """Those that annotations stand in, or all of them where they are a part of their own."""
    tags: tuple[Tag, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    links: tuple[Link, ...] = ()
    decisions: tuple[Decision, ...] = ()
    recognised: Iterable[tuple[Article, Recognition]] = ()
    """By article id, made while it is read: a large folder never stands in memory at once."""
    ends: Mapping[str, Annotation] = field(default_factory=dict)
    """Annotations that links may begin or end at, where they are not among ``annotations``."""

    def only(self, ids: Collection[str]) -> ExportData:
        """What stands in the articles *ids*, and the links that begin or end there."""
        kept = tuple(a for a in self.annotations if a.article in ids)
        known = {a.id for a in kept}
        return replace(
            self,
            articles=tuple(a for a in self.articles if a.id in ids),
            annotations=kept,
            links=tuple(link for link in self.links if link.source in known or link.target in known),
            decisions=tuple(d for d in self.decisions if not d.article or d.article in ids),
            ends={**self.ends, **{a.id: a for a in self.annotations}},
        )

    def sorted_annotations(self) -> list[Annotation]:
        """By article, start, end and id."""
        return sorted(self.annotations, key=lambda a: (a.article, a.span.start, a.span.end, a.id))

    def sorted_links(self) -> Iterator[tuple[Link, Annotation, Annotation]]:
        """Each link with both ends, by where it begins, then where it leads; loose ones are left out."""
        known = {**self.ends, **{a.id: a for a in self.annotations}}
        whole = [
            (link, known[link.source], known[link.target])
            for link in self.links
            if link.source in known and link.target in known
        ]
        return iter(sorted(whole, key=lambda ends: (_place(ends[1]), _place(ends[2]), ends[0].id)))


def _place(annotation: Annotation) -> tuple[str, int, int]:
    return (annotation.article, annotation.span.start, annotation.span.end)
