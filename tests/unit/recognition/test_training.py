from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.errors import FormatError
from reader.recognition.entities.recogniser import EntityRecogniser
from reader.recognition.training.__main__ import main
from reader.recognition.training.data import read_data
from reader.recognition.training.examples import Example, labels_of

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ["Orvane", "Belmisse", "Tarquel", "Sévrac", "Doumelle", "Karnige"]


def small_domain(path: Path) -> Path:
    """A made-up domain in which every capitalised word after *fée* is a person and after *vers* a place."""
    with path.open("w", encoding="utf-8") as out:
        for at in range(30):
            person, place = NAMES[at % 6], NAMES[(at + 1 + at // 6) % 6]
            text = f"La fée {person} part vers {place} ce matin."
            spans = [
                (7, 7 + len(person), "PER"),
                (7 + len(person) + 11, 7 + len(person) + 11 + len(place), "LOC"),
            ]
            entities = [{"start": start, "end": end, "label": label} for start, end, label in spans]
            out.write(json.dumps({"id": str(at), "text": text, "entities": entities}) + "\n")
    return path


def test_a_model_trained_twice_is_the_same_and_knows_its_domain(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite", reason="python-crfsuite (the extra train) is not installed")
    data = small_domain(tmp_path / "data.jsonl")
    for name in ("one.model", "two.model"):
        assert main([str(data), "-o", str(tmp_path / name), "--iterations", "30"]) == 0
    assert (tmp_path / "one.model").read_bytes() == (tmp_path / "two.model").read_bytes()
    found = EntityRecogniser(tmp_path / "one.model").entities("La fée Zorimande part vers Quévigny ce matin.")
    assert [(one.text, one.label.value) for one in found] == [("Zorimande", "PER"), ("Quévigny", "LOC")]


def test_bad_data_is_told_by_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = small_domain(tmp_path / "data.jsonl")
    data.write_text(data.read_text("utf-8") + '{"text": 3}\n', "utf-8")
    with pytest.raises(FormatError, match=r"data\.jsonl, line 31"):
        read_data([data])
    assert main([str(data), "-o", str(tmp_path / "model")]) == 2
    assert "line 31" in capsys.readouterr().err


def test_labels_say_where_a_name_begins_and_ends() -> None:
    example = Example("a", "Anna Maria Kowalska, Rome", ((0, 19, "PER"), (21, 25, "LOC")))
    tokens, starts = ["Anna", "Maria", "Kowalska", ",", "Rome"], [0, 5, 11, 19, 21]
    assert labels_of(example, tokens, starts) == ["B-PER", "I-PER", "E-PER", "O", "S-LOC"]


def test_a_name_whose_borders_cut_a_token_is_left_out() -> None:
    example = Example("a", "Annabelle", ((0, 4, "PER"),))
    assert labels_of(example, ["Annabelle"], [0]) == ["O"]
