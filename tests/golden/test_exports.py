"""The bytes of every export of two small articles; what changes them changes what others read.

To accept a wanted change: ``READER_GOLDEN=write make test``, then look at the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.formats.registry import FORMATS, Format
from tests.unit.formats.samples import everything

FOLDER = Path(__file__).parent / "exports"


@pytest.mark.parametrize("format", FORMATS, ids=lambda known: known.name)
def test_an_export_is_byte_for_byte_what_it_was(format: Format) -> None:
    path = FOLDER / f"everything{format.suffixes[0]}"
    written = "".join(format.write(everything())).encode()
    if os.environ.get("READER_GOLDEN") == "write":
        path.write_bytes(written)
    assert written == path.read_bytes()
