"""Quotation marks around something that is no speech: a name, a title, a term, a legal charge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import has_finite, is_finite
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.tokens import QUOTED
from reader.recognition.claims.verbs.adverbs import is_adverb

if TYPE_CHECKING:
    from reader.recognition.claims.quotes import Quotation
    from reader.recognition.claims.sentences import Sentence

SHORT = 3
"""Words a term has at most."""
PROPER = 4
"""Words a name has at most that opens with a capital after ``la``, ``les``: no speech goes on so."""
TITLE = 8
"""Words a title has at most."""
NAME = 5
"""Words a name has at most."""
_ARTICLES = frozenset(("la", "le", "les", "l'", "du", "des", "au", "un", "une"))
_DEFINITE = frozenset(("la", "le", "les", "l'", "du", "des", "au"))
_NAMED_AS = frozenset(
    ("dit", "dite", "dits", "dites", "noms", "nom", "titre", "statut", "surnom", "pseudonyme", "appellation")
) | {"label", "grade", "sobriquet", "concept", "notion"}
"""Before ``de « … »`` they say that the words name something."""
_LINKS = frozenset(("à",)) | frozenset(
    ("de", "d'", "du", "des", "pour", "et", "ou", ",", "puis", "chef", "chefs", "faits", "l'", "en", QUOTED)
)
"""What may stand between a charge and the words that bring it."""


def is_name(sentence: Sentence, at: int, quotation: Quotation, text: str) -> bool:
    """Whether the words around the quotation at *at* show that it names something, or a charge."""
    inner = quotation.inner.of(text)
    return _is_named(sentence, at, inner, quotation.words(text)) or _is_charge(sentence, at, inner)


def is_term(sentence: Sentence, at: int, quotation: Quotation, text: str, sourced: bool, sure: bool) -> bool:
    """Whether the quotation at *at* holds no speech.

    *sourced*: somebody was found who may have said it; *sure*: a verb or a head brings it.
    """
    inner = quotation.inner.of(text)
    length = quotation.words(text)
    if inner.lower() in lexicon()["attribution.terms"]:
        return True
    if sure:
        return length <= SHORT and not sourced
    if _fills_bracket(sentence, at):
        return True
    verbless = at > sentence.first + 1 and not has_finite(sentence.tokens, sentence.first, at)
    if verbless and not sourced and (length <= TITLE or _before(sentence, at) != ","):
        return True
    return length <= SHORT or (length <= NAME and _is_titled(sentence, at, inner))


def _fills_bracket(sentence: Sentence, at: int) -> bool:
    """``( « … » )``: a gloss or an example, where nothing says that somebody spoke."""
    after = sentence.tokens[at + 1].form if at + 1 < len(sentence.tokens) else ""
    return _before(sentence, at) == "(" and after == ")"


def _before(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at - 1].form if at > sentence.first else ""


def _is_named(sentence: Sentence, at: int, inner: str, length: int) -> bool:
    """``le film « … »``, ``la « loi littoral »``, ``dits de « Minsk II »``, ``la chaîne X « Quotidien »``."""
    naming = lexicon()["attribution.naming"]
    before = _before(sentence, at)
    if before in ("de", "d'") and at > sentence.first + 1:
        before = sentence.tokens[at - 2].form
        made = before in lexicon()["attribution.makers"] and _is_proper(inner)
        return (made or before in _NAMED_AS) and length <= TITLE
    if before == "dit":
        return length <= SHORT and _is_proper(inner) and _follows_noun(sentence, at - 1)
    if before in naming and length <= TITLE:
        return True
    if length <= SHORT and before in _ARTICLES and inner.split()[0].lower() in naming:
        return True
    if length <= PROPER and _is_proper(inner) and before in _DEFINITE:
        return True
    return length <= SHORT and _is_proper(inner) and _follows_noun(sentence, at)


def _is_proper(inner: str) -> bool:
    return inner[0].isupper() and inner[-1] not in ".!?…"


def _follows_noun(sentence: Sentence, at: int) -> bool:
    """Whether a noun or a name stands right before the marks, so that they name it."""
    words = lexicon()
    if at <= sentence.first + 1:
        return False
    token = sentence.tokens[at - 1]
    if not token.is_word or is_finite(sentence.tokens, at - 1) or token.form in words.verbs:
        return False
    little = ("determiners", "prepositions", "relatives", "breaks", "clitics", "subjects", "negations")
    return not (is_adverb(words, token) or any(token.form in words[f"grammar.{kind}"] for kind in little))


def _is_charge(sentence: Sentence, at: int, inner: str) -> bool:
    """``mis en examen pour « vol aggravé » et « recel »``: the name of an offence."""
    back = at - 1
    while back > sentence.first and sentence.tokens[back].form in _LINKS:
        back -= 1
    if inner.split()[0].lower() in lexicon()["attribution.clausal"]:
        return False
    linked = _before(sentence, at) in _LINKS
    return (
        linked and back >= sentence.first and sentence.tokens[back].form in lexicon()["attribution.charging"]
    )


def _is_titled(sentence: Sentence, at: int, inner: str) -> bool:
    before = _before(sentence, at)
    return _is_proper(inner) and (before in lexicon()["grammar.determiners"] or before == "du")
