"""Names in English articles by rules and lists: a stopgap of stated, modest quality.

No English text with a licence that allows shipping was there to learn from. A run of capitalised
words is a name where a list, a title before it, a telling word in it or its place in the sentence
says so; what nothing speaks for is left out. Scores say which.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.entities.tokens import PARAGRAPH, tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.entities.lexicon import Lexicon

LISTED, TOLD, GUESSED = 0.9, 0.75, 0.55
"""The scores of a name on a list, a name that a word tells, and a name that only its place tells."""
JOINING = frozenset(("of", "the", "for", "and", "de", "von", "van", "bin", "al", "der", "du", "la"))
PLACE_BEFORE = frozenset(("in", "near", "at", "from", "across", "outside", "towards", "into"))
MOST_WORDS = 8


class English(NamedTuple):
    """The lists of ``english.toml``, the given names of the French lists, and names by their tokens."""

    words: dict[str, frozenset[str]]
    names: dict[tuple[str, ...], str]
    """Tokens of a listed name to its label."""
    given: frozenset[str]


class Found(NamedTuple):
    """A name: offsets, label and score."""

    start: int
    end: int
    label: str
    score: float


@cache
def _read(path: Path) -> dict[str, tuple[str, ...]]:
    import tomllib

    from reader.recognition.entities.lexicon import listed

    tables = tomllib.loads(path.read_text("utf-8"))
    return {table: tuple(listed(fields["words"])) for table, fields in tables.items()}


def english(lexicon: Lexicon) -> English:
    """What the rules know: their own lists, and the names of *lexicon* for what is spelt alike."""
    tables = _read(Path(__file__).parent / "data" / "english.toml")
    names: dict[tuple[str, ...], str] = {}
    for name, kinds in lexicon.names.items():
        label = next((lexicon.labels[kind] for kind in kinds if kind in lexicon.labels), "")
        if label and len(name) > 2:
            names[name,] = label
    for known in lexicon.phrases.values():
        names.update((tokens, lexicon.labels[table]) for tokens, table in known if table in lexicon.labels)
    for table, label in (("works", "MISC"), ("organisations", "ORG"), ("places", "LOC")):
        names.update((tuple(tokenise(name)[0]), label) for name in tables[table])
    given = frozenset(name for name, kinds in lexicon.names.items() if "given" in kinds)
    return English({table: frozenset(words) for table, words in tables.items()}, names, given)


def find_names(text: str, known: English) -> list[Found]:
    """The names in an English *text*, in order, none overlapping."""
    tokens, starts = tokenise(text)
    lowers = [token.lower() for token in tokens]
    seen_lower = {token for token in tokens if token.islower()}
    persons: set[str] = set()
    titled: set[int] = set()
    guesses: list[tuple[int, int, str, float]] = []
    at = 0
    while at < len(tokens):
        listed = _listed(tokens, at, known)
        if listed is None and lowers[at] in known.words["titles"] and tokens[at + 1 : at + 2] != ["of"]:
            titled.add(at + 1)
            at += 1
            continue
        end = max(listed[0] if listed else at, _run_end(tokens, lowers, at, known, seen_lower))
        if end == at:
            at += 1
            continue
        if listed and listed[0] == end:
            label, score = listed[1], LISTED
        else:
            label, score = ("PER", TOLD) if at in titled else _judge(tokens, lowers, at, end, known)
        if label == "PER" and end - at > 1:
            persons.add(tokens[end - 1])
        guesses.append((at, end, label, score))
        at = end
    found = []
    for first, end, label, score in guesses:
        if end - first == 1 and tokens[first] in persons and (not label or score < LISTED):
            label, score = "PER", TOLD
        if label:
            found.append(Found(starts[first], starts[end - 1] + len(tokens[end - 1]), label, score))
    return found


def _listed(tokens: Sequence[str], at: int, known: English) -> tuple[int, str] | None:
    """The end and label of the longest listed name that begins at a token."""
    if not tokens[at][0].isupper() and tokens[at][:3] != "al-":
        return None
    for end in range(min(len(tokens), at + MOST_WORDS), at, -1):
        label = known.names.get(tuple(tokens[at:end]))
        if label:
            return end, label
    return None


def _run_end(
    tokens: Sequence[str], lowers: Sequence[str], at: int, known: English, seen_lower: set[str]
) -> int:
    """The end of the run of capitalised words that begins at a token; the token itself if none does."""
    opening = at == 0 or tokens[at - 1] in (".", "!", "?", PARAGRAPH, "“", '"', ":")
    if not _may_be_name(tokens[at], lowers[at], known) or (opening and lowers[at] in seen_lower):
        return at
    end = at + 1
    while end < len(tokens) and end - at < MOST_WORDS:
        if _may_be_name(tokens[end], lowers[end], known):
            end += 1
        elif (
            lowers[end] in JOINING
            and lowers[end] != "and"
            and end + 1 < len(tokens)
            and _may_be_name(tokens[end + 1], lowers[end + 1], known)
        ):
            end += 2
        else:
            break
    return end


def _may_be_name(token: str, lower: str, known: English) -> bool:
    return token[0].isupper() and token[-1] != "'" and lower not in known.words["not_names"]


def _judge(
    tokens: Sequence[str], lowers: Sequence[str], at: int, end: int, known: English
) -> tuple[str, float]:
    """The label and score of a run that stands on no list; no label where nothing speaks for one."""
    words = known.words
    before = lowers[at - 1] if at else ""
    last = lowers[end - 1]
    if tokens[at] in known.given and end - at > 1 and last not in words["organisation_words"]:
        return "PER", TOLD
    if last in words["organisation_words"] or lowers[at] in ("ministry", "university", "bank", "department"):
        return "ORG", TOLD
    if last in words["event_words"] or lowers[at] in words["event_words"]:
        return "MISC", TOLD
    if last in words["place_words"] or lowers[at] in ("lake", "mount", "cape", "port", "gulf"):
        return "LOC", TOLD
    if end - at == 1 and tokens[at].isupper() and 2 < len(tokens[at]) < 7:
        return "ORG", TOLD
    if before in PLACE_BEFORE:
        return "LOC", GUESSED
    if end - at in (2, 3) and all(token.isalpha() and not token.isupper() for token in tokens[at:end]):
        return "PER", GUESSED
    return "", 0.0
