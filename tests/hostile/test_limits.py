"""What is too large is refused, or looked at in part, with a sentence; memory stays bounded."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from reader.articles.decoding import MAX_BYTES, decode
from reader.articles.loading import article_of
from reader.errors import ArticleUnreadableError
from reader.recognition import recognise as recognising
from reader.recognition.entities import tagger
from reader.recognition.entities.recogniser import EntityRecogniser
from reader.recognition.recognise import recognise
from tests.hostile.articles import PROSE
from tests.torture import FACTOR

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.commands import Commands


def test_a_file_beyond_the_limit_is_refused_and_one_below_is_read() -> None:
    assert len(decode(b"a" * MAX_BYTES).text) == MAX_BYTES
    with pytest.raises(ArticleUnreadableError, match="MB large"):
        decode(b"a" * (MAX_BYTES + 1))


def test_of_a_very_long_article_the_beginning_is_recognised_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    article = article_of(PROSE * 10, "long.txt")
    assert recognise(article).problems == ()
    monkeypatch.setattr(recognising, "LONGEST", len(PROSE) * 2)
    found = recognise(article)
    assert found.entities
    assert all(mention.span.end <= len(PROSE) * 2 for mention in found.mentions)
    assert found.problems == ("Names, dates and claims were only looked for in the first 288 characters.",)


def test_a_line_that_never_lets_a_name_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "LONGEST_STRETCH", 100)
    text = "l’" * 5_000
    names = EntityRecogniser()
    names.entities(text[:100])
    tracemalloc.start()
    try:
        names.entities(text)
        assert tracemalloc.get_traced_memory()[1] < 150 * len(text)
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "content",
    [
        "\U0001f600" + "mot\t\r\n" * 1_000 + "mot \t" * ((MAX_BYTES - 10_000) // 5),
        "e" + "\u0301" * (MAX_BYTES // 2 - 1),
        "\n" * 900_000 + "l’" * 2_000_000,
    ],
    ids=["emoji", "tower", "lines"],
)
def test_the_largest_articles_keep_within_the_memory_there_is(
    commands: Commands, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "grand.txt"
    path.write_text(content, encoding="utf-8", newline="")
    assert commands.run("search", "autre", path, cwd=tmp_path).faults() == []
    if FACTOR:
        assert commands.run("show", path, cwd=tmp_path).faults() == []
        assert commands.run("export", "--include", "mentions", path, cwd=tmp_path).faults() == []
