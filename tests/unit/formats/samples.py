"""Two small made-up articles and what somebody marked in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.formats.data import ArticleFacts, ExportData, Part
from reader.model import (
    HAND,
    AnchorState,
    Annotation,
    Article,
    Claim,
    ClaimStatus,
    Decision,
    DecisionAction,
    Entity,
    EntityLabel,
    Link,
    MentionKind,
    Progress,
    Recognition,
    ReferenceDate,
    ReferenceOrigin,
    Span,
    Tag,
    Timex,
    TimexKind,
)

FIRST = (
    "Le maire, Élie Marchand, l’a dit mardi : « le pont [sic] rouvrira ».\n"
    "Selon lui, il aurait coûté 10 000 €."
)
SECOND = "Le pont de Vrécourt n’a pas rouvert.\nLa préfecture évoque une fissure."
TIME = "2025-11-01T10:00:00Z"


def article(id: str, text: str) -> Article:
    """An article with that text."""
    return Article(
        id=id,
        path=Path("/articles") / id,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=text.partition(",")[0].partition(" n’")[0],
        reference=ReferenceDate("2025-10-28", ReferenceOrigin.HEADER),
        language="fr",
    )


ARTICLES = {"a/un.txt": article("a/un.txt", FIRST), "deux.txt": article("deux.txt", SECOND)}


def passage(
    id: str, article_id: str, quote: str, *tags: str, note: str = "", origin: str = HAND
) -> Annotation:
    """An annotation of the only place where *quote* stands."""
    text = ARTICLES[article_id].text
    start = text.index(quote)
    return Annotation(
        id=id,
        article=article_id,
        article_sha256=ARTICLES[article_id].sha256,
        span=Span(start, start + len(quote)),
        quote=quote,
        prefix=text[max(0, start - 32) : start],
        suffix=text[start + len(quote) :][:32],
        tags=tags,
        note=note,
        creator="zoé",
        created=TIME,
        modified=TIME,
        origin=origin,
        anchor=AnchorState.EXACT,
    )


PROMISE = passage("a-1", "a/un.txt", "le pont [sic] rouvrira", "promesse", "=à vérifier")
MAYOR = passage("a-2", "a/un.txt", "Élie Marchand", "PER", origin="entities")
CLOSED = passage("a-3", "deux.txt", "n’a pas rouvert", "démenti", note="Voir l’autre\narticle\u2028ici")
LINK = Link("l-1", "contradicts", "a-3", "a-1", "six jours après", "zoé", TIME, TIME)
TAGS = (Tag("promesse", 1, 1), Tag("PER", 3), Tag("=à vérifier", 4, None, "à relire"), Tag("démenti", 2, 2))
DECISION = Decision(
    "d-1",
    "a/un.txt",
    DecisionAction.REJECTED,
    Span(0, 2),
    "Le",
    MentionKind.ENTITY,
    "MISC",
    creator="zoé",
    created=TIME,
)


def recognition_of_first() -> Recognition:
    """One mention of each kind."""
    person, day = FIRST.index("Élie Marchand"), FIRST.index("mardi")
    cost, cue = FIRST.index("il aurait"), FIRST.index("aurait")
    return Recognition(
        (
            Entity(
                Span(person, person + 13), "Élie Marchand", EntityLabel.PER, "Élie Marchand", 0.97, "rules"
            ),
        ),
        (Timex(Span(day, day + 5), "mardi", TimexKind.DATE, "2025-10-28", reference="2025-10-28"),),
        (
            Claim(
                Span(cost, len(FIRST) - 1),
                FIRST[cost:-1],
                ClaimStatus.CONDITIONAL,
                "Élie Marchand",
                Span(cue, cue + 6),
            ),
        ),
    )


def everything() -> ExportData:
    """All of it, in no order."""
    return ExportData(
        frozenset(Part),
        articles=tuple(
            ArticleFacts(a.id, a.sha256, a.title, "2025-10-28", a.language, len(a.text), Progress.DONE)
            for a in reversed(ARTICLES.values())
        ),
        tags=TAGS,
        annotations=(CLOSED, PROMISE, MAYOR),
        links=(LINK,),
        decisions=(DECISION,),
        recognised=[(ARTICLES["a/un.txt"], recognition_of_first())],
    )
