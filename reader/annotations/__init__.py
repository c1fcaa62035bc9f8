"""What people decide about articles: changes, the state they add up to, and its store.

No screen and no recogniser here; the store never talks to a person.
"""

from __future__ import annotations
