"""Single places carried from an older text into a newer one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring.offsets import carried

OLD = "Le sommet est annoncé.\n\nAnna Kovacs a parlé à Vienne.\n\nTout finit bien."


@pytest.mark.parametrize("words", ["Le sommet", "annoncé", "Kovacs", "ovacs", " parlé", ".\n\nTout", "bien"])
def test_a_place_stays_before_its_words(words: str) -> None:
    new = "Mis à jour.\n\n" + OLD.replace("Anna", "La ministre Anna")
    assert new[carried(OLD.index(words), OLD, new) :].startswith(words)


def test_a_place_in_words_that_are_gone_goes_where_they_were() -> None:
    new = OLD.replace("Anna Kovacs a parlé à Vienne.\n\n", "")
    at = carried(OLD.index("parlé"), OLD, new)
    assert OLD.index("annoncé") < at <= new.index("Tout")


def test_the_end_of_the_text_is_the_end_of_its_last_word() -> None:
    assert carried(len(OLD), OLD, "Avant. " + OLD) == len(OLD) + 7


def test_in_another_text_altogether_the_place_is_kept_as_far_as_there_is_text() -> None:
    assert carried(10, "un deux trois", "") == 0
    assert carried(3, "un deux trois", "quelque chose d’autre") == 3


words = st.text(st.sampled_from("ab é\n.’"), max_size=40)


@given(words, words, st.data())
def test_every_place_has_one_in_the_new_text(old: str, new: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(old)))
    assert 0 <= carried(offset, old, new) <= len(new)
    assert carried(offset, old, old) == offset
