"""Small made-up articles, and folders of them, for tests."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from reader.model import Article, ReferenceDate, ReferenceOrigin, Span

SUMMIT = (
    "Le sommet est annoncé\n\n"
    "Le 3 mars 2024, Anna Kovacs a déclaré que « la rencontre aura lieu à Vienne ».\n"
    "Selon l’Agence du Danube, Pál Orbán aurait accepté l’invitation."
)
CANCELLED = (
    "Le sommet est annulé\n\n"
    "Le 9 mars 2024, la rencontre prévue à Vienne n’aura pas lieu.\n"
    "Anna Kovacs regrette l’absence de Pál Orbán."
)


def article(text: str, id: str = "a.txt", date: str | None = None) -> Article:
    """An article of *text* as if it had been loaded."""
    return Article(
        id=id,
        path=Path("/nowhere") / id,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        title=text.split("\n", 1)[0][:80] or id,
        reference=ReferenceDate(date, ReferenceOrigin.USER) if date else None,
        language="fr",
    )


def folder(root: Path, **texts: str) -> Path:
    """A folder of articles under *root*: one ``.txt`` for each name."""
    made = root / "articles"
    made.mkdir()
    for name, text in (texts or {"annonce": SUMMIT, "annulation": CANCELLED}).items():
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


def span_of(text: str, quote: str, nth: int = 0) -> Span:
    """Where *quote* stands in *text*, the *nth* time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Span(start, start + len(quote))
