"""Operations on what was recognised, and on the date an article is read against."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from reader.annotations.changes import Edit, Table, added, removed
from reader.annotations.operations.base import Edits, Stamp, rewritten, shortened, tag_name
from reader.annotations.operations.codebook import new_tags
from reader.annotations.operations.identities import identity_name
from reader.annotations.operations.passages import annotate, new_annotation
from reader.errors import UsageError
from reader.model import Decision, DecisionAction
from reader.text.counting import counted
from reader.text.days import is_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.annotations.state import State
    from reader.model import Article, Claim, Mention, MentionKind, Span

    Found: TypeAlias = tuple[Article, Sequence[Mention]]


def decision_id(article: str, mention: Mention) -> str:
    """What a decision on *mention* is filed under: deciding again replaces it."""
    return place_id(article, mention.kind, mention.span)


def place_id(article: str, kind: MentionKind, span: Span) -> str:
    """What a decision on a mention of that kind at *span* is filed under."""
    return f"{kind.value}:{span.start}-{span.end}:{article}"


def reference_id(article: str) -> str:
    """What the decision on an article's reference date is filed under."""
    return f"reference:{article}"


def id_now(decision: Decision) -> str:
    """What a decision is looked for under, where the mention it is about stands."""
    if decision.span is None or decision.kind is None:
        return decision.id
    if decision.action is DecisionAction.SOURCE:
        return f"source:{decision.span.start}-{decision.span.end}:{decision.article}"
    return place_id(decision.article, decision.kind, decision.span)


def source_id(article: str, claim: Claim) -> str:
    """What the decision on who vouches for *claim* is filed under."""
    return f"source:{claim.span.start}-{claim.span.end}:{article}"


def accept(state: State, found: Sequence[Found], stamp: Stamp) -> Edits:
    """Keep recognised mentions of any articles as annotations."""
    edits = list(new_tags(state, (m.tag for _, mentions in found for m in mentions), keyed=False))
    for article, mentions in found:
        edits += _annotated(state, article, mentions, stamp)
        edits += [_decided(state, article, m, DecisionAction.ACCEPTED, m.tag, stamp) for m in mentions]
    return Edits(f"keep {_what(found)}", tuple(edits))


def reject(state: State, found: Sequence[Found], stamp: Stamp) -> Edits:
    """Drop recognised mentions of any articles for good."""
    edits = [
        _decided(state, article, m, DecisionAction.REJECTED, "", stamp)
        for article, mentions in found
        for m in mentions
    ]
    return Edits(f"drop {_what(found)}", tuple(edits))


def take_back(state: State, ids: Iterable[str]) -> Edits:
    """Forget decisions: what was dropped is proposed again."""
    rows = [row for id in ids if (row := state.decisions.get(id)) is not None]
    what = f"“{shortened(rows[0].quote)}”" if len(rows) == 1 else counted(len(rows), "name")
    return Edits(f"propose {what} again", tuple(removed(Table.DECISIONS, row) for row in rows))


def relabel(state: State, article: Article, mention: Mention, label: str, stamp: Stamp) -> Edits:
    """Keep a mention as an annotation under another label."""
    name = tag_name(label)
    edits = list(new_tags(state, (name,), keyed=False))
    edits += annotate(state, article, mention.span, (name,), stamp, mention.recogniser)
    edits.append(_decided(state, article, mention, DecisionAction.RELABELLED, name, stamp))
    return Edits(f"relabel “{shortened(mention.text)}” as {name}", tuple(edits))


def set_source(state: State, article: Article, claim: Claim, source: str, stamp: Stamp) -> Edits:
    """Say who vouches for a claim; empty: its author, or somebody who is not named."""
    name = " ".join(source.split())
    if name:
        name = identity_name(name)
    id = source_id(article.id, claim)
    what = f"“{shortened(name)}”" if name else "nobody named"
    after = Decision(
        id,
        article.id,
        DecisionAction.SOURCE,
        claim.span,
        claim.text,
        claim.kind,
        claim.tag,
        name,
        stamp.creator,
        stamp.time,
        article_sha256=article.sha256,
    )
    edit = Edit(Table.DECISIONS, id, state.decisions.get(id), after)
    return Edits(f"source of “{shortened(claim.text)}”: {what}", (edit,))


def set_reference(state: State, article: str, date: str | None, stamp: Stamp) -> Edits:
    """Correct an article's reference date (``YYYY-MM-DD``); None returns to the one that was found."""
    if date is not None and not is_day(date):
        raise UsageError(f"“{shortened(date)}” is no day. Write it as 2025-10-16.")
    id = reference_id(article)
    before = state.decisions.get(id)
    if date is None:
        edits = (removed(Table.DECISIONS, before),) if before else ()
        return Edits(f"reference date of {article} as found", edits)
    after = Decision(
        id, article, DecisionAction.REFERENCE, value=date, creator=stamp.creator, created=stamp.time
    )
    return Edits(f"reference date {date} for {article}", (Edit(Table.DECISIONS, id, before, after),))


def _annotated(state: State, article: Article, mentions: Sequence[Mention], stamp: Stamp) -> Iterator[Edit]:
    """One annotation for each passage; where two mentions share one it gets the tags of both."""
    passages: dict[Span, list[Mention]] = {}
    for mention in mentions:
        passages.setdefault(mention.span, []).append(mention)
    for span, same in passages.items():
        there = state.annotations_on(article.id, span)
        existing = next((a for a in there if a.article_sha256 == article.sha256), None)
        tags = tuple(dict.fromkeys((*(existing.tags if existing else ()), *(m.tag for m in same))))
        if existing is None:
            yield added(Table.ANNOTATIONS, new_annotation(article, span, tags, stamp, same[0].recogniser))
        elif tags != existing.tags:
            yield rewritten(existing, stamp, tags=tags)


def _what(found: Sequence[Found]) -> str:
    every = [mention for _, mentions in found for mention in mentions]
    if len(every) == 1:
        return f"{every[0].tag} “{shortened(every[0].text)}”"
    articles = len([1 for _, mentions in found if mentions])
    where = f" in {counted(articles, 'article')}" if articles > 1 else ""
    return counted(len(every), "mention") + where


def _decided(
    state: State, article: Article, mention: Mention, action: DecisionAction, value: str, stamp: Stamp
) -> Edit:
    id = decision_id(article.id, mention)
    there = state.decisions.get(id)
    if there is not None and there.quote != mention.text and there.article_sha256 not in ("", article.sha256):
        id = f"{id}@{article.sha256[:12]}"  # that one is about other words of an older text
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
        article.sha256,
    )
    return Edit(Table.DECISIONS, id, state.decisions.get(id), after)


def _kept_score(mention: Mention) -> float | None:
    """The confidence of *mention*; None where somebody's recogniser gave what is none."""
    return round(float(mention.score), 4) if 0 <= mention.score <= 1 else None
