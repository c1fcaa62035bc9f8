"""A person at the real program, by keys, who remembers what the screen has called saved."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reader.annotations.state import State
    from tests.pty.terminal import Terminal

WORDS = (
    "pommier", "bouleau", "tilleul", "noyer", "cerisier", "saule", "platane", "orme", "merle", "pinson",
    "moineau", "hibou", "chouette", "corbeau", "mouette", "cigogne", "castor", "loutre", "blaireau", "renard",
)  # fmt: skip
"""Each stands once in the article."""
EVERYWHERE = "registre"
QUICK = "clef"
"""The tag that has the key 1."""
FIRST, SECOND = "porte une", "Encore un registre."
"""What stands only in the article of that place."""
CTRL_S = "\x13"


def write_articles(folder: Path) -> None:
    """Two articles in which nothing is proposed, and where each of the words is found."""
    folder.mkdir()
    lines = [f"Le registre du {word} {FIRST} remarque au crayon." for word in WORDS]
    (folder / "a.txt").write_text("\n\n".join(["Voici la liste.", *lines, ""]), encoding="utf-8")
    (folder / "b.txt").write_text(f"Le registre manque.\n\n{SECOND}\n", encoding="utf-8")


class Passages(NamedTuple):
    """Annotations on the same words: at how many places, their tags, their note."""

    places: int
    tags: frozenset[str] = frozenset()
    note: str = ""


@dataclass(frozen=True)
class Work:
    """What was marked, as a person would tell it, and what there was before each change."""

    passages: Mapping[str, Passages]
    links: frozenset[tuple[str, str]] = frozenset()
    before: tuple[Work, ...] = ()

    def is_in(self, state: State) -> bool:
        """Whether *state* holds this and nothing else."""
        return marked_in(state) == (dict(self.passages), self.links)

    def after(
        self, passages: Mapping[str, Passages], links: frozenset[tuple[str, str]] | None = None
    ) -> Work:
        return Work(passages, self.links if links is None else links, (*self.before, self))


def marked_in(state: State) -> tuple[dict[str, Passages], frozenset[tuple[str, str]]]:
    """The annotations and links of *state*, by their words."""
    rows = state.annotations.values()
    found = {}
    for quote in {row.quote for row in rows}:
        (same,) = {(frozenset(row.tags), row.note) for row in rows if row.quote == quote}
        found[quote] = Passages(sum(row.quote == quote for row in rows), *same)
    words = {row.id: row.quote for row in rows}
    return found, frozenset((words[link.source], words[link.target]) for link in state.links.values())


class Analyst:
    """Does one thing after another; ``works`` is what each led to, the first ``saved`` of them for sure."""

    def __init__(self, terminal: Terminal, work: Work, chance: random.Random, number: int) -> None:
        self.terminal = terminal
        self.works = [work]
        self.chance = chance
        self.sign: Callable[[], bool] = lambda: False
        """Whether the screen shows what was done last, and calls it saved."""
        self._saved = 0
        self._name = number * 100

    @property
    def work(self) -> Work:
        return self.works[-1]

    @property
    def possible(self) -> list[Work]:
        """What may be there after a kill."""
        return self.works[self._saved :]

    def act(self) -> None:
        """Do something; the last key has been pressed, and nothing awaited."""
        free = [word for word in WORDS if word not in self.work.passages]
        marked = [word for word in WORDS if word in self.work.passages]
        bare = [word for word in marked if not self.work.passages[word].note]
        doing: list[Callable[[], None]] = [lambda: self.tag(self.chance.choice(free), self.new_name())] * 3
        doing += [self.bulk_tag]
        if any(QUICK in passages.tags for passages in self.work.passages.values()):
            doing += [lambda: self.quick_tag(self.chance.choice(free))] * 3
        if bare:
            doing += [lambda: self.note(self.chance.choice(bare))] * 2
        linked = {frozenset(tie) for tie in self.work.links}
        pairs = [pair for pair in combinations(marked, 2) if frozenset(pair) not in linked]
        if pairs:
            doing += [lambda: self.link(*self.chance.choice(pairs))] * 2
        if marked:
            doing += [lambda: self.delete(self.chance.choice(marked))]
        if len(self.work.before) > 1:
            doing += [self.undo] * 2
        self.chance.choice(doing)()

    def is_called_saved(self) -> bool:
        """Wait until the screen shows what was done last and calls it saved."""
        self.terminal.wait_until(self.sign, "to call it saved")
        self._saved = len(self.works) - 1
        return True

    def look_once_more(self) -> None:
        """Take in the last picture there is of a program that was killed."""
        while self.terminal.pump(0):
            pass
        if self.sign():
            self._saved = len(self.works) - 1

    # --- what a person does

    def find(self, word: str) -> None:
        self.terminal.press("/")
        self.terminal.wait("esc returns")
        self.terminal.type(word)
        self.terminal.wait(word, f"/{len(WORDS)}" if word == EVERYWHERE else "1/1")
        self.terminal.press("enter")
        self.terminal.wait("t tag", "/ find")

    def tag(self, word: str, name: str) -> None:
        self.find(word)
        self.terminal.press("t")
        self.terminal.wait("enter applies")
        self.terminal.type(name)
        self.terminal.wait(f" {name}")
        self._do("enter", self._panel_shows(f"▎ {name}"), {word: Passages(1, frozenset([name]))})

    def quick_tag(self, word: str) -> None:
        self.find(word)
        self._do("1", self._line_says(f"Tagged: {QUICK}"), {word: Passages(1, frozenset([QUICK]))})

    def note(self, word: str) -> None:
        words = f"remarque {self.new_name()}"
        self.find(word)
        self.terminal.press("c")
        self.terminal.wait("keeps it")
        self.terminal.type(words)
        self.terminal.wait(words)
        noted = self.work.passages[word]._replace(note=words)
        self._do(CTRL_S, self._panel_shows(f"✎ {words}"), {word: noted})

    def bulk_tag(self) -> None:
        name = self.new_name()
        self.find(EVERYWHERE)
        self.terminal.press("T")
        self.terminal.wait("enter goes on")
        self.terminal.press("enter")
        self.terminal.wait("enter applies")
        self.terminal.type(name)
        self.terminal.wait(f" {name}")
        places = len(WORDS) + 2
        known = self.work.passages.get(EVERYWHERE, Passages(places))
        tagged = Passages(places, known.tags | {name}, known.note)
        self._do("enter", self._line_says(f"Tagged {places} passages"), {EVERYWHERE: tagged})

    def link(self, source: str, target: str) -> None:
        self.find(source)
        self.terminal.press("L")
        self.terminal.wait(f"linking from «{source}»")
        self.find(target)
        self.terminal.press("L")
        self.terminal.wait("letter or")
        self.terminal.press("enter")
        self.sign = self._line_says("Linked: ")
        self.works.append(self.work.after(self.work.passages, self.work.links | {(source, target)}))

    def delete(self, word: str) -> None:
        self.find(word)
        self.terminal.press("D")
        if any(word in tie for tie in self.work.links):
            self.terminal.wait("y  delete")
            self.terminal.press("y")
        self.sign = self._line_says(f"delete “{word}”")
        left = {key: passages for key, passages in self.work.passages.items() if key != word}
        self.works.append(self.work.after(left, frozenset(tie for tie in self.work.links if word not in tie)))

    def undo(self) -> None:
        self.find(self.chance.choice(WORDS))
        self.terminal.press("u")
        self.sign = self._line_says("Undone: ")
        self.works.append(self.work.before[-1])

    def leave(self) -> None:
        """Ask the program to end; what it saves before is the last thing done."""
        self.terminal.press("q")

    def new_name(self) -> str:
        """Words that were never typed before."""
        self._name += 1
        return f"t{self._name:05}"

    def _do(self, key: str, sign: Callable[[], bool], marked: dict[str, Passages]) -> None:
        self.terminal.press(key)
        self.sign = sign
        self.works.append(self.work.after({**self.work.passages, **marked}))

    # --- what the screen says

    def _line_says(self, words: str) -> Callable[[], bool]:
        """Whether the line at the foot says *words*, and that all is saved."""
        return lambda: any(words in row and row.endswith(" saved") for row in self.terminal.text.split("\n"))

    def _panel_shows(self, words: str) -> Callable[[], bool]:
        """Whether *words* stand in a finished picture that says that all is saved."""

        def shows() -> bool:
            if not self.terminal.shows(words):
                return False
            self.terminal.settle()
            rows = self.terminal.text.split("\n")
            return self.terminal.shows(words) and any(row.endswith(" saved") for row in rows)

        return shows
