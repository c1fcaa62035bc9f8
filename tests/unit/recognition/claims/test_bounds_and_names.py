"""Where reported clauses end, what is no rumour, and whom a short description means."""

from __future__ import annotations

import pytest

from reader.model import Entity, EntityLabel, Span
from reader.recognition.claims.lexicon import lexicon
from tests.unit.recognition.claims.articles import claims_of, told


@pytest.mark.parametrize(
    ("text", "clause", "source"),
    [
        ("Le maire de Brioude a précisé : la digue tiendra.", "la digue tiendra", "le maire de Brioude"),
        ("Le maire a répondu à la presse : il ne viendra pas.", "il ne viendra pas", "le maire"),
        (
            "Alors que le maire affirmait que la digue tenait, les habitants ont quitté le village.",
            "la digue tenait",
            "le maire",
        ),
        ("Le maire dénonce le fait que la digue fuit.", "la digue fuit", "le maire"),
        ("Paul Martin estime, lui, être victime du conseil.", "être victime du conseil", "Paul Martin"),
        (
            "Si Paul Martin, porte-parole du port, annonce en retour que la digue tient, le conseil doute.",
            "la digue tient",
            "Paul Martin",
        ),
        (
            "Selon des chercheurs, une algue du fleuve, la rousse, nettoie les digues.",
            "une algue du fleuve, la rousse, nettoie les digues",
            "des chercheurs",
        ),
    ],
)
def test_a_report_begins_and_ends_with_its_own_clause(text: str, clause: str, source: str) -> None:
    assert told(text) == [("indirect", clause, source)]


def test_what_stands_before_a_head_behind_et_is_the_authors() -> None:
    text = "Il a quitté le port et, d'après un pêcheur, « la barque reste introuvable »."
    assert told(text) == [("quote", "la barque reste introuvable", "un pêcheur")]


def test_another_report_after_a_quotation_is_not_its_speakers() -> None:
    text = "D'après un pêcheur, « la barque reste là », d'autres marins affirment que le port est vide."
    assert told(text) == [
        ("quote", "la barque reste là", "un pêcheur"),
        ("indirect", "le port est vide", "d'autres marins"),
    ]


def test_a_denied_infinitive_beside_quoted_words_is_a_report() -> None:
    text = "Paul Martin a affirmé n'avoir parlé avec « aucun marin du port »."
    assert told(text) == [
        ("indirect", "n'avoir parlé avec « aucun marin du port »", "Paul Martin"),
        ("quote", "aucun marin du port", "Paul Martin"),
    ]


def test_a_sentence_ends_with_the_quotation_that_closes_it() -> None:
    text = "Selon Paul Martin, la digue est « un danger pour tous. » « On voulait un mur plus haut ici »."
    assert told(text) == [
        ("indirect", "la digue est « un danger pour tous. »", "Paul Martin"),
        ("quote", "un danger pour tous.", "Paul Martin"),
        ("quote", "On voulait un mur plus haut ici", "Paul Martin"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sans l'aide des pompiers, le port aurait brûlé.",
        "Partir serait une erreur.",
        "Refuser aurait été une faute.",
    ],
)
def test_what_is_thought_away_or_only_weighed_is_no_rumour(text: str) -> None:
    assert told(text) == []


def test_a_clause_without_a_word_after_sans_may_be_a_rumour() -> None:
    text = "Sans un mot, le marin aurait quitté le port."
    assert [status for status, *_ in told(text)] == ["conditional"]


def test_a_rumour_told_by_a_noun_ends_before_the_verb_of_that_noun() -> None:
    text = "La rumeur selon laquelle le maire aurait fui la ville a été rejetée par le conseil."
    assert told(text) == [("conditional", "le maire aurait fui la ville", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Paul Martin regrette la « Belle Alliance Populaire ».",
        "L'actrice Anne Leduc ( « Le temps des digues » ) est morte hier.",
        "Anne Leduc, autrice de « La digue » ou encore « Le port », est morte hier.",
    ],
)
def test_a_name_a_gloss_or_a_title_is_no_quotation(text: str) -> None:
    assert told(text) == []


def test_two_people_joined_by_et_keep_their_own_titles() -> None:
    text = (
        "La candidate verte Anne Leduc et le candidat centriste Paul Martin se sont vus. "
        "La candidate verte estime que le port rouvrira. Le candidat centriste affirme que le port est vide."
    )
    assert [source for *_, source in told(text)] == ["Anne Leduc", "Paul Martin"]


def test_a_body_named_in_short_is_the_one_that_spoke_before() -> None:
    text = (
        "Le ministère norvégien des Ports explique que la digue fuit. "
        "Le ministère précise que le port est vide."
    )
    assert {source for *_, source in told(text)} == {"le ministère norvégien des Ports"}


def test_someone_worded_through_another_gets_the_name_that_follows() -> None:
    text = "Selon les propos de son avocat, Paul Martin à la radio, « le procès est terminé »."
    assert told(text) == [("quote", "le procès est terminé", "Paul Martin")]


def test_what_somebody_announces_to_do_is_no_rumour() -> None:
    text = "La compagnie annonce qu'elle rembourserait les billets."
    assert told(text) == [("indirect", "elle rembourserait les billets", "la compagnie")]


def test_each_rumour_keeps_its_subject_and_leaves_the_conjunction() -> None:
    assert [clause for _, clause, _ in told("Six marins seraient morts et 40 seraient blessés.")] == [
        "Six marins seraient morts",
        "40 seraient blessés",
    ]
    text = "Le port aurait été fermé parce que la digue aurait cédé."
    assert [clause for _, clause, _ in told(text)] == ["Le port aurait été fermé", "la digue aurait cédé"]


def test_a_title_that_somebody_holds_is_no_quotation() -> None:
    assert told("Le maire garde le titre de « premier marin ».") == []


def test_a_head_at_the_opening_is_no_part_of_the_name() -> None:
    text = "Pour Anne Leduc, il ne s'agit que d'une « manœuvre des pêcheurs du port »."
    entity = Entity(Span(0, 15), "Pour Anne Leduc", EntityLabel.PER, "Pour Anne Leduc")
    assert {one.source for one in claims_of(text, (entity,))} == {"Anne Leduc"}


def test_a_quotation_on_a_line_of_its_own_is_that_of_the_signature_below() -> None:
    text = (
        "Le port est fermé, affirme Paul Martin.\n\n"
        "« On a vu la digue tomber, tout est allé très vite. »\n\n"
        "— Anne Leduc, pilote"
    )
    assert told(text)[-1] == (
        "quote",
        "On a vu la digue tomber, tout est allé très vite.",
        "Anne Leduc",
    )


def test_a_head_answers_for_the_relative_clause_before_it() -> None:
    text = "L'achat de la digue, qui « protégera le port », selon Paul Martin, vise à calmer les marins."
    assert told(text) == [("quote", "protégera le port", "Paul Martin")]


def test_a_head_behind_an_incise_makes_no_report_of_it() -> None:
    text = "« J'ai reçu beaucoup d'aide et je continue », dit-il selon Radio Port."
    assert [status for status, *_ in told(text)] == ["quote"]


def test_a_head_answers_for_what_follows_the_colon() -> None:
    text = "On voit la barque partout : dix mille curieux sont venus selon Radio Port."
    assert told(text) == [("indirect", "dix mille curieux sont venus", "Radio Port")]


def test_a_rumour_in_brackets_ends_with_them() -> None:
    text = "Les vols sont nombreux (les marins agiraient avec le port) et durent."
    assert told(text) == [("conditional", "les marins agiraient avec le port", None)]


def test_a_doubt_in_a_relative_clause_ends_before_the_next_one() -> None:
    text = "La digue, dont le mur devrait coûter cher et qui protège le port, est basse."
    assert told(text) == [("hedge", "dont le mur devrait coûter cher", None)]


def test_words_thrown_by_somebody_are_theirs() -> None:
    text = "Le débat a ouvert sur la réplique « Ce n'est pas votre faute ! » lancée par Paul Martin."
    assert told(text) == [("quote", "Ce n'est pas votre faute !", "Paul Martin")]


def test_the_head_of_the_government_is_the_prime_minister() -> None:
    text = "Paul Martin, le premier ministre chilien, est venu. Le chef du gouvernement dit que tout va bien."
    assert told(text) == [("indirect", "tout va bien", "Paul Martin")]


def test_a_woman_is_not_taken_for_a_man_of_the_same_office() -> None:
    text = "Le président chilien Paul Martin est là. La présidente chilienne dit que tout va bien."
    assert told(text) == [("indirect", "tout va bien", "la présidente chilienne")]


def test_english_claims_need_no_french_verbs() -> None:
    lexicon.cache_clear()
    assert told('The mayor said the dam was safe. "It holds well," he added.', "en")
    assert lexicon.cache_info().currsize == 0
