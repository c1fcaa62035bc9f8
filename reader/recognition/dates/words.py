"""The word lists of a language: TOML data read once, and the pattern pieces made of them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias, cast

Table: TypeAlias = dict[str, object]
_TRAILING = re.compile(r",\s*\]$")


class Words(NamedTuple):
    """The tables of one language, by name."""

    tables: dict[str, Table]

    def number(self, table: str, word: str) -> int:
        """The number a word of *table* stands for."""
        return cast("int", self.tables[table][word])

    def text(self, table: str, word: str) -> str:
        """The string a word of *table* stands for."""
        return cast("str", self.tables[table][word])

    def numbers(self, table: str, word: str) -> list[int]:
        """The list of numbers a word of *table* stands for."""
        return cast("list[int]", self.tables[table][word])

    def lists(self, table: str) -> dict[str, list[str]]:
        """The lists of words in *table*, by name."""
        return cast("dict[str, list[str]]", self.tables[table])

    def of(self, *tables: str) -> list[str]:
        """The words of some tables, longest first."""
        return sorted({word for table in tables for word in self.tables[table]}, key=lambda w: (-len(w), w))

    def alternatives(self, *tables: str) -> str:
        """The words of some tables as one pattern piece, longest first."""
        from re import escape

        return "|".join(escape(word) for word in self.of(*tables))


@cache
def words(language: str) -> Words:
    """The word lists of *language*, read once."""
    path = Path(__file__).parent / "data" / f"{language}.toml"
    return Words(plain_toml(path.read_text(encoding="utf-8")))


_ENTRY = re.compile(r"^\[(\w+)\]$|^(\"[^\"]+\"|[\w-]+) = (\[\n[^\]]+\]|.+)$", re.MULTILINE)


def plain_toml(text: str) -> dict[str, Table]:
    """Tables of numbers, strings and lists, as the word lists use TOML: a tenth of the time of tomllib.

    What it cannot read it leaves out; a test holds it against tomllib on every word list.
    """
    tables: dict[str, Table] = {}
    table: Table = {}
    for name, key, value in _ENTRY.findall(text):
        if name:
            table = tables[name] = {}
        else:
            table[key.strip('"')] = json.loads(_TRAILING.sub("]", value)) if value[0] in '["' else int(value)
    return tables


def _follows(tens: int, value: int) -> bool:
    """Whether *value* may come after *tens* within one number: ``vingt-deux``, not ``deux trois``."""
    if value == 20:
        return tens == 4
    return (tens % 10 == 0 and tens > 10 and value < (20 if tens in (60, 80) else 10)) or (
        tens == 10 and value < 10
    )


def number_of(words: Words, text: str) -> float | None:
    """The number written as *text*, in figures or words; None where it is not one."""
    plain = text.replace(" ", "").replace(",", ".")
    if plain[:1].isdigit():
        try:
            return float(plain)
        except ValueError:
            return None
    total = current = 0
    for word in text.replace("-", " ").split():
        value = words.tables["numbers"].get(word)
        if not isinstance(value, int):
            continue
        if value < 100 and current % 100 and not _follows(current % 100, value):
            return None
        if value == 1000:
            total, current = total + max(1, current) * 1000, 0
        elif value == 100 or (value == 20 and current % 100 == 4):
            current = max(1, current) * 100 if value == 100 else current - 4 + 80
        else:
            current += value
    return float(total + current)
