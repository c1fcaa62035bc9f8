"""The date recogniser: an article in, its temporal expressions out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.recognition.dates.finding import NAME, find

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Article, Timex


@dataclass(frozen=True, slots=True)
class DateRecogniser:
    """Dates, times, durations, sets and ranges by rules; only ISO dates outside French and English."""

    name: str = NAME
    version: str = "6"

    def __call__(self, article: Article) -> Iterable[Timex]:
        """The temporal expressions of *article*, against its reference date."""
        reference = article.reference
        day = reference.date if reference is not None else None
        return find(article.text, day, article.language, reference.span if reference is not None else None)
