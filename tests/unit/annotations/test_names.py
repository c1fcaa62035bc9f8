"""The files of an annotator in a store."""

from __future__ import annotations

from pathlib import Path

from reader.annotations.names import Files, spelling_in


def test_an_existing_spelling_is_kept_but_an_exact_one_wins() -> None:
    assert spelling_in(["Alice.json", "bob.json"], "alice") == "Alice"
    assert spelling_in(["Alice.json", "alice.journal.jsonl"], "alice") == "alice"
    assert spelling_in([], "alice") == "alice"


def test_files_of_two_annotators_never_share_a_name() -> None:
    one, other = Files(Path(), "a"), Files(Path(), "a.b")
    for files in (one, other):
        assert len({files.json, files.journal, files.lock, files.backup, *files.temporary}) == 7
    assert not {one.json, one.journal, one.lock} & {other.json, other.journal, other.lock}
