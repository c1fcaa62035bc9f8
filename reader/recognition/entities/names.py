"""Canonical names within one article: ``Trump`` is ``Donald Trump``, ``FT`` is ``Financial Times``.

A name is only ever joined with a fuller form of itself that the same article has, and only where
one form fits. A place is never joined with what it stands for: ``Moscou`` stays ``Moscou``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.model import EntityLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reader.model import Entity

SMALL_WORDS = frozenset(
    ("de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "of", "the", "for", "and", "a", "au", "aux")
)
MOST_TOKENS = 12
"""A longer name is nobody's full form."""
_LONGEST_ACRONYM = 6
SLAVIC = re.compile(r"(?:sk|ts)(?:yy|yi|iy|ii|ij|y|i)$")


@lru_cache(maxsize=20_000)
def key_tokens(name: str) -> tuple[str, ...]:
    """The tokens of *name* without case, accents, hyphens and the differences of transliteration."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("œ", "oe"))
    plain = "".join(character for character in plain if not unicodedata.combining(character)).lower()
    return tuple(SLAVIC.sub("ski", token) for token in re.findall(r"\w+", plain))


def tidy(name: str) -> str:
    """*name* on one line, with plain spaces and plain apostrophes."""
    return " ".join(name.replace("’", "'").replace("‐", "-").replace("‑", "-").split())


def _quiet(name: str, label: EntityLabel) -> str:
    """A person's full name without the capitals of a title; any other name as it is."""
    return name.title() if label is EntityLabel.PER and " " in name and name.isupper() else name


def canonical_names(
    text: str, entities: Sequence[Entity], aliases: Mapping[tuple[str, ...], str]
) -> list[str]:
    """The canonical name of each of *entities*, given the spellings in *aliases* (key tokens to name)."""
    tidied = [_quiet(tidy(entity.text), entity.label) for entity in entities]
    names = [aliases.get(key_tokens(name), name) for name in tidied]
    by_label: dict[EntityLabel, list[int]] = defaultdict(list)
    for at, entity in enumerate(entities):
        by_label[entity.label].append(at)
    for label, members in by_label.items():
        forms = Counter(names[at] for at in members)
        fuller = fuller_person if label is EntityLabel.PER else fuller_acronym
        renamed = resolve_forms(forms, fuller(forms))
        for at in members:
            names[at] = renamed[names[at]]
    _join_defined_acronyms(text, entities, names)
    return names


def is_shouted(name: str) -> bool:
    """Whether *name* is in the capitals of a title, and too long for an acronym."""
    return name.isupper() and len(name) > _LONGEST_ACRONYM


def resolve_forms(forms: Mapping[str, int], fuller: Callable[[str], str | None]) -> dict[str, str]:
    """Each of *forms* to the one that stands for it: the best spelling of its fullest form."""
    spellings: dict[tuple[str, ...], str] = {}
    for form in sorted(
        forms, key=lambda form: (is_shouted(form), -forms[form], "-" not in form, form.isupper())
    ):
        spellings.setdefault(key_tokens(form), form)
    renamed = {}
    for form in forms:
        best = spellings[key_tokens(form)]
        for _ in range(3):
            longer = fuller(best)
            if longer is None or longer == best:
                break
            best = spellings[key_tokens(longer)]
        renamed[form] = best
    return renamed


def fuller_person(forms: Iterable[str]) -> Callable[[str], str | None]:
    """A function from a person's name to the one fuller form of it among *forms*, if there is just one."""
    by_token: dict[str, list[str]] = defaultdict(list)
    seen = set()
    for form in forms:
        tokens = key_tokens(form)
        if 1 < len(tokens) <= MOST_TOKENS and tokens not in seen:
            seen.add(tokens)
            for token in set(tokens):
                by_token[token].append(form)

    def fuller(name: str) -> str | None:
        tokens = key_tokens(name)
        if not tokens:
            return None
        candidates = [form for form in by_token.get(tokens[-1], ())[:50] if key_tokens(form) != tokens]
        fitting = [form for form in candidates if _shortens(tokens, key_tokens(form))]
        if not fitting and len(tokens) == 1:
            fitting = [form for form in candidates if key_tokens(form)[0] == tokens[0]]
        return _only(fitting)

    return fuller


def _shortens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether *short* is *full* with tokens left out or cut to initials, the last one kept."""
    if short[-1] != full[-1] or len(short) > len(full):
        return False
    at = 0
    for token in short[:-1]:
        while at < len(full) - 1 and not (
            full[at] == token or (len(token) == 1 and full[at].startswith(token))
        ):
            at += 1
        if at >= len(full) - 1:
            return False
        at += 1
    return True


def _only(fitting: Sequence[str]) -> str | None:
    """The one form of *fitting*, or the longest where all the others are short for it."""
    if not fitting:
        return None
    longest = max(fitting, key=lambda form: len(key_tokens(form)))
    tokens = key_tokens(longest)
    if all(
        form == longest or key_tokens(form) == tokens or _shortens(key_tokens(form), tokens)
        for form in fitting
    ):
        return longest
    return None


def is_acronym(name: str) -> bool:
    """Whether *name* looks like one: ``FT``, ``OTAN``, ``C.G.T.``."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()


def fuller_acronym(forms: Iterable[str]) -> Callable[[str], str | None]:
    """A function from an acronym to the one of *forms* whose initials it is made of."""
    by_initials: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        tokens = key_tokens(form)
        if 1 < len(tokens) <= MOST_TOKENS:
            every = "".join(token[0] for token in tokens)
            main = "".join(token[0] for token in tokens if token not in SMALL_WORDS)
            for initials in {every, main}:
                by_initials[initials].append(form)

    def fuller(name: str) -> str | None:
        if not is_acronym(name):
            return None
        fitting = by_initials.get("".join(key_tokens(name)), [])
        return fitting[0] if len({key_tokens(form) for form in fitting}) == 1 else None

    return fuller


def _join_defined_acronyms(text: str, entities: Sequence[Entity], names: list[str]) -> None:
    """Where the text says ``Long Form (LF)`` or ``LF (Long Form)``, LF is named by its long form."""
    long_of: dict[tuple[EntityLabel, str], str] = {}
    for at in range(len(entities) - 1):
        first, second = entities[at], entities[at + 1]
        between = text[first.span.end : second.span.start]
        if first.label is not second.label or len(between) > 4 or between.strip(' \u00a0,«"') != "(":
            continue
        if is_acronym(second.text) and _abbreviates(second.text, first.text):
            long_of.setdefault((second.label, names[at + 1]), names[at])
        elif is_acronym(first.text) and _abbreviates(first.text, second.text):
            long_of.setdefault((first.label, names[at]), names[at + 1])
    for at, entity in enumerate(entities):
        names[at] = long_of.get((entity.label, names[at]), names[at])


def _abbreviates(acronym: str, long_form: str) -> bool:
    """Whether the letters of *acronym* come in *long_form* in order, the first beginning a word."""
    letters = "".join(key_tokens(acronym))
    tokens = key_tokens(long_form)
    if len(tokens) < 2 or not any(token[0] == letters[0] for token in tokens):
        return False
    rest = iter("".join(tokens))
    return all(letter in rest for letter in letters)


def read_aliases(lines: str) -> dict[tuple[str, ...], str]:
    """The table of spellings: key tokens of each spelling to the name it stands for."""
    aliases: dict[tuple[str, ...], str] = {}
    for line in lines.split("\n"):
        name, _, spellings = line.partition("=")
        if name.strip():
            for spelling in (name, *spellings.split(",")):
                aliases[key_tokens(spelling.strip())] = name.strip()
    return aliases
