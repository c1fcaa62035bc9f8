"""``reader train``: the model, what it refuses, and that it learns from what people decide."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest

from reader.model import Span
from reader.recognition.entities.recogniser import MODEL, EntityRecogniser
from reader.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Command

Row = dict[str, Any]
"""A line of training data as it stands in JSON."""
NEWS = (
    "Le président {PER} est arrivé à {LOC} mardi soir.",
    "Selon {PER}, la pluie a cessé à {LOC}.",
    "La ville de {LOC} attend toujours le retour de {PER} et de {PER}.",
    "Rien n’a été décidé hier, et personne ne sait ce qui suivra.",
    "Le maire de {LOC}, {PER}, a ouvert la séance.",
)
PORT = (
    "Le chalutier {MISC} est rentré au port avec trois tonnes de lieu noir.",
    "L’armement {ORG} a vendu le cargo {MISC} à un concurrent.",
    "À bord du chalutier {MISC}, six marins ont été relevés.",
    "Les salariés de l’armement {ORG} ont cessé le travail.",
    "Le cargo {MISC}, affrété par la compagnie {ORG}, attend son pilote.",
    "La compagnie {ORG} refuse de parler du cargo {MISC}.",
)
WORDS = {
    "PER": ("Anna Roche", "Paul Vidal", "Élise Fabre", "Marc Olivier", "Jeanne Perrin", "Luc Marchal"),
    "LOC": ("Vrécourt", "Salmagne", "Dornay", "Belleroche", "Quincy", "Tourville", "Arzal"),
}
KNOWN = {
    "MISC": ("Corvenne", "Gros-Temps", "Kerzavel", "Ovandre", "Zélandine"),
    "ORG": ("Velmar", "Oléanord", "Naviloire", "Sernaval", "Cargal", "Atlantix", "Brévolle"),
}
UNKNOWN = {
    "MISC": ("Tournesol", "Intrépide", "Amarante", "Brise-Lame"),
    "ORG": ("Hauturière", "Sauzier", "Transmer", "Duranc", "Mérel"),
}


def articles(patterns: tuple[str, ...], words: dict[str, tuple[str, ...]], count: int) -> list[Row]:
    """*count* made-up sentences with every name in them annotated."""
    made: list[Row] = []
    for number in range(count):
        text = ""
        entities: list[Row] = []
        for piece in re.split(r"(\{[A-Z]+\})", patterns[number % len(patterns)]):
            label = piece.strip("{}")
            if label in words:
                piece = words[label][(number + len(entities) * 2) % len(words[label])]
                entities.append({"start": len(text), "end": len(text) + len(piece), "label": label})
            text += piece
        made.append({"id": f"{number:02}.txt", "text": text, "entities": entities})
    return made


def written(path: Path, rows: list[Row]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def recall(model: Path, gold: list[Row]) -> float:
    """The share of the names in *gold* that *model* finds with the right borders and label."""
    wanted = {(row["id"], e["start"], e["end"], e["label"]) for row in gold for e in row["entities"]}
    recogniser = EntityRecogniser(model)
    found = {
        (row["id"], one.span.start, one.span.end, one.label.value)
        for row in gold
        for one in recogniser.entities(str(row["text"]))
    }
    return len(wanted & found) / len(wanted)


def review(folder: Path, gold: list[Row], engine: str) -> None:
    """Goes through the articles as a person would: accepts, relabels, rejects, and tags what was missed."""
    session = Session.open([folder], annotator="zoe", engine=engine)
    for row in gold:
        id = str(row["id"])
        right = {(e["start"], e["end"]): e["label"] for e in row["entities"]}
        for mention in session.recognition(id).entities:
            label = right.pop((mention.span.start, mention.span.end), None)
            if label is None:
                session.reject(id, [mention])
            elif label == mention.label.value:
                session.accept(id, [mention])
            else:
                session.relabel(id, mention, label)
        for (start, end), label in right.items():
            session.tag(id, Span(start, end), [label])
    session.close()


def test_what_people_decided_makes_the_model_better_on_sentences_it_never_saw(
    reader: Command, tmp_path: Path
) -> None:
    pytest.importorskip("pycrfsuite", reason="python-crfsuite (the extra train) is not installed")
    news = written(tmp_path / "news.jsonl", articles(NEWS, WORDS, 40))
    port, held_out = articles(PORT, KNOWN, 18), articles(PORT, UNKNOWN, 12)
    folder, base, own = tmp_path / "port", tmp_path / "base.model", tmp_path / "own.model"
    folder.mkdir()
    for row in port:
        (folder / str(row["id"])).write_text(str(row["text"]), "utf-8")

    assert reader("train", "entities", news, "-o", base, "--iterations", "30").code == 0
    review(folder, port, f"own:{base}")
    decided = tmp_path / "decided.jsonl"
    include = "annotations,decisions,mentions"
    assert reader("export", folder, "--include", include, "--model", base, "-o", decided).code == 0
    done = reader("train", "entities", news, decided, "--articles", folder, "-o", own, "--iterations", "30")
    assert (done.code, done.out) == (0, "")
    assert "learning from 40 annotated articles and 18 sentences somebody decided about" in done.err
    assert "step 10 of at most 30" in done.err

    assert recall(base, held_out) < 0.2
    assert recall(own, held_out) > 0.9
    assert recall(own, articles(NEWS, WORDS, 40)) > 0.95

    carried = tmp_path / "carried.model"
    words = ("train", "entities", decided, "--articles", folder, "--base", base, "-o", carried)
    assert reader(*words).code == 0
    assert recall(carried, held_out) > 0.9
    assert recall(carried, articles(NEWS, WORDS, 40)) > 0.95


def test_decisions_alone_carry_the_model_that_ships_on_without_any_trainer(
    reader: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    port, held_out = articles(PORT, KNOWN, 18), articles(PORT, UNKNOWN, 12)
    folder, decided = tmp_path / "port", tmp_path / "decided.jsonl"
    folder.mkdir()
    for row in port:
        (folder / str(row["id"])).write_text(str(row["text"]), "utf-8")
    review(folder, port, "")
    reader("export", folder, "--include", "annotations,decisions,mentions", "-o", decided)
    for name in ("one.model", "two.model"):
        done = reader("train", "entities", decided, "--articles", folder, "-o", tmp_path / name)
        assert done.code == 0
        assert "carrying fr.model on" in done.err
    assert (tmp_path / "one.model").read_bytes() == (tmp_path / "two.model").read_bytes()
    assert b"WiNER-fr" in (tmp_path / "one.model").read_bytes().split(b"\n")[1]
    assert recall(MODEL, held_out) < 0.5
    assert recall(tmp_path / "one.model", held_out) > 0.7
    news = articles(NEWS, WORDS, 40)
    assert recall(tmp_path / "one.model", news) > recall(MODEL, news) - 0.1


def test_a_model_of_ones_own_is_used_where_it_is_named(reader: Command, tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite", reason="python-crfsuite (the extra train) is not installed")
    data = written(tmp_path / "gold.jsonl", articles(PORT, KNOWN, 30))
    model = tmp_path / "port.model"
    assert reader("train", "entities", data, "-o", model, "--iterations", "20", "--licence", "ours").code == 0
    assert b'"licence": "ours"' in model.read_bytes()
    text = tmp_path / "un.txt"
    text.write_text("Hier, le chalutier Amarante est rentré au port avec trois tonnes de poisson.", "utf-8")
    by_option = reader("recognize", text, "--json", "--model", model)
    assert [(r["text"], r["label"]) for r in by_option.records if r["type"] == "mention"] == [
        ("Amarante", "MISC")
    ]
    (tmp_path / "config.toml").write_text(f'engine = "own:{model}"\n', "utf-8")
    assert reader("recognize", text, "--json").out == by_option.out


@pytest.mark.parametrize("content", [None, b"no model", b"reader-entities 9\n", b"reader-entities 1\n{}\n"])
def test_what_is_no_model_is_told(reader: Command, tmp_path: Path, content: bytes | None) -> None:
    model = tmp_path / "some.model"
    if content is not None:
        model.write_bytes(content)
    done = reader("recognize", tmp_path / "articles", "--model", model)
    assert done.code == 2
    assert "some.model" in done.err


def test_decisions_about_articles_that_changed_are_left_out_and_told(reader: Command, tmp_path: Path) -> None:
    folder, decided = tmp_path / "port", tmp_path / "decided.jsonl"
    folder.mkdir()
    port = articles(PORT, KNOWN, 2)
    for row in port:
        (folder / str(row["id"])).write_text(str(row["text"]), "utf-8")
    review(folder, port, "")
    reader("export", folder, "--include", "annotations,decisions", "-o", decided)
    (folder / "00.txt").write_text("Il pleut, et rien de plus n’est arrivé au port ce matin.", "utf-8")
    words = ("train", "entities", decided, "-o", tmp_path / "new.model")
    assert "Say where the articles are" in reader(*words).err
    done = reader(*words, "--articles", folder)
    assert done.code == 1
    assert re.search(r"left out: \d decisions? in articles", done.err)
    assert (tmp_path / "new.model").exists()


def test_without_the_trainer_a_sentence_says_how_to_get_it(
    reader: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    gold = written(tmp_path / "gold.jsonl", articles(NEWS, WORDS, 5))
    done = reader("train", "entities", gold, "-o", tmp_path / "new.model")
    assert done.code == 2
    assert "pip install 'reader-tui[train]'" in done.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["gold.jsonl", "-o", "gold.jsonl"], "is no model"),
        (["gold.jsonl", "-o", "nowhere/new.model"], "no folder nowhere"),
        (["gold.jsonl", "-o", "new.model", "--where", "split"], "no condition"),
        (["gold.jsonl", "-o", "new.model", "--where", "split=x"], "nothing to learn"),
        (["gold.jsonl", "-o", "new.model", "--weight", "0"], "from 1 to 1000"),
        (["missing.jsonl", "-o", "new.model"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_written(
    reader: Command, tmp_path: Path, words: list[str], why: str
) -> None:
    pytest.importorskip("pycrfsuite", reason="python-crfsuite (the extra train) is not installed")
    gold = written(tmp_path / "gold.jsonl", articles(NEWS, WORDS, 5))
    before = gold.read_bytes()
    done = reader("train", "entities", *words)
    assert done.code == 2
    assert why in done.err
    assert gold.read_bytes() == before
    assert not (tmp_path / "new.model").exists()
