"""What is reckoned from now or from the last date in the text."""

from __future__ import annotations

from reader.recognition.dates.french import counted, relative
from reader.recognition.dates.french.pieces import AFTER_A_COUNT
from reader.recognition.dates.grammar import Row

_AWAY = (
    r"(?:(?P<later>plus tard)|plus tot|auparavant|(?P<after>apres)(?=_(?:[.,;:)!?\n]|$))"
    r"|avant(?=_(?:[.,;:)!?\n]|$)))"
)

_NTH_OF = (
    r"<n:nth> (?:(?P<u>jour|semaine|week-?end|mois)|<w:weekdays>) "
    r"(?:de (?P<this>cette |ce )|du |de la |de l'_)(?P<of>semaine|mois|annee|trimestre|semestre|siecle)"
    r"(?: <dir:adjective>)?"
)

ROWS = (
    Row("maintenant", r"maintenant(?=_(?:[.,;!?)\n]|$))", relative.right_now),
    # near days, the day before, the day after
    Row(
        "aujourd hier demain avant apres",
        r"<n:near_days>(?: meme)?(?: (?:au )?(?P<part>matin|soir|apres-midi|midi|nuit))?",
        relative.near_day,
    ),
    Row(
        "la le l veille lendemain avant surlendemain",
        r"(?P<art><article>)?<n:chain_days>(?: (?:au )?(?P<part>matin|soir|apres-midi|midi|nuit)(?! d))?",
        relative.chain_day,
    ),
    # ago, in, later, earlier
    Row("il", r"il_y_a<adverb>?<adverb>? <counted>", counted.ago, then="y ya"),
    Row(
        "voici voila",
        r"(?:voici|voila)<adverb>?<adverb>? <counted>",
        counted.ago,
        then="0 numbers limits vagueness deja maintenant bientot exactement seulement tout de demi",
    ),
    Row(
        "dans d",
        r"(?:dans|d'_ici(?: a)?)<adverb>? <counted>",
        counted.ahead,
        then="ici 0 numbers limits vagueness exactement seulement tout demi",
    ),
    Row(
        "0 numbers quelques plusieurs limits",
        rf"<l:limit>?<whole> {_AWAY}",
        counted.away,
        then=AFTER_A_COUNT,
    ),
    Row(
        "une un trois demi",
        rf"(?:<share>) {_AWAY}",
        counted.away,
        then="demi quart quarts journee heure siecle round_numbers bonne petite",
    ),
    # stretches counted from now
    Row(
        "les ces l article 0 numbers dernieres derniers prochaines prochains cours",
        r"(?:les |ces |l'_)?(?:(?:<n:num>|(?P<v>quelques|toutes))"
        r" )?(?:dernier|derniere|prochain|prochaine|premier|premiere)s (?:<n2:num> )?<u:units>",
        relative.last_ones,
        then="0 numbers et units quelques toutes derniers dernieres prochains prochaines premiers premieres",
    ),
    Row(
        "les ces 0 numbers",
        r"(?:les |ces )?<n:num> <u:units> (?:(?:dernier|derniere|prochain|prochaine|suivant|suivante"
        r"|precedent|precedente|ecoule|ecoulee|passe|passee)s|a venir"
        r"|qui (?:viennent|suivent|suivirent|suivaient))",
        relative.last_ones,
        then="0 numbers et units",
    ),
    Row(
        "les ces units",
        r"(?:les |ces )?<u:units> (?:a venir|qui (?:viennent|suivent|suivirent|suivaient|ont suivi)"
        r"|(?:suivant|precedent|ecoule|passe)e?s)",
        relative.some,
        then="units a qui suivants suivantes precedents precedentes ecoules ecoulees passes passees",
    ),
    Row(
        "la le",
        r"(?:la |le )(?:derniere?|prochaine?) (?P<u>semaine|mois|trimestre|semestre|annee|decennie)",
        relative.last_one,
        then="dernier derniere prochain prochaine",
    ),
    # a day of a month that is told
    Row(
        "0 weekdays premier numbers",
        r"(?:<w:weekdays> )?(?:<d1:dayword>(?: (?:au|a|jusqu'au|jusqu'a) |_-_))?<d:dayword> <ofmonth>",
        relative.day_of_month,
        then="0 numbers de du courant cet cette ce au a jusqu er premier",
    ),
    Row("la le", rf"(?:la |le ){_NTH_OF}", relative.nth_of, then="ordinals dernier derniere 0"),
    Row(
        "ordinals 0 derniere dernier",
        _NTH_OF,
        relative.nth_of,
        then="e er re ere eme nd jour semaine week weekend mois weekdays",
    ),
    # relative weeks, months, years
    Row(
        "la le l semaine mois an annee jour week weekend nuit soir matin trimestre semestre siecle decennie",
        r"(?P<art><article>)?(?P"
        r"<u>semaine|mois|annee|an|jour|week-?end|nuit|soir|matin|trimestre|semestre|siecle|decennie) (?:"
        r"(?P<same>meme)(?! (?:si|que))|(?P<current>en cours|courante?)|<dir:adjective>)",
        relative.relative,
    ),
    Row(
        "la le",
        r"(?:la|le) meme (?P<u>semaine|mois|annee|jour|week-?end|nuit|soir|matin|soiree|trimestre)",
        relative.same,
    ),
    Row(
        "le week weekend",
        r"(?:le )?week-?end(?: du (?:<w:weekdays> )?<d:dayword>(?: <m:month>(?: <y:fullyear>)?)?)?",
        relative.weekend,
        then="week weekend end du",
    ),
    Row("la le l", r"<article>(?P<u>jour|semaine|mois|trimestre|annee|decennie)", relative.whole),
    Row(
        "ce cet cette",
        r"(?:ce|cet|cette)(?P<same> meme)? (?P"
        r"<u>midi|semaine|mois|annee|jour|journee|week-?end|nuit|soir|matin|matinee|soiree|apres[ -]midi"
        r"|aprem|trimestre|semestre)(?P<la>-la|-ci| ci(?!-))?",
        relative.this,
    ),
    Row(
        "debut fin milieu mi courant",
        r"(?P<end>debut|fin|milieu|mi|courant)(?: d[eu] |-| d')(?:la |l'_|le )?(?P"
        r"<u>semaine|mois|annee|journee|week-?end|trimestre|semestre)(?! (?:\d{4}|d(?:e |'_)<months>|"
        r"<adjective>|en cours))",
        relative.end_of,
    ),
    Row("la", r"(?:la )(?P<u>journee)(?! (?:suivante|precedente|d(?:e|es|u)(?!\w)|d'))", relative.whole_day),
)
