from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.recognition.entities.tokens import PARAGRAPH, tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’Ukraine et qu'elle", ["l'", "Ukraine", "et", "qu'", "elle"]),
        ("Jean-Yves d'Aix-les-Bains", ["Jean-Yves", "d'", "Aix-les-Bains"]),
        ("M. Dupont et J. Martin", ["M.", "Dupont", "et", "J.", "Martin"]),
        ("les U.S.A. aujourd’hui", ["les", "U.S.A.", "aujourd'hui"]),
        ("«mot» (OTAN)", ["«", "mot", "»", "(", "OTAN", ")"]),
        ("anti-Trump", ["anti-", "Trump"]),
        ("Titre\n\n Corps", ["Titre", PARAGRAPH, "Corps"]),
        ("", []),
    ],
)
def test_a_text_is_cut_at_elisions_marks_and_line_ends(text: str, expected: list[str]) -> None:
    assert tokenise(text)[0] == expected


@given(st.text(max_size=200))
def test_tokens_start_where_they_stand_and_leave_out_only_space(text: str) -> None:
    tokens, starts = tokenise(text)
    end = 0
    for token, start in zip(tokens, starts, strict=True):
        assert not text[end:start].strip()
        if token != PARAGRAPH:
            assert text[start : start + len(token)].replace("’", "'") == token
        end = start + len(token)
    assert not text[end:].strip()
