"""The README says what is true now: its key table and its commands are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

from reader.cli.commands import COMMANDS as SUB_COMMANDS
from reader.config import load_config
from reader.tui.commands.table import COMMANDS, markdown_table
from reader.tui.keymap import keymap
from reader.tui.theme import chosen_theme
from tests.picture import draw

SHOWN = {"annulation", "contradicted", "Budapest", "saved"}
"""What the picture is to tell."""
ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_key_table_is_that_of_the_command_table() -> None:
    shown = re.search(r"<!-- keys: .*? -->\n\n(.*?)\n\n<!-- /keys -->", README, re.DOTALL)
    assert shown is not None
    assert shown.group(1) == markdown_table(), "put the output of `reader keys --markdown` there"


def test_every_sub_command_named_exists() -> None:
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", README, re.DOTALL))
    named = set(re.findall(r"\breader ([a-z]+)(?![a-z/.])", code))
    assert named
    assert named - {command.name for command in SUB_COMMANDS} == set()


def test_the_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert pictures == ["tests/data/reading.svg"]
    assert words_of(ROOT / pictures[0]) >= SHOWN


async def test_the_picture_can_be_made_again_by_the_app(tmp_path: Path) -> None:
    await draw(tmp_path / "reading.svg")
    assert words_of(tmp_path / "reading.svg") >= SHOWN


def words_of(picture: Path) -> set[str]:
    """The words that a picture of the screen shows."""
    drawn = picture.read_text(encoding="utf-8").replace("&#160;", " ")
    return set(re.sub(r"<[^>]*>", " ", drawn).split())


def test_the_make_targets_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README, re.MULTILINE))
    assert {"run", "test", "check"} <= named <= targets


def test_the_example_configuration_holds(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert example is not None
    (tmp_path / "config.toml").write_text(example.group(1), encoding="utf-8")
    config = load_config(tmp_path / "config.toml")
    assert keymap(COMMANDS, config.keys, config.path) != COMMANDS
    assert chosen_theme(config.theme).name == config.theme
