"""Who is who in a session: kept up to date, merged, split, called otherwise, rejected; all of it undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotations.changes import Table
from reader.annotations.memory_store import MemoryStore
from reader.annotations.operations.identities import calling_id, grouping_id, name_of
from reader.annotations.rows import from_row, to_row
from reader.articles.library import Library
from reader.errors import UsageError
from reader.formats.data import Part
from reader.formats.registry import format_named
from reader.model import Claim, ClaimStatus, Decision, DecisionAction, Entity, EntityLabel, Recognition
from reader.session import Passage, Session
from tests.articles import folder, span_of

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model import Article

TEXTS = {
    "un": "Anna Kovacs parle à Vienne. Le Kremlin se tait.",
    "deux": "Kovacs est à Moscou. Vienne attend.",
    "trois": "Vienne, dit la Hofburg.",
}
NAMES = {
    "Anna Kovacs": EntityLabel.PER,
    "Kovacs": EntityLabel.PER,
    "Vienne": EntityLabel.LOC,
    "Moscou": EntityLabel.LOC,
    "Kremlin": EntityLabel.ORG,
    "Hofburg": EntityLabel.ORG,
}


def found_in(article: Article, *_: object) -> Recognition:
    entities: list[Entity] = []
    for name, label in NAMES.items():
        if name in article.text:
            span = span_of(article.text, name)
            if not any(entity.span.overlaps(span) for entity in entities):
                entities.append(Entity(span, name, label, name, recogniser="names"))
    claims: tuple[Claim, ...] = ()
    if article.id == "trois.txt":
        span = span_of(article.text, "Vienne, dit")
        claims = (Claim(span, "Vienne, dit", ClaimStatus.QUOTE, "Hofburg", recogniser="claims"),)
    return Recognition(tuple(sorted(entities, key=lambda e: e.span)), claims=claims)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr("reader.recognition.remembering.recognise", found_in)
    session = Session(Library([folder(tmp_path, **TEXTS)]), MemoryStore())
    for ref in session.articles:
        session.recognition(ref.id)
    return session


def names(session: Session) -> dict[str, int]:
    return {one.name: one.count for one in session.identities()}


AS_FOUND = {"Vienne": 3, "Anna Kovacs": 2, "Hofburg": 1, "Kremlin": 1, "Moscou": 1}


def test_identities_grow_with_every_article_that_is_recognised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.recognition.remembering.recognise", found_in)
    session = Session(Library([folder(tmp_path, **TEXTS)]), MemoryStore())
    assert session.identities() == ()
    session.recognition("deux.txt")
    assert names(session) == {"Kovacs": 1, "Moscou": 1, "Vienne": 1}
    session.recognition("un.txt")
    assert names(session)["Anna Kovacs"] == 2


def test_an_article_that_changed_or_vanished_is_taken_up_anew(session: Session, tmp_path: Path) -> None:
    (tmp_path / "articles" / "deux.txt").write_text("Moscou, seulement.", encoding="utf-8")
    session.forget_text("deux.txt")
    session.recognition("deux.txt")
    assert names(session)["Anna Kovacs"] == 1
    (tmp_path / "articles" / "deux.txt").unlink()
    session.forget_text("deux.txt")
    assert "Moscou" not in names(session)


def test_what_stands_for_another_thing_is_merged_by_a_person_only(session: Session) -> None:
    assert names(session) == AS_FOUND
    session.merge(session.identity("Kremlin"), session.identity("Moscou"))
    assert names(session)["Moscou"] == 2
    assert session.identity("Kremlin") is session.identity("Moscou")
    session.undo()
    assert names(session) == AS_FOUND
    session.redo()
    assert names(session)["Moscou"] == 2


def test_merged_names_may_bear_a_third_one_and_merge_again(session: Session) -> None:
    session.merge(session.identity("Kremlin"), session.identity("Moscou"), "Russie")
    session.merge(session.identity("Hofburg"), session.identity("Vienne"))
    assert names(session) == {"Vienne": 4, "Anna Kovacs": 2, "Russie": 2}
    session.merge(session.identity("Vienne"), session.identity("Russie"))
    assert names(session) == {"Russie": 6, "Anna Kovacs": 2}
    session.rename(session.identity("Russie"), "Europe")
    assert names(session) == {"Europe": 6, "Anna Kovacs": 2}
    for _ in range(4):
        session.undo()
    assert names(session) == AS_FOUND


def test_a_person_merged_into_a_thing_becomes_one(session: Session) -> None:
    session.accept("deux.txt", [m for m in session.mentions("deux.txt") if m.text == "Kovacs"])
    change = session.merge(session.identity("Anna Kovacs"), session.identity("Kremlin"))
    assert change is not None
    assert names(session)["Kremlin"] == 3
    assert {m.tag for m in session.mentions("un.txt") if m.text == "Anna Kovacs"} == {"ORG"}
    assert session.annotations("deux.txt")[0].tags == ("ORG",)
    session.undo()
    assert names(session) == AS_FOUND
    assert session.annotations("deux.txt")[0].tags == ("PER",)


@pytest.mark.parametrize("apart", ["Kovacs", "Anna Kovacs"])
def test_a_name_split_off_is_by_itself_again(session: Session, apart: str) -> None:
    session.split(session.identity("Anna Kovacs"), apart)
    assert {name: count for name, count in names(session).items() if "Kovacs" in name} == {
        "Kovacs": 1,
        "Anna Kovacs": 1,
    }
    session.undo()
    assert names(session) == AS_FOUND


def test_of_three_merged_names_two_stay_together(session: Session) -> None:
    session.merge(session.identity("Kremlin"), session.identity("Moscou"))
    session.merge(session.identity("Hofburg"), session.identity("Moscou"))
    session.split(session.identity("Moscou"), "Moscou")
    assert session.identity("Moscou").count == 1
    assert session.identity("Kremlin") is session.identity("Hofburg")
    with pytest.raises(UsageError, match="no other name"):
        session.split(session.identity("Moscou"), "Moscou")
    with pytest.raises(UsageError, match="one already"):
        session.merge(session.identity("Moscou"), session.identity("Moscou"))


def test_an_identity_is_relabelled_in_every_article_and_in_those_to_come(session: Session) -> None:
    vienna = [m for m in session.mentions("un.txt") if m.text == "Vienne"]
    session.accept("un.txt", vienna)
    session.relabel_all(session.identity("Vienne"), EntityLabel.ORG)
    assert session.identity("Vienne").label is EntityLabel.ORG
    assert all(
        m.tag == "ORG" for ref in session.articles for m in session.mentions(ref.id) if m.text == "Vienne"
    )
    assert session.annotations("un.txt")[0].tags == ("ORG",)
    session.forget_text("trois.txt")
    session.recognition("trois.txt")
    assert session.identity("Vienne").label is EntityLabel.ORG
    session.undo()
    assert session.identity("Vienne").label is EntityLabel.LOC
    assert session.annotations("un.txt")[0].tags == ("LOC",)


def test_names_that_were_merged_stay_so_when_a_thing_becomes_a_person(session: Session) -> None:
    session.merge(session.identity("Kremlin"), session.identity("Moscou"), "Igor")
    session.relabel_all(session.identity("Igor"), EntityLabel.PER)
    igor = session.identity("Igor")
    assert (igor.label, igor.count) == (EntityLabel.PER, 2)
    session.relabel_all(igor, EntityLabel.LOC)
    assert (session.identity("Igor").label, session.identity("Igor").count) == (EntityLabel.LOC, 2)


def test_a_rejected_identity_is_gone_everywhere_but_where_it_was_kept(session: Session) -> None:
    session.accept("un.txt", [m for m in session.mentions("un.txt") if m.text == "Vienne"])
    session.reject_name(session.identity("Vienne"))
    assert names(session)["Vienne"] == 1
    assert [m.text for m in session.mentions("trois.txt")] == ["Vienne, dit", "Hofburg"]
    session.undo()
    assert names(session) == AS_FOUND


def test_what_was_said_of_one_mention_goes_before_what_was_said_of_its_name(session: Session) -> None:
    session.relabel_all(session.identity("Vienne"), EntityLabel.ORG)
    (here,) = [m for m in session.mentions("un.txt") if m.text == "Vienne"]
    session.relabel("un.txt", here, "MISC")
    assert [m.tag for m in session.mentions("un.txt") if m.text == "Vienne"] == ["MISC"]
    assert [m.tag for m in session.mentions("deux.txt") if m.text == "Vienne"] == ["ORG"]


def test_a_mention_of_a_relabelled_name_keeps_its_label_when_it_is_kept(session: Session) -> None:
    session.relabel_all(session.identity("Vienne"), EntityLabel.ORG)
    session.accept("un.txt", [m for m in session.mentions("un.txt") if m.text == "Vienne"])
    assert session.identity("Vienne").count == 3
    assert [m.tag for m in session.mentions("un.txt") if m.text == "Vienne"] == ["ORG"]


def test_one_undo_takes_back_what_was_accepted_in_every_article(session: Session) -> None:
    vienna = session.identity("Vienne")
    change = session.accept_all(vienna.mentions)
    assert change is not None
    assert change.title == "keep 3 mentions in 3 articles"
    assert [a.article for a in session.all_annotations()] == ["deux.txt", "trois.txt", "un.txt"]
    assert [(tag.name, tag.favourite) for tag in session.tags()] == [("LOC", None)]
    session.undo()
    assert session.all_annotations() == ()
    session.reject_all(vienna.mentions)
    assert "Vienne" not in names(session)


def test_two_mentions_of_one_passage_become_one_annotation_with_both_tags(session: Session) -> None:
    (claim,) = [m for m in session.mentions("trois.txt") if isinstance(m, Claim)]
    same = Entity(claim.span, claim.text, EntityLabel.MISC, "x", recogniser="names")
    session.accept("trois.txt", [claim, same])
    assert [a.tags for a in session.annotations("trois.txt")] == [("quote", "MISC")]


def test_the_source_of_a_claim_is_corrected_and_taken_back(session: Session) -> None:
    def source() -> str | None:
        (claim,) = [m for m in session.mentions("trois.txt") if isinstance(m, Claim)]
        return claim.source

    (claim,) = [m for m in session.mentions("trois.txt") if isinstance(m, Claim)]
    session.set_source("trois.txt", claim, "  Anna   Kovacs ")
    assert source() == "Anna Kovacs"
    session.set_source("trois.txt", claim, "")
    assert source() is None
    session.undo()
    session.undo()
    assert source() == "Hofburg"


def test_decisions_on_names_come_back_from_rows_and_from_an_export(session: Session, tmp_path: Path) -> None:
    session.merge(session.identity("Kremlin"), session.identity("Moscou"))
    session.split(session.identity("Anna Kovacs"), "Kovacs")
    session.relabel_all(session.identity("Vienne"), EntityLabel.ORG)
    session.reject_name(session.identity("Hofburg"))
    (claim,) = [m for m in session.mentions("trois.txt") if isinstance(m, Claim)]
    session.set_source("trois.txt", claim, "Anna Kovacs")
    assert all(from_row(Table.DECISIONS, to_row(d)) == d for d in session.decisions())
    jsonl = format_named("jsonl")
    lines = list(jsonl.write(session.export_data(frozenset({Part.DECISIONS}))))
    other = Session(Library([tmp_path / "articles"]), MemoryStore())
    plan = other.plan_import(jsonl.read(lines))
    assert plan.refused == ()
    other.apply_import(plan, "import")
    for ref in other.articles:
        other.recognition(ref.id)
    assert names(other) == names(session)
    assert other.decisions() == session.decisions()


def test_a_decision_on_a_name_that_is_filed_elsewhere_is_refused(session: Session) -> None:
    row = Decision("x", "", DecisionAction.REFERENCE, value="2024-01-01")
    lines = [
        '{"type":"decision","id":"x","article":"","action":"merged","quote":"Kremlin","label":"ORG","value":"M"}'
    ]
    plan = session.plan_import(format_named("jsonl").read(lines))
    assert [refused.line for refused in plan.refused] == [1]
    assert name_of(row).person is False
    assert grouping_id(name_of(row)) != calling_id(name_of(row))


def test_an_export_names_mentions_by_their_identity_and_claims_by_the_corrected_source(
    session: Session,
) -> None:
    session.merge(session.identity("Kremlin"), session.identity("Moscou"))
    (claim,) = [m for m in session.mentions("trois.txt") if isinstance(m, Claim)]
    session.set_source("trois.txt", claim, "Anna Kovacs")
    data = session.export_data(frozenset({Part.MENTIONS, Part.CLAIMS}))
    recognised = {article.id: recognition for article, recognition in data.recognised}
    assert [e.name for e in recognised["deux.txt"].entities] == ["Anna Kovacs", "Moscou", "Vienne"]
    assert [e.name for e in recognised["un.txt"].entities] == ["Anna Kovacs", "Vienne", "Moscou"]
    assert [c.source for c in recognised["trois.txt"].claims] == ["Anna Kovacs"]


def test_a_name_that_was_dropped_is_listed_and_can_be_taken_back_much_later(session: Session) -> None:
    session.reject_name(session.identity("Anna Kovacs"))
    session.tag("un.txt", span_of(TEXTS["un"], "parle"), ["x"])
    assert "Anna Kovacs" not in names(session)
    (dropped,) = session.dropped()
    assert (dropped.words, dropped.passage) == (("Anna Kovacs", "Kovacs"), None)
    change = session.take_back(dropped)
    assert change is not None
    assert change.title == "propose 2 names again"
    assert (names(session), session.dropped()) == (AS_FOUND, ())
    session.undo()
    assert "Anna Kovacs" not in names(session)


def test_one_mention_that_was_dropped_is_listed_with_its_place_and_taken_back(session: Session) -> None:
    mention = next(m for m in session.mentions("deux.txt") if m.text == "Moscou")
    session.reject("deux.txt", [mention])
    (dropped,) = session.dropped()
    assert dropped.passage is not None
    assert (dropped.words, dropped.label, dropped.passage) == (
        ("Moscou",),
        "LOC",
        Passage("deux.txt", mention.span),
    )
    session.take_back(dropped)
    assert mention in session.mentions("deux.txt")
    assert names(session) == AS_FOUND
