"""How far a head vouches: the clause after it, before it, or on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clause_bounds import clause_start
from reader.recognition.claims.clauses import has_finite, is_finite, main_start
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.openings import opens_phrase
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.regions import Manner
from reader.recognition.claims.sources.wording import speaks
from reader.recognition.claims.tokens import QUOTED
from reader.recognition.claims.verbs.adverbs import is_adverb

if TYPE_CHECKING:
    from reader.recognition.claims.scene import Scene
    from reader.recognition.claims.sources.source import Source

APPOSITION = 16
"""Tokens between the commas after a source's name at most."""
_LEADS = frozenset(
    (";", ":", "mais", "car", "or", "—", "–", "et", "que", "qu'", "tandis", "si", "puisque", "puisqu'")
)


def add_head(scene: Scene, at: int, phrase: Phrase, source: Source | None, opinion: bool = False) -> None:
    """Notes what *source* vouches for, named in *phrase* after the head at *at*."""
    cue = Phrase(at, phrase.end)
    start, end = _scope(scene, at, phrase)
    if scene.form(start) == QUOTED and (
        _goes_on_by_itself(scene, start + 1) or _is_incise(scene, start + 1, end)
    ):
        end = start + 1
    if scene.form(phrase.end) == QUOTED and phrase.end >= end:
        scene.add(phrase.end, phrase.end + 1, Manner.HEAD, source, cue)
    if scene.form(start) in ("de", "d'", "du") and not has_finite(scene.tokens, start, end):
        return
    scene.add(start, end, Manner.HEAD, source, cue, opinion=opinion)


def _scope(scene: Scene, at: int, phrase: Phrase) -> tuple[int, int]:
    before = at - 1
    while before >= scene.first and _is_passed(scene, before):
        before -= 1
    if before < scene.first or scene.form(before) in _LEADS:
        start = _after_source(scene, phrase.end)
        return start, scene.clause_end(start)
    if _stands_in_bracket(scene, at, phrase.end):
        return at, at
    if _belongs_to_apposition(scene, at, phrase):
        return at, at
    relative = _relative_before(scene, at, phrase)
    if relative >= 0:
        return relative, before + 1
    if _leads_later(scene, at, phrase):
        beside = scene.form(at - 1) == "," or is_finite(scene.tokens, phrase.end)
        opens = beside and opens_phrase(scene, scene.first)
        start = scene.first if opens else _after_source(scene, phrase.end)
        return start, scene.clause_end(max(start, phrase.end))
    if scene.form(phrase.end + 1) in ("que", "qu'"):
        return phrase.end + 2, scene.clause_end(phrase.end + 2)
    if _interrupts(scene, at, phrase.end):
        return clause_start(scene.tokens, before, scene.first, ()), scene.clause_end(phrase.end + 1)
    return main_start(scene.tokens, _clause_start(scene, at), at), before + 1


def _relative_before(scene: Scene, at: int, phrase: Phrase) -> int:
    """Where ``, qui …, selon X,`` opens, if the verb of its noun follows the head; else -1."""
    if scene.form(at - 1) not in (",", QUOTED) or scene.form(phrase.end) != ",":
        return -1
    verb = _after_source(scene, phrase.end)
    if verb >= scene.end or not is_finite(scene.tokens, verb):
        return -1
    return next((one for one in range(at - 1, scene.first, -1) if scene.form(one) in ("qui", "dont")), -1)


def _goes_on_by_itself(scene: Scene, at: int) -> bool:
    """Whether a subject and a report of its own follow a quotation: ``« … », d'autres affirment que``."""
    if scene.form(at) != "," or not opens_phrase(scene, at + 1):
        return False
    group = next((one for one in scene.groups if one.start > at), None)
    said = group is not None and group.finite and scene.form(group.end) in ("que", "qu'")
    return said and not any(scene.form(one) == "," for one in range(at + 1, group.start if group else at))


def _is_incise(scene: Scene, at: int, end: int) -> bool:
    """Whether nothing but ``, dit-il`` stands from *at* up to *end*."""
    at += scene.form(at) == ","
    return any(one.start == at and one.inverted >= 0 and one.inverted + 1 >= end for one in scene.groups)


def _is_passed(scene: Scene, at: int) -> bool:
    """Whether the word before a head says nothing about where its clause begins: ``hier encore, selon X``."""
    form = scene.form(at)
    return form == "," or (form not in _LEADS and is_adverb(lexicon(), scene.tokens[at]))


def _stands_in_bracket(scene: Scene, at: int, end: int) -> bool:
    """``un séisme de 4,6 (4,8 selon l'institut)``: the source answers for a figure, not for the clause."""
    if scene.form(end) != ")":
        return False
    opening = next((one for one in range(at - 1, scene.first - 1, -1) if scene.form(one) == "("), -1)
    return opening >= 0 and not has_finite(scene.tokens, opening + 1, at)


def _belongs_to_apposition(scene: Scene, at: int, phrase: Phrase) -> bool:
    """``Paul, parti hier selon sa mère, est rentré``: what it vouches for has no verb of its own."""
    if scene.form(at - 1) == "," or scene.form(phrase.end) != ",":
        return False
    verb = phrase.end + 1 + (scene.form(phrase.end + 1) in lexicon()["grammar.clitics"])
    inside = any(scene.form(one) == "," for one in range(scene.first, at))
    return inside and verb < scene.end and is_finite(scene.tokens, verb)


def _leads_later(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether nothing but an adverbial or the subject stands before the head: ``Hier, selon X, il…``."""
    quoted = scene.has_quotation(phrase.end, scene.end) and not scene.has_quotation(scene.first, at)
    return (
        (quoted or has_finite(scene.tokens, phrase.end, scene.end))
        and not has_finite(scene.tokens, scene.first, at)
        and scene.form(phrase.end + 1) not in ("qui", "dont")
    )


def _interrupts(scene: Scene, at: int, end: int) -> bool:
    """Whether the clause goes on after the source: ``Lucy aurait, selon des experts, fait une chute``."""
    if scene.form(end) != "," or end + 1 >= scene.end or scene.form(at - 1) != ",":
        return False
    words = lexicon()
    verb = scene.form(at - 2)
    if verb in words.avoir or verb in words.etre:
        return True
    return is_finite(scene.tokens, at - 2) and scene.form(end + 1) in words["grammar.prepositions"]


def _after_source(scene: Scene, start: int) -> int:
    """Past what describes the source: a bracket, ``, l'un des conseillers du ministre,``."""
    if scene.form(start) == "(":
        while start < scene.end and scene.form(start) != ")":
            start += 1
        start += 1
    elif not has_finite(scene.tokens, start, start + 1) and scene.form(start) != ",":
        start = _past_complement(scene, start)
    start += scene.form(start) == ","
    if scene.form(start) in ("qui", "dont"):
        return _past_relative(scene, start)
    if _is_thing(scene, start):
        return start
    for at in range(start, min(scene.end, start + APPOSITION)):
        form = scene.form(at)
        if form == QUOTED or is_finite(scene.tokens, at) or form in lexicon()["grammar.subjects"]:
            return start
        if form == ",":
            if _is_subject(scene, start, at):
                return start
            goes_on = has_finite(scene.tokens, at + 1, scene.end) or scene.has_quotation(at + 1, scene.end)
            return at + 1 if goes_on else start
    return start


def _is_thing(scene: Scene, start: int) -> bool:
    """Whether an indefinite noun for no person follows, so that it does not describe the source."""
    if scene.form(start) not in ("un", "une", "des"):
        return False
    end = next((at for at in range(start, scene.end) if scene.form(at) == ","), scene.end)
    return not speaks(scene.tokens[start : max(end, start + 1)])


def _is_subject(scene: Scene, start: int, comma: int) -> bool:
    """Whether what stands up to *comma* is no apposition: an adverbial and its verb follow."""
    if scene.form(start) not in lexicon()["grammar.determiners"] or opens_phrase(scene, comma + 1):
        return False
    for at in range(comma + 1, min(scene.end, comma + APPOSITION)):
        if scene.form(at) == ",":
            verb = at + 1 + (scene.form(at + 1) in lexicon()["grammar.clitics"])
            return verb < scene.end and is_finite(scene.tokens, verb)
    return False


def _past_relative(scene: Scene, start: int) -> int:
    """Past the relative clause about the source, up to its comma; to the end where nothing follows."""
    for at in range(start + 1, scene.end):
        if scene.form(at) == "," and has_finite(scene.tokens, at + 1, scene.end):
            return at + 1
    return scene.end


def _past_complement(scene: Scene, start: int) -> int:
    """Past the rest of a long source, up to its comma, if no verb comes first."""
    for at in range(start, min(scene.end, start + APPOSITION * 2)):
        form = scene.form(at)
        if form == ",":
            return at
        if form == QUOTED or is_finite(scene.tokens, at) or form in lexicon()["grammar.subjects"]:
            return start
    return start


def _clause_start(scene: Scene, at: int) -> int:
    """Where the clause that ends at *at* begins: the sentence, or after a semicolon or an adversative."""
    for back in range(at - 1, scene.first, -1):
        form = scene.form(back)
        if form in (";", ":") or (form == "mais" and scene.form(back - 1) == ","):
            return back + 1
        if form == "tandis":
            return back + 2
    return scene.first
