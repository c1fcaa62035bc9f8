"""Which words are conditionals, told by their stem: not the imperfects and nouns that look alike."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.recognition.claims.lexicon import lexicon

if TYPE_CHECKING:
    from reader.recognition.claims.sentences import Sentence


def is_conditional(form: str) -> bool:
    """Whether *form* is a third person of the conditional, not an imperfect or a noun that looks like one."""
    stem = form[:-5] if form.endswith("aient") else form[:-3] if form.endswith("ait") else ""
    if not stem.endswith("r") or len(stem) < 2:
        return False
    words = lexicon()
    if stem in words["conditional.forms"]:
        return True
    if stem in words["conditional.imperfects"]:
        return False
    return stem.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(lexicon()["conditional.endings"])


def conditionals(sentence: Sentence) -> list[int]:
    """The places of all conditionals in *sentence*."""
    return [
        at
        for at, token in enumerate(sentence.tokens)
        if token.form.endswith(("rait", "raient"))
        and (not token.capital or at == sentence.first)
        and is_conditional(token.form)
    ]
