"""Moving the cursor through an article, and what stays in sight."""

from __future__ import annotations

from itertools import pairwise

from reader.layout.marks import Mark, Role, as_marks
from reader.model import Span
from reader.tui.widgets.article_motion import Motion
from reader.tui.widgets.article_sight import top_for
from tests.tui.article_view.app import ArticleApp

PARAGRAPH = (
    "Le ministre a rencontré à Budapest le président, qui s’en est félicité devant la presse réunie là. "
)
LONG = "\n".join(f"{n}. {PARAGRAPH * 3}" for n in range(30))


async def test_the_cursor_moves_by_letters_as_a_person_counts_them() -> None:
    app = ArticleApp("e\u0301🙂x")
    async with app.run_test(size=(80, 24)) as pilot:
        stops = []
        for _ in range(4):
            await pilot.press("right")
            stops.append(app.view.cursor.offset)
        assert stops == [2, 3, 4, 4]
        await pilot.press("left", "left", "left")
        assert app.view.cursor.offset == 0


async def test_up_and_down_keep_to_the_column_across_short_lines() -> None:
    app = ArticleApp("une première ligne\nbref\nune troisième ligne", 14)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
        assert app.view.cursor.offset == 23
        await pilot.press("down")
        assert app.view.cursor.offset == 24 + 14
        await pilot.press("up", "up")
        assert app.view.cursor.offset == 14


async def test_another_movement_forgets_the_column() -> None:
    app = ArticleApp("une première ligne\nbref\nune troisième ligne", 14)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "left", "down")
        assert app.view.cursor.offset == 24 + 3


async def test_up_on_the_first_row_and_down_on_the_last_go_to_the_ends() -> None:
    app = ArticleApp("un deux trois", 4)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
        assert app.view.cursor.offset == 13
        await pilot.press("up")
        assert app.view.cursor.offset == 0


async def test_the_row_between_two_paragraphs_is_stepped_over() -> None:
    app = ArticleApp(f"{PARAGRAPH}\n{PARAGRAPH}")
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("down", "down")
        assert app.view.cursor.offset == len(PARAGRAPH) + 1
        await pilot.press("up")
        assert app.view.cursor.offset < len(PARAGRAPH)


async def test_home_and_end_stay_on_their_row() -> None:
    app = ArticleApp(PARAGRAPH * 3, 100)
    async with app.run_test(size=(60, 24)) as pilot:
        row = app.view.page.wrapped.row_of(100)
        await pilot.press("end")
        assert app.view.page.wrapped.row_of(app.view.cursor.offset) == row
        assert app.view.cursor.offset == app.view.page.wrapped.content_end(row)
        await pilot.press("home")
        assert app.view.cursor.offset == app.view.page.wrapped.row_span(row).start


async def test_words_begin_after_an_elision() -> None:
    app = ArticleApp("Il dit qu’elle quitte l’Ukraine")
    async with app.run_test(size=(80, 24)) as pilot:
        stops = []
        for _ in range(6):
            await pilot.press("w")
            stops.append(app.view.page.text[app.view.cursor.offset :].split(" ")[0])
        assert stops == ["dit", "qu’elle", "elle", "quitte", "l’Ukraine", "Ukraine"]


async def test_every_motion_ends_on_a_letter_of_the_text() -> None:
    app = ArticleApp(LONG, 900)
    async with app.run_test(size=(40, 12)):
        for motion in Motion:
            app.view.move_to(900)
            app.view.move(motion)
            assert 0 <= app.view.cursor.offset <= len(LONG)
            assert app.view.point in app.view.sight.span or app.view.point == len(LONG)
            assert motion.is_forward == (app.view.cursor.offset > 900)


# --- sight ----------------------------------------------------------------------


async def test_moving_within_sight_scrolls_nothing() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 15, "w", "end", "right")
        assert app.view.scroll_offset.y == 0


async def test_at_the_edge_one_row_comes_at_a_time() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        tops = []
        for _ in range(40):
            await pilot.press("down")
            tops.append(app.view.scroll_offset.y)
        steps = {after - before for before, after in pairwise(tops)}
        assert steps <= {0, 1, 2}  # two where a row between paragraphs comes along
        assert tops[-1] > 10


async def test_a_page_keeps_the_cursor_on_its_row_of_the_screen() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 6)
        row = app.view.page.wrapped.row_of(app.view.cursor.offset)
        await pilot.press("pagedown")
        moved = app.view.page.wrapped.row_of(app.view.cursor.offset) - row
        assert moved >= 20
        assert app.view.scroll_offset.y == moved
        await pilot.press("pageup")
        assert abs(app.view.page.wrapped.row_of(app.view.cursor.offset) - row) <= 1


async def test_a_far_passage_is_shown_a_third_down_the_view_and_a_near_one_moves_nothing() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(80, 24)):
        far = LONG.index("20. ")
        app.view.sight.reveal(Span(far, far + 2), "third")
        row = app.view.page.wrapped.row_of(far)
        assert row - app.view.scroll_offset.y == 8
        top = app.view.scroll_offset.y
        app.view.sight.reveal(far + 300, "third")
        app.view.sight.reveal(far + 300)
        assert app.view.scroll_offset.y == top


async def test_selecting_a_passage_out_of_sight_shows_what_stands_around_it() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(80, 24)):
        view, far = app.view, LONG.index("9. ")
        view.select(Span(far, far + 2))
        assert view.cell_of(far)[1] == 8
        top = view.scroll_offset.y
        view.select(Span(far + 200, far + 210))
        assert view.scroll_offset.y == top


def test_the_least_scrolling_keeps_some_context_in_sight() -> None:
    assert top_for(30, 30, 0, 20) == 13
    assert top_for(5, 5, 10, 20) == 3
    assert top_for(12, 14, 10, 20) == 10
    assert top_for(0, 90, 40, 20) == -2
    assert top_for(50, 90, 40, 20) == 40
    assert top_for(7, 7, 0, 1) == 7


async def test_marks_and_focus_leave_the_place_alone() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        app.view.scroll_to(y=10, animate=False)
        app.view.set_marks(as_marks([Mark(Span(0, 40), Role.DATE)]))
        app.set_focus(None)
        await pilot.pause()
        app.view.focus()
        await pilot.pause()
        assert app.view.scroll_offset.y == 10


async def test_a_resize_keeps_the_row_of_the_cursor_where_it_is() -> None:
    app = ArticleApp(LONG, LONG.index("12. ") + 40)
    async with app.run_test(size=(100, 30)) as pilot:
        view = app.view
        before = view.cell_of(view.cursor.offset)[1]
        await pilot.resize_terminal(50, 30)
        await pilot.pause()
        assert view.cell_of(view.cursor.offset)[1] == before
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert view.cell_of(view.cursor.offset)[1] == before


async def test_a_resize_keeps_the_top_row_where_the_cursor_is_out_of_sight() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(100, 30)) as pilot:
        view = app.view
        view.scroll_to(y=60, animate=False)
        await pilot.pause()
        top = view.sight.span.start
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert view.page.wrapped.row_of(top) == view.scroll_offset.y


async def test_a_cursor_stays_in_sight_when_the_terminal_gets_lower() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*["down"] * 25)
        await pilot.resize_terminal(100, 10)
        await pilot.pause()
        assert app.view.cursor.offset in app.view.sight.span


async def test_the_screen_shows_again_what_it_showed_even_at_another_width() -> None:
    app = ArticleApp(LONG, 3000)
    async with app.run_test(size=(100, 30)) as pilot:
        view = app.view
        standpoint, top = view.standpoint, view.scroll_offset.y
        await pilot.press("g")
        view.return_to(standpoint)
        assert (view.cursor.offset, view.scroll_offset.y) == (0, top)
        await pilot.press("G")
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        view.return_to(standpoint)
        assert 3000 in view.sight.span
        assert standpoint.top in view.page.wrapped.row_span(view.scroll_offset.y)


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.scroll_relative(y=5, animate=False)
        await pilot.pause()
        assert app.view.cursor.offset == 0
        await pilot.press("down")
        assert app.view.cursor.offset in app.view.sight.span


# --- what is told ------------------------------------------------------------------


async def test_a_movement_is_told_once_with_the_letter_and_the_selection() -> None:
    app = ArticleApp("un deux trois")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.told.clear()
        await pilot.press("right")
        await pilot.press("shift+right")
        assert [(m.cursor.point, m.cursor.selection) for m in app.told] == [(1, None), (1, Span(1, 2))]


async def test_a_flood_of_movements_is_told_in_fewer_messages() -> None:
    app = ArticleApp(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.told.clear()
        for _ in range(50):
            app.view.move(Motion.DOWN)
        await pilot.pause()
        assert 1 <= len(app.told) <= 3
        assert app.told[-1].cursor == app.view.cursor
