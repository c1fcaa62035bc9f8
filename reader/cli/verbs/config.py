"""``reader config``: what is configured, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.options import add_json
from reader.cli.output import print_json, say
from reader.config import SETTINGS, load_config

if TYPE_CHECKING:
    import argparse

    from reader.config import Config

EXAMPLES = ("reader config", "reader config --json", "READER_CONFIG=other.toml reader config")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints each setting with its value."""
    config = load_config()
    _check_keys(config)
    values: dict[str, object] = {
        "annotator": options.annotator or config.annotator,
        "theme": config.theme,
        "engine": options.engine or config.engine or None,
        "measure": config.measure,
        "keys": {override.id: list(override.keys) for override in config.keys},
    }
    if options.json:
        print_json({"file": str(config.path), "found": config.found, **values})
        return 0
    say(f"{config.path}" if config.found else f"{config.path} (not there: everything as it comes)")
    for name, value in values.items():
        shown = value or "as it comes"
        say(f"{name}: {shown}  ({SETTINGS[name]})")
    return 0


def _check_keys(config: Config) -> None:
    """Raises ConfigError where a key or a command id is wrong."""
    from reader.tui.commands.table import COMMANDS
    from reader.tui.keymap import keymap

    keymap(COMMANDS, config.keys, config.path)
