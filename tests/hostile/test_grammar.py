"""The grammar lets pass what the program writes, and nothing that data could hold."""

from __future__ import annotations

import json

import pytest

from reader.formats.json_lines import json_line
from reader.text.display import safe_line
from tests.hostile.grammar import LINE, ForeignError, check
from tests.hostile.payloads import CODE_POINTS, HIDDEN, PAYLOADS, SEQUENCES

OURS = (
    b"\x1b[?1049h\x1b[?1000h\x1b[?25l\x1b[>25u\x1b[?2026$p\x1b[12;40H"
    b"\x1b[38;2;1;2;3;48;2;4;5;6;1mmot \xc3\xa9\x1b[0m"
    b"\x1b]52;c;YcOp\x07\x1b[?2026h\x1b[?2026l\x1b[<u\x1b[?1049l"
)


def test_what_the_program_writes_passes_and_the_clipboard_is_read() -> None:
    assert check(OURS) == ["aé"]


@pytest.mark.parametrize("payload", [*SEQUENCES, *HIDDEN], ids=ascii)
def test_no_payload_passes_as_the_output_of_a_command(payload: str) -> None:
    with pytest.raises(ForeignError):
        check(payload.encode("utf-8", "surrogateescape"), {"line end": r"\n"})


def test_only_line_ends_pass_of_all_controls() -> None:
    passed = []
    for letter in CODE_POINTS:
        try:
            check(letter.encode(), LINE)
            passed.append(letter)
        except ForeignError:
            pass
    assert passed == ["\n"]


def test_every_payload_passes_once_it_is_made_safe() -> None:
    for payload in PAYLOADS:
        check(safe_line(payload).encode(), {})


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) >= 60
    assert len(set(PAYLOADS)) == len(PAYLOADS)
    assert len(CODE_POINTS) == 65


def test_json_lines_escape_whatever_the_screen_paints_a_stand_in_for() -> None:
    """But for what emoji are joined by, and for two letters of Korean that are blank."""
    for code in (*range(0x1E000), *range(0xE0000, 0xE1000)):
        letter = chr(code)
        line = json_line({"a": letter})
        assert not line.isascii() or json.loads(line) == {"a": letter}
        if safe_line(letter) != letter and letter not in "\u200d\u3164\uffa0":
            assert line.isascii(), hex(code)
