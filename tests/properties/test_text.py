"""What holds for any text whatever: lengths, partitions, spans in range, moves that end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import Span
from reader.text.cells import cell_width, clip, grapheme_at, graphemes, next_grapheme, previous_grapheme
from reader.text.clauses import clauses
from reader.text.display import safe_display, safe_line
from reader.text.folding import find_folded, fold, fold_key
from reader.text.quoting import context
from reader.text.structure import TextMap

if TYPE_CHECKING:
    from collections.abc import Callable

TRICKY = (
    *(
        "e\u0301",
        "é",
        "œ",
        "ß",
        "ﬁ",
        "…",
        "«",
        "»",
        "“",
        "”",
        "’",
        "'",
        "-",
        "–",
        "—",
        ".",
        "!",
        "?",
        ",",
        ";",
        ":",
        "(",
        ")",
    ),
    *(
        "[",
        "]",
        "\n",
        "\t",
        "\u00a0",
        "\u202f",
        "\u2028",
        "\x1b",
        "\x85",
        "\xad",
        "\u200b",
        "\u200d",
        "\ufe0f",
        "\u202e",
    ),
    *(
        "\ud800",
        "👩",
        "💻",
        "🏽",
        "❤",
        "🇫",
        "🇷",
        "한",
        "ᄀ",
        "ᅡ",
        "ᆨ",
        "क",
        "्",
        "ष",
        "中",
        "Ａ",
        "M.",
        "J.",
        "etc.",
    ),
    *("l’", "qu'", "12", "3,5", "O.N.U.", "Mot", "mot", "A", " "),
)
anything = st.text(alphabet=st.characters(), max_size=60)
tricky = st.lists(st.sampled_from(TRICKY), max_size=40).map("".join)
texts = st.one_of(tricky, anything)


def paintable(text: str) -> bool:
    """Whether every control in *text* was replaced."""
    return all(each in "\n\t" or each >= " " for each in text) and not any(
        "\x7f" <= each <= "\x9f" for each in text
    )


@given(texts)
def test_a_safe_text_has_the_same_length_and_no_control(text: str) -> None:
    safe = safe_display(text)
    assert len(safe) == len(text)
    assert paintable(safe)
    assert safe_display(safe) == safe
    line = safe_line(text)
    assert len(line) == len(text)
    assert "\n" not in line
    assert "\t" not in line


@given(texts)
def test_graphemes_part_the_text_and_their_widths_add_up(text: str) -> None:
    cut = list(graphemes(text))
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(start < end for start, end in cut)
    assert sum(cell_width(text[start:end]) for start, end in cut) == cell_width(text)
    assert cell_width(text) == cell_len(safe_line(text))


@given(texts)
def test_borders_are_the_same_from_every_side(text: str) -> None:
    cut = list(graphemes(text))
    for start, end in cut:
        assert next_grapheme(text, start) == end
        assert previous_grapheme(text, end) == start
        assert all(grapheme_at(text, offset) == (start, end) for offset in range(start, end))


@given(texts, st.integers(0, 30))
def test_what_is_clipped_fits(text: str, cells: int) -> None:
    clipped = clip(text, cells)
    assert cell_width(clipped) <= cells
    assert clipped == text or text.startswith(clipped.removesuffix("…").rstrip())


@given(texts)
def test_lines_join_to_the_text(text: str) -> None:
    text_map = TextMap(text)
    starts = [*text_map.line_starts, len(text) + 1]
    lines = [text[start : end - 1] for start, end in pairwise(starts)]
    assert lines == text.split("\n")
    for offset in range(len(text) + 1):
        line = text_map.line_of(offset)
        assert starts[line] <= offset < starts[line + 1]


@given(texts)
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    end, left_out = 0, ""
    for sentence in TextMap(text).sentences():
        assert end <= sentence.start < sentence.end
        assert sentence.of(text) == sentence.of(text).strip()
        left_out += text[end : sentence.start]
        end = sentence.end
    assert not (left_out + text[end:]).strip()


@given(texts, st.integers(0, 100))
def test_each_step_of_the_ladder_lies_in_the_next(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    text_map = TextMap(text)
    clause, sentence = text_map.clause_at(offset), text_map.sentence_at(offset)
    paragraph = text_map.paragraph_at(offset)
    start = text.rfind("\n", 0, offset) + 1
    line = Span(start, start + len(text[start:].partition("\n")[0]))
    assert sentence.covers(clause)
    assert paragraph.covers(sentence)
    assert line.covers(paragraph)
    word = text_map.word_at(offset)
    assert word is None or line.covers(word)


@given(texts)
def test_clauses_lie_in_their_sentence_without_outer_space(text: str) -> None:
    for start, end in clauses(text, 0, len(text)):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()


def starts(text: str, move: Callable[[int], int], back: Callable[[int], int]) -> tuple[list[int], list[int]]:
    """Where *move* stops from the start on, and *back* from the end on."""
    forth, offset = [], 0
    while offset < len(text):
        assert move(offset) > offset
        offset = move(offset)
        forth.append(offset)
    backs, offset = [], len(text)
    while offset > 0:
        assert back(offset) < offset
        offset = back(offset)
        backs.append(offset)
    return forth, backs


@given(texts)
def test_moves_are_monotone_end_and_stop_at_the_same_places_both_ways(text: str) -> None:
    text_map = TextMap(text)
    for move, back in (
        (text_map.next_word, text_map.previous_word),
        (text_map.next_sentence, text_map.previous_sentence),
        (text_map.next_paragraph, text_map.previous_paragraph),
    ):
        forth, backs = starts(text, move, back)
        inner = {stop for stop in forth if stop < len(text)}
        assert inner == {stop for stop in backs if stop > 0}


@given(texts)
def test_a_fold_leads_back_to_spans_within_the_text(text: str) -> None:
    folded = fold(text)
    borders = {0, len(text)} | {end for _, end in graphemes(text)}
    assert fold(folded.text).text == folded.text
    for start in range(len(folded.text)):
        span = folded.span(start, start + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert {span.start, span.end} <= borders


def letters(text: str) -> str:
    """*text* folded, without what may part words."""
    return "".join(fold_key(text).replace("-", " ").split())


@given(texts, texts)
def test_what_is_found_folds_to_what_was_sought(text: str, query: str) -> None:
    end = 0
    for span in find_folded(text, query):
        assert end <= span.start < span.end <= len(text)
        assert letters(query) in letters(span.of(text))
        end = span.end


@given(texts.filter(lambda text: bool(fold_key(text))))
def test_a_text_finds_itself_in_any_case(text: str) -> None:
    assert find_folded(text, text)
    assert find_folded(
        f"Avant {text} après", text.upper() if fold_key(text.upper()) == fold_key(text) else text
    )


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_contexts_stand_beside_their_span(text: str, start: int, length: int) -> None:
    from reader.model import Span

    span = Span(min(start, len(text)), min(start + length, len(text)))
    prefix, suffix = context(text, span)
    assert (prefix + span.of(text) + suffix) in text
    assert len(prefix) <= 32
    assert len(suffix) <= 32
