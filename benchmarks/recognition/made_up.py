"""Made-up French news, each article other than the last: as much of it as a benchmark wants."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SYLLABLES = (
    "ba",
    "cor",
    "di",
    "fel",
    "gan",
    "ho",
    "jar",
    "ki",
    "lou",
    "mer",
    "nis",
    "ol",
    "pra",
    "ré",
    "sta",
    "vé",
)
FIRST_NAMES = ("Anna", "Noé", "Lise", "Paul", "Élie", "Jeanne", "Marc", "Inès", "Hugo", "Zoé")
MONTHS = ("janvier", "mars", "mai", "juillet", "septembre", "novembre")
SENTENCES = (
    "Le maire de {place}, {person}, a déclaré que la digue tiendrait jusqu’au {day} {month}. ",
    "Selon {person}, un bateau aurait coulé au large de {place} dans la nuit de mardi à mercredi. ",
    "« Nous avons vérifié chaque pierre », a ajouté {person}, ministre depuis le {day} {month} {year}. ",
    "La {group} n’a pas répondu ; deux jours plus tôt, {person} était à {place}. ",
    "Les habitants de {place} craignent que la mer ne monte encore, faute de travaux. ",
    "À {place}, la réunion a duré plus de deux heures et demie, indique la {group}.\n",
)


def articles(count: int, characters: int = 3000, seed: int = 1) -> Iterator[str]:
    """*count* texts of at least *characters*, the same ones for the same *seed*."""
    chance = random.Random(seed)

    def word(parts: int) -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(parts)).capitalize()

    for _ in range(count):
        people = [f"{chance.choice(FIRST_NAMES)} {word(3)}" for _ in range(4)]
        places = [word(2) for _ in range(4)]
        text = f"{chance.randint(1, 28)} {chance.choice(MONTHS)} {chance.randint(1990, 2025)}\n\n"
        while len(text) < characters:
            text += chance.choice(SENTENCES).format(
                person=chance.choice(people),
                place=chance.choice(places),
                group=f"Compagnie de {word(3)}",
                day=chance.randint(1, 28),
                month=chance.choice(MONTHS),
                year=chance.randint(1990, 2025),
            )
        yield text


if __name__ == "__main__":
    print(next(articles(1)))
