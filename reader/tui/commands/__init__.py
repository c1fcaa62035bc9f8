"""Everything a user can do, one declaration each: key, footer, help, palette and README come from here.

No textual and no rich at import: ``reader keys`` prints the table without the screen.
"""

from __future__ import annotations
