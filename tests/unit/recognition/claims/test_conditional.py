from __future__ import annotations

import pytest

from reader.recognition.claims.conditional.forms import is_conditional
from tests.unit.recognition.claims.articles import claims_of


def rumours(text: str) -> list[str]:
    """The cues of the claims of hearsay."""
    return [one.cue.of(text) for one in claims_of(text) if one.status.value == "conditional" and one.cue]


@pytest.mark.parametrize(
    "form",
    [
        "serait",
        "aurait",
        "pourrait",
        "viendraient",
        "prendrait",
        "mettrait",
        "finirait",
        "dirait",
        "connaîtrait",
    ],
)
def test_conditionals_are_told_by_their_stem(form: str) -> None:
    assert is_conditional(form)


@pytest.mark.parametrize(
    "form",
    [
        "montrait",
        "retrait",
        "tiraient",
        "considérait",
        "ouvrait",
        "assurait",
        "encadrait",
        "portrait",
        "préparait",
        "livraient",
    ],
)
def test_imperfects_and_nouns_that_look_alike_are_none(form: str) -> None:
    assert not is_conditional(form)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Le pilote aurait quitté la piste.", "aurait quitté"),
        ("L'usine compterait trois cents ouvriers.", "compterait"),
        ("Le convoi se serait arrêté à la frontière.", "serait arrêté"),
        ("Une radio annonce que le barrage serait fissuré.", "serait fissuré"),
        ("Le maire a indiqué que le suspect aurait fui.", "aurait fui"),
        ("Selon des témoins, la voiture roulerait encore.", "roulerait"),
        ("Il s'agirait d'une erreur.", "agirait"),
        ("Tout laisse à penser qu'il serait la victime.", "serait"),
        ("Pour le ministère de la Mer, la fuite serait ancienne.", "serait"),
        ("Des géologues ont découvert que la grotte serait très ancienne.", "serait"),
    ],
)
def test_what_is_only_heard_is_rumour(text: str, cue: str) -> None:
    assert rumours(text) == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a annoncé que le pont ouvrirait en juin.",
        "Si la pluie cessait, le match reprendrait.",
        "Au cas où le train manquerait, un car partirait.",
        "La fête pourrait être reportée.",
        "Le maire devrait parler demain.",
        "Il aurait dû prévenir les voisins.",
        "Le préfet estime que la fermeture serait une erreur.",
        "Un avion est parti, au cas où le pilote aurait fui dans les bois.",
        "Un projet de loi qui interdirait la chasse arrive au Sénat.",
        "Qui paierait les travaux ?",
        "La foule entrait dans le stade et montrait ses billets.",
        "« Le pont serait fermé », écrit-elle.",
        "Elle voudrait une réponse.",
    ],
)
def test_tense_supposition_modality_and_politeness_are_no_rumour(text: str) -> None:
    assert rumours(text) == []


def test_two_rumours_in_a_sentence_are_two_claims() -> None:
    text = "L'avion aurait touché un arbre et se serait brisé."
    found = [one.text for one in claims_of(text)]
    assert found == ["L'avion aurait touché un arbre", "se serait brisé"]


def test_even_though_is_no_supposition() -> None:
    assert rumours("Même si la police se tait, le voleur serait connu.") == ["serait connu"]


@pytest.mark.parametrize(
    "text",
    [
        "Il aurait eu 70 ans en mars.",
        "Elle serait alors contrainte de se replier.",
        "Dans les cas où la mer monterait, le port ferme.",
        "Les pêcheurs demandent une nouvelle digue, qui couperait le port en deux.",
        "Ce plan améliorerait la vie du port.",
    ],
)
def test_what_would_follow_or_is_only_wished_for_is_no_rumour(text: str) -> None:
    assert rumours(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Seraient fermés les ports du nord et du sud.", "Seraient fermés"),
        ("Il s'agirait d'un vol, mais on ne sait pour l'heure si le marin a agi seul.", "agirait"),
        ("Un homme qui aurait, selon des témoins, jeté une pierre est arrêté.", "aurait"),
    ],
)
def test_rumour_is_found_at_the_head_and_beside_questions(text: str, cue: str) -> None:
    assert rumours(text) == [cue]


def test_a_rumour_ends_before_what_is_told_as_a_fact() -> None:
    text = "Des soldats seraient rapidement intervenus et ont fait fuir les voleurs."
    assert [one.text for one in claims_of(text)] == ["Des soldats seraient rapidement intervenus"]


def test_a_rumour_that_a_source_interrupts_keeps_both_halves() -> None:
    text = "La voiture était conduite par un homme qui aurait, selon les secours, dormi au volant."
    (claim,) = claims_of(text)
    assert (claim.text, claim.source) == ("qui aurait, selon les secours, dormi au volant", "les secours")
