"""What leaves as JSONL comes back the same, whatever it says."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.changes import Table
from reader.annotations.state import State
from reader.formats import csv_table, jsonl
from reader.formats.data import ExportData
from reader.formats.plan import plan_import
from reader.model import Annotation, Article, Link, Span
from reader.text.quoting import context
from tests.unit.formats.samples import TIME, article

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
NOTES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
FIELDS = ("type", "id", "article", "start", "end", "quote", "tags", "note", "source", "target")
TAGS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Article, tuple[Annotation, ...], tuple[Link, ...]]:
    """An article and what somebody marked in it."""
    text = draw(TEXTS)
    place = article("x.txt", text)
    annotations = []
    for number in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        prefix, suffix = context(text, Span(start, end))
        tags = tuple(draw(st.lists(TAGS, max_size=3, unique=True)))
        annotations.append(
            Annotation(
                f"a-{number}",
                place.id,
                place.sha256,
                Span(start, end),
                text[start:end],
                prefix,
                suffix,
                tags,
                draw(NOTES),
                "zoé",
                TIME,
                TIME,
            )
        )
    ids = [annotation.id for annotation in annotations]
    links = [
        Link(f"l-{source}-{target}", "updates", source, target, draw(NOTES), "zoé", TIME, TIME)
        for source, target in pairwise(ids)
    ]
    return place, tuple(annotations), tuple(links)


class Shelf:
    """One article."""

    def __init__(self, only: Article) -> None:
        self._only = only

    def article(self, id: str) -> Article | None:
        return self._only if id == self._only.id else None

    def article_with(self, sha256: str) -> Article | None:
        return self._only if sha256 == self._only.sha256 else None


def imported(lines: Iterable[str], shelf: Shelf) -> State:
    plan = plan_import(jsonl.read(lines), State(), shelf)
    assert plan.refused == ()
    return State(plan.rows)


@given(marked())
def test_import_into_an_empty_store_and_export_give_the_same_bytes(
    case: tuple[Article, tuple[Annotation, ...], tuple[Link, ...]],
) -> None:
    place, annotations, links = case
    lines = list(jsonl.write(ExportData(annotations=annotations, links=links)))
    state = imported(lines, Shelf(place))
    again = ExportData(annotations=tuple(state.annotations.values()), links=tuple(state.links.values()))
    assert list(jsonl.write(again)) == lines


@given(marked())
def test_every_exported_quote_is_its_slice_of_the_text(
    case: tuple[Article, tuple[Annotation, ...], tuple[Link, ...]],
) -> None:
    place, annotations, links = case
    for line in jsonl.write(ExportData(annotations=annotations, links=links)):
        record = json.loads(line)
        for part in [record] if record["type"] == "annotation" else [record["source"], record["target"]]:
            assert place.text[part["start"] : part["end"]] == part["quote"]


@given(NOTES)
def test_a_line_stays_one_line_for_every_reader(note: str) -> None:
    place = article("x.txt", "un mot")
    row = Annotation("a", "x.txt", place.sha256, Span(0, 2), "un", "", " mot", (), note, "zoé", TIME, TIME)
    (line,) = jsonl.write(ExportData(annotations=(row,)))
    assert len(line.splitlines()) == 1  # the very function that others split with
    (again,) = jsonl.read([line]).rows
    assert (again.table, again.row) == (Table.ANNOTATIONS, row)


@given(
    st.one_of(
        st.text(max_size=200),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(FIELDS),
                    inner,
                )
            ),
            max_leaves=8,
        ).map(lambda value: json.dumps(value).replace('"id"', '"type"', 1)),
    )
)
def test_whatever_a_line_says_it_is_read_passed_or_refused(line: str) -> None:
    incoming = jsonl.read([line])
    assert len(incoming.rows) + len(incoming.refused) + incoming.passed == (1 if line.strip() else 0)


@given(NOTES, TAGS)
def test_no_cell_of_a_table_begins_like_a_formula(note: str, tag: str) -> None:
    place = article("x.txt", "un mot")
    row = Annotation("a", "x.txt", place.sha256, Span(0, 2), "un", "", "", (tag,), note, "zoé", TIME, TIME)
    written = "".join(csv_table.write(ExportData(annotations=(row, replace(row, id="b")))))
    for cells in list(csv.reader(io.StringIO(written, newline="")))[1:]:
        assert len(cells) == len(csv_table.COLUMNS)
        assert not any(cell.startswith(csv_table.FORMULA_SIGNS) for cell in cells)
