"""The user's own keys over the table of commands; every mistake is reported with its line.

No textual here: ``reader keys`` applies the same keymap without the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ConfigError
from reader.model import FAVOURITES
from reader.tui.commands.command import TOGETHER, Command, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from reader.config import KeyOverride

MODIFIERS = ("ctrl", "alt", "shift", "meta", "super", "hyper")
NAMED_KEYS = frozenset(
    (
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
        "insert",
        "delete",
        "backspace",
        "tab",
        "enter",
        "escape",
        "space",
        *tuple(f"f{number}" for number in range(1, 25)),
    )
)
ALIASES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "pgup": "pageup",
    "pgdn": "pagedown",
    " ": "space",
}
SPECIAL_NAMES = {
    "slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_", "comma": ",",
    "hyphen_minus": "-", "tilde": "~",
}  # fmt: skip


def keymap(
    commands: Sequence[Command], overrides: Iterable[KeyOverride] = (), file: Path | None = None
) -> tuple[Command, ...]:
    """The commands with the user's keys.

    Raises ConfigError with one sentence for each mistake: an unknown id, a name that is no key, two
    commands of one place on one key.
    """
    known = {command.id for command in commands}
    mistakes: list[str] = []
    keys: dict[str, tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    for override in overrides:
        if override.id not in known:
            from reader.text.nearest import nearest

            near = nearest(override.id, known)
            meant = f"; did you mean “{near}”?" if near else ""
            mistakes.append(_at(file, override.line, f"there is no command “{override.id}”{meant}"))
            continue
        if override.id == "quit" and not override.keys:
            mistakes.append(_at(file, override.line, "“quit” needs a key: it is how one leaves"))
        keys[override.id] = tuple(_checked(override, file, mistakes))
        lines[override.id] = override.line
    mapped = tuple(c._replace(keys=keys[c.id]) if c.id in keys else c for c in commands)
    mistakes.extend(_clashes(mapped, lines, file))
    if mistakes:
        raise ConfigError("\n".join(mistakes))
    return mapped


def canonical(name: str) -> str | None:
    """A key's name in the one form used here; None where it is no key.

    Single characters stand for themselves; Textual's long names (``question_mark``) are understood.
    """
    if name == "+" or name.endswith("++"):
        modifiers, last = name[:-1].split("+")[:-1], "+"
    else:
        *modifiers, last = name.split("+")
    base = _base_key(last)
    if base is None or any(modifier not in MODIFIERS for modifier in modifiers):
        return None
    if modifiers == ["shift"] and len(base) == 1:
        return base.upper() if base.isalpha() else None
    return "+".join(
        [*sorted(set(modifiers), key=("alt", "ctrl", "shift", "meta", "super", "hyper").index), base]
    )


def clashes(commands: Iterable[Command]) -> Iterator[tuple[str, Command, Command]]:
    """Each key that two commands share although both are live at the same time."""
    seen: set[tuple[str, str, str]] = set()
    for places in TOGETHER:
        owners: dict[str, Command] = {}
        for command in commands:
            if command.where not in places:
                continue
            for key in command.keys:
                owner = owners.setdefault(key, command)
                if owner is not command and (key, owner.id, command.id) not in seen:
                    seen.add((key, owner.id, command.id))
                    yield key, owner, command


def for_places(commands: Iterable[Command], places: Iterable[Place]) -> tuple[Command, ...]:
    """The commands that belong to any of *places*."""
    wanted = frozenset(places)
    return tuple(command for command in commands if command.where in wanted)


def _base_key(last: str) -> str | None:
    last = ALIASES.get(last.lower() if len(last) > 1 else last, last)
    if last.lower() in NAMED_KEYS and len(last) > 1:
        return last.lower()
    if len(last) == 1:
        return last if last.isprintable() else None
    if last.lower() in SPECIAL_NAMES:
        return SPECIAL_NAMES[last.lower()]
    return _by_unicode_name(last)


def _by_unicode_name(name: str) -> str | None:
    import unicodedata

    for spelled in (name.replace("_", " "), name.replace("_", "-")):
        try:
            return unicodedata.lookup(spelled.upper())
        except KeyError:
            continue
    return None


def _checked(override: KeyOverride, file: Path | None, mistakes: list[str]) -> Iterator[str]:
    limit = FAVOURITES
    if override.id in ("annotation.quick_tag", "tags.key") and len(override.keys) > limit:
        mistakes.append(
            _at(
                file,
                override.line,
                f"“{override.id}” has {len(override.keys)} keys; there are {limit} numbers",
            )
        )
    for name in override.keys:
        key = canonical(name)
        if key is None:
            mistakes.append(_at(file, override.line, f"“{name}” for “{override.id}” is no key"))
        else:
            yield key


def _clashes(commands: Iterable[Command], lines: Mapping[str, int], file: Path | None) -> Iterator[str]:
    for key, one, other in clashes(commands):
        guilty = max((c for c in (one, other) if c.id in lines), key=lambda c: lines[c.id], default=other)
        rest = one if guilty is other else other
        what = f"the key “{key}” of “{guilty.id}” is also the key of “{rest.id}” {rest.where.value}"
        yield _at(file, lines.get(guilty.id, 0), what)


def _at(file: Path | None, line: int, what: str) -> str:
    return f"{file or 'keymap'}, line {line}: {what}."
