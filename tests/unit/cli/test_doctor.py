"""What ``reader doctor`` says of a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from reader.cli import diagnosis
from reader.cli.verbs import doctor
from reader.recognition.entities.recogniser import MODEL
from reader.tui.screens.reading import TOO_SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Command


@pytest.mark.parametrize(("columns", "rows", "fits"), [(24, 6, True), (23, 6, False), (24, 5, False)])
def test_a_terminal_is_called_too_small_where_the_app_says_so(
    columns: int, rows: int, fits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda: os.terminal_size((columns, rows)))
    [terminal] = [answer for answer in doctor._terminal() if answer.about == "terminal"]  # noqa: SLF001
    assert terminal.good is fits
    assert "24 columns and 6 rows" in TOO_SMALL


def copying(monkeypatch: pytest.MonkeyPatch, *programs: str, **environment: str) -> str:
    """What is said of copying where there are these programs."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("shutil.which", lambda name: name if name in programs else None)
    [answer] = diagnosis.clipboard()
    return answer.says


def test_a_program_that_copies_is_no_use_without_its_display(monkeypatch: pytest.MonkeyPatch) -> None:
    assert copying(monkeypatch, "xclip", DISPLAY=":0") == "through xclip"
    assert "xclip needs DISPLAY, which is not set" in copying(monkeypatch, "xclip")
    assert copying(monkeypatch, "wl-copy", "xclip", DISPLAY=":0") == "through xclip"
    assert "xclip or wl-copy would be surer" in copying(monkeypatch)
    assert copying(monkeypatch, "xclip", DISPLAY=":0", SSH_TTY="x").startswith("over SSH")


def test_engines_model_and_cache_are_listed(
    reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("READER_CACHE", raising=False)
    reader("recognize", folder)
    said = {answer["about"]: answer for answer in reader("doctor", folder, "--json").records}
    assert said["engines"]["says"].startswith("own, spacy")
    assert said["engine"]["says"] == "own, as nothing else is chosen"
    assert "fr.model" in said["model"]["says"]
    assert f"{folder.parent}/cache/reader/recognition: 2 texts" in said["cache"]["says"]
    assert "colours" in said


def test_an_engine_that_cannot_run_is_said(reader: Command) -> None:
    done = reader("doctor", "--engine", "nosuch", "--json")
    assert done.code == 1
    assert [answer["about"] for answer in done.records if not answer["good"]][-1:] == ["engine"]


def test_a_cache_that_is_off_is_said(reader: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_CACHE", "off")
    said = {answer["about"]: answer["says"] for answer in reader("doctor", "--json").records}
    assert said["cache"].startswith("switched off")


def test_a_damaged_model_is_said(reader: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    damaged = tmp_path / "fr.model"
    damaged.write_bytes(MODEL.read_bytes()[:5000])
    monkeypatch.setattr("reader.recognition.entities.recogniser.MODEL", damaged)
    done = reader("doctor", "--json")
    assert done.code == 1
    said = {answer["about"]: answer for answer in done.records}
    assert not said["model"]["good"]
    assert "install reader again" in said["model"]["says"]
