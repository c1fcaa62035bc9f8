"""The mouse in the article, exact to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.marks import Mark, Role, as_marks
from reader.model import Span
from tests.tui.article_view.app import ArticleApp

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.tui.widgets.article_view import ArticleView

PARAGRAPH = (
    "Le ministre a rencontré à Budapest le président, qui s’en est félicité devant la presse réunie là. "
)
TEXT = (
    "Selon lui, l’Ukraine refuse ; « une paix juste », dit-il, reste possible. "
    "La rencontre n’aura pas lieu.\n" + PARAGRAPH * 2
)


def selected(view: ArticleView) -> str | None:
    return view.selection.of(view.page.text) if view.selection is not None else None


async def drag(pilot: Pilot[None], view: ArticleView, first: int, last: int) -> None:
    """Drag from the letter at *first* to the letter at *last*."""
    await pilot.mouse_down(view, offset=view.cell_of(first))
    await pilot.hover(view, offset=view.cell_of(last))
    await pilot.mouse_up(view, offset=view.cell_of(last))
    await pilot.pause()


async def clicks(pilot: Pilot[None], view: ArticleView, offset: int, times: int) -> None:
    await pilot.click(view, offset=view.cell_of(offset), times=times)
    await pilot.pause()


async def test_a_click_puts_the_cursor_on_the_letter() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await clicks(pilot, app.view, 40, 1)
        assert (app.view.cursor.offset, selected(app.view)) == (40, None)


async def test_a_drag_takes_both_letters_at_its_ends_in_either_direction() -> None:
    app = ArticleApp(TEXT)
    start = TEXT.index("Ukraine")
    async with app.run_test(size=(80, 24)) as pilot:
        await drag(pilot, app.view, start, start + 6)
        assert selected(app.view) == "Ukraine"
        await drag(pilot, app.view, start + 6, start)
        assert selected(app.view) == "Ukraine"


async def test_a_drag_is_exact_at_guillemets() -> None:
    app = ArticleApp(TEXT)
    start, end = TEXT.index("«"), TEXT.index("»")
    async with app.run_test(size=(80, 24)) as pilot:
        await drag(pilot, app.view, start, end)
        assert selected(app.view) == "« une paix juste »"
        await drag(pilot, app.view, start + 2, end - 2)
        assert selected(app.view) == "une paix juste"


async def test_a_drag_is_exact_after_combined_and_wide_letters() -> None:
    text = "e\u0301te\u0301 日本 mot fin"
    app = ArticleApp(text)
    async with app.run_test(size=(80, 24)) as pilot:
        await drag(pilot, app.view, text.index("mot"), text.index("mot") + 2)
        assert selected(app.view) == "mot"
        await drag(pilot, app.view, 0, 3)
        assert selected(app.view) == "e\u0301te\u0301"


async def test_a_drag_behind_the_end_of_a_row_takes_its_words_and_no_more() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(60, 24)) as pilot:
        view = app.view
        await pilot.mouse_down(view, offset=view.cell_of(6))
        await pilot.hover(view, offset=(58, 0))
        await pilot.mouse_up(view, offset=(58, 0))
        assert selected(view) == TEXT[6 : view.page.wrapped.content_end(0)]


async def test_a_drag_from_the_margin_begins_with_the_row() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(60, 24)) as pilot:
        view = app.view
        row = view.page.wrapped.row_span(1)
        await pilot.mouse_down(view, offset=(0, 1))
        await pilot.hover(view, offset=view.cell_of(row.start + 4))
        await pilot.mouse_up(view, offset=view.cell_of(row.start + 4))
        assert view.selection == Span(row.start, row.start + 5)


async def test_a_drag_to_the_space_between_paragraphs_ends_with_the_one_above() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        spacer = next(row for row in range(view.page.wrapped.height) if view.page.wrapped.is_spacer(row))
        start = TEXT.index("La rencontre")
        await pilot.mouse_down(view, offset=view.cell_of(start))
        await pilot.hover(view, offset=(20, spacer))
        await pilot.mouse_up(view, offset=(20, spacer))
        assert selected(view) == "La rencontre n’aura pas lieu."


async def test_a_drag_below_the_text_ends_with_it() -> None:
    app = ArticleApp("un mot")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.mouse_down(app.view, offset=app.view.cell_of(3))
        await pilot.hover(app.view, offset=(3, 20))
        await pilot.mouse_up(app.view, offset=(3, 20))
        assert selected(app.view) == "mot"


async def test_a_double_click_takes_the_word_without_its_elision() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await clicks(pilot, app.view, TEXT.index("Ukraine") + 3, 2)
        assert selected(app.view) == "Ukraine"


async def test_a_double_click_on_a_mention_takes_it_whole() -> None:
    app = ArticleApp("Le Financial Times indique")
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.set_marks(as_marks([Mark(Span(3, 18), Role.PERSON)]))
        await clicks(pilot, app.view, 14, 2)
        assert selected(app.view) == "Financial Times"


async def test_three_clicks_take_the_sentence_and_four_the_paragraph() -> None:
    app = ArticleApp(TEXT)
    place = TEXT.index("rencontre n")
    async with app.run_test(size=(80, 24)) as pilot:
        await clicks(pilot, app.view, place, 3)
        assert selected(app.view) == "La rencontre n’aura pas lieu."
        await clicks(pilot, app.view, place + 1, 4)
        assert selected(app.view) == TEXT[: TEXT.index("\n")]


async def test_a_drag_that_begins_with_a_double_click_goes_word_by_word() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        first, last = view.cell_of(TEXT.index("paix") + 1), view.cell_of(TEXT.index("possible") + 2)
        await pilot.click(view, offset=first)
        await pilot.mouse_down(view, offset=first)
        await pilot.hover(view, offset=last)
        await pilot.mouse_up(view, offset=last)
        await pilot.pause()
        assert selected(view) == "paix juste », dit-il, reste possible"


async def test_a_click_lets_the_selection_go_and_shift_and_click_stretches_it() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await drag(pilot, app.view, 0, 4)
        await clicks(pilot, app.view, 11, 1)
        assert selected(app.view) is None
        await pilot.click(app.view, offset=app.view.cell_of(19), shift=True)
        await pilot.pause()
        assert selected(app.view) == TEXT[11:20]


async def test_a_drag_at_the_edge_scrolls_on() -> None:
    app = ArticleApp("\n".join([PARAGRAPH] * 40))
    async with app.run_test(size=(80, 12)) as pilot:
        view = app.view
        await pilot.mouse_down(view, offset=(10, 4))
        await pilot.hover(view, offset=(20, 11))
        selected_rows = set()
        while view.scroll_offset.y < 4:
            await pilot.pause()
            assert view.selection is not None
            selected_rows.add(view.page.wrapped.row_of(view.selection.end) - view.scroll_offset.y)
        await pilot.mouse_up(view, offset=(20, 11))
        assert selected_rows <= {10, 11}
        assert app.mouse_captured is None


async def test_a_drag_leaves_the_cursor_where_the_next_shift_and_arrow_goes_on() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await drag(pilot, app.view, 0, 4)
        await pilot.press("shift+right")
        assert selected(app.view) == TEXT[:6]
