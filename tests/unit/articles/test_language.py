from __future__ import annotations

import pytest

from reader.articles.language import language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le président a reçu son homologue et ils ont parlé de la guerre."),
        ("fr", "LE SOMMET DE BUDAPEST EST ANNULÉ PAR LE PRÉSIDENT"),
        ("en", "The president met his counterpart and they spoke about the war."),
        ("de", "Der Präsident hat mit der Regierung über die Lage in der Ukraine gesprochen."),
        ("es", "El presidente ha hablado con el gobierno sobre la situación en el país."),
        ("it", "Il presidente ha parlato con il governo della situazione nel paese."),
        ("nl", "De president heeft met de regering over de situatie in het land gesproken."),
        ("pt", "O presidente falou com o governo sobre a situação no país e não está de acordo."),
        ("und", "Trump Poutine Budapest"),
        ("und", "Владимир Путин сказал, что встреча состоится."),
        ("und", "12 % 2025 !!"),
        ("und", ""),
    ],
)
def test_a_language_is_told_by_its_common_words(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Selon l’agence, le ministre aurait quitté Vienne mardi dernier.", "fr"),
        ("Le palais dément toute rencontre.", "fr"),
        ("The palace denies any meeting.", "en"),
        ("Budapest, Vienne, Berlin", "und"),
    ],
)
def test_a_dispatch_of_one_line_has_a_language_where_its_small_words_tell(text: str, language: str) -> None:
    assert language_of(text) == language


def test_what_is_quoted_in_another_language_does_not_tell() -> None:
    text = (
        "Le ministre a déclaré lundi que les discussions continueraient avec ses voisins. "
        '"We are ready and we will be there," a dit le président, "for as long as it takes."'
    )
    assert language_of(text) == "fr"
