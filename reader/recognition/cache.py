"""Recognitions kept between runs, outside every store: one small file per text in the user's cache folder.

A file is named by everything its content depends on: what recognisers may read of the article, who they
are, in which version, and whether their code or data was touched since. Whatever is missing, damaged or
foreign is simply recognised again, and a folder that cannot be written is left alone: nothing here fails.

The layout of a file: a line ``reader recognition 1 KEY CRC32`` and one line of JSON, in which a mention is
a list and names of recognisers are numbers. The words of a mention are not kept; they are cut from the text.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from reader.errors import SpanError
from reader.paths import user_cache_folder
from reader.recognition.packing import pack, unpack
from reader.recognition.touched import touch_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reader.model import Article, Recognition

LAYOUT = 1
"""Of a file; raised with every change of ``packing``."""
MOST_BYTES = 96 << 20
"""Of all files together; then those not used for longest go."""
LARGEST, HEAD = 8 << 20, 128
"""Bytes of one file, and at most of its first line."""
BLOCK = 4096
"""What the smallest file takes on a usual disk."""
SWEEP = "00"
"""A file whose name begins so has the folder swept: one in 256."""
DAY = 86_400
"""Seconds; that a file was used is noted once a day."""
LOST = 3600
"""Seconds after which a half-written file is nobody's."""
ENDING, HALF = ".json", ".tmp"


class RecognitionCache:
    """What recognisers of certain *versions* found, in *folder*; any number of threads and processes."""

    def __init__(self, folder: Path, versions: Mapping[str, str], most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._recognisers = json.dumps([LAYOUT, sys.version_info[:2], code_mark(), sorted(versions.items())])
        self._most_bytes = most_bytes
        self._writable = True

    def get(self, article: Article) -> Recognition | None:
        """What was found in *article*, or None where that is not known."""
        key = self._key(article)
        head, _, packed = self._read(self._path(key)).partition(b"\n")
        if head != _head(key, packed):
            return None
        try:
            return unpack(json.loads(packed), article.text)
        except (ValueError, TypeError, LookupError, SpanError, RecursionError):
            return None

    def put(self, article: Article, recognition: Recognition) -> None:
        """Keep what was found in *article*; where that cannot be done nothing is said."""
        if not self._writable:
            return
        values = pack(recognition, article.text)
        if values is None:
            return
        packed = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
        if len(packed) > LARGEST:
            return
        key = self._key(article)
        try:
            self._write(self._path(key), _head(key, packed) + b"\n" + packed)
            if key.startswith(SWEEP):
                self._sweep()
        except OSError:
            self._writable = False

    def _key(self, article: Article) -> str:
        reference = article.reference
        seen = (
            article.sha256,
            article.language,
            article.title,
            [(heading.start, heading.end) for heading in article.headings],
            (reference.date, reference.span and (reference.span.start, reference.span.end))
            if reference
            else None,
        )
        return sha256(f"{self._recognisers}\n{json.dumps(seen)}".encode()).hexdigest()

    def _path(self, key: str) -> str:
        return f"{self._folder}/{key[:40]}{ENDING}"

    def _read(self, path: str) -> bytes:
        """What stands there, empty where it cannot be read; never waits, never follows a link."""
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
        except (OSError, ValueError):
            return b""
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST + HEAD:
                return b""
            if time.time() - status.st_mtime > DAY:
                with suppress(OSError):
                    os.utime(path)
            return os.read(descriptor, status.st_size)
        except OSError:
            return b""
        finally:
            os.close(descriptor)

    def _write(self, path: str, content: bytes) -> None:
        """Beside and renamed, so that nobody reads half of it; not synced, as it can be made again."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = f"{path}.{os.getpid()}-{os.urandom(4).hex()}{HALF}"
        try:
            with open(beside, "xb") as file:  # noqa: PTH123 - a Path costs more than the rest
                file.write(content)
            os.replace(beside, path)  # noqa: PTH105
        except OSError:
            with suppress(OSError):
                os.unlink(beside)  # noqa: PTH108
            raise

    def _sweep(self) -> None:
        """Delete what was not used for longest until an eighth is free, and what was left half written."""
        kept = sorted(self._files(), reverse=True)
        room = self._most_bytes
        if sum(size for _, size, _ in kept) > room:
            room -= room // 8
        for _, size, path in kept:
            room -= size
            if room < 0:
                with suppress(OSError):
                    os.unlink(path)  # noqa: PTH108

    def _files(self) -> Iterator[tuple[float, int, str]]:
        """Last use, bytes and path of each file that is whole."""
        now = time.time()
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if entry.name.endswith(ENDING):
                        yield status.st_mtime, -(-status.st_size // BLOCK) * BLOCK, entry.path
                    elif entry.name.endswith(HALF) and now - status.st_mtime > LOST:
                        os.unlink(entry.path)  # noqa: PTH108


def usual_cache(versions: Callable[[], Mapping[str, str]]) -> RecognitionCache | None:
    """The cache of this user; None where ``$READER_CACHE`` is ``off`` or there is no place for one.

    *versions* are asked for only where there is one.
    """
    if os.environ.get("READER_CACHE", "").strip().lower() == "off":
        return None
    try:
        return RecognitionCache(user_cache_folder() / "recognition", versions())
    except (OSError, RuntimeError):  # no home folder
        return None


@cache
def code_mark() -> str:
    """Changes when a file that recognition is made of was touched, whether or not its version was raised."""
    package = Path(__file__).parent
    try:
        return touch_mark(package, package.parent / "text")
    except OSError:  # touched this very moment
        return os.urandom(4).hex()


def _head(key: str, packed: bytes) -> bytes:
    return f"reader recognition {LAYOUT} {key} {crc32(packed):08x}".encode()
