"""The JSONL contract: keys, order, escapes, and what is refused on the way in."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reader.annotations.changes import Table
from reader.errors import FormatError
from reader.formats import jsonl
from reader.formats.data import ExportData
from reader.formats.parts import Part, parts_of
from reader.model import DecisionAction
from tests.unit.formats.samples import CLOSED, DECISION, FIRST, LINK, MAYOR, PROMISE, TAGS, everything


def records(data: ExportData) -> list[dict[str, object]]:
    return [json.loads(line) for line in jsonl.write(data)]


def line_of(**fields: object) -> str:
    """The line of an annotation with some fields changed; None takes a field away."""
    (line,) = jsonl.write(ExportData(annotations=(PROMISE,)))
    record = {**json.loads(line), **fields}
    return json.dumps({name: value for name, value in record.items() if value is not None}) + "\n"


def why(line: str) -> str:
    """Why a line is refused."""
    incoming = jsonl.read([line])
    assert incoming.rows == ()
    (refused,) = incoming.refused
    return refused.why


def test_an_annotation_has_its_keys_in_the_promised_order() -> None:
    (record,) = records(ExportData(annotations=(PROMISE,)))
    assert " ".join(record) == (
        "type schema id article article_sha256 start end quote prefix suffix tags note creator created "
        "modified origin anchor"
    )
    assert record["type"] == "annotation"
    assert record["schema"] == 1


def test_a_link_carries_both_its_ends() -> None:
    record = records(ExportData(annotations=(CLOSED, PROMISE), links=(LINK,)))[-1]
    assert " ".join(record) == ("type schema id relation source target note creator created modified")
    assert record["source"] == {
        "annotation": "a-3",
        "article": "deux.txt",
        "start": CLOSED.span.start,
        "end": CLOSED.span.end,
        "quote": "n’a pas rouvert",
    }


def test_a_decision_says_what_was_proposed_how_surely_and_what_was_decided() -> None:
    decision = replace(DECISION, action=DecisionAction.RELABELLED, value="ORG", score=0.75)
    (record,) = records(ExportData(parts_of("decisions"), decisions=(decision,)))
    assert " ".join(record) == (
        "type schema id article action start end quote kind label value creator created score"
    )
    (row,) = jsonl.read([json.dumps(record)]).rows
    assert row.row == decision
    record["score"] = 2
    assert why(json.dumps(record)) == "“score” must be a number from 0 to 1"


def test_mentions_dates_and_claims_have_their_keys_in_the_promised_order() -> None:
    mention, date, claim = records(
        replace(everything(), include=frozenset({Part.MENTIONS, Part.DATES, Part.CLAIMS}))
    )
    assert " ".join(mention) == ("type schema article start end text label name score recogniser")
    assert " ".join(date) == ("type schema article start end text kind value mod anchor reference")
    assert " ".join(claim) == ("type schema article start end text status source cue")
    assert claim["cue"] == {
        "start": FIRST.index("aurait"),
        "end": FIRST.index("aurait") + 6,
        "text": "aurait",
    }
    assert (date["kind"], date["mod"], date["anchor"]) == ("DATE", None, None)


def test_annotations_are_sorted_by_article_and_place_and_links_come_after() -> None:
    data = ExportData(annotations=(CLOSED, PROMISE, MAYOR), links=(LINK,))
    assert [record["id"] for record in records(data)] == ["a-2", "a-1", "a-3", "l-1"]


def test_the_order_of_the_values_does_not_matter() -> None:
    data = everything()
    turned = replace(data, annotations=data.annotations[::-1], tags=data.tags[::-1])
    assert list(jsonl.write(data)) == list(jsonl.write(turned))


def test_a_link_whose_end_is_unknown_is_left_out() -> None:
    assert records(ExportData(annotations=(PROMISE,), links=(LINK,)))[-1]["type"] == "annotation"


def test_a_link_to_an_article_that_is_not_exported_is_kept_whole() -> None:
    data = ExportData(annotations=(PROMISE,), links=(LINK,), ends={"a-3": CLOSED})
    assert records(data)[-1]["source"]["quote"] == "n’a pas rouvert"  # type: ignore[index]


def test_no_line_holds_another_line_end_or_an_invisible_character() -> None:
    note = "a\u2028b\u2029c\u0085d\u009be\u007ff\u202eg\x1b[31m\ufeff"
    (line,) = jsonl.write(ExportData(annotations=(replace(PROMISE, note=note),)))
    assert line.endswith("}\n")
    assert line[:-1].isprintable()
    assert len(line.splitlines()) == 1  # the very function that others split with
    assert json.loads(line)["note"] == note


def test_letters_stand_as_they_are() -> None:
    (line,) = jsonl.write(ExportData(annotations=(MAYOR,)))
    assert "Élie Marchand" in line


def test_what_was_written_is_read_again() -> None:
    incoming = jsonl.read(jsonl.write(everything()))
    assert incoming.refused == ()
    assert incoming.passed == 5  # two articles, a mention, a date, a claim
    assert {row.row for row in incoming.rows if row.table is Table.ANNOTATIONS} == {PROMISE, MAYOR, CLOSED}
    assert [row.row for row in incoming.rows if row.table is Table.LINKS] == [LINK]
    assert {row.row for row in incoming.rows if row.table is Table.TAGS} == set(TAGS)


def test_rows_know_their_line_and_blank_lines_count() -> None:
    incoming = jsonl.read(["\n", line_of(), "  \n", "{}\n"])
    assert [row.line for row in incoming.rows] == [2]
    assert [(refused.line, refused.why) for refused in incoming.refused] == [(4, "“type” is missing")]


def test_the_least_that_an_annotation_needs_is_its_passage() -> None:
    line = json.dumps({"type": "annotation", "article": "x.txt", "start": 3, "end": 6, "quote": "abc"})
    (once,), (again,) = jsonl.read([line]).rows, jsonl.read([line]).rows
    assert once == again


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"start": None}, "“start” is missing"),
        ({"start": -1}, "“start” must be a whole number"),
        ({"start": 1.5}, "“start” must be a whole number"),
        ({"start": True}, "“start” must be a whole number"),
        ({"end": 10**30}, "“end” must be a whole number"),
        ({"start": 50, "end": 50}, "“start” must lie before “end”"),
        ({"quote": "court"}, "its quote has 5 characters, but its span 22"),
        ({"quote": None}, "“quote” is missing"),
        ({"quote": 5}, "“quote” must be text"),
        ({"tags": "x"}, "“tags” must be a list"),
        ({"tags": [""]}, "A tag needs a name"),
        ({"tags": [3]}, "a tag must be text"),
        ({"tags": ["x"] * 1001}, "“tags” must be a list of at most 1000"),
        ({"id": "a\nb"}, "“id” must be a name on one line"),
        ({"id": "x" * 501}, "“id” is longer than 500"),
        ({"creator": ""}, "“creator” must be a name"),
        ({"created": "hier"}, "“created” is no time"),
        ({"anchor": "sure"}, "“anchor” must be one of exact, moved, doubtful, orphan"),
        ({"article_sha256": "abc"}, "“article_sha256” is no SHA-256"),
        ({"schema": 2}, "its schema is 2; this reader knows 1"),
        ({"type": "note"}, "its type is unknown: 'note'"),
        ({"note": "x" * (1 << 20) + "y"}, "“note” is longer"),
    ],
)
def test_a_field_that_is_wrong_is_named(fields: dict[str, object], reason: str) -> None:
    assert reason in why(line_of(**fields))


@pytest.mark.parametrize(
    "article",
    [
        "",
        "/etc/passwd",
        "../x.txt",
        "a/../../x.txt",
        "a//b.txt",
        "./x.txt",
        "C:\\x.txt",
        "c:x",
        "a\\b",
        "a\0b",
    ],
)
def test_an_article_outside_the_folder_is_refused(article: str) -> None:
    assert "“article”" in why(line_of(article=article))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nonsense", "it is not JSON"),
        ("[1]", "it is not a JSON object"),
        ("[" * 100_000, "it is nested too deeply"),
        ('{"type":' * 100_000, "it is nested too deeply"),
        ('{"schema": NaN}', "NaN is no number"),
        ('{"schema": null}', "its schema is null; this reader knows 1"),
        ('{"schema": ' + "9" * 5000 + "}", "it is not JSON"),
        ('{"type":"annotation","id":"\\ud800"}', "“start” is missing"),
        ("x" * (8 << 20) + "x", "it is longer than"),
    ],
    ids=range(9),
)
def test_a_line_that_is_no_record_is_refused(line: str, reason: str) -> None:
    assert reason in why(line)


def test_half_a_character_is_refused_in_a_text() -> None:
    assert "half a character" in why(line_of(note="\ud800"))
    assert "half a character" in why(line_of().replace('"note": ""', '"note": "\udcff"'))


def test_a_link_with_itself_is_refused() -> None:
    line = list(jsonl.write(ExportData(annotations=(CLOSED, PROMISE), links=(LINK,))))[-1]
    assert why(line.replace("a-3", "a-1")) == "it links a passage with itself"


def test_a_file_of_nothing_but_mistakes_is_given_up() -> None:
    with pytest.raises(FormatError, match="10000 lines cannot be read"):
        jsonl.read("x\n" for _ in range(1_000_000))


def test_parts_are_named_in_a_list() -> None:
    assert parts_of("annotations, links") == {Part.ANNOTATIONS, Part.LINKS}


@pytest.mark.parametrize("names", ["", ",", "annotations,notes"])
def test_a_part_that_does_not_exist_is_named(names: str) -> None:
    with pytest.raises(FormatError.__mro__[1], match="There are articles, tags"):
        parts_of(names)
