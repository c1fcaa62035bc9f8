"""How the relations of links read in plain words, from either end; files keep a relation's own name."""

from __future__ import annotations

_BOTH_WAYS = {
    "same-event": ("same event as", "same event as"),
    "updates": ("updates", "updated by"),
    "contradicts": ("contradicts", "contradicted by"),
    "planned-happened": ("planned; happened in", "happened; planned in"),
    "same-claim": ("same claim as", "same claim as"),
    "background": ("background to", "has background in"),
}
"""From the passage where a link begins, and from the one that it leads to."""


def relation_words(relation: str, *, forward: bool = True) -> str:
    """*relation* as said of the end where a link begins (*forward*) or of the end that it leads to.

    A relation of the reader's own is said as it is called; which way it runs is for an arrow to say.
    """
    there, back = _BOTH_WAYS.get(relation, (relation, relation))
    return there if forward else back
