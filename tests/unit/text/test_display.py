from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.text.display import safe_display, safe_line

EVERY_CODE_POINT = range(0x110000)


def test_an_ordinary_text_is_returned_as_it_is() -> None:
    text = "« L’Été », dit-il :\n\t10 000 € — œuvre, 中文, 😀 e\u0301\u202f!"
    assert safe_display(text) is text


def test_each_c0_control_but_tab_and_newline_becomes_its_picture() -> None:
    controls = "".join(map(chr, range(0x20)))
    shown = safe_display(controls)
    assert shown[9:11] == "\t\n"
    assert shown[0] == "␀"
    assert shown[0x1B] == "␛"
    assert safe_display("\x7f") == "␡"


HIDDEN = (
    "\xad\u200b\u200c\u200e\u202e\u2066\u2069\u061c\u2060\ufeff\ufff9\ufffb\U000e0041\U000e007f\u180e\u3164"
)


@pytest.mark.parametrize("hidden", HIDDEN, ids=ascii)
def test_invisible_and_bidirectional_characters_become_a_dot(hidden: str) -> None:
    assert safe_display(f"a{hidden}b") == "a·b"


def test_c1_controls_and_lone_surrogates_become_the_replacement_character() -> None:
    for code in [*range(0x80, 0xA0), 0xD800, 0xDCE9, 0xDFFF]:
        assert safe_display(f"a{chr(code)}b") == "a\ufffdb"


def test_line_and_paragraph_separators_are_shown_as_line_breaks() -> None:
    assert safe_display("a\u2028b\u2029c\x85") == "a␤b␤c\ufffd"


def test_a_joiner_stays_only_between_two_emoji() -> None:
    family = "👩\u200d👩\u200d👧"
    flag = "🏳\ufe0f\u200d🌈"
    assert safe_display(family) == family
    assert safe_display(flag) == flag
    assert safe_display("a\u200db") == "a·b"
    assert safe_display("👩\u200d\u200d👧") == "👩··👧"


def test_a_safe_line_has_no_newline_and_no_tab() -> None:
    assert safe_line("un\n\tdeux\r") == "un␊ deux␍"


def test_every_code_point_keeps_its_length_and_no_control_survives() -> None:
    for code in EVERY_CODE_POINT:
        shown = safe_line(chr(code))
        assert len(shown) == 1
        point = ord(shown)
        assert point >= 0x20, hex(code)
        assert not 0x7F <= point < 0xA0, hex(code)
        assert not 0xD800 <= point <= 0xDFFF, hex(code)


def test_every_stand_in_takes_one_cell() -> None:
    stand_ins = {safe_line(chr(code)) for code in EVERY_CODE_POINT if safe_line(chr(code)) != chr(code)}
    assert {cell_len(each) for each in stand_ins} == {1}
