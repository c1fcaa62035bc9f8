"""Whatever stands where the annotations should: nothing crashes, and nothing that could be read is lost."""

from __future__ import annotations

import json
import shutil
import stat
from typing import TYPE_CHECKING

import pytest

from tests.hostile.grammar import LINE, check
from tests.hostile.stores import HARMS, Harm, Store, sound

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.commands import Commands, Done

LARGEST = 32 << 20
"""Bytes of a file that is held against what is left of it."""


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound store and its articles, to be copied."""
    root = tmp_path_factory.mktemp("sound")
    sound(root)
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """The regular files right in a folder that are not too large."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if stat.S_ISREG(path.lstat().st_mode) and path.stat().st_size <= LARGEST
    }


def lines(name: str, data: bytes) -> list[bytes]:
    """What of a file must stand somewhere afterwards: all, but for the half line of a write cut short."""
    found = data.split(b"\n")
    return [line.strip(b"\0\r") for line in (found[:-1] if "journal" in name else found)]


def exported(done: Done) -> set[str]:
    """The ids of the annotations that a command printed."""
    records = [json.loads(line) for line in done.out.decode().split("\n") if line]
    return {record["id"] for record in records if record["type"] == "annotation"}


def test_there_are_enough_harms() -> None:
    assert len(HARMS) >= 40
    assert len({harm.name for harm in HARMS}) == len(HARMS)


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.name)
def test_a_harmed_store_is_opened_and_keeps_what_could_be_read(
    commands: Commands, untouched: Path, tmp_path: Path, harm: Harm
) -> None:
    shutil.copytree(untouched, tmp_path / "a", symlinks=True)
    root = tmp_path / "a"
    store = Store(root / "annotations")
    harm.do(store)
    article = (root / "articles" / "a.txt").read_bytes()
    before = contents(store.folder)

    first = commands.run("export", "articles", "--include", "annotations,links,tags,mentions", cwd=root)
    added = commands.run(
        *("annotate", "articles", "--article", "a.txt", "--start", "100", "--end", "105", "--tag", "neuf"),
        cwd=root,
    )
    checked = commands.run("check", "articles", cwd=root)
    second = commands.run("export", "articles", cwd=root)

    for done in (first, added, checked, second):
        assert done.faults() == []
        check(done.err, LINE)
    check(checked.out, LINE)
    assert first.code < 2, first.err
    kept = exported(first)
    assert len(kept) >= harm.keeps
    assert exported(second) >= kept
    assert len(exported(second)) == len(kept) + (added.code == 0)
    after = b"\n".join(contents(store.folder).values())
    lost = [name for name, data in before.items() if any(line not in after for line in lines(name, data))]
    assert lost == []
    assert (root / "articles" / "a.txt").read_bytes() == article
