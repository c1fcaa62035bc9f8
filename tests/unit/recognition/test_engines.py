"""Another engine for names is found by its name, imported only then, and held against the text."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.articles.loading import article_of
from reader.errors import RecognitionError
from reader.model import EntityLabel
from reader.recognition import engines, registry
from reader.recognition.engines import engine, engine_names, expect
from reader.recognition.recognise import recognise
from reader.recognition.registry import factories, versions
from reader.session import Session
from tests.engines import install

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Anna Kovacs est à Vienne le 3 mars 2024. Selon Anna Kovacs, il pleut."


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed distribution with engines of its own."""
    return install(tmp_path / "site", monkeypatch)


def test_an_engine_of_a_distribution_takes_the_place_of_our_names(distribution: Path) -> None:
    del distribution
    found = recognise(article_of(TEXT, "a.txt"), "finder:Vienne")
    assert [(e.text, e.label, e.recogniser) for e in found.entities] == [
        ("Vienne", EntityLabel.MISC, "finder:Vienne")
    ]
    assert [date.value for date in found.dates] == ["2024-03-03"], "dates stay ours"
    assert found.claims, "and claims too"
    assert found.problems == ()


def test_its_version_stands_among_the_versions(distribution: Path) -> None:
    del distribution
    assert versions("finder:Vienne")["finder:Vienne"] == "7"
    assert "entities" not in versions("finder:Vienne")
    assert "entities" in versions()


@pytest.mark.parametrize("none", ["", "own"])
def test_our_own_recogniser_is_called_own(none: str) -> None:
    assert factories(none) is registry.RECOGNISERS
    expect(none)


def test_engines_are_listed_without_an_import(distribution: Path) -> None:
    del distribution
    assert engine_names() == ("own", "spacy", "astray", "broken", "finder", "gone", "nameless", "talker")
    assert "made_up_names" not in sys.modules


def test_what_comes_with_reader_cannot_be_taken_over(distribution: Path) -> None:
    del distribution
    with pytest.raises(RecognitionError, match="spaCy"):
        engine("spacy:")


def test_an_unknown_engine_is_answered_with_those_there_are() -> None:
    with pytest.raises(RecognitionError, match=r"There is no engine “flar”\. There is own, spacy"):
        expect("flar:x")


@pytest.mark.parametrize(
    ("name", "why"),
    [("broken", "no word"), ("gone", "made_up_nowhere"), ("nameless", "name")],
)
def test_an_engine_that_cannot_be_made_says_why(name: str, why: str, distribution: Path) -> None:
    del distribution
    with pytest.raises(RecognitionError, match=f"The engine “{name}” cannot be loaded: .*{why}"):
        engine(name)


@pytest.mark.parametrize("name", ["astray", "talker"])
def test_mentions_that_do_not_stand_in_the_text_are_a_problem(name: str, distribution: Path) -> None:
    del distribution
    found = recognise(article_of(TEXT, "a.txt"), f"{name}:x")
    assert found.entities == ()
    assert len(found.problems) == 1
    assert "Nothing of finder:x is shown" in found.problems[0]
    assert found.dates, "the rest is recognised all the same"


def test_an_engine_that_is_missing_later_is_a_problem_of_the_article() -> None:
    found = recognise(article_of(TEXT, "a.txt"), "flar")
    assert "There is no engine “flar”" in found.problems[0]
    assert found.dates


def test_a_session_is_not_opened_with_an_engine_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(RecognitionError):
        Session.open([tmp_path], engine="flar")
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_session_recognises_with_its_engine_and_remembers_it_apart(
    distribution: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del distribution
    monkeypatch.setenv("READER_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for _ in range(2):
        for chosen, names in (("finder:Anna", 2), ("finder:Vienne", 1), ("", 3)):
            session = Session.open([tmp_path / "a.txt"], engine=chosen)
            assert len(session.recognition("a.txt").entities) == names, chosen
            session.close()
    assert len(list((tmp_path / "cache" / "reader" / "recognition").iterdir())) == 3


def test_no_engine_is_imported_or_looked_for_before_it_is_named(distribution: Path) -> None:
    code = f"""if True:
        import sys
        sys.path.insert(0, {str(distribution)!r})
        from reader.articles.loading import article_of
        from reader.recognition.recognise import recognise
        assert recognise(article_of({TEXT!r}, "a.txt")).entities
        wanted = ("made_up_names", "spacy", "reader.recognition.spacy_engine", "importlib.metadata")
        print([name for name in wanted if name in sys.modules])"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_group_is_the_one_that_is_documented() -> None:
    assert engines.GROUP == "reader.recognisers"
    assert f'[project.entry-points."{engines.GROUP}"]' in (engines.__doc__ or "")
