"""The articles of opened folders, without what belongs to the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.articles.library import Library
from reader.articles.looking import UNKNOWN, stamp_of
from tests.articles import folder

if TYPE_CHECKING:
    from pathlib import Path


def ids(library: Library) -> list[str]:
    return [ref.id for ref in library.refs]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    made = folder(tmp_path)
    (made / "notes").mkdir()
    (made / "notes" / "texte.txt").write_text("Un texte gardé.", encoding="utf-8")
    return made


def test_a_store_inside_the_folder_holds_no_articles(articles: Path) -> None:
    library = Library([articles], apart=articles / "notes")
    assert ids(library) == ["annonce.txt", "annulation.txt"]
    (articles / "notes" / "autre.txt").write_text("Un autre.", encoding="utf-8")
    assert not library.look()


def test_a_folder_whose_name_only_begins_like_the_store_is_no_part_of_it(articles: Path) -> None:
    (articles / "notes de presse").mkdir()
    (articles / "notes de presse" / "un.txt").write_text("Un article.", encoding="utf-8")
    assert "notes de presse/un.txt" in ids(Library([articles], apart=articles / "notes"))


def test_a_store_is_known_through_a_link_to_the_folder(articles: Path, tmp_path: Path) -> None:
    link = tmp_path / "lien"
    link.symlink_to(articles)
    assert ids(Library([link], apart=articles / "notes")) == ["annonce.txt", "annulation.txt"]
    assert ids(Library([articles], apart=link / "notes")) == ["annonce.txt", "annulation.txt"]


def test_a_store_elsewhere_takes_nothing_away(articles: Path, tmp_path: Path) -> None:
    assert len(ids(Library([articles], apart=tmp_path / "annotations"))) == 3


def test_articles_that_were_never_read_are_no_news_when_they_change(articles: Path) -> None:
    library = Library([articles])
    (articles / "annonce.txt").write_text("Autre chose.", encoding="utf-8")
    assert not library.look()
    assert library.article("annonce.txt").text == "Autre chose."


def test_new_articles_are_read_by_the_look_and_changed_ones_too(articles: Path) -> None:
    library = Library([articles])
    library.article("annonce.txt")
    (articles / "annonce.txt").write_text("Autre chose.", encoding="utf-8")
    (articles / "neuf.txt").write_text("Neuf.", encoding="utf-8")
    looked = library.look()
    assert {id: article.text for id, article in looked.read.items()} == {
        "annonce.txt": "Autre chose.",
        "neuf.txt": "Neuf.",
    }
    assert library.article("annonce.txt").text != "Autre chose."
    assert library.take(looked) == ("annonce.txt",)
    assert library.article("annonce.txt").text == "Autre chose."


def test_a_folder_inside_that_cannot_be_looked_into_takes_nothing_away(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    library = Library([articles])
    real = os.scandir

    def refusing(path: Path) -> object:
        if str(path).rstrip("/").endswith("notes"):
            raise PermissionError(13, "no")
        return real(path)

    monkeypatch.setattr("reader.articles.discovery.os.scandir", refusing)
    assert library.look().removed == ()


def test_the_stamp_of_a_file_that_was_changed_just_now_is_not_trusted(articles: Path) -> None:
    path = articles / "annonce.txt"
    path.write_text("À l’instant.", encoding="utf-8")
    assert stamp_of(path) == UNKNOWN
    assert stamp_of(articles / "nowhere.txt") is None
    assert stamp_of(articles) is None
