"""Operations on names in the whole folder: which are one, which are not, what they are, which are none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.annotations.changes import Edit, Table, removed
from reader.annotations.operations.base import Edits, Stamp, rewritten, shortened
from reader.annotations.operations.codebook import new_tags
from reader.annotations.operations.passages import annotation_on
from reader.errors import UsageError
from reader.model import Decision, DecisionAction, EntityLabel, MentionKind
from reader.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.annotations.state import State
    from reader.model import Article, Entity

NAME_LENGTH = 200
_FILED_NAME = 400
"""Characters of a name in the id of a decision."""
GROUPING = frozenset({DecisionAction.MERGED, DecisionAction.SPLIT})
"""Who is who; the other decisions on names say what they are."""
NAME_ACTIONS = GROUPING | {DecisionAction.REJECTED, DecisionAction.RELABELLED}
"""What can be decided about a name in the whole folder."""


class Name(NamedTuple):
    """A name of one kind: a person is never one with a place that is called the same."""

    label: EntityLabel
    name: str

    @property
    def person(self) -> bool:
        return self.label is EntityLabel.PER

    @property
    def key(self) -> tuple[bool, tuple[str, ...]]:
        """What it is told from other names by: neither case, accents nor hyphens."""
        from reader.recognition.entities.names import key_tokens

        return self.person, key_tokens(self.name) or (self.name,)


def grouped_edits(state: State, names: Iterable[Name], known_as: str, stamp: Stamp) -> list[Edit]:
    """Edits that know all *names* as *known_as*."""
    return _grouped(state, distinct(names), DecisionAction.MERGED, known_as, stamp)


def grouping_id(name: Name) -> str:
    """What the decision on who *name* is is filed under."""
    return f"same-{_filed(name)}"


def calling_id(name: Name) -> str:
    """What the decision on what *name* is, or that it is none, is filed under."""
    return f"name-{_filed(name)}"


def filed_under(row: Decision) -> str:
    """What a decision on a name is to be filed under."""
    name = name_of(row)
    return grouping_id(name) if row.action in GROUPING else calling_id(name)


def name_of(row: Decision) -> Name:
    """The name that a decision is about."""
    return Name(EntityLabel.PER if row.label == EntityLabel.PER.value else _label(row.label), row.quote)


def merge(state: State, names: Iterable[Name], known_as: str, stamp: Stamp) -> Edits:
    """Know all *names* as one; what was merged or split before gives way."""
    value = identity_name(known_as)
    every = distinct(names)
    edits = _grouped(state, every, DecisionAction.MERGED, value, stamp)
    others = [name.name for name in every if name.name != value]
    what = f"“{shortened(others[0])}”" if len(others) == 1 else counted(len(others), "name")
    return Edits(f"merge {what} into “{shortened(value)}”", tuple(edits))


def split(state: State, apart: Iterable[Name], rest: Iterable[Name], rest_name: str, stamp: Stamp) -> Edits:
    """Know the spellings *apart* by themselves again, and the *rest* as *rest_name*."""
    alone = distinct(apart)
    name = alone[0].name
    edits = [
        *_grouped(state, alone, DecisionAction.SPLIT, name, stamp),
        *_grouped(state, distinct(rest), DecisionAction.MERGED, rest_name, stamp),
    ]
    return Edits(f"split “{shortened(name)}” from “{shortened(rest_name)}”", tuple(edits))


def call(state: State, names: Iterable[Name], label: EntityLabel, stamp: Stamp) -> list[Edit]:
    """Edits that let all mentions of *names*, as they are recognised, bear *label*."""
    edits: list[Edit] = []
    for name in distinct(names):
        before = state.decisions.get(calling_id(name))
        if name.label is not label:
            edits += _put(state, calling_id(name), name, DecisionAction.RELABELLED, label.value, stamp)
        elif before is not None:
            edits.append(removed(Table.DECISIONS, before))
    return edits


def reject(state: State, names: Iterable[Name], title_name: str, stamp: Stamp) -> Edits:
    """Drop all mentions of *names*; those that were kept one by one stay."""
    edits: list[Edit] = []
    for name in distinct(names):
        edits += _put(state, calling_id(name), name, DecisionAction.REJECTED, "", stamp)
    return Edits(f"drop “{shortened(title_name)}” everywhere", tuple(edits))


def call_kept(
    state: State,
    article: Article,
    kept: Sequence[tuple[Entity, Decision]],
    label: EntityLabel,
    stamp: Stamp,
) -> Iterator[Edit]:
    """Edits that give *label* to mentions that were decided one by one, and to their annotations."""
    for mention, decision in kept:
        old = decision.value or decision.label
        if old == label.value:
            continue
        after = replace(
            decision,
            action=DecisionAction.RELABELLED,
            value=label.value,
            creator=stamp.creator,
            created=stamp.time,
        )
        yield Edit(Table.DECISIONS, decision.id, decision, after)
        annotation = annotation_on(state, article.id, mention.span, article.sha256)
        if annotation is not None and old in annotation.tags:
            tags = dict.fromkeys(label.value if tag == old else tag for tag in annotation.tags)
            yield rewritten(annotation, stamp, tags=tuple(tags))


def label_tag(state: State, label: EntityLabel) -> tuple[Edit, ...]:
    """The codebook's entry for *label*, if it lacks one."""
    return new_tags(state, (label.value,), keyed=False)


def distinct(names: Iterable[Name]) -> list[Name]:
    """Each of *names* in its first spelling."""
    first: dict[tuple[bool, tuple[str, ...]], Name] = {}
    for name in names:
        first.setdefault(name.key, name)
    return list(first.values())


def identity_name(raw: str) -> str:
    """A name as it is kept. Raises UsageError where nothing is left of it or it cannot be one."""
    name = " ".join(raw.split())
    if not name:
        raise UsageError("A name needs at least one letter.")
    if len(name) > NAME_LENGTH or not name.isprintable():
        raise UsageError(f"A name is at most {NAME_LENGTH} characters that can be seen.")
    return name


def _grouped(
    state: State, names: Iterable[Name], action: DecisionAction, value: str, stamp: Stamp
) -> list[Edit]:
    edits: list[Edit] = []
    for name in names:
        edits += _put(state, grouping_id(name), name, action, value, stamp)
    return edits


def _put(
    state: State, id: str, name: Name, action: DecisionAction, value: str, stamp: Stamp
) -> tuple[Edit, ...]:
    before = state.decisions.get(id)
    if before is not None and (before.quote, before.action, before.value) == (name.name, action, value):
        return ()
    after = Decision(
        id,
        "",
        action,
        None,
        name.name,
        MentionKind.ENTITY,
        name.label.value,
        value,
        stamp.creator,
        stamp.time,
    )
    return (Edit(Table.DECISIONS, id, before, after),)


def _filed(name: Name) -> str:
    person, tokens = name.key
    plain = "".join(letter if letter.isprintable() else "�" for letter in " ".join(tokens)[:_FILED_NAME])
    return f"{'person' if person else 'thing'}:{plain}"


def _label(value: str) -> EntityLabel:
    known = {label.value: label for label in EntityLabel}
    return known.get(value, EntityLabel.MISC)
