from __future__ import annotations

import pytest

from reader.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Un sommet aura lieu.", "Il se tiendra à Budapest.", "Rien n'est sûr"],
        ["M. Trump a vu J. Biden.", "Il est reparti."],
        ["Mme Royal et le Dr. Martin sont là.", "Ils parlent."],
        ["J.-Y. Le Drian a parlé.", "La séance est levée."],
        ["Le plan B.", "Il faut y penser."],
        ["Le taux est de 3.5 points.", "Il baisse."],
        ["C'est le no 5.", "Puis vient le no 6."],
        ["Voir p. 5, art. 7 et no. 12 du texte.", "Fin."],
        ["En 2016.", "Il partit."],
        ["Des pommes, des poires, etc. 12 en tout"],
        ["Des pommes, etc.", "Il en reste."],
        ["L’O.N.U. a parlé.", "Rien."],
        ["U.S. Steel a gagné.", "Bien."],
        ["Cela date du IIe siècle av. J.-C.", "Les ruines sont belles."],
        ["« Non ! » a-t-il dit.", "Puis il sortit."],
        ["« Quoi ? » demanda-t-elle.", "Rien."],
        ["« C'est fini.", "Nous partons. »", "Il se tut."],
        ["Il l'a dit «très net.»", "Puis rien."],
        ["Il l'a dit “très net.”", "Puis rien."],
        ['Il l\'a dit "très net."', "Puis rien."],
        ["Vraiment ?!", "Oui…", "Peut-être."],
        ["Puis… rien.", "Si..."],
        ["« Nous (…) partons. »", "Bien."],
        ["Il a dit [...] Rien"],
        ["1. Premier point.", "2. Second point."],
        ["24 janvier 2016 .", "– Le système compterait neuf planètes ."],
        ["Une phrase.[1]", "Une autre."],
        ["Il part !\u00a0»", "Elle reste."],
        ["Le site lemonde.fr l'écrit.", "Rien."],
        ["Rien.", "À Paris."],
        ["没有。", "有。"],
    ],
)
def test_a_line_is_cut_into_its_sentences(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_spans_have_no_outer_white_space() -> None:
    assert cut("  \u00a0Un.   Deux. \t") == ["Un.", "Deux."]


def test_what_has_no_word_stays_with_the_sentence_before() -> None:
    assert cut("1er janvier 2016, 14h30 . –") == ["1er janvier 2016, 14h30 . –"]
    assert cut("Rien. * * *") == ["Rien. * * *"]
    assert cut("… … Rien.") == ["… … Rien."]


def test_a_blank_line_has_no_sentence() -> None:
    assert cut("") == []
    assert cut(" \u202f ") == []


@pytest.mark.parametrize("unit", ["! ", "a. ", "« ", " .", "… ", "A. ", "。"])
def test_a_long_line_of_anything_is_cut_in_linear_time(unit: str) -> None:
    text = unit * 50_000
    assert "".join(cut(text)).replace(" ", "") == text.replace(" ", "")
