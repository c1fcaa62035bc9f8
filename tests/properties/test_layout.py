"""What holds of every layout, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.marks import Mark, Role
from reader.layout.rows import Flattened, Overlaid
from reader.layout.wrap import Wrapped
from reader.model import Span
from reader.text.cells import cell_width, graphemes

PIECES = st.sampled_from(
    [
        "mot", "l’Ukraine", "Maison-Blanche", "«", "»", ":", ";", "!", "?", "%", "€", "10", "000", "—", "-",
        "/", "a/b",
        " ", "  ", "\u00a0", "\u202f", "\u2009", "\t", "\n", "\n\n", "é", "e\u0301", "日本", "🙂", "👩‍👩‍👧",
        "\u200d", "\u2028",
        "\x1b", "\x85", "\f", "\ud800", "\u202e", "क्षि", "anticonstitutionnellement" * 4,
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80))
WIDTHS = st.integers(1, 40)


@given(TEXTS, WIDTHS)
def test_the_rows_joined_are_the_text(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    spans = [wrapped.row_span(row) for row in range(wrapped.height)]
    assert "".join(span.of(text) for span in spans) == text
    assert len(wrapped.shown) == len(text)


@given(TEXTS, WIDTHS)
def test_no_row_is_wider_than_the_view_but_for_a_grapheme_that_is(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    for row in range(wrapped.height):
        assert wrapped.row_cells(row) <= width or len(list(graphemes(wrapped.shown_row(row)))) == 1


@given(TEXTS, WIDTHS)
def test_no_row_splits_a_grapheme(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    borders = {0, len(text)} | {end for _, end in graphemes(wrapped.shown)}
    assert all(wrapped.row_span(row).start in borders for row in range(wrapped.height))


@given(TEXTS, WIDTHS)
def test_only_spaces_and_the_line_end_of_a_row_are_not_shown(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    for row in range(wrapped.height):
        span = wrapped.row_span(row)
        hidden = wrapped.shown[span.start + len(wrapped.shown_row(row)) : span.end]
        assert not hidden.strip()


@given(TEXTS, WIDTHS)
def test_every_line_end_ends_a_row(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    for row in range(wrapped.height):
        assert "\n" not in wrapped.shown_row(row)


@given(TEXTS, st.integers(2, 40))
def test_an_offset_leads_to_its_cell_and_back(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    for start, _ in graphemes(wrapped.shown):
        row, cell = wrapped.cell_of(start)
        assert start in wrapped.row_span(row)
        found = wrapped.offset_at(row, cell)
        assert wrapped.cell_of(found) == (row, cell) or wrapped.last_stand(row) == found <= start


@given(TEXTS, WIDTHS, st.integers(-2, 60), st.integers(-2, 60))
def test_every_cell_leads_to_an_offset_on_its_row(text: str, width: int, row: int, cell: int) -> None:
    wrapped = Wrapped(text, width)
    offset = wrapped.offset_at(row, cell)
    assert 0 <= offset <= len(text)
    if 0 <= row < wrapped.height and not wrapped.is_spacer(row):
        assert wrapped.row_of(offset) == row


@given(st.text(alphabet="abé «»;:!?", max_size=120), st.integers(12, 40))
def test_no_row_begins_with_a_sign_that_french_keeps_with_the_word_before(text: str, width: int) -> None:
    words = " ".join(word for word in text.split() if len(word) < 4 or word.isalpha())
    if " ! ! !" in words or any(len(run) > 10 for run in _sticky_runs(words)):
        return
    wrapped = Wrapped(words, width)
    for row in range(1, wrapped.height):
        span = wrapped.row_span(row)
        assert span.of(words)[:1] not in set(";:!?»")
        assert words[span.start - 2 : span.start] != "« "


def _sticky_runs(text: str) -> list[str]:
    """Stretches that no space may break."""
    runs, run = [], ""
    for word in text.split(" "):
        sticks = word[:1] in set(";:!?»") or run[-1:] == "«"
        if sticks:
            run += " " + word
        else:
            runs.append(run)
            run = word
    return [*runs, run]


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from(Role), st.just(""), st.integers(1, 9)), max_size=20)


@given(MARKS, SPANS)
def test_runs_fill_the_row_and_say_what_is_marked_at_each_letter(marks: list[Mark], row: Span) -> None:
    runs = list(Flattened(marks).runs(row))
    assert [offset for run in runs for offset in range(run.start, run.end)] == list(range(row.start, row.end))
    for run in runs:
        for offset in range(run.start, run.end):
            here = [mark for mark in marks if offset in mark.span]
            assert {role for role in Role if run.look.has(role)} == {mark.role for mark in here}
            annotations = [mark for mark in here if mark.role is Role.ANNOTATION]
            assert run.look.depth == len(annotations)
            assert (run.look.slot > 0) == bool(annotations)
            assert not annotations or run.look.slot in {
                mark.slot for mark in annotations if mark.span.start == max(a.span.start for a in annotations)
            }


PASSING = st.lists(st.builds(Mark, SPANS, st.sampled_from([Role.LINK_START, Role.CURRENT_HIT])), max_size=5)


@given(MARKS, PASSING, SPANS)
def test_marks_laid_over_others_look_as_if_all_were_flattened(
    marks: list[Mark], passing: list[Mark], row: Span
) -> None:
    at_once, over = Flattened(marks + passing), Overlaid(Flattened(marks), Flattened(passing))
    assert over.margin(row) == at_once.margin(row)
    runs = list(over.runs(row))
    assert [offset for run in runs for offset in range(run.start, run.end)] == list(range(row.start, row.end))
    current = Flattened(passing)
    for run in runs:
        for offset in range(run.start, run.end):
            look = at_once.look_at(offset)
            if current.look_at(offset).has(Role.CURRENT_HIT):
                look = look._replace(roles=look.roles & ~Role.HIT.bit)
            assert run.look == over.look_at(offset) == look


@given(st.lists(SPANS, max_size=10))
def test_spans_of_one_role_are_flattened_like_any_marks(spans: list[Span]) -> None:
    alike, any_ = Flattened.alike(spans, Role.HIT), Flattened([Mark(span, Role.HIT) for span in spans])
    assert list(alike.runs(Span(0, 100))) == list(any_.runs(Span(0, 100)))


@given(TEXTS)
def test_the_width_of_a_row_is_the_sum_of_its_graphemes(text: str) -> None:
    wrapped = Wrapped(text, 30)
    for row in range(wrapped.height):
        shown = wrapped.shown_row(row)
        assert wrapped.row_cells(row) == sum(cell_width(shown[a:b]) for a, b in graphemes(shown))
