"""Who stays where two mentions stand on the same words; pure, and the only place that decides it.

Within a kind the longer mention stays, then the surer, then the earlier. Between an
entity and a date the longer one stays (``Mars`` inside ``3 mars 2016``, ``2016`` inside
``Tour de France 2016``); of equal length the surer, then the date. Claims are
sentences that contain names: they overlap freely with both and, nested, with each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from reader.model import Entity, Timex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Claim

Named: TypeAlias = Entity | Timex


def _strength(mention: Named) -> tuple[int, float, bool, int]:
    return len(mention.span), mention.score, isinstance(mention, Timex), -mention.span.start


def _kept(mentions: Iterable[Named]) -> list[Named]:
    """The strongest mentions of which no two overlap, in text order; time grows with the words they cover."""
    ranked = sorted(mentions, key=_strength, reverse=True)
    taken = bytearray(max((mention.span.end for mention in ranked), default=0))
    kept = []
    for mention in ranked:
        start, end = mention.span.start, mention.span.end
        if start < end and taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.span.start)


def resolve(
    entities: Iterable[Entity], dates: Iterable[Timex]
) -> tuple[tuple[Entity, ...], tuple[Timex, ...]]:
    """The *entities* and *dates* that stay, in text order, no two on the same words."""
    kept = _kept([*entities, *dates])
    return (
        tuple(mention for mention in kept if isinstance(mention, Entity)),
        tuple(mention for mention in kept if isinstance(mention, Timex)),
    )


def resolve_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The *claims* in text order, longer first, each span and status once (the surer stays)."""
    best: dict[tuple[int, int, str], Claim] = {}
    for claim in claims:
        key = (claim.span.start, claim.span.end, claim.status.value)
        if key not in best or claim.score > best[key].score:
            best[key] = claim
    return tuple(
        sorted(best.values(), key=lambda claim: (claim.span.start, -claim.span.end, claim.status.value))
    )
