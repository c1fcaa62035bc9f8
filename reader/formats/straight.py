"""The usual export by the short way: from a store that is whole, of articles that are as they were.

Importing everything a session can do takes longer than exporting, so nothing is imported here that a
command cannot afford which prints and leaves. Whatever would have to be worked out (what the journal adds,
where a passage has moved to) is left to the session: then ``straight_lines`` is None.
``test_straight`` holds both ways to the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from stat import S_ISLNK, S_ISREG
from typing import TYPE_CHECKING

from reader.articles.decoding import MAX_BYTES, decode
from reader.errors import ReaderError
from reader.formats.contract import linked, record_of
from reader.formats.json_lines import json_line
from reader.paths import STORE_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from reader.formats.contract import Record, Row

SUFFIXES = (".txt", ".md")
STORE_SCHEMA = 1
LARGEST_STORE = 128 << 20
"""Bytes of the TinyDB file; a larger one is left to the session."""
LONGEST_TAIL = 1 << 20
"""Bytes of the journal's last line; a longer one is left to the session."""


def straight_lines(root: Path, store: Path, annotator: str) -> list[str] | None:
    """The JSONL of all annotations and links, or None where the session has to be asked."""
    try:
        if not _is_begun(store):
            return [] if _has_article(root) else None
        tables = _tables(store / f"{annotator}.json", store / f"{annotator}.journal.jsonl")
        annotations = list(tables["annotations"].values())
        if not _stand(root, annotations):
            return None
        return [json_line(record) for record in _records(annotations, list(tables["links"].values()))]
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ReaderError, RecursionError):
        return None


def _records(annotations: list[Row], links: list[Row]) -> list[Record]:
    known = {row["id"]: row for row in annotations}
    records = [record_of("annotation", row) for row in sorted(annotations, key=_place_and_id)]
    ends = [(known.get(link["source"]), known.get(link["target"]), link) for link in links]
    whole = [(source, target, link) for source, target, link in ends if source and target]
    whole.sort(key=lambda end: (_place(end[0]), _place(end[1]), end[2]["id"]))
    return records + [linked(link, source, target) for source, target, link in whole]


def _place(row: Row) -> tuple[object, ...]:
    return (row["article"], row["start"], row["end"])


def _place_and_id(row: Row) -> tuple[object, ...]:
    return (*_place(row), row["id"])


# --- the store ----------------------------------------------------------------


def _is_begun(store: Path) -> bool:
    """Whether anybody has anything in the store yet."""
    try:
        return any(".json" in path.name for path in store.iterdir())
    except FileNotFoundError:
        return False


def _tables(file: Path, journal: Path) -> dict[str, dict[str, Row]]:
    """The tables of a file that is as reader wrote it and to which the journal adds nothing.

    Raises ValueError where that is not so.
    """
    _expect_plain(file, LARGEST_STORE)
    _expect_plain(journal)
    data = file.read_bytes()
    _, _, body = data.partition(b"\n    }\n  },\n")
    tables: dict[str, dict[str, Row]] = json.loads(data)
    (meta,) = tables.pop("meta").values()
    if meta["schema"] != STORE_SCHEMA or hashlib.sha256(b"\n" + body).hexdigest() != meta["sha256"]:
        raise ValueError("not as reader wrote it")
    last = json.loads(_last_line(journal))
    if (last["seq"], last["change"]["id"]) != (meta["seq"], meta["last"]):
        raise ValueError("the journal goes on")
    return tables


def _expect_plain(path: Path, most: int | None = None) -> None:
    """Raises ValueError where *path* is a link, a pipe, a device, or of more than *most* bytes."""
    status = path.lstat()
    if not S_ISREG(status.st_mode) or (most is not None and status.st_size > most):
        raise ValueError(str(path))


def _last_line(journal: Path) -> bytes:
    with journal.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - LONGEST_TAIL, 0))
        tail = file.read()
    _, end, line = tail.removesuffix(b"\n").rpartition(b"\n")
    if not tail.endswith(b"\n") or (not end and size > LONGEST_TAIL):
        raise ValueError("no whole last line")
    return line


# --- the articles -------------------------------------------------------------


def _has_article(root: Path) -> bool:
    """Whether there is an article right in *root*."""
    return any(
        path.name.endswith(SUFFIXES) and path.name[0] != "." and S_ISREG(path.lstat().st_mode)
        for path in root.iterdir()
    )


def _stand(root: Path, annotations: list[Row]) -> bool:
    """Whether every quote stands in its article as it was annotated."""
    texts: dict[object, tuple[str, str]] = {}
    for row in annotations:
        id, start, end = row["article"], row["start"], row["end"]
        if not (isinstance(id, str) and isinstance(start, int) and isinstance(end, int)):
            return False
        if id not in texts:
            texts[id] = _text(root, id)
        text, sha256 = texts[id]
        if row["article_sha256"] != sha256 or text[start:end] != row["quote"] or row["anchor"] != "exact":
            return False
    return True


def _text(root: Path, id: str) -> tuple[str, str]:
    """An article's text and its hash; raises ValueError where *id* is no plain file below *root*."""
    names = id.split("/")
    if not id.isprintable() or not id.endswith(SUFFIXES) or any(name[:1] in ("", ".") for name in names):
        raise ValueError(id)
    path = root
    for name in names:
        path /= name
        if S_ISLNK(path.lstat().st_mode) or name == STORE_NAME:
            raise ValueError(id)
    _expect_plain(path, MAX_BYTES)
    text = decode(path.read_bytes()).text
    return text, hashlib.sha256(text.encode("utf-8")).hexdigest()
