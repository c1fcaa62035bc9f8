"""Help, palette, keys of one's own, copying, export and import, saving, leaving."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyperclip  # type: ignore[import-untyped]
import pytest

from reader.annotations.file_store import FileStore
from reader.config import load_config
from reader.errors import ConfigError, StoreWriteError
from reader.tui.app import make_app
from tests.articles import folder
from tests.tui.conftest import MEDIUM, WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Open


async def test_help_lists_every_key_and_runs_a_command(story: Open) -> None:
    async with story() as told:
        await told.press("question_mark")
        assert told.shows("Moving")
        await told.press("slash")
        await told.type("favourite tag of")
        assert told.shows("1…9")
        await told.press("escape", "slash")
        await told.type("next mention")
        await told.press("escape", "escape")
        assert told.app.screen is told.app.reading


async def test_the_palette_finds_a_command_and_runs_it(story: Open) -> None:
    async with story() as told:
        await told.press("ctrl+p")
        await told.type("next mention")
        await told.settle()
        await told.press("enter")
        await told.settle()
        assert told.selected == "3 mars 2024"


async def test_own_keys_work_and_the_old_ones_do_not(story: Open, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[keys]\n"mention.next" = "f12"\n', "utf-8")
    async with story() as told:
        await told.press("e")
        assert told.selected == ""
        await told.press("f12")
        assert told.selected == "3 mars 2024"
        assert told.shows("F12 mention")


def test_a_wrong_keymap_is_refused_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keys]\n"annotation.tag" = "f"\n"no.such" = "k"\n', "utf-8")
    monkeypatch.setenv("READER_CONFIG", str(config))
    with pytest.raises(ConfigError) as caught:
        make_app([folder(tmp_path)], store=tmp_path / "annotations")
    assert "line 2" in caught.value.message
    assert "line 3" in caught.value.message


def test_an_unknown_theme_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('# mine\ntheme = "papr"\n', "utf-8")
    monkeypatch.setenv("READER_CONFIG", str(config))
    said = r"config\.toml, line 2: There is no theme “papr”; did you mean “paper”\?"
    with pytest.raises(ConfigError, match=said):
        make_app([folder(tmp_path)], store=tmp_path / "annotations")


async def test_copying_goes_through_the_system_and_says_so(
    story: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    async with story() as told:
        await told.press("e", "e", "y")
        assert copied == ["« Anna Kovacs » — Le sommet est annoncé, 2024-03-03 (annonce.txt)"]
        assert told.shows("Copied, with its citation.")


async def test_without_a_system_clipboard_the_terminal_is_used_and_named(
    story: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str) -> None:
        raise pyperclip.PyperclipException(text)

    monkeypatch.setattr(pyperclip, "copy", fail)
    async with story() as told:
        await told.press("e", "y")
        assert told.shows("OSC 52")
        assert told.app.clipboard.startswith("« 3 mars 2024 »")


async def test_over_ssh_only_the_terminal_is_asked(story: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with story(WIDE) as told:
        monkeypatch.setenv("SSH_TTY", "/dev/pts/9")
        await told.press("e", "y")
        assert told.shows("Sent to your terminal (OSC 52), which gives no answer.")


async def test_export_and_import_from_within(
    story: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.jsonl"
    monkeypatch.chdir(tmp_path)
    async with story(WIDE) as told:
        await told.press("e", "a", "a", "X", "j", "ctrl+u")
        await told.type(target.name)
        await told.press("enter")
        await told.settle()
        assert told.shows("2 passages, 0 links")
        rows = [json.loads(line) for line in target.read_text("utf-8").split("\n") if line]
        assert rows == told.export()
        await told.press("u", "u")
        assert told.annotations() == []
        await told.press("I")
        await told.type(target.name)
        await told.press("enter")
        await told.settle()
        assert told.shows("4 added")
        await told.press("y")
        assert len(told.annotations()) == 2
        await told.press("u")
        assert told.annotations() == []


async def test_an_article_is_never_written_over(
    story: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with story(WIDE) as told:
        await told.press("e", "a", "X", "j", "ctrl+u")
        await told.type("articles/annonce.txt")
        await told.press("enter")
        assert told.shows("is one of the articles.")


async def test_what_comes_from_data_is_never_read_as_markup_or_control(story: Open) -> None:
    nasty = "[b]Titre[/b] [/fin] \x1b]52;c;aGk=\x07 \u202e\n\nAnna Kovacs [@click=app.quit]ici[/]."
    async with story(WIDE, mauvais=nasty) as told:
        screen = "\n".join(told.rows)
        assert "[b]Titre[/b] [/fin]" in screen
        assert "[@click=app.quit]ici[/]" in screen
        assert not any(ord(letter) < 32 for letter in screen.replace("\n", ""))
        await told.press("e", "t")
        await told.type("x")
        await told.press("enter", "c")
        await told.type("[/b]")
        await told.press("ctrl+s", "f6", "escape", "f7")
        assert told.shows("[/b]")


async def test_a_store_that_cannot_be_written_is_said_all_the_time_and_hides_nothing(
    story: Open, tmp_path: Path
) -> None:
    async with story() as told:
        await told.press("e", "a")
    store = tmp_path / "annotations" / "ana.json"
    text = store.read_text("utf-8")
    store.write_text(text.replace('"schema": 1', '"schema": 99'), "utf-8")
    async with story(MEDIUM) as told:
        assert "by a later" in told.status
        await told.press("slash")
        await told.type("kovacs")
        await told.press("enter")
        assert "1/1" in told.status
        assert told.status.endswith("read-only")
        await told.press("v")
        assert "selecting" in told.status
        await told.press("t")
        await told.type("x")
        await told.press("enter")
        assert "by a later" in told.status
        await told.press("escape", "escape", "question_mark")
        assert told.shows("later version")
        await told.press("escape", "g", "i")
        assert told.shows("written by a later")


async def test_an_article_that_cannot_be_read_says_why_and_the_others_go_on(
    story: Open, tmp_path: Path
) -> None:
    made = folder(tmp_path)
    (made / "aaa.txt").write_bytes(b"\x00\x01\x02")
    async with story(WIDE) as told:
        assert told.opened == "annonce.txt"
        assert told.shows("aaa.txt")


@pytest.mark.parametrize("size", [(1, 1), (24, 6), (200, 60)], ids=str)
async def test_every_screen_survives_every_size(story: Open, size: tuple[int, int]) -> None:
    async with story(MEDIUM) as told:
        await told.press("e", "a")
        for key in (
            "question_mark",
            "f2",
            "f3",
            "f4",
            "f5",
            "f6",
            "f7",
            "f",
            "t",
            "c",
            "T",
            "X",
            "slash",
            "z",
            "i",
        ):
            await told.press(key)
            await told.pilot.resize_terminal(*size)
            await told.settle()
            await told.pilot.resize_terminal(*MEDIUM)
            await told.press("escape", "escape")


async def test_leaving_saves_everything(story: Open) -> None:
    async with story() as told:
        await told.press("e", "a", "q")
        assert not told.app.is_running or told.app.return_code == 0
    async with story() as told:
        assert len(told.annotations()) == 1


async def test_what_cannot_be_saved_is_said_and_asked_about_before_leaving(
    story: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(store: FileStore, changes: object) -> tuple[()]:  # noqa: ARG001
        raise StoreWriteError("No space left on the disk.")

    async with story(WIDE) as told:
        with monkeypatch.context() as full:
            full.setattr(FileStore, "append", refuse)
            await told.press("e", "a")
            assert told.shows("NOT SAVED: No space left on the disk.")
            await told.press("G", "e")
            assert "No mention after this place." in told.status
            assert told.status.endswith("NOT SAVED")
            await told.press("q")
            assert told.shows("Leave and lose them?")
            await told.press("n")
            assert told.shows("NOT SAVED")
        told.app.session.flush(5)
        await told.press("e")
        assert told.shows("saved")
        await told.press("q")
    async with story() as told:
        assert len(told.annotations()) == 1


async def test_one_list_leads_to_another_and_back_to_the_text(story: Open) -> None:
    async with story() as told:
        await told.press("f3")
        assert told.shows("Entities")
        await told.press("f4")
        assert told.shows("Dates  2")
        await told.press("f7", "question_mark", "escape", "escape")
        assert told.app.screen is told.app.reading


async def test_ctrl_q_leaves_as_q_does(story: Open) -> None:
    async with story() as told:
        await told.press("e", "a", "ctrl+q")
        assert told.app.return_code == 0


async def test_the_mouse_opens_articles_and_chooses_answers(story: Open) -> None:
    async with story(WIDE) as told:
        await told.pilot.click("#articles", offset=(4, 6))
        await told.settle()
        assert told.opened == "annulation.txt"
        await told.press("e", "e", "L")
        await told.pilot.click("#articles", offset=(4, 2))
        await told.settle()
        await told.press("e", "L")
        await told.pilot.click("#relations", offset=(4, 2))
        await told.settle()
        assert told.links()[0]["relation"] == "contradicts"


async def test_colours_that_cannot_be_kept_are_said_to_last_until_one_leaves(
    story: Open, tmp_path: Path
) -> None:
    async with story() as told:
        (tmp_path / "config.toml").write_text("theme =", "utf-8")
        await told.press("f9", "3")
        assert told.app.theme == "paper"
        assert told.shows("Until you leave only: config.toml was not written: it cannot")


async def test_colours_are_seen_while_choosing_and_escape_returns(story: Open, tmp_path: Path) -> None:
    async with story() as told:
        await told.press("f9", "down")
        assert told.app.theme != "evening"
        await told.press("escape")
        assert told.app.theme == "evening"
        await told.press("f9", "2", "e", "i")
        assert told.app.theme == "evening"
        await told.press("f9", "3")
        assert told.app.theme == "paper"
        assert told.shows('Kept: theme = "paper" in config.toml.')
        assert load_config(tmp_path / "config.toml").theme == "paper"
        await told.press("f9", "4")
        assert told.app.theme == "terminal"
