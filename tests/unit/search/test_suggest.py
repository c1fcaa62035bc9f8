"""Passages that belong together."""

from __future__ import annotations

from reader.model import Entity, EntityLabel, Mention, Span, Timex, TimexKind
from reader.search.suggest import Passages
from tests.articles import CANCELLED, SUMMIT, article, span_of

HERE, THERE = article(SUMMIT, "a.txt"), article(CANCELLED, "b.txt")


def marked(text: str) -> list[Mention]:
    found: list[Mention] = []
    for name, label in (("Anna Kovacs", EntityLabel.PER), ("Vienne", EntityLabel.LOC)):
        if name in text:
            found.append(Entity(span_of(text, name), name, label, name))
    return found


def passages() -> Passages:
    return Passages([(HERE, marked(SUMMIT)), (THERE, marked(CANCELLED))])


def test_the_passage_with_the_same_name_comes_first_and_says_so() -> None:
    best = passages().near(HERE, span_of(SUMMIT, "Anna Kovacs a déclaré"), marked(SUMMIT))[0]
    assert best.article == "b.txt"
    assert best.span.of(CANCELLED) == "Anna Kovacs regrette l’absence de Pál Orbán."
    assert "Anna Kovacs" in best.evidence


def test_the_own_article_is_never_proposed() -> None:
    assert {p.article for p in passages().near(HERE, Span(0, len(SUMMIT)), marked(SUMMIT))} == {"b.txt"}


def test_a_shared_date_counts_even_in_other_words() -> None:
    one, two = article("Le 3 mars, il neige.", "a.txt"), article("Trois jours plus tôt, on partait.", "b.txt")
    first = Timex(span_of(one.text, "Le 3 mars"), "Le 3 mars", TimexKind.DATE, "2024-03-03")
    second = Timex(span_of(two.text, "Trois jours plus tôt"), "…", TimexKind.DATE, "2024-03-03")
    found = Passages([(one, [first]), (two, [second])]).near(one, first.span, [first])
    assert [p.evidence for p in found] == [("2024-03-03",)]


def test_nothing_in_common_is_no_proposal() -> None:
    one, two = article("Il pleut partout.", "a.txt"), article("Quel soleil !", "b.txt")
    assert Passages([(one, []), (two, [])]).near(one, Span(0, 17), []) == []


def test_scores_lie_between_0_and_1_and_fall() -> None:
    scores = [p.score for p in passages().near(HERE, Span(0, len(SUMMIT)), marked(SUMMIT))]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1.000001 for score in scores)
