"""What an import would do, before it is done."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from reader.annotations.changes import Table
from reader.annotations.state import State
from reader.formats.plan import Action, ImportPlan, Incoming, IncomingRow, plan_import
from reader.model import AnchorState, Annotation, Article, Link, Span, Tag
from tests.unit.formats.samples import ARTICLES, CLOSED, LINK, MAYOR, PROMISE, TAGS, article


class Shelf:
    """Articles by id and text."""

    def __init__(self, articles: dict[str, Article] = ARTICLES) -> None:
        self._articles = articles

    def article(self, id: str) -> Article | None:
        return self._articles.get(id)

    def article_with(self, sha256: str) -> Article | None:
        return next((a for a in self._articles.values() if a.sha256 == sha256), None)


def incoming(*rows: Annotation | Link | Tag) -> Incoming:
    tables = {Annotation: Table.ANNOTATIONS, Link: Table.LINKS, Tag: Table.TAGS}
    return Incoming(tuple(IncomingRow(n, tables[type(row)], row) for n, row in enumerate(rows, 1)))


def plan(
    *rows: Annotation | Link | Tag, state: State | None = None, shelf: Shelf | None = None
) -> ImportPlan:
    return plan_import(incoming(*rows), state or State(), shelf or Shelf())


def without_tags(result: ImportPlan) -> list[tuple[int, Action]]:
    return [(p.line, p.action) for p in result.planned if p.table is not Table.TAGS]


def test_into_an_empty_store_everything_is_added_as_it_is() -> None:
    result = plan(PROMISE, MAYOR, CLOSED, LINK, *TAGS)
    assert {row for _, row in result.rows} == {PROMISE, MAYOR, CLOSED, LINK, *TAGS}
    assert result.count(Action.ADDED) == 8
    assert result.refused == ()


def test_what_is_here_already_is_unchanged_and_what_differs_is_changed() -> None:
    state = State([(Table.ANNOTATIONS, PROMISE), (Table.ANNOTATIONS, replace(MAYOR, note="avant"))])
    assert without_tags(plan(PROMISE, MAYOR, CLOSED, state=state)) == [
        (1, Action.UNCHANGED),
        (2, Action.CHANGED),
        (3, Action.ADDED),
    ]


def test_the_codebook_gets_the_tags_it_lacks() -> None:
    result = plan(PROMISE, MAYOR, state=State([(Table.TAGS, Tag("PER", 3))]))
    assert [row.name for _, row in result.rows if isinstance(row, Tag)] == ["promesse", "=à vérifier"]


def test_a_key_that_another_tag_has_is_not_taken_from_it() -> None:
    result = plan(Tag("promesse", 1, 1), state=State([(Table.TAGS, Tag("rumeur", 2, 1))]))
    (planned,) = result.planned
    assert planned.row == Tag("promesse", 1, None)
    assert planned.remark == "the key 1 is that of “rumeur” here"


def test_an_article_that_is_not_here_refuses_its_row() -> None:
    stranger = replace(PROMISE, article="ailleurs.txt", article_sha256="0" * 64)
    (refused,) = plan(stranger).refused
    assert (refused.line, refused.why) == (1, "there is no article ailleurs.txt here")


def test_a_renamed_article_is_known_by_its_text() -> None:
    result = plan(replace(PROMISE, article="vieux-nom.txt"))
    (planned,) = [p for p in result.planned if p.table is Table.ANNOTATIONS]
    assert planned.row == PROMISE
    assert planned.remark == "vieux-nom.txt is called a/un.txt here"


def test_the_same_id_twice_is_refused_the_second_time() -> None:
    (refused,) = plan(PROMISE, replace(PROMISE, note="autre")).refused
    assert (refused.line, refused.why) == (2, "a-1 stands on line 1 already")


def test_a_link_may_stand_before_its_ends() -> None:
    assert plan(LINK, PROMISE, CLOSED).refused == ()


def test_a_link_finds_its_ends_in_the_store() -> None:
    state = State([(Table.ANNOTATIONS, PROMISE), (Table.ANNOTATIONS, CLOSED)])
    assert plan(LINK, state=state).refused == ()


def test_a_link_without_its_end_is_refused() -> None:
    (refused,) = plan(LINK, PROMISE).refused
    assert refused.why == "its end a-3 is neither in the file nor here"


def test_a_link_whose_end_was_refused_is_refused_with_it() -> None:
    gone = replace(CLOSED, article="ailleurs.txt", article_sha256="0" * 64)
    assert [refused.line for refused in plan(PROMISE, gone, LINK).refused] == [2, 3]


def test_a_quote_that_moved_is_placed_where_it_stands_now() -> None:
    text = "Une phrase de plus, assez longue.\n" + ARTICLES["a/un.txt"].text
    changed = article("a/un.txt", text)
    result = plan(PROMISE, shelf=Shelf({"a/un.txt": changed}))
    (planned,) = [p for p in result.planned if p.table is Table.ANNOTATIONS]
    assert isinstance(planned.row, Annotation)
    assert planned.row.span.of(text) == planned.row.quote == PROMISE.quote
    assert planned.row.article_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert planned.row.anchor in (AnchorState.EXACT, AnchorState.MOVED)


def test_a_quote_that_claims_a_wrong_place_of_this_very_text_is_placed_right() -> None:
    shifted = replace(PROMISE, span=Span(PROMISE.span.start + 3, PROMISE.span.end + 3))
    (planned,) = [p for p in plan(shifted).planned if p.table is Table.ANNOTATIONS]
    assert isinstance(planned.row, Annotation)
    assert planned.row.span == PROMISE.span


def test_a_quote_that_is_nowhere_is_refused() -> None:
    words = "zzzz qqqq xxxx wwww kk"
    nowhere = replace(PROMISE, quote=words, prefix="yyyy ", suffix=" vvvv")
    assert len(words) == len(PROMISE.quote)
    (refused,) = plan(nowhere).refused
    assert refused.why == "its quote is not in a/un.txt"


def test_what_the_program_calls_things_takes_no_quick_key_by_an_import() -> None:
    result = plan(replace(PROMISE, tags=("ORG", "promesse", "DATE", "quote")))
    keys = {row.name: row.favourite for _, row in result.rows if isinstance(row, Tag)}
    assert keys == {"promesse": 1, "ORG": None, "DATE": None, "quote": None}


def test_every_row_is_told_of() -> None:
    told: list[None] = []
    plan_import(incoming(PROMISE, MAYOR, LINK), State(), Shelf(), lambda: told.append(None))
    assert len(told) == 3
