"""What people marked: annotations where they stand now, links, tags, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.operations import codebook, linking
from reader.annotations.standing import decision_standing, standing
from reader.errors import ArticleError, UsageError
from reader.session.identified import Identified

if TYPE_CHECKING:
    from reader.annotations.state import State
    from reader.articles.library import Library
    from reader.model import Annotation, Article, Decision, Link, Tag
    from reader.session.ledger import Ledger


class Marked(Identified):
    """Questions about annotations, links and tags; nothing is changed here."""

    def __init__(self, library: Library, ledger: Ledger, engine: str = "") -> None:
        super().__init__(library, ledger, engine)
        self._standing: dict[str, tuple[Annotation, str, Annotation]] = {}
        self._all_standing: dict[str, tuple[tuple[Annotation, ...], str, tuple[Annotation, ...]]] = {}
        """Annotations by article, after the rows and the text they were made of."""

    def annotations(self, id: str) -> tuple[Annotation, ...]:
        """An article's annotations where they stand now, by start, longer first."""
        rows = self._state.annotations_of(id)
        if not rows:
            return ()
        try:
            article = self._library.article(id)
        except ArticleError:
            return rows
        known = self._all_standing.get(id)
        if known is None or known[0] is not rows or known[1] != article.sha256:
            found = rows
            if any(row.article_sha256 != article.sha256 for row in rows):
                standing = [self._standing_in(article, row) for row in rows]
                found = tuple(sorted(standing, key=lambda a: (a.span.start, -a.span.end, a.id)))
            known = self._all_standing[id] = (rows, article.sha256, found)
        return known[2]

    def annotation(self, id: str) -> Annotation:
        """One annotation where it stands now. Raises UsageError where it is gone."""
        row = self._state.annotations.get(id)
        if row is None:
            raise UsageError("That passage is not annotated any more.")
        try:
            return self._standing_in(self._library.article(row.article), row)
        except ArticleError:
            return row

    def all_annotations(self) -> tuple[Annotation, ...]:
        """Every annotation, article by article in id order."""
        return tuple(a for id in sorted(self._state.annotated_articles()) for a in self.annotations(id))

    def links(self) -> tuple[Link, ...]:
        """Every link, ordered by where it begins."""
        places = {a.id: (a.article, a.span.start, a.id) for a in list(self._state.annotations.values())}
        lost = ("", 0, "")
        key = lambda link: (places.get(link.source, lost), places.get(link.target, lost), link.id)  # noqa: E731
        return tuple(sorted(self._state.links.values(), key=key))

    def link(self, id: str) -> Link:
        """One link. Raises UsageError where it is gone."""
        found = self._state.links.get(id)
        if found is None:
            raise UsageError("That link is not there any more.")
        return found

    def links_of(self, annotation: str) -> tuple[Link, ...]:
        """The links that begin or end at an annotation."""
        return self._state.links_of(annotation)

    def linked(self) -> frozenset[str]:
        """Ids of the annotations at which a link begins or ends."""
        return self._state.linked()

    def relations(self) -> tuple[str, ...]:
        """The known relations, then the reader's own in use."""
        return linking.relations(self._state)

    def tags(self) -> tuple[Tag, ...]:
        """The codebook: favourites by key, then the others by name."""
        return codebook.ordered(self._state)

    def tag_counts(self) -> dict[str, int]:
        """How many passages bear each tag."""
        return codebook.counts(self._state)

    def decisions(self) -> tuple[Decision, ...]:
        """Everything decided about suggestions, names and reference dates where it holds now, by id."""
        found = []
        for row in self._state.decisions.values():
            try:
                found.append(self._decision_now(row))
            except ArticleError:
                found.append(row)
        return tuple(sorted(found, key=lambda d: d.id))

    def snapshot(self) -> State:
        """A copy of everything people decided, as it is now."""
        return self._state.copy()

    def _decision_now(self, row: Decision) -> Decision:
        """*row* where the mention it is about stands now; as it was stored, where that is not sure."""
        if row.span is None or not row.article_sha256 or row.article not in self._library:
            return row
        article = self._library.article(row.article)
        if row.article_sha256 == article.sha256:
            return row
        return decision_standing(row, article, self.kept_text(row.article_sha256)) or row

    def _standing_in(self, article: Article, row: Annotation) -> Annotation:
        if row.article_sha256 == article.sha256:
            return row
        known = self._standing.get(row.id)
        if known is None or known[0] != row or known[1] != article.sha256:
            found = standing(row, article, self.kept_text(row.article_sha256))
            known = (row, article.sha256, found)
            self._standing[row.id] = known
        return known[2]
