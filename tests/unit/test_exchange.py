"""What leaves a session and comes in: no article is looked at more often than it must be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.errors import UsageError
from reader.formats import jsonl
from reader.formats.data import DEFAULT_PARTS, Part
from reader.model import Claim, ClaimStatus, Recognition
from reader.session import Session
from tests.articles import CANCELLED, SUMMIT, folder, span_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model import Article

TEXTS = {f"n{number:02}": f"Le maire du village {number} a parlé." for number in range(20)}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(Library([folder(tmp_path, **TEXTS)]), MemoryStore())


def noted(session: Session, method: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids for which *method* is asked from now on."""
    asked: list[str] = []
    answer = getattr(session, method)

    def ask(id: str) -> object:
        asked.append(id)
        return answer(id)

    monkeypatch.setattr(session, method, ask)
    return asked


@pytest.mark.parametrize("parts", [DEFAULT_PARTS, DEFAULT_PARTS | {Part.ARTICLES}])
def test_an_export_knows_the_title_of_every_article_that_something_stands_in(
    session: Session, parts: frozenset[Part]
) -> None:
    session.tag("n03.txt", span_of(TEXTS["n03"], "maire"), ["PER"])
    titles = {facts.id: facts.cited_title for facts in session.export_data(parts).articles}
    assert titles["n03.txt"] == "Le maire du village 3 a parlé"
    assert len(titles) == (20 if Part.ARTICLES in parts else 1)


def test_an_import_of_renamed_articles_reads_each_article_here_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in TEXTS.items():
        session.tag(f"{name}.txt", span_of(text, "maire"), ["PER"])
    lines = [line.replace('"article": "n', '"article": "old/n') for line in _exported(session)]
    assert all("old/n" in line for line in lines)
    asked = noted(session, "article", monkeypatch)
    plan = session.plan_import(jsonl.read(lines))
    assert (len(plan.refused), len(plan.planned)) == (0, 20)
    assert len([id for id in asked if not id.startswith("old/")]) == 20


def test_of_several_articles_with_the_same_text_the_first_is_taken(tmp_path: Path) -> None:
    session = Session(Library([folder(tmp_path, b=TEXTS["n00"], a=TEXTS["n00"])]), MemoryStore())
    session.tag("a.txt", span_of(TEXTS["n00"], "maire"), ["PER"])
    lines = [line.replace('"article": "a.txt"', '"article": "old.txt"') for line in _exported(session)]
    assert [p.remark for p in session.plan_import(jsonl.read(lines)).planned] == [
        "old.txt is called a.txt here"
    ]


def test_articles_are_summed_up_only_for_an_export_that_includes_them(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = noted(session, "summary", monkeypatch)
    session.export_data(DEFAULT_PARTS)
    assert asked == []
    assert len(session.export_data(frozenset({Part.ARTICLES})).articles) == len(asked) == 20


def _exported(session: Session) -> list[str]:
    return list(jsonl.write(session.export_data(DEFAULT_PARTS)))


def test_no_export_writes_over_an_article_or_into_the_store(tmp_path: Path) -> None:
    articles = folder(tmp_path, n=TEXTS["n00"])
    session = Session.open([articles], store=tmp_path / "annotations", annotator="alice")
    session.check_target(tmp_path / "out.csv")
    with pytest.raises(UsageError, match="one of the articles"):
        session.check_target(articles / ".." / "articles" / "n.txt")
    with pytest.raises(UsageError, match="inside the store"):
        session.check_target(tmp_path / "annotations" / "out.csv")
    session.close()


@pytest.mark.parametrize("date", ["demain", "2024-02-30", "20240301", "2024-3-1", "", "2024-03-01T10"])
def test_a_reference_date_that_is_no_day_is_refused(session: Session, date: str) -> None:
    with pytest.raises(UsageError, match="is no day"):
        session.set_reference("n00.txt", date)
    assert session.article("n00.txt").reference is None


@pytest.mark.parametrize("here", [".", "articles", "annotations"])
def test_what_is_proposed_for_an_export_is_neither_among_the_articles_nor_in_the_store(
    here: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = folder(tmp_path, n=TEXTS["n00"])
    (tmp_path / "annotations").mkdir()
    monkeypatch.chdir(tmp_path / here)
    session = Session.open([articles], annotator="alice")
    assert session.store_folder == tmp_path / "annotations"
    assert session.export_folder() == tmp_path
    session.check_target(session.export_folder() / "export.md")
    session.close()


def test_two_claims_on_the_same_words_each_keep_their_source(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def recognised(article: Article) -> Recognition:
        span = span_of(article.text, "a parlé")
        said = Claim(span, "a parlé", ClaimStatus.INDIRECT, "le maire", recogniser="test")
        return Recognition(claims=(said, replace(said, status=ClaimStatus.HEDGE, source=None)))

    monkeypatch.setattr(session, "recognise", recognised)
    _, known = next(iter(session.as_known()))
    assert [claim.source for claim in known.claims] == ["le maire", None]


def test_a_folder_of_which_only_the_names_are_held_is_known_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = "Dans la soirée, Mme Kovacs a quitté la réunion avec le maire, selon les journaux."
    articles = folder(tmp_path, a=SUMMIT, b=CANCELLED, c=short)
    session, heard = Session(Library([articles]), MemoryStore()), list[str]()
    names = {entity.name for _, known in session.as_known() for entity in known.entities}
    assert "Anna Kovacs" in names
    assert "Kovacs" not in names
    session.merge(session.identity("Agence du Danube"), session.identity("Vienne"), "Le sommet")
    session.reject_name(session.identity("Pál Orbán"))
    expected = list(session.as_known())
    monkeypatch.setattr("reader.session.exchange.MOST_HELD", -1)
    found = list(session.as_known(lambda id, _: heard.append(id), lightly=True))
    assert found == expected
    assert "Le sommet" in {entity.name for _, known in found for entity in known.entities}
    assert heard == ["a.txt", "b.txt", "c.txt"]
    assert list(session.known_mentions()) == []


def test_an_article_that_vanishes_while_the_names_are_learnt_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = folder(tmp_path, a="Anna Kovacs a parlé.", b="Elle est partie.")
    monkeypatch.setattr("reader.session.exchange.MOST_HELD", -1)
    problems: list[str] = []

    def heard(id: str, found: Sequence[str]) -> None:
        problems.extend(found)
        if id == "b.txt":
            (articles / "b.txt").unlink(missing_ok=True)

    session = Session(Library([articles]), MemoryStore())
    assert [article.id for article, _ in session.as_known(heard, lightly=True)] == ["a.txt"]
    assert len(problems) == 1
