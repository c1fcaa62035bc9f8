"""Selecting with the keyboard: to the letter, by growth, across a resize, to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.marks import Mark, Role, as_marks
from reader.model import Span
from reader.tui.widgets.article_motion import Motion
from tests.tui.article_view.app import ArticleApp

if TYPE_CHECKING:
    from reader.tui.widgets.article_view import ArticleView

TEXT = (
    "Selon le Financial Times, l’Ukraine refuse ; « une paix juste », dit-il, reste possible. "
    "La rencontre n’aura pas lieu.\nUn autre paragraphe suit, plus bas."
)


def selected(view: ArticleView) -> str | None:
    return view.selection.of(view.page.text) if view.selection is not None else None


async def test_shift_and_arrows_select_letter_by_letter_and_back() -> None:
    app = ArticleApp(TEXT, TEXT.index("Ukraine"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["shift+right"] * 7)
        assert selected(app.view) == "Ukraine"
        await pilot.press(*["shift+left"] * 3)
        assert selected(app.view) == "Ukra"
        await pilot.press(*["shift+left"] * 6)
        assert selected(app.view) == "l’"


async def test_a_plain_movement_lets_the_selection_go() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("shift+right", "shift+right", "right")
        assert selected(app.view) is None
        assert app.view.cursor.offset == 2


async def test_v_makes_movements_select_until_it_is_pressed_again() -> None:
    app = ArticleApp(TEXT, TEXT.index("Financial"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "w", "w")
        assert selected(app.view) == "Financial Times"
        await pilot.press("v")
        assert selected(app.view) == "Financial Times"
        await pilot.press("right")
        assert selected(app.view) is None


async def test_by_sentence_no_space_is_taken_that_nobody_meant() -> None:
    app = ArticleApp(TEXT, TEXT.index("La rencontre"))
    async with app.run_test(size=(80, 24)):
        app.view.move(Motion.NEXT_SENTENCE, stretching=True)
        assert selected(app.view) == "La rencontre n’aura pas lieu."
        app.view.move(Motion.NEXT_PARAGRAPH, stretching=True)
        assert (selected(app.view) or "").endswith("plus bas.")


async def test_a_selection_made_at_once_grows_at_the_end_one_moves_to() -> None:
    app = ArticleApp(TEXT)
    times = TEXT.index("Times")
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.select(Span(times, times + 5))
        app.view.move(Motion.PREVIOUS_WORD, stretching=True)
        assert selected(app.view) == "Financial Times"
        app.view.select(Span(times, times + 5))
        await pilot.press("shift+right")
        assert selected(app.view) == "Times,"


async def test_growing_climbs_from_word_to_article_and_shrinking_comes_back_the_same_way() -> None:
    app = ArticleApp(TEXT, TEXT.index("Times") + 2)
    async with app.run_test(size=(80, 24)) as pilot:
        start = TEXT.index("Financial")
        app.view.set_marks(as_marks([Mark(Span(start, start + 15), Role.PERSON)]))
        climbed = []
        for _ in range(8):
            await pilot.press("s")
            climbed.append(selected(app.view))
        assert climbed[:2] == ["Times", "Financial Times"]
        assert TEXT[: TEXT.index(" La rencontre")] in climbed
        assert TEXT[: TEXT.index("\n")] in climbed
        assert climbed[-1] == TEXT
        assert app.view.cursor.offset == TEXT.index("Times") + 2
        steps = len(dict.fromkeys(climbed))
        come_down = []
        for _ in range(steps):
            await pilot.press("S")
            come_down.append(selected(app.view))
        assert come_down == [*list(dict.fromkeys(climbed))[-2::-1], None]
        assert app.view.cursor.offset == TEXT.index("Times") + 2


async def test_shrinking_what_was_selected_otherwise_finds_the_largest_passage_within() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)):
        app.view.select(Span(0, TEXT.index("\n")))
        app.view.shrink()
        assert selected(app.view) == TEXT[: TEXT.index(" La rencontre")]


async def test_growing_never_scrolls() -> None:
    text = "\n".join([TEXT] * 40)
    app = ArticleApp(text, len(text) // 2)
    async with app.run_test(size=(80, 24)) as pilot:
        top = app.view.scroll_offset
        await pilot.press(*"ssssss")
        assert app.view.scroll_offset == top


async def test_a_selection_survives_a_resize() -> None:
    app = ArticleApp(TEXT, 20)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", *["down"] * 1, "w", "w")
        before = selected(app.view)
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert before
        assert selected(app.view) == before
        await pilot.press("shift+right")
        assert selected(app.view) != before


async def test_escape_drops_the_selection_and_ends_selecting() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "w", "w", "escape")
        await pilot.pause()
        assert selected(app.view) is None
        assert not app.view.cursor.selecting
        cursor = app.view.cursor.offset
        await pilot.press("right")
        assert selected(app.view) is None
        assert app.view.cursor.offset == cursor + 1


async def test_the_screen_copies_the_selected_words_made_harmless() -> None:
    app = ArticleApp("un \x1b[2J mot")
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.select(Span(0, 8))
        await pilot.press("ctrl+c")
        assert app.clipboard == "un ␛[2J "


async def test_another_article_begins_without_a_selection() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "w", "w")
        app.view.show_article(app.article, 5)
        assert (selected(app.view), app.view.cursor.selecting, app.view.cursor.offset) == (None, False, 5)


async def test_the_cursor_is_shown_within_the_selection_it_ends() -> None:
    app = ArticleApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("shift+right", "shift+right")
        assert (app.view.cursor.offset, app.view.point) == (2, 1)


async def test_selecting_downwards_keeps_to_the_column() -> None:
    text = "abcdefgh\nabcdefgh\nabcdefgh"
    app = ArticleApp(text, 3)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("shift+down", "shift+down")
        assert app.view.selection == Span(3, 21)
        await pilot.press("shift+up", "shift+up", "shift+up")
        assert app.view.selection == Span(0, 3)
