"""The best suggestions of a whole folder."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.recognition.made_up import articles
from reader.articles.loading import article_of
from reader.cli.suggesting import PER_SENTENCE, Suggester
from reader.search.suggest import Passages
from tests.articles import CANCELLED, SUMMIT, article
from tests.effort import effort


def suggester(count: int) -> Suggester:
    return Suggester(
        [
            (replace(article_of(text, "x.txt"), id=f"{number:03}.txt"), ())
            for number, text in enumerate(articles(count, 1200))
        ]
    )


def test_the_best_are_those_that_a_look_at_every_sentence_finds() -> None:
    found = [
        (article(text, f"{number:02}.txt", "2024-03-03"), ())
        for number, text in enumerate(articles(12, 1200))
    ]
    passages = Passages(found)
    every = {
        frozenset({(one.article, one.span), (other.article, other.span)}): other.score
        for one in passages.candidates
        for other in passages.alike(one, PER_SENTENCE)
    }
    best = sorted((round(score, 4) for score in every.values()), reverse=True)[:10]
    assert [record["score"] for record in Suggester(found).best(10)] == best


def test_the_earlier_article_is_the_source_and_the_relation_is_said() -> None:
    found = [(article(CANCELLED, "a.txt", "2024-03-09"), ()), (article(SUMMIT, "b.txt", "2024-03-03"), ())]
    for record in Suggester(found).best(5):
        source = record["source"]
        assert isinstance(source, dict)
        assert source["article"] == "b.txt"
        assert record["relation"] == "updates"


def test_four_times_the_articles_are_far_from_sixteen_times_the_work() -> None:
    few, many = suggester(10), suggester(40)
    list(suggester(3).best(5))  # what is made once is made now
    assert effort(lambda: list(many.best(5))) < 8 * effort(lambda: list(few.best(5)))
