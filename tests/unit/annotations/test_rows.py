"""Rows as JSON objects: the same value comes back, and what is wrong is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotations.changes import Table
from reader.annotations.rows import from_row, to_row
from reader.errors import StoreDamagedError
from reader.model import (
    ArticleRecord,
    Decision,
    DecisionAction,
    MentionKind,
    Progress,
    Span,
    Tag,
)
from tests.unit.annotations.kit import annotation, link

if TYPE_CHECKING:
    from reader.annotations.changes import Row

ROWS: list[tuple[Table, Row]] = [
    (Table.ANNOTATIONS, annotation(3, note="deux\nlignes")),
    (Table.LINKS, link(1, 2, 3)),
    (Table.TAGS, Tag("rumeur", 2, 1, "ce qu’on dit")),
    (Table.TAGS, Tag("PER", 1)),
    (Table.DECISIONS, Decision("d-1", "a.txt", DecisionAction.REJECTED, Span(1, 3), "un", MentionKind.DATE)),
    (Table.DECISIONS, Decision("d-2", "a.txt", DecisionAction.REFERENCE, value="2025-10-16")),
    (Table.ARTICLES, ArticleRecord("a.txt", Progress.DONE, 12, "f" * 64)),
]


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_row_comes_back_as_it_was(table: Table, row: Row) -> None:
    assert from_row(table, to_row(row)) == row


def test_that_an_article_was_read_to_its_end_is_kept_and_older_rows_do_without() -> None:
    read = ArticleRecord("a.txt", Progress.IN_PROGRESS, 12, "f" * 64, read_to_end=True)
    assert from_row(Table.ARTICLES, to_row(read)) == read
    assert list(to_row(replace(read, read_to_end=False))) == ["id", "progress", "position", "sha256"]


def test_a_decision_keeps_the_score_of_what_was_proposed_and_an_older_one_has_none() -> None:
    scored = Decision(
        "d-3", "a.txt", DecisionAction.ACCEPTED, Span(1, 3), "un", MentionKind.ENTITY, score=0.5
    )
    row = to_row(scored)
    assert row["score"] == 0.5
    assert from_row(Table.DECISIONS, row) == scored
    del row["score"]
    assert from_row(Table.DECISIONS, row) == replace(scored, score=None)
    assert "score" not in to_row(replace(scored, score=None))


@pytest.mark.parametrize("score", [True, "0.5", -0.1, 1.1, float("nan"), [1]])
def test_a_score_that_is_none_is_named(score: object) -> None:
    with pytest.raises(StoreDamagedError, match="“score”"):
        from_row(Table.DECISIONS, to_row(ROWS[4][1]) | {"score": score})


def test_an_annotation_has_the_keys_of_the_export_in_their_order() -> None:
    assert list(to_row(annotation(1))) == [
        "id", "article", "article_sha256", "start", "end", "quote", "prefix", "suffix", "tags", "note",
        "creator", "created", "modified", "origin", "anchor",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "number", "field", "value"),
    [
        (Table.ANNOTATIONS, 0, "start", -1),
        (Table.ANNOTATIONS, 0, "start", True),
        (Table.ANNOTATIONS, 0, "start", "1"),
        (Table.ANNOTATIONS, 0, "end", 10**40),
        (Table.ANNOTATIONS, 0, "end", 1.5),
        (Table.ANNOTATIONS, 0, "tags", "PER"),
        (Table.ANNOTATIONS, 0, "tags", [1]),
        (Table.ANNOTATIONS, 0, "tags", [""]),
        (Table.ANNOTATIONS, 0, "id", ""),
        (Table.ANNOTATIONS, 0, "id", "x" * 5000),
        (Table.ANNOTATIONS, 0, "anchor", "perhaps"),
        (Table.ANNOTATIONS, 0, "anchor", ["exact"]),
        (Table.ANNOTATIONS, 0, "note", None),
        (Table.LINKS, 1, "relation", 3),
        (Table.TAGS, 2, "favourite", 10),
        (Table.TAGS, 2, "colour", None),
        (Table.DECISIONS, 4, "action", "maybe"),
        (Table.DECISIONS, 4, "start", None),
        (Table.DECISIONS, 4, "kind", "verb"),
        (Table.ARTICLES, 6, "progress", "half"),
        (Table.ARTICLES, 6, "position", -5),
    ],
)
def test_a_wrong_field_is_named(table: Table, number: int, field: str, value: object) -> None:
    row = to_row(ROWS[number][1]) | {field: value}
    with pytest.raises(StoreDamagedError, match=f"“{field}”"):
        from_row(table, row)


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_missing_field_is_named(table: Table, row: Row) -> None:
    for field in to_row(row):
        shorter = {key: value for key, value in to_row(row).items() if key != field}
        with pytest.raises(StoreDamagedError, match=f"“{field}” is missing"):
            from_row(table, shorter)


def test_a_quote_that_does_not_fill_its_span_is_refused() -> None:
    with pytest.raises(StoreDamagedError, match="its quote does not fill its span"):
        from_row(Table.ANNOTATIONS, to_row(annotation(1)) | {"quote": "trop long pour cela"})


def test_a_link_of_a_passage_with_itself_is_refused() -> None:
    with pytest.raises(StoreDamagedError, match="cannot be linked with itself"):
        from_row(Table.LINKS, to_row(link(1, 2, 3)) | {"target": "a-2"})
