"""A source in the text's own words: its core, its head, its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.phrases.phrase import Phrase
    from reader.recognition.claims.tokens import Token

LONGEST = 90
"""Characters of a source given in the text's own words."""
HEAD = 5
"""Tokens among which a phrase's head stands."""
COMPLEMENTS = frozenset(
    ("de", "d'", "du", "des", "par", "à", "avec", "contre", "sur", "pour", "chez", "et", "au", "aux")
)
"""What leads from a head to something that is not meant by the phrase."""
_JOINED = frozenset(("de", "d'", "du", "des", "et", "tout", "près", "proche", "comme"))
_PERSONAL = ("iste", "istes", "logue", "logues", "icien", "icienne", "iciens", "iciennes", "crate", "crates")
"""Endings of nouns for people."""
_TITLED = frozenset(("à", "au", "aux", "en", "pour"))
_KEPT = frozenset(("sur", "contre", "entre", "sans"))
_ENDS = frozenset((",", QUOTED, "(", "dont", "qui", "dirigé", "dirigée"))
_PLURAL = frozenset(
    (
        "les",
        "des",
        "ces",
        "certains",
        "certaines",
        "plusieurs",
        "d'autres",
        "ses",
        "leurs",
        "nos",
        "vos",
        "mes",
    )
) | {"de", "d'", "beaucoup", "quelques", "divers", "diverses", "différents", "tous", "toutes"}
_NUMBERS = frozenset(("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"))


def core_end(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Where the phrase ends without its adverbials: ``le maire [en visite à Lyon]``."""
    words = lexicon()
    for at in range(phrase.start + 2, phrase.end):
        form = tokens[at].form
        if form in words["grammar.prepositions"] and form not in _JOINED:
            titled = form in _TITLED and (
                tokens[at - 1].form in words["nouns.person"]
                or any(token.capital for token in tokens[phrase.start : phrase.start + 2])
            )
            if not titled and form not in _KEPT:
                return at
        if form in ("se", "s'") or (form.endswith("ant") and form in words.verbs):
            return at
    return phrase.end


def speaks(part: Sequence[Token]) -> bool:
    """Whether the phrase's head can speak."""
    words = lexicon()
    for place, token in enumerate(part[:HEAD]):
        if place and token.form in COMPLEMENTS:
            break
        if any(token.form in words[f"nouns.{kind}"] for kind in ("person", "people", "body", "media")):
            return True
    return _head(part).endswith(_PERSONAL)


def kind_of(part: Sequence[Token]) -> NameKind:
    """A person, a body or something else, by the noun near the phrase's beginning."""
    words = lexicon()
    forms = [token.form for token in part[:HEAD]]
    people = words["nouns.person"] | words["nouns.people"]
    if any(form in people for form in forms) or _head(part).endswith(_PERSONAL):
        return NameKind.PERSON
    body = any(form in words["nouns.body"] or form in words["nouns.media"] for form in forms)
    return NameKind.BODY if body else NameKind.OTHER


def _head(part: Sequence[Token]) -> str:
    """The first word that is no article."""
    determiners = lexicon()["grammar.determiners"]
    return next((token.form for token in part if token.form not in determiners), "")


def words_of(text: str, part: Sequence[Token]) -> str:
    """The phrase as *text* has it, its capital article in lower case, its tail cut."""
    end = 1
    while end < len(part) and part[end].form not in _ENDS and part[end].end - part[0].start <= LONGEST:
        end += 1
    found = " ".join(text[part[0].start : part[end - 1].end].split())
    article = part[0].form in lexicon()["grammar.determiners"] or part[0].form in ("de", "d'")
    return found[0].lower() + found[1:] if part[0].capital and article else found


def is_plural(determiner: str) -> bool:
    """Whether *determiner* opens a plural phrase."""
    return determiner in _PLURAL or determiner in _NUMBERS or determiner.isdigit()


def is_feminine(determiner: str, noun: str) -> bool | None:
    """The gender that *determiner*, else *noun*, shows; None where neither shows one."""
    if determiner in ("la", "une", "cette", "ma", "sa"):
        return True
    if determiner in ("le", "un", "ce", "cet"):
        return False
    words = lexicon()
    if noun in words["gender.feminine"] or noun in words["gender.feminine_nouns"]:
        return True
    return False if noun in words["gender.masculine_nouns"] else None
