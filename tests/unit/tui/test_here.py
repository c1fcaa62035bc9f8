"""The side panel about a name that stands in very many articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.model import Entity, EntityLabel, Recognition, Span
from reader.session import Session
from reader.tui.desk import Desk
from reader.tui.here.rows import here_rows
from tests.articles import folder
from tests.effort import effort

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from reader.model import Article
    from reader.tui.widgets.rows import Row

LINE = "Anna Kovacs est là, et Anna Kovacs y reste. "


def recognise(article: Article) -> Recognition:
    spans = [Span(i, i + 11) for i in range(len(article.text)) if article.text.startswith("Anna Kovacs", i)]
    found = (Entity(span, "Anna Kovacs", EntityLabel.PER, "Anna Kovacs") for span in spans)
    return Recognition(tuple(found))


def desk_of(root: Path, articles: int, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The first of many articles, all about one person."""
    root.mkdir()
    texts = {f"n{number:03}": f"Titre {number}\n\n{LINE * 4}" for number in range(articles)}
    session = Session(Library([folder(root, **texts)]), MemoryStore())
    monkeypatch.setattr(session, "recognise", recognise)
    for ref in session.articles:
        session.recognition(ref.id)
    desk = Desk(session)
    desk.place(session.article("n000.txt"))
    return desk


def words(rows: list[Row]) -> str:
    return "\n".join(row.plain for row in rows)


def test_five_other_articles_are_shown_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(tmp_path / "many", 100, monkeypatch)
    shown = words(here_rows(desk, desk.suggestions[0].mention.span, 40))
    assert "7 other times here" in shown
    assert "8 in Titre 5" in shown
    assert "Titre 6" not in shown
    assert "and 94 more articles, F3 lists them" in shown


def test_a_name_in_a_hundred_articles_costs_what_one_in_ten_costs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    efforts = []
    for articles in (10, 100):
        desk = desk_of(tmp_path / f"of-{articles}", articles, monkeypatch)
        place = desk.suggestions[0].mention.span
        here_rows(desk, place, 40)
        efforts.append(effort(lambda desk=desk, place=place: here_rows(desk, place, 40)))  # type: ignore[misc]
    assert efforts[1] <= efforts[0] * 1.2
