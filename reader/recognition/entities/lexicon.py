"""What the tagger knows about single words: cues, lists of names, words that live in lower case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.recognition.entities.names import read_aliases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

CUES = (
    "honorifics", "titles", "months", "nationalities", "organisations",
    "places", "events", "works", "speech", "particles",
)  # fmt: skip
"""The tables of ``cues.toml``, the most telling first: a word that stands in several counts as the first."""

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(slots=True)
class Lexicon:
    """Lists of words, compiled for look-up; filled from the TOML files or from a model file."""

    cues: dict[str, str] = field(default_factory=dict)
    """Lower-case word to its cue table."""
    function: frozenset[str] = frozenset()
    """Lower-case words that are a class of their own."""
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """A one-token name to the tables it stands in (``cities``, ``given``, …)."""
    labels: dict[str, str] = field(default_factory=dict)
    """Table to entity label, where the table holds whole names."""
    phrases: Phrases = field(default_factory=dict)
    """First token to the names of several tokens that begin with it, longest first."""
    aliases: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Spellings of one name, as key tokens, to that name."""
    common: dict[str, int] = field(default_factory=dict)
    """Lower-case words of the training text, to 1 (rare), 2 or 3 (frequent)."""

    def add_names(self, table: str, label: str, names: Iterable[str]) -> None:
        """Puts *names* of one *table* in; an empty *label* is for parts of names."""
        from reader.recognition.entities.tokens import tokenise

        if label:
            self.labels[table] = label
        for name in names:
            words = tuple(tokenise(name)[0])
            if len(words) == 1:
                self.names[words[0]] = (*self.names.get(words[0], ()), table)
            elif words:
                known = self.phrases.setdefault(words[0], [])
                known.append((words, table))
                known.sort(key=lambda entry: -len(entry[0]))


def listed(text: str) -> list[str]:
    """The entries of a comma-separated list, each once, in order."""
    return list(dict.fromkeys(filter(None, (entry.strip() for entry in text.replace("\n", " ").split(",")))))


def read_tables(folder: Path) -> dict[str, dict[str, Mapping[str, str]]]:
    """The word lists in *folder*: file stem to table to its fields."""
    import tomllib

    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}


def build(folder: Path) -> Lexicon:
    """The lexicon of the TOML files in *folder*, without the words of any training text."""
    lexicon = Lexicon()
    tables = read_tables(folder)
    for cue in reversed(CUES):
        lexicon.cues.update(dict.fromkeys(listed(tables["cues"][cue]["words"]), cue))
    lexicon.function = frozenset(listed(tables["cues"]["function"]["words"]))
    lexicon.aliases = read_aliases(tables["aliases"]["spellings"]["names"])
    for stem, group in tables.items():
        if stem not in ("cues", "aliases"):
            for table, fields in group.items():
                lexicon.add_names(table, fields.get("label", ""), listed(fields["names"]))
    return lexicon
