from __future__ import annotations

import pytest

from reader.model import Entity, EntityLabel, Span
from tests.unit.recognition.claims.articles import claims_of, told


def speakers(text: str) -> list[str | None]:
    return [source for status, _, source in told(text) if status == "quote"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« La digue tiendra jusqu'au soir », a déclaré Paul Martin.", "Paul Martin"),
        ("« La digue tiendra » , a insisté une représentante du port, Anne Leduc.", "Anne Leduc"),
        ("Paul Martin a réagi sur son site : « La digue tiendra », a-t-il écrit.", "Paul Martin"),
        ("Selon Paul Martin, « la digue tiendra jusqu'au soir ».", "Paul Martin"),
        ("Pour Paul Martin, « la digue tiendra jusqu'au soir ».", "Paul Martin"),
        ("Anne Leduc a salué la décision, la qualifiant d'« excellente ».", "Anne Leduc"),
        ("Un échange qualifié de « très utile » par la partie suédoise.", "la partie suédoise"),
        ("Anne Leduc, qui a écouté le maire, dénonce « la peur » et « la colère ».", "Anne Leduc"),
        ("Suite au vote, Anne Leduc déclarait :\n« Nous avons été très patients. »", "Anne Leduc"),
    ],
)
def test_a_quotation_finds_its_speaker(text: str, speaker: str) -> None:
    assert set(speakers(text)) == {speaker}


def test_a_speaker_goes_on_in_a_quotation_of_its_own() -> None:
    text = "« La digue tiendra », explique Paul Martin. « Nous avons vérifié chaque pierre. »"
    assert speakers(text) == ["Paul Martin", "Paul Martin"]


def test_names_inside_the_quotation_do_not_speak() -> None:
    text = "Anne Leduc est venue. « Paul Martin m'a prévenue trop tard », regrette-t-elle."
    assert speakers(text) == ["Anne Leduc"]


def test_the_clause_counts_beside_the_quotation_when_its_verb_stands_outside() -> None:
    text = "Paul Martin estime que la digue comprend « des faiblesses très anciennes »."
    assert told(text) == [
        ("indirect", "la digue comprend « des faiblesses très anciennes »", "Paul Martin"),
        ("quote", "des faiblesses très anciennes", "Paul Martin"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "La « loi littoral » date de 1986.",
        "Le film « La Digue » sort mercredi.",
        "Le camp du « oui » défile.",
        "La coalition « Demain » obtient dix sièges.",
    ],
)
def test_names_titles_and_terms_are_no_speech(text: str) -> None:
    assert told(text) == []


def test_a_last_name_stands_for_the_full_name_given_elsewhere() -> None:
    text = "Paul Martin est arrivé. Martin a déclaré que la digue tenait."
    assert told(text) == [("indirect", "la digue tenait", "Paul Martin")]


def test_initials_stand_for_the_paper_given_before() -> None:
    text = "Le Courrier Picard a enquêté hier. Selon le CP, la digue fuit depuis mai."
    assert told(text) == [("indirect", "la digue fuit depuis mai", "Courrier Picard")]


def test_the_medium_is_the_last_source() -> None:
    text = "Selon le Courrier Picard, la digue fuit. Le média indique aussi qu'elle est vieille."
    assert [source for _, _, source in told(text)] == ["Courrier Picard", "Courrier Picard"]


def test_a_pronoun_is_the_last_person_who_spoke() -> None:
    text = "Anne Leduc a affirmé que la digue tenait. Elle précise que le port reste fermé."
    assert [source for _, _, source in told(text)] == ["Anne Leduc", "Anne Leduc"]


def test_a_pronoun_agrees_with_the_title() -> None:
    text = "La ministre Camille Roy a rencontré le maire Paul Martin. Elle a dit que la digue tenait."
    assert told(text) == [("indirect", "la digue tenait", "Camille Roy")]


def test_an_office_leads_to_its_holder_where_the_article_names_them() -> None:
    text = "Barack Obama est arrivé. Le président américain a déclaré que tout allait bien."
    assert told(text, year=2015) == [("indirect", "tout allait bien", "Barack Obama")]
    assert told(text, year=2018) == [("indirect", "tout allait bien", "le président américain")]


def test_entities_give_the_canonical_name() -> None:
    text = "Martin a déclaré que la digue tenait."
    entity = Entity(Span(0, 6), "Martin", EntityLabel.PER, "Paul Martin")
    assert [one.source for one in claims_of(text, (entity,))] == ["Paul Martin"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Le port rouvre demain matin », complète pour sa part le maire.", "le maire"),
        ("« Le port rouvre demain matin », a indiqué lundi à la presse Paul Martin.", "Paul Martin"),
        ("« Le port rouvre demain matin », sourit Paul Martin.", "Paul Martin"),
        ("Selon ce qu'a confié lundi Paul Martin, « la digue tiendra jusqu'au soir ».", "Paul Martin"),
        ("Une décision qualifiée par Anne Leduc de « très grave » et critiquée par la mairie.", "Anne Leduc"),
        ("Un plan qualifié de « très utile » par ses adversaires.", "ses adversaires"),
        ("Le plaidoyer d'Anne Leduc était simple : « Sauvons cette digue avant l'hiver. »", "Anne Leduc"),
        ("À 10 heures, selon Paul Martin, « la digue fuyait de partout ».", "Paul Martin"),
        ("Anne Leduc a fait part de sa « vive émotion » lundi.", "Anne Leduc"),
        ("Le maire, Paul Martin avait dénoncé « trois cents mensonges » lundi.", "Paul Martin"),
    ],
)
def test_a_speaker_is_found_wherever_the_sentence_names_one(text: str, speaker: str) -> None:
    assert set(speakers(text)) == {speaker}


def test_the_latter_is_the_name_right_before() -> None:
    text = "Anne Leduc a reçu Paul Martin. Ce dernier a affirmé que la digue tenait."
    assert told(text) == [("indirect", "la digue tenait", "Paul Martin")]


def test_the_latter_may_be_several() -> None:
    text = "Les pêcheurs disent que la mer monte. Selon ces derniers, la digue cédera."
    assert [source for _, _, source in told(text)] == ["les pêcheurs", "les pêcheurs"]


def test_a_first_name_keeps_a_pronoun_from_the_wrong_person() -> None:
    text = "Claire Dubois a dit que la mer montait. Paul Martin est venu. Elle assure que la digue tient."
    assert [source for _, _, source in told(text)] == ["Claire Dubois", "Claire Dubois"]


def test_a_pronoun_goes_to_the_subject_of_its_sentence() -> None:
    text = (
        "La mairie a dit que le port fermait. L'Institut Cap, interrogé lundi, se moque de ce "
        "rapport qu'il qualifie de « roman de gare » ."
    )
    assert speakers(text) == ["Institut Cap"]


def test_a_person_in_a_complement_is_not_the_pronoun() -> None:
    text = (
        "Anne Leduc a parlé lundi. Paul Martin a annoncé que le port fermait. "
        "Après avoir lu le programme du candidat Jean Petit, il assure que la digue tient."
    )
    assert [source for _, _, source in told(text)] == ["Paul Martin", "Paul Martin"]


def test_an_impersonal_pronoun_means_nobody() -> None:
    text = (
        "Paul Martin a menti, selon Anne Leduc. Il s'agit d'une faute. « Je suis en colère », ajoute-t-elle."
    )
    assert speakers(text) == ["Anne Leduc"]


def test_the_minister_of_a_body_is_not_the_body() -> None:
    text = "Le ministre de l'Intérieur est venu. « Je suis inquiet pour la digue », a répondu le ministre."
    assert speakers(text) == ["le ministre"]


def test_several_media_are_not_the_last_medium() -> None:
    text = "Selon le Courrier Picard, la digue fuit. Selon les médias locaux, elle est vieille."
    assert [source for _, _, source in told(text)] == ["Courrier Picard", "les médias locaux"]


def test_a_spokesman_of_a_body_is_not_the_body() -> None:
    text = "Un porte-parole du collectif Grand Large est venu. Le porte-parole explique que la digue fuit."
    assert told(text) == [("indirect", "la digue fuit", "le porte-parole")]


def test_words_that_no_verb_brings_belong_to_who_acts_beside_them() -> None:
    text = "La nouvelle gêne Paul Martin, qui a lié son départ à « la fin de tous les travaux »."
    assert speakers(text) == ["Paul Martin"]


def test_the_owner_of_the_figures_is_named_without_the_preposition() -> None:
    text = "Trois marins ont péri, d'après les informations du gouvernement."
    assert told(text) == [("indirect", "Trois marins ont péri", "le gouvernement")]


def test_words_inside_a_reported_wish_are_the_reporters() -> None:
    text = "Anne Leduc a indiqué que la mairie souhaite « reprendre les travaux »."
    assert speakers(text) == ["Anne Leduc"]


def test_a_person_concerned_is_the_last_one_spoken_of() -> None:
    text = "Paul Martin est parti lundi. « Je reviendrai au printemps », préférait rectifier l'intéressé."
    assert speakers(text) == ["Paul Martin"]
