"""How long."""

from __future__ import annotations

from reader.recognition.dates.french import quantities
from reader.recognition.dates.french.pieces import AFTER_A_COUNT
from reader.recognition.dates.grammar import Row

ROWS = (
    # quantities of time
    Row(
        "une demi un trois quart quelques limits",
        r"<l:limit>?(?:(?P<dh>(?:une )?demi[ -](?P<du>heure|journee|siecle|douzaine))|(?P<q>un quart|trois"
        r" quarts|trois-quarts|1/4|3/4) d'_heure)",
        quantities.half_unit,
        then="0 demi journee heure siecle quart quarts de d peu peine moins plus",
    ),
    Row(
        "une quelques plusieurs limits",
        r"<l:limit>?(?:une (?:<good> )?|(?P<v>quelques|plusieurs) )<n:round_numbers>s? d(?:e |'_)<u:units>",
        quantities.round_number,
        then="round_numbers dizaines vingtaines centaines bonne petite grosse de d peu peine moins plus",
    ),
    Row(
        "0 numbers quelques plusieurs limits deux nombreuses nombreux longues",
        r"<l:limit>?(?:(?P<r>\d{1,3}|<numbers>) (?:a|ou) )?(?:<n:num>|<v:vague>)"
        r"(?: (?P<big>millions?|milliards?) d(?:e |'_)| |(?<=\d))"
        r"(?:(?:longu?e?s|bonnes?|petites?) )?<u:units>"
        r"(?:(?<=[hse])_(?P<mi>[0-5]\d)(?:_(?:minutes|min|mn|m|'(?!'))(?:_(?P<se>[0-5]\d)"
        r"_(?:secondes|sec|s|''|\"))?|(?!\d)))?(?P<half> et demie?)?"
        r"(?:(?:(?<=heure)|(?<=heures)) (?P<mw>et quart|(?:vingt-|quarante-)?cinq|dix|quinze|vingt|trente"
        r"|quarante|cinquante)(?! (?:<units>|<numbers>)|-))?"
        r"(?:,?_(?:et )?<n2:num>(?: |(?<=\d))<u2:units>)?"
        r"(?:,?_(?:et )?<n3:num>(?: |(?<=\d))<u3:units>)?",
        quantities.duration,
        then=AFTER_A_COUNT,
    ),
)
