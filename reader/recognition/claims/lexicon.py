"""The words of ``data/*.toml`` as sets and tables, read once at first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, cast

from reader.recognition.claims.conjugation import Endings, Mood, conjugate

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = Path(__file__).parent / "data"

CLASSES = (
    "say",
    "opinion",
    "voice",
    "manner",
    "stance",
    "reflexive",
    "nominal",
    "silent",
    "carriers",
    "factive",
    "common",
)

Words = frozenset[str]
_REPORTING = frozenset(("say", "opinion", "voice", "manner", "reflexive", "stance", "silent"))


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word can be as a verb."""

    lemma: str
    mood: Mood
    classes: Words
    """Names of the classes in ``verbs.toml`` that list the verb."""

    @property
    def reports(self) -> bool:
        """Whether it can bring somebody's words or thoughts."""
        return not self.classes.isdisjoint(_REPORTING)

    @property
    def with_clause(self) -> bool:
        """Whether it governs `que` and a reported clause."""
        return not self.classes.isdisjoint(("say", "opinion"))


@dataclass(frozen=True, slots=True)
class Office:
    """Who held an office when; consulted only where the article names the holder."""

    titles: Words
    country: str
    holders: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word list, by section and name as in the files."""

    verbs: Mapping[str, tuple[VerbForm, ...]]
    """Word form to its readings; phrases such as ``faire savoir`` under their last word."""
    phrases: Mapping[tuple[str, str], frozenset[str]]
    """(carrier lemma, last word) of a two-word verb to its classes."""
    lists: Mapping[str, Words]
    """``section.name`` to its words."""
    avoir: Mapping[str, Mood]
    etre: Mapping[str, Mood]
    demonyms: Mapping[str, str]
    offices: tuple[Office, ...]

    def __getitem__(self, name: str) -> Words:
        return self.lists[name]


class _OfficeRow(TypedDict):
    titles: list[str]
    country: str
    holders: list[tuple[str, int, int]]


@cache
def lexicon() -> Lexicon:
    """The French lexicon."""
    people = _people()
    forms, phrases = _verb_tables(_load("verbs"))
    lists = word_lists()
    offices = cast("list[_OfficeRow]", people["offices"])
    return Lexicon(
        verbs=forms,
        phrases=phrases,
        lists=lists,
        avoir=_auxiliary(lists, "avoir"),
        etre=_auxiliary(lists, "etre"),
        demonyms=cast("dict[str, str]", people["demonyms"]),
        offices=tuple(
            Office(frozenset(row["titles"]), row["country"], tuple((n, a, b) for n, a, b in row["holders"]))
            for row in offices
        ),
    )


@cache
def word_lists() -> Mapping[str, Words]:
    """The word lists alone: for rules that need no verbs, in English articles too."""
    return {**_lists(_load("words")), **_lists(_people())}


@cache
def _people() -> dict[str, object]:
    return _load("people")


def _lists(table: Mapping[str, object]) -> dict[str, Words]:
    return {
        f"{section}.{name}": frozenset(value)
        for section, entries in table.items()
        if isinstance(entries, dict)
        for name, value in entries.items()
        if isinstance(value, list)
    }


def load_words(name: str) -> dict[str, Words]:
    """The plain lists of ``data/<name>.toml``."""
    return {key: frozenset(value) for key, value in _load(name).items() if isinstance(value, list)}


def _load(name: str) -> dict[str, object]:
    import tomllib

    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _verb_tables(
    verbs: Mapping[str, object],
) -> tuple[dict[str, tuple[VerbForm, ...]], dict[tuple[str, str], frozenset[str]]]:
    endings = cast("Endings", verbs["endings"])
    classes: dict[str, set[str]] = {}
    for name in CLASSES:
        for lemma in cast("list[str]", verbs[name]):
            classes.setdefault(lemma, set()).add(name)
    forms: dict[str, list[VerbForm]] = {}
    phrases: dict[tuple[str, str], frozenset[str]] = {}
    for lemma, names in classes.items():
        kinds = frozenset(names)
        if " " in lemma:
            first, *_, last = lemma.split(" ")
            phrases[first, last] = kinds
            continue
        for form, mood in conjugate(lemma, endings):
            readings = forms.setdefault(form, [])
            if all(known.mood != mood or known.lemma != lemma for known in readings):
                readings.append(VerbForm(lemma, mood, kinds))
    return {form: tuple(readings) for form, readings in forms.items()}, phrases


_TENSES = {
    "present": Mood.PRESENT,
    "past": Mood.PAST,
    "future": Mood.FUTURE,
    "conditional": Mood.CONDITIONAL,
    "other": Mood.GERUND,
}


def _auxiliary(lists: Mapping[str, Words], verb: str) -> dict[str, Mood]:
    return {form: mood for tense, mood in _TENSES.items() for form in lists[f"grammar.{verb}_{tense}"]}
