"""``Pour Rajoy, …``: a head only where a person or a body follows, not a purpose or a length of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.heads.scope import add_head
from reader.recognition.claims.names import NameKind
from reader.recognition.claims.phrases.following import phrase_after
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from reader.recognition.claims.phrases.phrase import Phrase
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources.source import Source

_SEVERAL = ("certains", "certaines", "plusieurs", "beaucoup", "les")


def read_pour(scene: Scene, at: int) -> int:
    """Reads the ``pour`` at *at*, at the head of a sentence or right before a quotation; where to go on."""
    opens = at == scene.first
    if not opens and scene.form(at - 1) not in (",", "et", "mais"):
        return at + 1
    phrase = phrase_after(scene.tokens, scene.names, at + 1, scene.end)
    if phrase is None or scene.form(phrase.end) != ",":
        return at + 1
    quoted = scene.form(phrase.end + 1) == QUOTED
    if not (opens or quoted or scene.form(at + 1) in _SEVERAL):
        return at + 1
    source = _source(scene, at + 1, phrase)
    if source is None or not source.agent:
        return at + 1
    if quoted or _holds(scene, source, phrase.end):
        add_head(scene, at, phrase, source, opinion=source.kind is NameKind.PERSON)
    return phrase.end


def _source(scene: Scene, at: int, phrase: Phrase) -> Source | None:
    if scene.form(at) in ("lui", "elle", "eux"):
        return scene.resolver.pronoun(scene.tokens, at)
    return scene.resolver.resolve(scene.tokens, phrase)


def _holds(scene: Scene, source: Source, start: int) -> bool:
    """Whether a view follows rather than something done for *source*: of a person any clause is one."""
    if source.kind is NameKind.PERSON:
        return True
    rumour = any(token.form.endswith(("rait", "raient")) for token in scene.tokens[start : scene.end])
    said = rumour or (source.named and scene.has_quotation(start, scene.end))
    return said and source.kind is not NameKind.PLACE
