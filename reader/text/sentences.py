"""Where sentences end in French news: abbreviations, initials, decimals, guillemets, ellipses.

One line at a time: a newline always ends a sentence. Rules only, no statistics; after a doubtful
full stop the next word decides.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _listed("""
    M MM Mme Mmes Mlle Mlles Mgr Me Mes Dr Drs Pr Prof St Ste Sts Stes Mr Mrs Ms Gen Sen Rep Gov Sgt Capt Lt
    Col Sr Sra mme mlle mgr dr prof mr cf av apr bd boul vs env n° gén cdt lieut
""")
"""Abbreviations that want another word after them."""
BEFORE_NUMBERS = _listed("n no nos p pp vol chap ch fig art al tél col § l v")
"""Abbreviations only where a number follows; otherwise words or letters that may end a sentence."""
PERHAPS_LAST = _listed("""
    etc cie inc corp ltd co bros jr ex al dép hab min max sec cap adj amb prés dir j.-c
    janv févr avr juil sept oct nov déc jan feb aug dec
""")
"""Abbreviations that may end a sentence: the next word decides."""
SURNAME_ARTICLES = _listed("le la les l' d' des du")
"""Starters that also stand in surnames (*J. Le Goff*): they part nothing from an initial."""
STARTERS = SURNAME_ARTICLES | _listed("""
    il ils elle elles on nous vous je j' ce c' cela ça cet cette ces ceux celui celle mais et or car donc
    ainsi alors puis ensuite enfin toutefois cependant pourtant en dans sur sous pour par avec sans selon
    après avant depuis pendant lors lorsque quand si s' n' qu' comme un une au aux à son sa ses leur leurs
    notre plusieurs certains certaines tous toutes aucun aucune
    the a an he she it they we in on at this that these but and there
""")
"""Words that begin a sentence far more often than they follow an abbreviation."""

LOOK_BACK = 24
"""Characters in which the word before a full stop is sought."""


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of the line ``text[start:end]`` as ``(start, end)``, without outer white space.

    What has no word in it (a lone dash, say) stays with the sentence before it.
    """
    begin = _skip_space(text, start, end)
    first_word = _word().search(text, begin, end)
    for found in _stop().finditer(text, begin, end):
        stop = found.end()
        if first_word is None or stop <= first_word.start() or not _ends(text, found, begin, end):
            continue
        following = _skip_space(text, stop, end)
        next_word = _word().search(text, following, end)
        if next_word is None:
            break
        yield begin, stop
        begin, first_word = following, next_word
    last = _strip_space(text, begin, end)
    if begin < last:
        yield begin, last


@cache
def _stop() -> re.Pattern[str]:
    """Terminators with whatever closes after them."""
    closers = r"""(?:[ \u00a0\u202f]?»|[”"’')\]]|\[\d{1,3}\])*+"""
    return re.compile(rf"(?P<mark>[.!?…]++){closers}(?=[\s«])|[。！？]++[」』”’）]*+")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"""[\s«“"‘'(\[—–-]*+""")


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"\w+['’]?")


@cache
def _last_token() -> re.Pattern[str]:
    return re.compile(r"""[^\s«“"‘([,;:/'’]*\Z""")


@cache
def _initial() -> re.Pattern[str]:
    return re.compile(r"(?:[A-ZÀ-Þ]|Ph|Th|Ch)(?:\.?-[A-ZÀ-Þ]h?)?\Z")


@cache
def _acronym() -> re.Pattern[str]:
    return re.compile(r"(?:\w\.-?)+\w\Z")


def _ends(text: str, found: re.Match[str], begin: int, end: int) -> bool:
    """Whether the terminator *found* ends the sentence that began at *begin*."""
    mark = found["mark"]
    if mark is None:
        return True
    at, mark_end = found.start(), found.end("mark")
    if text[at - 1 : at] in ("(", "[") and text[mark_end : mark_end + 1] in (")", "]"):
        return False
    opening = _opening().match(text, found.end(), end)
    following = text[opening.end() : opening.end() + LOOK_BACK] if opening else ""
    if following[:1].islower():
        return False
    return mark != "." or mark_end < found.end() or _full_stop_ends(text, at, begin, following)


def _full_stop_ends(text: str, at: int, begin: int, following: str) -> bool:
    """Whether the full stop at *at* is more than that of an abbreviation, an initial or a number."""
    found = _last_token().search(text[max(begin, at - LOOK_BACK) : at])
    token = found.group() if found else ""
    if token in TITLES:
        return False
    if token.isdecimal():
        return at - len(token) > begin
    lowered = token.lower()
    if lowered in BEFORE_NUMBERS and following[:1].isdigit():
        return False
    if lowered in PERHAPS_LAST:
        return _starts_sentence(following, STARTERS)
    if _initial().match(token):
        return _starts_sentence(following, STARTERS - SURNAME_ARTICLES)
    return not _acronym().match(token) or _starts_sentence(following, STARTERS)


def _starts_sentence(following: str, starters: frozenset[str]) -> bool:
    word = _next_word().match(following)
    return word is not None and word.group().lower().replace("’", "'") in starters


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _strip_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
