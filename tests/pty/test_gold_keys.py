"""Every mention a person marked in the samples, annotated by keys in a real terminal, and counted."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

from tests.pty.conftest import exported
from tests.pty.terminal import KEYS, READER, environment
from tests.shared import shared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.pty.conftest import Opening
    from tests.pty.terminal import Terminal

MENTIONS, MOST_KEYS = 58, 120
ORDER = ("003_73690eb927d52fee.txt", "000_7191556ead630460.txt")
"""As the list shows them: by date."""
RELABEL = {"PER": "p", "LOC": "l", "ORG": "o", "MISC": "m"}
KEYS["ctrl+shift+right"] = "\x1b[1;6C"


class Counting:
    """A terminal whose keys are counted."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.keys = 0

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        self.terminal.press(*keys)

    def type(self, words: str) -> None:
        self.keys += len(words)
        self.terminal.type(words)


def test_all_gold_mentions_of_the_samples_cost_at_most_120_keys(reader: Opening, work: Path) -> None:
    gold = gold_mentions()
    assert sum(map(len, gold.values())) == MENTIONS
    proposed = recognised(work)
    terminal = reader(rows=40)
    terminal.wait("Vladimir Poutine ont eu un entretien", "saved")
    person = Counting(terminal)
    for kind in "dc":  # names only
        person.press("z")
        terminal.wait("Show or hide")
        person.press(kind)
        terminal.wait("/ find")
    for place, name in enumerate(ORDER):
        if place:
            person.press("J")
            terminal.wait("Une négociation stoppée net")
        person.press("e")
        person.press(*loop(proposed[name], gold[name]))
        for mention in missed(proposed[name], gold[name]):
            mark(person, mention)
    terminal.settle()
    terminal.wait("saved")
    person.press("q")
    assert terminal.leave() == 0
    assert annotated(work) >= {(m["file"], m["start"], m["end"]) for ms in gold.values() for m in ms}
    assert wrong_labels(work, gold) == []
    assert person.keys <= MOST_KEYS, person.keys


def gold_mentions() -> dict[str, list[dict[str, Any]]]:
    articles = json.loads(shared("data/recognition/seeds_gold.json").read_text(encoding="utf-8"))["articles"]
    return {a["file"]: [{**e, "file": a["file"]} for e in a["entities"]] for a in articles}


def recognised(work: Path) -> dict[str, list[dict[str, Any]]]:
    """The names the program proposes, as a person sees them: the unsure ones are hidden."""
    done = subprocess.run(
        [READER, "recognize", "articles", "--json"],
        cwd=work,
        env=environment(work),
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [json.loads(line) for line in done.stdout.split("\n") if line]
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in ORDER}
    for line in lines:
        if line["type"] == "mention" and line["score"] >= 0.5:
            found[line["article"]].append(line)
    return found


def loop(proposed: list[dict[str, Any]], gold: list[dict[str, Any]]) -> Iterator[str]:
    """Keep what is right, rename what is called the wrong thing, drop what is no name."""
    wanted = {(m["start"], m["end"]): m for m in gold}
    for mention in proposed:
        meant = wanted.get((mention["start"], mention["end"]))
        if meant is None:
            yield "x"
        elif mention["label"] in (meant["label"], *meant.get("alt_labels", ())):
            yield "a"
        else:
            yield "r"
            yield RELABEL[meant["label"]]


def missed(proposed: list[dict[str, Any]], gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    there = {(m["start"], m["end"]) for m in proposed}
    return [m for m in gold if (m["start"], m["end"]) not in there]


def mark(person: Counting, mention: dict[str, Any]) -> None:
    """Find a few letters that stand nowhere else, select to the last word, give its label as a tag."""
    words = mention["text"].split()
    person.press("/")
    person.terminal.wait("esc returns")
    person.type(words[0][:5].lower() if len(words) < 3 else f"{words[0][-1]} {words[1][:2]}")
    person.terminal.wait("1/1")
    person.press("enter")
    person.terminal.wait("t tag", "/ find")
    if len(words) > 2:
        person.press("escape", "b", "v", *["w"] * len(words), "t")
    else:
        person.press(*["ctrl+shift+right"] * len(words), "t")
    person.terminal.wait("enter applies")
    person.type(mention["label"])
    person.press("enter")
    person.terminal.wait("t tag", "/ find")
    person.terminal.settle()


def annotated(work: Path) -> set[tuple[str, int, int]]:
    return {(a["article"], a["start"], a["end"]) for a in exported(work)}


def wrong_labels(work: Path, gold: dict[str, list[dict[str, Any]]]) -> list[str]:
    by_place = {(a["article"], a["start"], a["end"]): a["tags"] for a in exported(work)}
    return [
        m["text"]
        for ms in gold.values()
        for m in ms
        if not m.get("optional")
        and not {m["label"], *m.get("alt_labels", ())} & set(by_place[m["file"], m["start"], m["end"]])
    ]
