"""The suggestions of one article as people decided about them; a new decision costs only its own mention."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader.annotations.operations import identities, suggestions
from reader.model import Claim, DecisionAction, Entity, EntityLabel
from reader.session.values import Suggestion
from reader.text.sequences import parting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.model import Article, Decision, Mention, Recognition

    Callings: TypeAlias = Mapping[tuple[bool, tuple[str, ...]], Decision]
    """What was decided about names in the whole folder, by name."""
    Standing: TypeAlias = Callable[[Decision, Article], Decision | None]
    """Where a decision about an older text stands in an article now."""

LABELS = {label.value: label for label in EntityLabel}


class Suggested(NamedTuple):
    """What became of everything that was recognised in one article; a value."""

    article: Article
    recognition: Recognition
    rows: tuple[Decision, ...]
    """What was decided about the article."""
    callings: Callings
    mentions: tuple[Mention, ...]
    """As they were recognised."""
    about: Mapping[str, Sequence[int]]
    """Which mentions a decision is about, by the ids that one could have."""
    decided: Mapping[str, Decision]
    """The decisions by the ids they have in the text as it is now."""
    each: list[Suggestion | None]
    """What became of each mention; None where it was dropped."""
    shown: tuple[Suggestion, ...]
    """Those that were not dropped."""

    @classmethod
    def made(
        cls,
        article: Article,
        recognition: Recognition,
        rows: tuple[Decision, ...],
        callings: Callings,
        standing: Standing,
    ) -> Suggested:
        """All of them, looked at one by one."""
        mentions = recognition.mentions
        about: dict[str, list[int]] = {}
        for index, mention in enumerate(mentions):
            for id in _ids(article.id, mention):
                about.setdefault(id, []).append(index)
        decided = dict(_now(rows, article, standing))
        each = [_suggestion(article.id, mention, decided, callings) for mention in mentions]
        shown = tuple(filter(None, each))
        return cls(article, recognition, rows, callings, mentions, about, decided, each, shown)

    def is_of(self, article: Article, recognition: Recognition, callings: Callings) -> bool:
        """Whether these are suggestions of that text, recognised like that, with names called like that."""
        same_text = self.article.id == article.id and self.article.sha256 == article.sha256
        return same_text and self.recognition is recognition and self.callings is callings

    def after(self, rows: tuple[Decision, ...]) -> Suggested | None:
        """These, where *rows* is what was decided; None where rows about an older text are among the news."""
        if rows is self.rows:
            return self
        differ = parting(self.rows, rows)
        gone, new = self.rows[differ.start : differ.old_end], rows[differ.start : differ.new_end]
        one_each = len(self.decided) == len(self.rows)
        if not one_each or not all(_is_fresh(row, self.article) for row in (*gone, *new)):
            return None
        decided, each = {**self.decided}, [*self.each]
        ids = [suggestions.id_now(row) for row in gone]
        for id in ids:
            decided.pop(id, None)
        for row in new:
            ids.append(suggestions.id_now(row))
            decided[ids[-1]] = row
        for index in {index for id in ids for index in self.about.get(id, ())}:
            each[index] = _suggestion(self.article.id, self.mentions[index], decided, self.callings)
        return self._replace(rows=rows, decided=decided, each=each, shown=tuple(filter(None, each)))


def _ids(article: str, mention: Mention) -> Iterator[str]:
    yield suggestions.decision_id(article, mention)
    if isinstance(mention, Claim):
        yield suggestions.source_id(article, mention)


def _is_fresh(row: Decision, article: Article) -> bool:
    return row.article_sha256 in ("", article.sha256)


def _now(rows: Iterable[Decision], article: Article, standing: Standing) -> Iterator[tuple[str, Decision]]:
    """Decisions under their ids in the text as it is now; those made on this very text come last."""
    fresh = []
    for row in rows:
        if _is_fresh(row, article):
            fresh.append((suggestions.id_now(row), row))
        elif now := standing(row, article):
            yield suggestions.id_now(now), now
    yield from fresh


def _suggestion(
    article: str, mention: Mention, decided: Mapping[str, Decision], callings: Callings
) -> Suggestion | None:
    """*mention* as people called it, with what was decided; None where they dropped it.

    What was said about the mention itself goes before what was said about its name.
    """
    decision = decided.get(suggestions.decision_id(article, mention))
    if decision is not None and decision.quote != mention.text:
        decision = None
    if isinstance(mention, Claim):
        said = decided.get(suggestions.source_id(article, mention))
        if said is not None and said.quote == mention.text:
            mention = replace(mention, source=said.value or None)
    calling = decision
    if calling is None and callings and isinstance(mention, Entity):
        calling = callings.get(identities.Name(mention.label, mention.name).key)
    if calling is not None and calling.action is DecisionAction.REJECTED:
        return None
    return Suggestion(_relabelled(mention, calling) if calling is not None else mention, decision)


def _relabelled(mention: Mention, decision: Decision) -> Mention:
    """*mention* under the label a person gave it."""
    label = LABELS.get(decision.value) if isinstance(mention, Entity) else None
    is_said = decision.action in (DecisionAction.RELABELLED, DecisionAction.ACCEPTED)
    if label is None or not is_said or not isinstance(mention, Entity) or mention.label is label:
        return mention
    return replace(mention, label=label)
