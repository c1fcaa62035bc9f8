"""What the tagger sees of a token in its article: the same attributes in training and at run time.

They are only worked out for the capitalised tokens and the names of the lists: the run of capitals a
token stands in, what stands around that run, and what the whole article says about the same word elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.recognition.entities.tokens import PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.entities.features import Word
    from reader.recognition.entities.lexicon import Lexicon


def match_phrases(words: Sequence[Word], lexicon: Lexicon) -> dict[int, str]:
    """Token to ``B-table``, ``I-table`` or ``E-table`` of the longest listed name it stands in."""
    found: dict[int, str] = {}
    phrases = lexicon.phrases
    after = 0
    for at, word in enumerate(words):
        if at < after or word.text not in phrases:
            continue
        for tokens, table in phrases[word.text]:
            end = at + len(tokens)
            if tuple(other.text for other in words[at:end]) == tokens:
                found[at] = "B-" + table
                found.update((inner, "I-" + table) for inner in range(at + 1, end - 1))
                found[end - 1] = "E-" + table
                after = end
                break
    return found


class Runs:
    """The runs of capitalised tokens in a text: for each token its run, and the spans of the runs."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.spans: list[tuple[int, int]] = []
        start = -1
        boundary = True
        for at, word in enumerate(words):
            inside = word.capital and not (boundary and word.starter)
            if inside:
                if start < 0:
                    start = at
            elif start >= 0:
                self.spans.append((start, at))
                start = -1
            boundary = word.text in ENDINGS
        if start >= 0:
            self.spans.append((start, len(words)))


ENDINGS = frozenset((".", "!", "?", "…", PARAGRAPH, "«", '"', "“", "-", "–", "—", ":", "»"))
"""After these a capital may be the sentence's."""

QUOTES = {"«": "»", "“": "”", '"': '"'}


def context_attributes(words: Sequence[Word], lexicon: Lexicon) -> dict[int, list[str]]:
    """The context attributes of the tokens that have any."""
    found: dict[int, list[str]] = defaultdict(list)
    phrases = match_phrases(words, lexicon)
    for at, mark in phrases.items():
        label = lexicon.labels.get(mark[2:], "")
        found[at] += ("f=" + mark, "u=" + mark[:2] + label)
    runs = Runs(words)
    signs, counts = _article_signs(words, runs, phrases, lexicon)
    lower_seen = {word.lower for word in words if not word.capital}
    first_line_end = next((at for at, word in enumerate(words) if word.text == PARAGRAPH and at > 2), 0)
    quoted = _quoted(words)
    linked = _links(words, runs.spans)
    for (start, end), links in zip(runs.spans, linked, strict=True):
        around = _run_attributes(words, start, end)
        around += links
        around += _cue_before(words, start)
        length = min(end - start, 4)
        for at in range(start, end):
            word = words[at]
            place = "S" if end - start == 1 else "B" if at == start else "E" if at == end - 1 else "M"
            mine = found[at]
            mine += around
            mine.append(f"rp={place}{length}")
            mine += (f"{place}{one}" for one in around[:3])
            mine += ("d=" + sign for sign in signs[word.text])
            count = counts[word.text]
            mine.append("dn=" + ("1" if count == 1 else "2" if count < 4 else "4"))
            if word.lower in lower_seen:
                mine.append("dl")
            if at < first_line_end:
                mine.append("t1")
            if at in quoted:
                mine.append("qu")
    return found


JOINERS = frozenset(("de", "du", "des", "d'", "la", "l'", "le", "les", "et", "of", "the"))
LISTERS = frozenset((",", "et", "ou", "/"))


def _links(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> list[list[str]]:
    """For each run, how it hangs together with the run before it and after it.

    Runs with only small words between them may be one name (``Conseil d'État``); runs with a comma
    or *et* between them make a list, whose members are of one sort, said before the first.
    """
    linked: list[list[str]] = [[] for _ in spans]
    head = ""
    for number in range(1, len(spans)):
        (start1, end1), (start2, _) = spans[number - 1], spans[number]
        between = [words[at].lower for at in range(end1, min(start2, end1 + 4))]
        if start2 - end1 > 3:
            head = ""
            continue
        if start2 - end1 <= 2 and between[0] in LISTERS:
            if not head:
                left = [words[at].kind for at in range(max(0, start1 - 2), start1)]
                head = " ".join(left)
            linked[number] += (f"lh={head}", f"lk={words[start1].kind}")
            linked[number - 1].append(f"ln={words[start2].kind}")
        else:
            head = ""
        if all(one in JOINERS for one in between):
            joint = between[0]
            linked[number] += (f"jb={words[start1].kind}", f"jw={joint} {words[start1].lower}")
            linked[number - 1] += (f"ja={words[start2].kind}", f"jx={joint} {words[start2].kind}")
    return linked


def _cue_before(words: Sequence[Word], start: int) -> list[str]:
    """The nearest word before a run, in the same phrase, that says what is named."""
    for at in range(start - 1, max(-1, start - 6), -1):
        word = words[at]
        if word.kind in CUE_KINDS:
            return [f"cb={word.kind}", f"cw={word.lower}", f"cd={word.kind}{start - at}"]
        if word.capital or not (word.text[0].isalpha() or word.text in ("'", "«")) or word.kind in VERBS:
            break
    return ["cb=0"]


CUE_KINDS = frozenset("HTOPEW")
VERBS = frozenset(("S", "a", "est", "ont", "sont", "qui", "que", "qu'", "et", "ou", "mais"))


def _quoted(words: Sequence[Word]) -> set[int]:
    """The tokens inside short quotation marks (titles of works, nicknames)."""
    found: set[int] = set()
    start, closing = -1, ""
    for at, word in enumerate(words):
        text = word.text
        if start >= 0 and text == closing:
            if at - start <= 9:
                found.update(range(start + 1, at))
            start = -1
        elif text in QUOTES:
            start, closing = at, QUOTES[text]
        elif text == PARAGRAPH:
            start = -1
    return found


def _run_attributes(words: Sequence[Word], start: int, end: int) -> list[str]:
    """What stands around a run and how it begins and ends; three of it go with the place in it."""
    before = words[start - 1] if start else None
    before2 = words[start - 2] if start > 1 else None
    after = words[end] if end < len(words) else None
    after2 = words[end + 1] if end + 1 < len(words) else None
    left = before.kind if before else "^"
    left2 = before2.kind if before2 else "^"
    right = after.kind if after else "$"
    right2 = after2.kind if after2 else "$"
    first, last = words[start], words[end - 1]
    found = [
        "r1=" + first.kind,
        "r2=" + left,
        "r3=" + right,
        "r4=" + (before.lower if before else "^"),
        "r5=" + (after.lower if after else "$"),
        f"r6={left2} {left}",
        f"r7={right} {right2}",
        f"r8={left} {right}",
        f"r9={first.kind} {last.kind}",
        "ra=" + (before2.lower if before2 else "^"),
        "rb=" + (after2.lower if after2 else "$"),
        f"rc={min(end - start, 4)} {left}",
        f"rd={last.lower[-3:]}",
    ]
    if right == "(" and after2 is not None and end - start > 1 and after2.text.isupper():
        initials = "".join(word.text[0] for word in words[start:end])
        found.append("re=" + str(after2.text[:1] == initials[:1]))
    return found


def _article_signs(
    words: Sequence[Word], runs: Runs, phrases: dict[int, str], lexicon: Lexicon
) -> tuple[dict[str, set[str]], dict[str, int]]:
    """What the article says about each capitalised word, anywhere in it, and how often it has it."""
    signs: dict[str, set[str]] = defaultdict(set)
    counts: dict[str, int] = defaultdict(int)
    last = len(words) - 1
    for start, end in runs.spans:
        before = words[start - 1] if start else None
        after = words[end] if end <= last else None
        marks = []
        if before is not None:
            if before.text not in ENDINGS:
                marks.append("mid")
            kind = before.kind
            if kind in SIGNS:
                marks.append("<" + kind)
            elif kind in ("N", "x", "pl", ",") and start > 1 and words[start - 2].kind in "HTOPEW":
                marks.append("<<" + words[start - 2].kind)
        if after is not None:
            kind = after.kind
            if kind in SIGNS_AFTER:
                marks.append(">" + kind)
            if kind == "," and end + 1 <= last and words[end + 1].kind in "TPOE":
                marks.append(">," + words[end + 1].kind)
        size = end - start
        given = "g" in words[start].kind and words[start].kind.startswith("X")
        for at in range(start, end):
            text = words[at].text
            counts[text] += 1
            mine = signs[text]
            mine.update(marks)
            if size > 1:
                mine.add("run>" if at == end - 1 else "run<" if at == start else "run=")
                if given and at > start:
                    mine.add("given")
            else:
                mine.add("alone")
    for at, mark in phrases.items():
        signs[words[at].text].add(mark[:2] + lexicon.labels.get(mark[2:], ""))
    return signs, counts


SIGNS = frozenset(
    (
        *"HTOPEW",
        "à",
        "en",
        "de",
        "d'",
        "du",
        "le",
        "la",
        "les",
        "l'",
        "au",
        "aux",
        "dans",
        "selon",
        "par",
        "(",
        "sur",
        "avec",
        "chez",
        "contre",
        "et",
        ",",
    )
)
SIGNS_AFTER = frozenset(("S", "a", "est", "(", ")", "et", ",", "ont", "qui", ":"))
