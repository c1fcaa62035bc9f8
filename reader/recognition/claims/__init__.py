"""Who says what, and how surely: quotations, reported speech, hearsay and the author's own doubts.

Words are TOML under ``data/``; nothing here knows a screen, a store or another article.
"""

from __future__ import annotations
