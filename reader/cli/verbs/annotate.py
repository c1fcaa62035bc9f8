"""``reader annotate``: mark a passage, for scripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.opening import opened, the_article
from reader.cli.options import add_json
from reader.cli.output import print_json, say
from reader.errors import UsageError
from reader.model import Span

if TYPE_CHECKING:
    import argparse

    from reader.model import Annotation, Article
    from reader.session import Session

EXAMPLES = (
    'reader annotate articles/ --article un.txt --quote "le pont rouvrira" --tag promesse',
    'reader annotate articles/ --article un.txt --start 40 --end 56 --note "à vérifier"',
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the articles, or one article")
    parser.add_argument("--article", metavar="ID", help="the article's id, as in reader list")
    parser.add_argument("--quote", metavar="WORDS", help="the passage, word for word")
    parser.add_argument("--start", type=int, metavar="N", help="where it begins, in characters from 0")
    parser.add_argument("--end", type=int, metavar="M", help="where it ends")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="a tag; may be repeated")
    parser.add_argument("--note", metavar="TEXT", help="a note")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the annotation."""
    if not options.tag and options.note is None:
        raise UsageError("Give a --tag or a --note to put on the passage.")
    with opened(options, [options.path]) as session:
        article = session.article(the_article(session, options.article))
        annotation = _marked(session, article, _span(options, article), options)
    if options.json:
        from reader.formats.records import annotation_record

        print_json(annotation_record(annotation))
    else:
        where = f"{annotation.article}:{annotation.span.start}-{annotation.span.end}"
        say(f"{annotation.id} {where} “{annotation.quote}” {', '.join(annotation.tags)}".rstrip())
    return 0


def _marked(session: Session, article: Article, span: Span, options: argparse.Namespace) -> Annotation:
    if options.note is None:
        return session.tag(article.id, span, options.tag)
    return session.annotate(article.id, span, options.note, options.tag)


def _span(options: argparse.Namespace, article: Article) -> Span:
    if options.quote is not None:
        if options.start is not None or options.end is not None:
            raise UsageError("Give either --quote or --start and --end, not both.")
        return _quoted(article, options.quote)
    if options.start is None or options.end is None:
        raise UsageError("Say which passage: --quote WORDS, or --start N and --end M.")
    if not 0 <= options.start < options.end <= len(article.text):
        raise UsageError(
            f"There is no passage from {options.start} to {options.end}: "
            f"{article.id} has {len(article.text)} characters."
        )
    return Span(options.start, options.end)


def _quoted(article: Article, quote: str) -> Span:
    """The one place where *quote* stands, word for word, else but for case, accents and quotation marks."""
    from reader.text.folding import find_folded

    places = _exact(article.text, quote) or find_folded(article.text, quote)
    if not places:
        raise UsageError(f"“{quote}” does not stand in {article.id}.")
    if len(places) > 1:
        listed = ", ".join(f"{span.start}-{span.end}" for span in places[:5])
        raise UsageError(
            f"“{quote}” stands {len(places)} times in {article.id} ({listed}). Say which: --start, --end."
        )
    return places[0]


def _exact(text: str, quote: str) -> list[Span]:
    places = []
    start = text.find(quote) if quote else -1
    while start >= 0:
        places.append(Span(start, start + len(quote)))
        start = text.find(quote, start + len(quote))
    return places
