from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from reader.articles.discovery import discover, explore
from reader.errors import ArticleUnreadableError, NoArticlesError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Un texte.", encoding="utf-8")
    return folder


def ids(*paths: Path) -> list[str]:
    return [ref.id for ref in discover(paths)]


def test_articles_below_a_folder_come_by_id_with_slashes(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/c.md", "a/b/d.TXT", "e.pdf", "f")
    assert ids(tmp_path) == ["a/b/d.TXT", "a/c.md", "b.txt"]
    assert [ref.path for ref in discover([tmp_path])][2] == tmp_path / "b.txt"


def test_hidden_files_and_the_store_are_no_articles(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "annotations/texts/d.txt", "x/annotations/e.md")
    assert ids(tmp_path) == ["a.txt"]


def test_a_single_file_is_an_article_of_its_folder(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt")
    assert ids(tmp_path / "b.txt") == ["b.txt"]
    assert ids(tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "b.txt") == ["a.txt", "b.txt"]


def test_several_roots_prefix_their_names(tmp_path: Path) -> None:
    fill(tmp_path, "x/a.txt", "y/a.txt", "z/c.txt")
    assert ids(tmp_path / "x", tmp_path / "y", tmp_path / "z/c.txt") == ["x/a.txt", "y/a.txt", "z/c.txt"]


def test_roots_of_one_name_take_more_of_their_path(tmp_path: Path) -> None:
    fill(tmp_path, "2015/presse/a.txt", "2016/presse/a.txt")
    assert ids(tmp_path / "2015/presse", tmp_path / "2016/presse") == [
        "2015/presse/a.txt",
        "2016/presse/a.txt",
    ]


def test_a_root_inside_another_or_given_twice_adds_nothing(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "x/b.txt")
    assert ids(tmp_path, tmp_path / "x", tmp_path, tmp_path / "x/b.txt") == ["a.txt", "x/b.txt"]


def test_names_stay_as_they_are(tmp_path: Path) -> None:
    names = ["e\u0301te\u0301.txt", "été.txt", "a b\n\x1b[31m.txt", "x" * 240 + ".txt"]
    fill(tmp_path, *names)
    assert ids(tmp_path) == sorted(names)


def test_a_name_that_is_not_utf_8_gets_an_id_that_any_export_can_hold(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    fill(tmp_path, name)
    (found,) = discover([tmp_path])
    assert found.id == "caf%E9.txt"
    assert found.path.name == name
    assert found.id.encode("utf-8")


def test_links_are_not_followed_and_noted(tmp_path: Path) -> None:
    outside = fill(tmp_path / "outside", "secret.txt")
    inside = fill(tmp_path / "inside", "a.txt")
    (inside / "loop").symlink_to(inside)
    (inside / "out").symlink_to(outside)
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    found = explore([inside])
    assert [ref.id for ref in found.articles] == ["a.txt"]
    assert any("link.txt is a link" in note for note in found.notes)


def test_a_root_that_is_a_link_is_opened(tmp_path: Path) -> None:
    fill(tmp_path / "real", "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert ids(tmp_path / "link") == ["a.txt"]


def test_pipes_are_passed_over(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = explore([tmp_path])
    assert len(found.articles) == 1
    assert found.notes == (f"{tmp_path / 'pipe.txt'} is not a regular file and was passed over.",)


def test_a_forbidden_folder_is_noted_and_does_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "a.txt", "x/b.txt")
    scan = os.scandir

    def refuse(path: Path) -> Iterator[os.DirEntry[str]]:
        if path == tmp_path / "x":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    found = explore([tmp_path])
    assert [ref.id for ref in found.articles] == ["a.txt"]
    assert found.notes == (f"The folder {tmp_path / 'x'} was passed over: Permission denied.",)
    with pytest.raises(ArticleUnreadableError, match="may not be read"):
        discover([tmp_path / "x"])


def test_a_deep_folder_is_walked_without_recursion(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 400)
    fill(tmp_path, f"{deep}/a.txt")
    assert ids(tmp_path) == [f"{deep}/a.txt"]


def test_a_folder_without_articles_says_what_would_be_one(tmp_path: Path) -> None:
    fill(tmp_path, "a.pdf")
    with pytest.raises(NoArticlesError, match=r"\.txt or \.md"):
        discover([tmp_path])
    with pytest.raises(NoArticlesError):
        discover([])


@pytest.mark.parametrize(
    ("name", "words"), [("rien", "no file or folder"), ("a.pdf", "kind"), ("pipe.txt", "neither")]
)
def test_a_path_that_is_no_article_is_named(tmp_path: Path, name: str, words: str) -> None:
    fill(tmp_path, "a.pdf")
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleUnreadableError, match=words) as error:
        discover([tmp_path / name])
    assert str(tmp_path / name) in error.value.message
