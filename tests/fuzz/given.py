"""Values made of bytes, so that a fuzzer that changes single bytes changes single values."""

from __future__ import annotations

from dataclasses import dataclass

WORDS = (
    *(
        "le",
        "la",
        "l’",
        "d'",
        "un",
        "du",
        "de",
        "à",
        "et",
        "que",
        "qui",
        "selon",
        "d'après",
        "vers",
        "il y a",
    ),
    *(
        "lundi",
        "mardi prochain",
        "hier",
        "demain",
        "la veille",
        "le lendemain",
        "la semaine dernière",
        "soir",
    ),
    *("mars", "avril", "août", "décembre", "été", "1er", "3", "31", "99", "2024", "1999-12-31", "22 heures"),
    *("14h30", "10 %", "deux", "vingt", "ans", "jours", "mois", "semaines", "janv.", "XXe siècle", "18:00"),
    *("Anna", "Kovacs", "Orbán", "Vienne", "Maison-Blanche", "ONU", "Mme", "M.", "président", "ministre"),
    *(
        "a déclaré",
        "aurait",
        "serait",
        "pourrait",
        "dit-il",
        "affirme",
        "a-t-elle",
        "indique",
        "probablement",
    ),
    *(
        "«",
        "»",
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "(",
        ")",
        "[",
        "]",
        "-",
        "–",
        "—",
        ",",
        ".",
        ";",
        ":",
        "!",
        "?",
    ),
    *(" ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u202f", "\r", "\u2028", "\u0085", "\f", "\x1b", "\x00"),
    *(
        "é",
        "e\u0301",
        "œ",
        "İ",
        "ß",
        "ﬁ",
        "日本",
        "🙂",
        "👩\u200d👩\u200d👧",
        "\u200d",
        "\u202e",
        "\u0301" * 4,
    ),
    *("---\n", "# ", "Date: ", "Titre : ", "title:", "```", "> ", "* ", "====", "PARIS (AFP) – ", "du 3 au"),
    *("0", "1", "2", "5", "9", "/", "01/02/2023", "2023-", "T", "Z", "+", "€", "$", "A", "s", "the", "said"),
    *(
        "last week",
        "on Monday",
        "according to",
        "Mr",
        "June",
        "5 p.m.",
        "$& ",
        "...",
        "…",
        "n°",
        "°",
        "\ufeff",
    ),
)
"""Pieces of news, of heads of files, and of what breaks."""


@dataclass
class Given:
    """Bytes that are used up from the front."""

    data: bytes

    def number(self, most: int) -> int:
        """From 0 to *most*."""
        size = (most.bit_length() + 7) // 8
        taken, self.data = self.data[:size], self.data[size:]
        return int.from_bytes(taken, "big") % (most + 1)

    def piece(self) -> bytes:
        """Some bytes, as many as the first of them says."""
        size = self.number(255)
        taken, self.data = self.data[:size], self.data[size:]
        return taken

    def text(self) -> str:
        """A text of all that is left: words, or whatever the bytes are as UTF-8."""
        words = self.number(1)
        rest, self.data = self.data, b""
        return in_words(rest) if words else rest.decode("utf-8", "replace")

    def short_text(self) -> str:
        """A text of the next bytes."""
        piece = self.piece()
        return in_words(piece[1:]) if piece[:1] > b"\x7f" else piece.decode("utf-8", "replace")


def in_words(data: bytes) -> str:
    """A word for each byte; most are followed by a space."""
    pieces = []
    for byte in data:
        word = WORDS[byte % len(WORDS)]
        pieces.append(f"{word} " if byte < len(WORDS) and word[-1].isalnum() else word)
    return "".join(pieces)
