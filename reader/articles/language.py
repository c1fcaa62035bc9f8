"""Which language a text is in: as its file states it, or told by its commonest words in the news."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

SAMPLE = 6000
"""Characters that are looked at."""
FEWEST, FEWEST_OF_SHORT = 3, 2
"""Small words that must be met before anything is said, of a text and of one of a sentence or two."""
FEWEST_TOLD = 8
"""Words outside quotation marks from which on those alone tell: an article may quote in any language."""
SHORT = 30
"""Words from which on a text is no longer short."""

PROFILES = {
    "fr": """en y si non tout tous depuis contre sous dit comme où très aussi ainsi rien sans même
        jours ans le la les un une des du de et est dans pour que qui sur au aux avec par il elle
        ne pas ce cette ces plus a à été son sa ses mais ont sont était ou se s l d n qu leur
        leurs selon après être fait cela nous vous entre lors deux janvier février mars avril mai
        juin juillet août septembre octobre novembre décembre président ministre gouvernement pays
        guerre lundi mardi mercredi jeudi vendredi samedi dimanche avait aurait serait avoir toute
        toutes aucun aucune dernier dernière hier demain lui dont j m c""",
    "en": """the of and to in a is that for on was with as by it he at from be are has have his an will
        were but not this which its said they their who would had been she we after about january
        february march april may june july august september october november december president
        minister government country war any all monday tuesday wednesday thursday friday saturday
        sunday yesterday tomorrow last could may when no more than over into""",
    "de": """der die das und ist in den von zu mit sich des auf für nicht ein eine einen dem als auch
        es an er hat aus bei nach wie am im einer um war sind noch wird über zum zur haben oder
        januar februar märz april mai juni juli august september oktober november dezember
        präsident regierung land krieg""",
    "es": """el la los las de que y en un una por con no se para su al lo como más pero sus le ha me si
        sin sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde
        está del enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
        diciembre presidente ministro gobierno país guerra""",
    "it": """il di che e la in un a per è una sono non con si da come anche lo più ma i le gli della
        del nel alla ha dei nella al dal delle degli questo questa essere stato fra se su ai
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
        dicembre presidente ministro governo paese guerra""",
    "nl": """de het een en van in is dat op te zijn voor met die niet aan er om ook als maar dan bij
        nog naar heeft uit door over wordt hij zij worden was werd tot hebben kan januari februari
        maart april mei juni juli augustus september oktober november december president minister
        regering land oorlog""",
    "pt": """o a os as de que e do da em um uma para com não por mais dos como mas ao ele das à seu sua
        ou quando muito nos já também só pelo pela até isso entre depois sem mesmo aos são foi
        está janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro
        dezembro presidente ministro governo país guerra""",
}


NAMED = {"français": "fr", "francais": "fr", "french": "fr", "anglais": "en", "english": "en"}
"""Languages by their names."""


def language_tag(stated: str) -> str:
    """The BCP 47 primary tag of a language as files state it (``fr-FR``, ``Français``); empty for none."""
    name = stated.strip().lower()
    code = re.match(r"[a-z]{2,3}(?=[-_]|$)", name)
    return NAMED.get(name, code.group() if code else "")


def language_of(text: str) -> str:
    """The BCP 47 primary tag of the language of *text*, ``und`` where it is too short or unclear."""
    sample = text[:SAMPLE].lower()
    told = _word().findall(_quoted().sub(" ", sample))
    words = Counter(told if len(told) >= FEWEST_TOLD else _word().findall(sample))
    scores = sorted(
        (
            (sum(words[word] / share for word, share in profile.items()), name)
            for name, profile in _profiles().items()
        ),
        reverse=True,
    )
    (best, language), (second, _) = scores[0], scores[1]
    met = sum(words[word] for word in _profiles()[language])
    total = sum(words.values())
    fewest = FEWEST if total >= SHORT else FEWEST_OF_SHORT
    lead = 1.2 if met > 3 * FEWEST else 1.5 if met >= FEWEST else 2.0
    if met < fewest or best < second * lead or met * 10 < total:
        return "und"
    return language


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[«“\"][^«»“”\"\n]{0,400}[»”\"]")


@cache
def _profiles() -> dict[str, dict[str, int]]:
    """For each language its words, with the number of languages that share each."""
    shared = Counter(word for words in PROFILES.values() for word in set(words.split()))
    return {name: {word: shared[word] for word in words.split()} for name, words in PROFILES.items()}
