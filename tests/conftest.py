"""What holds for every test: nothing is remembered between runs, and nothing of this user is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN_FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


@pytest.fixture(scope="session", autouse=True)
def folders_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests and the programs that they start log, keep or look up stands in folders of their own."""
    home = tmp_path_factory.mktemp("nobody")
    with pytest.MonkeyPatch.context() as patch:
        for name in OWN_FOLDERS:
            patch.setenv(name, str(home / name.lower()))
        patch.setenv("READER_CONFIG", str(home / "config.toml"))
        patch.delenv("READER_STORE", raising=False)
        yield


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Recognitions are made anew; a test of the cache switches it on in a folder of its own."""
    monkeypatch.setenv("READER_CACHE", "off")
