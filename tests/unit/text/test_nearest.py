from __future__ import annotations

import pytest

from reader.text.nearest import did_you_mean, nearest

KNOWN = ("export", "import", "recognize", "search")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("exprot", "export"), ("IMPORT", "import"), ("recognise", "recognize"), ("zzz", ""), ("", "")],
)
def test_the_word_most_like_it_is_meant(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant


def test_a_sentence_ends_in_a_question_or_a_full_stop() -> None:
    assert did_you_mean("serach", KNOWN) == "; did you mean “search”?"
    assert did_you_mean("zzz", KNOWN) == "."
