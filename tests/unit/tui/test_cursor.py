"""The cursor and its selection: values, told apart from any widget."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.wrap import Wrapped
from reader.model import Span
from reader.text.cells import grapheme_at
from reader.text.structure import TextMap
from reader.tui.widgets.article_cursor import Cursor
from reader.tui.widgets.article_motion import Ground, Motion, moved

TEXT = "Anna dit oui. Paul dit non, puis s’en va.\n\nUne e\u0301tape."
SHORT = st.text(alphabet="ab e\u0301\n🙂.’", max_size=30)
STEPS = st.lists(
    st.tuples(st.sampled_from(Motion), st.sampled_from(["go", "shift", "v", "choose"])), max_size=12
)


def ground(text: str, width: int = 40, height: int = 10) -> Ground:
    return Ground(Wrapped(text, width), TextMap(text), height)


def words(cursor: Cursor) -> str:
    return cursor.selection.of(cursor.text) if cursor.selection is not None else ""


def after(cursor: Cursor, *motions: Motion, stretching: bool = False, width: int = 40) -> Cursor:
    for motion in motions:
        cursor = moved(cursor, motion, ground(cursor.text, width), stretching=stretching)
    return cursor


def at(offset: int, text: str = TEXT) -> Cursor:
    return Cursor(text).at(offset)


# --- letter by letter, as vim has it


def test_selecting_begins_with_the_letter_under_the_cursor() -> None:
    assert words(at(0).begun()) == "A"


def test_the_letter_under_the_cursor_belongs_to_the_selection_in_either_direction() -> None:
    assert words(after(at(0).begun(), *[Motion.RIGHT] * 3)) == "Anna"
    assert words(after(at(3).begun(), *[Motion.LEFT] * 3)) == "Anna"


def test_going_back_past_the_beginning_turns_the_selection_round_and_keeps_its_first_letter() -> None:
    begun = after(at(5).begun(), Motion.RIGHT)
    assert words(begun) == "di"
    assert words(after(begun, *[Motion.LEFT] * 3)) == "a d"


def test_by_words_whole_words_are_taken_and_no_space() -> None:
    begun = at(0).begun()
    assert words(after(begun, Motion.NEXT_WORD)) == "Anna"
    assert words(after(begun, Motion.NEXT_WORD, Motion.NEXT_WORD)) == "Anna dit"
    assert words(after(at(5).begun(), Motion.PREVIOUS_WORD)) == "Anna d"


def test_by_sentence_and_to_the_end_of_the_line_no_space_is_taken() -> None:
    assert words(after(at(5).begun(), Motion.NEXT_SENTENCE)) == "dit oui."
    assert words(after(at(5).begun(), Motion.LINE_END, width=14)) == "dit oui."
    assert words(after(at(5).begun(), Motion.LINE_START, width=14)) == "Anna d"


def test_the_end_of_a_line_is_no_letter() -> None:
    end = TEXT.index("\n")
    assert words(after(at(end - 3).begun(), *[Motion.RIGHT] * 3)) == "va."
    assert words(at(end).begun()) == ""


def test_ending_keeps_what_was_selected_and_the_next_movement_lets_it_go() -> None:
    ended = after(at(0).begun(), *[Motion.RIGHT] * 3).ended()
    assert (words(ended), ended.selecting, ended.point) == ("Anna", False, 3)
    assert words(after(ended, Motion.RIGHT)) == ""
    assert after(ended, Motion.RIGHT).point == 4


def test_beginning_and_ending_without_a_step_between_selects_nothing() -> None:
    assert words(at(4).begun().ended()) == ""
    assert at(4).begun().ended().point == 4


def test_what_is_selected_already_is_gone_on_from() -> None:
    chosen = at(0).choosing(Span(5, 8), 5)
    assert words(chosen.begun()) == "dit"
    assert words(after(chosen.begun(), Motion.RIGHT, Motion.RIGHT)) == "dit o"
    assert words(after(chosen.begun(), Motion.LEFT)) == " dit"
    stretched = after(at(5), *[Motion.RIGHT] * 3, stretching=True)
    assert words(stretched.begun()) == "dit"
    assert words(after(stretched.begun(), Motion.RIGHT)) == "dit "
    back = after(at(8), *[Motion.LEFT] * 3, stretching=True)
    assert words(back.begun()) == "dit"
    assert words(after(back.begun(), Motion.LEFT)) == " dit"


# --- between letters, as editors have it


def test_shift_and_an_arrow_take_the_letters_passed_over() -> None:
    assert words(after(at(0), *[Motion.RIGHT] * 4, stretching=True)) == "Anna"
    assert words(after(at(4), *[Motion.LEFT] * 4, stretching=True)) == "Anna"
    assert words(after(at(2), Motion.RIGHT, Motion.LEFT, stretching=True)) == ""


def test_the_cursor_is_shown_on_the_last_letter_of_the_selection_it_ends() -> None:
    stretched = after(at(0), *[Motion.RIGHT] * 4, stretching=True)
    assert (stretched.offset, stretched.point, stretched.letter) == (4, 3, Span(3, 4))


def test_to_the_end_of_a_row_that_cuts_a_word_the_last_letter_is_taken() -> None:
    text = "abcdefghij"
    assert words(after(at(0, text), Motion.LINE_END, stretching=True, width=4)) == "abcd"
    assert words(after(at(0, text).begun(), Motion.LINE_END, width=4)) == "abcd"


# --- half a page, and columns


@pytest.mark.parametrize("selecting", [False, True])
def test_half_a_page_is_half_the_rows_in_sight_and_keeps_the_column(selecting: bool) -> None:
    text = "\n".join(["abcdef"] * 40)
    begun = at(3, text).begun() if selecting else at(3, text)
    down = after(begun, Motion.HALF_PAGE_DOWN)
    assert down.point == 5 * 7 + 3
    assert after(down, Motion.HALF_PAGE_UP).point == 3
    assert after(down, Motion.LEFT, Motion.DOWN).point == 6 * 7 + 2


# --- whatever one does


@given(SHORT, STEPS, st.integers(1, 9))
def test_a_selection_always_stands_in_the_text_on_borders_of_letters(
    text: str, steps: list[tuple[Motion, str]], width: int
) -> None:
    cursor, on = Cursor(text), ground(text, width, 4)
    for motion, how in steps:
        if how == "v":
            cursor = cursor.ended() if cursor.selecting else cursor.begun()
        elif how == "choose":
            cursor = cursor.choosing(Span(cursor.point, min(cursor.point + 3, len(text))), cursor.point)
        cursor = moved(cursor, motion, on, stretching=how == "shift")
        borders = [cursor.offset, cursor.point]
        if cursor.selection is not None:
            borders += [cursor.selection.start, cursor.selection.end]
            assert len(cursor.selection)
        assert all(0 <= border <= len(text) for border in borders)
        assert all(grapheme_at(text, border)[0] == border for border in borders)
        if cursor.selecting and cursor.selection is not None:
            assert cursor.selection.start <= cursor.point <= cursor.selection.end


@given(SHORT, SHORT, STEPS)
def test_a_cursor_is_carried_into_any_other_text(
    text: str, other: str, steps: list[tuple[Motion, str]]
) -> None:
    cursor = Cursor(text)
    for motion, how in steps:
        cursor = cursor.begun() if how == "v" else cursor
        cursor = moved(cursor, motion, ground(text), stretching=how == "shift")
    now = cursor.carried(other, lambda offset: min(offset, len(other)))
    assert 0 <= now.point <= len(other)
    assert now.selecting == cursor.selecting or now.selection is None
    assert cursor.carried(text, lambda offset: offset).selection == cursor.selection
