"""Annotators' names become file names everywhere, or are refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.annotations.names import Files, check_annotator, spelling_in
from reader.errors import UsageError


@pytest.mark.parametrize("name", ["alice", "Jean-Luc", "jean.dupont", "zoé 2", "王", "a" * 200])
def test_ordinary_names_are_taken_as_they_are(name: str) -> None:
    assert check_annotator(name) == name


def test_a_name_is_composed_and_trimmed() -> None:
    assert check_annotator(" zoe\u0301 ") == "zoé"


@pytest.mark.parametrize(
    "name",
    [
        "", "  ", ".", "..", ".alice", "alice.", "-as", "a/b", "a\\b", "a:b", "a*", "a\0b", "a\tb",
        "a\u202eb", "a\udc80", "é" * 101, "a.lock", "a.journal", "a.damaged-3", "a.BAK", "a.schema-0",
    ],
)  # fmt: skip
def test_what_cannot_be_a_file_name_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_annotator(name)
    assert caught.value.message.endswith(".")
    assert caught.value.message.isprintable()


def test_an_existing_spelling_is_kept_but_an_exact_one_wins() -> None:
    assert spelling_in(["Alice.json", "bob.json"], "alice") == "Alice"
    assert spelling_in(["Alice.json", "alice.journal.jsonl"], "alice") == "alice"
    assert spelling_in([], "alice") == "alice"


def test_files_of_two_annotators_never_share_a_name() -> None:
    one, other = Files(Path(), "a"), Files(Path(), "a.b")
    for files in (one, other):
        assert len({files.json, files.journal, files.lock, files.backup, *files.temporary}) == 7
    assert not {one.json, one.journal, one.lock} & {other.json, other.journal, other.lock}
