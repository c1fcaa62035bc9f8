from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from reader.articles.decoding import MAX_BYTES
from reader.articles.loading import article_of, load
from reader.errors import ArticleUnreadableError
from reader.model import ArticleRef


def ref(path: Path) -> ArticleRef:
    return ArticleRef(path.name, path)


def test_an_article_holds_its_decoded_text_and_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "2025-10-16.txt"
    path.write_bytes("\ufeffL’été.\r\nFin".encode())
    article = load(ref(path))
    assert article.text == "L’été.\nFin"
    assert article.sha256 == hashlib.sha256("L’été.\nFin".encode()).hexdigest()
    assert article.id == "2025-10-16.txt"
    assert article.path == path
    assert article.encoding == "utf-8"
    assert article.notes == ()


def test_a_fallback_encoding_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Été".encode("cp1252"))
    article = load(ref(path))
    assert article.text == "Été"
    assert article.encoding == "cp1252"
    assert len(article.notes) == 1


def test_an_empty_file_is_an_article_named_as_its_file(tmp_path: Path) -> None:
    path = tmp_path / "vide.txt"
    path.touch()
    article = load(ref(path))
    assert article.text == ""
    assert article.title == "vide.txt"
    assert article.headings == ()


def test_a_file_that_went_away_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleUnreadableError, match=r"rien\.txt does not exist"):
        load(ref(tmp_path / "rien.txt"))


def test_a_folder_a_pipe_and_a_device_are_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe, Path("/dev/null")):
        with pytest.raises(ArticleUnreadableError, match=r"folder|not a regular file"):
            load(ref(path))


def test_a_forbidden_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, flags: int) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", path, flags)

    monkeypatch.setattr("reader.articles.loading.os.open", refuse)
    with pytest.raises(ArticleUnreadableError, match="may not be read"):
        load(ref(tmp_path / "a.txt"))


def test_binary_and_huge_files_are_refused_by_name(tmp_path: Path) -> None:
    binary, huge = tmp_path / "b.txt", tmp_path / "h.txt"
    binary.write_bytes(b"a\0b")
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES * 128)
    with pytest.raises(ArticleUnreadableError, match=r"b\.txt was not opened.*NUL"):
        load(ref(binary))
    with pytest.raises(ArticleUnreadableError, match=r"h\.txt was not opened.*MB large"):
        load(ref(huge))


def test_a_name_with_a_nul_is_refused_in_words() -> None:
    with pytest.raises(ArticleUnreadableError, match="was not opened"):
        load(ArticleRef("a", Path("a\0b.txt")))


def test_a_text_without_a_file_is_an_article_too() -> None:
    article = article_of("Le sommet est annulé.", "dépêche.txt")
    assert article.path == Path("dépêche.txt")
    assert article.title == "Le sommet est annulé"
