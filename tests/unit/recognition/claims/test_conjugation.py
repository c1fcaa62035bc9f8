from __future__ import annotations

import pytest

from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import lexicon


@pytest.mark.parametrize(
    ("form", "lemma", "mood"),
    [
        ("rappelle", "rappeler", Mood.PRESENT),
        ("répète", "répéter", Mood.PRESENT),
        ("annonça", "annoncer", Mood.PAST),
        ("jugeait", "juger", Mood.PAST),
        ("avertissent", "avertir", Mood.PRESENT),
        ("soutient", "soutenir", Mood.PRESENT),
        ("craignent", "craindre", Mood.PRESENT),
        ("reconnu", "reconnaître", Mood.PARTICIPLE),
        ("écrivait", "écrire", Mood.PAST),
        ("prétendrait", "prétendre", Mood.CONDITIONAL),
        ("affirmant", "affirmer", Mood.GERUND),
    ],
)
def test_a_form_is_led_back_to_its_verb(form: str, lemma: str, mood: Mood) -> None:
    assert (lemma, mood) in [(one.lemma, one.mood) for one in lexicon().verbs[form]]


def test_a_form_that_is_two_moods_has_both_readings() -> None:
    assert {one.mood for one in lexicon().verbs["dit"]} == {Mood.PRESENT, Mood.PARTICIPLE}
