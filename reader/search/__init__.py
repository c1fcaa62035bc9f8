"""What is found across articles: identity of names, concordance, timeline, suggested links.

Pure functions of articles, mentions and annotations; no store, no screen.
"""

from __future__ import annotations
