from __future__ import annotations

import pytest

from reader.model import Span
from reader.text.folding import find_folded, fold, fold_key


def found(text: str, query: str) -> list[str]:
    return [span.of(text) for span in find_folded(text, query)]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Viktor Orbán, ORBÁN et Orba\u0301n", "orban", ["Orbán", "ORBÁN", "Orba\u0301n"]),
        ("l’Ukraine et L'Ukraine", "l'ukraine", ["l’Ukraine", "L'Ukraine"]),
        ("la Maison\nBlanche", "maison blanche", ["Maison\nBlanche"]),
        ("10\u00a0000\u202f€", "10 000 €", ["10\u00a0000\u202f€"]),
        ("une manœuvre", "oeuvre", ["œuvre"]),
        ("une manoeuvre", "manœuvre", ["manoeuvre"]),
        ("Straße", "strasse", ["Straße"]),
        ("of\ufb01ce", "office", ["of\ufb01ce"]),
        ("Iouri Łukasz Ørsted", "lukasz orsted", ["Łukasz Ørsted"]),
        ("cessez\u2011le\u2010feu", "cessez-le-feu", ["cessez\u2011le\u2010feu"]),
        ("la Maison Blanche, la Maison-Blanche", "maison-blanche", ["Maison Blanche", "Maison-Blanche"]),
        (
            "la Maison-\nBlanche, Maison\u2011Blanche",
            "maison blanche",
            ["Maison-\nBlanche", "Maison\u2011Blanche"],
        ),
        ("cessez le\u00a0feu, cessez-le-feu", "cessez-le feu", ["cessez le\u00a0feu", "cessez-le-feu"]),
        ("cessez - le feu", "cessez-le-feu", []),
        ("il vient — demain, il vient demain", "vient - demain", ["vient — demain"]),
        ("il vient--demain", "vient -- demain", ["vient--demain"]),
        ("celui-ci ici", "-ci", ["-ci"]),
        ("Saint-Malo, saint homme", "saint-", ["Saint-"]),
        ("a - b", "-", ["-"]),
        ("négo\u00adciation", "negociation", ["négo\u00adciation"]),
        ("« mot »", '" mot "', ["« mot »"]),
        ("1ᵉʳ mars", "1er", ["1ᵉʳ"]),
        ("Τέλος", "τελοσ", ["Τέλος"]),
        ("한국의", "한국", ["한국"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("œ", "o", ["œ"]),
        ("ß", "s", ["ß"]),
        ("mot", "", []),
        ("mot", "  ", []),
        ("", "mot", []),
        ("a.c abc", "a.c", ["a.c"]),
    ],
)
def test_a_query_finds_what_a_reader_means(text: str, query: str, hits: list[str]) -> None:
    assert found(text, query) == hits


def test_a_hit_covers_whole_graphemes() -> None:
    assert found("e\u0301\u0323t", "e") == ["e\u0301\u0323"]
    assert found("👩\u200d💻", "💻") == ["👩\u200d💻"]
    assert find_folded("e\u0301te\u0301", "te") == [Span(2, 5)]


def test_a_text_without_uneven_letters_needs_no_map() -> None:
    folded = fold("L’Été À PARIS")
    assert folded.text == "l'ete a paris"
    assert folded.uneven == ()


def test_offsets_lead_back_past_letters_that_grow_or_vanish() -> None:
    text = "cœur e\u0301mu, Straße"
    folded = fold(text)
    assert folded.text == "coeur emu, strasse"
    at = folded.text.index("emu")
    assert folded.span(at, at + 3).of(text) == "e\u0301mu"
    assert folded.span(at, at) == Span(text.index("e\u0301"), text.index("e\u0301"))
    assert folded.span(0, len(folded.text)) == Span(0, len(text))


def test_newlines_stay_and_other_spaces_become_plain() -> None:
    assert fold("a\u00a0b\nc\td\u2009e").text == "a b\nc d e"


def test_keys_of_spellings_of_one_name_are_equal() -> None:
    assert fold_key("  L’Œuvre\u00a0 ÉTÉ\n") == "l'oeuvre ete"
    assert fold_key("Orba\u0301n") == fold_key("ORBÁN") == "orban"


def test_lone_surrogates_and_every_mark_fold_without_error() -> None:
    text = "".join(map(chr, range(0x300, 0x370))) + "\ud800a"
    assert find_folded(text, "a") == [Span(len(text) - 1, len(text))]
