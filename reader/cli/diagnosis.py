"""What ``reader doctor`` says of recognition and of the clipboard; nothing heavy is imported to say it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CLIPBOARDS = {
    "wl-copy": "WAYLAND_DISPLAY",
    "xclip": "DISPLAY",
    "xsel": "DISPLAY",
    "pbcopy": "",
    "clip.exe": "",
    "termux-clipboard-set": "",
}
"""Programs that copy, and the variable of the environment without which they cannot."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing looked at."""

    about: str
    says: str
    good: bool = True


# --- the clipboard ------------------------------------------------------------


def clipboard() -> Iterator[Answer]:
    """Which way copying goes, and why not another."""
    from shutil import which

    from reader.tui.clipboard import is_remote

    terminal = "through the terminal (OSC 52), which not every terminal lets through"
    if is_remote():
        yield Answer("clipboard", f"over SSH: {terminal}")
        return
    found = [name for name in CLIPBOARDS if which(name)]
    working = [name for name in found if _has_its_variable(name)]
    silent = [f"{name} needs {CLIPBOARDS[name]}, which is not set" for name in found if name not in working]
    if working:
        yield Answer("clipboard", f"through {working[0]}")
    elif silent:
        yield Answer("clipboard", f"{terminal}; {', '.join(silent)}")
    else:
        yield Answer("clipboard", f"{terminal}; xclip or wl-copy would be surer")


def _has_its_variable(program: str) -> bool:
    variable = CLIPBOARDS[program]
    return not variable or bool(os.environ.get(variable))


# --- recognition --------------------------------------------------------------


def recognition(engine: str) -> Iterator[Answer]:
    """The engines for names, *engine* as it is chosen, our own model, and what is remembered."""
    from reader.recognition.engines import engine_names, expect

    yield Answer("engines", ", ".join(map(_engine, engine_names())))
    try:
        expect(engine)
    except ReaderError as error:
        yield Answer("engine", f"“{engine}”: {error.message}", good=False)
    else:
        yield Answer("engine", engine or "own, as nothing else is chosen")
    yield _model()
    yield _remembered()


def _engine(name: str) -> str:
    from importlib.util import find_spec

    if name == "spacy" and find_spec("spacy") is None:
        return "spacy (not installed: pip install 'reader-tui[spacy]')"
    return name


def _model() -> Answer:
    """The model of our own recogniser, read whole: a part of it may be missing."""
    from reader.recognition.entities.recogniser import LANGUAGES, MODEL, own_recogniser

    try:
        version, size = own_recogniser(str(MODEL)).version, MODEL.stat().st_size
    except (OSError, ReaderError) as error:
        return Answer("model", f"{MODEL} cannot be used ({error}): install reader again", good=False)
    return Answer("model", f"{MODEL}, {_bytes(size)}, version {version}, for {', '.join(LANGUAGES)}")


def _remembered() -> Answer:
    """The folder of what was recognised before, and how much there is of it."""
    from reader.paths import user_cache_folder

    if os.environ.get("READER_CACHE", "").strip().lower() == "off":
        return Answer("cache", "switched off by READER_CACHE: every run recognises anew")
    try:
        folder = user_cache_folder() / "recognition"
        files, size = _contents(folder)
    except (OSError, RuntimeError) as error:
        return Answer("cache", f"cannot be used ({error}): every run recognises anew", good=False)
    return Answer("cache", f"{folder}: {files} texts, {_bytes(size)}; it can be deleted at any time")


def _contents(folder: Path) -> tuple[int, int]:
    """Files and bytes in *folder*; none where it is not there yet."""
    files = size = 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                files, size = files + entry.name.endswith(".json"), size + status.st_size
    except FileNotFoundError:
        return 0, 0
    return files, size


def _bytes(count: int) -> str:
    """``180 kB``, ``1.4 MB``."""
    if count < 1_000_000:
        return f"{count / 1000:.0f} kB"
    return f"{count / 1_000_000:.1f} MB"
