"""Writes claims as JSON lines for a scorer: ``… claims FOLDER`` or ``… forms FILE``.

A development tool: reads articles as they are, with the language it is told, without the application.
"""

from __future__ import annotations

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import Article, ReferenceDate, ReferenceOrigin
from reader.recognition.claims.recogniser import ClaimRecogniser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Claim, Entity


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line for each claim, or for each text with its claims."""
    parser = argparse.ArgumentParser(prog="python -m reader.recognition.claims", description=__doc__)
    parser.add_argument(
        "what", choices=("claims", "forms"), help="article folders or files, or a JSONL file of texts"
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--language", default="fr")
    parser.add_argument("--without-entities", action="store_true", help="guess names from capitals")
    options = parser.parse_args(arguments)
    recognise = ClaimRecogniser()
    for article in _articles(options.what, options.paths, options.language):
        entities = () if options.without_entities else _entities(article)
        claims = [_row(article, claim) for claim in recognise(article, entities)]
        if options.what == "forms":
            _print({"id": article.id, "claims": claims})
        else:
            for row in claims:
                _print(row)
    return 0


def _articles(what: str, paths: Sequence[Path], language: str) -> Iterator[Article]:
    for path in paths:
        if what == "forms":
            for line in path.read_text(encoding="utf-8").split("\n"):
                if line.strip():
                    row = json.loads(line)
                    yield _article(row["id"], path, row["text"], row.get("lang") or language, row.get("date"))
            continue
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            with file.open(encoding="utf-8-sig", newline=None) as opened:
                text = opened.read()
            yield _article(file.name, file, text, language, _date_in(file.name))


def _date_in(name: str) -> str | None:
    parts = name.split("-", 1)[-1].split("-")[0].split("_")
    return "-".join(parts) if len(parts) == 3 and all(part.isdigit() for part in parts) else None


def _article(ident: str, path: Path, text: str, language: str, date: str | None) -> Article:
    reference = ReferenceDate(date, ReferenceOrigin.HEADER) if date else None
    title = text.strip().split("\n")[0][:80] or ident
    return Article(ident, path, text, sha256(text.encode()).hexdigest(), title, (), reference, language)


def _entities(article: Article) -> Sequence[Entity]:
    from reader.recognition.entities.recogniser import EntityRecogniser

    return tuple(EntityRecogniser()(article))


def _row(article: Article, claim: Claim) -> dict[str, object]:
    cue = claim.cue
    return {
        "type": "claim",
        "article": article.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "status": claim.status.value,
        "source": claim.source,
        "cue": {"start": cue.start, "end": cue.end, "text": cue.of(article.text)} if cue else None,
        "score": claim.score,
    }


def _print(row: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
