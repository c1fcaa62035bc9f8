from __future__ import annotations

from reader.layout.marks import Mark, Role, marks_of
from reader.model import Claim, ClaimStatus, Span

TEXT = "Elle a précisé que le sommet aurait lieu."


def test_a_claim_is_a_sign_at_its_words_and_an_underline_at_its_cue() -> None:
    claim = Claim(Span(19, 40), TEXT[19:40], ClaimStatus.INDIRECT, "Elle", cue=Span(0, 18))
    assert marks_of([claim]) == [Mark(Span(19, 40), Role.INDIRECT), Mark(Span(0, 18), Role.CUE)]


def test_a_claim_without_a_cue_has_no_underline() -> None:
    claim = Claim(Span(19, 40), TEXT[19:40], ClaimStatus.QUOTE, None)
    assert marks_of([claim]) == [Mark(Span(19, 40), Role.QUOTE)]
