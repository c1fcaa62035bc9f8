"""From an article to its mentions: names, dates and claims.

``recognise`` runs them all, ``registry`` lists them, ``overlaps`` decides who
stays where two stand on the same words. Nothing here knows a screen, a store or
a clock, and no recogniser settles overlaps itself.
"""

from __future__ import annotations
