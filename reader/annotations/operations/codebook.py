"""Operations on tags: new ones, keys, names, descriptions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.changes import Edit, Table, added, removed, replaced
from reader.annotations.operations.base import Edits, Stamp, rewritten, tag_name, tag_of
from reader.errors import UsageError
from reader.model import FAVOURITES, TAG_COLOURS, Tag
from reader.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.state import State
    from reader.model import Annotation


def ordered(state: State) -> tuple[Tag, ...]:
    """The codebook: tags with a key by key, then the others by name."""
    return tuple(sorted(state.tags.values(), key=lambda t: (t.favourite or FAVOURITES + 1, t.name)))


def counts(state: State) -> dict[str, int]:
    """How many passages bear each tag of the codebook."""
    found = dict.fromkeys(state.tags, 0)
    for annotation in list(state.annotations.values()):
        for name in annotation.tags:
            found[name] = found.get(name, 0) + 1
    return found


def new_tags(state: State, names: Iterable[str], *, keyed: bool = True) -> tuple[Edit, ...]:
    """Entries for those of *names* that the codebook lacks, each with a colour and, if *keyed*, a free key.

    The keys are few and for the words of the person: what the program calls things takes none.
    """
    edits = []
    taken = {tag.favourite for tag in state.tags.values()}
    size = len(state.tags)
    for name in dict.fromkeys(names):
        if name in state.tags:
            continue
        favourite = next((n for n in range(1, FAVOURITES + 1) if n not in taken), None) if keyed else None
        taken.add(favourite)
        edits.append(added(Table.TAGS, Tag(name, colour=size % TAG_COLOURS + 1, favourite=favourite)))
        size += 1
    return tuple(edits)


def set_favourite(state: State, name: str, number: int | None) -> Edits:
    """Give tag *name* the key *number*; a tag that had it gives it up."""
    tag = tag_of(state, name)
    if number is not None and not 1 <= number <= FAVOURITES:
        raise UsageError(f"Quick tags have the keys 1 to {FAVOURITES}, not {number}.")
    edits = [
        replaced(Table.TAGS, other, replace(other, favourite=None))
        for other in state.tags.values()
        if number is not None and other.favourite == number and other.name != name
    ]
    edits.append(replaced(Table.TAGS, tag, replace(tag, favourite=number)))
    what = f"key {number} for “{name}”" if number else f"no key for “{name}”"
    return Edits(what, tuple(edits))


def describe_tag(state: State, name: str, description: str) -> Edits:
    """Set what the codebook says of tag *name*."""
    tag = tag_of(state, name)
    after = replace(tag, description=description)
    return Edits(f"describe tag “{name}”", (replaced(Table.TAGS, tag, after),))


def rename_tag(state: State, name: str, new: str, stamp: Stamp) -> Edits:
    """Rename a tag everywhere; where *new* exists the two become one."""
    tag, new = tag_of(state, name), tag_name(new)
    if new == name:
        return Edits(f"rename tag “{name}”", ())
    edits = [removed(Table.TAGS, tag)]
    if new not in state.tags:
        edits.append(added(Table.TAGS, replace(tag, name=new)))
    for annotation in _tagged(state, name):
        tags = dict.fromkeys(new if old == name else old for old in annotation.tags)
        edits.append(rewritten(annotation, stamp, tags=tuple(tags)))
    return Edits(f"rename tag “{name}” to “{new}”", tuple(edits))


def delete_tag(state: State, name: str, stamp: Stamp) -> Edits:
    """Take a tag out of the codebook and off every passage; the passages stay."""
    edits = [removed(Table.TAGS, tag_of(state, name))]
    tagged = _tagged(state, name)
    edits += [rewritten(a, stamp, tags=tuple(t for t in a.tags if t != name)) for a in tagged]
    return Edits(f"delete tag “{name}” from {counted(len(tagged), 'passage')}", tuple(edits))


def _tagged(state: State, name: str) -> list[Annotation]:
    return [a for a in state.annotations.values() if name in a.tags]
