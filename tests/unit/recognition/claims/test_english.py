from __future__ import annotations

import pytest

from tests.unit.recognition.claims.articles import told


def test_quotations_and_plain_reports_have_their_source() -> None:
    text = (
        "Mayor Paul Martin said on Monday that the dam was safe. "
        "“We checked every stone,” Martin told reporters. "
        "According to the Harbour Gazette, the dam has leaked since May."
    )
    assert told(text, "en") == [
        ("indirect", "the dam was safe", "Mayor Paul Martin"),
        ("quote", "We checked every stone", "Mayor Paul Martin"),
        ("indirect", "the dam has leaked since May", "Harbour Gazette"),
    ]


def test_an_incise_names_the_speaker() -> None:
    text = '"It is too early to say," said Jane Doe, a spokeswoman.'
    assert told(text, "en") == [("quote", "It is too early to say", "Jane Doe")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said he would resign, but his deputy, Ann Roe, told reporters that he should stay.",
            [
                ("indirect", "he would resign", "minister"),
                ("indirect", "he should stay", "Ann Roe"),
            ],
        ),
        (
            "Police said on Tuesday they had arrested a man.",
            [("indirect", "they had arrested a man", "Police")],
        ),
        (
            "The toll is the highest since 2004, according to the Red Cross.",
            [("indirect", "The toll is the highest since 2004", "Red Cross")],
        ),
        (
            "The new law will hurt farmers, critics say.",
            [("indirect", "The new law will hurt farmers", "critics")],
        ),
        (
            "Lawyers for Mateo Vidal denied that he had fled.",
            [("indirect", "he had fled", "Lawyers for Mateo Vidal")],
        ),
        (
            "Iran's oil ministry says that output fell.",
            [("indirect", "output fell", "Iran's oil ministry")],
        ),
        ("In the words of Ada Lund, it was “a disgrace”.", [("quote", "a disgrace", "Ada Lund")]),
        (
            "“It is over,” Ivan Petrov, a miner from Plevna, wrote on Monday.",
            [("quote", "It is over", "Ivan Petrov")],
        ),
    ],
)
def test_a_report_has_its_clause_and_its_speaker(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm reportedly paid bribes.", [("conditional", "The firm reportedly paid bribes", None)]),
        ("The firm is said to have paid.", [("conditional", "The firm is said to have paid", None)]),
        (
            "Police seek a man who allegedly stole a car.",
            [("conditional", "allegedly stole a car", None)],
        ),
        ("Talks failed, but it is likely to try again.", [("hedge", "it is likely to try again", None)]),
        ("The blaze might spread.", [("hedge", "The blaze might spread", None)]),
    ],
)
def test_rumour_and_doubt_are_told_apart(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The claims were false and the reported sum was small.",
        "The May election was close.",
        "He could not swim, and if it rained he could drown.",
        "The film “The Last Ferry” opened on Friday.",
        "She denied the charges, and said nothing more.",
        "Nothing was said.",
        "X said",
    ],
)
def test_what_nobody_claims_is_left_alone(text: str) -> None:
    assert told(text, "en") == []


def test_a_pronoun_is_who_spoke_before() -> None:
    text = "Anna Lund warned that the dam would burst. “We have no time,” she added."
    assert told(text, "en") == [
        ("indirect", "the dam would burst", "Anna Lund"),
        ("quote", "We have no time", "Anna Lund"),
    ]
