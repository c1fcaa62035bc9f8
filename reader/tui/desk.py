"""What lies open on the desk: the article, what is marked in it, what was found, where one came from.

View state that several panes and commands share; no widget, no disk.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, compress
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ArticleError, UsageError
from reader.layout.marks import LastingMarks, Mark, Marks, Role, as_marks
from reader.layout.stretches import Stretches
from reader.model import AnchorState, Claim, MentionKind, Span
from reader.session import Passage
from reader.text.sequences import parting
from reader.text.structure import TextMap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.model import Annotation, Article, Mention
    from reader.session import Session, Suggestion
    from reader.text.folding import Folded

SURE = 0.5
"""Suggestions scored lower stay hidden until asked for."""
TRAIL_LENGTH = 200
_OFF, _UNSURE, _SURE = range(3)
"""Whether a suggestion is shown: its kind is not, it is not sure enough, it is."""


class Hits(NamedTuple):
    """Where the sought words stand in the open article, and which is the current one."""

    query: str = ""
    spans: tuple[Span, ...] = ()
    current: int = 0

    def __bool__(self) -> bool:
        return bool(self.query)

    @property
    def words(self) -> str:
        """``3/12``; empty where nothing was sought."""
        if self.spans:
            return f"{self.current + 1}/{len(self.spans)}"
        return "no find" if self else ""

    def nearest(self, offset: int, *, forward: bool) -> int:
        """The index of the first hit after (or before) *offset*, round the end if need be."""
        if forward:
            return next((i for i, span in enumerate(self.spans) if span.start > offset), 0)
        before = [i for i, span in enumerate(self.spans) if span.start < offset]
        return before[-1] if before else len(self.spans) - 1


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


@dataclass(slots=True, eq=False, repr=False)
class Desk:
    """What the reading screen has open."""

    session: Session
    article: Article | None = None
    suggestions: tuple[Suggestion, ...] = ()
    """Those shown: of the kinds that are switched on, and sure enough."""
    hidden: int = 0
    """How many are kept back as doubtful."""
    annotations: tuple[Annotation, ...] = ()
    """Those that stand somewhere in the article."""
    lost: tuple[Annotation, ...] = ()
    """Those whose words are gone from it."""
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
    kinds: set[MentionKind] = field(default_factory=lambda: set(MentionKind))
    doubtful: bool = False
    """Whether suggestions with a low score are shown."""
    _structure: TextMap | None = None
    _folded: Folded | None = None
    _known: tuple[Suggestion, ...] = ()
    """What the session suggests, as it was last taken up; the session gives the same until it changes."""
    _standing: tuple[Annotation, ...] = ()
    _chosen_for: tuple[frozenset[MentionKind], bool] = (frozenset(), False)
    _standings: list[int] = field(default_factory=list)
    """Of each suggestion that is known, whether it is shown."""
    _suggested: Stretches[Suggestion] = field(default_factory=lambda: Stretches((), _place_of))
    _annotated: Stretches[Annotation] = field(default_factory=lambda: Stretches((), lambda a: a.span))
    _cues: Stretches[Span] = field(default_factory=lambda: Stretches((), _itself))
    """The words that show the claims."""
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
        known, wanted = self.session.suggestions(self.article.id), (frozenset(self.kinds), self.doubtful)
        if known is not self._known or wanted != self._chosen_for:
            self._choose(known, wanted)
        standing = self.session.annotations(self.article.id)
        if standing is not self._standing:
            self._standing = standing
            self.annotations, self.lost = standing, ()
            if AnchorState.ORPHAN in map(attrgetter("anchor"), standing):
                self.annotations = tuple(a for a in standing if a.anchor is not AnchorState.ORPHAN)
                self.lost = tuple(a for a in standing if a.anchor is AnchorState.ORPHAN)
            self._annotated = self._annotated.now(self.annotations)

    def _choose(self, known: tuple[Suggestion, ...], wanted: tuple[frozenset[MentionKind], bool]) -> None:
        """Choose what is shown of the suggestions *known*; those that are the same as before stay chosen."""
        before = self._known if wanted == self._chosen_for else ()
        differ = parting(before, known)
        self._known, self._chosen_for = known, wanted
        self._standings[differ.start : differ.old_end if before else None] = [
            self._standing_of(suggestion) for suggestion in known[differ.start : differ.new_end]
        ]
        self.hidden = self._standings.count(_UNSURE)
        shown = {_SURE, _UNSURE} if self.doubtful else {_SURE}
        self.suggestions = tuple(compress(known, map(shown.__contains__, self._standings)))
        self._suggested = self._suggested.now(self.suggestions)
        differing = (*before[differ.start : differ.old_end], *known[differ.start : differ.new_end])
        if not before or any(isinstance(suggestion.mention, Claim) for suggestion in differing):
            claims = (s.mention for s in self.suggestions if isinstance(s.mention, Claim))
            self._cues = Stretches((claim.cue for claim in claims if claim.cue is not None), _itself)

    def _standing_of(self, suggestion: Suggestion) -> int:
        if suggestion.mention.kind not in self.kinds:
            return _OFF
        sure = suggestion.mention.score >= SURE or suggestion.decision is not None
        return _SURE if sure else _UNSURE

    def marks(self) -> Marks:
        """The marks that stay with the open article; the same object until one of them is another."""
        colours = {tag.name: tag.colour for tag in self.session.tags()}
        linked = self.session.linked()
        made_of = (self._suggested, self._annotated, colours, linked)
        if made_of != self._marks_made_of:
            self._marks_made_of = made_of
            self._marks = LastingMarks(
                self.mentions_at, self._cues, self._annotated.touching, colours, linked
            )
        return self._marks

    def mentions_at(self, place: Span) -> list[Mention]:
        """The mentions shown that *place* touches, in text order."""
        return [suggestion.mention for suggestion in self._suggested.touching(place)]

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

    def suggestions_at(self, span: Span) -> tuple[Suggestion, ...]:
        """The suggestions that *span* touches, shortest first."""
        return tuple(sorted(self._suggested.touching(span), key=lambda s: len(s.mention.span)))

    def neighbour(self, place: Span, *, forward: bool) -> Span | None:
        """The next mention after *place*, or the one before it."""
        return self._suggested.after(place) if forward else self._suggested.before(place)

    def next_open(self, place: Span) -> Span | None:
        """The next mention that waits for a word; where none does after *place*, the last before it."""
        order = chain(self._suggested.beyond(place), self._suggested.ahead_of(place))
        return next((s.mention.span for s in order if s.is_open), None)

    def annotations_at(self, span: Span) -> tuple[Annotation, ...]:
        """The annotations that *span* touches, shortest first."""
        return tuple(sorted(self._annotated.touching(span), key=lambda a: (len(a.span), a.span.start, a.id)))

    def annotation_on(self, span: Span) -> Annotation | None:
        """The annotation on exactly *span*."""
        return next((a for a in self._annotated.touching(span) if a.span == span), None)

    def current_annotation(self, place: Span) -> Annotation | None:
        """The annotation meant at *place*: the chosen one, else the one on it exactly, else the innermost."""
        there = self.annotations_at(place)
        chosen = next((a for a in there if a.id == self.current), None)
        exact = next((a for a in there if a.span == place), None)
        return chosen or exact or (there[0] if there else None)

    def is_shown(self, suggestion: Suggestion) -> bool:
        """Whether a suggestion of any article is sure enough to be shown now, and of a kind that is."""
        standing = self._standing_of(suggestion)
        return standing == _SURE or (standing == _UNSURE and self.doubtful)

    def open_suggestion(self, place: Span) -> Suggestion | None:
        """The suggestion at *place* that still waits for a word: the selected one, else the shortest."""
        there = [s for s in self.suggestions_at(place) if s.is_open]
        exact = next((s for s in there if s.mention.span == place), None)
        return exact or (there[0] if there else None)

    def mention_at(self, place: Span) -> Mention | None:
        """The shortest mention at *place*."""
        there = self.suggestions_at(place)
        return there[0].mention if there else None

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


def _itself(span: Span) -> Span:
    return span


def _place_of(suggestion: Suggestion) -> Span:
    return suggestion.mention.span


def after(spans: Iterable[Span], place: Span) -> Span | None:
    """The next span after *place* in reading order; after an empty place, one that begins right there too."""
    first = (place.start, -place.end) if len(place) else (place.start - 1, 0)
    later = [s for s in spans if (s.start, -s.end) > first]
    return min(later, key=lambda s: (s.start, -s.end), default=None)


def before(spans: Iterable[Span], place: Span) -> Span | None:
    """The span before *place* in reading order."""
    earlier = [s for s in spans if (s.start, -s.end) < (place.start, -place.end)]
    return max(earlier, key=lambda s: (s.start, -s.end), default=None)


def readable_articles(session: Session) -> list[Article]:
    """All articles of a session that can be read, in id order."""
    found = []
    for ref in session.articles:
        with suppress(ArticleError):
            found.append(session.article(ref.id))
    return found
