"""The first word, help, exit codes, and what goes where."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.cli.commands import COMMANDS
from reader.cli.commands import Command as SubCommand

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Command


def run(*words: str, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *words],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **env},
    )


def test_help_lists_every_command(reader: Command) -> None:
    done = reader("--help")
    assert done.code == 0
    assert done.err == ""
    for command in COMMANDS:
        assert f"\n  {command.name} " in done.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself_with_examples(command: SubCommand, reader: Command) -> None:
    done = reader(command.name, "--help")
    assert done.code == 0
    assert f"usage: reader {command.name}" in done.out
    assert "examples:\n  " in done.out


def test_every_command_takes_store_and_annotator(reader: Command) -> None:
    for command in COMMANDS:
        assert {"--store", "--as"} <= set(reader(command.name, "--help").out.split()), command.name


def test_options_that_all_share_may_come_first(reader: Command, folder: Path) -> None:
    store = folder.parent / "elsewhere"
    reader("--store", store, "annotate", folder, "--article", "un.txt", "--quote", "maire", "--tag", "x")
    assert reader(f"--store={store}", "--as", "zoe", "export", folder).records[0]["quote"] == "maire"


def test_a_first_word_that_is_no_command_is_a_path(reader: Command) -> None:
    done = reader("articles")
    assert done.code == 2
    assert "The app needs a terminal" in done.err


def test_a_folder_called_like_a_command_is_written_with_a_dot(reader: Command, folder: Path) -> None:
    folder.rename(folder.with_name("export"))
    assert "The app needs a terminal" in reader("./export").err


def test_an_unknown_option_is_wrong_use(reader: Command) -> None:
    done = reader("list", "--colour")
    assert (done.code, done.out) == (2, "")
    assert "unrecognized arguments" in done.err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["exprot", "articles"], "did you mean “reader export”?"),
        (["recognise", "articles"], "did you mean “reader recognize”?"),
        (["help"], "did you mean “reader --help”?"),
        (["xyzzy"], "“reader --help” lists the commands."),
        (["list", "--jsno"], "did you mean --json?"),
        (["export", "--fromat=csv", "--includ", "dates"], "did you mean --format --include?"),
        (["--stroe", "x", "articles"], "did you mean --store?"),
    ],
)
def test_a_slip_of_the_fingers_is_answered_with_what_was_meant(
    words: list[str], meant: str, reader: Command
) -> None:
    done = reader(*words)
    assert (done.code, done.out) == (2, "")
    assert meant in done.err


def test_an_unknown_option_cannot_command_the_terminal(reader: Command) -> None:
    done = reader("list", "--x\x1b]52;c;eA==\x07\u3164")
    assert done.code == 2
    assert "--x␛]52;c;eA==␇·" in done.err  # the stand-ins of every other place
    assert all(line.isprintable() for line in done.err.split("\n"))


def test_an_error_is_one_sentence_on_stderr_and_code_2(reader: Command) -> None:
    done = reader("list", "nowhere")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("reader: ")
    assert "nowhere" in done.err
    assert done.err.count("\n") == 1


def test_no_error_carries_orders_to_the_terminal(reader: Command) -> None:
    done = reader("list", "no\x1b]52;c;eA==\x07where\n\x9b31m")
    assert done.code == 2
    assert all(line.isprintable() for line in done.err.split("\n"))


def test_a_wrong_configuration_names_its_line(reader: Command, folder: Path) -> None:
    (folder.parent / "config.toml").write_text('theme = "ink"\nmesure = 3\n')
    done = reader("export", folder)
    assert done.code == 2
    assert "config.toml, line 2" in done.err


def test_an_annotators_name_that_leads_elsewhere_is_refused(reader: Command, folder: Path) -> None:
    assert reader("export", folder, "--as", "../../x").code == 2


def test_an_unforeseen_error_is_a_sentence_and_a_log(
    reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no idea")

    monkeypatch.setattr("reader.cli.verbs.config.run", broken)
    done = reader("config")
    assert done.code == 2
    assert "RuntimeError: no idea." in done.err
    assert "Traceback" not in done.err
    assert "broken" in (folder.parent / "cache" / "reader" / "error.log").read_text()


def test_a_reader_that_has_had_enough_is_no_error(folder: Path) -> None:
    command = f"'{sys.executable}' -m reader recognize '{folder}' --json"
    done = subprocess.run(
        f"{command} | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert int(done.stdout) in (0, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_under_stdout_is_said(folder: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "reader", "list", str(folder)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr


def test_a_closed_stdout_does_not_crash(folder: Path) -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m reader list '{folder}' >&-", shell=True, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "settings", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_a_poor_locale_does_not_crash(settings: dict[str, str], folder: Path) -> None:
    done = run("show", str(folder / "un.txt"), "--color", "always", **settings)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Le maire" in done.stdout


@pytest.mark.parametrize("settings", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}])
def test_json_is_utf8_in_every_locale(settings: dict[str, str], folder: Path) -> None:
    done = run("recognize", str(folder), "--json", **settings)
    assert "Élie Marchand" in done.stdout


def test_python_m_reader_is_the_command() -> None:
    assert run("--version").stdout.startswith("reader 0.")


@pytest.mark.parametrize("crashes", [False, True])
def test_the_app_ends_without_looking_through_all_that_it_read(
    crashes: bool, reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_app(*_: object, **__: object) -> int:
        if crashes:
            raise RuntimeError("a mistake")
        return 143

    monkeypatch.setattr("reader.tui.app.run_app", run_app)
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}.isatty", lambda: True)
    gc.unfreeze()
    try:
        assert reader(folder).code == (2 if crashes else 143)
        assert gc.get_freeze_count() > 0  # else the interpreter collects for seconds, at 100 000 articles
    finally:
        gc.unfreeze()
