"""Whether a noun phrase begins at a place in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.lexicon import lexicon

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene


def opens_phrase(scene: Scene, at: int) -> bool:
    """Whether a noun phrase or a pronoun begins at *at*."""
    form = scene.form(at)
    named = scene.names.at(scene.tokens[at].start) is not None
    if form in ("de", "d'"):
        return scene.form(at + 1) in lexicon()["grammar.manifold"]
    if named or form in lexicon()["grammar.subjects"] or (form[:1].isdigit() and form.isdigit()):
        return True
    return form in lexicon()["grammar.determiners"] and form not in ("tout", "toute")


def opens_alone(scene: Scene, at: int) -> bool:
    """Whether a noun phrase begins at *at* that no preposition, article or conjunction governs."""
    words = lexicon()
    before = scene.form(at - 1)
    governed = before in words["grammar.prepositions"] or before in words["grammar.determiners"]
    return opens_phrase(scene, at) and not governed and before != "et"
