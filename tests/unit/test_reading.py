"""What is recognised and remembered while several threads ask."""

from __future__ import annotations

import sys
from threading import Thread
from typing import TYPE_CHECKING

from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.session import Session
from reader.session.reading import TEXTS_REMEMBERED
from tests.articles import folder

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 2_000


def test_texts_that_were_annotated_once_are_remembered_for_any_number_of_threads(tmp_path: Path) -> None:
    store = MemoryStore()
    session = Session(Library([folder(tmp_path)]), store)
    digests = [f"{number:064}" for number in range(2 * TEXTS_REMEMBERED)]
    for digest in digests:
        store.keep_text(digest, f"text {digest}")
    wrong: list[object] = []

    def ask(first: int) -> None:
        try:
            for number in range(first, first + ROUNDS):
                digest = digests[number % len(digests)]
                if session.kept_text(digest) != f"text {digest}":
                    wrong.append(digest)
        except (KeyError, RuntimeError, StopIteration) as error:
            wrong.append(error)

    threads = [Thread(target=ask, args=(5 * number,)) for number in range(6)]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
    assert wrong == []


def test_a_text_that_comes_to_be_kept_later_is_found(tmp_path: Path) -> None:
    store = MemoryStore()
    session = Session(Library([folder(tmp_path)]), store)
    assert session.kept_text("0" * 64) is None
    store.keep_text("0" * 64, "now")
    assert session.kept_text("0" * 64) == "now"


def test_confirming_the_date_of_the_header_recognises_anew(tmp_path: Path) -> None:
    text = "date 2025-10-31\n\nLa réunion a eu lieu hier."
    session = Session(Library([folder(tmp_path, a=text)]), MemoryStore())
    header = session.recognition("a.txt")
    session.set_reference("a.txt", "2025-10-31")
    confirmed = session.recognition("a.txt")
    assert confirmed == session.recognise(session.article("a.txt"))
    assert confirmed is not header
