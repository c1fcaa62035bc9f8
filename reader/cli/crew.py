"""A few processes that share the work on a stream and answer in its order; what work it is, they do not know.

One thread reads the stream, so that what is finished is printed while it waits for more. The processes are
spawned, never forked: whatever threads or libraries are at work here, they begin clean. They leave ctrl+c to
us, and end when we do.
"""

from __future__ import annotations

import signal
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, Pipe, wait
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from reader.errors import RecognitionError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.context import SpawnProcess

Item = TypeVar("Item")
Answer = TypeVar("Answer")

AHEAD = 8
"""Items per process that are read before the oldest is answered."""
MOST_HELD = 64 << 20
"""Bytes of items read and not yet answered, beyond which no more are read."""
PATIENCE = 5.0
"""Seconds in which a process ends that was told to."""


def in_order(
    items: Iterable[tuple[int, Item]],
    work: Callable[[tuple[int, Item]], Answer],
    jobs: int,
    prepare: Callable[[], None] | None = None,
) -> Generator[Answer, None, None]:
    """The answers of *work* to numbered *items*, in their order, by *jobs* processes.

    *prepare* is called once in each process. Raises whatever reading *items* raises, after the answers before
    it; RecognitionError where a process fails or is lost.
    """
    crew = _Crew(items, work, jobs, prepare)
    try:
        yield from crew.answers()
    finally:
        crew.dismiss()


@dataclass(slots=True)
class _Hand(Generic[Answer]):
    """One process and what it is at."""

    process: SpawnProcess
    connection: Connection
    number: int = 0

    def lost(self) -> RecognitionError:
        """What to say of a process that is no more."""
        self.process.join(PATIENCE)
        code = self.process.exitcode
        killed = f"was ended by {_signal_name(-code)}" if code is not None and code < 0 else "ended"
        return RecognitionError(
            f"The process that worked on line {self.number} {killed}. What was printed before is complete. "
            "If memory was short, give fewer --jobs."
        )


@dataclass(slots=True)
class _Task:
    """One item on its way."""

    number: int
    packed: bytes
    answer: list[object] = field(default_factory=list)
    """Empty until it is there."""


class _Crew(Generic[Item, Answer]):
    def __init__(
        self,
        items: Iterable[tuple[int, Item]],
        work: Callable[[tuple[int, Item]], Answer],
        jobs: int,
        prepare: Callable[[], None] | None,
    ) -> None:
        self._items = items
        self._error: Exception | None = None
        self._hands: list[_Hand[Answer]] = []
        self._incoming, self._outgoing = Pipe(duplex=False)
        self._most = AHEAD * jobs
        try:
            for _ in range(jobs):
                self._hands.append(_hired(work, prepare))
        except BaseException:
            self.dismiss()
            raise
        Thread(target=self._read, name="reading", daemon=True).start()

    def answers(self) -> Iterator[Answer]:
        """All answers, the first item's first."""
        tasks: deque[_Task] = deque()  # read and not yet answered to the caller, in order
        waiting: deque[_Task] = deque()  # of these, not yet given to a process
        idle = list(self._hands)
        busy: dict[Connection, tuple[_Hand[Answer], _Task]] = {}
        reading, held = True, 0
        while reading or tasks:
            while waiting and idle:
                hand, task = idle.pop(), waiting.popleft()
                self._give(hand, task)
                busy[hand.connection] = hand, task
            sources = [*busy, self._incoming] if reading and self._room(len(tasks), held) else [*busy]
            for ready in wait(sources):
                assert isinstance(ready, Connection)
                if ready is self._incoming:
                    number = ready.recv_bytes()
                    reading = bool(number)
                    if reading:
                        task = _Task(int.from_bytes(number), ready.recv_bytes())
                        tasks.append(task)
                        waiting.append(task)
                        held += len(task.packed)
                else:
                    hand, task = busy.pop(ready)
                    task.answer.append(self._taken(hand))
                    idle.append(hand)
            while tasks and tasks[0].answer:
                done = tasks.popleft()
                held -= len(done.packed)
                yield done.answer[0]  # type: ignore[misc] # what work gave, through a pipe
        if self._error is not None:
            raise self._error

    def dismiss(self) -> None:
        """End all processes, whatever they are at."""
        self._incoming.close()  # whoever reads finds out with the next item
        for hand in self._hands:
            hand.connection.close()
            hand.process.terminate()
        for hand in self._hands:
            hand.process.join(PATIENCE)
            if hand.process.is_alive():
                hand.process.kill()
                hand.process.join()
            hand.process.close()
        self._hands.clear()

    def _room(self, items: int, held: int) -> bool:
        return items < self._most and held < MOST_HELD

    def _read(self) -> None:
        """In its own thread: send each item on; the pipe makes it wait where there is no room."""
        with suppress(OSError), self._outgoing:
            try:
                for item in self._items:
                    self._outgoing.send_bytes(item[0].to_bytes(8))
                    self._outgoing.send(item)
            except Exception as error:  # noqa: BLE001 - raised again where the answers are waited for
                self._error = error
            self._outgoing.send_bytes(b"")

    def _give(self, hand: _Hand[Answer], task: _Task) -> None:
        hand.number = task.number
        try:
            hand.connection.send_bytes(task.packed)
        except OSError as error:
            raise hand.lost() from error

    def _taken(self, hand: _Hand[Answer]) -> object:
        try:
            well, answer = hand.connection.recv()
        except (EOFError, OSError) as error:
            raise hand.lost() from error
        if not well:
            raise RecognitionError(f"The work on line {hand.number} failed: {answer}.")
        return answer


def _hired(work: Callable[[tuple[int, Item]], Answer], prepare: Callable[[], None] | None) -> _Hand[Answer]:
    """A process at the other end of a pipe, started so that ctrl+c never reaches it."""
    ours, theirs = Pipe()
    resource_tracker.ensure_running()  # the first start would do it, and let ctrl+c through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process = get_context("spawn").Process(target=_serve, args=(theirs, work, prepare), daemon=True)
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    theirs.close()
    return _Hand(process, ours)


def _serve(
    connection: Connection, work: Callable[[tuple[int, Item]], Answer], prepare: Callable[[], None] | None
) -> None:
    """In a process: answer until the other end is closed."""
    if prepare is not None:
        prepare()
    with suppress(EOFError, OSError):
        while True:
            item = connection.recv()
            try:
                answer: tuple[bool, object] = True, work(item)
            except Exception as error:  # noqa: BLE001 - told and raised at the other end
                answer = False, str(error) or type(error).__name__
            connection.send(answer)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
