"""Checking, repairing and bringing earlier versions back from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.test_marking import mark

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Command, Done


def why(done: Done) -> str:
    return "\n".join(f"{record['what']}: {record['why']}" for record in done.records)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def store(folder: Path) -> Path:
    return folder / "annotations"


def test_checking_writes_nothing_whatever_it_finds(reader: Command, folder: Path, store: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    journal = store / "zoe.journal.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"half a li')
    (store / "zoe.json").write_bytes(b"nonsense")
    (folder / "un.txt").write_text("Mis à jour.\n" + (folder / "un.txt").read_text("utf-8"), "utf-8")
    before = files(folder)
    done = reader("check", folder, "--json")
    assert done.code == 1
    assert files(folder) == before
    for sentence in ("not saved whole", "is damaged", "found again at 102; --repair"):
        assert sentence in why(done)


def test_a_damaged_store_is_mended_and_said(reader: Command, folder: Path, store: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    (store / "zoe.json").write_bytes(b"nonsense")
    done = reader("check", folder, "--repair")
    assert done.code == 0, done.out
    assert "mended: " in done.out
    assert "zoe.damaged-1.json" in done.out
    assert done.out.rstrip().endswith("0 findings, 1 thing mended")
    assert reader("check", folder).code == 0
    assert [record["quote"] for record in reader("export", folder).records] == ["le pont rouvrira"]


def test_what_was_surely_found_again_is_written_down(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    text = "Mis à jour.\n" + (folder / "un.txt").read_text(encoding="utf-8")
    (folder / "un.txt").write_text(text, encoding="utf-8")
    assert reader("check", folder).code == 1
    done = reader("check", folder, "--repair", "--json")
    assert done.code == 0
    assert why(done) == "mended: 1 passage found again in changed articles, and written down"
    assert reader("check", folder).out == "2 articles, 1 passage, 0 links: 0 findings\n"
    (record,) = reader("export", folder).records
    assert text[record["start"] : record["end"]] == record["quote"] == "le pont rouvrira"


def test_what_a_person_has_to_decide_stays_a_finding(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira mardi")
    mark(reader, folder, "b/deux.txt", "n’a pas rouvert")
    text = (folder / "un.txt").read_text(encoding="utf-8")
    (folder / "un.txt").write_text(text.replace("rouvrira mardi", "sera peut-être refait"), encoding="utf-8")
    (folder / "b" / "deux.txt").write_text("Tout autre chose.", encoding="utf-8")
    done = reader("check", folder, "--repair", "--json")
    assert done.code == 1
    assert "its words are gone" in why(done)
    assert len(reader("export", folder).records) == 2


def test_a_renamed_article_is_found_and_followed(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    (folder / "un.txt").rename(folder / "b" / "trois.txt")
    done = reader("check", folder, "--json")
    assert (done.code, why(done)) == (
        1,
        "article: it is called b/trois.txt now; --repair brings what was marked along",
    )
    done = reader("check", folder, "--repair", "--json")
    assert done.code == 0
    assert "un.txt is now called b/trois.txt" in why(done)
    assert [record["article"] for record in reader("export", folder).records] == ["b/trois.txt"]


def test_two_copies_are_a_finding_and_stay_so(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    text = (folder / "un.txt").read_bytes()
    (folder / "un.txt").unlink()
    for name in ("trois.txt", "quatre.txt"):
        (folder / name).write_bytes(text)
    done = reader("check", folder, "--repair", "--json")
    assert done.code == 1
    assert "quatre.txt and trois.txt hold its text" in why(done)


def test_a_kept_text_that_went_is_kept_again_where_the_article_still_has_it(
    reader: Command, folder: Path, store: Path
) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    (kept,) = (store / "texts").iterdir()
    text = kept.read_bytes()
    kept.write_bytes(b"autre chose")
    assert "is not kept" in why(reader("check", folder, "--json"))
    assert reader("check", folder, "--repair").code == 0
    assert kept.read_bytes() == text


def test_a_store_that_may_not_be_written_cannot_be_repaired(
    reader: Command, folder: Path, store: Path
) -> None:
    store.mkdir()
    (store / "zoe.json").write_text('{"meta": {"1": {"schema": 99}}}', encoding="utf-8")
    done = reader("check", folder, "--repair")
    assert done.code == 2
    assert "later version of reader" in done.err


def test_an_earlier_version_comes_back_and_goes_again(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira", "premier")
    mark(reader, folder, "un.txt", "Élie Marchand", "second")
    mark(reader, folder, "un.txt", "mardi", "troisième")
    listed = reader("restore", folder, "--list", "--json").records
    assert [(record["backup"], record["annotations"]) for record in listed] == [(1, 2), (2, 1)]
    assert "2 passages" in reader("restore", folder, "--list").out
    done = reader("restore", folder, "--backup", "2")
    assert done.code == 0
    assert "zoe.json.bak.1: brought back" in done.out
    assert [record["tags"] for record in reader("export", folder).records] == [["premier"]]
    again = reader("restore", folder, "--json")
    assert (again.code, again.records[0]["backup"]) == (0, "zoe.json.bak")
    assert len(reader("export", folder).records) == 3


def test_listing_earlier_versions_writes_nothing(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    before = files(folder)
    assert reader("restore", folder, "--list").code == 0
    assert files(folder) == before


def test_a_version_that_is_not_there_is_wrong_use(reader: Command, folder: Path) -> None:
    assert "no earlier version" in reader("restore", folder).err
    mark(reader, folder, "un.txt", "le pont rouvrira")
    mark(reader, folder, "un.txt", "Élie Marchand")
    done = reader("restore", folder, "--backup", "9")
    assert (done.code, done.out) == (2, "")
    assert "There is no version 9" in done.err
    assert reader("restore", folder, "--backup", "1", "--list").code == 2


def test_bringing_back_what_is_there_already_says_so(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    mark(reader, folder, "un.txt", "Élie Marchand")
    reader("restore", folder)
    newest = reader("restore", folder, "--list", "--json").records
    same = [record["backup"] for record in newest if record["annotations"] == 1]
    done = reader("restore", folder, "--backup", str(same[0]))
    assert done.code == 1
    assert "as it was then" in done.out
