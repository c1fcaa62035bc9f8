"""Themes: one TOML file each, and the colour tokens every one of them must give.

A file has a ``title``, ``dark`` (and ``ansi`` for a terminal's own colours), a table ``[base]``
of Textual's colours, a table ``[tokens]`` of ours and, if it likes, ``[variables]`` of Textual's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from reader.errors import ConfigError
from reader.paths import styles_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from reader.config import Config

DEFAULT_THEME = "evening"

TEXT_TOKENS: Mapping[str, str] = {
    "heading": "#f2ede2",
    "quiet": "#98948b",
    "entity-person": "#e3b27c",
    "entity-place": "#90caa5",
    "entity-organisation": "#9fb9ea",
    "entity-other": "#d0a8dc",
    "date": "#80cfd2",
    "claim": "#cdb3ab",
    "link": "#e6cd6e",
    "unsaved": "#ff9480",
    "tag-1": "#e6b566",
    "tag-2": "#7fc8a9",
    "tag-3": "#8fb4f0",
    "tag-4": "#e09ac8",
    "tag-5": "#ee9a7d",
    "tag-6": "#7fcbd9",
    "tag-7": "#b9a8f0",
    "tag-8": "#b9c46a",
    "tag-9": "#cfbea4",
}
"""Colours that words are written in, with a default for themes that are not ours."""

FIELD_TOKENS: Mapping[str, str] = {"hit": "#4a4322", "hit-current": "#6b500f", "cursor": "#d9d5cc"}
"""Colours that lie behind words."""

TOKENS: Mapping[str, str] = {**TEXT_TOKENS, **FIELD_TOKENS}

_BASE = (
    "background", "surface", "panel", "foreground", "primary", "secondary", "accent",
    "warning", "error", "success",
)  # fmt: skip


class ThemeLoad(NamedTuple):
    """What a folder of themes gave, and a sentence for each file that is broken."""

    themes: tuple[Theme, ...]
    problems: tuple[str, ...]


def load_theme(path: Path) -> Theme:
    """The theme in one file.

    Raises ConfigError naming the file and what is wrong in it.
    """
    import tomllib

    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"The theme {path.name} cannot be read: {error}.") from error
    base = _colours(path, table, "base", _BASE)
    tokens = _colours(path, table, "tokens", TOKENS)
    variables = table.get("variables", {})
    if not isinstance(variables, dict):
        raise ConfigError(f"The theme {path.name}: [variables] must be a table.")
    dark, ansi = bool(table.get("dark", True)), bool(table.get("ansi", False))
    details = (
        BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"].variables if ansi else _details(base, tokens)
    )
    return Theme(
        name=path.stem,
        dark=dark,
        ansi=ansi,
        variables={**details, **tokens, **{key: str(value) for key, value in variables.items()}},
        **base,  # type: ignore[arg-type]
    )


def chosen_theme(name: str | None) -> Theme:
    """The theme of that name, ours or one of Textual's; the default one where none is named.

    Raises ConfigError naming those there are.
    """
    file = styles_folder() / "themes" / f"{name or DEFAULT_THEME}.toml"
    if file.is_file():
        return load_theme(file)
    if name in BUILTIN_THEMES:
        return BUILTIN_THEMES[name]
    from reader.text.nearest import did_you_mean

    names = [file.stem for file in theme_files(styles_folder())]
    raise ConfigError(
        f"There is no theme “{name}”{did_you_mean(str(name), names)} There are {', '.join(names)}."
    )


def configured_theme(config: Config) -> Theme:
    """The theme that the user's configuration names.

    Raises ConfigError naming the file and the line where there is none of that name.
    """
    try:
        return chosen_theme(config.theme)
    except ConfigError as error:
        if config.theme is None:
            raise
        line = config.lines.get("theme", 1)
        raise ConfigError(f"{config.path}, line {line}: {error.message}") from error


def load_themes(paths: Iterable[Path]) -> ThemeLoad:
    """Every theme that can be read; the others as sentences."""
    themes, problems = [], []
    for path in paths:
        try:
            themes.append(load_theme(path))
        except ConfigError as error:
            problems.append(error.message)
    return ThemeLoad(tuple(themes), tuple(problems))


def theme_files(styles: Path) -> tuple[Path, ...]:
    """The theme files of a styles folder, by name."""
    return tuple(sorted((styles / "themes").glob("*.toml")))


def _colours(path: Path, table: Mapping[str, object], section: str, names: Iterable[str]) -> dict[str, str]:
    """The colours *names* of one table; each must be there and be a colour."""
    given = table.get(section)
    if not isinstance(given, dict):
        raise ConfigError(f"The theme {path.name} lacks the table [{section}].")
    found: dict[str, str] = {}
    for name in names:
        value = given.get(name)
        if not isinstance(value, str):
            raise ConfigError(f"The theme {path.name} gives no colour for “{name}” in [{section}].")
        try:
            Color.parse(value)
        except ColorParseError as error:
            raise ConfigError(f"The theme {path.name}: “{value}” for “{name}” is no colour.") from error
        found[name] = value
    unknown = sorted(set(given) - set(found))
    if unknown:
        raise ConfigError(
            f"The theme {path.name} names unknown colours in [{section}]: {', '.join(unknown)}."
        )
    return found


def _details(base: Mapping[str, str], tokens: Mapping[str, str]) -> dict[str, str]:
    """Textual's own variables, quieter than it would choose them."""
    return {
        "block-cursor-background": base["panel"],
        "block-cursor-foreground": base["foreground"],
        "block-cursor-blurred-background": base["surface"],
        "block-cursor-blurred-foreground": base["foreground"],
        "border": base["primary"],
        "border-blurred": base["panel"],
        "input-cursor-background": base["foreground"],
        "input-cursor-foreground": base["background"],
        "scrollbar": base["panel"],
        "scrollbar-hover": tokens["quiet"],
        "scrollbar-active": base["primary"],
        "scrollbar-background": base["background"],
        "scrollbar-background-hover": base["background"],
        "scrollbar-background-active": base["background"],
        "scrollbar-corner-color": base["background"],
        "footer-key-foreground": base["primary"],
    }
