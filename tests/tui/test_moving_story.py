"""Moving and selecting with the keys that vim and editors taught people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.conftest import MEDIUM, SMALL_SIZES

if TYPE_CHECKING:
    from tests.tui.conftest import Open

LINE = "Anna Kovacs parle à Vienne, puis le sommet du 3 mars 2024 commence sans elle ce soir."
LONG = {"long": "Titre\n\n" + "\n\n".join(f"{number}. {LINE}" for number in range(60))}


@SMALL_SIZES
async def test_0_and_dollar_go_to_the_ends_of_the_row(story: Open, size: tuple[int, int]) -> None:
    async with story(size, **LONG) as told:
        text = told.app.reading.text
        await told.press("down", "down", "right", "right", "right")
        row = text.page.wrapped.row_of(text.point)
        await told.press("dollar_sign")
        assert text.point == text.page.wrapped.last_stand(row)
        await told.press("0")
        assert text.point == text.page.wrapped.row_span(row).start


@SMALL_SIZES
async def test_half_pages_and_pages_keep_the_cursor_on_its_row_of_the_screen(
    story: Open, size: tuple[int, int]
) -> None:
    async with story(size, **LONG) as told:
        text = told.app.reading.text
        await told.press("down", "down", "down")
        began, row = text.point, text.cell_of(text.point)[1]
        await told.press("ctrl+d")
        half = text.sight.top
        assert abs(half - text.size.height // 2) <= 1
        assert abs(text.cell_of(text.point)[1] - row) <= 1
        await told.press("ctrl+u")
        assert (text.sight.top, text.point) == (0, began)
        await told.press("ctrl+f")
        assert text.sight.top > half
        await told.press("ctrl+b")
        assert text.sight.top == 0
        await told.press("space")
        assert text.sight.top > half


async def test_v_takes_the_letter_under_the_cursor_and_what_is_tagged_is_what_is_shown(story: Open) -> None:
    async with story(MEDIUM, **LONG) as told:
        await told.press("down", "down", "right", "right", "right", "v")
        assert told.selected == "A"
        assert "selecting" in told.status
        await told.press("l", "l", "l")
        assert told.selected == "Anna"
        await told.press("t")
        await told.type("nom")
        await told.press("enter")
        assert told.annotations()[0]["quote"] == "Anna"


async def test_v_once_more_ends_selecting_and_keeps_what_is_selected(story: Open) -> None:
    async with story(MEDIUM, **LONG) as told:
        await told.press("down", "down", "w", "v", "w", "v")
        assert told.selected == "Anna Kovacs"[: len(told.selected)]
        kept = told.selected
        assert "selecting" not in told.status
        await told.press("shift+right")
        assert len(told.selected) == len(kept) + 1
        await told.press("right")
        assert told.selected == ""


async def test_shift_with_page_and_paragraph_keys_selects(story: Open) -> None:
    async with story(MEDIUM, **LONG) as told:
        text = told.app.reading.text
        await told.press("down", "down", "ctrl+shift+down")
        assert told.selected == f"0. {LINE}"
        await told.press("shift+pagedown")
        assert told.selected.count("\n") > 5
        await told.press("ctrl+shift+home")
        assert told.selected == "Titre\n\n"
        await told.press("ctrl+shift+end")
        assert told.selected.endswith(LINE)
        assert text.selection is not None
        assert text.selection.start == 7


async def test_ctrl_a_selects_all_and_moves_nothing(story: Open) -> None:
    async with story(MEDIUM, **LONG) as told:
        text = told.app.reading.text
        await told.press("ctrl+f", "ctrl+f")
        place = text.standpoint
        await told.press("ctrl+a")
        assert told.selected == told.app.reading.desk.opened().text
        assert text.standpoint == place
        await told.press("escape")
        assert text.standpoint == place


async def test_backspace_shows_the_screen_again_that_was_left(story: Open) -> None:
    async with story(MEDIUM, **LONG, other="Autre\n\nPeskov parle.") as told:
        text = told.app.reading.text
        if told.opened != "long.txt":
            await told.press("J")
        await told.press("ctrl+f", "ctrl+f", "down", "down", "down", "right")
        place = text.standpoint
        await told.press("f")
        await told.type("peskov")
        await told.press("enter", "enter")
        assert (told.opened, told.selected) == ("other.txt", "Peskov")
        await told.press("backspace")
        assert (told.opened, text.standpoint) == ("long.txt", place)


@SMALL_SIZES
async def test_tagging_noting_and_linking_leave_the_cursor_and_the_screen_where_they_are(
    story: Open, size: tuple[int, int]
) -> None:
    sentence = "Il pleut " + "sans cesse sur la ville " * 40 + "ce soir."
    async with story(size, long="\n\n".join(f"{n}. {sentence}" for n in range(9))) as told:
        text = told.app.reading.text
        await told.press(*["ctrl+f"] * 3, "down", "right", "right")
        place = text.standpoint
        for keys in (("t", "escape"), ("c", "escape"), ("L",)):
            await told.press(*keys)
            assert told.selected.endswith(sentence)
            assert text.standpoint == place
            await told.press("escape", "escape")
            assert (told.selected, text.standpoint) == ("", place)
        await told.press("t")
        await told.type("pluie")
        await told.press("enter")
        assert str(told.annotations()[0]["quote"]).endswith(sentence)
        assert text.standpoint == place
