"""Words for people: safe, on one line, within their cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.model import Link, Progress, Span, Tag, Timex, TimexKind
from reader.session import Session
from reader.text.cells import cell_width
from reader.text.counting import counted
from reader.tui.flow import flow
from reader.tui.wording import (
    article_titles,
    change_words,
    citation,
    date_words,
    iso_day,
    link_head,
    quoted,
    snippet,
    tag_line,
    title_end,
)
from tests.articles import article, folder, span_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Le sommet de Vienne, annoncé hier, n’aura pas lieu avant le printemps, dit-on."


@pytest.mark.parametrize("cells", [8, 20, 40, 100])
@pytest.mark.parametrize("words", ["Le sommet", "Vienne", "dit-on."])
def test_a_snippet_keeps_to_its_cells_and_shows_the_words(words: str, cells: int) -> None:
    pieces = snippet(TEXT, span_of(TEXT, words), cells)
    assert sum(cell_width(piece) for piece, _ in pieces) <= cells
    assert words[:4] in "".join(piece for piece, _ in pieces)


def test_a_concordance_line_always_begins_its_words_at_the_same_cell() -> None:
    lines = [snippet(TEXT, span_of(TEXT, words), 30, fixed=True) for words in ("Le", "Vienne", "lieu")]
    assert {cell_width(line[0][0]) for line in lines} == {10}


def test_quotes_are_one_safe_line() -> None:
    assert quoted("a\nb\x1b[31m") == "«a b␛[31m»"
    assert cell_width(quoted("x" * 100, 12)) == 12


def test_a_citation_gives_the_whole_title() -> None:
    sentence = (
        "La rencontre annoncée entre le président Élie Marchand et les maires du canton n’aura pas lieu"
    )
    made = replace(article(f"{sentence}. Rien d’autre."), title="La rencontre annoncée entre le président…")
    assert citation(made, "Rien") == f"« Rien » — {sentence} (a.txt)"


def test_lists_call_articles_by_title_and_by_file_where_titles_collide(tmp_path: Path) -> None:
    texts = {"a": "# Le sommet\n\nUn.", "b": "# Le sommet\n\nDeux.", "c": "# La suite\n\nTrois."}
    session = Session(Library([folder(tmp_path, **texts)]), MemoryStore())
    titles = article_titles(session, ["a.txt", "b.txt", "c.txt", "gone.txt"])
    assert titles == {
        "a.txt": "# Le sommet (a.txt)",
        "b.txt": "# Le sommet (b.txt)",
        "c.txt": "# La suite",
        "gone.txt": "gone.txt",
    }


def test_a_change_is_told_by_the_titles_of_its_articles(tmp_path: Path) -> None:
    session = Session(Library([folder(tmp_path, a="Le sommet est annulé\n\nUn texte.")]), MemoryStore())
    change = session.set_progress("a.txt", Progress.DONE)
    assert change is not None
    assert change_words(session, change) == "«Le sommet est annulé» done"


@pytest.mark.parametrize(
    ("width", "shown"), [(120, "Le sommet de Vrécourt est…"), (80, "Le sommet de Vréc…")]
)
def test_a_title_that_is_cut_at_the_end_of_a_row_says_so(width: int, shown: str) -> None:
    assert title_end("Le sommet de Vrécourt est annulé", width) == ((shown, "quiet"),)
    assert title_end("Le sommet de Vrécourt est annulé", 40) == ()


def test_a_quick_key_beside_a_tag_cannot_be_taken_for_a_count() -> None:
    tags = {"promesse": Tag("promesse", 1, 3)}
    assert "".join(words for words, _ in tag_line(("promesse",), tags)) == "promesse"
    assert "".join(words for words, _ in tag_line(("promesse",), tags, keys=True)) == "promesse (key 3)"


@pytest.mark.parametrize(
    ("relation", "there", "back"),
    [("updates", "→ updates", "← updated by"), ("same-event", "→ same event as", "← same event as")],
)
def test_a_link_reads_in_plain_words_from_either_end(relation: str, there: str, back: str) -> None:
    link = Link("l-1", relation, "a-1", "a-2", "", "ana", "", "")
    assert (link_head(link, "a-1"), link_head(link, "a-2")) == (there, back)


def test_a_date_is_said_in_words_and_an_open_one_so() -> None:
    date = Timex(Span(0, 5), "mardi", TimexKind.DATE, "2025-10-28")
    assert date_words(date) == "Tuesday 28 October 2025"
    assert date_words(replace(date, value="")) == "the text does not fix it"


def test_a_citation_says_where_the_words_stand() -> None:
    made = article(TEXT, "dossier/a.txt", "2024-03-09")
    said = citation(made, "Vienne,\nannoncé")
    assert said.startswith("« Vienne, annoncé » — ")
    assert said.endswith(", 2024-03-09 (dossier/a.txt)")


@pytest.mark.parametrize("day", ["", "2024-02-29", "1999-12-31"])
def test_a_day_is_taken(day: str) -> None:
    assert iso_day(day) is None


@pytest.mark.parametrize("day", ["2023-02-29", "20240229", "hier", "2024-W09-4"])
def test_what_is_no_day_is_told(day: str) -> None:
    assert iso_day(day) is not None


def test_numbers_and_nouns_agree() -> None:
    assert [counted(n, "link") for n in (0, 1, 2)] == ["0 links", "1 link", "2 links"]


def test_flowing_words_keeps_their_roles_and_the_width() -> None:
    lines = flow((("Anna Kovacs ", "person"), ("regrette l’absence de Pál", "")), 12, indent=2)
    assert all(sum(cell_width(words) for words, _ in line) <= 12 for line in lines)
    assert ("Anna", "person") in lines[0] or ("Anna ", "person") in lines[0]
    assert "…" in flow((("mot " * 40, ""),), 10, most=2)[-1][-1][0]


def test_a_place_is_a_span() -> None:
    assert snippet("", Span(0, 0), 10) == (("", "quiet"), ("", "hit"), ("", "quiet"))
