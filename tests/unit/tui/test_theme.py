"""Themes: complete, readable, and honest about what is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from reader.errors import ConfigError
from reader.paths import styles_folder
from reader.tui.theme import DEFAULT_THEME, TEXT_TOKENS, TOKENS, load_theme, load_themes, theme_files

if TYPE_CHECKING:
    from pathlib import Path

FILES = theme_files(styles_folder())
OWN_COLOURS = [file for file in FILES if "ansi = true" not in file.read_text("utf-8")]
READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def luminance(colour: Color) -> float:
    """WCAG 2.2, relative luminance."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_theme_gives_every_token(file: Path) -> None:
    assert set(TOKENS) <= set(load_theme(file).variables)


@pytest.mark.parametrize("file", OWN_COLOURS, ids=lambda file: file.stem)
def test_every_colour_of_words_is_readable_on_every_ground(file: Path) -> None:
    theme = load_theme(file)
    colours = {name: theme.variables[name] for name in TEXT_TOKENS} | {"foreground": str(theme.foreground)}
    weak = {
        f"{name} on {ground}": round(contrast(colour, getattr(theme, ground)), 2)
        for name, colour in colours.items()
        for ground in ("background", "surface", "panel")
        if contrast(colour, getattr(theme, ground)) < READABLE
    }
    assert not weak


@pytest.mark.parametrize("file", OWN_COLOURS, ids=lambda file: file.stem)
def test_the_text_stays_readable_on_what_was_found(file: Path) -> None:
    theme = load_theme(file)
    for name in ("hit", "hit-current"):
        assert contrast(str(theme.foreground), theme.variables[name]) >= READABLE


def test_there_are_dark_light_contrast_and_terminal_themes() -> None:
    themes = {theme.name: theme for theme in load_themes(FILES).themes}
    assert {DEFAULT_THEME, "paper", "contrast", "terminal"} <= set(themes)
    assert themes[DEFAULT_THEME].dark
    assert not themes["paper"].dark
    assert themes["terminal"].ansi


def test_a_broken_theme_is_reported_by_name_and_the_others_load(tmp_path: Path) -> None:
    good = FILES[0].read_text("utf-8")
    (tmp_path / "good.toml").write_text(good, "utf-8")
    (tmp_path / "no-toml.toml").write_text("[base", "utf-8")
    (tmp_path / "no-colour.toml").write_text(good.replace('heading = "', 'heading = "not-'), "utf-8")
    (tmp_path / "missing.toml").write_text(good.replace("unsaved =", "# unsaved ="), "utf-8")
    (tmp_path / "unknown.toml").write_text(good + '\ntag-10 = "#ffffff"\n', "utf-8")
    load = load_themes(sorted(tmp_path.iterdir()))
    assert [theme.name for theme in load.themes] == ["good"]
    assert len(load.problems) == 4
    for name in ("no-toml.toml", "no-colour.toml", "missing.toml", "unknown.toml"):
        assert any(name in problem for problem in load.problems)


def test_a_missing_token_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(FILES[0].read_text("utf-8").replace("unsaved =", "# unsaved ="), "utf-8")
    with pytest.raises(ConfigError, match="unsaved"):
        load_theme(file)
