"""The two lines at the bottom and what fits into them."""

from __future__ import annotations

import pytest

from reader.annotations.writer import SaveState, SaveStatus
from reader.text.cells import cell_width
from reader.tui.commands.table import COMMANDS
from reader.tui.widgets.key_line import fitting
from reader.tui.widgets.status_line import Status, laid_out, trouble_words

SAVED = SaveStatus(SaveState.SAVED)


def words(status: Status, width: int) -> str:
    left, right = laid_out(status, width)
    return "".join(piece for piece, _ in (*left, *right))


@pytest.mark.parametrize("width", [10, 20, 40, 120])
@pytest.mark.parametrize(
    "status",
    [
        Status(SAVED, percent=12),
        Status(SAVED, "a message " * 20, link_from="x" * 80, selecting=True, finds="3/12", percent=1),
        Status(SaveStatus(SaveState.FAILED, "No space left on device: " * 9, 3), "x", percent=7),
    ],
)
def test_the_status_keeps_to_its_cells(status: Status, width: int) -> None:
    assert cell_width(words(status, width)) <= max(width, 16)


@pytest.mark.parametrize("width", [10, 20, 40, 120])
def test_it_always_says_whether_all_is_saved(width: int) -> None:
    everything = Status(SAVED, "m" * 99, finds="3/12", recognising="marking 3/20", percent=100)
    assert words(everything, width).endswith("saved")
    saving = Status(SaveStatus(SaveState.SAVING))
    assert words(saving, width).endswith("saving…")
    failed = Status(SaveStatus(SaveState.FAILED, "the disk is full"), "m", percent=3)
    assert words(failed, width).endswith("NOT SAVED")
    refused = Status(SaveStatus(SaveState.READ_ONLY, "a newer program wrote it"))
    assert words(refused, width).endswith("read-only")


@pytest.mark.parametrize("state", [SaveState.READ_ONLY, SaveState.FAILED])
def test_trouble_with_saving_hides_nothing_else(state: SaveState) -> None:
    troubled = Status(SaveStatus(state, "why not"), "Copied.", selecting=True, finds="3/12", percent=50)
    shown = words(troubled, 78)
    for part in ("Copied.", "selecting", "3/12", "50 %"):
        assert part in shown


def test_a_message_that_just_fits_is_not_cut_for_the_place() -> None:
    assert words(Status(SAVED, "m" * 70, percent=3), 78) == "m" * 70 + "saved"


def test_what_it_quotes_is_made_safe() -> None:
    assert "\x1b" not in trouble_words(SaveStatus(SaveState.FAILED, "a\x1b]0;x\x07b"))
    assert "\x1b" not in words(Status(SAVED, link_from="\x1b[31m"), 80)


@pytest.mark.parametrize("width", [12, 40, 78, 118])
def test_help_is_never_left_out(width: int) -> None:
    shown = fitting([command for command in COMMANDS if command.footer], width)
    assert ("?", "help") in shown
    assert sum(cell_width(key) + cell_width(word) + 3 for key, word in shown) <= width + 3
