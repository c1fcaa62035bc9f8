"""The table of commands: whole, plain, and printable without the screen."""

from __future__ import annotations

import subprocess
import sys

from reader.tui.commands.command import Group, Place
from reader.tui.commands.table import COMMANDS, markdown_table, plain_table, records

CONTRACT = {
    "cursor.up": {"up", "k"},
    "cursor.down": {"down", "j"},
    "cursor.left": {"left", "h"},
    "cursor.right": {"right", "l"},
    "cursor.next_word": {"w"},
    "cursor.previous_word": {"b"},
    "cursor.next_sentence": {")"},
    "cursor.previous_sentence": {"("},
    "cursor.next_paragraph": {"ctrl+down", "}"},
    "cursor.previous_paragraph": {"ctrl+up", "{"},
    "cursor.top": {"g"},
    "cursor.bottom": {"G"},
    "mention.next": {"e"},
    "mention.previous": {"E"},
    "mark.next": {"m"},
    "mark.previous": {"M"},
    "select.start": {"v"},
    "select.grow": {"s"},
    "select.shrink": {"S"},
    "annotation.tag": {"t"},
    "annotation.quick_tag": set("123456789"),
    "annotation.tag_all": {"T"},
    "annotation.note": {"c"},
    "annotation.delete": {"delete", "D"},
    "suggestion.accept": {"a"},
    "suggestion.reject": {"x"},
    "suggestion.relabel": {"r"},
    "link.start": {"L"},
    "link.follow": {"enter"},
    "link.back": {"backspace"},
    "link.suggest": {"p"},
    "edit.undo": {"u"},
    "edit.redo": {"ctrl+r"},
    "copy": {"y"},
    "find": {"/"},
    "find.next": {"n"},
    "find.previous": {"N"},
    "search": {"f"},
    "view.articles": {"f2"},
    "view.entities": {"f3"},
    "view.timeline": {"f4"},
    "view.links": {"f5"},
    "view.tags": {"f6"},
    "view.notes": {"f7"},
    "article.next": {"J"},
    "article.previous": {"K"},
    "article.next_unread": {">"},
    "pane.next": {"tab"},
    "pane.previous": {"shift+tab"},
    "help": {"?", "f1"},
    "palette": {"ctrl+p"},
    "quit": {"q"},
}
"""Ids and default keys that other programs and the readers' fingers rely on."""


def test_every_promised_command_has_its_promised_keys() -> None:
    keys = {command.id: set(command.keys) for command in COMMANDS}
    assert {id: wanted for id, wanted in CONTRACT.items() if not wanted <= keys.get(id, set())} == {}


def test_ids_are_unique_and_every_command_says_what_it_does() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        assert command.title, command.id
        assert command.help.endswith("."), command.id
        assert isinstance(command.where, Place)
        assert isinstance(command.group, Group)


def test_nothing_essential_needs_altgr() -> None:
    hard = set("[]{}\\~@#")
    assert [c.id for c in COMMANDS if c.keys and all(key[-1] in hard for key in c.keys)] == []


def test_the_records_are_what_reader_keys_promises() -> None:
    for record in records():
        assert list(record) == ["id", "keys", "title", "help", "where"]


def test_the_tables_name_every_command() -> None:
    for table in (plain_table(), markdown_table()):
        assert all(command.id in table for command in COMMANDS)


def test_the_table_comes_without_textual() -> None:
    code = (
        "import sys, reader.tui.commands.table, reader.tui.keymap\n"
        "assert not {'textual', 'rich', 'pyperclip'} & {name.split('.')[0] for name in sys.modules}"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
