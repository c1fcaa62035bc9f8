"""Annotators' names become file names everywhere, or are refused with a sentence."""

from __future__ import annotations

import pytest

from reader.annotator import check_annotator, login_name
from reader.errors import UsageError


@pytest.mark.parametrize(
    "name",
    ["alice", "Jean-Luc", "jean.dupont", "zoé 2", "王", "a" * 200, "Zoé L.B", "j.doe@desk", "Анна", "a_b-c"],
)
def test_ordinary_names_are_taken_as_they_are(name: str) -> None:
    assert check_annotator(name) == name


def test_a_name_is_composed_and_trimmed() -> None:
    assert check_annotator(" zoe\u0301 ") == "zoé"


@pytest.mark.parametrize(
    "name",
    [
        "", "  ", ".", "..", ".alice", "alice.", "-as", "a/b", "a\\b", "a:b", "a*", "a\0b", "a\tb", "a\nb",
        "a\u202eb", "a\udc80", "é" * 101, "a.lock", "a.journal", "a.damaged-3", "a.BAK", "a.schema-0",
        "a\x1b[31m",
    ],
)  # fmt: skip
def test_what_cannot_be_a_file_name_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_annotator(name)
    assert caught.value.message.endswith(".")
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    ("login", "name"),
    [
        ("../CORP\\élodie\n", "CORP-élodie"),
        ("zoe\u0301", "zoé"),
        ("jean.lock", "jean-lock"),
        ("jean.", "jean"),
        ("é" * 300, "é" * 100),
        ("a\udc80b", "a-b"),
    ],
)
def test_a_login_name_becomes_a_name_that_an_annotator_may_have(
    login: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", login.replace("\0", ""))
    assert login_name() == name == check_annotator(name)


def test_there_is_always_a_login_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 4_000_000)
    assert login_name() == "user-4000000"
