"""``…, selon lequel P``, ``…, pour qui P``: the noun before the relative pronoun is the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import has_finite, is_finite
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.regions import Manner
from reader.recognition.claims.relatives import antecedent

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene

WHICH = frozenset(("lequel", "laquelle", "lesquels", "lesquelles", "qui"))
WHICH_FOR = frozenset(("qui", "lequel", "laquelle"))


def read_which(scene: Scene, at: int, which: int) -> int:
    """Reads the head at *at* whose relative pronoun stands at *which*; gives the place to go on from."""
    before = at - (scene.form(at - 1) == ",")
    if before <= scene.first or scene.form(before - 1) in lexicon()["attribution.nouns"]:
        return which + 1
    end = _relative_end(scene, which + 1)
    source = antecedent(scene, before)
    if source is not None and source.agent and has_finite(scene.tokens, which + 1, end):
        scene.add(which + 1, end, Manner.HEAD, source, Phrase(at, which + 1))
    return which + 1


def _relative_end(scene: Scene, start: int) -> int:
    """Where the relative clause ends: before the comma after which the main verb stands."""
    end = scene.clause_end(start)
    for at in range(start, end - 1):
        if scene.form(at) == ",":
            verb = at + 1 + (scene.form(at + 1) in lexicon()["grammar.clitics"])
            if verb < end and is_finite(scene.tokens, verb):
                return at
    return end
