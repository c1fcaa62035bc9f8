"""Where things live: styles, samples, the annotation store, the user's own folders.

Only looks; creates nothing. No article is read here and no store is opened.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STORE_NAME = "annotations"
"""What a store folder is called."""
SAMPLES = Path("seeds")
"""The name under which the bundled samples are opened where no such folder exists."""

_PACKAGE = Path(__file__).resolve().parent


def styles_folder() -> Path:
    """The folder of ``.tcss`` files and of ``themes/``."""
    return _beside_or_within("styles")


def seeds_folder() -> Path:
    """The folder of the two sample articles."""
    return _beside_or_within("seeds")


def opened_paths(paths: Sequence[Path]) -> tuple[Path, ...]:
    """What ``reader PATH…`` opens: no path is the current folder, a missing ``seeds`` the bundled samples."""
    return tuple(seeds_folder() if _is_samples_name(path) else path for path in paths or (Path(),))


def find_store(paths: Sequence[Path], option: str | os.PathLike[str] | None = None) -> Path:
    """The store folder for *paths*, which may not exist yet.

    The option, else ``$READER_STORE``, else the nearest folder ``annotations`` in or beside an opened path or
    beside any of its parents, else ``annotations`` in the first opened folder. The samples of an installed
    package keep theirs in the current folder, or with the user's data where that cannot be written.
    """
    given = option or os.environ.get("READER_STORE")
    if given:
        return _given_store(Path(given))
    opened = paths or (Path(),)
    for path in opened:
        if _is_bundled(path):
            return _samples_store()
    for path in opened:
        for folder in _folders_upward(path):
            if (folder / STORE_NAME).is_dir():
                return folder / STORE_NAME
    return _folder_of(opened[0]) / STORE_NAME


def config_file() -> Path:
    """``$READER_CONFIG``, else ``config.toml`` in the user's configuration folder; it may not exist."""
    given = os.environ.get("READER_CONFIG")
    return Path(given) if given else _user_folder("config") / "config.toml"


def user_data_folder() -> Path:
    """Where this user's programs keep data; it may not exist yet."""
    return _user_folder("data")


def user_cache_folder() -> Path:
    """Where this user's programs keep what can be made again; it may not exist yet."""
    return _user_folder("cache")


def _beside_or_within(name: str) -> Path:
    """A top-level folder of the checkout, or its copy inside an installed package."""
    within = _PACKAGE / name
    return within if within.is_dir() else _PACKAGE.parent / name


def _is_samples_name(path: Path) -> bool:
    return path == SAMPLES and not path.exists()


def _is_bundled(path: Path) -> bool:
    """Whether *path* means the samples of an installed package, beside which no store belongs."""
    return _is_samples_name(path) or (_PACKAGE / SAMPLES) in (path.absolute(), *path.absolute().parents)


def _samples_store() -> Path:
    here = Path.cwd() / STORE_NAME
    wanted = here if here.is_dir() else here.parent
    return here if os.access(wanted, os.W_OK) else user_data_folder() / STORE_NAME


def _given_store(folder: Path) -> Path:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"The store {folder} is a file. Give the folder that holds the annotations.")
    return folder.absolute()


def _folders_upward(path: Path) -> Iterator[Path]:
    """The opened folder, the one that holds it, and so on to the root."""
    folder = _folder_of(path)
    yield folder
    yield from folder.parents


def _folder_of(path: Path) -> Path:
    """The opened folder, or the one that holds the opened file, without ``..``."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps "..", and parents would go astray
    return whole.parent if whole.is_file() else whole


_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}


def _user_folder(kind: str) -> Path:
    """What platformdirs says; answered here for Linux, as importing it costs as much as all of argparse."""
    if sys.platform == "linux":
        variable, usual = _XDG[kind]
        base = os.environ.get(variable, "")
        return (Path(base) if base.strip() else Path("~").expanduser() / usual) / "reader"
    else:  # noqa: RET505 - mypy knows this branch belongs to other systems
        from platformdirs import PlatformDirs

        folders = PlatformDirs("reader", appauthor=False)
        named = {
            "config": folders.user_config_path,
            "data": folders.user_data_path,
            "cache": folders.user_cache_path,
        }
        return named[kind]
