"""What config.toml may say, and what is said about its mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.config import KeyOverride, load_config
from reader.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, source: str) -> Path:
    path = folder / "config.toml"
    path.write_text(source, encoding="utf-8")
    return path


def mistake(folder: Path, source: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load_config(write(folder, source))
    return caught.value.message


def test_without_a_file_the_annotator_is_the_login_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "marie")
    config = load_config(tmp_path / "none.toml")
    assert (config.found, config.annotator, config.theme, config.measure, config.keys) == (
        False,
        "marie",
        None,
        None,
        (),
    )


def test_every_setting_is_read(tmp_path: Path) -> None:
    config = load_config(
        write(tmp_path, 'annotator = "Zoé"\ntheme = "ink"\nmeasure = 76\n\n[keys]\nquit = "q,ctrl+q"\n')
    )
    assert (config.found, config.annotator, config.theme, config.measure) == (True, "Zoé", "ink", 76)
    assert config.keys == (KeyOverride("quit", ("q", "ctrl+q"), 6),)


def test_the_environment_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_CONFIG", str(write(tmp_path, "measure = 60\n")))
    assert load_config().measure == 60


def test_each_way_to_write_a_key_has_its_line(tmp_path: Path) -> None:
    source = """# my keys
[keys] # all of them
cursor.up = "k"
"cursor.down" = ["j", "n"]
  'link.start' = "X"
quit = ""

[keys.mention]
next = "i"
"""
    assert load_config(write(tmp_path, source)).keys == (
        KeyOverride("cursor.up", ("k",), 3),
        KeyOverride("cursor.down", ("j", "n"), 4),
        KeyOverride("link.start", ("X",), 5),
        KeyOverride("quit", (), 6),
        KeyOverride("mention.next", ("i",), 9),
    )


def test_an_inline_table_gives_its_own_line(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, 'measure = 60\nkeys = { quit = "Q" }\n'))
    assert config.keys == (KeyOverride("quit", ("Q",), 2),)


def test_what_is_not_toml_is_named_with_its_line(tmp_path: Path) -> None:
    message = mistake(tmp_path, 'theme = "ink"\nmeasure =\n')
    assert "config.toml, line 2: this is not TOML" in message


def test_an_unclosed_text_at_the_end_names_the_last_line(tmp_path: Path) -> None:
    assert "line 2" in mistake(tmp_path, 'theme = "ink"\nannotator = "')


def test_a_deeply_nested_file_is_a_mistake_and_no_crash(tmp_path: Path) -> None:
    assert "not TOML" in mistake(tmp_path, "keys = " + "[" * 100_000)


def test_an_unknown_setting_is_named_with_its_line(tmp_path: Path) -> None:
    message = mistake(tmp_path, 'theme = "ink"\ncolour = "red"\n')
    assert "line 2: there is no setting “colour”" in message


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("annotator = 3", "“annotator” must be a name"),
        ('annotator = "../x"', "cannot be an annotator’s name"),
        ('annotator = ""', "cannot be an annotator’s name"),
        ("theme = true", "“theme” must be"),
        ("measure = 5", "“measure” must be a number from 20"),
        ("measure = true", "“measure” must be a number"),
        ('measure = "80"', "“measure” must be a number"),
        ("keys = 1", "“keys” must be a table"),
        ("keys.quit = 1", "the keys of “quit” must be text"),
        ("keys.quit = [1]", "the keys of “quit” must be text"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(line: str, what: str, tmp_path: Path) -> None:
    message = mistake(tmp_path, f"# first\n\n{line}\n")
    assert "line 3: " in message
    assert what in message


def test_a_file_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"measure = 60\ntheme = '\xff'\n")
    with pytest.raises(ConfigError, match=r"line 2: the file is not UTF-8"):
        load_config(path)


def test_a_folder_in_place_of_the_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    assert "larger than" in mistake(tmp_path, "#" * (1 << 20) + "\n")
