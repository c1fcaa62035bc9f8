"""What the words of an expression say, before they are reckoned against anything.

Each meaning resolves itself in a context into an answer with a TIMEX3 value and the
way it was reached in plain words. Nothing here knows a language.
"""

from __future__ import annotations
