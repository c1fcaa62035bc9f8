"""What the article view puts on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.layout.marks import Mark, Role, as_marks
from reader.model import Span
from reader.tui.theme import load_themes, theme_files
from reader.tui.widgets.article_view import ArticleView
from tests.effort import effort
from tests.tui.article_view.app import STYLES, ArticleApp, article_of

if TYPE_CHECKING:
    from rich.style import Style

PARAGRAPH = (
    "Le ministre a rencontré à Budapest le président, qui s’en est félicité devant la presse réunie là. "
)
ARTICLE = f"Un sommet annoncé\n\n{PARAGRAPH * 6}\n{PARAGRAPH * 9}\n\nFin."


def screen_rows(view: ArticleView) -> list[str]:
    return [view.render_line(y).text for y in range(view.size.height)]


def style_at(view: ArticleView, offset: int) -> Style:
    """How the letter at *offset* is painted."""
    x, y = view.cell_of(offset)
    cells = 0
    for segment in view.render_line(y):
        cells += segment.cell_length
        if cells > x:
            assert segment.style is not None
            return segment.style
    raise AssertionError(f"nothing is painted at {offset}")


async def test_the_text_stands_centred_at_its_measure() -> None:
    app = ArticleApp(ARTICLE)
    async with app.run_test(size=(120, 40)):
        rows = screen_rows(app.view)
        assert rows[0].strip() == "Un sommet annoncé"
        assert rows[2].index("Le ministre") == (119 - 76) // 2
        assert all(len(row) == 119 for row in rows[:20])
        assert max(len(row.strip()) for row in rows) <= 76


async def test_a_narrow_view_uses_its_whole_width() -> None:
    app = ArticleApp(ARTICLE)
    async with app.run_test(size=(40, 12)):
        assert max(len(row.strip()) for row in screen_rows(app.view)) > 30


async def test_the_measure_can_be_changed() -> None:
    app = ArticleApp(ARTICLE)
    async with app.run_test(size=(120, 40)) as pilot:
        app.view.measure = 50
        await pilot.pause()
        assert max(len(row.strip()) for row in screen_rows(app.view)) <= 50


@pytest.mark.parametrize("size", [(20, 5), (3, 2), (2, 1), (1, 1)])
async def test_the_smallest_terminals_show_what_fits(size: tuple[int, int]) -> None:
    app = ArticleApp(ARTICLE)
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "end", "w", "v", "w", "s", "S", "pagedown", "G", "g")
        assert app.view.cursor.offset == 0


async def test_a_storm_of_resizes_is_weathered() -> None:
    app = ArticleApp(ARTICLE, ARTICLE.index("Fin"))
    async with app.run_test(size=(80, 24)) as pilot:
        for width in (1, 2, 5, 9, 30, 200, 1, 80):
            await pilot.resize_terminal(width, max(1, width // 3))
        await pilot.pause()
        assert app.view.cursor.offset == ARTICLE.index("Fin")


async def test_an_empty_article_is_an_empty_page() -> None:
    app = ArticleApp("")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "up", "w", "v", "s", "G")
        assert not "".join(screen_rows(app.view)).strip()


async def test_a_view_without_an_article_can_be_used() -> None:
    app = ArticleApp("x")
    async with app.run_test(size=(80, 24)) as pilot:
        view = ArticleView()
        await app.mount(view)
        view.move_to(3)
        view.select(Span(0, 2))
        await pilot.click(view)
        assert view.cursor.offset == 0


async def test_an_article_may_be_given_before_the_view_is_on_the_screen() -> None:
    app = ArticleApp("x")
    async with app.run_test(size=(80, 24)) as pilot:
        view = ArticleView()
        position = ARTICLE.index("Fin")
        view.show_article(article_of(ARTICLE), position)
        await app.view.remove()
        await app.mount(view)
        await pilot.pause()
        assert view.cursor.offset == position
        assert "Fin." in "".join(screen_rows(view))


async def test_an_article_opens_at_the_position_that_was_kept() -> None:
    position = ARTICLE.index("\n\nFin") - 20
    app = ArticleApp(ARTICLE, position)
    async with app.run_test(size=(40, 12)):
        assert app.view.cursor.offset == position
        assert position in app.view.sight.span


# --- marks ----------------------------------------------------------------------


def looks(style: Style) -> tuple[bool, ...]:
    return tuple(bool(flag) for flag in (style.bold, style.italic, style.underline, style.underline2))


async def test_every_kind_of_mention_is_told_from_the_others_without_colour() -> None:
    app = ArticleApp("un deux trois quatre cinq six sept")
    roles = (Role.PERSON, Role.PLACE, Role.ORGANISATION, Role.OTHER, Role.DATE, Role.CUE)
    async with app.run_test(size=(80, 24)):
        starts = [app.view.page.text.index(word) for word in app.view.page.text.split()]
        app.view.set_marks(
            as_marks([Mark(Span(s, s + 2), role) for s, role in zip(starts[1:], roles, strict=True)])
        )
        found = [looks(style_at(app.view, start)) for start in starts[1:]]
        assert len({*found, looks(style_at(app.view, 3 - 1))}) == len(roles) + 1


async def test_a_mark_changes_neither_letters_nor_places() -> None:
    app = ArticleApp(ARTICLE, 400)
    async with app.run_test(size=(80, 12)) as pilot:
        before, top = screen_rows(app.view), app.view.scroll_offset
        left = 6
        app.view.set_marks(
            as_marks(
                [Mark(Span(300, 600), Role.ANNOTATION, "a-1", 3), Mark(Span(310, 500), Role.LINK, "a-1")]
            )
        )
        await pilot.pause()
        assert [row[left:] for row in screen_rows(app.view)] == [row[left:] for row in before]
        assert app.view.scroll_offset == top
        assert app.view.cursor.offset == 400


async def test_an_annotation_has_a_field_of_its_colour_and_a_bar_beside_it() -> None:
    app = ArticleApp("Un mot et un autre.")
    async with app.run_test(size=(80, 24)):
        app.view.set_marks(as_marks([Mark(Span(3, 6), Role.ANNOTATION, "a-1", 2)]))
        assert "▎" in screen_rows(app.view)[0]
        assert style_at(app.view, 4).bgcolor != style_at(app.view, 8).bgcolor


async def test_nested_annotations_are_told_apart() -> None:
    app = ArticleApp("Un mot et un autre.")
    async with app.run_test(size=(80, 24)):
        app.view.set_marks(
            as_marks([Mark(Span(2, 12), Role.ANNOTATION, "a", 2), Mark(Span(3, 6), Role.ANNOTATION, "b", 2)])
        )
        assert style_at(app.view, 4).bgcolor != style_at(app.view, 8).bgcolor


async def test_a_find_across_a_wrap_is_shown_on_both_rows() -> None:
    app = ArticleApp(ARTICLE)
    async with app.run_test(size=(40, 12)):
        view = app.view
        row = view.page.wrapped.row_span(3)
        view.set_marks(as_marks([Mark(Span(row.end - 6, row.end + 4), Role.CURRENT_HIT)]))
        plain = style_at(view, row.start).bgcolor
        assert style_at(view, row.end - 3).bgcolor != plain
        assert style_at(view, row.end + 2).bgcolor != plain


async def test_finds_are_laid_over_marks_however_many_those_are() -> None:
    app = ArticleApp(ARTICLE)
    async with app.run_test(size=(80, 24)):
        view, hits = app.view, (Span(3, 6), Span(8, 10))
        view.set_marks(as_marks([Mark(Span(start, start + 3), Role.PERSON) for start in range(1000)]))
        current = [Mark(hits[1], Role.CURRENT_HIT)]
        assert effort(lambda: view.set_passing(hits, current)) < 500
        marked = view.page.layers.on(Span(0, 17))
        assert marked.look_at(9).has(Role.PERSON)
        assert marked.look_at(9).has(Role.CURRENT_HIT)
        assert marked.look_at(4).has(Role.HIT)
        view.show_article(article_of(ARTICLE))
        assert not view.page.layers.on(Span(0, 17)).look_at(9).roles


async def test_a_heading_looks_like_one() -> None:
    app = ArticleApp(ARTICLE, 30, (Span(0, 17),))
    async with app.run_test(size=(80, 24)):
        assert style_at(app.view, 3).bold
        assert not style_at(app.view, 60).bold


@pytest.mark.parametrize("name", [path.stem for path in theme_files(STYLES)])
async def test_cursor_selection_hits_and_annotations_are_seen_in_every_theme(name: str) -> None:
    app = ArticleApp(PARAGRAPH)
    async with app.run_test(size=(80, 24)) as pilot:
        for theme in load_themes(theme_files(STYLES)).themes:
            app.register_theme(theme)
        app.theme = name
        await pilot.pause()
        app.view.set_marks(
            as_marks([Mark(Span(20, 24), Role.HIT), Mark(Span(30, 34), Role.ANNOTATION, "a", 1)])
        )
        app.view.stretch(40, 44)
        seen = [style_at(app.view, offset) for offset in (10, 21, 31, 41, 43)]
        fields = {(s.color, s.bgcolor, s.reverse, s.underline) for s in seen}
        assert len(fields) == len(seen)


# --- hostile texts ----------------------------------------------------------------


async def test_nothing_in_an_article_reaches_the_terminal_as_a_command() -> None:
    app = ArticleApp("a\x1b]52;c;eA==\x07b\x9b31mc\u202ed\x00e\u2028f\ud800g[b]h[/fin] [@click=app.quit]i[/]")
    async with app.run_test(size=(80, 24)):
        text = "".join(screen_rows(app.view))
        assert not [c for c in text if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2028\ud800"]
        assert "[b]h[/fin] [@click=app.quit]i[/]" in text


async def test_wide_and_combined_letters_fill_exactly_their_cells() -> None:
    app = ArticleApp("e\u0301te\u0301 日本 🙂 fin")
    async with app.run_test(size=(80, 24)):
        strip = app.view.render_line(0)
        assert strip.cell_length == 79
        assert sum(segment.cell_length for segment in strip) == 79


async def test_a_tower_of_combining_marks_is_cut() -> None:
    app = ArticleApp("e" + "\u0301" * 50_000 + " fin")
    async with app.run_test(size=(80, 24)):
        assert len(app.view.render_line(0).text) < 5_000


async def test_the_space_at_the_end_of_a_row_is_not_underlined() -> None:
    app = ArticleApp("une phrase assez longue pour deux rangs de texte")
    async with app.run_test(size=(30, 12)):
        app.view.set_marks(as_marks([Mark(Span(0, len(app.view.page.text)), Role.CUE)]))
        behind = app.view.page.wrapped.content_end(0)
        assert app.view.page.text[behind] == " "
        assert looks(style_at(app.view, behind - 1)) == (False, False, True, False)
        assert looks(style_at(app.view, behind)) == (False, False, False, False)
