"""What each operation of a person means, as edits on the state; pure, nothing is applied here.

Every function takes the state it is made for and returns ``Edits``: a title for people and the
rows before and after. Whoever applies them adds id, time and creator.
"""

from __future__ import annotations
