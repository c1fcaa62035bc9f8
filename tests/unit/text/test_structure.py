from __future__ import annotations

import pytest

from reader.model import Span
from reader.text.blocks import LONGEST
from reader.text.structure import TextMap

TEXT = "Un titre\n\n  L’Ukraine attend. Elle espère, dit-on, la paix.  \n \nFin"


def at(text: str, words: str) -> int:
    return text.index(words)


def test_lines_are_found_by_offset_and_a_newline_ends_its_own_line() -> None:
    text_map = TextMap("un\n\ntrois")
    assert list(text_map.line_starts) == [0, 3, 4]
    assert [text_map.line_of(offset) for offset in range(10)] == [0, 0, 0, 1, 2, 2, 2, 2, 2, 2]


def test_only_a_newline_ends_a_line() -> None:
    assert list(TextMap("a\u2028b\x85c\x0cd\re").line_starts) == [0]
    assert list(TextMap("").line_starts) == [0]
    assert list(TextMap("a\n").line_starts) == [0, 2]


def test_a_paragraph_is_its_line_without_outer_space() -> None:
    text_map = TextMap(TEXT)
    paragraph = text_map.paragraph_at(at(TEXT, "espère"))
    assert paragraph.of(TEXT) == "L’Ukraine attend. Elle espère, dit-on, la paix."
    assert text_map.paragraph_at(at(TEXT, "  L’")) == paragraph
    assert len(text_map.paragraph_at(at(TEXT, "\n\n") + 1)) == 0


def test_the_ladder_of_selection_has_its_steps() -> None:
    text_map = TextMap(TEXT)
    offset = at(TEXT, "dit-on") + 1
    word = text_map.word_at(offset)
    assert word is not None
    steps = [word, text_map.clause_at(offset), text_map.sentence_at(offset), text_map.paragraph_at(offset)]
    assert [step.of(TEXT) for step in steps] == [
        "dit-on",
        "dit-on",
        "Elle espère, dit-on, la paix.",
        "L’Ukraine attend. Elle espère, dit-on, la paix.",
    ]


def test_the_space_after_a_sentence_belongs_to_it() -> None:
    text_map = TextMap(TEXT)
    assert text_map.sentence_at(at(TEXT, " Elle")).of(TEXT) == "L’Ukraine attend."
    assert text_map.sentence_at(at(TEXT, "  L’")).of(TEXT) == "L’Ukraine attend."


def test_a_separator_belongs_to_the_clause_before_it() -> None:
    text_map = TextMap(TEXT)
    assert text_map.clause_at(at(TEXT, ", dit")).of(TEXT) == "Elle espère"
    assert text_map.clause_at(at(TEXT, ", la")).of(TEXT) == "dit-on"


def test_inside_brackets_the_inner_clause_counts() -> None:
    text = "À Valence (Drôme), il pleut."
    text_map = TextMap(text)
    assert text_map.clause_at(at(text, "Drôme")).of(text) == "Drôme"
    assert text_map.clause_at(at(text, "Valence")).of(text) == "À Valence (Drôme)"


def test_a_word_is_exact_at_elisions_and_punctuation() -> None:
    text = "«L’Ukraine», dit-il"
    text_map = TextMap(text)
    words = [text_map.word_at(offset) for offset in range(len(text) + 1)]
    assert [word.of(text) if word else None for word in words] == [
        None, "L’", "L’", *["Ukraine"] * 7, None, None, None, *["dit-il"] * 7,
    ]  # fmt: skip


def test_at_the_end_of_a_line_the_word_that_ends_there_counts() -> None:
    text_map = TextMap("un mot\ndeux mots.")
    assert text_map.word_at(6) == Span(3, 6)
    assert text_map.word_at(17) is None


def test_blank_texts_have_nothing_and_move_nowhere() -> None:
    for text in ("", "\n", " \n \n"):
        text_map = TextMap(text)
        assert text_map.word_at(0) is None
        assert len(text_map.sentence_at(0)) == 0
        assert len(text_map.clause_at(0)) == 0
        assert list(text_map.sentences()) == []
        assert text_map.next_word(0) == text_map.next_sentence(0) == text_map.next_paragraph(0) == len(text)
        assert text_map.previous_word(len(text)) == text_map.previous_paragraph(len(text)) == 0


def test_moves_go_from_start_to_start_over_blank_lines() -> None:
    text_map = TextMap(TEXT)
    ukraine, fin = at(TEXT, "L’"), at(TEXT, "Fin")
    assert text_map.next_word(at(TEXT, "titre")) == ukraine
    assert text_map.next_word(ukraine) == ukraine + 2
    assert text_map.previous_word(ukraine) == at(TEXT, "titre")
    assert text_map.next_sentence(ukraine) == at(TEXT, "Elle")
    assert text_map.next_sentence(at(TEXT, "espère")) == fin
    assert text_map.previous_sentence(at(TEXT, "espère")) == at(TEXT, "Elle")
    assert text_map.previous_sentence(ukraine) == 0
    assert text_map.next_paragraph(0) == ukraine
    assert text_map.next_paragraph(ukraine) == fin
    assert text_map.next_paragraph(fin) == len(TEXT)
    assert text_map.previous_paragraph(fin) == ukraine
    assert text_map.previous_paragraph(ukraine + 5) == ukraine
    assert text_map.previous_paragraph(ukraine) == 0


def test_a_line_far_longer_than_a_block_is_cut_between_sentences() -> None:
    text = "Le mot est dit. " * (LONGEST // 4)
    text_map = TextMap(text)
    cut = list(text_map.sentences())
    assert {sentence.of(text) for sentence in cut} == {"Le mot est dit."}
    assert len(cut) == LONGEST // 4
    offset, steps = 0, 0
    while offset < len(text):
        offset, steps = text_map.next_sentence(offset), steps + 1
    assert steps == LONGEST // 4
    assert text_map.next_paragraph(0) == len(text)
    assert text_map.previous_paragraph(len(text)) == 0


def test_a_line_of_one_endless_word_is_still_walked() -> None:
    text = "a" * (3 * LONGEST)
    text_map = TextMap(text)
    assert text_map.next_word(0) <= len(text)
    assert text_map.word_at(5) is not None


REST = "La rencontre annoncée n’aura finalement pas lieu. Prévue à Vienne, elle devait durer."


@pytest.mark.parametrize(
    "header",
    [
        " date 2025-10-31 ",
        "Date : 31/10/2025 ",
        "\nPublié le 31 octobre 2025  ",
        "Published on 2025-10-31\t",
        "Date de publication : vendredi 31 octobre 2025 ",
        "Publiée le vendredi 31 octobre 2025 ",
        "Published on October 31, 2025 ",
        "Posted on 31st of October, 2025 ",
        "Date 31-10-2025 ",
        "date 2025-10-31\u202f",
        "Publié le 31\u202foctobre\u202f2025\u202f",
    ],
)
def test_a_header_on_the_line_of_the_text_is_no_part_of_its_paragraph(header: str) -> None:
    text = f"{header}{REST}\n\nLa suite."
    text_map = TextMap(text)
    assert text_map.paragraph_at(at(text, "Vienne")).of(text) == REST
    assert text_map.sentence_at(at(text, "rencontre")).of(text) == REST.partition(" Prévue")[0]
    assert text_map.paragraph_at(at(text, "2025")).of(text) == header.strip()
    assert text_map.sentence_at(at(text, "2025")).of(text) == header.strip()
    start = at(text, "La rencontre")
    assert text_map.next_paragraph(at(text, "2025")) == start
    assert text_map.next_paragraph(start) == at(text, "La suite")
    assert text_map.previous_paragraph(at(text, "La suite")) == start
    assert text_map.previous_paragraph(start) == len(text) - len(text.lstrip())
    assert text_map.next_sentence(at(text, "2025")) == start
    assert "".join("".join(span.of(text).split()) for span in text_map.sentences()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "date 2025-10-31\n\nLa rencontre annoncée n’aura finalement pas lieu.",
        "La date du 31 octobre 2025 reste dans toutes les mémoires des habitants.",
        "Date limite de l’accord que les deux pays ont signé au printemps.",
        "date 2025-10-31 à 10 heures, mis à jour deux heures plus tard par la rédaction.",
        "date 2025-10-31 Court.",
        "",
    ],
)
def test_what_only_looks_like_a_header_on_its_line_parts_nothing(text: str) -> None:
    first_line = text.partition("\n")[0]
    assert TextMap(text).paragraph_at(0).of(text) == first_line


@pytest.mark.parametrize("fields", ["Titre : Le sommet\n", "Titre : Le sommet\nSource : AFP\n\n"])
def test_a_header_below_other_header_lines_is_no_part_of_the_paragraph(fields: str) -> None:
    text = f"{fields}date 2025-10-31 {REST}"
    text_map = TextMap(text)
    assert text_map.paragraph_at(at(text, "Vienne")).of(text) == REST
    assert text_map.paragraph_at(at(text, "2025")).of(text) == "date 2025-10-31"
    assert text_map.paragraph_at(0).of(text) == "Titre : Le sommet"
