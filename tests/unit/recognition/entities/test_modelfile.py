from __future__ import annotations

import contextlib
import json
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import RecognitionError
from reader.recognition.entities.modelfile import parse, read
from reader.recognition.entities.recogniser import MODEL, EntityRecogniser
from tests.unit.recognition.conftest import make_article

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = MODEL.read_bytes()


def test_the_shipped_model_says_where_it_comes_from_and_is_small() -> None:
    model = read(MODEL)
    assert "CC BY" in str(model.header["licence"])
    assert "reader train entities" in str(model.header["recipe"])
    assert len(CONTENT) <= 1_000_000


def test_a_missing_model_is_named_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(RecognitionError, match=r"nowhere\.model"):
        EntityRecogniser(tmp_path / "nowhere.model")(make_article("Paris"))


def test_a_newer_layout_is_refused_by_its_number() -> None:
    with pytest.raises(RecognitionError, match="layout 9"):
        parse(CONTENT.replace(b"reader-entities 1", b"reader-entities 9", 1), "fr.model")


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"reader-entities 1", b"reader-entities 1\n{}\n", b"reader-entities 1\n[]\n"],
)
def test_what_is_no_model_is_refused(content: bytes) -> None:
    with pytest.raises(RecognitionError):
        parse(content, "fr.model")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_model_cut_short_is_refused(share: float) -> None:
    with pytest.raises(RecognitionError, match="damaged"):
        parse(CONTENT[: int(len(CONTENT) * share)], "fr.model")


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
@settings(deadline=None, max_examples=40)
def test_a_flipped_byte_is_refused_or_harmless(at: int, change: int) -> None:
    broken = bytearray(CONTENT)
    broken[at] ^= change
    with contextlib.suppress(RecognitionError):
        parse(bytes(broken), "fr.model")


def test_a_section_that_unpacks_to_more_than_it_says_is_refused() -> None:
    magic, line, body = CONTENT.split(b"\n", 2)
    header = json.loads(line)
    bomb = zlib.compress(b"\0" * 50_000_000)
    first = header["sections"][0][1]
    header["sections"][0][1] = len(bomb)
    with pytest.raises(RecognitionError, match="damaged"):
        parse(b"\n".join([magic, json.dumps(header).encode(), bomb + body[first:]]), "fr.model")
