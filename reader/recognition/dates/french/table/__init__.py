"""The French rows by idea: each a pattern and the builder that reads it. No builder lives here."""

from __future__ import annotations
