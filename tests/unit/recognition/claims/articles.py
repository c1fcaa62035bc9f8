"""Made-up articles for the tests of the claims recogniser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import Article, ReferenceDate, ReferenceOrigin
from reader.recognition.claims.recogniser import ClaimRecogniser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Claim, Entity


def article(text: str, language: str = "fr", year: int = 2017) -> Article:
    """An article with *text* and nothing else."""
    reference = ReferenceDate(f"{year}-05-01", ReferenceOrigin.HEADER)
    return Article("a.txt", Path("a.txt"), text, "0" * 64, "title", (), reference, language)


def claims_of(
    text: str, entities: Sequence[Entity] = (), language: str = "fr", year: int = 2017
) -> list[Claim]:
    """The claims of *text*."""
    return list(ClaimRecogniser()(article(text, language, year), entities))


def told(text: str, language: str = "fr", year: int = 2017) -> list[tuple[str, str, str | None]]:
    """Status, words and source of each claim of *text*."""
    return [(one.status.value, one.text, one.source) for one in claims_of(text, (), language, year)]
