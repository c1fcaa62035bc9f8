"""Writing one setting into the user's ``config.toml``; comments and everything else in it stay."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from reader.errors import ConfigError, FormatError
from reader.paths import config_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BOM = "\ufeff"


def keep_setting(name: str, value: str, path: Path | None = None) -> Path:
    """Write ``name = "value"`` into the configuration, and return its file; it is made where there is none.

    Raises ConfigError saying why it was not written; the file is then as it was.
    """
    from reader.formats.files import save

    where = path or config_file()
    try:
        save(where, [with_setting(_source(where), name, value)], with_folder=True)
    except OSError as error:
        raise ConfigError(f"{where} was not written: {error.strerror or error}.") from error
    except FormatError as error:
        raise ConfigError(error.message) from error
    except ValueError as error:
        raise ConfigError(f"{where} was not written: it cannot be changed safely, {error}.") from error
    return where


def with_setting(source: str, name: str, value: str) -> str:
    """*source*, a TOML file, with that one top-level setting changed or added.

    Raises ValueError where it is no TOML, or the setting is written in a way that is not understood.
    """
    import tomllib

    body = source.removeprefix(_BOM)
    wanted = {**tomllib.loads(body.replace("\r\n", "\n")), name: value}
    for changed in _attempts(body, name, value):
        try:
            if tomllib.loads(changed.replace("\r\n", "\n")) == wanted:
                return (_BOM if source.startswith(_BOM) else "") + changed
        except tomllib.TOMLDecodeError:
            continue
    raise ValueError(f"“{name}” is written in a way that is not understood")


def _attempts(body: str, name: str, value: str) -> Iterator[str]:
    """The text with the line of the setting changed, else added after the last setting, else at the top."""
    newline = "\r\n" if "\r\n" in body else "\n"
    entry = f"{name} = {json.dumps(value, ensure_ascii=False)}"
    lines = body.split("\n")
    own = re.compile(rf"""([ \t]*["']?{re.escape(name)}["']?[ \t]*=[ \t]*)("[^"]*"|'[^']*')(.*)""", re.DOTALL)
    last = -1
    for number, line in enumerate(lines):
        if re.match(r"[ \t]*\[", line):
            break
        if found := own.fullmatch(line):
            quoted = json.dumps(value, ensure_ascii=False)
            yield "\n".join([*lines[:number], f"{found[1]}{quoted}{found[3]}", *lines[number + 1 :]])
        if re.match(r"""[ \t]*[\w"'-]""", line):
            last = number
    if last >= 0:
        ending = "\r" if newline == "\r\n" else ""
        before = lines[: last + 1]
        if last == len(lines) - 1:
            before[-1] += ending
            yield "\n".join([*before, entry + ending, ""])
        yield "\n".join([*before, entry + ending, *lines[last + 1 :]])
    yield f"{entry}{newline}{newline if body.strip() else ''}{body}"


def _source(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
