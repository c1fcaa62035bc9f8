"""What people decided about names, as something to learn from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.errors import FormatError, UsageError
from reader.recognition.entities.tokens import tokenise
from reader.recognition.training.data import read_data
from reader.recognition.training.decided import decided_example, said_of

if TYPE_CHECKING:
    from pathlib import Path

    from reader.recognition.training.decided import Said
    from reader.recognition.training.examples import Example

TEXT = "Le Corvenne est rentré. Velmar attend Anna Roche à Brest.\nIl pleut. Le Gros-Temps et Oléanord."


def line(type: str, quote: str, **fields: object) -> dict[str, object]:
    start = TEXT.index(quote)
    words = "text" if type == "mention" else "quote"
    return {
        "type": type,
        "article": "a.txt",
        "start": start,
        "end": start + len(quote),
        words: quote,
        **fields,
    }


def mention(quote: str, label: str) -> dict[str, object]:
    return line("mention", quote, label=label)


def decision(quote: str, action: str, label: str, value: str = "") -> dict[str, object]:
    return line("decision", quote, action=action, kind="entity", label=label, value=value)


def annotation(quote: str, *tags: str) -> dict[str, object]:
    return line("annotation", quote, tags=list(tags))


def said(*rows: dict[str, object]) -> list[Said]:
    return [one for one in map(said_of, rows) if one is not None]


def learnt(*rows: dict[str, object]) -> Example:
    example, _ = decided_example("a.txt", TEXT, said(*rows), 3)
    assert example is not None
    return example


def names(example: Example) -> list[tuple[str, str]]:
    return [(example.text[start:end], label) for start, end, label in example.entities]


def test_accepted_and_relabelled_mentions_are_names_and_rejected_ones_are_none() -> None:
    example = learnt(
        mention("Corvenne", "PER"),
        mention("Velmar", "PER"),
        mention("Anna Roche", "PER"),
        decision("Corvenne", "rejected", "PER"),
        decision("Velmar", "relabelled", "PER", "ORG"),
        decision("Anna Roche", "accepted", "PER", "PER"),
    )
    assert names(example) == [("Velmar", "ORG"), ("Anna Roche", "PER")]
    assert example.weight == 3


def test_a_tagged_passage_is_a_name_and_beats_what_was_recognised_there() -> None:
    example = learnt(
        mention("Le Gros", "PER"),
        mention("Oléanord", "LOC"),
        annotation("Gros-Temps", "MISC", "navire"),
    )
    assert names(example) == [("Gros-Temps", "MISC"), ("Oléanord", "LOC")]


def test_what_nobody_decided_about_is_taken_as_recognised_in_the_same_sentence_only() -> None:
    example = learnt(mention("Brest", "LOC"), mention("Oléanord", "ORG"), annotation("Velmar", "ORG"))
    (stretch,) = example.within or ()
    assert TEXT[slice(*stretch)] == "Velmar attend Anna Roche à Brest."
    tokens, starts = tokenise(TEXT)
    (piece,) = example.pieces(starts)
    assert tokens[slice(*piece)] == ["Velmar", "attend", "Anna", "Roche", "à", "Brest", "."]
    assert ("Brest", "LOC") in names(example)


def test_without_mentions_in_the_export_our_own_model_says_what_else_is_a_name() -> None:
    assert ("Brest", "LOC") in names(learnt(annotation("Velmar", "ORG")))


def test_outer_white_space_of_a_tagged_passage_is_no_name() -> None:
    assert names(learnt(mention("Brest", "LOC"), annotation("Velmar ", "ORG")))[0] == ("Velmar", "ORG")


def test_two_decisions_in_one_sentence_make_it_one_stretch() -> None:
    example = learnt(annotation("Velmar", "ORG"), annotation("Brest", "LOC"), annotation("Corvenne", "MISC"))
    assert [TEXT[slice(*stretch)] for stretch in example.within or ()] == [
        "Le Corvenne est rentré.",
        "Velmar attend Anna Roche à Brest.",
    ]


def test_lines_that_say_nothing_of_names_teach_nothing() -> None:
    assert said(annotation("Velmar", "rumeur"), annotation("Velmar", "PER", "ORG")) == []
    assert said(decision("Velmar", "relabelled", "PER", "navire")) == []
    assert said(line("decision", "Velmar", action="accepted", kind="date", label="DATE", value="DATE")) == []
    assert said({"type": "decision", "kind": None, "action": "reference"}, {"type": "link"}) == []


def test_what_does_not_stand_in_the_text_any_more_is_left_out(tmp_path: Path) -> None:
    data = tmp_path / "decided.jsonl"
    rows: list[dict[str, object]] = [
        annotation("Velmar", "ORG"),
        annotation("Brest", "LOC"),
        {**annotation("Brest", "LOC"), "article": "b.txt"},
    ]
    data.write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    texts = {"a.txt": TEXT.replace("Brest", "Lorient")}
    read = read_data([data], text_of=texts.get)
    assert (read.articles, read.sentences, read.left_out) == (0, 1, 2)
    with pytest.raises(UsageError, match="--articles"):
        read_data([data])


def test_articles_are_chosen_by_the_value_of_a_field(tmp_path: Path) -> None:
    data = tmp_path / "gold.jsonl"
    rows: list[dict[str, object]] = [
        {"id": at, "text": "Brest", "entities": [], "split": "train" if at % 3 else "dev"} for at in range(9)
    ]
    data.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert read_data([data], where={"split": "train"}).articles == 6
    assert read_data([data], where={"split": "train", "id": "4"}).articles == 1


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ('{"text": "x", "entities": [{"start": 0, "end": 1, "label": "SHIP"}]}', "no label SHIP"),
        (
            '{"type": "annotation", "article": "a.txt", "tags": ["PER"], "start": 3, "end": 2, "quote": ""}',
            "passage",
        ),
        ('{"type": "poem"}', "unknown"),
        ('{"text": "x"}', "entities"),
        ("[1]", "object"),
        ("{", "JSON"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_line_that_is_none_is_told_by_file_and_line(row: str, why: str, tmp_path: Path) -> None:
    data = tmp_path / "gold.jsonl"
    data.write_text(f'{{"text": "Brest", "entities": []}}\n\n{row}\n', "utf-8")
    with pytest.raises(FormatError, match=rf"gold\.jsonl, line 3: .*{why}"):
        read_data([data])


def test_a_name_decided_in_the_whole_folder_teaches_wherever_it_was_recognised(tmp_path: Path) -> None:
    everywhere = {"type": "decision", "article": "", "start": None, "end": None, "kind": "entity"}
    rows = [
        {**everywhere, "action": "rejected", "quote": "Corvenne", "label": "LOC", "value": ""},
        {**everywhere, "action": "relabelled", "quote": "Oléanord", "label": "LOC", "value": "ORG"},
        {**everywhere, "action": "rejected", "quote": "Velmar", "label": "LOC", "value": ""},
        {**everywhere, "action": "merged", "quote": "Brest", "label": "LOC", "value": "PER"},
        {**mention("Corvenne", "MISC"), "name": "Corvenne"},
        {**mention("Velmar", "PER"), "name": "Velmar"},
        {**mention("Oléanord", "ORG"), "name": "Groupe Oléanord"},
    ]
    file = tmp_path / "decided.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (example,) = read_data([file], text_of=lambda _: TEXT).examples
    assert names(example) == [("Velmar", "PER"), ("Oléanord", "ORG")]
    assert len(example.within or ()) == 2
