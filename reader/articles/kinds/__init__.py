"""One module per kind of article file; ``registry`` lists them."""

from __future__ import annotations
