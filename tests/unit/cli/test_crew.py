"""Work shared among processes comes back in order, a few items at a time, and every way to end is clean."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from reader.cli import batch
from reader.cli.crew import AHEAD, in_order
from reader.errors import RecognitionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.cli.conftest import Command

LINES = [
    {"id": "1", "text": "Élie Marchand est à Paris.", "date": "2025-10-28"},
    {"id": "2", "text": ""},
    {"id": "3", "text": "It opened on Monday.", "lang": "en"},
    {"id": "4", "text": "\ud800 \u202e\x1b[2J"},
    {"id": "5", "text": "Selon Anna Kovacs, la rencontre aurait lieu demain à Vienne.\n" * 40},
]


def square(numbered: tuple[int, int]) -> int:
    """The first items take longest."""
    number, value = numbered
    time.sleep(0.05 if number < 3 else 0)
    return value * value


def length(numbered: tuple[int, str]) -> int:
    return len(numbered[1])


def refuse_three(numbered: tuple[int, int]) -> int:
    if numbered[1] == 3:
        raise ValueError("three is not to my taste")
    return numbered[1]


def die_at_three(numbered: tuple[int, int]) -> int:
    if numbered[1] == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return numbered[1]


def process_of(_numbered: tuple[int, int]) -> int:
    return os.getpid()


def note(folder: Path) -> None:
    (folder / str(os.getpid())).touch()


def numbered(count: int) -> Iterator[tuple[int, int]]:
    return ((number, number) for number in range(1, count + 1))


def test_answers_come_in_the_order_of_the_items() -> None:
    assert list(in_order(numbered(40), square, 2)) == [number * number for number in range(1, 41)]


def test_nothing_to_do_is_done() -> None:
    assert list(in_order(numbered(0), square, 2)) == []


def test_each_process_is_prepared_once(tmp_path: Path) -> None:
    used = set(in_order(numbered(20), process_of, 2, partial(note, tmp_path)))
    assert os.getpid() not in used
    assert {str(process) for process in used} <= {file.name for file in tmp_path.iterdir()}
    assert len(list(tmp_path.iterdir())) == 2


def test_only_a_few_items_are_read_ahead() -> None:
    read = 0

    def counted() -> Iterator[tuple[int, str]]:
        nonlocal read
        for number, _ in numbered(200):
            read = number
            yield number, "x" * 100_000  # more than a pipe holds

    answers = in_order(counted(), length, 2)
    for answered in range(1, 60):
        assert next(answers) == 100_000
        assert read <= answered + 2 * AHEAD + 1
    answers.close()


def test_what_reading_raises_is_raised_after_the_answers_before_it() -> None:
    def cut_short() -> Iterator[tuple[int, int]]:
        yield from numbered(5)
        raise OSError(5, "Input/output error")

    answers = in_order(cut_short(), square, 2)
    assert [next(answers) for _ in range(5)] == [1, 4, 9, 16, 25]
    with pytest.raises(OSError, match="Input/output error"):
        next(answers)


def test_work_that_fails_is_a_clear_error() -> None:
    answers = in_order(numbered(9), refuse_three, 2)
    with pytest.raises(RecognitionError, match="The work on line 3 failed: three is not to my taste"):
        list(answers)


def test_a_process_that_is_killed_is_a_clear_error() -> None:
    answers = in_order(numbered(9), die_at_three, 2)
    with pytest.raises(RecognitionError, match=r"worked on line 3 was ended by SIGKILL\..* fewer --jobs"):
        list(answers)


def test_no_process_is_left_when_the_rest_is_not_wanted() -> None:
    answers = in_order(numbered(1000), process_of, 2)
    one = next(answers)
    answers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(one, 0)


# --- the command


def corpus(folder: Path, copies: int = 1) -> Path:
    file = folder.parent / "in.jsonl"
    lines = [json.dumps({**line, "id": f"{n}-{line['id']}"}) for n in range(copies) for line in LINES]
    lines[2:2] = ["not JSON", "", '{"id":"7"}']
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@pytest.mark.parametrize("jobs", ["2", "3", "0"])
def test_many_processes_print_what_one_prints(jobs: str, reader: Command, folder: Path) -> None:
    file = corpus(folder, 5)
    alone = reader("recognize", "--jsonl-input", file, "--date", "2025-10-16")
    assert (alone.code, len(alone.records)) == (1, 25)
    assert reader("recognize", "--jsonl-input", file, "--date", "2025-10-16", "--jobs", jobs) == alone


def test_a_line_too_long_is_passed_over(
    reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "LONGEST_LINE", 100)
    file = folder.parent / "in.jsonl"
    long = json.dumps({"id": "long", "text": "a" * 1000})
    exact = json.dumps({"id": "exact", "text": ""}).ljust(99)
    file.write_text(f'{exact}\n{long}\n{{"id":"short","text":""}}\n{long}')
    done = reader("recognize", "--jsonl-input", file)
    assert [record["id"] for record in done.records] == ["exact", "short"]
    assert [line.split(":")[1] for line in done.err.strip().split("\n")] == [" line 2", " line 4"]
    assert done.code == 1


@pytest.mark.parametrize("jobs", ["-1", "two", "1.5", "²", "1000"])
def test_a_number_of_processes_that_makes_no_sense_is_refused(
    jobs: str, reader: Command, folder: Path
) -> None:
    done = reader("recognize", "--jsonl-input", corpus(folder), f"--jobs={jobs}")
    assert done.code == 2
    assert "is no number from 0 to" in done.err


def test_jobs_are_for_the_batch_form(reader: Command, folder: Path) -> None:
    assert reader("recognize", folder, "--jobs", "2").code == 2


def test_a_corpus_that_is_not_there_is_said(reader: Command, folder: Path) -> None:
    done = reader("recognize", "--jsonl-input", folder / "none.jsonl")
    assert done.code == 2
    assert "none.jsonl cannot be read: No such file" in done.err


def test_an_engine_that_is_not_there_is_said_before_anything_is_read(reader: Command, folder: Path) -> None:
    done = reader("recognize", "--jsonl-input", folder / "none.jsonl", "--engine", "flar", "--jobs", "2")
    assert (done.code, done.out) == (2, "")
    assert "There is no engine “flar”" in done.err


@pytest.fixture
def waiting(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The command with two processes, one line answered, waiting for more."""
    words = [sys.executable, "-m", "reader", "recognize", "--jsonl-input", "-", "--jobs", "2"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        words, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True, env=_environment(folder)
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(LINES[0]).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "1", (
            "answered while the next line is waited for"
        )
        yield process
        process.kill()


def _environment(folder: Path) -> dict[str, str]:
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(__file__))))  # noqa: PTH120
    return {**os.environ, "PYTHONPATH": root, "HOME": str(folder.parent)}


def test_ctrl_c_ends_everything_without_a_word(waiting: subprocess.Popen[bytes]) -> None:
    os.killpg(waiting.pid, signal.SIGINT)
    out, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, out, err) == (130, b"", b"")


def test_the_end_of_the_stream_ends_everything(waiting: subprocess.Popen[bytes]) -> None:
    out, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, out, err) == (0, b"", b"")
