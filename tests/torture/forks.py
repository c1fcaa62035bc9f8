"""Child processes of the test itself: quick to start, and killed without warning."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def forked(work: Callable[[Callable[[bytes], None]], None]) -> tuple[int, int]:
    """Run *work* in a child; what it tells goes to a pipe. The child's id and the pipe to read."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    code = 1
    try:  # in the child: nothing of the parent's test run may go on
        os.close(reading)
        work(lambda data: _tell(writing, data))
        code = 0
    except BaseException:  # noqa: BLE001  its trace is all that can be told
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(code)


def _tell(pipe: int, data: bytes) -> None:
    os.write(pipe, data)


def told(reading: int) -> bytes:
    """Everything that a child told until it ended."""
    pieces = []
    while piece := os.read(reading, 1 << 16):
        pieces.append(piece)
    os.close(reading)
    return b"".join(pieces)


def ended(child: int) -> int:
    """Wait for *child*; its exit code, or minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_self() -> None:
    """End this process as the system would: without a word."""
    os.kill(os.getpid(), signal.SIGKILL)
