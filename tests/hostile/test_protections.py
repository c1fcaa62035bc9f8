"""Everything that the app shows was made safe, and no call that does it can be spared."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.text.display import safe_display
from tests.hostile import tour
from tests.hostile.protections import Marks, sites, without
from tests.torture import FACTOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    Seen = dict[str, dict[str, list[str]]]

SHOWING = sites("reader/tui/", "reader/layout/")
"""What makes safe whatever the app paints, copies or takes from a paste."""
SEEN_TO_BEFORE = {
    "reader.tui.commands.linking: safe_line(relation_words(link.relation))": "a new relation is one line",
    "reader.tui.commands.marking: safe_line(favourite.name)": "a tag that is given anew is one line",
    "reader.tui.here.article: safe_line(note)": "notes of reading a file hold nothing of it",
    "reader.tui.screens.reading: safe_line(self.session.others_notice())": "names of annotators are checked",
    "reader.tui.screens.suggestions: safe_line(each)": "evidence is words, folded",
    "reader.tui.screens.tags: safe_line(new)": "a new name is one line",
    "reader.tui.wording: safe_line(' '.join(quote.split()))": "what is copied is made safe once more",
    "reader.tui.wording: safe_line(article.id)": "the same",
    "reader.tui.wording: safe_line(whole_title(article))": "the same",
    "reader.tui.widgets.line_input: safe_display(text)": "what it finds is left out; see what is pasted",
}
"""Calls that the tour cannot show the need of, and why nothing raw comes to them today."""


def raw(seen: Seen) -> list[str]:
    """The places at which something was seen that may command a terminal."""
    return [
        place
        for places in seen.values()
        for place, rows in places.items()
        if any(safe_display(row) != row for row in rows)
    ]


def rows_of(seen: Seen) -> Iterator[str]:
    return (row for places in seen.values() for rows in places.values() for row in rows)


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose own name is not harmless either; a short one: paths are cut where they are shown."""
    with tempfile.TemporaryDirectory(prefix=tour.EVIL) as made:
        tour.prepare(Path(made), monkeypatch)
        yield Path(made)
        monkeypatch.undo()


async def test_nothing_raw_is_shown_and_every_call_that_sees_to_it_shows(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = Marks(SHOWING, monkeypatch)
    seen = await tour.walk(root)
    assert raw(seen) == []
    shown = {site.words for site in marks.seen(rows_of(seen))}
    unseen = sorted({site.words for site in SHOWING} - shown - SEEN_TO_BEFORE.keys())
    assert unseen == []


@pytest.fixture(scope="module")
def bare() -> Iterator[Seen]:
    """What the same tour shows when nothing is made safe any more."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix=tour.EVIL) as made:
        patch.setenv("READER_CACHE", "off")
        tour.prepare(Path(made), patch)
        without(SHOWING, patch)
        yield asyncio.run(tour.walk(Path(made)))


@pytest.mark.parametrize("step", tour.STEPS)
def test_without_them_the_same_places_show_data_raw(bare: Seen, step: str) -> None:
    assert raw({step: bare[step]}) == list(bare[step]) != []


@pytest.fixture(scope="module")
def steps() -> dict[str, str]:
    """The first step at which each call shows, by its words."""
    found: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix=tour.EVIL) as made:
        patch.setenv("READER_CACHE", "off")
        tour.prepare(Path(made), patch)
        marks = Marks(SHOWING, patch)
        for name, places in asyncio.run(tour.walk(Path(made))).items():
            for site in marks.seen(rows_of({name: places})):
                found.setdefault(site.words, name)
    return found


@pytest.mark.skipif(not FACTOR, reason="the long form: READER_TORTURE=1")
@pytest.mark.parametrize("words", sorted({site.words for site in SHOWING} - SEEN_TO_BEFORE.keys()))
async def test_without_one_of_them_something_shows_raw(
    root: Path, monkeypatch: pytest.MonkeyPatch, steps: dict[str, str], words: str
) -> None:
    without(tuple(site for site in SHOWING if site.words == words), monkeypatch)
    first = (steps[words],) if words in steps else ()
    assert raw(await tour.walk(root, *first)) or raw(await tour.walk(root))
