"""From a file to an Article: found, decoded, described; one module per kind of file.

What a text *means* (names, dates in it, claims) is recognition and does not live here.
"""

from __future__ import annotations
