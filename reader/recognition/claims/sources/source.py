"""Somebody who may speak: a person, a body, a medium, a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.recognition.claims.names import NameKind


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who may speak."""

    name: str
    """Canonical name, or the text's own words."""
    kind: NameKind
    named: bool = True
    agent: bool = True
    """Whether it can speak at all: a person, a body, a medium, a document."""
    plural: bool = False
    feminine: bool | None = None
