"""The pieces English patterns are built of; the words of each table in ``data/en.toml`` are pieces too.

Figures are read month first, as in the United States (``6/4`` is 4 June); day first only where the
first figure cannot be a month (``31/10/2024``).
"""

from __future__ import annotations

_POINT = (
    r"(?:(?:<w{n}:wd>,? (?:the )?)?(?:<m{n}:month>(?: |\.|-)(?:the )?<d{n}:day>"
    r"|(?:the )?<e{n}:day>(?: of)?(?: |-)<n{n}:month>|<f{n}:bareday>)(?:,? <y{n}:year>)?)"
)
_UNDER_HUNDRED = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five|six|seven"
    r"|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_UNIT = r"one|two|three|four|five|six|seven|eight|nine"

PIECES = {
    "ordinals": (
        r"(?:(?:twenty|thirty)[-\s])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|1st"
        r"|2nd|3rd|[45]th)"
        r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
    ),
    "numbers": (
        r"(?:six|seven|nine)(?:teen|ty)?|eight(?:een|y)?|four(?:teen)?|an?|one|two|three|five|ten|eleven"
        r"|twelve"
        r"|thirteen|fifteen|twenty|thirty|forty|fifty|hundred|thousand"
    ),
    "units": (
        r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|wk|fortnight|month|quarter|qtr|year|yr|decade)s?"
        r"|century"
        r"|centuries"
    ),
    "small": r"\d{1,4}|<numbers>(?:[-\s]<numbers>)?",
    "more": r"(?:(?:,| and|, and)? <small>(?: |(?<=\d))(?:<units>|<short_units>)(?!\w)){0,3}",
    "num": (
        r"\d{1,3}(?:,\d{3}){1,2}(?!\d)|\d{1,6}(?:\.\d{1,2})?|(?:a couple(?: of)?)|<numbers>(?:(?:-| and |"
        r" )<numbers>){0,5}"
    ),
    "vague": r"a few|few|several|many|some|couple of|couple",
    "fraction": r" and (?:an? |one )?(?:half|quarter)| and three[\s-]quarters",
    "day": r"(?:<ordinals>|(?:0?[1-9]|[12]\d|3[01])_?(?:st|nd|rd|th)?)(?!\d|[.,:]\d|_%)(?!\w)",
    "bareday": r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|<ordinals>)(?!\w|[.,:]\d|_%)",
    "nthday": r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|<ordinals>)(?!\w)",
    "month": r"<months>|<short_months>(?!\w)\.?",
    "year": r"\d{4}(?!\d|_(?:[:h]|am|pm))|'\d{2}(?!\d)|\d{2}(?=_(?:$|[.,;)\n]))",
    "fullyear": r"(?:1\d|20|21)\d{2}(?!\d)",
    "wordyear": (
        rf"(?:(?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[-\s](?:hundred(?:"
        rf" (?:and )?(?:{_UNDER_HUNDRED}|{_UNIT}))?|oh[-\s](?:{_UNIT})|{_UNDER_HUNDRED})"
        rf"|(?:one|two) thousand(?:,? (?:(?:{_UNIT}) hundred(?: and)? )?(?:and )?(?:{_UNDER_HUNDRED}"
        rf"|{_UNIT}))?)"
        r"(?!\w)"
    ),
    "wd": r"<weekdays>|<short_weekdays>(?!\w)\.?",
    "limit": r"<limits> ",
    "zone": r"_(?:utc|gmt|cest|cet|edt|est|et|pdt|pst|pt|cdt|cst|bst|msk)(?!\w)(?:_[+-]_\d{1,2})?|,?"
    r" local time",
    "half": r"[ap]\.?_?m\.?(?!\w)|o'?_?clock(?: [ap]\.?_?m\.?)?",
    "ofday": r"in the (?:early )?(?:<parts>)|at night",
    "point1": _POINT.format(n=1),
    "point2": _POINT.format(n=2),
    "rel": (
        r"last|past|previous|next|coming|upcoming|following|this past|this coming|this|current|that|the"
        r" same|same"
    ),
    "relyear": r"(?P<yd>last|next|this|that|the (?:same|following|previous)) (?:year|yr)",
    "era": r" (?P<era>b\.?c\.?(?:e\.?)?|a\.?d\.?)(?!\w)",
    "relunit": r"week|work(?:ing)?_week|wk|month|year|yr|quarter|qtr|decade|century|weekend|week-end",
    "minutes": (
        r"(?:twenty|thirty|forty|fifty)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine)(?!\w))?"
        r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    ),
    "closed": r"(?=_(?:$|[.,;:!?)\n](?!\d)| (?:at|to|and|or|from|until|till|for|with|in|but|when|on"
    r"|through|between)(?!\w)))",
}
