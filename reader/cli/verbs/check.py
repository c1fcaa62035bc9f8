"""``reader check``: whether everything that was marked still stands where it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import counted, print_json, say
from reader.errors import ArticleError
from reader.model import AnchorState

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Iterator

    from reader.model import Annotation
    from reader.session import Session

EXAMPLES = ("reader check seeds/", "reader check articles/ --json")

Finding = dict[str, object]

_MOVED = {
    AnchorState.MOVED: "its article changed; it was found again and its place is known",
    AnchorState.DOUBTFUL: "its article changed, and where it stands now is doubtful: look and confirm",
    AnchorState.ORPHAN: "its words are gone from the article",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one finding per line; 1 where there are any."""
    with opened(options, options.paths) as session:
        findings = list(_findings(session))
        looked = counted(len(session.all_annotations()), "passage")
        links = counted(len(session.links()), "link")
        articles = counted(len(session.articles), "article")
    for finding in findings:
        if options.json:
            print_json(finding)
        else:
            say(f"{finding['what']}: {finding['id']}: {finding['why']}")
    if not options.json:
        say(f"{articles}, {looked}, {links}: {counted(len(findings), 'finding')}")
    return 1 if findings else 0


def _findings(session: Session) -> Iterator[Finding]:
    for notice in session.notices:
        yield _finding("store", str(session.store_folder), notice)
    yield from _articles(session)
    here = {ref.id for ref in session.articles}
    for annotation in session.all_annotations():
        yield from _annotation(session, annotation, here)
    yield from _links(session)


def _articles(session: Session) -> Iterator[Finding]:
    for ref in session.articles:
        try:
            article = session.article(ref.id)
        except ArticleError as error:
            yield _finding("article", ref.id, error.message)
        else:
            for note in article.notes:
                yield _finding("article", ref.id, note)


def _annotation(session: Session, annotation: Annotation, here: Collection[str]) -> Iterator[Finding]:
    if annotation.article not in here:
        yield _finding("annotation", annotation.id, f"its article {annotation.article} is not here")
        return
    if annotation.anchor in _MOVED:
        yield _finding("annotation", annotation.id, f"“{annotation.quote}”: {_MOVED[annotation.anchor]}")
    try:
        article = session.article(annotation.article)
    except ArticleError:
        return
    span = annotation.span
    stands = article.text[span.start : span.end] == annotation.quote
    if annotation.article_sha256 == article.sha256 and not stands:
        yield _finding("annotation", annotation.id, f"“{annotation.quote}” does not stand at {span.start}")


def _links(session: Session) -> Iterator[Finding]:
    known = {annotation.id for annotation in session.all_annotations()}
    for link in session.links():
        for end in (link.source, link.target):
            if end not in known:
                yield _finding("link", link.id, f"its end {end} is not there")


def _finding(what: str, id: str, why: str) -> Finding:
    return {"what": what, "id": id, "why": why}
