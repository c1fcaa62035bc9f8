from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable


def make_article(text: str, language: str = "fr") -> Article:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article("a.txt", Path("a.txt"), text, digest, "Titre", language=language)


@pytest.fixture
def article() -> Callable[[str], Article]:
    return make_article
