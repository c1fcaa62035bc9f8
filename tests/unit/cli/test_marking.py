"""Marking, linking, exporting and importing from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Command


def mark(reader: Command, folder: Path, article: str, quote: str, tag: str = "pont") -> str:
    """Tags a passage and gives its id."""
    done = reader("annotate", folder, "--article", article, "--quote", quote, "--tag", tag, "--json")
    assert done.code == 0, done.err
    return str(done.records[0]["id"])


def test_a_passage_is_marked_by_its_words(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "Élie Marchand")
    (record,) = reader("export", folder).records
    text = (folder / "un.txt").read_text(encoding="utf-8")
    assert text[record["start"] : record["end"]] == record["quote"] == "Élie Marchand"
    assert (record["tags"], record["creator"], record["origin"]) == (["pont"], "zoe", "hand")


def test_a_passage_is_found_without_accents_and_with_another_apostrophe(
    reader: Command, folder: Path
) -> None:
    mark(reader, folder, "un.txt", "l'assemblee")
    assert reader("export", folder).records[0]["quote"] == "l’Assemblée"


def test_a_passage_is_marked_by_its_place(reader: Command, folder: Path) -> None:
    words = "--article b/deux.txt --start 3 --end 7 --tag a --tag b --note vu --json".split(" ")  # noqa: SIM905
    done = reader("annotate", folder, *words)
    (record,) = done.records
    assert (record["quote"], record["tags"], record["note"]) == ("pont", ["a", "b"], "vu")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--quote", "Le pont", "--tag", "x"), "stands 2 times in b/deux.txt (0-7, 25-32)"),
        (("--quote", "tunnel", "--tag", "x"), "does not stand in"),
        (("--quote", "", "--tag", "x"), "does not stand in"),
        (("--start", "5", "--end", "5", "--tag", "x"), "There is no passage from 5 to 5"),
        (("--start", "5", "--end", "5000", "--tag", "x"), "There is no passage"),
        (("--start", "5", "--tag", "x"), "Say which passage"),
        (("--quote", "fermé", "--start", "3", "--tag", "x"), "not both"),
        (("--quote", "fermé"), "Give a --tag or a --note"),
        (("--quote", "fermé", "--tag", " "), "A tag needs a name"),
    ],
)
def test_a_passage_that_is_unclear_is_refused(
    words: tuple[str, ...], why: str, reader: Command, folder: Path
) -> None:
    done = reader("annotate", folder, "--article", "b/deux.txt", *words)
    assert (done.code, done.out) == (2, "")
    assert why in done.err
    assert not (folder / "annotations").exists()


def test_a_misspelt_article_is_answered_with_the_nearest(reader: Command, folder: Path) -> None:
    assert (
        "b/deux.txt" in reader("annotate", folder, "--article", "deux.txt", "--quote", "x", "--tag", "x").err
    )


def test_two_passages_are_linked_and_the_link_listed(reader: Command, folder: Path) -> None:
    source = mark(reader, folder, "b/deux.txt", "n’a pas rouvert")
    target = mark(reader, folder, "un.txt", "le pont rouvrira")
    done = reader("link", folder, source, target, "--relation", "contradicts", "--note", "six jours après")
    assert done.code == 0, done.err
    (record,) = reader("links", folder, "--json").records
    assert (record["source"]["annotation"], record["target"]["annotation"]) == (source, target)
    assert (record["relation"], record["note"]) == ("contradicts", "six jours après")
    assert reader("links", folder).out == (
        "b/deux.txt:8-23 “n’a pas rouvert” contradicts → un.txt:90-106 “le pont rouvrira” (six jours après)\n"
    )


def test_links_are_suggested_for_a_folder_and_for_passages(reader: Command, folder: Path) -> None:
    (best,) = reader("links", folder, "--suggest", "1", "--json").records
    assert " ".join(best) == "source target relation score evidence"
    for end in (best["source"], best["target"]):
        text = (folder / end["article"]).read_text(encoding="utf-8")
        assert text[end["start"] : end["end"]] == end["quote"]
    file = folder.parent / "passages.jsonl"
    file.write_text(
        '{"article":"un.txt","start":40,"end":106}\nnonsense\n{"article":"x","start":1,"end":2}\n'
    )
    done = reader("links", folder, "--suggest", "2", "--passages", file, "--json")
    assert done.code == 1
    assert done.records[0]["source"]["start"] == 40
    assert all(record["target"]["article"] == "b/deux.txt" for record in done.records)
    assert [line.split(":")[2] for line in done.err.strip().split("\n")] == ["2", "3"]
    assert reader("links", folder, "--suggest", "0").code == 2
    without_number = reader("links", "--suggest", folder)
    assert without_number.code == 2
    assert "it takes a number" in without_number.err
    assert "“reader links FOLDER --suggest 20”" in without_number.err


def test_a_link_to_nowhere_is_refused(reader: Command, folder: Path) -> None:
    source = mark(reader, folder, "un.txt", "le pont rouvrira")
    assert reader("link", folder, source, "a-none", "--relation", "updates").code == 2
    assert reader("link", folder, source, source, "--relation", "updates").code == 2


def test_export_and_import_into_an_empty_store_and_export_give_the_same_bytes(
    reader: Command, folder: Path
) -> None:
    source = mark(reader, folder, "b/deux.txt", "n’a pas rouvert")
    target = mark(reader, folder, "un.txt", "le pont rouvrira")
    reader("link", folder, source, target, "--relation", "contradicts")
    file, other = folder.parent / "out.jsonl", folder.parent / "other"
    assert reader("export", folder, "-o", file).code == 0
    brought = reader("import", file, "--into", folder, "--store", other)
    assert brought.code == 0
    assert "0 refused" in brought.out
    assert reader("export", folder, "--store", other).out.encode() == file.read_bytes()


def test_a_dry_run_writes_nothing(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    file, other = folder.parent / "out.jsonl", folder.parent / "other"
    reader("export", folder, "-o", file)
    assert (
        "nothing was written" in reader("import", file, "--into", folder, "--store", other, "--dry-run").out
    )
    assert not other.exists()


def test_what_is_refused_is_said_with_its_line_and_the_rest_comes_in(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    file, other = folder.parent / "in.jsonl", folder.parent / "other"
    reader("export", folder, "-o", file)
    with file.open("a") as more:
        more.write('nonsense\n{"type":"annotation","article":"../x","start":1,"end":2,"quote":"a"}\n')
    done = reader("import", file, "--into", folder, "--store", other)
    assert done.code == 1
    assert f"{file}:2: refused: it is not JSON" in done.out
    assert f"{file}:3: refused: “article” is no path inside" in done.out
    assert len(reader("export", folder, "--store", other).records) == 1
    refused = reader("import", file, "--into", folder, "--store", other, "--json").records[-1]
    assert (refused["line"], refused["action"]) == (3, "refused")


def test_an_import_is_one_change(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    mark(reader, folder, "b/deux.txt", "fermé")
    file, other = folder.parent / "out.jsonl", folder.parent / "other"
    reader("export", folder, "-o", file)
    reader("import", file, "--into", folder, "--store", other)
    changes = [
        json.loads(line)
        for line in (other / "zoe.journal.jsonl").read_text(encoding="utf-8").split("\n")
        if line
    ]
    assert sum("import out.jsonl" in json.dumps(change) for change in changes) == 1


def test_a_file_that_is_not_there_cannot_be_imported(reader: Command, folder: Path) -> None:
    done = reader("import", "none.jsonl", "--into", folder)
    assert done.code == 2
    assert "none.jsonl cannot be read" in done.err


def test_an_article_is_never_written_over(reader: Command, folder: Path) -> None:
    before = (folder / "un.txt").read_bytes()
    done = reader("export", folder, "-o", folder / "b" / ".." / "un.txt")
    assert done.code == 2
    assert "is one of the articles" in done.err
    assert (folder / "un.txt").read_bytes() == before


def test_the_store_is_never_written_over(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    before = (folder / "annotations" / "zoe.json").read_bytes()
    assert "inside the store" in reader("export", folder, "-o", folder / "annotations" / "zoe.json").err
    assert (folder / "annotations" / "zoe.json").read_bytes() == before


def test_the_format_follows_the_ending_of_the_file(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    file = folder.parent / "out.csv"
    assert reader("export", folder, "-o", file).out == ""
    assert file.read_text(encoding="utf-8").startswith("type,id,article,")
    assert "unknown format" in reader("export", folder, "--format", "pdf").err.lower()


def test_an_export_of_one_article_leaves_the_others_out_and_says_so(reader: Command, folder: Path) -> None:
    mark(reader, folder, "un.txt", "le pont rouvrira")
    mark(reader, folder, "b/deux.txt", "fermé")
    done = reader("export", folder / "un.txt")
    assert [record["article"] for record in done.records] == ["un.txt"]
    assert "1 passage of this store left out" in done.err


def test_an_export_may_include_what_was_recognised(reader: Command, folder: Path) -> None:
    records = reader("export", folder, "--include", "mentions,dates,claims,articles").records
    assert {"mention", "date", "article"} <= {record["type"] for record in records}
    assert [record["article"] for record in records if record["type"] == "mention"][0] == "b/deux.txt"  # noqa: RUF015


def test_a_part_that_does_not_exist_is_wrong_use(reader: Command, folder: Path) -> None:
    assert reader("export", folder, "--include", "notes").code == 2


def test_looking_makes_no_store(reader: Command, folder: Path) -> None:
    for command in ("list", "export", "links", "check", "stats", "entities", "timeline"):
        reader(command, folder)
    assert [path.name for path in folder.iterdir() if path.name == "annotations"] == []
    assert not (folder.parent / "annotations").exists()


def test_a_tag_and_a_note_together_are_taken_back_together(reader: Command, folder: Path) -> None:
    from reader.session import Session

    words = ("--article", "un.txt", "--quote", "Élie Marchand", "--tag", "PER", "--note", "vu")
    assert reader("annotate", folder, *words).code == 0
    session = Session.open([folder], annotator="zoe")
    session.undo()
    assert session.all_annotations() == ()
    session.close()
