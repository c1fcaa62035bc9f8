"""Texts nobody writes: time per character at 10 kB and at 1 MB, whole and for each recogniser.

``python -m benchmarks.recognition.bad_input [SHAPE…]``; 1 where a character of the long text takes more than
one and a half times that of the short one.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.recognition.made_up import articles
from reader.articles.loading import article_of
from reader.model import Entity, Timex
from reader.recognition import overlaps, registry
from reader.recognition.recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Article

SMALL, LARGE = 10_000, 1_000_000
"""Characters."""
MOST = 1.5
PROSE = next(articles(1, characters=6000)).replace("\n", " ")
UNITS = {
    "prose on one line": PROSE,
    "capitals only": PROSE.upper(),
    "digits only": "0123456789",
    "numbers": "12 345 6 78 ",
    "languages mixed": "Le maire dort. The mayor of Ely sleeps. Der Bürgermeister schläft. Мэр спит. 市長。 ",
    "names only": "Anna Kovacs Paul Martin Vienne ",
    "one mention after the other": "Anna Kovacs, Paul Martin et Lise Duroc sont à Vienne le 3 mars 2024. ",
    "dates only": "lundi 3 mars 2024 à 10 heures, ",
    "quotes open": "« Anna ",
    "quotes in quotes": "« il a dit “oui” », dit-il. ",
    "reports of reports": "Anna a dit que Paul dirait que ",
    "no word ends": "a",
    "no word begins": " ",
    "marks only": "-—…’'\"«»()",
    "accents apart": "e\u0301",
    "lines of one letter": "a\n",
}


def article(unit: str, size: int) -> Article:
    """*size* characters of *unit* repeated, said to be French."""
    return replace(article_of((unit * (size // len(unit) + 1))[:size], "a.txt"), language="fr")


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The least processor time of a few runs."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def parts(read: Article) -> dict[str, float]:
    """Seconds of each recogniser alone, the claims with their entities given."""
    rounds = 5 if len(read.text) <= SMALL else 1
    makers = [registry.recogniser(factory) for factory in registry.RECOGNISERS]
    found = [mention for maker in makers for mention in maker(read)]
    names = [mention for mention in found if isinstance(mention, Entity)]
    dates = [mention for mention in found if isinstance(mention, Timex)]
    entities, _ = overlaps.resolve(names, dates)
    claims = partial(registry.claim_recogniser(), read, entities)
    spent = {maker.name: seconds(partial(_all, partial(maker, read)), rounds) for maker in makers}
    spent["overlaps"] = seconds(partial(overlaps.resolve, names, dates), rounds)
    spent["claims"] = seconds(partial(_all, claims), rounds)
    spent["whole"] = seconds(partial(recognise, read), rounds)
    return spent


def _all(work: Callable[[], object]) -> list[object]:
    return list(work())  # type: ignore[call-overload, no-any-return] # whatever a recogniser gives


def main(arguments: list[str]) -> int:
    """Prints the figures."""
    recognise(article(PROSE, SMALL))  # everything is loaded
    worst = 0.0
    for name in arguments or UNITS:
        small, large = parts(article(UNITS[name], SMALL)), parts(article(UNITS[name], LARGE))
        worse = {part: large[part] / LARGE / max(small[part] / SMALL, 1e-8) for part in large}
        blame = [f"{part} {ratio:.1f} ×" for part, ratio in worse.items() if ratio > MOST]
        worst = max(worst, worse["whole"])
        times = [spent["whole"] / size * 1e6 for spent, size in ((small, SMALL), (large, LARGE))]
        print(f"{name:28} {times[0]:6.2f} → {times[1]:6.2f} µs a character", end=" ")
        print(f"{worse['whole']:6.2f} ×   {', '.join(blame)}", flush=True)
    return int(worst > MOST)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
