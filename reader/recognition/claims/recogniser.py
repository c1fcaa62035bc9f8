"""The claims recogniser: quotations, reports, rumour and the author's own doubt, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Article, Claim, Entity

NAME = "claims"
VERSION = "3"


class ClaimRecogniser:
    """Who says what, and how surely; French in full, English quotations and plain reports, nothing else."""

    name = NAME
    version = VERSION

    def __call__(self, article: Article, entities: Sequence[Entity] = ()) -> Iterable[Claim]:
        """The claims of *article* in text order; *entities* give the sources their names."""
        if not article.text.strip():
            return ()
        if article.language == "fr":
            from reader.recognition.claims.french import french_claims

            return french_claims(article, entities)
        if article.language == "en":
            from reader.recognition.claims.english.finding import english_claims

            return english_claims(article, entities)
        return ()
