"""Marks flattened to runs, and the margin beside a row."""

from __future__ import annotations

from reader.layout.frame import frame
from reader.layout.glyphs import ASCII, UNICODE, glyphs_for, margin_signs, margin_width
from reader.layout.marks import Mark, Role, marks_of
from reader.layout.rows import PLAIN, Flattened, Margin
from reader.model import (
    AnchorState,
    Annotation,
    Claim,
    ClaimStatus,
    Entity,
    EntityLabel,
    Span,
    Timex,
    TimexKind,
)
from tests.effort import effort


def annotation(
    start: int, end: int, tag: str = "fait", note: str = "", anchor: AnchorState = AnchorState.EXACT
) -> Annotation:
    return Annotation(
        f"a-{start}",
        "a.txt",
        "",
        Span(start, end),
        "x" * (end - start),
        "",
        "",
        (tag,),
        note,
        "",
        "",
        "",
        "hand",
        anchor,
    )


def test_a_text_without_marks_is_one_plain_run() -> None:
    assert [(*run[:2], run.look) for run in Flattened().runs(Span(3, 9))] == [(3, 9, PLAIN)]


def test_an_empty_row_has_no_runs() -> None:
    assert list(Flattened([Mark(Span(0, 9), Role.DATE)]).runs(Span(4, 4))) == []


def test_runs_part_where_marks_begin_and_end_and_fill_the_row() -> None:
    flat = Flattened([Mark(Span(2, 6), Role.PERSON), Mark(Span(4, 12), Role.QUOTE)])
    runs = list(flat.runs(Span(3, 10)))
    assert [run[:2] for run in runs] == [(3, 4), (4, 6), (6, 10)]
    assert [(run.look.has(Role.PERSON), run.look.has(Role.QUOTE)) for run in runs] == [
        (True, False),
        (True, True),
        (False, True),
    ]


def test_the_innermost_annotation_gives_the_colour_and_the_depth_counts_them() -> None:
    flat = Flattened([Mark(Span(0, 20), Role.ANNOTATION, "a", 2), Mark(Span(5, 9), Role.ANNOTATION, "b", 7)])
    assert [(flat.look_at(n).slot, flat.look_at(n).depth) for n in (0, 5, 9, 20)] == [
        (2, 1),
        (7, 2),
        (2, 1),
        (0, 0),
    ]


def test_of_two_on_the_same_passage_the_depth_still_tells() -> None:
    flat = Flattened([Mark(Span(1, 4), Role.ANNOTATION, "a", 1), Mark(Span(1, 4), Role.ANNOTATION, "b", 1)])
    assert flat.look_at(2).depth == 2


def test_a_mark_without_letters_shows_nothing() -> None:
    assert Flattened([Mark(Span(3, 3), Role.HIT)]).look_at(3) == PLAIN


def test_ten_thousand_marks_upon_one_another_are_flattened_in_reasonable_time() -> None:
    flat = Flattened(Mark(Span(n, 30_000 - n), Role.ANNOTATION, str(n), n % 9 + 1) for n in range(10_000))
    assert flat.look_at(15_000).depth == 10_000
    assert sum(1 for _ in flat.runs(Span(0, 30_000))) > 10_000


# --- the margin -------------------------------------------------------------------


def test_ten_thousand_finds_cost_a_few_calls_each() -> None:
    finds = [Span(10 * i, 10 * i + 4) for i in range(10_000)]
    assert effort(lambda: Flattened.alike(finds, Role.HIT)) < 5 * len(finds)


def test_the_bar_stands_beside_every_row_of_an_annotation_other_signs_where_it_begins() -> None:
    flat = Flattened(
        marks_of(annotations=[annotation(5, 25, note="à voir")], slots={"fait": 3}, linked={"a-5"})
    )
    assert flat.margin(Span(0, 10)) == Margin(slot=3, depth=1, note=True, link=True)
    assert flat.margin(Span(10, 20)) == Margin(slot=3, depth=1)
    assert flat.margin(Span(30, 40)) == Margin()


def test_the_bar_goes_on_across_the_space_between_two_paragraphs() -> None:
    flat = Flattened([Mark(Span(2, 9), Role.ANNOTATION, "a", 4)])
    assert flat.margin(Span(5, 5)).slot == 4
    assert flat.margin(Span(2, 2)) == Margin()


def test_a_claim_has_its_sign_where_it_begins() -> None:
    flat = Flattened([Mark(Span(2, 90), Role.HEDGE)])
    assert (flat.margin(Span(0, 9)).claim, flat.margin(Span(9, 18)).claim) == (Role.HEDGE, None)


def test_margin_signs_have_their_columns_and_crowd_into_one_where_it_is_narrow() -> None:
    margin = Margin(slot=1, depth=2, note=True, link=True, claim=Role.QUOTE)
    assert [sign for sign, _ in margin_signs(margin, 5, UNICODE)] == ["“", "⇄", "✎", "▌", " "]
    assert [sign for sign, _ in margin_signs(margin, 2, ASCII)] == ["&", "H"]
    assert margin_signs(margin, 0, UNICODE) == []


def test_every_kind_of_claim_has_a_sign_of_its_own_and_the_plain_signs_are_ascii() -> None:
    for glyphs in (UNICODE, ASCII):
        signs = [*glyphs.claims.values(), glyphs.note, glyphs.link, glyphs.doubtful, *glyphs.bars]
        assert len(set(signs)) == len(signs)
        assert all(len(sign) == 1 for sign in signs)
    assert "".join([*ASCII.claims.values(), ASCII.note, ASCII.link, ASCII.doubtful, *ASCII.bars]).isascii()


def test_a_terminal_without_unicode_gets_the_plain_signs() -> None:
    assert glyphs_for("UTF-8") is UNICODE
    assert glyphs_for("utf8") is UNICODE
    assert glyphs_for("ISO-8859-1") is ASCII
    assert glyphs_for(None) is ASCII


# --- marks ------------------------------------------------------------------------


def test_each_kind_of_mention_has_its_role() -> None:
    span = Span(0, 2)
    mentions = [Entity(span, "ab", label, "ab") for label in EntityLabel]
    roles = [mark.role for mark in marks_of(mentions)]
    assert roles == [Role.PERSON, Role.PLACE, Role.ORGANISATION, Role.OTHER]
    assert marks_of([Timex(span, "ab", TimexKind.SET, "")])[0].role is Role.DATE
    claims = [Claim(span, "ab", status, None) for status in ClaimStatus]
    assert [mark.role for mark in marks_of(claims)] == [
        Role.QUOTE,
        Role.INDIRECT,
        Role.CONDITIONAL,
        Role.HEDGE,
    ]


def test_an_orphan_has_no_mark_and_a_doubtful_one_says_so() -> None:
    orphan, doubtful = (
        annotation(0, 3, anchor=AnchorState.ORPHAN),
        annotation(5, 8, anchor=AnchorState.DOUBTFUL),
    )
    assert [mark.role for mark in marks_of(annotations=[orphan, doubtful])] == [
        Role.ANNOTATION,
        Role.DOUBTFUL,
    ]


def test_colour_slots_begin_anew_after_the_last_one() -> None:
    assert marks_of(annotations=[annotation(0, 3, "x")], slots={"x": 11})[0].slot == 2


# --- the frame --------------------------------------------------------------------


def test_the_text_is_centred_at_its_measure() -> None:
    wide = frame(120, 76)
    assert (wide.text, wide.text_from) == (76, 22)


def test_a_small_view_gives_its_whole_width_to_the_text() -> None:
    narrow = frame(39, 76)
    assert (narrow.left, narrow.margin, narrow.text) == (0, 2, 36)
    assert (frame(10).margin, frame(10).text) == (0, 9)


def test_every_width_has_a_frame_that_fits() -> None:
    for width in range(200):
        made = frame(width)
        assert made.text >= 1
        assert made.text_from + made.text <= max(1, width)
        assert margin_width(width) == made.margin
