"""Opening a session for a sub-command."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.cli.output import tell
from reader.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.session import Session


@contextmanager
def opened(
    options: argparse.Namespace, paths: Sequence[Path], *, recognising: bool = False, looking: bool = False
) -> Iterator[Session]:
    """The session of *paths* for whom the options name; what its store has to say is told.

    With *recognising*, what a recogniser logs goes to a file. One that is only *looking* writes nothing and
    leaves it to the command to tell what it found.
    """
    from reader.paths import find_store, opened_paths
    from reader.session import Session

    if recognising:
        from reader.cli.logs import log_to_file

        log_to_file()
    session = Session.open(
        opened_paths(paths),
        store=find_store(paths, options.store),
        annotator=annotator_of(options),
        engine=engine_of(options) if recognising else "",
        looking=looking,
    )
    try:
        for notice in () if looking else session.notices:
            tell(notice)
        yield session
    finally:
        session.close()


def annotator_of(options: argparse.Namespace) -> str:
    """The annotator the options name, else the configured one, else the login."""
    from reader.annotator import check_annotator
    from reader.config import load_config

    if options.annotator is not None:
        return check_annotator(options.annotator)
    return load_config().annotator


def engine_of(options: argparse.Namespace) -> str:
    """The engine for names that the options name, else the configured one, else none: our own."""
    from reader.config import load_config

    engine: str | None = options.engine
    return engine if engine is not None else load_config().engine


def the_article(session: Session, id: str | None) -> str:
    """*id* if it is one of the articles; the only article where none is named.

    Raises UsageError naming the nearest there are.
    """
    ids = [ref.id for ref in session.articles]
    if id is None:
        if len(ids) == 1:
            return ids[0]
        raise UsageError(f"There are {len(ids)} articles. Say which with --article ID.")
    if id in ids:
        return id
    from difflib import get_close_matches

    near = get_close_matches(id, ids, 3) or ids[:3]
    raise UsageError(f"There is no article {id} here. There is {', '.join(near)}.")
