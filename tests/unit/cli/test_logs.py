"""The log of errors."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

import pytest

from reader.cli.logs import log_error, log_file, log_to_file

if TYPE_CHECKING:
    from pathlib import Path

WHEN = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d{4}")


def test_each_command_of_a_process_logs_where_its_own_cache_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logs = []
    for name in ("one", "other"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / name))
        log_to_file()
        logging.getLogger("reader").error("a mistake of %s", name)
        logs.append(log_file())
    entries = [log.read_text(encoding="utf-8").split("\n") for log in logs]
    assert [lines[1:] for lines in entries] == [["a mistake of one", ""], ["a mistake of other", ""]]
    assert all(WHEN.fullmatch(lines[0]) for lines in entries)
    (handler,) = [handler for handler in logging.getLogger().handlers if handler.name == "reader"]
    logging.getLogger().removeHandler(handler)
    handler.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system names the folders")
def test_what_tests_log_goes_nowhere_near_the_folders_of_their_developer(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assert log_file().is_relative_to(tmp_path_factory.getbasetemp())


def test_each_traceback_says_when_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for word in ("un", "deux"):
        assert log_error(ValueError(word)) == log_file()
    lines = log_file().read_text(encoding="utf-8").split("\n")
    assert [bool(WHEN.fullmatch(line)) for line in lines] == [True, False, True, False, False]
    assert [lines[1], lines[3]] == ["ValueError: un", "ValueError: deux"]
