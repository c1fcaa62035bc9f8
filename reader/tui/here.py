"""What stands under the cursor, put into rows: annotations and links first, then what was recognised."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError
from reader.model import (
    HAND,
    AnchorState,
    Claim,
    ClaimStatus,
    DecisionAction,
    Entity,
    EntityLabel,
    Timex,
    TimexKind,
)
from reader.session import Passage
from reader.text.counting import counted
from reader.text.display import safe_display, safe_line
from reader.tui.flow import flow
from reader.tui.inks import mention_role
from reader.tui.widgets.rows import Row
from reader.tui.widgets.status_line import trouble_words
from reader.tui.wording import (
    date_words,
    link_head,
    other_end,
    quoted,
    reference_words,
    snippet,
    tag_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Annotation, Link, Span, Tag
    from reader.session import Suggestion
    from reader.tui.desk import Desk
    from reader.tui.inks import Line

OTHERS_SHOWN = 6
"""Other mentions listed for each article."""
ARTICLES_SHOWN = 5
"""Other articles whose mentions are listed."""
NAMES_SHOWN = 4
"""Other names that are listed."""

LABELS = {
    EntityLabel.PER: "person",
    EntityLabel.LOC: "place",
    EntityLabel.ORG: "organisation",
    EntityLabel.MISC: "name",
}
STATUSES = {
    ClaimStatus.QUOTE: "in their own words",
    ClaimStatus.INDIRECT: "in the writer's words",
    ClaimStatus.CONDITIONAL: "passed on, not vouched for",
    ClaimStatus.HEDGE: "the writer is not sure",
}
"""What each status means; it is called by its own name everywhere, as in tags and exports."""
DATES = {
    TimexKind.DATE: "Date",
    TimexKind.TIME: "Time",
    TimexKind.DURATION: "Duration",
    TimexKind.SET: "Repeated",
    TimexKind.RANGE: "Period",
}
STANDINGS = {
    AnchorState.MOVED: "found again: the article changed",
    AnchorState.DOUBTFUL: "perhaps not here: the article changed",
}


SURE = 0.995
"""From here on a score would be shown as 100 %."""


class Jump(NamedTuple):
    """Where choosing a row of the panel leads."""

    passage: Passage
    annotation: str | None = None


class Chooses(NamedTuple):
    """Choosing the row makes that annotation the current one."""

    annotation: str


def here_rows(desk: Desk, place: Span, width: int) -> list[Row]:
    """The rows of the side panel for *place*, laid out for *width* cells."""
    if desk.article is None:
        return []
    width = max(width, 8)
    panel = _Panel(desk, width)
    rows = [*panel.annotations(desk.annotations_at(place), place)]
    meant = desk.open_suggestion(place)
    for suggestion in sorted(desk.suggestions_at(place), key=lambda each: each.mention.span != place):
        rows += panel.suggestion(suggestion, is_meant=suggestion is meant)
    if not rows:
        rows += panel.article()
    return rows


class _Panel:
    """Builds rows for one desk and width."""

    def __init__(self, desk: Desk, width: int) -> None:
        self.desk = desk
        self.session = desk.session
        self.width = width
        self.article_now = desk.opened()
        self.tags: dict[str, Tag] = {tag.name: tag for tag in self.session.tags()}

    # --- annotations

    def annotations(self, found: tuple[Annotation, ...], place: Span) -> Iterator[Row]:
        if not found:
            return
        current = self.desk.current_annotation(place)
        title = "Annotation" if len(found) == 1 else f"{len(found)} annotations, o goes round"
        yield self._head(title)
        for annotation in found:
            is_current = current is not None and annotation.id == current.id
            yield from self._annotation(annotation, is_current=is_current and len(found) > 1)
        yield _BLANK

    def _annotation(self, annotation: Annotation, *, is_current: bool) -> Iterator[Row]:
        sign = ("▸ ", "key") if is_current else ("▎ ", _slot(annotation, self.tags))
        line: Line = (sign, *tag_line(annotation.tags, self.tags, keys=True))
        words = ((quoted(annotation.quote, self.width * 2), "strong" if is_current else ""),)
        lines = (*self._flow(line, 0), *self._flow(words, 2, most=2))
        yield Row(lines, Chooses(annotation.id))
        if annotation.note:
            for paragraph in annotation.note.split("\n"):
                yield self._row(((f"✎ {safe_display(paragraph)}", ""),), 2)
        if annotation.origin != HAND:
            yield self._row(((f"kept from {safe_line(annotation.origin)}", "quiet"),), 2)
        if annotation.anchor in STANDINGS:
            yield from self._standing(annotation)
        for link in self.session.links_of(annotation.id):
            yield self._link(link, annotation.id)

    def _standing(self, annotation: Annotation) -> Iterator[Row]:
        """That its article changed; and the words that were marked, where these are others."""
        role = "unsaved" if annotation.anchor is AnchorState.DOUBTFUL else "quiet"
        yield self._row(((STANDINGS[annotation.anchor], role),), 2)
        marked = self.session.stored(annotation.id).quote
        if marked != annotation.quote:
            yield Row(self._flow((("marked: ", "quiet"), (quoted(marked, self.width * 3), "")), 2, most=3))
            yield Row(
                self._flow((("now: ", "quiet"), (quoted(annotation.quote, self.width * 3), "")), 2, most=3)
            )
            yield self._row((("C it is this · B another passage", "quiet"),), 2)

    def _link(self, link: Link, annotation: str) -> Row:
        """A link with a peek at its other end."""
        other = other_end(self.session, link, annotation)
        head: Line = ((f"⇄ {link_head(link, annotation)}", "link"),)
        if other is None:
            return Row(self._flow((*head, (" a passage that is gone", "quiet")), 2))
        lines = [
            *self._flow(head, 2),
            *self._flow(((safe_line(self._title(other.article)), "quiet"),), 4, most=1),
        ]
        lines += self._flow(self._peek(other), 4, most=4)
        if link.note:
            lines += self._flow(((f"✎ {safe_display(link.note)}", ""),), 4)
        return Row(tuple(lines), Jump(Passage(other.article, other.span), other.id))

    def _peek(self, other: Annotation) -> Line:
        before, after = other.prefix[-24:], other.suffix[:24]
        flat = [safe_line(part.replace("\n", " ")) for part in (before, other.quote, after)]
        return ((f"…{flat[0].lstrip()}", "quiet"), (flat[1], "strong"), (f"{flat[2].rstrip()}…", "quiet"))

    # --- mentions

    def suggestion(self, suggestion: Suggestion, *, is_meant: bool) -> Iterator[Row]:
        """What was recognised; the keys stand by the one that they act on."""
        mention = suggestion.mention
        if isinstance(mention, Entity):
            yield from self._entity(mention)
        elif isinstance(mention, Timex):
            yield from self._date(mention)
        else:
            yield from self._claim(mention)
        yield from self._decision(suggestion, is_meant=is_meant)
        if isinstance(mention, Entity):
            yield from self._others(mention)
        yield _BLANK

    def _entity(self, mention: Entity) -> Iterator[Row]:
        yield self._head(LABELS[mention.label].capitalize())
        identity = self.session.identity_of(mention)
        name = identity.name if identity is not None else mention.name
        yield self._row(((safe_line(name), mention_role(mention)),), 0)
        if mention.text != name:
            yield self._row(((f"here as {quoted(mention.text)}", "quiet"),), 0)
        others = [other for other in (identity.names if identity else ()) if other != name]
        if others:
            rest = f" and {len(others) - NAMES_SHOWN} more" if len(others) > NAMES_SHOWN else ""
            yield self._quiet(f"also {safe_line(', '.join(others[:NAMES_SHOWN]))}{rest}")

    def _date(self, mention: Timex) -> Iterator[Row]:
        yield self._head(DATES[mention.type])
        words = date_words(mention)
        yield self._row(((words, "date" if mention.value else "quiet"),), 0)
        code = " ".join(part for part in (mention.value, mention.mod) if part)
        if code and code != words:
            yield self._quiet(safe_line(code))
        if mention.reason:
            yield self._row(((safe_line(mention.reason), ""),), 0)
        elif mention.reference:
            yield self._row(((f"reckoned from {safe_line(mention.reference)}", ""),), 0)

    def _claim(self, mention: Claim) -> Iterator[Row]:
        yield self._head(f"Claim: {mention.status.value}")
        yield self._quiet(STATUSES[mention.status])
        source = self.session.source_of(mention)
        yield self._row(((safe_line(source), "claim") if source else ("source not named", "quiet"),), 0)
        if mention.cue is not None:
            yield self._row(((f"shown by {quoted(mention.cue.of(self.article_now.text))}", "quiet"),), 0)

    def _decision(self, suggestion: Suggestion, *, is_meant: bool) -> Iterator[Row]:
        mention, decision = suggestion.mention, suggestion.decision
        if decision is None:
            said = [f"{mention.score:.0%} sure"] if mention.score < SURE else []
            said += ["a keep", "x drop"] if is_meant else []
            said += ["r source"] if is_meant and isinstance(mention, Claim) else []
            if said:
                yield self._row(((" · ".join(said), "quiet"),), 0)
        elif decision.action is DecisionAction.ACCEPTED:
            yield self._row((("you kept it", "good"),), 0)
        elif decision.action is DecisionAction.RELABELLED:
            yield self._row(((f"you called it {safe_line(decision.value)}", "good"),), 0)

    def _others(self, mention: Entity) -> Iterator[Row]:
        """Its other mentions, here and in the other articles."""
        identity = self.session.identity_of(mention)
        if identity is None:
            return
        here = identity.mentions.get(self.article_now.id, ())
        if len(here) > 1:
            yield _BLANK
            yield self._quiet(f"{counted(len(here) - 1, 'other time')} here")
            others = (entity.span for entity in here if entity.span != mention.span)
            yield from self._snippets(self.article_now.id, others, len(here) - 1)
        elsewhere = sorted(identity.mentions.keys() - {self.article_now.id})
        for id in elsewhere[:ARTICLES_SHOWN]:
            yield _BLANK
            there = identity.mentions[id]
            yield self._quiet(f"{len(there)} in {safe_line(self._title(id))}")
            yield from self._snippets(id, (entity.span for entity in there), len(there))
        if len(elsewhere) > ARTICLES_SHOWN:
            yield _BLANK
            more = counted(len(elsewhere) - ARTICLES_SHOWN, "more article")
            yield self._quiet(f"and {more}, F3 lists them")

    def _snippets(self, id: str, spans: Iterator[Span], count: int) -> Iterator[Row]:
        """The first of *count* places with what stands around them."""
        try:
            text = self.session.article(id).text
        except ReaderError:
            return
        for span in islice(spans, OTHERS_SHOWN):
            yield Row((snippet(text, span, self.width - 1),), Jump(Passage(id, span)))
        if count > OTHERS_SHOWN:
            yield self._quiet(f"and {count - OTHERS_SHOWN} more, F3 lists them")

    # --- the article

    def article(self) -> Iterator[Row]:
        article, session = self.article_now, self.session
        trouble = trouble_words(session.save_status)
        if trouble:
            yield Row(self._flow(((trouble, "unsaved"),), 0))
            yield _BLANK
        yield self._head("This article")
        yield self._row(((safe_line(article.title), "strong"),), 0)
        yield self._row(((safe_line(article.id), "quiet"),), 0)
        yield _BLANK
        yield self._row(((reference_words(article.reference), "date" if article.reference else "quiet"),), 0)
        language = {"fr": "French", "en": "English", "und": "language unknown"}.get(
            article.language, article.language
        )
        yield self._quiet(f"{language} · {len(article.text)} characters")
        for note in article.notes:
            yield self._row(((safe_line(note), "unsaved"),), 0)
        recognition = session.recognised(article.id)
        if recognition is not None:
            for problem in recognition.problems:
                yield self._row(((safe_line(problem), "unsaved"),), 0)
        yield _BLANK
        yield self._quiet(counted(len(self.desk.suggestions), "mention"))
        if self.desk.hidden:
            yield self._quiet(f"{self.desk.hidden} unsure kept back, z shows")
        yield self._quiet(counted(len(self.desk.annotations), "annotation"))
        for annotation in self.desk.lost:
            yield self._row(((f"lost: {quoted(annotation.quote)}", "unsaved"),), 0)
        if self.desk.lost:
            yield self._quiet("B on a selection gives one its new passage")

    # --- lines

    def _head(self, words: str) -> Row:
        return Row((((words, "title"),),))

    def _quiet(self, words: str) -> Row:
        return self._row(((words, "quiet"),), 0)

    def _row(self, line: Line, indent: int) -> Row:
        return Row(self._flow(line, indent))

    def _flow(self, line: Line, indent: int, most: int = 0) -> tuple[Line, ...]:
        return flow(line, self.width - 1, indent=indent, most=most)

    def _title(self, id: str) -> str:
        try:
            return self.session.article(id).title
        except ReaderError:
            return id


def _slot(annotation: Annotation, tags: dict[str, Tag]) -> str:
    from reader.tui.wording import tag_role

    return tag_role(tags.get(annotation.tags[0])) if annotation.tags else "quiet"


_BLANK = Row(((("", ""),),))
