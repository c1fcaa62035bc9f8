"""What a run of capitalised words is: by its own words first, then by the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.recognition.entities.english.page import Page

TOLD, GUESSED = 0.75, 0.55
"""The scores of a name that a word tells, and of one that only its place tells."""
Judged = tuple[str, float]
NOTHING: Judged = ("", 0.0)
PLACE_BEFORE = frozenset(
    (
        "in",
        "near",
        "at",
        "from",
        "across",
        "outside",
        "towards",
        "toward",
        "into",
        "around",
        "throughout",
        "inside",
    )
)
PRINTED = frozenset(("published", "appeared", "writing", "wrote", "printed", "reported"))
WATERS = frozenset(("into", "across", "along", "off", "up", "down"))
"""Before *the* and a river or a sea."""
SENT = frozenset(
    ("goals", "goal", "tries", "points", "letter", "message", "email", "statement", "quotes", "advice")
)
STORMS = frozenset(("hurricane", "operation", "storm", "typhoon", "cyclone", "project"))
_INITIAL = re.compile(r"[A-Z]\.?$|(?:[A-Z]\.){2,}$")
_NUMBERED = re.compile(r"[A-Z][A-Za-z]+-\d{1,3}[A-Za-z]?$")
"""A craft, a weapon, a virus: ``Kestrel-2``."""
_ROLE_STOPS = frozenset(
    ("of", "in", "from", "at", "who", "which", "that", "with", "for", "on", "and", "said")
)
REACH = 9
"""Tokens of an apposition that are looked at."""


def judge(page: Page, first: int, end: int, titled: bool) -> Judged:
    """Label and score of the run; no label where nothing speaks for one."""
    own = _by_itself(page, first, end)
    if titled and own[0] not in ("ORG", "LOC"):
        return "PER", TOLD
    if own[0]:
        return own
    return _by_surroundings(page, first, end) or _by_shape(page, first, end)


def _by_itself(page: Page, first: int, end: int) -> Judged:
    """What the words of the run say."""
    several = end - first > 1
    personal = page.tokens[first] in page.known.given or bool(_INITIAL.match(page.tokens[first]))
    if (
        several
        and personal
        and (
            page.is_in(end - 1, "surnames_too")
            or not page.is_in(end - 1, "organisation_words", "place_words")
        )
    ):
        return (
            ("PER", TOLD)
            if not page.is_in(end - 1, "event_words") or page.is_in(end - 1, "surnames_too")
            else ("MISC", TOLD)
        )
    if not several:
        token = page.tokens[first]
        acronym = token.isupper() and token.isalpha() and 2 < len(token) < 7 and first not in page.shouted
        if _NUMBERED.match(token):
            return "MISC", GUESSED
        return ("ORG", TOLD) if acronym else NOTHING
    middle = page.lowers[first + 1 : end - 1]
    if page.is_in(first, "organisation_heads") and any(word in ("of", "for") for word in middle):
        return "ORG", TOLD
    if page.lowers[first] in STORMS or (page.is_in(first, "event_words") and "of" in middle):
        return "MISC", TOLD
    if page.lowers[first] in ("radio", "banco", "grupo", "al-"):
        return "ORG", TOLD
    for table, label in (("organisation_words", "ORG"), ("event_words", "MISC"), ("place_words", "LOC")):
        if page.is_in(end - 1, table):
            return label, TOLD
    if page.is_in(first, "place_heads", "place_words") or ("of" in middle and page.is_in(first, "place_of")):
        return "LOC", TOLD
    return NOTHING


def _by_surroundings(page: Page, first: int, end: int) -> Judged | None:
    """What the words before and behind the run say."""
    before = page.lower(first - 1)
    if (before == "," and page.is_in(first - 2, "titles", "kin")) or page.is_in(first - 1, "kin"):
        return "PER", TOLD
    if page.lower(first - 2) in ("executive", "minister", "secretary") and before == ",":
        return "PER", TOLD
    if page.is_in(first - 1, "works_before"):
        return "MISC", GUESSED
    if before == "," and page.is_in(first - 2, "organisation_nouns", "organisation_words"):
        return "ORG", TOLD
    if page.is_in(first - 1, "organisation_before"):
        return "ORG", GUESSED
    apposition = _apposed(page, end)
    if apposition:
        return apposition, TOLD
    if before == "of" and page.is_in(first - 2, "place_of"):
        return "LOC", TOLD
    if before == "of" and page.is_capital(first - 2):
        return ("ORG" if end - first > 1 else "LOC"), GUESSED
    if page.lower(end) == "'" and page.lower(end + 1) == "s" and page.is_in(end + 2, "owned"):
        return "PER", GUESSED
    if page.is_in(end, "place_words") and page.tokens[end].islower():
        return "LOC", TOLD
    if page.is_in(end, "organisation_after"):
        return "ORG", TOLD
    if page.is_in(first - 1, "organisation_words", "organisation_nouns") and page.tokens[first - 1].islower():
        return "ORG", GUESSED
    if before == "the" and page.lower(first - 2) in WATERS and end - first == 1:
        return "LOC", GUESSED
    if page.is_in(end, "speech") and end - first <= 3:
        return ("ORG", GUESSED) if before == "the" else ("PER", TOLD)
    if before in PLACE_BEFORE and len(page.tokens[first]) > len("in"):
        return _behind_preposition(page, first)
    return None


def _apposed(page: Page, end: int) -> str:
    """``Halas, a miner``, ``Tarkom, the telecoms group``, ``Ellis, 54,``: the label that its noun tells."""
    if page.lower(end) != ",":
        return ""
    opening = page.lower(end + 1)
    if opening == "who" or (
        opening.isdecimal() and page.lower(end + 2) in (",", ".") and int(opening[:4]) < 115
    ):
        return "PER"
    if opening not in ("a", "an", "the", "its", "his", "her", "their", "one", "another", "then"):
        return ""
    label = ""
    for at in range(end + 2, min(end + REACH, len(page.tokens))):
        if page.lowers[at] in _ROLE_STOPS or page.tokens[at] in (",", ".", ";", ":", "“", '"', "¶"):
            break
        if page.is_in(at, "titles", "kin") or page.lowers[at] in (
            "man",
            "woman",
            "boy",
            "girl",
            "executive",
            "miner",
        ):
            label = "PER"
        elif page.is_in(at, "organisation_words", "organisation_nouns"):
            label = "ORG"
        elif page.is_in(at, "place_words") or page.lowers[at] in ("city", "capital"):
            label = "LOC"
    return label


def _behind_preposition(page: Page, first: int) -> Judged:
    """*in Halmstead*; *published in Nature*, *a professor at Lumen*."""
    before = page.lower(first - 1)
    if page.lower(first - 2) in PRINTED:
        return "ORG", GUESSED
    if before == "from" and page.lower(first - 2) in SENT:
        return "PER", GUESSED
    roles = any(page.is_in(at, "titles") for at in range(max(0, first - 4), first - 1))
    if before == "at" and roles:
        return "ORG", GUESSED
    return "LOC", GUESSED


def _by_shape(page: Page, first: int, end: int) -> Judged:
    """Two or three words that the text has only with capitals are mostly a person; behind *the* a thing."""
    words = page.tokens[first:end]
    plain = all(word.replace("-", "").isalpha() and not word.isupper() for word in words)
    if len(words) == 1:
        return ("PER", GUESSED) if words[0] in page.known.given and not page.opens(first) else NOTHING
    if any(page.lowers[at] in page.in_small for at in range(first, end)):
        return NOTHING
    if page.lower(first - 1) == "the":
        return "MISC", GUESSED
    if len(words) in (2, 3) and plain and not page.is_in(first, "openers", "demonyms"):
        return "PER", GUESSED
    return NOTHING
