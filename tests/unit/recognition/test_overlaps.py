from __future__ import annotations

from reader.model import Claim, ClaimStatus, Entity, EntityLabel, Span, Timex, TimexKind
from reader.recognition.overlaps import resolve, resolve_claims

TEXT = "Le Tour de France 2016 part le 3 mars 2016."


def entity(text: str, label: str = "MISC", score: float = 1.0) -> Entity:
    start = TEXT.index(text)
    return Entity(Span(start, start + len(text)), text, EntityLabel(label), text, score)


def date(text: str, at: int = 0, score: float = 1.0) -> Timex:
    start = TEXT.index(text, at)
    return Timex(Span(start, start + len(text)), text, TimexKind.DATE, "", score=score)


def test_an_entity_inside_a_longer_date_goes() -> None:
    assert resolve([entity("mars", "LOC")], [date("3 mars 2016")]) == ((), (date("3 mars 2016"),))


def test_a_date_inside_a_longer_entity_goes() -> None:
    assert resolve([entity("Tour de France 2016")], [date("2016")]) == ((entity("Tour de France 2016"),), ())


def test_of_two_overlapping_entities_the_longer_stays() -> None:
    entities, _ = resolve([entity("France", "LOC"), entity("Tour de France 2016")], [])
    assert [one.text for one in entities] == ["Tour de France 2016"]


def test_of_equal_spans_the_surer_stays() -> None:
    entities, _ = resolve([entity("France", "LOC", 0.5), entity("France", "ORG", 0.9)], [])
    assert [one.label for one in entities] == [EntityLabel.ORG]


def test_of_equal_spans_and_scores_the_date_stays() -> None:
    assert resolve([entity("2016")], [date("2016")]) == ((), (date("2016"),))


def test_what_does_not_overlap_stays_in_text_order() -> None:
    entities, dates = resolve([entity("mars"), entity("Tour")], [date("2016", 30), date("2016")])
    assert [one.text for one in entities] == ["Tour", "mars"]
    assert [one.span.start for one in dates] == sorted(one.span.start for one in dates)


def test_neighbours_that_only_touch_both_stay() -> None:
    entities, _ = resolve([entity("Tour"), entity(" de")], [])
    assert len(entities) == 2


def test_claims_may_nest_but_none_stands_twice() -> None:
    outer = Claim(Span(0, 20), TEXT[:20], ClaimStatus.INDIRECT, None)
    inner = Claim(Span(3, 10), TEXT[3:10], ClaimStatus.QUOTE, None)
    weak = Claim(Span(3, 10), TEXT[3:10], ClaimStatus.QUOTE, None, score=0.2)
    assert resolve_claims([weak, inner, outer]) == (outer, inner)


def test_ten_thousand_mentions_take_no_quadratic_time() -> None:
    many = [Entity(Span(at * 3, at * 3 + 4), "xxxx", EntityLabel.PER, "xxxx") for at in range(10_000)]
    kept, _ = resolve(many, [])
    assert len(kept) == 5_000
