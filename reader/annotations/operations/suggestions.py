"""Operations on what was recognised, and on the date an article is read against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.changes import Edit, Table, removed
from reader.annotations.operations.base import Edits, Stamp, counted, shortened, tag_name
from reader.annotations.operations.codebook import new_tags
from reader.annotations.operations.passages import annotate
from reader.model import Decision, DecisionAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotations.state import State
    from reader.model import Article, Mention


def decision_id(article: str, mention: Mention) -> str:
    """What a decision on *mention* is filed under: deciding again replaces it."""
    return f"{mention.kind.value}:{mention.span.start}-{mention.span.end}:{article}"


def reference_id(article: str) -> str:
    """What the decision on an article's reference date is filed under."""
    return f"reference:{article}"


def accept(state: State, article: Article, mentions: Sequence[Mention], stamp: Stamp) -> Edits:
    """Keep recognised mentions as annotations."""
    edits = list(new_tags(state, (m.tag for m in mentions)))
    for mention in mentions:
        edits += annotate(state, article, mention.span, (mention.tag,), stamp, mention.recogniser)
        edits.append(_decided(state, article, mention, DecisionAction.ACCEPTED, mention.tag, stamp))
    what = (
        f"{mentions[0].tag} “{shortened(mentions[0].text)}”"
        if len(mentions) == 1
        else counted(len(mentions), "mention")
    )
    return Edits(f"accept {what}", tuple(edits))


def reject(state: State, article: Article, mentions: Sequence[Mention], stamp: Stamp) -> Edits:
    """Drop recognised mentions for good."""
    edits = [_decided(state, article, m, DecisionAction.REJECTED, "", stamp) for m in mentions]
    what = (
        f"{mentions[0].tag} “{shortened(mentions[0].text)}”"
        if len(mentions) == 1
        else counted(len(mentions), "mention")
    )
    return Edits(f"reject {what}", tuple(edits))


def relabel(state: State, article: Article, mention: Mention, label: str, stamp: Stamp) -> Edits:
    """Keep a mention as an annotation under another label."""
    name = tag_name(label)
    edits = list(new_tags(state, (name,)))
    edits += annotate(state, article, mention.span, (name,), stamp, mention.recogniser)
    edits.append(_decided(state, article, mention, DecisionAction.RELABELLED, name, stamp))
    return Edits(f"relabel “{shortened(mention.text)}” as {name}", tuple(edits))


def set_reference(state: State, article: str, date: str | None, stamp: Stamp) -> Edits:
    """Correct an article's reference date (ISO, to the day); None returns to the one that was found."""
    id = reference_id(article)
    before = state.decisions.get(id)
    if date is None:
        edits = (removed(Table.DECISIONS, before),) if before else ()
        return Edits(f"reference date of {article} as found", edits)
    after = Decision(
        id, article, DecisionAction.REFERENCE, value=date, creator=stamp.creator, created=stamp.time
    )
    return Edits(f"reference date {date} for {article}", (Edit(Table.DECISIONS, id, before, after),))


def _decided(
    state: State, article: Article, mention: Mention, action: DecisionAction, value: str, stamp: Stamp
) -> Edit:
    id = decision_id(article.id, mention)
    after = Decision(
        id,
        article.id,
        action,
        mention.span,
        mention.text,
        mention.kind,
        mention.tag,
        value,
        stamp.creator,
        stamp.time,
        _kept_score(mention),
    )
    return Edit(Table.DECISIONS, id, state.decisions.get(id), after)


def _kept_score(mention: Mention) -> float | None:
    """The confidence of *mention*; None where somebody's recogniser gave what is none."""
    return round(float(mention.score), 4) if 0 <= mention.score <= 1 else None
