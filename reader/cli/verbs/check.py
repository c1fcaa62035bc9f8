"""``reader check``: whether everything that was marked still stands where it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import opened
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say
from reader.errors import ArticleError, StoreReadOnlyError
from reader.model import AnchorState
from reader.text.counting import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from reader.model import Annotation
    from reader.session import Session

EXAMPLES = ("reader check seeds/", "reader check articles/ --json", "reader check articles/ --repair")

Finding = dict[str, object]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    parser.add_argument(
        "--repair",
        action="store_true",
        help="mend the store, follow articles that were renamed, write down what was surely found again",
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one finding per line; 1 where there are any left. Without ``--repair`` nothing is written."""
    with opened(options, options.paths, looking=not options.repair) as session:
        mended = list(_mended(session)) if options.repair else []
        findings = list(_findings(session, repaired=options.repair))
        looked = counted(len(session.all_annotations()), "passage")
        links = counted(len(session.links()), "link")
        articles = counted(len(session.articles), "article")
    _print(options, (*mended, *findings))
    if not options.json:
        done = f", {counted(len(mended), 'thing')} mended" if mended else ""
        say(f"{articles}, {looked}, {links}: {counted(len(findings), 'finding')}{done}")
    return 1 if findings else 0


def _print(options: argparse.Namespace, findings: Iterable[Finding]) -> None:
    for finding in findings:
        if options.json:
            print_json(finding)
        else:
            say(f"{finding['what']}: {finding['id']}: {finding['why']}")


# --- mending


def _mended(session: Session) -> Iterator[Finding]:
    """Mends what can be mended for sure; says what was done."""
    if session.read_only:
        raise StoreReadOnlyError(session.read_only)
    store = str(session.store_folder)
    for notice in session.store_notices:
        yield _finding("mended", store, notice)
    followed, _ = session.renames(session.gone_articles())
    if followed:
        for sentence in session.follow_renames(session.gone_articles())[: len(followed)]:
            yield _finding("mended", store, sentence)
    texts = session.keep_texts()
    if texts:
        yield _finding("mended", store, f"{counted(texts, 'text')} that passages were marked on kept again")
    settled = session.settle()
    if settled is not None:
        yield _finding("mended", store, f"{settled.title} in changed articles, and written down")


# --- looking


def _findings(session: Session, *, repaired: bool) -> Iterator[Finding]:
    store = str(session.store_folder)
    notices = session.notices if not repaired else session.folder_notices
    for sentence in dict.fromkeys((*session.store_faults(), *notices)):
        yield _finding("store", store, sentence)
    yield from _articles(session)
    renamed = list(_renamed(session))
    yield from renamed
    yield from _texts(session)
    told = {finding["id"] for finding in renamed}
    for annotation in session.all_annotations():
        if annotation.article not in told:
            yield from _annotation(session, annotation)
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


def _renamed(session: Session) -> Iterator[Finding]:
    found, unclear = session.renames(session.gone_articles())
    for old, new in found:
        yield _finding("article", old, f"it is called {new} now; --repair brings what was marked along")
    for old, sentence in unclear.items():
        yield _finding("article", old, sentence)


def _texts(session: Session) -> Iterator[Finding]:
    for sha256, id in session.texts_wanting().items():
        yield _finding("text", sha256, f"the text of {id} that passages were marked on is not kept")


def _annotation(session: Session, annotation: Annotation) -> Iterator[Finding]:
    stored = session.stored(annotation.id)
    marked = f"“{stored.quote}”"
    if not session.is_here(annotation.article):
        yield _finding("annotation", annotation.id, f"{marked}: its article {annotation.article} is not here")
        return
    why = _standing(stored, annotation)
    if why:
        yield _finding("annotation", annotation.id, f"{marked}: {why}")
    try:
        article = session.article(annotation.article)
    except ArticleError:
        return
    span = annotation.span
    stands = article.text[span.start : span.end] == annotation.quote
    if annotation.article_sha256 == article.sha256 and not stands:
        yield _finding("annotation", annotation.id, f"{marked} does not stand at {span.start}")


def _standing(stored: Annotation, now: Annotation) -> str:
    """What is to be said of where an annotation stands; empty where all is well."""
    if now.anchor is AnchorState.ORPHAN:
        return "its words are gone from the article; give it another passage in reader"
    if now.anchor is AnchorState.DOUBTFUL:
        return f"perhaps it is “{now.quote}” at {now.span.start} now; look and confirm in reader"
    if now.quote != stored.quote:
        return f"its words have changed to “{now.quote}” at {now.span.start}; look and confirm in reader"
    if now.span != stored.span:
        return f"it was found again at {now.span.start}; --repair writes that down"
    return ""


def _links(session: Session) -> Iterator[Finding]:
    known = {annotation.id for annotation in session.all_annotations()}
    for link in session.links():
        for end in (link.source, link.target):
            if end not in known:
                yield _finding("link", link.id, f"its end {end} is not there")


def _finding(what: str, id: str, why: str) -> Finding:
    return {"what": what, "id": id, "why": why}
