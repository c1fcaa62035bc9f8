from __future__ import annotations

from reader.model import Span
from tests.unit.recognition.dates.helpers import found, values


def test_the_day_after_names_the_date_it_is_reckoned_from() -> None:
    text = "Le 16 octobre 2025, ils se sont parlé. Ils se voient dès le lendemain."
    first, second = found(text, None)
    assert (second.text, second.value) == ("le lendemain", "2025-10-17")
    assert second.reason == "the day after 16 octobre 2025 (line 1)"
    assert second.anchor == first.span
    assert second.reference == "2025-10-16"


def test_the_week_after_does_not_hide_the_day_before_it() -> None:
    text = "Le 16 octobre 2025, il parle.\nOn se voit la semaine suivante, et même dès le lendemain."
    assert [e.value for e in found(text)] == ["2025-10-16", "2025-W43", "2025-10-17"]


def test_a_chain_goes_from_link_to_link() -> None:
    text = "Il est mort le 4 mars 2010. Deux jours plus tôt, il riait. Le surlendemain, on l'enterre."
    assert [e.value for e in found(text)] == ["2010-03-04", "2010-03-02", "2010-03-04"]


def test_later_years_keep_the_grain_of_the_words() -> None:
    assert [e.value for e in found("Il gagne en 2008 et perd quatre ans plus tard.")] == ["2008", "2012"]


def test_the_same_year_is_that_of_the_text() -> None:
    assert [e.value for e in found("Il gagne en 1969. Il se marie cette même année.")] == ["1969", "1969"]


def test_an_hour_belongs_to_the_day_that_is_told() -> None:
    text = "Samedi 11 octobre, un camion a pris feu. La route a rouvert vers midi."
    assert [e.value for e in found(text)] == ["2025-10-11", "2025-10-11T12:00"]


def test_the_eve_of_a_named_day_is_one_expression() -> None:
    (eve,) = found("Il a neigé la veille de Noël 2020.")
    assert (eve.text, eve.value) == ("la veille de Noël 2020", "2020-12-24")


def test_what_is_reckoned_from_the_article_points_at_the_header() -> None:
    from reader.recognition.dates.finding import find

    header = Span(0, 10)
    text = "2025-10-31\nIl a parlé hier."
    yesterday = find(text, "2025-10-31", "fr", header)[1]
    assert (yesterday.value, yesterday.anchor, yesterday.reference) == ("2025-10-30", header, "2025-10-31")
    assert yesterday.reason == "the day before the article's date 2025-10-31"


def test_demain_mardi_is_one_day() -> None:
    assert [e.value for e in found("Il ira à Matignon demain vendredi.")] == ["2025-10-17", "2025-10-17"]


def test_without_a_reference_date_nothing_is_guessed() -> None:
    text = "Hier, il a dit que la semaine dernière, le 3 mars, en été 2020 et lundi comptaient."
    expressions = found(text, None)
    assert [(e.text, e.value) for e in expressions] == [
        ("Hier", ""),
        ("la semaine dernière", ""),
        ("3 mars", "XXXX-03-03"),
        ("été 2020", "2020-SU"),
        ("lundi", "XXXX-WXX-1"),
    ]
    assert all(e.reason.startswith("not fixed") for e in expressions if e.text != "été 2020")


def test_hours_later_without_a_time_of_day_stay_open() -> None:
    (later,) = found("Il est revenu trois heures plus tard.")
    assert later.value == "XXXX-XX-XXTXX"
    assert later.reason.startswith("not fixed: no time of day")


def test_hours_later_are_reckoned_from_a_told_hour() -> None:
    assert [e.value for e in found("Le 3 mars 2024 à 23 h 30, il part. Deux heures plus tard, il dort.")] == [
        "2024-03-03T23:30",
        "2024-03-04T01:30",
    ]


def test_a_birth_year_in_brackets_is_no_story_year() -> None:
    text = "Anne Rey (née en 1965) a été nommée en septembre."
    assert [e.value for e in found(text)] == ["1965", "2025-09"]


def test_a_story_goes_on_in_its_own_year() -> None:
    text = "Remis le 2 novembre 2017, le mandat avait été retiré le 5 décembre."
    assert [e.value for e in found(text, "2018-03-25")] == ["2017-11-02", "2017-12-05"]


def test_since_points_back_even_beside_a_future() -> None:
    assert [
        e.value for e in found("Il sera jugé ; disparu depuis le mois de décembre, il devra parler.")
    ] == ["2024-12"]


def test_the_day_before_is_not_reckoned_from_an_earlier_past_told_in_passing() -> None:
    text = "Il est mort mardi, d'une chute qu'il avait faite le 4 octobre. Sa sœur avait appelé la veille."
    assert found(text)[-1].value == "2025-10-13"


def test_the_day_before_is_reckoned_from_that_past_while_its_sentence_lasts() -> None:
    text = "Il est mort mardi, d'une chute qu'il avait faite le 4 octobre, et non la veille."
    assert found(text)[-1].value == "2025-10-03"


def test_the_first_and_second_persons_tell_the_future_too() -> None:
    assert [e.value for e in found("« Nous ferons une annonce mercredi », dit-elle.")] == ["2025-10-22"]
    assert [e.value for e in found("« Je vais partir mercredi », dit-elle.")] == ["2025-10-22"]


def test_an_interval_of_hours_on_a_day_that_is_not_fixed_ends_on_no_other_day() -> None:
    text = "Dans les années 1980, la ville changea. Le lendemain, de 22 h à 4 h, elle dormit."
    assert values(text)[1] == ("Le lendemain, de 22 h à 4 h", "RANGE", "XXXX-XX-XXT22:00/XXXX-XX-XXT04:00")


def test_the_day_after_what_is_only_named_is_not_guessed() -> None:
    for text in (
        "Au lendemain du vote, la ville se tait.",
        "La veille des obsèques, elle chantait.",
        "La veille au soir de l’audience, il dînait.",
        "Samedi 4 octobre, au lendemain d’une grève, la gare est vide.",
    ):
        last = found(text)[-1]
        assert (last.value.startswith("2"), last.anchor) == (False, None), text
        assert last.reason == "not fixed: counted from what the next words name", text


def test_what_is_only_named_starts_no_chain() -> None:
    text = "Le 3 mars 2024, il vote. Au lendemain du vote, il part. Deux jours plus tard, il revient."
    assert [e.value for e in found(text)] == ["2024-03-03", "", "2024-03-05"]


def test_the_day_after_a_day_or_at_some_hour_is_fixed() -> None:
    assert values("Elle part la veille du 13 février 2024.")[0][2] == "2024-02-12"
    text = "Le 3 mars 2020, il signe. Le lendemain de bonne heure, il part."
    assert [e.value for e in found(text)] == ["2020-03-03", "2020-03-04"]
