"""CSV, Markdown and Web Annotation: what other tools need and what must not act in them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.errors import FormatError
from reader.formats import csv_table, markdown, web_annotation
from reader.formats.data import ExportData
from reader.formats.registry import FORMATS, format_named, format_of_file
from tests.effort import effort
from tests.unit.formats.samples import CLOSED, LINK, MAYOR, PROMISE, everything

if TYPE_CHECKING:
    from types import ModuleType


def table(data: ExportData) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_table.write(data)), newline="")))


def test_every_row_of_the_table_has_every_column() -> None:
    rows = table(everything())
    assert [row["type"] for row in rows] == ["annotation"] * 3 + ["link", "mention", "date", "claim"]
    assert all(None not in row.values() for row in rows)


def test_a_link_stands_on_one_row_with_both_quotes() -> None:
    (row,) = [row for row in table(everything()) if row["type"] == "link"]
    assert (row["quote"], row["relation"], row["target_quote"]) == (
        "n’a pas rouvert",
        "contradicts",
        "le pont [sic] rouvrira",
    )


def test_every_row_of_the_table_says_the_title_and_the_date_of_its_article() -> None:
    rows = table(everything())
    assert {(row["article"], row["title"], row["date"]) for row in rows} == {
        ("a/un.txt", "Le maire", "2025-10-28"),
        ("deux.txt", "Le pont de Vrécourt", "2025-10-28"),
    }
    (link,) = [row for row in rows if row["type"] == "link"]
    assert (link["target_title"], link["target_date"]) == ("Le maire", "2025-10-28")


@pytest.mark.parametrize("writer", [csv_table, markdown])
def test_a_title_is_cited_whole(writer: ModuleType) -> None:
    data = everything()
    whole = tuple(
        replace(a, title="Le pont…", whole_title="Le pont de Vrécourt rouvre") for a in data.articles
    )
    written = "".join(writer.write(replace(data, articles=whole, recognised=())))
    assert "Le pont de Vrécourt rouvre" in written
    assert "Le pont…" not in written


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_begins_like_a_formula(sign: str) -> None:
    row = replace(PROMISE, note=f"{sign}1+1", tags=(f"{sign}tag".strip() or "x",))
    (cells,) = table(ExportData(annotations=(row,)))
    assert not any(cell.startswith(csv_table.FORMULA_SIGNS) for cell in cells.values())


def test_no_order_to_a_terminal_stays_in_a_cell() -> None:
    written = "".join(csv_table.write(ExportData(annotations=(replace(PROMISE, note="\x1b]52;c;x\x07"),))))
    assert "\x1b" not in written
    assert "\x07" not in written


def test_the_report_puts_every_quote_under_its_tags() -> None:
    report = "".join(markdown.write(ExportData(annotations=(PROMISE, MAYOR))))
    assert [line for line in report.split("\n") if line.startswith("## ")] == [
        "## \\=à vérifier",
        "## PER",
        "## promesse",
    ]
    assert report.count("> le pont \\[sic\\] rouvrira\n") == 2


def test_a_link_stands_with_both_of_its_passages() -> None:
    report = "".join(markdown.write(ExportData(annotations=(CLOSED, PROMISE), links=(LINK,))))
    assert "→ contradicts: “le pont \\[sic\\] rouvrira”, a/un.txt, 43–65" in report
    assert "← contradicted by: “n’a pas rouvert”, deux.txt, 20–35" in report


class CountedId(str):
    """An id that can be seen being compared: by a call of its own."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other)


def test_the_report_looks_at_each_link_only_where_it_stands() -> None:
    def linked(count: int) -> ExportData:
        ends = [replace(PROMISE, id=CountedId(f"a-{number:03}")) for number in range(2 * count)]
        links = [
            replace(LINK, id=f"l-{number}", source=ends[2 * number].id, target=ends[2 * number + 1].id)
            for number in range(count)
        ]
        return ExportData(annotations=tuple(ends), links=tuple(links))

    few, many = linked(20), linked(80)
    list(markdown.write(linked(1)))  # what is made once is made now
    assert effort(lambda: list(markdown.write(many))) < 4.5 * effort(lambda: list(markdown.write(few)))


def test_a_passage_without_a_tag_is_reported_too() -> None:
    report = "".join(markdown.write(ExportData(annotations=(replace(PROMISE, tags=()),))))
    assert "## Without a tag" in report


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("<script>", "&lt;script\\>"),
        ("# titre", "\\# titre"),
        ("- liste", "\\- liste"),
        ("1. liste", "1\\. liste"),
        ("a\nb", "a b"),
        ("*b* _i_ `c`", "\\*b\\* \\_i\\_ \\`c\\`"),
        ("&lt;", "\\&lt;"),
    ],
)
def test_nothing_of_the_data_acts_as_markdown(text: str, escaped: str) -> None:
    assert markdown.plain(text) == escaped


def test_a_web_annotation_has_both_selectors_and_a_body_per_tag_and_note() -> None:
    page = json.loads("".join(web_annotation.write(ExportData(annotations=(CLOSED,)))))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    (item,) = page["items"]
    assert [body["purpose"] for body in item["body"]] == ["tagging", "commenting"]
    quote, position = item["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "n’a pas rouvert")
    assert (position["type"], position["start"], position["end"]) == (
        "TextPositionSelector",
        CLOSED.span.start,
        CLOSED.span.end,
    )


def test_a_link_leads_from_its_target_to_the_passage_in_its_body() -> None:
    page = json.loads("".join(web_annotation.write(ExportData(annotations=(CLOSED, PROMISE), links=(LINK,)))))
    item = page["items"][-1]
    assert item["motivation"] == "linking"
    assert item["target"]["source"] == "deux.txt"
    assert item["body"][0]["source"] == "a/un.txt"


def test_an_empty_page_is_still_json() -> None:
    assert json.loads("".join(web_annotation.write(ExportData())))["items"] == []


def test_a_format_is_found_by_name_and_by_the_ending_of_a_file() -> None:
    assert [format_named(known.name) for known in FORMATS] == list(FORMATS)
    assert format_of_file("Notes.JSONL") is FORMATS[0]
    assert format_of_file("notes") is None


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(FormatError, match=r"“pdf”\. There are jsonl, csv"):
        format_named("pdf")
    with pytest.raises(FormatError, match="did you mean “markdown”"):
        format_named("makdown")


def test_a_format_that_is_only_written_says_so() -> None:
    with pytest.raises(FormatError, match="can be written but not read"):
        format_named("csv").read([])
