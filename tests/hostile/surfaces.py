"""A folder and a store in which every payload stands on every surface that shows data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Span
from reader.session import Passage, Session
from tests.hostile.payloads import CODE_POINTS, PAYLOADS
from tests.hostile.stores import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.stores import Tables

LEFT, RIGHT = "QA", "ZB"
"""Around each code point, so that it can be told from the same byte written by the program."""
FIRST = "000.txt"
"""The article with all of them in it; it is opened first."""


def fenced(letter: str) -> str:
    return f"{LEFT}{letter}{RIGHT}"


NASTY = (*PAYLOADS, *map(fenced, CODE_POINTS))
"""Everything that is put everywhere."""


def without_nul(text: str) -> str:
    return text.replace("\0", "")


def prepare(root: Path) -> None:
    """Make ``articles`` and ``annotations`` in *root*."""
    folder = root / "articles"
    folder.mkdir()
    body = "\n".join(f"charge {without_nul(payload)} fin" for payload in NASTY)
    _write(folder / FIRST, f"Date: 2020-01-01\n\nTitre [b]x[/b]\n\n{body}\n")
    for number, payload in enumerate(NASTY):
        name = f"{number + 1:03} {without_nul(payload).replace('/', '∕')}.txt"
        date = f"{number % 28 + 1} mars 2024"
        _write(folder / name, f"Titre {payload} bis\n\nAnna Kovacs {payload} parle le {date} à {payload}.\n")
    session = Session.open([folder], store=root / "annotations", annotator="zoe")
    _annotate(session)
    session.close()
    Store(root / "annotations").without_journal().edit(_forge)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def _annotate(session: Session) -> None:
    """A passage for each payload, each linked with the one before."""
    text = session.article(FIRST).text
    place, before = 0, None
    for number, payload in enumerate(NASTY):
        place = text.index("charge ", place) + 1
        span = Span(place - 1, text.index(" fin", place))
        made = session.tag(FIRST, span, [f"tag {number}"])
        session.set_note(made.id, f"note {payload}")
        session.describe_tag(f"tag {number}", f"description {payload}")
        if before is not None:
            session.link_passages(Passage(FIRST, before), Passage(FIRST, span), "updates", f"lien {payload}")
        before = span


def _forge(tables: Tables) -> None:
    """What no command takes, as somebody else's program may have written it."""
    for payload, row in zip(NASTY, tables["annotations"].values(), strict=True):
        row["tags"] = [payload]
        row["creator"] = payload
        row["origin"] = payload
    for payload, row in zip(NASTY, tables["tags"].values(), strict=True):
        row["name"] = payload
    for payload, row in zip(NASTY[1:], tables["links"].values(), strict=True):
        row["relation"] = payload
        row["creator"] = payload
