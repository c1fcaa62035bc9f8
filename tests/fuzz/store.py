"""Whatever stands in the files of a store, it opens, takes a change, and keeps it."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from reader.annotations.changes import Table, added
from reader.annotations.file_store import FileStore
from reader.errors import StoreError
from tests.fuzz.given import Given
from tests.unit.annotations.kit import QuickDisk, adding, change, link, opened

NAMES = ("alice.json", "alice.journal.jsonl")
PIECES = (
    *(b'"', b"{", b"}", b"[", b"]", b",", b":", b"\n", b"\0", b"\xff", b"null", b"true", b"-1", b"1e999"),
    *(b"9" * 30, b"\\ud800", b"\\u001b[2J", b'"schema": 2', b'"seq": 5', b"<<<<<<< HEAD\n", b"=======\n"),
    *(b">>>>>>> x\n", b'"annotations"', b'"id"', b'"start"', b"[" * 3000, b'{"a":' * 2000, b"NaN"),
)


def check(data: bytes) -> None:
    given = Given(data)
    folder = Path(tempfile.mkdtemp(dir=_memory()))
    try:
        for name, content in zip(NAMES, sound(), strict=True):
            (folder / name).write_bytes(_harmed(content, given))
        _lives(folder)
    finally:
        shutil.rmtree(folder)


def _lives(folder: Path) -> None:
    store = FileStore(folder, "alice", QuickDisk())
    try:
        state, _ = store.load()
        before = set(state.annotations)
        store.append([adding(77)])
        store.compact()
    except StoreError:
        assert store.read_only is not None
        return
    finally:
        store.close()
    again, kept = opened(folder, QuickDisk())
    again.close()
    assert set(kept.annotations) == before | {"a-77"}


def _harmed(content: bytes, given: Given) -> bytes:
    """*content* with some pieces put in, taken out or written over; or other bytes altogether."""
    kind = given.number(7)
    if kind == 0:
        return given.piece()
    if kind == 1:
        return content[: given.number(len(content))]
    for _ in range(kind - 2):
        start = given.number(len(content))
        length = given.number(60)
        what = given.number(len(PIECES))
        piece = PIECES[what] if what < len(PIECES) else given.piece()
        content = content[:start] + piece + content[start + length :]
    return content


@cache
def sound() -> tuple[bytes, ...]:
    """The files of a sound store; it was filed amid its changes."""
    with tempfile.TemporaryDirectory() as made:
        store, _ = opened(Path(made), QuickDisk())
        store.append([adding(0), adding(1, note="une note"), adding(2)])
        store.append([change("l", added(Table.LINKS, link(1, 0, 1)))])
        store.compact()
        store.append([adding(3)])
        store.close()
        return tuple((Path(made) / name).read_bytes() for name in NAMES)


@cache
def _memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
