"""Where a name may begin and end: runs of capitalised words, and the longest listed name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.recognition.entities.english.page import Page

JOINING = frozenset(
    (
        "de",
        "von",
        "van",
        "bin",
        "bint",
        "ibn",
        "al",
        "el",
        "der",
        "den",
        "du",
        "da",
        "di",
        "la",
        "ten",
        "ter",
        "dos",
        "do",
        "&",
    )
)
OF = frozenset(("of", "for"))
MOST_WORDS = 8


def listed(page: Page, at: int) -> tuple[int, str] | None:
    """The end and label of the longest listed name that begins at a token."""
    token = page.tokens[at]
    if (not token[0].isupper() and token[:3] not in ("al-", "sub")) or _contracted(page, at):
        return None
    names, shouted = page.known.names, at in page.shouted
    for end in range(min(len(page.tokens), at + MOST_WORDS), at, -1):
        words = tuple(page.tokens[at:end])
        label = names.get(words)
        if label is None and shouted:
            label = names.get(tuple(word.title() for word in words))
        if label:
            return end, label
    return None


def run_end(page: Page, at: int) -> int:
    """The end of the run of capitalised words that begins at a token; the token itself if none does."""
    if not _may_begin(page, at):
        return at
    end = at + 1
    while end < len(page.tokens) and end - at < MOST_WORDS:
        step = _step(page, at, end)
        if not step:
            break
        end += step
    return end


def _may_begin(page: Page, at: int) -> bool:
    if page.is_in(at, "given_months") and page.is_capital(at) and page.opens(at):
        return _may_be_part(page, at + 1) and not page.is_in(at + 1, "titles", "demonyms")
    if not _may_be_part(page, at) or at in page.shouted:
        return False
    if page.is_in(at, "demonyms"):
        return _begins_office(page, at)
    if not page.opens(at):
        return True
    if page.lowers[at] in page.in_small or page.lowers[at].endswith(("ly", "ing")):
        return False
    if page.is_in(at, "openers"):
        return page.tokens[at] in page.known.given and page.is_capital(at + 1)
    return True


def _begins_office(page: Page, at: int) -> bool:
    """*British Museum*, *French Open*: the adjective belongs to the name of an office or event."""
    end = at + 1
    while page.is_capital(end) and not page.is_in(end, "not_names", "demonyms") and end - at < MOST_WORDS:
        end += 1
    return end - at > 1 and page.is_in(end - 1, "organisation_words", "event_words") and not page.opens(at)


def _may_be_part(page: Page, at: int) -> bool:
    return page.is_capital(at) and not page.is_in(at, "not_names") and not _contracted(page, at)


def _contracted(page: Page, at: int) -> bool:
    """*Don't*, *I'm*, *They've*."""
    return page.lower(at + 1) == "'" and page.lower(at + 2) in ("t", "m", "re", "ve", "ll", "d")


def _step(page: Page, at: int, end: int) -> int:
    """How many tokens the run goes on by; 0 where it ends."""
    if _may_be_part(page, end) and end not in page.shouted:
        if page.is_in(end, "titles") and _may_be_part(page, end + 1):
            return 1 if page.tokens[at] in page.known.given else 0
        return 1
    word = page.lowers[end]
    if word in JOINING and _may_be_part(page, end + 1):
        return 2
    if word in OF and _takes_of(page, at, end):
        if _may_be_part(page, end + 1):
            return 2
        if page.lower(end + 1) == "the" and _may_be_part(page, end + 2):
            return 3
    if page.tokens[end] == "'" and page.lower(end + 1) == "s" and _owns_office(page, end):
        return 3
    return 0


def _takes_of(page: Page, at: int, end: int) -> bool:
    """*University of X*, *Gulf of X*; not *Joe Smith of X*."""
    tables = ("organisation_heads", "organisation_words", "event_words", "place_words", "place_heads")
    return page.is_in(end - 1, *tables) and page.tokens[at] not in page.known.given


def _owns_office(page: Page, apostrophe: int) -> bool:
    """*St Brigid's Hospice*; not *Iran's Parliament*."""
    if (page.tokens[apostrophe - 1],) in page.known.names:
        return False
    behind = apostrophe + 2
    return page.is_capital(behind) and page.is_in(behind, "organisation_words", "place_words")
