from __future__ import annotations

import pytest

from reader.model import Entity, EntityLabel, Span
from reader.recognition.entities.names import canonical_names, key_tokens, read_aliases

ALIASES = read_aliases("Maison-Blanche = Maison Blanche\nRussie = Fédération de Russie\n")


def names(text: str, *marked: tuple[str, str]) -> list[str]:
    """The canonical names of the marked words, found one after the other in the text."""
    entities, at = [], 0
    for words, label in marked:
        at = text.index(words, at)
        entities.append(Entity(Span(at, at + len(words)), words, EntityLabel(label), words))
        at += len(words)
    return canonical_names(text, entities, ALIASES)


def test_a_surname_is_the_full_name_before_or_after_it() -> None:
    text = "Kowalska arrive. Anna Kowalska parle. Kowalska part."
    assert set(names(text, ("Kowalska", "PER"), ("Anna Kowalska", "PER"), ("Kowalska", "PER"))) == {
        "Anna Kowalska"
    }


def test_a_full_name_in_capitals_is_the_name_in_running_text() -> None:
    assert names("ANNA KOWALSKA PARLE", ("ANNA KOWALSKA", "PER")) == ["Anna Kowalska"]


def test_capitals_of_titles_do_not_give_a_place_its_name_however_many() -> None:
    places = [("BRATISLAVA", "LOC"), ("BRATISLAVA", "LOC"), ("Bratislava", "LOC")]
    acronyms = [("ONU", "ORG"), ("ONU", "ORG"), ("Onu", "ORG")]
    text = "BRATISLAVA ATTEND. BRATISLAVA ESPÈRE. Il part pour Bratislava. L'ONU, l'ONU et l'Onu."
    assert names(text, *places, *acronyms) == ["Bratislava"] * 3 + ["ONU"] * 3


def test_a_surname_of_two_persons_is_nobody_in_particular() -> None:
    text = "Anna Kowalska et Jan Kowalska. Kowalska part."
    found = names(text, ("Anna Kowalska", "PER"), ("Jan Kowalska", "PER"), ("Kowalska", "PER"))
    assert found == ["Anna Kowalska", "Jan Kowalska", "Kowalska"]


@pytest.mark.parametrize("short", ["A. Kowalska", "Anna M. Kowalska", "ANNA KOWALSKA", "Anna  Kowalska"])
def test_initials_case_and_spaces_do_not_make_another_person(short: str) -> None:
    found = names(f"Anna Maria Kowalska. {short}.", ("Anna Maria Kowalska", "PER"), (short, "PER"))
    assert len(set(found)) == 1


@pytest.mark.parametrize("other", ["Zelenskyy", "Zelenski", "Zelensky", "Volodymyr Zelenskyy"])
def test_transliterations_of_one_name_are_one(other: str) -> None:
    assert names(f"Volodymyr Zelensky. {other}.", ("Volodymyr Zelensky", "PER"), (other, "PER")) == [
        "Volodymyr Zelensky",
        "Volodymyr Zelensky",
    ]


def test_an_acronym_is_the_long_form_with_its_initials() -> None:
    assert names("Le Daily Mirror ; le DM.", ("Daily Mirror", "ORG"), ("DM", "ORG"))[1] == "Daily Mirror"


def test_an_acronym_in_brackets_is_the_long_form_before_them() -> None:
    text = "L'Organisation du traité de Novgorod (OTAN) se réunit. L'OTAN décide."
    long_form = "Organisation du traité de Novgorod"
    assert names(text, (long_form, "ORG"), ("OTAN", "ORG"), ("OTAN", "ORG")) == [long_form] * 3


def test_brackets_alone_make_no_acronym() -> None:
    text = "Le Front populaire (CGT) se réunit."
    assert names(text, ("Front populaire", "ORG"), ("CGT", "ORG"))[1] == "CGT"


def test_what_a_name_stands_for_is_another_name() -> None:
    text = "Moscou, la Russie et le Kremlin."
    assert names(text, ("Moscou", "LOC"), ("Russie", "LOC"), ("Kremlin", "ORG")) == [
        "Moscou",
        "Russie",
        "Kremlin",
    ]


def test_a_known_spelling_is_given_in_its_usual_form() -> None:
    text = "La Maison Blanche et la Fédération de Russie."
    assert names(text, ("Maison Blanche", "ORG"), ("Fédération de Russie", "LOC")) == [
        "Maison-Blanche",
        "Russie",
    ]


def test_the_spelling_used_most_stands_for_the_others() -> None:
    text = "Saint-Étienne, Saint-Etienne, Saint-Étienne."
    marked = [("Saint-Étienne", "LOC"), ("Saint-Etienne", "LOC"), ("Saint-Étienne", "LOC")]
    assert set(names(text, *marked)) == {"Saint-Étienne"}


def test_a_typographic_apostrophe_and_a_line_break_are_no_difference() -> None:
    assert names("N’Djamena et Burkina\nFaso", ("N’Djamena", "LOC"), ("Burkina\nFaso", "LOC")) == [
        "N'Djamena",
        "Burkina Faso",
    ]


def test_a_name_without_letters_is_itself() -> None:
    assert names("« ! »", ("!", "MISC")) == ["!"]
    assert key_tokens("!") == ()


def test_many_names_take_no_quadratic_time() -> None:
    text = "\n".join(f"Prénom{at} Nom{at} et Nom{at}" for at in range(3_000))
    marked = [pair for at in range(3_000) for pair in ((f"Prénom{at} Nom{at}", "PER"), (f"Nom{at}", "PER"))]
    assert len(set(names(text, *marked))) == 3_000
