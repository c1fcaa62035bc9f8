"""The French rows, most specific first; the words are in ``data/fr.toml``."""

from __future__ import annotations

from functools import cache

from reader.recognition.dates.french import days, hours, quantities, relative, years
from reader.recognition.dates.grammar import Grammar, Row, compile_rows
from reader.recognition.dates.words import Words, words

_POINT = (
    r"(?:<w{n}:weekdays>(?: (?:le )?<d{n}:figureday>)?|<e{n}:dayword>)"
    r"(?:(?: |-)<m{n}:month>(?: <y{n}:year>)?)?"
)

PIECES = {
    "num": r"\d{1,3}(?: \d{3}){1,2}(?!\d)|\d{1,6}(?:,\d{1,2})?|(?:(?:-et-|-| et | )?<numbers>){1,6}",
    "vague": r"quelques|plusieurs|(?:de )?nombreu(?:x|ses)|(?:de )?longu?e?s|bien des",
    "day": r"(?:1_er|1ere?|1o|0?[1-9]|[12]\d|3[01])(?!\d|,\d|_%|\.\d)",
    "figureday": r"<day>|premier",
    "smallnumber": "quatorze|quatre|quinze|treize|trente|douze|seize|trois|vingt|cinq|deux|huit|neuf|onze"
    "|sept|dix|six|une|un",
    "dayword": r"<day>|premier|<smallnumber>(?:(?:-et-|-| et )<smallnumber>)?",
    "month": r"<months>|<short_months>(?!\w)\.?",
    "year": r"\d{4}(?!\d)|'\d{2}(?!\d)|\d{2}(?=_(?:$|[.,;)\n]))",
    "longyear": r"\d{4}(?!\d)|'\d{2}(?!\d)|[4-9]\d(?=_(?:$|[.,;)\n]))",
    "fullyear": r"(?:1\d|20|21)\d{2}(?!\d)",
    "wd": r"<weekdays>|<short_weekdays>\.?(?= \d)",
    "dem": r"cette|cet|ces|ce",
    "article": r"les |le |la |l'_",
    "last": r"derni(?:er|ere)s?|passee?s?|ecoulee?s?",
    "next": r"prochaine?s?|a venir|qui vient",
    "following": r"suivante?s?|qui sui(?:t|vit|vait)|d'apres",
    "preceding": r"precedente?s?|qui prece(?:de|dait)|d'avant",
    "adjective": r"<last>|<next>|<following>|<preceding>",
    "limit": r"<limits>(?:(?<=')| )",
    "zone": r"(?:,? (?:en )?heures?(?: a)? (?:locales?|francaise|universelle|normale|d[eu] <place>|d'<place>)"
    r"(?=\W|$)|_(?:utc|gmt|tu|cest|cet|edt|est|pdt|pst|cdt|cst|msk|bst|hae|hne|haa|hna)(?!\w)"
    r"(?:_[+-]_\d{1,2}(?::?\d{2})?)?)",
    "place": r"[a-z]+(?:-[a-z]+){0,3}",
    "hour": r"(?:[01]?\d|2[0-4])(?!\d)",
    "ofday": r"du matin|du soir|de l'_apres-midi|de la nuit|de la matinee|de la soiree",
    "nth": r"<ordinals>|derni(?:er|ere)",
    "half": r" et (?:demie?|quart)| trois quarts| moins (?:le quart|<numbers>(?:-<numbers>)?(?: minutes)?)",
    "point1": _POINT.format(n=1),
    "point2": _POINT.format(n=2),
    "yearspan": r"de |de l'_annee |en ",
    "roman": r"[ivx]{1,6}",
}

ROWS: tuple[Row, ...] = (
    # written in figures
    Row(
        "0",
        r"<y:fullyear>-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?:(?:t| )(?P<t>[0-2]\d:[0-5]\d)(?::[0-5]\d"
        r"(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?",
        days.figures,
    ),
    Row(
        "0 weekdays",
        r"(?:<w:wd>,? (?:le )?)?(?P<d>[0-3]?\d)(?P<sep>[/.-])(?P<m>[0-3]?\d)(?P=sep)(?P<y>\d{4}|\d{2})"
        r"(?![\d.,/-]\d)",
        days.figures,
    ),
    Row("0", r"<y:fullyear>/(?P<m>[01]?\d)/(?P<d>[0-3]?\d)(?![\d/])", days.figures),
    Row("0", r"<d:day>(?P<sep>[/-])<m:month>(?P=sep)<y:year>", days.day),
    Row("0", r"(?P<m>0?[1-9]|1[0-2])_/_<y:fullyear>(?![\d/])", days.month_figures),
    Row("0", r"(?P<d>[0-3]?\d)/(?P<m>[01]?\d)(?![\d/]|[.,]\d)", days.day_and_month_figures),
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
    Row(
        "0 months",
        r"<m1:month>(?: <y1:fullyear>)?(?: (?:a|au|jusqu'a|jusqu'en) (?:mois d(?:e |'))?|_-_)<m2:months>"
        r"(?: <y2:fullyear>)?",
        days.month_range,
    ),
    Row(
        "0",
        r"<y1:fullyear>(?:_-_| (?:a|jusqu'en|jusqu'a) |_/_)(?P<y2>(?:1\d|20|21)\d{2}|\d{2})"
        r"(?![\d-]|_[%€]|[.,]\d)",
        days.year_range,
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
    Row(
        "ordinals 0 la le derniere dernier",
        r"(?:la |le )?<n:nth> (?:(?P<u>semaine|quinzaine|week-?end|jour|moitie)|<w:weekdays>) (?:de"
        r" |d'_|du mois d(?:e |'_))<m:months>(?: <y:fullyear>)?",
        days.nth_of_month,
        then="ordinals derniere dernier 0 e er re ere eme nd semaine quinzaine week weekend jour moitie"
        " weekdays",
    ),
    Row(
        "la semaine",
        r"(?:la )?semaine du <d:day>(?: <m:month>(?: <y:fullyear>)?)?",
        days.week_of,
        then="semaine du",
    ),
    Row("0", r"(?P<d>[0-3]?\d) (?P<m>[01]?\d)(?: (?P<y>\d{4}|\d{2}))?", days.spaced_figures),
    # a day
    Row(
        "0 weekdays short_weekdays premier numbers dem ce ces",
        r"(?:<dem> )?(?:<w:wd>,? (?:le )?)?<d:dayword>(?: |-)<m:month>(?:,? (?:de l'annee )?<y:year>)?(?P"
        r"<bc> (?:av\.?|avant) j(?:\.|esus)?_-?_c(?:hrist|\.)?)?(?: <dir:adjective>)?",
        days.day,
    ),
    Row("weekdays months short_months", r"(?:<w:weekdays>,? )?<m:month> <d:day>,? <y:fullyear>", days.day),
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
        r"<d:day>(?=,? (?:a|vers|jusqu'a|entre) (?:\d{1,2}_h|midi|minuit)|_(?:[,.;:)]|$))",
        days.day_only,
    ),
    # months
    Row(
        "mois ce le",
        r"(?:ce |le )?(?P<mois>mois) d(?:e |'_)<m:months>(?: <y:fullyear>)?(?: <dir:adjective>)?",
        years.month,
    ),
    Row(
        "months",
        r"<m:months>(?=(?:,_(?:de |d'_|en )?<months>){0,5},? (?:et|ou|puis) (?:de |d'_|en )?<months> "
        r"<y:fullyear>)",
        years.shared_year,
    ),
    Row("months", r"<m:months> (?:de l'_annee )?<y:longyear>", years.month),
    Row("months", r"<m:months>(?: <dir:adjective>)?", years.month),
    # years, decades, centuries
    Row(
        "annees",
        r"annees (?P<n>\d{4}|\d{2}|vingt|trente|quarante|cinquante|soixante"
        r"(?:-dix)?|quatre-vingts?(?:-dix)?|deux mille(?: dix| vingt)?)(?!\d)",
        years.decade,
    ),
    Row(
        "0 romans",
        r"(?P<n>\d{1,2}|<roman>)_(?:e|eme|er) siecle(?P<bc> (?:av\.?|avant) j(?:\.|esus)?_-?_c"
        r"(?:hrist|\.)?)?",
        years.century,
    ),
    Row("annee an l cette", r"(?:cette (?:meme )?)?(?:annee|an) <y:fullyear>", years.year_named),
    Row(
        "an 0",
        r"(?:an )?(?P<y>\d{1,4}) (?:av\.?|avant) j(?:\.|esus)?_-?_c(?:hrist|\.)?",
        years.year_before_christ,
    ),
    Row(
        "ordinals 0",
        r"<n:ordinals> (?P<u>trimestre|semestre)(?: (?:de (?:l'_annee )?)?<y:fullyear>)?",
        years.part_of_year,
    ),
    # seasons
    Row(
        "seasons l cet",
        r"(?:(?P<art>l'_|le |cet |ce )(?:meme )?)?<s:seasons>(?: <y:fullyear>| <dir:adjective>)?",
        years.season,
    ),
    # near days, the day before, the day after
    Row(
        "aujourd hier demain avant apres",
        r"<n:near_days>(?: (?:au )?(?P<part>matin|soir|apres-midi|midi|nuit))?",
        relative.near_day,
    ),
    Row(
        "la le l veille lendemain avant surlendemain",
        r"(?P<art><article>)?<n:chain_days>(?: (?:au )?(?P<part>matin|soir|apres-midi|midi|nuit)(?! d))?",
        relative.chain_day,
    ),
    # ago, in, later, earlier
    Row(
        "il voici voila",
        r"(?:il_y_a|voici|voila)(?: deja)? <l:limit>?(?:<n:num>|<v:vague>) <u:units>(?P<half> et"
        r" demie?)?(?: (?:et )?<n2:num> <u2:units>)?",
        relative.ago,
        then="y ya deja 0 numbers limits vagueness",
    ),
    Row(
        "dans d",
        r"(?:dans|d'_ici(?: a)?) <l:limit>?(?:<n:num>|<v:vague>) <u:units>(?P<half> et demie?)?(?: (?:et"
        r" )?<n2:num> <u2:units>)?",
        relative.ahead,
        then="ici 0 numbers limits vagueness",
    ),
    Row(
        "0 numbers quelques plusieurs limits",
        r"<l:limit>?(?:<n:num>|<v:vague>) <u:units>(?P<half> et demie?)? (?:(?P<later>plus tard)|(?P"
        r"<earlier>plus tot|auparavant)|(?P<after>apres)(?=_(?:[.,;:)!?\n]|$))|(?P<prior>avant)(?=_"
        r"(?:[.,;:)!?\n]|$)))",
        relative.away,
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
        r"(?:les |ces )?<n:num> <u:units> "
        r"(?:dernier|derniere|prochain|prochaine|suivant|suivante|precedent|precedente|ecoule|ecoulee|pass"
        r"e|passee)s",
        relative.last_ones,
        then="0 numbers et units",
    ),
    Row(
        "les ces 0 numbers",
        r"(?:les |ces )?<n:num> <u:units> (?:a venir|qui (?:viennent|suivent|suivirent|suivaient))",
        relative.last_ones,
        then="0 numbers et units",
    ),
    # relative weeks, months, years
    Row(
        "la le l semaine mois an annee jour week weekend nuit soir matin trimestre semestre siecle decennie",
        r"(?P<art><article>)?(?P"
        r"<u>semaine|mois|annee|an|jour|week-?end|nuit|soir|matin|trimestre|semestre|siecle|decennie) (?:"
        r"(?P<same>meme)(?! (?:si|que))|<dir:adjective>)",
        relative.relative,
    ),
    Row(
        "la le",
        r"(?:la|le) meme (?P<u>semaine|mois|annee|jour|week-?end|nuit|soir|matin|soiree|trimestre)",
        relative.same,
    ),
    Row(
        "ce cet cette",
        r"(?:ce|cet|cette)(?P<same> meme)? (?P"
        r"<u>semaine|mois|annee|jour|journee|week-?end|nuit|soir|matin|matinee|soiree|apres-midi|aprem|tri"
        r"mestre|semestre)(?P<la>-la|-ci| ci(?!-))?",
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
    # sets
    Row(
        "tous toutes",
        r"tou(?:s|tes) les (?:(?:<n:num>) )?(?:<u:units>|(?P<p>matins|soirs|nuits|apres-midi)|(?P<w>(?:"
        r"<weekdays>))s)",
        quantities.every,
    ),
    Row(
        "chaque",
        r"chaque (?:<u:units>|(?P<p>matin|soir|nuit|apres-midi|ete|hiver|printemps|automne|week-?end)|"
        r"<w:weekdays>|<m:months>)",
        quantities.every,
    ),
    Row("0 numbers", r"(?:<n:num>) fois par <u:units>", quantities.times, then="0 numbers et fois"),
    Row(
        "quotidiennement hebdomadairement mensuellement annuellement journellement",
        r"(?P<a>quotidiennement|hebdomadairement|mensuellement|annuellement|journellement)",
        quantities.periodically,
    ),
    # hours
    Row(
        "0",
        r"<h:hour>(?:(?::|_h_)?(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?)?_(?P<half>[ap]\.?_?m\.?)",
        hours.clock_halved,
        then="a p am pm h 0",
    ),
    Row(
        "0",
        r"<h:hour>(?:_-_| (?:a|et) )(?P<h2>[01]?\d|2[0-4])_(?:h|heures)(?P<mi2>[0-5]\d)?(?: <p:ofday>)?",
        hours.hour_range,
        then="0 a et",
    ),
    Row(
        "0 numbers sides peu juste environ autour",
        r"(?:<side:sides> )?<h:hour>(?:_h_|_heures?_)(?:(?P<mi>[0-5]\d(?!\d))(?:_(?P<mw>minutes|min|mn|m)"
        r"(?!\w))?(?:_(?P<s>[0-5]\d)_(?:s|secondes?)?)?)?(?P<half><half>)?(?: <p:ofday>)?<z:zone>?(?: "
        r"<p2:ofday>)?",
        hours.clock,
        then="0 h heure heures apres avant de",
    ),
    Row(
        "0 sides peu juste environ",
        r"(?:<side:sides> )?<h:hour>:(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:]|[.,]\d)(?: "
        r"<p:ofday>)?<z:zone>?",
        hours.clock,
        then="0 apres avant de",
    ),
    Row(
        "numbers",
        r"(?P<hw><numbers>(?:(?:-et-|-| et )<numbers>)?) heures?(?:(?P<half><half>)(?: minutes)?| (?P<miw>"
        r"<numbers>(?:-<numbers>)?)(?! <units>))?(?: <p:ofday>)?<z:zone>?",
        hours.clock_in_words,
        then="numbers et heure heures",
    ),
    Row(
        "midi minuit sides peu juste",
        r"(?:<side:sides> )?(?P<noon>midi|minuit)(?P<half><half>| (?:trois|cinq|dix|quinze|vingt|trente)"
        r"(?: minutes)?(?! \w))?(?!-)<z:zone>?",
        hours.noon,
    ),
    # parts of the day
    Row(
        "le la l matin matinee apres soir soiree nuit petit",
        r"(?P<art>le |la |l'_)?(?:petit )?<p:parts>",
        hours.part_of_day,
    ),
    # quantities of time
    Row(
        "une demi un",
        r"(?:une demi-(?P<du>heure|journee)|un quart d'_heure) (?:(?P<later>plus tard|apres(?=_"
        r"(?:[.,;:)!?\n]|$)))|plus tot|auparavant)",
        quantities.half_away,
    ),
    Row(
        "une demi un trois quart quelques limits",
        r"<l:limit>?(?:(?P<dh>(?:une )?demi-(?P<du>heure|journee|siecle|douzaine))|(?P<q>un quart|trois"
        r" quarts|trois-quarts|1/4|3/4) d'_heure)",
        quantities.half_unit,
    ),
    Row(
        "une limits quelque",
        r"<l:limit>?(?:une |quelques )<n:round_numbers>s? d(?:e |'_)<u:units>",
        quantities.round_number,
    ),
    Row(
        "0 numbers quelques plusieurs limits deux nombreuses nombreux longues",
        r"<l:limit>?(?:(?P<r>\d{1,3}|<numbers>) (?:a|ou) )?(?:<n:num>|<v:vague>)(?: (?P"
        r"<big>millions?|milliards?) d(?:e |'_))?_(?:(?:longu?e?s|bonnes?|petites?) )?<u:units>"
        r"(?:(?<=[hse])_(?P<mi>[0-5]\d)(?:_(?:min|mn)(?!\w)|(?!\d)))?(?P<half>"
        r" et demie?)?(?:,?_(?:et )?<n2:num>_<u2:units>)?(?:,?_(?:et )?<n3:num>_<u3:units>)?",
        quantities.duration,
    ),
    # named days
    Row(
        "feasts jour soir veille fete journee",
        r"(?P<pre>(?:jour|soir|journee) d(?:e la |e l'_|e |u ))?<f:feasts>(?: <y:fullyear>)?",
        days.feast,
    ),
    # years on their own
    Row("0", r"(?P<n>(?:1\d|20)\d0|[2-9]0)(?!\d|_%)", years.decade_again),
    Row("0", r"<y:fullyear>", years.year),
)

TRIGGERS = (
    "months",
    "short_months",
    "weekdays",
    "short_weekdays",
    "units",
    "parts",
    "seasons",
    "near_days",
    "chain_days",
    "feasts",
    "week",
    "weekend",
    "midi",
    "minuit",
    "aujourd",
    "hier",
    "demain",
    "apres",
    "journee",
    "heure",
    "heures",
    "jour",
    "end",
    "demi",
    "siecle",
    "fois",
    "quotidiennement",
    "chaque",
    "hebdomadairement",
    "mensuellement",
    "annuellement",
    "journellement",
    "annees",
    "matins",
    "soirs",
    "nuits",
)


@cache
def grammar() -> Grammar:
    """The French rows, read at first use; each compiled when its words are first met."""
    return compiled(words("fr"))


def compiled(data: Words) -> Grammar:
    """A grammar of its own, with nothing compiled yet."""
    tables = {name: data.alternatives(name) for name in data.tables}
    return compile_rows(ROWS, {**tables, **PIECES}, data, TRIGGERS)
