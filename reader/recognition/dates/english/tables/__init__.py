"""The English rows by idea, each table most specific first; ``rows`` puts them in order. No builders here."""

from __future__ import annotations
