from __future__ import annotations

import json

import pytest

from reader.model import Entity, EntityLabel, Span
from reader.recognition.entities.recogniser import EntityRecogniser
from reader.search.identity import Identities, identities
from tests.shared import shared


def entity(text: str, label: str = "PER", name: str | None = None, start: int = 0) -> Entity:
    return Entity(Span(start, start + len(text)), text, EntityLabel(label), name or text)


def grouped(
    articles: dict[str, list[Entity]], decisions: dict[tuple[bool, str], str] | None = None
) -> dict[str, int]:
    return {group.name: group.count for group in identities(articles, decisions)}


def test_a_surname_of_one_article_joins_the_only_full_name_of_another() -> None:
    assert grouped({"a": [entity("Anna Kowalska")], "b": [entity("Kowalska")]}) == {"Anna Kowalska": 2}


def test_capitals_of_titles_do_not_give_the_name() -> None:
    shouting = [entity("BRATISLAVA", "LOC"), entity("BRATISLAVA", "LOC", start=20)]
    assert grouped({"a": shouting, "b": [entity("Bratislava", "LOC")]}) == {"Bratislava": 3}


def test_a_surname_that_two_persons_share_stays_by_itself() -> None:
    articles = {
        "a": [entity("Anna Kowalska")],
        "b": [entity("Piotr Kowalski"), entity("Jan Kowalska")],
        "c": [entity("Kowalska")],
    }
    assert grouped(articles)["Kowalska"] == 1


def test_a_surname_joins_the_person_an_article_uses_it_for() -> None:
    articles = {
        "a": [entity("Anna Kowalska"), entity("Kowalska", name="Anna Kowalska", start=20)],
        "b": [entity("Jan Kowalska")],
        "c": [entity("Kowalska")],
    }
    assert grouped(articles) == {"Anna Kowalska": 3, "Jan Kowalska": 1}


def test_an_acronym_joins_the_long_form_another_article_gives() -> None:
    articles = {
        "a": [entity("Ligue des marcheurs", "ORG"), entity("LM", "ORG", "Ligue des marcheurs", 30)],
        "b": [entity("LM", "ORG")],
    }
    assert grouped(articles) == {"Ligue des marcheurs": 3}


def test_an_acronym_joins_the_only_long_form_with_its_initials() -> None:
    assert grouped({"a": [entity("LM", "ORG")], "b": [entity("Ligue des marcheurs", "ORG")]}) == {
        "Ligue des marcheurs": 2
    }


def test_a_capital_its_country_and_its_government_are_three() -> None:
    articles = {
        "a": [entity("Moscou", "LOC"), entity("Russie", "LOC", start=9)],
        "b": [entity("Kremlin", "ORG")],
    }
    assert len(identities(articles)) == 3


def test_spellings_of_one_name_are_one_and_the_most_used_is_shown() -> None:
    articles = {
        "a": [entity("Viktor Orbán"), entity("Viktor Orbán", start=20)],
        "b": [entity("Viktor Orban")],
    }
    (group,) = identities(articles)
    assert (group.name, group.count, group.forms) == ("Viktor Orbán", 3, ("Viktor Orbán", "Viktor Orban"))


def test_a_person_and_a_place_of_one_name_are_two() -> None:
    articles = {"a": [entity("Washington", "LOC")], "b": [entity("Washington", "PER")]}
    assert len(identities(articles)) == 2


def test_the_label_is_the_one_most_mentions_have() -> None:
    articles = {
        "a": [entity("Kremlin", "ORG"), entity("Kremlin", "ORG", start=9)],
        "b": [entity("Kremlin", "LOC")],
    }
    (group,) = identities(articles)
    assert group.label is EntityLabel.ORG


def test_a_person_may_merge_two_names() -> None:
    articles = {"a": [entity("Moscou", "LOC")], "b": [entity("Russie", "LOC")]}
    assert grouped(articles, {(False, "Moscou"): "Russie"}) == {"Russie": 2}


def test_a_person_may_keep_a_name_apart() -> None:
    articles = {"a": [entity("Anna Kowalska")], "b": [entity("Kowalska")]}
    assert grouped(articles, {(True, "Kowalska"): "Kowalska"}) == {"Anna Kowalska": 1, "Kowalska": 1}


def test_what_is_decided_of_a_person_leaves_a_place_of_that_name_alone() -> None:
    articles = {
        "a": [entity("Washington", "LOC"), entity("Washington", start=20), entity("Lincoln", start=40)]
    }
    found = identities(articles, {(True, "Washington"): "Lincoln"})
    assert {(group.name, group.label.value, group.count) for group in found} == {
        ("Lincoln", "PER", 2),
        ("Washington", "LOC", 1),
    }


def test_names_merged_under_a_new_name_bear_it_and_draw_later_mentions() -> None:
    decisions = {(False, "Moscou"): "Russie", (False, "Kremlin"): "Russie"}
    changing = Identities({"a": [entity("Moscou", "LOC")], "b": [entity("Kremlin", "ORG")]}, decisions)
    (group,) = changing.groups
    assert (group.name, group.count, group.names) == ("Russie", 2, ("Kremlin", "Moscou"))
    assert changing.named("Russie") is group
    changing.update("c", [entity("Russie", "LOC")])
    assert [(group.name, group.count) for group in changing.groups] == [("Russie", 3)]
    changing.decide({})
    assert len(changing.groups) == 3


def test_names_of_nothing_but_signs_are_not_all_one() -> None:
    assert len(identities({"a": [entity("™", "ORG"), entity("℗", "ORG", start=4)]})) == 2


def test_an_article_that_changed_keeps_its_place() -> None:
    changing = Identities({"a": [entity("Anna Kowalska")], "b": [entity("Anna Kowalska")]})
    changing.update("a", [entity("Anna Kowalska", start=9)])
    assert list(changing.groups[0].mentions) == ["a", "b"]


def test_one_article_can_change_without_the_others() -> None:
    articles = {"a": [entity("Anna Kowalska")], "b": [entity("Kowalska")]}
    changing = Identities(articles)
    assert [group.name for group in changing.groups] == ["Anna Kowalska"]
    changing.update("a", [entity("Paul Martin")])
    assert {group.name for group in changing.groups} == {"Paul Martin", "Kowalska"}
    changing.update("a", [])
    assert [group.name for group in changing.groups] == ["Kowalska"]
    changing.update("a", articles["a"])
    assert {group.name: dict(group.mentions) for group in changing.groups} == {
        group.name: dict(group.mentions) for group in identities(articles)
    }


def test_a_mention_and_a_name_lead_to_their_identity() -> None:
    mention = entity("Kowalska")
    found = Identities({"a": [entity("Anna Kowalska")], "b": [mention]})
    group = found.of(mention)
    assert group is not None
    assert group is found.named("Kowalska") is found.named("Anna Kowalska")
    assert found.named("Personne") is None


def test_nothing_gives_nothing() -> None:
    assert identities({}) == ()


def test_ten_thousand_names_take_no_quadratic_time() -> None:
    articles = {f"a{at}": [entity(f"Prénom{at} Nom{at}"), entity(f"Nom{at}", start=40)] for at in range(5000)}
    assert len(identities(articles)) == 5000


@pytest.fixture(scope="module")
def sample_entities() -> dict[str, list[Entity]]:
    gold = json.loads(shared("data/recognition/seeds_gold.json").read_text("utf-8"))
    recogniser = EntityRecogniser()
    return {
        row["file"]: recogniser.entities((shared("seeds") / row["file"]).read_text("utf-8"))
        for row in gold["articles"]
    }


def test_in_the_samples_each_canonical_name_of_the_gold_is_one_identity(
    sample_entities: dict[str, list[Entity]],
) -> None:
    gold = json.loads(shared("data/recognition/seeds_gold.json").read_text("utf-8"))
    found = Identities(sample_entities)
    wrong = []
    for row in gold["articles"]:
        at_span = {one.span: one for one in sample_entities[row["file"]]}
        for want in row["entities"]:
            mention = at_span.get(Span(want["start"], want["end"]))
            group = found.of(mention) if mention else None
            if not want.get("optional") and (group is None or group.name != want["canonical"]):
                wrong.append((want["text"], group and group.name))
    assert wrong == []
