from __future__ import annotations

import pytest

from reader.recognition.claims.dialogue import with_dialogue
from reader.recognition.claims.quotes import quotations


def inner(text: str) -> list[str]:
    return [one.inner.of(text) for one in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Il dit « oui, demain ».",
        "Il dit «\u00a0oui, demain\u00a0».",
        "Il dit “oui, demain”.",
        'Il dit "oui, demain".',
    ],
)
def test_the_words_between_marks_come_without_the_marks_and_their_spaces(text: str) -> None:
    assert inner(text) == ["oui, demain"]


def test_a_quotation_inside_another_belongs_to_the_outer_one() -> None:
    assert inner("« Il a crié « au feu » hier » et « rien »") == ["Il a crié « au feu » hier", "rien"]


def test_a_mark_that_is_never_closed_gives_nothing() -> None:
    assert inner("Un « oubli.\nPuis « tout va bien ».") == ["tout va bien"]


def test_each_paragraph_of_a_long_quotation_may_repeat_the_opening_mark() -> None:
    assert inner("« Premier point.\n« Second point. »") == ["Premier point.\n« Second point."]


def test_an_inch_sign_alone_on_its_line_opens_nothing() -> None:
    assert inner('Un écran de 15" est arrivé.\nElle dit "bien".') == ["bien"]


def test_lines_of_speech_end_before_their_incise() -> None:
    text = "— Vous partez donc demain, demanda-t-il.\n— Oui, je pars demain matin !\nIl se tut."
    assert [one.inner.of(text) for one in with_dialogue(text, ())] == [
        "Vous partez donc demain",
        "Oui, je pars demain matin !",
    ]


def test_a_signature_after_a_dash_is_no_speech() -> None:
    text = "Fin du texte.\n— Jeanne Martin , maire de Brioude"
    assert with_dialogue(text, ()) == ()
