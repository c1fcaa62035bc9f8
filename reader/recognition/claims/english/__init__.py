"""The claims of an English article, at a plain and stated level.

``finding`` is the way in, ``line`` one sentence as the rules see it, ``subjects`` who stands behind a verb,
``reports`` what is said in indirect speech, ``quoting`` who spoke the quotations, ``doubts`` rumour and the
author's own doubt. The words are in ``data/english.toml``.
"""

from __future__ import annotations
