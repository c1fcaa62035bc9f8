"""Stores that were damaged, forged or planted; each maker changes a sound one and says what must be left."""

from __future__ import annotations

import json
import os
import zlib
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span
from reader.session import Passage, Session
from tests.hostile.payloads import CODE_POINTS, PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeAlias

    Tables: TypeAlias = dict[str, dict[str, dict[str, object]]]

TEXT = "Le 3 mars 2024, Anna Kovacs a déclaré à Vienne que « la rencontre aura lieu ».\n" * 4
NUMBER = 6
"""Annotations of the sound store."""


class Store(NamedTuple):
    """The folder of a store that is about to be harmed, and its files."""

    folder: Path

    @property
    def json(self) -> Path:
        return self.folder / "zoe.json"

    @property
    def journal(self) -> Path:
        return self.folder / "zoe.journal.jsonl"

    @property
    def lock(self) -> Path:
        return self.folder / "zoe.lock"

    @property
    def texts(self) -> Path:
        return self.folder / "texts"

    def without_journal(self) -> Store:
        """The file alone."""
        self.journal.unlink()
        return self

    def edit(self, change: Callable[[Tables], None]) -> None:
        """Change the file as a program that knows JSON would."""
        tables = json.loads(self.json.read_bytes())
        change(tables)
        self.json.write_text(json.dumps(tables), encoding="utf-8")


class Harm(NamedTuple):
    """One way to harm a store."""

    name: str
    do: Callable[[Store], object]
    keeps: int = NUMBER
    """How many of the annotations must be there afterwards."""


def sound(root: Path) -> Path:
    """A sound store and its article below *root*; the folder of the store."""
    articles = root / "articles"
    articles.mkdir(parents=True)
    (articles / "a.txt").write_text(TEXT, encoding="utf-8")
    store = root / "annotations"
    session = Session.open([articles], store=store, annotator="zoe")
    made = [
        session.tag("a.txt", Span(start, start + 9), ["PER", "témoin"]) for start in range(0, 9 * NUMBER, 9)
    ]
    session.set_note(made[0].id, "une note")
    session.link_passages(Passage("a.txt", made[0].span), Passage("a.txt", made[1].span), "updates")
    session.close()
    return store


def _write_json(content: bytes, store: Store) -> None:
    store.json.write_bytes(content)


def _first_row(tables: Tables) -> dict[str, object]:
    return next(iter(tables["annotations"].values()))


def _json_bytes() -> Iterator[Harm]:
    """The file is no file of ours any more; the journal is whole."""
    contents = {
        "empty": b"",
        "blank": b" \n\t",
        "one byte": b"{",
        "nuls": bytes(5000),
        "binary": bytes(range(256)) * 20,
        "list": b"[]",
        "null": b"null",
        "string": b'"annotations"',
        "number": b"1e999",
        "nan": b'{"annotations": {"1": NaN}}',
        "deep lists": b"[" * 200_000,
        "deep objects": b'{"a":' * 100_000,
        "deep and closed": b"[" * 50_000 + b"]" * 50_000,
        "digits": b'{"meta": {"1": {"schema": ' + b"9" * 100_000 + b"}}}",
        "utf-16": '{"meta": {}}'.encode("utf-16"),
        "no utf-8": b'{"meta": "\xff\xfe\xed\xa0\x80"}',
        "html": b"<!DOCTYPE html><html><body>404</body></html>",
        "escapes": b'{"meta": "\x1b]0;a\x07\x1b[2J"}',
        "open string": b'{"annotations": {"1": {"note": "' + b"a" * 100_000,
        "backslashes": b'{"a": "' + b"\\" * 100_001,
        "empty tables": b"{}",
        "only meta": b'{"meta": {"1": {"schema": 1}}}',
        "schema as words": b'{"meta": {"1": {"schema": "un"}}}',
        "schema below": b'{"meta": {"1": {"schema": -5}}}',
        "schema true": b'{"meta": {"1": {"schema": true}}}',
        "schema huge": b'{"meta": {"1": {"schema": 1e308}}}',
        "seq huge": b'{"meta": {"1": {"schema": 1, "seq": 99999999999999999999999}}}',
        "tables are lists": b'{"meta": {"1": {"schema": 1}}, "annotations": [1, 2]}',
        "rows are words": b'{"meta": {"1": {"schema": 1}}, "annotations": {"1": "deux"}}',
        "meta is words": b'{"meta": "1", "annotations": {}}',
        "many empty rows": b'{"annotations": {' + b",".join(b'"%d": {}' % n for n in range(20_000)) + b"}}",
    }
    for name, content in contents.items():
        yield Harm(f"json: {name}", partial(_write_json, content))


def _json_edits() -> Iterator[Harm]:
    """The file was edited by somebody, and the journal is gone: what can be read of it must stay."""

    def row(name: str, keeps: int = NUMBER - 1, **fields: object) -> Harm:
        def change(tables: Tables) -> None:
            _first_row(tables).update(fields)

        return Harm(f"row: {name}", lambda store: store.without_journal().edit(change), keeps)

    yield row("start as words", start="zéro")
    yield row("start huge", start=10**30)
    yield row("start below", start=-5)
    yield row("start a fraction", start=0.5)
    yield row("start true", start=True)
    yield row("end before start", start=50, end=3)
    yield row("end far beyond", end=2**31 - 1)
    yield row("end beyond all", end=2**62)
    yield row("quote a list", quote=["a"])
    yield row("quote too long", quote="a" * 100_000)
    yield row("tags a word", tags="PER")
    yield row("tags nested", tags=[["PER"]])
    yield row("many tags", keeps=NUMBER - 1, tags=[f"t{n}" for n in range(5_000)])
    yield row("id nothing", id=None)
    yield row("id empty", id="")
    yield row("id long", id="a" * 100_000)
    yield row("anchor unknown", anchor="flottant")
    yield row("article leads out", keeps=NUMBER - 1, article="../../../../etc/passwd")
    yield row("article absolute", keeps=NUMBER - 1, article="/etc/passwd")
    yield row("article of escapes", keeps=NUMBER - 1, article="\x1b[2J\n[/fin]")
    yield row("time nonsense", keeps=NUMBER - 1, created="\x1b[31mhier", modified="9999999999-99-99")
    yield row("sha leads out", keeps=NUMBER - 1, article_sha256="../../zoe.json")
    yield row("note with nuls", note="a\0b\x1b]52;c;aGk=\x07")
    yield row("note of surrogates", note="\ud800\udfff\udc80")
    yield row("unknown fields", surplus={"a": [1]}, __class__="os.system")

    def edits(name: str, change: Callable[[Tables], None], keeps: int) -> Harm:
        return Harm(f"tables: {name}", lambda store: store.without_journal().edit(change), keeps)

    def twice(tables: Tables) -> None:
        tables["annotations"]["777"] = dict(_first_row(tables), note="deux fois")

    def dangling(tables: Tables) -> None:
        tables["links"] = {
            "1": {
                "id": "l-0000000000000000",
                "relation": "updates",
                "source": "a-x",
                "target": "a-y",
                "note": "",
                "creator": "zoe",
                "created": "2025-01-01T00:00:00Z",
                "modified": "2025-01-01T00:00:00Z",
            }
        }

    def to_itself(tables: Tables) -> None:
        dangling(tables)
        id = _first_row(tables)["id"]
        tables["links"]["1"].update(source=id, target=id)

    def unknown(tables: Tables) -> None:
        tables["secrets"] = {"1": {"a": "b"}}
        tables["\x1b[2J"] = {"1": {}}

    def numbers(tables: Tables) -> None:
        rows = list(tables["annotations"].values())
        keys = ("-1", "1e5", "９", "1" * 5_000, "", "un")
        tables["annotations"] = dict(zip(keys, rows, strict=True))

    def payloads(tables: Tables) -> None:
        row = _first_row(tables)
        row["note"] = "\n".join(PAYLOADS)
        row["tags"] = list(PAYLOADS)
        tables["tags"] = {
            str(n): {"name": name, "colour": 1, "favourite": None, "description": name}
            for n, name in enumerate(CODE_POINTS)
        }

    yield edits("an id twice", twice, NUMBER)
    yield edits("links to nothing", dangling, NUMBER)
    yield edits("a link to itself", to_itself, NUMBER)
    yield edits("unknown ones", unknown, NUMBER)
    yield edits("numbers that are none", numbers, 0)
    yield edits("escapes in every field", payloads, NUMBER)


def _laid_out() -> Iterator[Harm]:
    """The same content, laid out otherwise."""

    def rewritten(change: Callable[[bytes], bytes]) -> Callable[[Store], object]:
        return lambda store: store.json.write_bytes(change(store.json.read_bytes()))

    yield Harm("laid out: crlf", rewritten(lambda data: data.replace(b"\n", b"\r\n")))
    yield Harm("laid out: bom", rewritten(lambda data: b"\xef\xbb\xbf" + data))
    yield Harm("laid out: half", rewritten(lambda data: data[: len(data) // 2]))
    yield Harm("laid out: end gone", rewritten(lambda data: data[:-10]))
    yield Harm("laid out: twice", rewritten(lambda data: data + data))
    yield Harm("laid out: nuls at the end", rewritten(lambda data: data + bytes(4096)))
    yield Harm("laid out: nuls within", rewritten(lambda data: data[:300] + bytes(50) + data[350:]))
    conflict = b"<<<<<<< HEAD\n%b=======\n%b>>>>>>> autre\n"
    yield Harm("laid out: conflict", rewritten(lambda data: conflict % (data, data)))
    yield Harm("laid out: conflict, half", rewritten(lambda data: b"<<<<<<< HEAD\n" + data))

    def only(change: Callable[[bytes], bytes]) -> Callable[[Store], object]:
        return lambda store: rewritten(change)(store.without_journal())

    yield Harm("alone: conflict", only(lambda data: conflict % (data, data)))
    yield Harm("alone: half", only(lambda data: data[: len(data) // 2]), 1)
    yield Harm("alone: newer", only(lambda data: data.replace(b'"schema": 1', b'"schema": 999')))
    yield Harm("alone: nuls at the end", only(lambda data: data + bytes(100)))


def _kinds() -> Iterator[Harm]:
    """Something else stands under the name of a file; the other file is whole."""

    def becomes(name: str, make: Callable[[Path], object], store: Store) -> None:
        path: Path = getattr(store, name)
        if path.is_dir() and not path.is_symlink():
            path.rename(path.with_name("weg"))
        path.unlink(missing_ok=True)
        make(path)

    def sparse(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(8 << 30)

    kinds: dict[str, Callable[[Path], object]] = {
        "a folder": lambda path: path.mkdir(),
        "a pipe": os.mkfifo,
        "a link to itself": lambda path: path.symlink_to(path.name),
        "a link to nothing": lambda path: path.symlink_to("nulle-part"),
        "a link to a device": lambda path: path.symlink_to("/dev/zero"),
        "8 gib of nothing": sparse,
    }
    for kind, make in kinds.items():
        yield Harm(f"json is {kind}", partial(becomes, "json", make))
        yield Harm(f"journal is {kind}", partial(becomes, "journal", make))
        yield Harm(f"texts is {kind}", partial(becomes, "texts", make))
        if "8" not in kind:
            yield Harm(f"lock is {kind}", partial(becomes, "lock", make))

    def both(store: Store) -> None:
        becomes("json", kinds["a folder"], store)
        becomes("journal", kinds["a folder"], store)

    yield Harm("both are folders", both, 0)


def _journals() -> Iterator[Harm]:
    """The journal is damaged; the file is whole."""

    def rewritten(change: Callable[[bytes], bytes]) -> Callable[[Store], object]:
        return lambda store: store.journal.write_bytes(change(store.journal.read_bytes()))

    def sealed(body: bytes) -> bytes:
        return b'%b,"crc":"%08x"}\n' % (body, zlib.crc32(body))

    garbage = bytes(range(256)) * 3
    changes = {
        "garbage behind": lambda data: data + garbage,
        "garbage before": lambda data: garbage + b"\n" + data,
        "garbage within": lambda data: data[:400] + garbage + data[400:],
        "only garbage": lambda _: garbage,
        "nuls behind": lambda data: data + bytes(4096),
        "only nuls": lambda data: bytes(len(data)),
        "many nuls": lambda _: bytes(20 << 20),
        "cut": lambda data: data[: len(data) // 2],
        "empty": lambda _: b"",
        "line ends": lambda data: data + b"\n" * 10_000,
        "twice": lambda data: data * 2,
        "backwards": lambda data: b"\n".join(data.split(b"\n")[-2::-1]) + b"\n",
        "first line gone": lambda data: data.split(b"\n", 1)[1],
        "a line within gone": lambda data: b"".join(
            part + b"\n" for n, part in enumerate(data.split(b"\n")[:-1]) if n != 2
        ),
        "conflict": lambda data: b"<<<<<<< HEAD\n" + data + b"=======\n" + data + b">>>>>>> x\n",
        "crlf": lambda data: data.replace(b"\n", b"\r\n"),
        "no line end": lambda data: data[:-1],
        "bit turned": lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
        "newer": lambda data: data + sealed(b'{"schema":99,"seq":1000,"synced":1000,"change":{"a":1}'),
        "sealed null": lambda data: data + sealed(b'{"schema":1,"seq":1000,"synced":1000,"change":null'),
        "sealed numbers": lambda data: (
            data + sealed(b'{"schema":1,"seq":999999999999999999,"synced":0,"change":5')
        ),
        "sealed depth": lambda data: (
            data + sealed(b'{"schema":1,"seq":1000,"synced":0,"change":' + b"[" * 100_000)
        ),
        "sealed words": lambda data: (
            data
            + sealed(
                b'{"schema":1,"seq":1000,"synced":0,"change":{"id":"\x1b[2J","title":"[/fin]","edits":[{}]}'
            )
        ),
        "sealed digits": lambda data: (
            data + sealed(b'{"schema":1,"seq":1000,"synced":0,"change":' + b"9" * 9_999)
        ),
    }
    for name, change in changes.items():
        yield Harm(f"journal: {name}", rewritten(change))


def _beside() -> Iterator[Harm]:
    """Something stands beside the files."""

    def texts(store: Store, content: bytes) -> None:
        for path in store.texts.rglob("*.txt"):
            path.write_bytes(content)

    def texts_link(store: Store) -> None:
        for path in list(store.texts.rglob("*.txt")):
            path.unlink()
            path.symlink_to("/dev/zero")

    def crowd(store: Store) -> None:
        for number in range(2_000):
            (store.folder / f"zoe.damaged-{number}.json").write_bytes(b"x")

    def pipes(store: Store) -> None:
        for name in ("zoe.json.bak.1", "x.tmp", "y.json"):
            os.mkfifo(store.folder / name)

    yield Harm("texts: forged", lambda store: texts(store, b"tout autre chose"))
    yield Harm("texts: nuls", lambda store: texts(store, bytes(1000)))
    yield Harm("texts: not utf-8", lambda store: texts(store, b"\xff\xfe\xed\xa0\x80"))
    yield Harm("texts: links to a device", texts_link)
    yield Harm("beside: a crowd of damaged files", crowd)
    yield Harm("beside: pipes", pipes)
    yield Harm(
        "beside: a name of bytes",
        lambda store: (store.folder / os.fsdecode(b"zo\xe9.json")).write_bytes(b"{}"),
    )
    yield Harm("beside: a name of escapes", lambda store: (store.folder / "\x1b[2J.json").write_bytes(b"{"))


HARMS = (*_json_bytes(), *_json_edits(), *_laid_out(), *_kinds(), *_journals(), *_beside())
