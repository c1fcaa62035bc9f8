from __future__ import annotations

from reader.recognition.entities.consistency import agree, split_lists, without_address
from reader.recognition.entities.features import Word
from reader.recognition.entities.lexicon import Lexicon

PER, LOC = 0, 1


def words(text: str) -> list[Word]:
    return [Word(token, Lexicon()) for token in text.split()]


def test_a_missed_surname_is_the_person_named_in_full_elsewhere() -> None:
    found = agree(words("Paul Girardot vit ici . Girardot dort ."), [(0, 1, PER, 900)], 300)
    assert found == [(0, 1, PER, 900), (5, 5, PER, 0)]


def test_a_doubtful_label_gives_way_to_the_person_and_a_sure_one_does_not() -> None:
    text = words("Paul Girardot vit ici . Girardot dort .")
    assert agree(text, [(0, 1, PER, 900), (5, 5, LOC, 100)], 300)[1] == (5, 5, PER, 100)
    assert agree(text, [(0, 1, PER, 900), (5, 5, LOC, 500)], 300)[1] == (5, 5, LOC, 500)


def test_a_word_the_article_writes_in_lower_case_is_no_surname() -> None:
    text = words("Paul Boulanger vit ici . Boulanger est un boulanger .")
    assert agree(text, [(0, 1, PER, 900)], 300) == [(0, 1, PER, 900)]


def test_part_of_another_run_of_capitals_is_no_surname() -> None:
    text = words("Paul Girardot vit rue Girardot Est .")
    assert agree(text, [(0, 1, PER, 900)], 300) == [(0, 1, PER, 900)]


def test_a_list_with_commas_is_several_names() -> None:
    text = words("sur les A51 , A52 et A709 ce matin")
    assert split_lists(text, [(2, 6, LOC, 400)], lambda token: 3 if token == "A51" else None) == [
        (2, 2, 3, 400),
        (4, 4, LOC, 400),
        (6, 6, LOC, 400),
    ]


def test_a_name_without_a_comma_stays_whole() -> None:
    text = words("le ministère de l' Écologie et de l' Énergie")
    assert split_lists(text, [(1, 8, LOC, 400)], lambda _: None) == [(1, 8, LOC, 400)]


def test_a_form_of_address_is_no_part_of_a_person() -> None:
    text = words("Mme Morel et Mᵉ Petit , dit Me Anh à MM ")
    assert without_address(text, [(0, 1, PER, 900), (3, 4, PER, 500)]) == [(1, 1, PER, 900), (4, 4, PER, 500)]
    assert without_address(text, [(10, 10, PER, 90)]) == [(10, 10, PER, 90)]


def test_an_address_before_a_place_or_a_small_word_stays() -> None:
    text = words("Me Morel au Pr de Lyon")
    assert without_address(text, [(0, 1, LOC, 900), (3, 5, PER, 90)]) == [(0, 1, LOC, 900), (3, 5, PER, 90)]
