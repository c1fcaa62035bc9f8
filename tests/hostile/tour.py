"""A walk through everything the app shows, over a folder and a store in which nothing is harmless.

It runs in this process, without a terminal, so that a protection can be taken away and the walk made again.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from textual import events
from textual.widgets import Input, TextArea

from reader import session
from reader.errors import ConfigError, RecognitionError, UsageError
from reader.model import Claim, ClaimStatus, Entity, EntityLabel, Span, Timex, TimexKind
from reader.paths import styles_folder
from reader.recognition import registry
from reader.session import Passage, SaveState, SaveStatus, Session, configured
from reader.tui.app import make_app
from reader.tui.clipboard import copy_text
from reader.tui.messages import Loaded
from reader.tui.screens import theme_choice
from reader.tui.screens.line_prompt import LinePrompt
from reader.tui.theme import ThemeLoad, load_themes, theme_files
from reader.tui.widgets.line_input import LineInput
from tests.hostile.stores import Store
from tests.tui.conftest import Story, places

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

    import pytest

    from reader.model import Annotation, Article
    from tests.hostile.stores import Tables

    Step = Callable[["Tour"], Awaitable[None]]

EVIL = "\x1b[31m\x9b\u202e"
"""Put into every piece of data: it starts a command, is one, and turns what follows round."""
ANNA, BELA, CITY = f"Anna{EVIL}Kovacs", f"Bela{EVIL}Orban", f"Vienne{EVIL}"
DAY, CLAIM = f"3{EVIL}mars", f"la rencontre{EVIL}aura lieu"
LINE = f"{ANNA} a vu {BELA} le {DAY} à {CITY} : {CLAIM}.\n"
MERGED = "Réunie"
NAMES = ("un", "deux", "trois")
SIZE = (140, 45)


class Names:
    """Finds the names above, which are called otherwise."""

    name, version = "names", "1"

    def __call__(self, article: Article) -> Iterable[Entity]:
        for words, label in ((ANNA, EntityLabel.PER), (BELA, EntityLabel.PER), (CITY, EntityLabel.LOC)):
            for span in places(article.text, words):
                yield Entity(span, words, label, f"{words} dit", recogniser=self.name)


class Dates:
    """Finds the day, and says of it what a recogniser of somebody else's might."""

    name, version = "dates", "1"

    def __call__(self, article: Article) -> Iterable[Timex]:
        if "trois" in article.id:
            raise RecognitionError(f"{EVIL} ne va pas.")
        for number, span in enumerate(places(article.text, DAY)):
            reason = f"parce que {EVIL}" if number else ""
            value = f"2024-03-0{number + 1}{EVIL}"
            yield Timex(span, DAY, TimexKind.DATE, value, f"MO{EVIL}D", None, f"2024{EVIL}", reason)


class Claims:
    """Finds the claim."""

    name, version = "claims", "1"

    def __call__(self, article: Article, entities: Iterable[Entity] = ()) -> Iterable[Claim]:  # noqa: ARG002
        for span in places(article.text, CLAIM):
            cue = Span(span.start, span.start + 14)
            yield Claim(span, CLAIM, ClaimStatus.INDIRECT, f"source {EVIL}", cue)


async def _at_once(work: Callable[..., object], *given: object) -> object:
    return work(*given)


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make ``articles`` and ``annotations`` in *root*, and let the recognisers above be the only ones."""
    names, dates, claims = Names(), Dates(), Claims()
    monkeypatch.setattr(registry, "RECOGNISERS", (lambda: names, lambda: dates))
    monkeypatch.setattr(registry, "claim_recogniser", lambda: claims)
    monkeypatch.setenv("READER_CONFIG", str(root / f"{EVIL}config.toml"))
    monkeypatch.setenv("SSH_TTY", "/dev/pts/99")
    monkeypatch.chdir(root)
    monkeypatch.setattr(
        asyncio, "to_thread", _at_once
    )  # so that nothing is done only after it was looked for
    folder = root / "articles"
    folder.mkdir(parents=True)
    for name in NAMES:
        text = f"Date: 2020-01-01\n\nTitre {EVIL} commun\n\n{LINE}\n{LINE}\n{EVIL} {name} fin.\n"
        (folder / f"{name}{EVIL}.txt").write_text(text, encoding="utf-8")
    (folder / f"illisible{EVIL}.txt").write_bytes(b"a\0b")
    opened = Session.open([folder], store=root / "annotations", annotator="zoe")
    _mark(opened)
    opened.close()
    Store(root / "annotations").without_journal().edit(_forge)
    changed, renamed = folder / f"trois{EVIL}.txt", folder / f"deux{EVIL}.txt"
    text = changed.read_text(encoding="utf-8").replace(f"{ANNA} a vu {BELA}", f"Anna{EVIL}Lu et Zsofia")
    changed.write_text(text.replace(CITY, f"Vien{EVIL} la ville"), encoding="utf-8")
    renamed.rename(folder / f"quatre{EVIL}.txt")


def _mark(opened: Session) -> None:
    made: list[Annotation] = []
    for ref in opened.articles:
        if opened.summary(ref.id).problem:
            continue
        text = opened.article(ref.id).text
        opened.recognition(ref.id)
        for words in (ANNA, BELA, CITY):
            span = next(places(text, words))
            made.append(opened.tag(ref.id, span, [f"tag {len(made)}"]))
            opened.set_note(made[-1].id, f"note {EVIL}\nencore")
    for number, name in enumerate(("tag 0", "tag 1")):
        opened.describe_tag(name, f"pour {EVIL}")
        opened.set_favourite(name, number + 1)
    person, also = (found for found in opened.identities() if found.label is EntityLabel.PER)
    opened.merge(person, also, MERGED)
    first = made[0].article
    opened.relabel(first, [s.mention for s in opened.suggestions(first) if s.mention.text == CITY][-1], "ORG")
    for one, other in ((0, 3), (1, 4), (0, 6)):
        source, target = made[one], made[other]
        ends = (Passage(source.article, source.span), Passage(target.article, target.span))
        opened.link_passages(*ends, "updates", f"lien {EVIL}")


def _forge(tables: Tables) -> None:
    for row in tables["annotations"].values():
        row["tags"] = [f"{row['tags'][0]}{EVIL}"]  # type: ignore[index]
        row["origin"] = row["creator"] = f"qui {EVIL}"
    for row in tables["tags"].values():
        row["name"] = f"{row['name']}{EVIL}"
    for row in tables["decisions"].values():
        if row["value"] in (MERGED, "ORG"):
            row["value"] = f"{row['value']}{EVIL}"
    for row in tables["links"].values():
        row["relation"] = f"lie {EVIL}"


class Tour:
    """What the app shows, place by place."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.seen: dict[str, list[str]] = {}
        """Rows of the screen by the place they were seen at; ``clipboard`` is one, too."""

    async def press(self, *keys: str) -> None:
        """Press the keys; the app takes them in their order however fast they come."""
        for key in keys:
            self.story.app.simulate_key(key)
        await self.settle()

    async def settle(self) -> None:
        """Wait until what was pressed is done and painted."""
        await self.story.marked()
        await self.story.pilot.pause()

    async def look(self, place: str) -> None:
        """Remember what stands on the screen now."""
        self.seen.setdefault(place, []).extend(self.story.rows)

    async def show(self, place: str, *keys: str) -> None:
        """Press the keys and remember the screen."""
        await self.press(*keys)
        await self.look(place)

    async def fill(self, text: str) -> None:
        """Let *text* stand in the line or note that is being written, however it came there."""
        screen = self.story.app.screen
        for line in screen.query(Input):
            if line.has_focus:
                line.value = text
        for area in screen.query(TextArea):
            area.text = text
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste *text*; what of it arrives is seen, too."""
        self.story.app.post_message(events.Paste(text))
        await self.settle()
        for line in self.story.app.screen.query(Input):
            self.seen.setdefault("pasted", []).append(line.value)

    async def home(self) -> None:
        """Back to the text."""
        for _ in range(4):
            if self.story.app.screen is self.story.app.reading and not self.story.app.reading.desk.link_start:
                break
            await self.press("escape")


@asynccontextmanager
async def touring(root: Path) -> AsyncIterator[Tour]:
    """The app open on what ``prepare`` made."""
    app = make_app([Path("articles")], store=root / "annotations", annotator="zoe")
    app.animation_level = "none"
    try:
        async with app.run_test(size=SIZE) as pilot:
            story = Story(app, pilot, root / "articles")
            tour = Tour(story)
            app.copy_to_clipboard = (  # type: ignore[method-assign]
                lambda text: tour.seen.setdefault("clipboard", []).append(text)
            )
            await story.settle()
            yield tour
    finally:
        app.session.close()


async def walk(root: Path, *steps: str) -> dict[str, dict[str, list[str]]]:
    """Take the steps, else all; what was seen, by step and place."""
    seen = {}
    async with touring(root) as tour:
        for name in steps or STEPS:
            tour.seen.clear()
            await STEPS[name](tour)
            await tour.home()
            seen[name] = dict(tour.seen)
    return seen


# --- the places


async def _reading(tour: Tour) -> None:
    await tour.look("text")
    for _ in range(9):
        await tour.show("side panel: mentions", "e")
    for _ in range(5):
        await tour.show("side panel: annotations", "m")
    await tour.show("side panel: several", "o")
    await tour.press("g", "m", "y")
    await tour.settle()
    await tour.press("ctrl+c")
    await tour.show("article", "J", "g")
    await tour.show("article", "J", "g")
    await tour.press("K", "K")


async def _entities(tour: Tour) -> None:
    await tour.show("entities", "f3")
    await tour.show("entities: open", "enter")
    await tour.show("entities: marked", "m")
    await tour.show("entities: split", "escape", "f3", "home", "s")
    await tour.show("entities: one name", "escape", "end", "s")
    await tour.press("home", "m")
    await tour.show("entities: merge", "end", "m")
    await tour.press("escape", "escape", "f3")
    await tour.show("entities: rename", "n")
    await tour.fill("Anna Kovacs")
    await tour.show("entities: renamed", "enter")
    await tour.press("u")
    await tour.show("entities: relabel", "r")
    await tour.press("escape")
    await tour.show("entities: reject", "x")
    await tour.show("entities: rejected", "y")
    await tour.show("entities: dropped", "end", "enter")
    await tour.show("entities: undone", "u")


async def _lists(tour: Tour) -> None:
    await tour.show("timeline", "f4")
    await tour.press("escape")
    await tour.show("links", "f5")
    await tour.show("links: relation", "r")
    await tour.show("links: note", "escape", "c")
    await tour.show("links: turned", "escape", "v")
    await tour.show("links: undone", "u")
    await tour.show("links: deleted", "D")
    await tour.press("u", "escape")
    await tour.show("notes", "f7")
    await tour.show("notes: edit", "c")
    await tour.press("escape", "escape")
    await tour.show("claims", "f8")
    await tour.show("claims: sources", "s")
    await tour.show("claims: one source", "down", "enter")
    await tour.show("claims: source", "r")


async def _tags(tour: Tour) -> None:
    await tour.show("tags", "f6")
    await tour.show("tags: open", "enter")
    await tour.show("tags: rename", "r")
    await tour.fill(f"tag 1{EVIL}")
    await tour.show("tags: both", "enter")
    await tour.press("escape")
    await tour.show("tags: describe", "home", "c")
    await tour.press("escape")
    await tour.show("tags: delete", "D")
    await tour.show("tags: deleted", "y")
    await tour.show("tags: undone", "u")


async def _lost(tour: Tour) -> None:
    await tour.show("lost", "f10")
    await tour.show("lost: confirmed", "C")
    await tour.show("lost: deleted", "D")
    await tour.press("escape")
    await tour.show("lost: undone", "u")


async def _prompts(tour: Tour) -> None:
    await tour.press("g", "m")
    await tour.show("tag", "t")
    await tour.fill(f"neuf {EVIL}")
    await tour.show("tag: refused", "enter")
    await tour.press("escape")
    await tour.show("retag", "R")
    await tour.press("escape")
    await tour.show("note", "c")
    await tour.press("escape", "escape")
    await tour.press("e")
    await tour.show("tag everywhere", "T")
    await tour.press("escape")
    await tour.show("keep many", "A")
    await tour.press("escape")
    await tour.show("drop many", "ctrl+x")
    await tour.show("drop many: sure", "down", "enter")
    await tour.press("escape")
    await tour.press("g", "m")
    await tour.show("quick tag off", "1")
    await tour.press("u")
    await tour.show("delete", "D")
    await tour.show("deleted", "y")
    await tour.show("undone", "u")
    await tour.show("done again", "ctrl+r")
    await tour.press("u")


async def _linking(tour: Tour) -> None:
    await tour.press("g", "m")
    await tour.show("linking", "L")
    await tour.press("J", "m")
    await tour.show("relation", "L")
    await tour.press("o")
    await tour.fill(f"faux\n{EVIL}")
    await tour.show("relation: refused", "enter")
    await tour.press("escape")
    await tour.show("linked", "end", "enter")
    await tour.press("K", "g", "m")
    await tour.show("follow", "enter")
    await tour.press("escape")
    await tour.press("e")
    await tour.show("suggested links", "p")


async def _finding(tour: Tour) -> None:
    await tour.press("slash")
    await tour.paste(EVIL)
    await tour.fill(f"néant {EVIL}")
    await tour.show("not found", "enter")
    await tour.press("f")
    await tour.fill("Anna")
    await tour.look("search")
    await tour.press("escape")
    await tour.fill(f"introuvable {EVIL}")
    await tour.look("search: nothing")


async def _exchange(tour: Tour) -> None:
    target = tour.story.articles.parent / f"export {EVIL}.jsonl"
    await tour.press("X", "j")
    await tour.fill(str(target))
    await tour.show("exported", "enter")
    await tour.press("X", "j")
    await tour.fill(str(target))
    await tour.show("export exists", "enter")
    await tour.press("escape")
    record = json.loads(target.read_text(encoding="utf-8").partition("\n")[0])
    record |= {"id": "a-neuf", "note": "autre", "creator": "zoe", "origin": "hand", "tags": []}
    wrong = {**record, "id": "a-faux", "article": f"absent{EVIL}", "article_sha256": ""}
    target.write_text(f"{json.dumps(record)}\n{json.dumps(wrong)}\n", encoding="utf-8")
    await tour.press("I")
    await tour.fill(str(target))
    await tour.show("import", "enter")
    await tour.show("imported", "y")
    await tour.show("import undone", "u")
    await tour.press("I")
    await tour.fill(f"/nulle-part/{EVIL}")
    await tour.show("no such file", "enter")


async def _trouble(tour: Tour) -> None:
    reading = tour.story.app.reading
    await tour.show("list", "tab", "end")
    await tour.show("unreadable", "enter")
    for state in (SaveState.FAILED, SaveState.READ_ONLY):
        reading.status.set(save=SaveStatus(state, message=f"le disque {EVIL}"))
        await tour.show(f"status: {state.value}")
    reading.status.set(save=reading.session.save_status)
    article = tour.story.articles / f"deux{EVIL}.txt"
    article.write_text(f"Tout autre {EVIL}\n", encoding="utf-8")
    await tour.story.look()
    await tour.look("disk")
    article.unlink()
    (tour.story.articles / f"trois{EVIL}.txt").unlink()
    await tour.story.look()
    await tour.show("gone", "f5")


async def _lost_elsewhere(tour: Tour) -> None:
    """An old passage is confirmed where it was found, and a lost one given a new place."""
    await tour.press("f10", "end", "enter")
    await tour.press("v", "right", "right")
    await tour.show("attached", "B")
    await tour.press("u", "f10", "home")
    await tour.show("lost: confirmed there", "enter", "C")
    await tour.press("u", "escape", "escape")


async def _said(tour: Tour) -> None:
    """Words that no data is in so far, or that seldom come."""
    reading = tour.story.app.reading
    await copy_text(reading, EVIL)
    prompt = LinePrompt("?", check=lambda _: f"non {EVIL}")
    tour.story.app.push_screen(prompt)
    await tour.show("line refused", "enter")
    tour.seen["placeholder"] = [LineInput(placeholder=EVIL).placeholder]
    await tour.press("escape")
    no = f"non {EVIL}"
    with patch.object(session, "tag_name", side_effect=UsageError(no)):
        await tour.press("g", "m", "t")
        await tour.fill("neuf")
        await tour.show("tag: refused otherwise", "enter")
        await tour.press("escape", "L", "J", "m", "L", "o")
        await tour.fill("autre")
        await tour.show("relation: refused otherwise", "enter")
    await tour.home()
    with patch.object(type(reading.session), "follow_renames", return_value=(f"renommé {EVIL}",)):
        reading.post_message(Loaded(1, 1))
        await tour.show("renamed while reading")


async def _theme(tour: Tour) -> None:
    named = load_themes(theme_files(styles_folder())).themes[0]
    named = replace(named, name=f"thème {EVIL}")
    with patch.object(theme_choice, "load_themes", return_value=ThemeLoad((named,), (f"mal {EVIL}",))):
        await tour.show("theme", "f9")
        await tour.show("theme: problem", "escape")
        await tour.show("theme: kept", "f9", "enter")
        refused = ConfigError(f"/nulle-part/{EVIL}.toml was not written: non {EVIL}")
        with patch.object(configured, "keep_setting", side_effect=refused):
            await tour.show("theme: not kept", "f9", "enter")


STEPS: dict[str, Step] = {
    "reading": _reading,
    "entities": _entities,
    "lists": _lists,
    "tags": _tags,
    "lost": _lost,
    "prompts": _prompts,
    "linking": _linking,
    "finding": _finding,
    "lost elsewhere": _lost_elsewhere,
    "exchange": _exchange,
    "said": _said,
    "theme": _theme,
    "trouble": _trouble,
}
"""In this order: later ones find what earlier ones changed."""
