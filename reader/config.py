"""The user's ``config.toml``: annotator, theme, engine, measure, and the keys changed from their defaults.

Reads and checks form only; which command ids and themes exist is known further up.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.annotator import check_annotator, login_name
from reader.errors import ConfigError, UsageError
from reader.paths import config_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MAX_BYTES = 1 << 20
NARROWEST, WIDEST = 20, 400
"""Bounds of ``measure``, in cells."""

SETTINGS = {
    "annotator": "your name in the store: annotations/NAME.json",
    "theme": "the name of a theme",
    "engine": "another recogniser of names, such as spacy:fr_core_news_lg or own:~/my.model",
    "measure": f"the width of the text in cells, {NARROWEST} to {WIDEST}",
    "keys": 'a table of command ids and their keys: "annotation.tag" = "t,f9"',
}
"""Each setting and what it says; ``reader config`` prints it."""


class KeyOverride(NamedTuple):
    """Keys the user gives to a command."""

    id: str
    keys: tuple[str, ...]
    """Names of keys as Textual writes them; empty switches the command's keys off."""
    line: int
    """Where the file says so, from 1."""


class Config(NamedTuple):
    """What the user configured, with defaults for the rest."""

    path: Path
    found: bool = False
    """Whether the file exists."""
    annotator: str = ""
    """The login name where none is configured; never empty from ``load_config``."""
    theme: str | None = None
    engine: str = ""
    """Who finds names, as ``--engine`` writes it; empty is our own recogniser."""
    measure: int | None = None
    """Widest line of the text, in cells."""
    keys: tuple[KeyOverride, ...] = ()
    """In the order of the file."""
    lines: Mapping[str, int] = MappingProxyType({})
    """The line of each setting in the file, by its dotted name."""


def load_config(path: Path | None = None) -> Config:
    """The configuration at *path*, else at its usual place; defaults where there is none.

    Raises ConfigError naming file and line.
    """
    where = path or config_file()
    source = _read(where)
    if source is None:
        return Config(where, annotator=login_name())
    values = _parse(where, source)
    lines = _lines_of(source)
    check = _Checker(where, lines)
    for name in values:
        if name not in SETTINGS:
            raise check.error(name, f"there is no setting “{name}”; there are {', '.join(SETTINGS)}")
    return Config(
        where,
        found=True,
        annotator=check.annotator(values.get("annotator")),
        theme=check.theme(values.get("theme")),
        engine=check.engine(values.get("engine")),
        measure=check.measure(values.get("measure")),
        keys=tuple(check.keys(values.get("keys", {}))),
        lines=lines,
    )


def _read(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(data) > MAX_BYTES:
        raise ConfigError(f"{path} is larger than {MAX_BYTES} bytes; that is no configuration.")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}, line {line}: the file is not UTF-8.") from error


def _parse(path: Path, source: str) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = re.search(r"at line (\d+)", str(error))
        line = int(said[1]) if said else max(source.rstrip("\n").count("\n") + 1, 1)
        why = str(error).partition(" (at ")[0].rstrip(".") or "it is nested too deeply"
        raise ConfigError(f"{path}, line {line}: this is not TOML: {why}.") from error


# --- lines ------------------------------------------------------------------

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"


def _lines_of(source: str) -> dict[str, int]:
    """The line of each dotted name in the file; tomllib keeps none."""
    header, entry = re.compile(rf"[ \t]*\[\[?[ \t]*({_NAME})[ \t]*\]"), re.compile(rf"[ \t]*({_NAME})[ \t]*=")
    table, lines = "", dict[str, int]()
    for number, line in enumerate(source.split("\n"), 1):
        if opened := header.match(line):
            table = _plain(opened[1])
            lines.setdefault(table, number)
        elif named := entry.match(line):
            name = _plain(named[1])
            lines.setdefault(f"{table}.{name}" if table else name, number)
    return lines


def _plain(name: str) -> str:
    """A dotted name without quotes and blanks."""
    return ".".join(part.strip("\"'") for part in re.findall(_PART, name))


# --- checks -----------------------------------------------------------------


class _Checker(NamedTuple):
    path: Path
    lines: Mapping[str, int]

    def error(self, name: str, what: str) -> ConfigError:
        return ConfigError(f"{self.path}, line {self.line(name)}: {what}.")

    def line(self, name: str) -> int:
        """Where *name* stands, else the nearest table around it."""
        while name and name not in self.lines:
            name = name.rpartition(".")[0]
        return self.lines.get(name, 1)

    def annotator(self, value: object) -> str:
        if value is None:
            return login_name()
        if not isinstance(value, str):
            raise self.error("annotator", "“annotator” must be a name in quotes")
        try:
            return check_annotator(value)
        except UsageError as error:
            raise self.error("annotator", error.message.rstrip(".")) from error

    def theme(self, value: object) -> str | None:
        if value is None or (isinstance(value, str) and value):
            return value
        raise self.error("theme", "“theme” must be the name of a theme in quotes")

    def engine(self, value: object) -> str:
        if value is None:
            return ""
        if not isinstance(value, str) or not value:
            raise self.error("engine", "“engine” must be the name of an engine in quotes")
        return value

    def measure(self, value: object) -> int | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not NARROWEST <= value <= WIDEST:
            raise self.error("measure", f"“measure” must be a number from {NARROWEST} to {WIDEST}")
        return value

    def keys(self, value: object) -> Iterator[KeyOverride]:
        if not isinstance(value, dict):
            raise self.error("keys", "“keys” must be a table: write [keys] on a line of its own")
        for name, given in _flat(value, ""):
            dotted = f"keys.{name}"
            yield KeyOverride(name, self._key_names(dotted, given), self.line(dotted))

    def _key_names(self, dotted: str, given: object) -> tuple[str, ...]:
        names = given.split(",") if isinstance(given, str) else given
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise self.error(dotted, f'the keys of “{dotted.partition(".")[2]}” must be text: "t,f9"')
        return tuple(name.strip() for name in names if name.strip())


def _flat(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    """``cursor.up = "k"`` and ``"cursor.up" = "k"`` both as ``cursor.up``."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
