"""The log of errors."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from reader.cli.logs import log_file, log_to_file

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_each_command_of_a_process_logs_where_its_own_cache_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logs = []
    for name in ("one", "other"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / name))
        log_to_file()
        logging.getLogger("reader").error("a mistake of %s", name)
        logs.append(log_file())
    assert [log.read_text(encoding="utf-8").strip() for log in logs] == [
        "a mistake of one",
        "a mistake of other",
    ]
    (handler,) = [handler for handler in logging.getLogger().handlers if handler.name == "reader"]
    logging.getLogger().removeHandler(handler)
    handler.close()
