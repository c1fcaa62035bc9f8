"""Suggestions kept up to date as people decide: always what looking at all of them anew would give."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.changes import Edit, Table
from reader.annotations.operations import suggestions
from reader.annotations.operations.base import Stamp
from reader.annotations.state import State
from reader.model import (
    Article,
    Claim,
    ClaimStatus,
    Decision,
    Entity,
    EntityLabel,
    Mention,
    Recognition,
    Span,
)
from reader.session.suggested import Suggested
from tests.effort import effort
from tests.tui.article_view.app import article_of
from tests.unit.annotations.kit import change

WORD = "Anna dit oui. "
STAMP = Stamp("ana", "2024-03-03T10:00:00Z")
CALLINGS: dict[tuple[bool, tuple[str, ...]], Decision] = {}


@cache
def article(names: int) -> Article:
    return article_of(WORD * names)


@cache
def recognition(names: int) -> Recognition:
    starts = range(0, names * len(WORD), len(WORD))
    entities = [
        Entity(Span(at, at + 4), "Anna", EntityLabel.PER, "Anna", score=1.0, recogniser="r") for at in starts
    ]
    claims = [
        Claim(Span(at, at + 12), "Anna dit oui", ClaimStatus.INDIRECT, "Anna", None, recogniser="r")
        for at in starts
    ]
    return Recognition(tuple(entities), (), tuple(claims))


def no_older_text(row: Decision, article: Article) -> None:
    raise AssertionError(f"{row.id} is about {article.id} as it is")


def anew(state: State, names: int) -> Suggested:
    text = article(names)
    return Suggested.made(text, recognition(names), state.decisions_of(text.id), CALLINGS, no_older_text)


def edits_of(deed: str, state: State, names: int, mention: Mention) -> tuple[Edit, ...]:
    text = article(names)
    if deed == "accept":
        return suggestions.accept(state, [(text, [mention])], STAMP).edits
    if deed == "reject":
        return suggestions.reject(state, [(text, [mention])], STAMP).edits
    if deed == "relabel":
        return suggestions.relabel(state, text, mention, "LOC", STAMP).edits
    if deed == "source" and isinstance(mention, Claim):
        return suggestions.set_source(state, text, mention, "Bruno", STAMP).edits
    there = state.decisions.get(suggestions.decision_id(text.id, mention))
    return (Edit(Table.DECISIONS, there.id, there, None),) if there else ()


DEEDS = st.tuples(st.sampled_from(["accept", "reject", "relabel", "source", "forget"]), st.integers(0, 11))


@given(st.lists(st.lists(DEEDS, max_size=3), max_size=6))
def test_after_each_change_they_are_what_looking_at_all_would_give(
    changes: list[list[tuple[str, int]]],
) -> None:
    names, state = 6, State()
    known = anew(state, names)
    for number, deeds in enumerate(changes):
        for deed, which in deeds:
            edits = edits_of(deed, state, names, known.mentions[which])
            state.apply(change(f"c-{number}", *edits))
        now = known.after(state.decisions_of(article(names).id))
        assert now is not None
        assert (now.shown, now.each) == (anew(state, names).shown, anew(state, names).each)
        known = now


def test_of_ten_thousand_suggestions_one_decision_looks_at_one() -> None:
    names, state = 5000, State()
    known = anew(state, names)
    mention = known.mentions[4000]
    state.apply(change("c-1", *suggestions.accept(state, [(article(names), [mention])], STAMP).edits))
    rows = state.decisions_of(article(names).id)
    assert effort(lambda: known.after(rows)) < 100
    now = known.after(rows)
    assert now is not None
    assert [old is new for old, new in zip(known.shown, now.shown, strict=True)].count(False) == 1
