"""What a reader does from the first key to the export, through the installed command in a real terminal."""

from __future__ import annotations

import json
import re
import signal
from typing import TYPE_CHECKING

from tests.pty.conftest import exported

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pty.conftest import Opening
    from tests.pty.terminal import Terminal

FIRST, SECOND = "003_73690eb927d52fee.txt", "000_7191556ead630460.txt"
"""In reading order: by date."""
LEAVES = b"\x1b[?1049l"
"""Back from the alternate screen."""


def find(terminal: Terminal, words: str) -> None:
    """Go to the only place of *words* in the article."""
    terminal.press("/")
    terminal.wait("esc returns")
    terminal.type(words)
    terminal.wait(words, "1/1")
    terminal.press("enter")
    terminal.wait("t tag", "/ find")


def tag(terminal: Terminal, words: str, name: str) -> None:
    """Find *words* in the article and tag them."""
    find(terminal, words)
    terminal.press("t")
    terminal.wait("enter applies")
    terminal.type(name)
    terminal.press("enter")
    terminal.wait(f"▎ {name}", "saved")


def test_a_passage_is_tagged_and_linked_across_articles_and_exported(reader: Opening, work: Path) -> None:
    terminal = reader()
    terminal.wait("Vladimir Poutine ont eu un entretien", "saved")
    tag(terminal, "se réunir en personne", "promesse")
    terminal.press("L")
    terminal.wait("linking from")
    terminal.press("J")
    terminal.wait("Une négociation stoppée net")
    find(terminal, "n'aura finalement pas lieu")
    terminal.press("L")
    terminal.wait("planned; happened in")
    terminal.press("p", "enter")
    terminal.wait("Linked: planned; happened in")
    terminal.press("q")
    assert terminal.leave() == 0
    assert terminal.raw.count(LEAVES) == 1

    records = exported(work)
    (source,) = [record for record in records if record.get("article") == FIRST]
    (target,) = [record for record in records if record.get("article") == SECOND]
    (link,) = [record for record in records if record["type"] == "link"]
    assert (source["article"], source["quote"], source["tags"]) == (
        FIRST,
        "se réunir en personne",
        ["promesse"],
    )
    assert (target["article"], target["quote"]) == (SECOND, "n’aura finalement pas lieu")
    assert (link["relation"], link["source"]["annotation"], link["target"]["annotation"]) == (
        "planned-happened",
        source["id"],
        target["id"],
    )


def test_what_the_screen_called_saved_outlives_kill_9(reader: Opening, work: Path) -> None:
    terminal = reader()
    terminal.wait("Vladimir Poutine ont eu un entretien", "saved")
    tag(terminal, "Viktor Orbán", "témoin")
    terminal.settle()
    terminal.wait("saved")
    terminal.kill()
    assert [record["quote"] for record in exported(work)] == ["Viktor Orbán"]
    again = reader()
    again.wait("Une négociation stoppée net", "saved")
    again.press("K")
    again.wait("Vladimir Poutine ont eu un entretien")
    again.press("m")
    again.wait("▎ témoin", "«Viktor Orbán»")
    again.press("u")
    again.wait_until(lambda: not again.shows("▎ témoin"), "to lose the tag: undo works after a restart")
    again.press("q")
    assert again.leave() == 0
    assert exported(work) == []


def test_keys_typed_ahead_all_arrive(reader: Opening, work: Path) -> None:
    terminal = reader()
    terminal.wait("Vladimir Poutine ont eu un entretien", "saved")
    terminal.press("/", *"Viktor Orban", "enter", "t", *"témoin", "enter")
    terminal.wait("▎ témoin", "saved")
    terminal.press("q")
    assert terminal.leave() == 0
    assert [(record["quote"], record["tags"]) for record in exported(work)] == [("Viktor Orbán", ["témoin"])]


def test_a_mention_is_kept_with_one_key(reader: Opening, work: Path) -> None:
    terminal = reader()
    terminal.wait_until(lambda: bool(re.search(r"\d\d mentions", terminal.text)), "to count the mentions")
    terminal.press("e")
    terminal.wait("16 octobre 2025", "a keep · x drop")
    terminal.press("a", "a")
    terminal.wait("2▎", "saved")
    terminal.press("q")
    assert terminal.leave() == 0
    records = exported(work)
    assert len(records) == 2
    assert all(record["origin"] != "hand" for record in records)


def test_a_tiny_terminal_says_so_in_a_sentence_and_is_left_with_q(reader: Opening) -> None:
    terminal = reader(rows=5, columns=20)
    terminal.wait("small to read in")
    terminal.press("q")
    assert terminal.leave() == 0


def test_a_terminal_may_change_its_size(reader: Opening) -> None:
    terminal = reader()
    terminal.wait("Vladimir Poutine ont eu un entretien", "This article")
    terminal.resize(12, 44)
    terminal.wait_until(lambda: not terminal.shows("This article"), "to fold the side panel")
    terminal.resize(30, 120)
    terminal.wait("Vladimir Poutine ont eu un entretien", "This article")
    terminal.press("q")
    assert terminal.leave() == 0


def test_a_store_of_a_newer_program_is_opened_read_only_and_stays_as_it_is(
    reader: Opening, work: Path
) -> None:
    store = work / "annotations"
    store.mkdir()
    newer = json.dumps({"meta": {"1": {"schema": 99}}, "annotations": {}})
    (store / "zoe.json").write_text(newer, encoding="utf-8")
    terminal = reader()
    terminal.wait("Vladimir Poutine ont eu un entretien", "read-only")
    terminal.press("e", "a")
    terminal.wait("read-only", "later version of reader")
    terminal.press("q")
    assert terminal.leave() == 0
    assert (store / "zoe.json").read_text(encoding="utf-8") == newer
    assert [path.name for path in store.iterdir() if "journal" in path.name] == []


def test_sigterm_saves_and_gives_the_terminal_back(reader: Opening, work: Path) -> None:
    terminal = reader()
    terminal.wait("Vladimir Poutine ont eu un entretien", "saved")
    tag(terminal, "Viktor Orbán", "témoin")
    terminal.process.send_signal(signal.SIGTERM)
    terminal.leave()
    assert LEAVES in terminal.raw
    assert [record["quote"] for record in exported(work)] == ["Viktor Orbán"]


def test_a_folder_without_articles_is_said_before_the_screen_opens(reader: Opening, work: Path) -> None:
    (work / "empty").mkdir()
    terminal = reader("empty")
    assert terminal.leave() == 2
    assert "reader: No articles here: " in terminal.text
    assert "Traceback" not in terminal.text


def test_a_file_that_is_edited_while_it_is_read_is_taken_up(reader: Opening, work: Path) -> None:
    terminal = reader()
    terminal.wait("Vladimir Poutine ont eu un entretien", "saved")
    tag(terminal, "se réunir en personne", "promesse")
    file = work / "articles" / FIRST
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("se réunir en personne", "bientôt se réunir en personne"), encoding="utf-8")
    terminal.wait("This article changed on the disk: 1 passage found again.", "bientôt se réunir")
    (record,) = exported(work)
    assert (record["quote"], record["anchor"]) == ("se réunir en personne", "moved")
    file.rename(file.with_name("autre.txt"))
    terminal.wait(f"{FIRST} is now called autre.txt")
    terminal.press("q")
    assert terminal.leave() == 0
    (record,) = exported(work)
    assert (record["article"], record["quote"]) == ("autre.txt", "se réunir en personne")
