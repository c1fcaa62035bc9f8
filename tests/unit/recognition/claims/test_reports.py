from __future__ import annotations

import pytest

from tests.unit.recognition.claims.articles import claims_of, told


@pytest.mark.parametrize(
    ("text", "clause", "source"),
    [
        ("Paul Martin a déclaré que le pont était sûr.", "le pont était sûr", "Paul Martin"),
        (
            "Le maire de Brioude a assuré hier soir à la presse que tout allait bien.",
            "tout allait bien",
            "le maire de Brioude",
        ),
        (
            "Anne Leduc, ministre de la Mer, a, dimanche 3 mars, annoncé que le port rouvrait.",
            "le port rouvrait",
            "Anne Leduc",
        ),
        (
            "Le ministre de la Mer, Anne Leduc, a fait savoir que le port rouvrait.",
            "le port rouvrait",
            "Anne Leduc",
        ),
        ("Les pêcheurs affirment ne pas avoir été prévenus.", "ne pas avoir été prévenus", "les pêcheurs"),
        ("Selon l'agence Rapide, trois navires ont coulé.", "trois navires ont coulé", "Rapide"),
        ("Trois navires ont coulé, d'après les secours.", "Trois navires ont coulé", "les secours"),
        (
            "Trois navires ont coulé, a annoncé le ministère de la Mer.",
            "Trois navires ont coulé",
            "le ministère de la Mer",
        ),
        ("De nombreux experts estiment que la digue cédera.", "la digue cédera", "de nombreux experts"),
        ("Beaucoup craignent que la digue ne cède.", "la digue ne cède", "beaucoup"),
    ],
)
def test_a_reported_clause_comes_with_its_source(text: str, clause: str, source: str) -> None:
    assert told(text) == [("indirect", clause, source)]


def test_two_clauses_joined_by_et_que_are_two_claims() -> None:
    text = "Paul Martin précise que le pont est fermé et que les bus sont détournés."
    assert [words for _, words, _ in told(text)] == ["le pont est fermé", "les bus sont détournés"]


def test_a_second_report_of_the_same_speaker_ends_the_first() -> None:
    text = "Paul Martin a averti que la digue céderait, tout en assurant que les habitants seraient prévenus."
    assert told(text) == [
        ("indirect", "la digue céderait", "Paul Martin"),
        ("indirect", "les habitants seraient prévenus", "Paul Martin"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On sait que la digue est vieille.",
        "Il faut rappeler que la digue est vieille.",
        "Le maire n'a pas précisé que la digue était vieille.",
        "L'étude, plus longue que prévu, est finie.",
        "Il note alors plus que les autres.",
        "Ils se trouvent sur le quai que la mer a couvert.",
        "Classés selon leur taille, les bateaux attendent.",
    ],
)
def test_what_nobody_says_is_no_claim(text: str) -> None:
    assert told(text) == []


def test_rumour_wins_over_the_report_and_keeps_its_source() -> None:
    text = "Selon les secours, le bateau aurait coulé."
    assert told(text) == [("conditional", "le bateau aurait coulé", "les secours")]


def test_a_rumour_of_a_report_is_nested() -> None:
    text = "Selon Le Courrier, Paul Martin aurait signalé au préfet que la digue cédait."
    assert told(text) == [
        ("conditional", "Paul Martin aurait signalé au préfet que la digue cédait", "Courrier"),
        ("indirect", "la digue cédait", "Paul Martin"),
    ]


def test_a_noun_reports_too() -> None:
    text = "Le principal argument avancé par Paul Martin était que la digue tiendrait."
    assert told(text) == [("indirect", "la digue tiendrait", "Paul Martin")]


def test_what_somebody_announced_is_a_claim_of_lower_score() -> None:
    (claim,) = claims_of("Paul Martin a annoncé le départ de la flotte.")
    assert (claim.text, claim.source) == ("le départ de la flotte", "Paul Martin")
    assert claim.score < 0.7


def test_the_cue_shows_the_verb_or_the_head() -> None:
    text = "Selon Paul Martin, la digue tient. Anne Leduc a ensuite précisé qu'elle fuit."
    assert [one.cue.of(text) for one in claims_of(text) if one.cue] == [
        "Selon Paul Martin",
        "a ensuite précisé",
    ]


@pytest.mark.parametrize(
    ("text", "clause", "source"),
    [
        (
            "Six marins ont péri, ont annoncé le 26 mars les secours norvégiens.",
            "Six marins ont péri",
            "les secours norvégiens",
        ),
        ("Trois dépôts sont fermés, comme le rapporte Radio Cap.", "Trois dépôts sont fermés", "Radio Cap"),
        (
            "Le ministère de la Mer, selon lequel la digue est sûre, ferme le port.",
            "la digue est sûre",
            "le ministère de la Mer",
        ),
        ("D'après ce que Paul Martin affirme, la digue tient.", "la digue tient", "Paul Martin"),
        ("Le maire affirme tout de même que la digue tient.", "la digue tient", "le maire"),
        ("Le maire craint ainsi que la digue ne cède.", "la digue ne cède", "le maire"),
        ("Le maire a dans la foulée annoncé que le port fermait.", "le port fermait", "le maire"),
        ("Paul Martin a un temps assuré que la digue tenait.", "la digue tenait", "Paul Martin"),
        ("Paul Martin, annonce lui, lundi, qu'il partira.", "il partira", "Paul Martin"),
        (
            "L'étude, encore en cours, des pierres a révélé que la digue fuit.",
            "la digue fuit",
            "l'étude",
        ),
        (
            "Le bilan est, selon les secours, de trois morts.",
            "Le bilan est, selon les secours, de trois morts",
            "les secours",
        ),
        (
            "Selon Cap Info, les marins, lors de la tempête, ont jeté leurs filets.",
            "les marins, lors de la tempête, ont jeté leurs filets",
            "Cap Info",
        ),
    ],
)
def test_a_report_is_found_across_what_stands_between(text: str, clause: str, source: str) -> None:
    assert told(text) == [("indirect", clause, source)]


def test_a_report_ends_where_the_speaker_goes_on() -> None:
    text = "Anne Leduc déclare que la fermeture est une erreur en accusant le maire de mentir."
    assert told(text) == [("indirect", "la fermeture est une erreur", "Anne Leduc")]


def test_what_somebody_will_say_has_not_been_said() -> None:
    assert [
        status for status, _, _ in told("Le maire profite de la fête pour annoncer sa candidature.")
    ] == []


def test_a_participle_after_a_comma_speaks_for_the_subject() -> None:
    text = "Face au danger, Paul Martin quitte le port, estimant que la digue cédera."
    assert told(text) == [("indirect", "la digue cédera", "Paul Martin")]


@pytest.mark.parametrize(
    "verb",
    [
        "dévoile",
        "prétexte",
        "martèle",
        "rétorque",
        "sous-entend",
        "concède",
        "professe",
        "laisse entendre",
        "pressent",
        "gage",
    ],
)
def test_many_verbs_report(verb: str) -> None:
    assert told(f"Paul Martin {verb} que la digue fuit.") == [("indirect", "la digue fuit", "Paul Martin")]


def test_a_noun_that_looks_like_a_verb_reports_nothing() -> None:
    assert told("Paul Martin, critique musical, est parti lundi.") == []


def test_a_reflexive_verb_reports_with_que_and_not_with_a_relative_clause() -> None:
    assert told("Paul Martin s'est félicité que la digue tienne.") == [
        ("indirect", "la digue tienne", "Paul Martin")
    ]
    assert told("Paul Martin s'est plaint de l'accueil qu'il avait reçu.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Paul Martin espère gagner la régate.",
        "En espérant lui plaire, Paul Martin a repeint le bateau.",
        "Le résultat est loin du succès qu'escomptait Paul Martin.",
        "Un séisme de magnitude 4,6 (4,8 selon l'institut) a touché le port.",
        "Paul Martin, parti hier selon sa mère, est rentré.",
    ],
)
def test_wishes_and_asides_state_nothing(text: str) -> None:
    assert told(text) == []


def test_an_infinitive_ends_before_the_next_verb_of_its_subject() -> None:
    text = "Les pêcheurs annoncent avoir repris la mer et saluent la foule."
    assert told(text) == [("indirect", "avoir repris la mer", "les pêcheurs")]


def test_an_infinitive_outside_the_marks_makes_a_report_of_its_own() -> None:
    text = "Le parquet a affirmé commencer un travail pour « améliorer la vie au port »."
    assert [status for status, _, _ in told(text)] == ["indirect", "quote"]


def test_a_report_ends_before_what_the_author_adds() -> None:
    text = "Paul Martin a dit que la digue cédait, ce qui inquiète le port."
    assert told(text) == [("indirect", "la digue cédait", "Paul Martin")]


def test_an_indefinite_plural_can_speak() -> None:
    assert told("Des témoins assurent que la digue fuit.") == [("indirect", "la digue fuit", "des témoins")]
