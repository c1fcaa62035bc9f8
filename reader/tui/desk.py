"""What lies open on the desk: the article, what is marked in it, what was found, where one came from.

View state that several panes and commands share; no widget, no disk.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.errors import ArticleError, UsageError
from reader.layout.marks import LastingMarks, Mark, Marks, Role, as_marks
from reader.model import Span
from reader.session import Passage
from reader.text.structure import TextMap
from reader.tui.hits import Hits
from reader.tui.places import Left
from reader.tui.shown import Shown
from reader.tui.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Annotation, Article
    from reader.session import Session, Suggestion
    from reader.text.folding import Folded

TRAIL_LENGTH = 200


@dataclass(slots=True, eq=False, repr=False)
class Desk:
    """What the reading screen has open."""

    session: Session
    article: Article | None = None
    shown: Shown = field(default_factory=Shown)
    standing: Standing = field(default_factory=Standing)
    opened_at: int = 0
    """Where the article was opened; -1 once the reader moved."""
    current: str | None = None
    """The annotation meant where several stand at the cursor."""
    cycled_at: Span | None = None
    """Where going round overlapping annotations began."""
    hits: Hits = field(default_factory=Hits)
    sought: list[str] = field(default_factory=list)
    """Words that were found, the latest last."""
    link_start: Passage | None = None
    moving: str | None = None
    """The annotation that is to get new borders."""
    trail: list[Left] = field(default_factory=list)
    """Places left by following a link or a jump, last one at the end."""
    _structure: TextMap | None = None
    _folded: Folded | None = None
    _marks: Marks = field(default_factory=lambda: as_marks(()))
    _marks_made_of: object = None

    def place(self, article: Article) -> None:
        """Put *article* on the desk."""
        self.article, self.current, self.hits = article, None, Hits()
        self.look_again()

    def look_again(self) -> None:
        """Take up what the session knows of the open article by now."""
        if self.article is None:
            return
        self.article = self.session.article(self.article.id)
        self.shown.take_up(self.session.suggestions(self.article.id))
        self.standing.take_up(self.session.annotations(self.article.id))

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Those shown: of the kinds that are switched on, and sure enough."""
        return self.shown.suggestions

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """Those that stand somewhere in the article."""
        return self.standing.annotations

    def marks(self) -> Marks:
        """The marks that stay with the open article; the same object until one of them is another."""
        colours = {tag.name: tag.colour for tag in self.session.tags()}
        linked = self.session.linked()
        made_of = (self.shown.made_of, self.standing.made_of, colours, linked)
        if made_of != self._marks_made_of:
            self._marks_made_of = made_of
            self._marks = LastingMarks(
                self.shown.mentions_at, self.shown.cues, self.standing.touching, colours, linked
            )
        return self._marks

    def carry(self, old: str, new: str, carried: Callable[[int], int]) -> None:
        """An article has another text, or another id: what points into it keeps to its words."""

        def span(before: Span) -> Span:
            start = carried(before.start)
            return Span(start, max(start, carried(before.end - 1) + 1) if len(before) else start)

        def passage(before: Passage) -> Passage:
            return Passage(new, span(before.span)) if before.article == old else before

        self.trail[:] = [
            Left(passage(left.passage), carried(left.top) if left.passage.article == old else left.top)
            for left in self.trail
        ]
        if self.link_start is not None:
            self.link_start = passage(self.link_start)
        if self.article is not None and self.article.id == old:
            self.article = self.session.article(new)
            self.cycled_at = None
            if self.opened_at >= 0:
                self.opened_at = carried(self.opened_at)

    # --- what stands where

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds *offset*, without the white space around it."""
        article = self.opened()
        if self._structure is None or self._structure.text is not article.text:
            self._structure = TextMap(article.text)
        return self._structure.sentence_at(min(max(offset, 0), max(len(article.text) - 1, 0)))

    def opened(self) -> Article:
        """The open article. Raises UsageError where none is."""
        if self.article is None:
            raise UsageError("No article is open.")
        return self.article

    @property
    def opened_id(self) -> str | None:
        """The id of the open article."""
        return self.article.id if self.article is not None else None

    def is_open(self, id: str) -> bool:
        """Whether the article of that id is open."""
        return self.opened_id == id

    def folded(self) -> Folded:
        """The text of the open article as words are looked for in it."""
        from reader.text.folding import fold

        text = self.opened().text
        if self._folded is None or self._folded.original is not text:
            self._folded = fold(text)
        return self._folded

    def current_annotation(self, place: Span) -> Annotation | None:
        """The annotation meant at *place*: the chosen one, else the one on it exactly, else the innermost."""
        there = self.standing.at(place)
        chosen = next((a for a in there if a.id == self.current), None)
        exact = next((a for a in there if a.span == place), None)
        return chosen or exact or (there[0] if there else None)

    def passing_marks(self) -> list[Mark]:
        """The find one is at, and where a link begins."""
        marks = [Mark(self.hits.spans[self.hits.current], Role.CURRENT_HIT)] if self.hits.spans else []
        begun = self.link_start
        if begun is not None and self.article is not None and begun.article == self.article.id:
            marks.append(Mark(begun.span, Role.LINK_START))
        return marks

    def readable_articles(self) -> list[Article]:
        """All articles that can be read, in id order."""
        return readable_articles(self.session)

    def leave(self, place: Left) -> None:
        """Remember *place* as one to come back to."""
        if not self.trail or self.trail[-1] != place:
            self.trail.append(place)
            del self.trail[:-TRAIL_LENGTH]


def readable_articles(session: Session) -> list[Article]:
    """All articles of a session that can be read, in id order."""
    found = []
    for ref in session.articles:
        with suppress(ArticleError):
            found.append(session.article(ref.id))
    return found
