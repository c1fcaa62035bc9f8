from __future__ import annotations

import pytest

from reader.model import RELATIONS
from reader.text.relation_words import relation_words


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_relation_of_a_store_has_words_for_both_ends(relation: str) -> None:
    there, back = relation_words(relation), relation_words(relation, forward=False)
    assert "-" not in there + back
    assert there
    assert back


def test_the_two_ends_of_an_update_say_different_things() -> None:
    assert relation_words("updates") == "updates"
    assert relation_words("updates", forward=False) == "updated by"


def test_a_relation_of_ones_own_is_said_as_it_is() -> None:
    assert {relation_words("cause-de", forward=way) for way in (True, False)} == {"cause-de"}
