"""Nothing raw is printed by any command, and each call that sees to it is needed."""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.cli.commands import COMMANDS
from reader.cli.main import main
from tests.hostile import tour
from tests.hostile.grammar import LINE, ForeignError, check
from tests.hostile.protections import Marks, Site, sites, without

if TYPE_CHECKING:
    from collections.abc import Iterator

PRINTING = sites("reader/cli/", "reader/formats/", "reader/layout/")
OWN = "reader.cli.output: safe_line(text)"
"""Also what the others of its module call."""
MEASURED = "reader.cli.verbs.list_articles: safe_line(ref.id)"
"""Not printed: only its width is taken."""
NEEDED = {site.words for site in PRINTING if site.module != "reader.cli.brackets"} - {MEASURED}
EVIL = tour.EVIL
ONE = f"articles/un{EVIL}.txt"
ORDERS: tuple[tuple[str, ...], ...] = (
    ("list", "articles"),
    ("show", ONE),
    ("show", "--color", "always", ONE),
    ("recognize", "articles"),
    ("entities", "articles"),
    ("timeline", "articles"),
    ("search", "Anna", "articles"),
    ("search", f"rien {EVIL}", "articles"),
    ("links", "articles"),
    ("links", "articles", "--suggest", "3"),
    ("export", "articles"),
    ("export", "articles", "--format", "csv"),
    ("export", "articles", "--format", "markdown"),
    ("export", "articles", "--format", "w3c"),
    ("export", "articles", "--format", f"x{EVIL}"),
    ("export", "articles", "-o", f"nulle-part/{EVIL}"),
    ("export", "articles", "-o", f"ici{EVIL}.jsonl"),
    ("import", f"absent{EVIL}", "--into", "articles"),
    ("import", ONE, "--into", "articles"),
    ("annotate", "articles", "--article", f"un{EVIL}.txt", "--quote", f"absent{EVIL}", "--tag", "x"),
    ("annotate", "articles", "--article", f"absent{EVIL}", "--start", "0", "--end", "2", "--tag", "x"),
    ("annotate", "articles", "--article", f"un{EVIL}.txt", "--start", "0", "--end", "2", "--tag", f"x{EVIL}"),
    ("link", "articles", f"a{EVIL}", "b", "--relation", "updates"),
    ("check", "articles"),
    ("restore", "articles", "--list"),
    ("stats", "articles"),
    ("doctor", "articles"),
    ("config",),
    ("keys",),
    ("train", "entities", f"absent{EVIL}", "-o", f"x{EVIL}"),
    ("list", f"absent{EVIL}"),
    ("list", "articles", "--as", f"zo{EVIL}"),
    ("list", "articles", "--engine", f"spacy:{EVIL}"),
    (f"inconnu{EVIL}",),
    (f"--inconnu{EVIL}",),
    ("list", f"--inconnu{EVIL}"),
)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Iterator[Printed]:
    """Runs commands upon what the tour goes through."""
    with tempfile.TemporaryDirectory(prefix=EVIL) as made:
        tour.prepare(Path(made), monkeypatch)
        yield Printed(capfdbinary)
        monkeypatch.undo()


class Printed:
    """What commands print, on both streams."""

    def __init__(self, captured: pytest.CaptureFixture[bytes]) -> None:
        self._captured = captured

    def __call__(self, order: tuple[str, ...]) -> bytes:
        self._captured.readouterr()
        store = () if order[0] not in NAMED else ("--store", "annotations")
        who = () if "--as" in order or not store else ("--as", "zoe")
        with suppress(SystemExit):
            main([*order, *store, *who])
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = self._captured.readouterr()
        return out + err


NAMED = {command.name for command in COMMANDS}


def is_raw(data: bytes) -> bool:
    try:
        check(data, LINE)
    except ForeignError:
        return True
    return False


def test_every_command_is_tried() -> None:
    assert {order[0] for order in ORDERS} >= NAMED


def test_nothing_raw_is_printed_and_every_call_that_sees_to_it_shows(
    printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = Marks(PRINTING, monkeypatch)
    shown = [printed(order) for order in ORDERS]
    assert [order for order, data in zip(ORDERS, shown, strict=True) if is_raw(data)] == []
    seen = marks.seen(data.decode("utf-8") for data in shown)
    assert sorted({site.words for site in PRINTING} - {site.words for site in seen} - {OWN, MEASURED}) == []


@pytest.mark.parametrize("words", sorted(NEEDED))
def test_without_one_of_them_something_is_printed_raw(
    printed: Printed, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """But for those in brackets: these keep a label on its row, and the row is made safe once more."""
    gone: tuple[Site, ...] = tuple(site for site in PRINTING if site.words == words)
    without(gone, monkeypatch)
    assert any(is_raw(printed(order)) for order in ORDERS)
