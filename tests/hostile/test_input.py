"""What a terminal sends: pasted text presses no key, and no byte ends the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from reader.tui.terminal_input import END, START, Pastes, PastingParser
from tests.hostile.payloads import PAYLOADS
from tests.hostile.terminals import Guarded
from tests.pty.terminal import READER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PIECES = st.lists(
    st.sampled_from(["\x1b", "\x1b[", "\x1b[2", "[200~", "[201~", "0", "1~", "~", START, END, "mot", "q"]),
    max_size=12,
)


def parsed(pieces: Iterable[str]) -> list[object]:
    """The pasted texts and the keys in what a terminal sends piece by piece."""
    parser = PastingParser()
    found: list[object] = []
    for piece in pieces:
        for event in parser.feed(piece):
            if isinstance(event, events.Paste):
                found.append(event.text)
            elif isinstance(event, events.Key):
                found.append(event)
    return found


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_a_pasted_payload_presses_no_key(payload: str) -> None:
    sent = f"{START}{payload}{END}"
    whole = payload.replace("\x1b", "").replace("\0", "")
    assert parsed([sent]) == [whole]
    assert parsed(sent) == [whole]
    assert parsed([f"{sent}{sent}"]) == [whole, whole]


def test_a_paste_ends_where_the_terminal_says_so_and_keys_are_keys_again() -> None:
    first, key, second = parsed([f"{START}a{START}b\x1b{END}q{START}c{END}"])
    assert (first, second) == ("a[200~b", "c")
    assert isinstance(key, events.Key)
    assert key.key == "q"


def test_an_arrow_is_an_arrow_however_it_is_cut() -> None:
    for pieces in (["\x1b[A"], ["\x1b", "[A"], ["\x1b[", "A"], [*"\x1b[A"]):
        (key,) = parsed(pieces)
        assert isinstance(key, events.Key)
        assert key.key == "up"


@given(PIECES)
def test_it_does_not_matter_how_the_stream_is_cut(pieces: list[str]) -> None:
    stream = "".join(pieces)
    whole, cut, letters = Pastes(), Pastes(), Pastes()
    at_once = whole.harmless(stream)
    assert "".join(map(cut.harmless, pieces)) == at_once
    assert "".join(map(letters.harmless, stream)) == at_once


@given(PIECES)
def test_what_is_typed_is_passed_on_as_it_is(pieces: list[str]) -> None:
    typed = "".join(pieces).replace(START, "")
    while START in typed:
        typed = typed.replace(START, "")
    assert Pastes().harmless(typed) == typed


def test_bytes_that_are_no_text_do_not_end_the_app(tmp_path: Path) -> None:
    if not READER.exists():
        pytest.skip("the command reader is not installed in this environment")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Anna Kovacs parle à Vienne.\n", encoding="utf-8")
    with Guarded(("articles",), tmp_path) as terminal:
        terminal.wait("Anna Kovacs", "saved")
        terminal.send(b"\xff\xfe\xe9\x80\xc3")
        terminal.press("/")
        terminal.wait("esc")
        terminal.send(b"Vi\xe9nne\r")
        terminal.wait("Nothing like")
        terminal.press("q")
        assert terminal.leave() == 0
        terminal.copied()
        assert terminal.faults_of_leaving() == []
