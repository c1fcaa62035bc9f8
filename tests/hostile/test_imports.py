"""A file to be brought in may say anything: what fits comes in as one change, of the rest nothing."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from reader.errors import FormatError
from reader.formats import files, jsonl
from reader.model import Span
from reader.session import Session
from tests.hostile.grammar import LINE, check
from tests.hostile.payloads import HIDDEN, PAYLOADS, SEQUENCES
from tests.hostile.stores import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.hostile.commands import Commands

QUOTE = TEXT[:14]
COMMANDING = SEQUENCES + HIDDEN[:-1]
"""What no name may be; markup is but text, and so are the blank letters of Korean."""


def line(**fields: object) -> str:
    """A line that can be brought in, with some fields changed."""
    record: dict[str, object] = {
        "type": "annotation", "schema": 1, "id": "a-neuf", "article": "a.txt",
        "start": 0, "end": len(QUOTE), "quote": QUOTE, "tags": ["neuf"], "note": "", "creator": "zoe",
    }  # fmt: skip
    return json.dumps({**record, **fields}) + "\n"


NESTED = "[" * 100_000
LINES = {
    "no json": "bonjour\n",
    "nested": f'{{"type":"annotation","note":{NESTED}\n',
    "nested and closed": f'{{"type":"annotation","schema":{"[" * 900}{"]" * 900}}}\n',
    "nested type": f'{{"type":{"[" * 900}{"]" * 900}}}\n',
    "digits": line().replace('"start": 0', f'"start": {"9" * 9_999}'),
    "many digits": line().replace('"start": 0', f'"start": {"9" * 100_000}'),
    "a number beyond all": line(start=10**30),
    "infinity": line().replace('"start": 0', '"start": 1e999'),
    "nan": line().replace('"start": 0', '"start": NaN'),
    "below zero": line(start=-1),
    "beyond the text": line(start=5_000, end=5_005, quote="absent"),
    "out of the folder": line(article="../a.txt"),
    "out of the folder, later": line(article="x/../../a.txt"),
    "absolute": line(article="/etc/passwd"),
    "absolute elsewhere": line(article="C:/a.txt"),
    "with backslashes": line(article="..\\a.txt"),
    "a link": line(article="lien.txt"),
    "in a linked folder": line(article="dossier/hosts"),
    "the store itself": line(article="../annotations/zoe.json"),
    "a device": line(article="dev.txt"),
    "half a character": line(note="\ud800"),
    "many tags": line(tags=[f"t{number}" for number in range(5_000)]),
    "a long note": line(note="a" * (2 << 20)),
    "a link of nothing": '{"type":"link","relation":"updates","source":{"annotation":"x"}}\n',
    "of another schema": line(schema=99),
    "of no type": '{"type":"__class__"}\n',
    "a payload for every name": "".join(line(id=payload, creator=payload) for payload in COMMANDING),
    "a payload for every article": "".join(line(article=payload) for payload in PAYLOADS),
    "a payload for every type": "".join(json.dumps({"type": payload}) + "\n" for payload in PAYLOADS),
}
"""What is refused, alone or beside what fits."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An article, and links to files that are none of this folder."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "lien.txt").symlink_to("/etc/passwd")
    (folder / "dossier").symlink_to("/etc")
    (folder / "dev.txt").symlink_to("/dev/zero")
    return tmp_path


@pytest.mark.parametrize("wrong", LINES, ids=str)
def test_a_line_that_does_not_fit_is_refused_and_the_others_are_one_change(
    commands: Commands, root: Path, wrong: str
) -> None:
    (root / "x.jsonl").write_text(LINES[wrong] + line(), encoding="utf-8")
    tried = commands.run("import", "x.jsonl", "--into", "articles", "--as", "zoe", "--dry-run", cwd=root)
    assert not list(root.glob("**/zoe*"))
    done = commands.run("import", "x.jsonl", "--into", "articles", "--as", "zoe", cwd=root)
    for each in (tried, done):
        assert each.faults() == []
        check(each.out, LINE)
        check(each.err, LINE)
        assert each.code == 1
        assert b"refused" in each.out + each.err
    session = Session.open([root / "articles"], store=root / "articles" / "annotations", annotator="zoe")
    assert [(each.id, each.span) for each in session.all_annotations()] == [("a-neuf", Span(0, len(QUOTE)))]
    session.undo()
    assert (session.all_annotations(), session.tags()) == ((), ())
    session.close()


def sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 8 << 30)


FILES: dict[str, Callable[[Path], object]] = {
    "nothing there": lambda _: None,
    "a folder": lambda path: path.mkdir(),
    "8 gib": sparse,
    "a device without end": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "wrong lines without end": lambda path: path.write_text("{}\n" * 20_000, encoding="utf-8"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_none_brings_nothing_in(commands: Commands, root: Path, kind: str) -> None:
    FILES[kind](root / "x.jsonl")
    done = commands.run("import", "x.jsonl", "--into", "articles", "--as", "zoe", cwd=root)
    assert done.faults() == []
    assert done.code == 2
    assert done.err.startswith(b"reader: ")
    assert not list(root.glob("**/zoe*"))


def test_what_cannot_be_written_is_not_half_brought_in(commands: Commands, root: Path) -> None:
    (root / "x.jsonl").write_text(
        "".join(line(id=f"a-{n}", tags=[f"t{n}"]) for n in range(50)), encoding="utf-8"
    )
    store = root / "articles" / "annotations"
    store.mkdir()
    (store / "zoe.journal.jsonl").mkdir()
    done = commands.run("import", "x.jsonl", "--into", "articles", "--as", "zoe", cwd=root)
    listed = commands.run("export", "articles", "--as", "zoe", cwd=root)
    assert done.faults() == listed.faults() == []
    assert len([each for each in listed.out.split(b"\n") if each]) == (50 if done.code < 2 else 0)


def test_more_rows_than_a_store_is_made_for_are_not_brought_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MOST_ROWS", 3)
    assert len(jsonl.read([line()] * 3).rows) == 3
    with pytest.raises(FormatError, match="More than 3 lines"):
        jsonl.read([line()] * 4)


def test_a_larger_file_is_given_up_before_it_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1_000)
    (tmp_path / "x").write_text(line() * 100, encoding="utf-8")
    with pytest.raises(FormatError, match="larger than 1000 bytes"):
        jsonl.read(files.lines_of(tmp_path / "x"))
