"""In which language an article is, and what is marked in it where that is not everything."""

from __future__ import annotations

MARKED = {"fr": "French", "en": "English"}
"""Names, dates and claims are looked for in these, as far as each goes."""
OTHERS = {"de": "German", "es": "Spanish", "it": "Italian", "nl": "Dutch", "pt": "Portuguese"}
"""Others that an article is told to be in."""
UNKNOWN = "und"


def language_words(tag: str) -> str:
    """The language of that BCP 47 tag; one without a name here goes by its tag."""
    if tag == UNKNOWN:
        return "language unknown"
    return MARKED.get(tag) or OTHERS.get(tag) or f"language {tag}"


def is_marked(tag: str) -> bool:
    """Whether more than ISO dates is marked in a language; true where it is not known yet."""
    return not tag or tag in MARKED
