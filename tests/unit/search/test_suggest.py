"""Passages that belong together."""

from __future__ import annotations

from reader.model import Entity, EntityLabel, Mention, Span, Timex, TimexKind
from reader.search.suggest import Passages
from tests.articles import CANCELLED, SUMMIT, article, span_of

HERE, THERE = article(SUMMIT, "a.txt"), article(CANCELLED, "b.txt")


def marked(text: str) -> list[Mention]:
    found: list[Mention] = []
    for name, label in (("Anna Kovacs", EntityLabel.PER), ("Vienne", EntityLabel.LOC)):
        spans = (span_of(text, name, nth) for nth in range(text.count(name)))
        found += [Entity(span, name, label, name) for span in spans]
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


def test_datelines_and_signatures_are_never_proposed() -> None:
    news = "Anna Kovacs rencontre les maires du Danube à Vienne."
    other = (
        "Vienne, Danube, 3 mars 2024\n"
        f"{news}\n"
        "— Anna Kovacs, présidente de la commission du Danube, Vienne\n"
        "Anna Kovacs, correspondante, Vienne"
    )
    one, two = article(news, "a.txt"), article(other, "b.txt")
    found = Passages([(one, marked(news)), (two, marked(other))]).near(one, Span(0, len(news)), marked(news))
    assert [proposal.span.of(other) for proposal in found] == [news]


def test_the_article_that_tells_the_same_story_comes_before_one_that_only_shares_words() -> None:
    story = "Le barrage de Brava menace de céder.\nLes habitants de la vallée sont évacués vers Lumen.\n"
    follow = "Les habitants de la vallée sont rentrés de Lumen.\nÀ Brava, le barrage a tenu bon.\n"
    apart = "Les habitants de la vallée sont rentrés des vacances.\nOn fête la vendange au village.\n"
    here, same, alone = article(story, "a.txt"), article(follow, "z.txt"), article(apart, "b.txt")
    found = Passages([(here, []), (same, []), (alone, [])]).near(here, span_of(story, "Les habitants"), [])
    assert found[0].article == "z.txt"


def test_a_sentence_found_by_its_neighbours_says_what_they_share() -> None:
    one = article("La digue de Brava a cédé hier.\nOn cherche encore trois pêcheurs disparus.", "a.txt")
    two = article(
        "La digue de Brava sera reconstruite.\nUne entreprise locale commence lundi matin.", "b.txt"
    )
    found = Passages([(one, []), (two, [])]).near(one, span_of(one.text, "On cherche"), [])
    assert all(proposal.evidence for proposal in found)


def test_alike_finds_what_near_finds_and_leaves_out_what_is_below_the_floor() -> None:
    folder = passages()
    for candidate in folder.candidates:
        here = HERE if candidate.article == HERE.id else THERE
        every = folder.near(here, candidate.span, [])
        assert folder.alike(candidate, 20) == every
        floor = every[0].score
        assert folder.alike(candidate, 20, floor) == [p for p in every if p.score >= floor]


def test_a_proposal_says_how_the_two_may_belong_together() -> None:
    early, late = article(SUMMIT, "a.txt", "2024-03-03"), article(CANCELLED, "b.txt", "2024-03-09")
    best = Passages([(early, marked(SUMMIT)), (late, marked(CANCELLED))]).near(
        early, span_of(SUMMIT, "Anna Kovacs a déclaré"), marked(SUMMIT)
    )[0]
    assert best.relation == "updates"
