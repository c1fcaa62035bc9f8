"""Days, nights and days of the week, with their month or without."""

from __future__ import annotations

from reader.recognition.dates.french import days, years
from reader.recognition.dates.grammar import Row

_NTH = (
    r"<n:nth> (?:(?P<u>semaine|quinzaine|week-?end|jour|moitie)|<w:weekdays>) (?:de"
    r" |d'_|du mois d(?:e |'_))<m:months>(?: <y:fullyear>)?"
)

ROWS = (
    # nights and stretches between two days
    Row(
        "la cette nuit",
        r"(?:la |cette )?nuit (?:du |de |d'_)<point1>(?:,)? (?:au|a) <point2>",
        days.night_between,
        then="nuit du de d",
    ),
    Row("la cette nuit", r"(?:la |cette )?nuit (?:du |de )<point1>", days.night_of, then="nuit du de"),
    Row(
        "0 weekdays premier",
        r"<point1>(?: (?:au|a|jusqu'au|jusqu'a) |_-_)<point2>(?!_h(?:eures?)?(?!\w)|:\d|_%)(?: "
        r"<dir:adjective>)?",
        days.day_range,
    ),
    # one of several days that share a month
    Row(
        "0 weekdays premier",
        r"(?:<w:weekdays> )?<d:dayword>(?=(?:,_(?:<weekdays> )?<dayword>){0,5},? (?:et|ou|puis) (?:le |du"
        r" |au |la nuit du )?(?:<weekdays> )?<dayword> <m:month>(?: <y:year>)?(?!\w))",
        days.shared_month,
        then="et ou puis er premier 0 weekdays numbers",
    ),
    # a week, a weekday or a fortnight of a month
    Row("la le", rf"(?:la |le ){_NTH}", days.nth_of_month, then="ordinals dernier derniere 0"),
    Row(
        "ordinals 0 derniere dernier",
        _NTH,
        days.nth_of_month,
        then="e er re ere eme nd semaine quinzaine week weekend jour moitie weekdays",
    ),
    Row(
        "la semaine",
        r"(?:la )?semaine du <d:day>(?: <m:month>(?: <y:fullyear>)?)?",
        days.week_of,
        then="semaine du",
    ),
    # a day
    Row("0 premier", r"<d:dayword> <m:months> <ofyear>", years.in_told_year, then="er months"),
    Row(
        "premier numbers",
        r"<d:dayword> <m:months> <yw:yearword>",
        days.day_in_words,
        then="months numbers et",
    ),
    Row(
        "0 weekdays short_weekdays premier numbers dem ce ces",
        r"(?:<dem> )?(?:<w:wd>,? (?:le )?)?<d:dayword>(?: |-)<m:month>(?:,? (?:de l'annee )?<y:year>)?"
        r"<bc:bc>?(?: <dir:adjective>)?",
        days.day,
    ),
    Row("weekdays months short_months", r"(?:<w:weekdays>,? )?<m:month> <d:day>,? <y:fullyear>", days.day),
    Row(
        "months short_months weekdays short_weekdays",
        r"(?:<w:wdname>,? )?<m:month>(?:[ ]|/|-|\. )<d:dayword>"
        r"(?:(?:_-_| (?:au|a|jusqu'au) )(?:<month> )?<d2:day>)?"
        r"(?=_(?:$|[.;:)!?\n])|,?_(?:(?:a|vers|entre|de) )?\d{1,2}(?::|_h|[ap]m)|,(?! ?\d))",
        days.month_first,
    ),
    Row(
        "weekdays",
        r"<w:weekdays> (?:de )?(?P<week>la semaine "
        r"(?:prochaine|derniere|passee|suivante|precedente|d'apres|d'avant)|cette semaine)",
        days.weekday_in_week,
    ),
    Row("short_weekdays", r"<w:short_weekdays>\.?", days.short_weekday),
    Row("weekdays", r"<w:weekdays> en (?P<n>huit|8|quinze|15)", days.weekday_ahead),
    Row("weekdays", r"<w:weekdays> <d:dayword>(?! (?:<units>|%|points?|buts?)\b)", days.weekday_and_day),
    Row(
        "ce cet weekdays",
        r"(?:(?P<this>ce|cet)(?: meme)? )?<w:weekdays>(?P<la>-la|-ci)?(?: <dir:adjective>)?",
        days.weekday,
    ),
    Row(
        "0",
        r"<d:day>(?=,? (?:a|vers|jusqu'a|entre) (?:\d{1,2}_h|midi|minuit)|_(?:[,.;:)]|$)"
        r"| au (?:petit )?(?:matin|soir)(?!\w)"
        r"| pour (?:\d{1,2}|<smallnumber>) <units>(?!\w)"
        r"| dans (?:la |l'_)(?:matinee|apres|soiree|nuit)(?!\w))",
        days.day_only,
    ),
)
