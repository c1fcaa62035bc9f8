"""Rows of a text: French rules, cells, offsets."""

from __future__ import annotations

import pytest

from reader.layout.wrap import Wrapped
from reader.model import Span
from tests.effort import grows_no_faster

NBSP, NNBSP = "\u00a0", "\u202f"


def rows(text: str, width: int, *headings: Span) -> list[str]:
    wrapped = Wrapped(text, width, headings)
    return [wrapped.row_span(row).of(text) for row in range(wrapped.height)]


def shown(text: str, width: int) -> list[str]:
    wrapped = Wrapped(text, width)
    return [wrapped.shown_row(row).rstrip(" ") for row in range(wrapped.height)]


def test_words_fill_a_row_and_the_space_at_a_wrap_belongs_to_the_row_before_it() -> None:
    assert rows("un chat noir dort", 9) == ["un chat ", "noir dort"]


def test_a_row_may_be_exactly_as_wide_as_the_view() -> None:
    assert rows("le chat dort", 7) == ["le chat ", "dort"]


@pytest.mark.parametrize("space", [NBSP, NNBSP, "\u2007", "\u2009", "\u2060"])
def test_no_row_ends_at_a_space_that_does_not_break(space: str) -> None:
    assert shown(f"il coûte 10{space}000{space}euros", 14)[0] == "il coûte"


@pytest.mark.parametrize("sign", [";", ":", "!", "?", "»", "%", "€"])
def test_a_plain_space_before_a_high_sign_does_not_break(sign: str) -> None:
    assert rows(f"alors oui {sign} donc", 9) == ["alors ", f"oui {sign} ", "donc"]


def test_a_plain_space_after_an_opening_guillemet_does_not_break() -> None:
    assert rows("dire « oui » enfin", 8) == ["dire ", "« oui » ", "enfin"]


def test_the_dash_that_opens_a_line_of_dialogue_keeps_its_word() -> None:
    assert rows("— Extraordinaire non", 16) == ["— Extraordinaire ", "non"]
    assert rows("— Extraordinairement", 8)[0] == "— Extrao"


def test_digits_grouped_by_plain_spaces_stay_together() -> None:
    assert rows("près de 10 000 morts", 11) == ["près de ", "10 000 ", "morts"]
    assert rows("en 2025 300 élus", 8) == ["en 2025 ", "300 élus"]


def test_a_hyphen_breaks_a_word_only_where_much_of_the_row_would_stay_empty() -> None:
    assert rows("Il va à la Maison-Blanche ce soir", 22)[0] == "Il va à la Maison-"
    assert rows("Ils vont à la grande Xi-Anlong", 26)[0] == "Ils vont à la grande "


def test_a_date_in_figures_is_not_broken_at_its_hyphens() -> None:
    assert rows("en 2025-10-16", 12) == ["en ", "2025-10-16"]


def test_a_word_longer_than_the_row_is_cut() -> None:
    assert rows("anticonstitutionnellement", 10) == ["anticonsti", "tutionnell", "ement"]


def test_a_word_that_is_cut_takes_a_letter_along_for_the_sign_behind_it() -> None:
    assert rows("constitutionnel !", 15) == ["constitutionne", "l !"]


def test_spaces_beyond_the_width_hang_over() -> None:
    assert rows("un" + " " * 9 + "chat", 4) == ["un" + " " * 9, "chat"]


def test_a_row_never_splits_a_grapheme() -> None:
    assert rows("e\u0301" * 5, 2) == ["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]


def test_wide_characters_count_two_cells_and_may_part_rows() -> None:
    assert rows("日本語の文", 4) == ["日本", "語の", "文"]
    assert rows("日本。", 4) == ["日", "本。"]
    assert rows("a 日本語の文", 8) == ["a 日本語", "の文"]


def test_a_wide_character_in_one_cell_has_a_row_of_its_own() -> None:
    assert rows("日本", 1) == ["日", "本"]


def test_an_empty_text_has_one_empty_row() -> None:
    wrapped = Wrapped("", 10)
    assert (wrapped.height, wrapped.row_span(0), wrapped.cell_of(0), wrapped.offset_at(0, 5)) == (
        1,
        Span(0, 0),
        (0, 0),
        0,
    )


def test_a_line_end_at_the_end_gives_a_last_row_for_the_cursor() -> None:
    wrapped = Wrapped("un\n", 10)
    assert wrapped.height == 2
    assert wrapped.cell_of(3) == (1, 0)
    assert not wrapped.is_spacer(1)


# --- spacers -------------------------------------------------------------------


PROSE = "Une phrase assez longue pour faire un paragraphe. " * 3


def test_paragraphs_parted_by_one_line_end_get_an_empty_row_between_them() -> None:
    wrapped = Wrapped(f"{PROSE}\n{PROSE}", 60)
    spacers = [row for row in range(wrapped.height) if wrapped.is_spacer(row)]
    assert len(spacers) == 1
    assert len(wrapped.row_span(spacers[0])) == 0
    assert wrapped.row_of(len(PROSE) + 1) == spacers[0] + 1


def test_paragraphs_parted_by_a_blank_line_get_none() -> None:
    wrapped = Wrapped(f"{PROSE}\n\n{PROSE}", 60)
    assert not any(wrapped.is_spacer(row) for row in range(wrapped.height))


def test_the_lines_of_a_list_stand_together() -> None:
    assert rows("un\ndeux\ntrois", 20) == ["un\n", "deux\n", "trois"]


def test_a_heading_stands_apart() -> None:
    assert rows("Un titre\nun mot", 20, Span(0, 8)) == ["Un titre\n", "", "un mot"]


# --- cells ---------------------------------------------------------------------


def test_an_offset_and_its_cell_lead_to_each_other() -> None:
    wrapped = Wrapped("la dame a e\u0301té 日 là", 10)
    for offset in (0, 3, 8, 10, 12, 13, 15, 17):
        assert wrapped.offset_at(*wrapped.cell_of(offset)) == offset


def test_an_offset_within_a_grapheme_stands_in_its_first_cell() -> None:
    assert Wrapped("xe\u0301y", 10).cell_of(2) == (0, 1)


def test_the_second_cell_of_a_wide_character_is_that_character() -> None:
    wrapped = Wrapped("a日b", 10)
    assert [wrapped.offset_at(0, cell) for cell in range(5)] == [0, 1, 1, 2, 3]


def test_a_cell_behind_the_words_is_where_they_end() -> None:
    wrapped = Wrapped("un chat noir\nfin", 8)
    assert wrapped.offset_at(0, 99) == 7  # the space at the wrap
    assert wrapped.offset_at(1, 99) == 12  # the line end
    assert wrapped.offset_at(2, 99) == 16  # the end of the text


def test_a_cell_behind_a_cut_word_is_its_last_letter_so_that_the_row_stays() -> None:
    assert Wrapped("abcdefgh", 4).offset_at(0, 99) == 3


def test_rows_outside_the_text_give_its_ends() -> None:
    wrapped = Wrapped("un mot", 10)
    assert (wrapped.offset_at(-1, 3), wrapped.offset_at(9, 0)) == (0, 6)


# --- hostile texts ---------------------------------------------------------------


def test_what_is_shown_is_safe_and_as_long_as_the_text() -> None:
    text = "a\x1b[31m\tb\u202ec\u2028d\ud800"
    wrapped = Wrapped(text, 80)
    assert len(wrapped.shown) == len(text)
    assert not set(wrapped.shown) & set("\x1b\t\u202e\u2028\ud800")
    assert wrapped.height == 1


@pytest.mark.parametrize(
    "text", [" ", "-", ": ", "\n", "x", "« ", "日", "e\u0301", "\u200d", "👩‍👩‍👧", "a" + " " * 99 + ":"]
)
def test_effort_grows_with_the_text_and_no_faster(text: str) -> None:
    assert grows_no_faster(lambda sample: Wrapped(sample, 40), text * (80_000 // len(text)))
