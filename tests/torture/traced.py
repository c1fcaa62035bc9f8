"""Child processes under ``strace``: their system calls counted, and one of them made the last.

The child is a fork of the test run, so that everything is imported, and it waits until it is traced: only
what it does to its files is counted. A process that is killed on entering a call never makes it.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.torture.forks import ended, forked, told

if TYPE_CHECKING:
    from collections.abc import Callable

READY = b"R"
"""The first thing a child tells, when it may be traced."""
_PR_SET_PTRACER, _ANYBODY = 0x59616D61, -1
_LINE = re.compile(r"(?:\d+ +)?(\w+)\(")


class Ending(NamedTuple):
    """What is known of a traced child when it is over."""

    code: int
    """Its exit code, or minus the signal that ended it."""
    heard: bytes
    """What it told."""
    calls: Counter[str]
    """How often it entered each system call that was watched."""
    log: tuple[str, ...]
    """The calls in their order, as ``strace -y`` writes them: with the path behind each descriptor."""


def traced(
    work: Callable[[Callable[[bytes], None]], None], log: Path, kill_at: tuple[str, int] | None = None
) -> Ending:
    """Run *work* in a child, killed on entering that call for the n-th time, counted from 1.

    Without *kill_at* all calls that take a file or a descriptor are counted, and nothing is killed. Only
    ``read`` is not: it is the one with which the child waits (the store itself reads with ``pread``).
    """
    reading, writing = os.pipe()

    def wait_and_work(tell: Callable[[bytes], None]) -> None:
        os.close(writing)
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYBODY, 0, 0, 0)  # an unknown option elsewhere: no harm
        tell(READY)
        os.read(reading, 1)
        work(tell)

    child, pipe = forked(wait_and_work)
    os.close(reading)
    os.read(pipe, 1)
    if kill_at is None:
        asked = ["-e", "trace=%file,%desc"]
    else:
        asked = ["-e", f"trace={kill_at[0]}", "-e", f"inject={kill_at[0]}:signal=KILL:when={kill_at[1]}"]
    with subprocess.Popen(
        ["strace", "-y", "-o", log, *asked, "-p", str(child)],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as tracer:
        assert tracer.stderr is not None
        said = tracer.stderr.readline()  # that it is attached, or why it is not
        os.close(writing)
        heard = told(pipe)
        code = ended(child)
        tracer.wait()
    if b"attached" not in said:
        raise RuntimeError(said.decode(errors="replace"))
    lines = tuple(log.read_text(errors="replace").split("\n"))
    calls = Counter(match[1] for line in lines if (match := _LINE.match(line)))
    del calls["read"]
    return Ending(code, heard, calls, lines)


@cache
def _refusal() -> str | None:
    """Why nothing can be traced here; None where it can."""
    if shutil.which("strace") is None:
        return "there is no strace"
    with tempfile.TemporaryDirectory() as folder:
        try:
            ending = traced(lambda tell: tell(b"."), Path(folder) / "log", ("write", 1))
        except (OSError, RuntimeError) as error:
            return f"nothing may be traced: {error}"
    killed = (ending.code, ending.heard) == (-signal.SIGKILL, b"")
    return None if killed else "strace does not kill a process before its call"


def need_strace() -> None:
    """Skip the test where processes cannot be traced, and say why."""
    reason = _refusal()
    if reason is not None:
        pytest.skip(reason)
