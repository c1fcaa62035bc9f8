"""How articles, links, dates and passages are put into words; everything from data made safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model import TAG_COLOURS, Progress, ReferenceOrigin
from reader.text.cells import cell_width, clip
from reader.text.days import is_day
from reader.text.display import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.model import Annotation, Article, Link, ReferenceDate, Span, Tag, Timex
    from reader.session import Change, Session, Summary
    from reader.tui.inks import Line

PROGRESS_SIGNS = {Progress.UNREAD: "○", Progress.IN_PROGRESS: "◐", Progress.DONE: "●"}
READ_TO_END = "◕"
ORIGINS = {
    ReferenceOrigin.USER: "set by you",
    ReferenceOrigin.HEADER: "from its header",
    ReferenceOrigin.FILE_NAME: "from the file's name",
    ReferenceOrigin.DATELINE: "from its first date",
}


def quoted(words: str, cells: int = 40) -> str:
    """``«words»``, on one line, at most *cells* wide."""
    line = safe_line(" ".join(words.split()))
    return f"«{clip(line, max(cells - 2, 1))}»"


def snippet(text: str, span: Span, cells: int, role: str = "hit", *, fixed: bool = False) -> Line:
    """The passage with what stands around it, in *cells* cells; *fixed*: always at the same column."""
    words = safe_line(" ".join(span.of(text).split()))
    words = clip(words, max(cells * 2 // 3, 4))
    rest = max(cells - cell_width(words), 0)
    before = safe_line(" ".join(text[max(span.start - rest, 0) : span.start].split()))
    after = safe_line(" ".join(text[span.end : span.end + rest].split()))
    if span.start and text[span.start - 1].isspace() and before:
        before += " "
    if span.end < len(text) and text[span.end].isspace() and after:
        after = f" {after}"
    left = _tail(before, cells // 3 if fixed else rest // 3)
    if fixed:
        left = " " * (cells // 3 - cell_width(left)) + left
    return ((left, "quiet"), (words, role), (clip(after, max(rest - cell_width(left), 0)), "quiet"))


def _tail(words: str, cells: int) -> str:
    """The end of *words* within *cells* cells, with … if cut."""
    if cell_width(words) <= cells:
        return words
    kept = words[-max(cells - 1, 0) :] if cells > 1 else ""
    while kept and cell_width(kept) > cells - 1:
        kept = kept[1:]
    return f"…{kept}" if cells > 0 else ""


def citation(article: Article, quote: str) -> str:
    """The passage as it is copied: quote, whole title, date, article."""
    from reader.articles.whole_title import whole_title

    day = f", {article.reference.date}" if article.reference else ""
    flat = safe_line(" ".join(quote.split()))
    return f"« {flat} » — {safe_line(whole_title(article))}{day} ({safe_line(article.id)})"


def reference_words(reference: ReferenceDate | None) -> str:
    """The reference date and where it comes from."""
    return f"{reference.date}, {ORIGINS[reference.origin]}" if reference else "no date; W sets one"


def article_titles(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """What lists call the articles *ids*: by title, and by file too where titles collide; made safe."""
    titles = {id: _title(session, id) for id in ids}
    seen: dict[str, int] = {}
    for title in titles.values():
        seen[title] = seen.get(title, 0) + 1
    return {id: title if seen[title] == 1 else f"{title} ({safe_line(id)})" for id, title in titles.items()}


def _title(session: Session, id: str) -> str:
    """The title of an article that may be gone; then its file."""
    try:
        return safe_line(session.article(id).title)
    except ReaderError:
        return safe_line(id)


def title_cells(width: int) -> int:
    """Cells for a title at the end of each row, in a window of *width*; none where the row needs them all."""
    return 26 if width >= 100 else 18 if width >= 72 else 0


def title_end(title: str, width: int) -> Line:
    """The title of an article for the end of a row."""
    cells = title_cells(width)
    return ((clip(safe_line(title), cells), "quiet"),) if cells else ()


def change_words(session: Session, change: Change) -> str:
    """What a change did, its articles by their titles."""
    words = change.title.removeprefix("undo: ")
    for id in sorted(change.articles, key=len, reverse=True):
        title = _title(session, id)
        words = words.replace(id, title if title == safe_line(id) else quoted(title, 40))
    return safe_line(words)


def date_words(date: Timex) -> str:
    """When, how long or how often, in words; what the text leaves open is said to be."""
    from reader.text.timex import timex_words

    words = timex_words(date.value, date.type, date.mod, weekday=True)
    return safe_line(words) or "the text does not fix it"


def progress_sign(summary: Summary) -> str:
    """How far an article was read, in one cell."""
    return READ_TO_END if _is_at_its_end(summary) else PROGRESS_SIGNS[summary.progress]


def progress_words(summary: Summary) -> str:
    """How far an article was read: one that was read to the end is done only when its reader says so."""
    return "read to end" if _is_at_its_end(summary) else summary.progress.value


def _is_at_its_end(summary: Summary) -> bool:
    return summary.read_to_end and summary.progress is Progress.IN_PROGRESS


def source_words(source: str, cells: int) -> tuple[str, str]:
    """Who vouches for a claim, in a column of *cells*, and its ink."""
    words = clip(safe_line(source), cells) if source else clip("not named", cells)
    return words + " " * max(cells + 1 - cell_width(words), 0), "claim" if source else "quiet"


def iso_day(words: str) -> str | None:
    """Why *words* is no day as YYYY-MM-DD; None where it is one, or empty."""
    return None if not words or is_day(words) else "Write it as 2025-10-16."


def tag_line(names: tuple[str, ...], tags: Mapping[str, Tag], *, keys: bool = False) -> Line:
    """Tags in their colours, with their quick keys where *keys* are wanted."""
    if not names:
        return (("no tag", "quiet"),)
    pieces: list[tuple[str, str]] = []
    for name in names:
        tag = tags.get(name)
        if pieces:
            pieces.append((", ", "quiet"))
        pieces.append((safe_line(name), tag_role(tag)))
        if keys and tag is not None and tag.favourite:
            pieces.append((f" ({quick_key(tag)})", "quiet"))
    return tuple(pieces)


def quick_key(tag: Tag) -> str:
    """``key 3``: a bare digit beside a tag would be taken for a count; empty where it has none."""
    return f"key {tag.favourite}" if tag.favourite else ""


def tag_role(tag: Tag | None) -> str:
    """The ink of a tag."""
    return f"tag-{(tag.colour - 1) % TAG_COLOURS + 1}" if tag is not None else ""


def other_end(session: Session, link: Link, annotation: str) -> Annotation | None:
    """The far end of *link* as seen from *annotation*; None where it is gone."""
    try:
        return session.annotation(link.target if link.source == annotation else link.source)
    except ReaderError:
        return None


def link_head(link: Link, annotation: str) -> str:
    """How a link reads from one of its ends: ``→ updates``, ``← updated by``."""
    from reader.text.relation_words import relation_words

    forward = link.source == annotation
    return f"{'→' if forward else '←'} {safe_line(relation_words(link.relation, forward=forward))}"


def link_line(session: Session, link: Link, annotation: str) -> str:
    """A link as seen from one end: direction, relation, words and article of the other end."""
    other = other_end(session, link, annotation)
    end = f"{quoted(other.quote)} {_title(session, other.article)}" if other else "a passage that is gone"
    return f"{link_head(link, annotation)}: {end}"
