"""A report to read: every quote under its tag, with its citation, note and links."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.formats.parts import Part
from reader.text.display import safe_display
from reader.text.relation_words import relation_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.formats.data import ArticleFacts, ExportData
    from reader.model import Annotation, Link

    Ends = tuple[Link, Annotation, Annotation]

UNTAGGED = "Without a tag"


def write(data: ExportData) -> Iterator[str]:
    """Tags by name, quotes by place, then all links."""
    facts = {article.id: article for article in data.articles}
    links = list(data.sorted_links()) if Part.LINKS in data.include else []
    linked = _by_end(links)
    yield "# Marked passages\n"
    if Part.ANNOTATIONS in data.include:
        for tag, annotations in _by_tag(data):
            yield f"\n## {plain(tag)}\n"
            for annotation in annotations:
                yield from _passage(annotation, facts, linked.get(annotation.id, ()))
    if links:
        yield "\n## Links\n"
        for link, source, target in links:
            yield f"\n**{plain(relation_words(link.relation))}**{_aside(link.note)}\n\n"
            yield from _quoted(source, facts)
            yield "\n→\n\n"
            yield from _quoted(target, facts)


def plain(text: str) -> str:
    """*text* on one line with everything escaped that Markdown or HTML would act on."""
    return _acting().sub(r"\\\g<0>", safe_display(" ".join(text.split()))).replace("<", "&lt;")


@cache
def _acting() -> re.Pattern[str]:
    return re.compile(r"[\\`*_{}\[\]#|~!>&]|^(?=[-+=])|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def _by_tag(data: ExportData) -> Iterator[tuple[str, list[Annotation]]]:
    tagged: dict[str, list[Annotation]] = {}
    for annotation in data.sorted_annotations():
        for tag in annotation.tags or ("",):
            tagged.setdefault(tag, []).append(annotation)
    for tag in sorted(tagged, key=lambda tag: (not tag, tag)):
        yield tag or UNTAGGED, tagged[tag]


def _by_end(links: Iterable[Ends]) -> dict[str, list[Ends]]:
    """The links that begin or end at each annotation, by its id."""
    linked: dict[str, list[Ends]] = {}
    for ends in links:
        for annotation in ends[1:]:
            linked.setdefault(annotation.id, []).append(ends)
    return linked


def _passage(
    annotation: Annotation,
    facts: dict[str, ArticleFacts],
    links: Iterable[Ends],
) -> Iterator[str]:
    yield "\n"
    yield from _quoted(annotation, facts)
    if annotation.note:
        yield "\n" + "".join(f"{plain(line)}  \n" for line in annotation.note.split("\n"))
    for link, source, target in links:
        forward = annotation.id == source.id
        relation, other = relation_words(link.relation, forward=forward), target if forward else source
        head = f"{'→' if forward else '←'} {plain(relation)}"
        yield f"\n{head}: “{plain(other.quote)}”, {_citation(other, facts.get(other.article))}\n"


def _quoted(annotation: Annotation, facts: dict[str, ArticleFacts]) -> Iterator[str]:
    yield from (f"> {plain(line)}\n" for line in annotation.quote.split("\n"))
    yield f">\n> — {_citation(annotation, facts.get(annotation.article))}\n"


def _citation(annotation: Annotation, article: ArticleFacts | None) -> str:
    where = f"{plain(annotation.article)}, {annotation.span.start}–{annotation.span.end}"
    unsure = "" if annotation.anchor.value == "exact" else f" ({annotation.anchor.value})"
    if article is None:
        return where + unsure
    dated = f", {article.date}" if article.date else ""
    return f"*{plain(article.cited_title)}*{dated} ({where}){unsure}"


def _aside(note: str) -> str:
    return f": {plain(note)}" if note else ""
