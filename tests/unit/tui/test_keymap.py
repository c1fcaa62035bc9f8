"""The user's own keys: applied by id, every mistake told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.config import KeyOverride
from reader.errors import ConfigError
from reader.tui.commands.table import COMMANDS
from reader.tui.keymap import canonical, clashes, keymap

FILE = Path("config.toml")


def keys_of(id: str, *overrides: KeyOverride) -> tuple[str, ...]:
    """The keys of a command under those overrides."""
    return next(command.keys for command in keymap(COMMANDS, overrides, FILE) if command.id == id)


def told(*overrides: KeyOverride) -> str:
    """What is said of overrides that are wrong."""
    with pytest.raises(ConfigError) as caught:
        keymap(COMMANDS, overrides, FILE)
    return caught.value.message


def test_the_table_itself_has_no_clash() -> None:
    assert list(clashes(COMMANDS)) == []


def test_every_default_key_is_a_key() -> None:
    assert [(c.id, key) for c in COMMANDS for key in c.keys if canonical(key) != key] == []


def test_an_override_takes_the_place_of_all_keys() -> None:
    assert keys_of("annotation.tag", KeyOverride("annotation.tag", ("f11", "ctrl+t"), 2)) == ("f11", "ctrl+t")


def test_an_empty_override_switches_the_keys_off() -> None:
    assert keys_of("link.suggest", KeyOverride("link.suggest", (), 2)) == ()


def test_leaving_always_has_a_key() -> None:
    assert "line 3: “quit” needs a key" in told(KeyOverride("quit", (), 3))


def test_two_commands_can_swap_keys() -> None:
    swapped = (KeyOverride("find", ("f",), 2), KeyOverride("search", ("/",), 3))
    assert keys_of("find", *swapped) == ("f",)
    assert keys_of("search", *swapped) == ("/",)


def test_an_unknown_id_is_told_with_its_line_and_the_nearest_name() -> None:
    message = told(KeyOverride("annotation.tagg", ("t",), 7))
    assert "config.toml, line 7" in message
    assert "annotation.tag" in message


@pytest.mark.parametrize("name", ["ctl+t", "f99", "tt", "ctrl+", "", "shift+1"])
def test_what_is_no_key_is_told_with_its_line(name: str) -> None:
    assert "line 4" in told(KeyOverride("annotation.tag", (name,), 4))


def test_a_clash_is_told_with_the_line_that_makes_it() -> None:
    message = told(KeyOverride("annotation.tag", ("f",), 5))
    assert "line 5" in message
    assert "“search”" in message


def test_places_apart_may_share_a_key() -> None:
    assert keys_of("links.delete", KeyOverride("links.delete", ("t",), 3)) == ("t",)


def test_all_mistakes_are_told_at_once() -> None:
    wrong = (KeyOverride("nothing", ("t",), 2), KeyOverride("find", ("nokey",), 3))
    assert len(told(*wrong).split("\n")) == 2


def test_more_quick_tag_keys_than_numbers_are_told() -> None:
    keys = tuple(f"alt+{letter}" for letter in "abcdefghij")
    assert "9 numbers" in told(KeyOverride("annotation.quick_tag", keys, 9))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("question_mark", "?"),
        ("slash", "/"),
        ("esc", "escape"),
        ("PgDn", "pagedown"),
        ("shift+t", "T"),
        ("shift+ctrl+up", "ctrl+shift+up"),
        ("+", "+"),
        ("ctrl++", "ctrl++"),
        ("é", "é"),
    ],
)
def test_a_key_has_one_form_however_it_is_written(written: str, meant: str) -> None:
    assert canonical(written) == meant
