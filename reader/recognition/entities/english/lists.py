"""What the English rules know: lists of names and of telling words, from TOML."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.entities.tokens import tokenise

if TYPE_CHECKING:
    from reader.recognition.entities.lexicon import Lexicon

FOLDER = Path(__file__).parents[1] / "data" / "english"
_LABELS = (("works", "MISC"), ("organisations", "ORG"), ("places", "LOC"))


class English(NamedTuple):
    """Telling words, listed names by their tokens, and given names."""

    words: dict[str, frozenset[str]]
    """The tables of ``cues.toml``, in small letters."""
    names: dict[tuple[str, ...], str]
    """Tokens of a listed name to its label."""
    given: frozenset[str]
    unsure: frozenset[tuple[str, ...]]
    """Listed names of one token that are also given names or common words."""


@cache
def _read(name: str) -> dict[str, tuple[str, ...]]:
    import tomllib

    from reader.recognition.entities.lexicon import listed

    tables = tomllib.loads((FOLDER / name).read_text("utf-8"))
    return {table: tuple(listed(fields["words"])) for table, fields in tables.items()}


def english(lexicon: Lexicon) -> English:
    """The English lists, and the names of *lexicon* for what is spelt alike."""
    own, cues = _read("names.toml"), _read("cues.toml")
    names: dict[tuple[str, ...], str] = {}
    for name, kinds in lexicon.names.items():
        label = next((lexicon.labels[kind] for kind in kinds if kind in lexicon.labels), "")
        if label and len(name) > 2 and not name.islower():
            names[name,] = label
    for known in lexicon.phrases.values():
        names.update((tokens, lexicon.labels[table]) for tokens, table in known if table in lexicon.labels)
    for table, label in _LABELS:
        names.update((tuple(tokenise(name)[0]), label) for name in own[table])
    given = frozenset(own["given"])
    given |= {name for name, kinds in lexicon.names.items() if "given" in kinds}
    words = {table: frozenset(entries) for table, entries in cues.items()}
    unsure = {
        name
        for name in names
        if len(name) == 1 and (name[0] in given or name[0].lower() in words["not_listed"])
    }
    return English(words, names, given, frozenset(unsure))
