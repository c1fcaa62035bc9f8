"""Keys of the lists: the article list, the side panel, and the screens that list things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.commands.command import Command, Group, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from reader.tui.screens.claims import ClaimsScreen
    from reader.tui.screens.command_screen import CommandScreen
    from reader.tui.screens.entities import EntitiesScreen
    from reader.tui.screens.links import LinksScreen
    from reader.tui.screens.listing import ListingScreen
    from reader.tui.screens.lost import LostScreen
    from reader.tui.screens.notes import NotesScreen
    from reader.tui.screens.suggestions import SuggestionsScreen
    from reader.tui.screens.tags import TagsScreen


def _rows(id: str, title: str, help: str, keys: tuple[str, ...], run: Callable[..., None]) -> Command:
    return Command(f"rows.{id}", title, help, keys, Place.ROWS, Group.LISTS, run)


def down(screen: CommandScreen[object]) -> None:
    screen.rows.step(+1)


def up(screen: CommandScreen[object]) -> None:
    screen.rows.step(-1)


def page_down(screen: CommandScreen[object]) -> None:
    screen.rows.page(+1)


def page_up(screen: CommandScreen[object]) -> None:
    screen.rows.page(-1)


def half_page_down(screen: CommandScreen[object]) -> None:
    screen.rows.half_page(+1)


def half_page_up(screen: CommandScreen[object]) -> None:
    screen.rows.half_page(-1)


def first(screen: CommandScreen[object]) -> None:
    screen.rows.first()


def last(screen: CommandScreen[object]) -> None:
    screen.rows.last()


def choose(screen: CommandScreen[object]) -> None:
    screen.rows.choose()


def filter_(screen: ListingScreen) -> None:
    screen.focus_filter()


def close(screen: ListingScreen) -> None:
    screen.close()


def undo(screen: ListingScreen) -> None:
    screen.undo()


def redo(screen: ListingScreen) -> None:
    screen.redo()


def _in(place: Place, id: str, title: str, help: str, key: str, run: object, footer: str = "") -> Command:
    return Command(id, title, help, (key,), place, Group.LISTS, run, footer)  # type: ignore[arg-type]


def entity_merge(screen: EntitiesScreen) -> Coroutine[None, None, None]:
    return screen.merge()


def entity_rename(screen: EntitiesScreen) -> Coroutine[None, None, None]:
    return screen.rename()


def entity_split(screen: EntitiesScreen) -> Coroutine[None, None, None]:
    return screen.split()


def entity_relabel(screen: EntitiesScreen) -> Coroutine[None, None, None]:
    return screen.relabel()


def entity_reject(screen: EntitiesScreen) -> Coroutine[None, None, None]:
    return screen.reject()


def claim_source(screen: ClaimsScreen) -> Coroutine[None, None, None]:
    return screen.by_source()


def claim_status(screen: ClaimsScreen) -> Coroutine[None, None, None]:
    return screen.by_status()


def claim_accept(screen: ClaimsScreen) -> None:
    screen.accept()


def claim_reject(screen: ClaimsScreen) -> None:
    screen.reject()


def claim_correct(screen: ClaimsScreen) -> Coroutine[None, None, None]:
    return screen.correct_source()


def link_relation(screen: LinksScreen) -> Coroutine[None, None, None]:
    return screen.change_relation()


def link_reverse(screen: LinksScreen) -> None:
    screen.turn_round()


def link_note(screen: LinksScreen) -> Coroutine[None, None, None]:
    return screen.change_note()


def link_delete(screen: LinksScreen) -> None:
    screen.delete()


def tag_rename(screen: TagsScreen) -> Coroutine[None, None, None]:
    return screen.rename()


def tag_describe(screen: TagsScreen) -> Coroutine[None, None, None]:
    return screen.describe()


def tag_delete(screen: TagsScreen) -> Coroutine[None, None, None]:
    return screen.delete()


def tag_key(screen: TagsScreen, number: int) -> None:
    screen.give_key(number)


def tag_no_key(screen: TagsScreen) -> None:
    screen.give_key(None)


def lost_confirm(screen: LostScreen) -> None:
    screen.confirm()


def lost_delete(screen: LostScreen) -> None:
    screen.delete()


def note_edit(screen: NotesScreen) -> Coroutine[None, None, None]:
    return screen.edit()


def suggestion_link(screen: SuggestionsScreen) -> None:
    screen.link()


COMMANDS = (
    _rows("down", "Down", "The next row.", ("down", "j"), down),
    _rows("up", "Up", "The row before.", ("up", "k"), up),
    _rows("page_down", "Page down", "A page further.", ("pagedown", "space", "ctrl+f"), page_down),
    _rows("page_up", "Page up", "A page back.", ("pageup", "ctrl+b"), page_up),
    _rows("half_page_down", "Half a page down", "Half a page further.", ("ctrl+d",), half_page_down),
    _rows("half_page_up", "Half a page up", "Half a page back.", ("ctrl+u",), half_page_up),
    _rows("first", "First row", "To the top.", ("home", "g"), first),
    _rows("last", "Last row", "To the end.", ("end", "G"), last),
    Command(
        "rows.choose",
        "Go there",
        "Open or go to what the row says.",
        ("enter",),
        Place.ROWS,
        Group.LISTS,
        choose,
        "go there",
    ),
    _in(Place.LISTING, "rows.filter", "Filter", "Show only rows with these words.", "/", filter_, "filter"),
    Command(
        "rows.close",
        "Back to the text",
        "Close the list; the text is as you left it.",
        ("escape", "q"),
        Place.LISTING,
        Group.LISTS,
        close,
        "close",
    ),
    _in(Place.LISTING, "rows.undo", "Undo", "Take back the last change.", "u", undo),
    _in(Place.LISTING, "rows.redo", "Redo", "Do again what was undone.", "ctrl+r", redo),
    _in(
        Place.ENTITIES,
        "entities.merge",
        "Merge",
        "Mark this one; press again on another: the two are one, by the name you choose.",
        "m",
        entity_merge,
        "merge",
    ),
    _in(
        Place.ENTITIES,
        "entities.split",
        "Split off",
        "Let one of its names be somebody else again.",
        "s",
        entity_split,
        "split",
    ),
    _in(Place.ENTITIES, "entities.rename", "Rename", "Know it by another name.", "n", entity_rename),
    _in(
        Place.ENTITIES,
        "entities.relabel",
        "Relabel",
        "Call it a person, place, organisation or other, in all articles.",
        "r",
        entity_relabel,
        "relabel",
    ),
    _in(
        Place.ENTITIES,
        "entities.reject",
        "Drop",
        "It is no name, nowhere; on what was dropped: propose it again.",
        "x",
        entity_reject,
        "drop",
    ),
    _in(
        Place.CLAIMS, "claims.source", "Only one source", "Show one source only.", "s", claim_source, "source"
    ),
    _in(
        Place.CLAIMS, "claims.status", "Only one status", "Show one status only.", "t", claim_status, "status"
    ),
    _in(Place.CLAIMS, "claims.accept", "Keep", "Keep the claim as an annotation.", "a", claim_accept, "keep"),
    _in(Place.CLAIMS, "claims.reject", "Drop", "Drop the claim.", "x", claim_reject, "drop"),
    _in(Place.CLAIMS, "claims.correct", "Correct the source", "Say who vouches for it.", "r", claim_correct),
    _in(
        Place.LINKS,
        "links.relation",
        "Change relation",
        "Say anew how the two belong.",
        "r",
        link_relation,
        "relation",
    ),
    _in(
        Place.LINKS,
        "links.reverse",
        "Turn round",
        "Let the link run the other way.",
        "v",
        link_reverse,
        "turn round",
    ),
    _in(Place.LINKS, "links.note", "Note", "Write a note on the link.", "c", link_note, "note"),
    _in(
        Place.LINKS,
        "links.delete",
        "Delete",
        "Delete the link; its passages stay.",
        "D",
        link_delete,
        "delete",
    ),
    _in(Place.TAGS, "tags.rename", "Rename", "Rename the tag everywhere.", "r", tag_rename, "rename"),
    _in(Place.TAGS, "tags.describe", "Describe", "Say what the tag is for.", "c", tag_describe, "describe"),
    _in(
        Place.LOST,
        "lost.confirm",
        "Confirm",
        "Say that it stands where it was found.",
        "C",
        lost_confirm,
        "confirm",
    ),
    _in(
        Place.LOST,
        "lost.delete",
        "Delete",
        "Delete the annotation; undo brings it back.",
        "D",
        lost_delete,
        "delete",
    ),
    Command(
        "tags.key",
        "Give a key",
        "Make the tag the quick tag of that number.",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        Place.TAGS,
        Group.LISTS,
        tag_key,
        numbered=True,
    ),
    _in(Place.TAGS, "tags.no_key", "Take its key", "The tag has no quick key any more.", "0", tag_no_key),
    _in(Place.TAGS, "tags.delete", "Delete", "Take the tag off every passage.", "D", tag_delete, "delete"),
    _in(Place.NOTES, "notes.edit", "Edit", "Edit the note.", "c", note_edit, "edit"),
    _in(
        Place.SUGGESTIONS, "suggestions.link", "Link", "Link the two passages.", "L", suggestion_link, "link"
    ),
)
