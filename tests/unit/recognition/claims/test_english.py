from __future__ import annotations

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
