"""Names in English articles by rules and lists: a stated, plain quality.

No English text with a licence that allows shipping was there to learn from. ``lists`` is what the
rules know, ``page`` a text as they see it, ``runs`` the stretches that may be names, ``judging`` what
a stretch is by itself and by its surroundings, ``others`` what the rest of the text tells of it, and
``finding`` the way in.
"""

from __future__ import annotations
