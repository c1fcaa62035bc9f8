"""From an English article to its claims, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.english import doubts, quoting, reports
from reader.recognition.claims.english.line import line_of
from reader.recognition.claims.english.subjects import Scene
from reader.recognition.claims.names import names_of
from reader.recognition.claims.quotes import quotations
from reader.recognition.claims.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, Claim, Entity


def english_claims(article: Article, entities: Sequence[Entity]) -> list[Claim]:
    """The claims of *article* in text order."""
    found = quotations(article.text)
    rows = sentences(article.text, found)
    names = names_of(article.text, entities, rows)
    scene = Scene()
    claims: list[Claim] = []
    for row in rows:
        line = line_of(article.text, row, found, names)
        said = reports.attributions(line, scene)
        claims += reports.claims(line, said)
        claims += doubts.claims(line, said)
        claims += quoting.claims(line, said, scene)
        scene.meet(line)
        scene.speaker = next((one.source for one in reversed(said) if one.source), scene.speaker)
    return sorted(claims, key=lambda one: (one.span.start, -one.span.end))
