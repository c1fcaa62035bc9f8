from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.errors import ChangeConflictError, StoreReadOnlyError, UsageError
from reader.model import AnchorState, Entity, EntityLabel, Progress, ReferenceOrigin
from reader.session import Changed, Passage, Session
from tests.articles import CANCELLED, SUMMIT, folder, span_of

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND = "annonce.txt", "annulation.txt"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return folder(tmp_path)


@pytest.fixture
def session(articles: Path) -> Session:
    return Session(Library([articles]), MemoryStore())


def entity(quote: str, label: EntityLabel = EntityLabel.PER) -> Entity:
    return Entity(span_of(SUMMIT, quote), quote, label, quote, recogniser="rules")


def test_tagging_keeps_quote_context_and_codebook(session: Session) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, "Agence du Danube"), ["source", "to check"])
    assert (made.quote, made.tags, made.origin) == ("Agence du Danube", ("source", "to check"), "hand")
    assert SUMMIT[made.span.start - 32 : made.span.start] == made.prefix
    assert SUMMIT[made.span.end : made.span.end + 32] == made.suffix
    assert [(t.name, t.favourite) for t in session.tags()] == [("source", 1), ("to check", 2)]


def test_tagging_the_same_passage_again_adds_tags_to_the_same_annotation(session: Session) -> None:
    span = span_of(SUMMIT, "Vienne")
    first = session.tag(FIRST, span, ["place"])
    second = session.tag(FIRST, span, ["place", "summit"])
    assert first.id == second.id
    assert second.tags == ("place", "summit")
    assert len(session.annotations(FIRST)) == 1


@pytest.mark.parametrize("name", ["", "   ", "a\x1b[31m", "x" * 81])
def test_a_tag_without_a_proper_name_is_refused(session: Session, name: str) -> None:
    with pytest.raises(UsageError):
        session.tag(FIRST, span_of(SUMMIT, "Vienne"), [name])
    assert session.annotations(FIRST) == ()


def test_moving_borders_keeps_id_tags_note_and_links(session: Session) -> None:
    here, there = span_of(SUMMIT, "Vienne"), span_of(CANCELLED, "Vienne")
    made = session.tag(FIRST, here, ["place"])
    session.set_note(made.id, "où ?")
    link = session.link_passages(Passage(FIRST, here), Passage(SECOND, there), "updates")
    wider = span_of(SUMMIT, "à Vienne")
    session.move_borders(made.id, wider)
    (after,) = session.annotations(FIRST)
    assert (after.id, after.quote, after.tags, after.note) == (made.id, "à Vienne", ("place",), "où ?")
    assert session.links_of(made.id) == (link,)


def test_a_link_annotates_its_ends_and_one_undo_takes_all_back(session: Session) -> None:
    link = session.link_passages(
        Passage(FIRST, span_of(SUMMIT, "la rencontre aura lieu")),
        Passage(SECOND, span_of(CANCELLED, "n’aura pas lieu")),
        "contradicts",
        "deux jours plus tard",
    )
    assert [a.quote for a in session.all_annotations()] == ["la rencontre aura lieu", "n’aura pas lieu"]
    assert (link.relation, link.note) == ("contradicts", "deux jours plus tard")
    session.undo()
    assert session.all_annotations() == ()
    assert session.links() == ()


def test_a_passage_is_not_linked_with_itself_nor_twice_the_same_way(session: Session) -> None:
    here, there = Passage(FIRST, span_of(SUMMIT, "Vienne")), Passage(SECOND, span_of(CANCELLED, "Vienne"))
    with pytest.raises(UsageError, match="same passage"):
        session.link_passages(here, here, "updates")
    session.link_passages(here, there, "updates")
    with pytest.raises(UsageError, match="already"):
        session.link_passages(here, there, "updates")
    session.link_passages(here, there, "same-event")
    assert len(session.links()) == 2


def test_deleting_a_linked_annotation_says_so_and_is_one_undo(session: Session) -> None:
    ends = Passage(FIRST, span_of(SUMMIT, "Vienne")), Passage(SECOND, span_of(CANCELLED, "Vienne"))
    link = session.link_passages(*ends, "same-event")
    change = session.delete([link.source])
    assert change is not None
    assert change.title == "delete “Vienne” with 1 link"
    assert (session.links(), len(session.all_annotations())) == ((), 1)
    session.undo()
    assert session.links() == (link,)
    assert len(session.all_annotations()) == 2


def test_a_link_can_be_turned_round_renamed_and_noted(session: Session) -> None:
    ends = Passage(FIRST, span_of(SUMMIT, "Vienne")), Passage(SECOND, span_of(CANCELLED, "Vienne"))
    link = session.link_passages(*ends, "same-event")
    session.edit_link(link.id, relation="cancels", note="le 9 mars", reverse=True)
    after = session.link(link.id)
    assert (after.source, after.target) == (link.target, link.source)
    assert (after.relation, after.note) == ("cancels", "le 9 mars")
    assert session.relations()[-1] == "cancels"


def test_rejected_mentions_are_gone_and_relabelled_ones_changed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, vienna = entity("Anna Kovacs"), entity("Vienne", EntityLabel.ORG)
    recognised(monkeypatch, anna, vienna)
    session.recognition(FIRST)
    assert session.mentions(FIRST) == (anna, vienna)
    session.relabel(FIRST, vienna, "LOC")
    session.reject(FIRST, [anna])
    (left,) = session.suggestions(FIRST)
    assert isinstance(left.mention, Entity)
    assert (left.mention.text, left.mention.label, left.is_open) == ("Vienne", EntityLabel.LOC, False)
    (made,) = session.annotations(FIRST)
    assert (made.quote, made.tags, made.origin) == ("Vienne", ("LOC",), "rules")
    session.undo()
    session.undo()
    assert session.mentions(FIRST) == (anna, vienna)


def test_suggestions_and_annotations_are_made_anew_only_where_something_was_decided(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, vienna = entity("Anna Kovacs"), entity("Vienne", EntityLabel.ORG)
    recognised(monkeypatch, anna, vienna)
    session.recognition(FIRST)
    first, none = session.suggestions(FIRST), session.annotations(FIRST)
    session.tag(SECOND, span_of(CANCELLED, "Vienne"), ["place"])
    assert session.suggestions(FIRST) is first
    assert session.annotations(FIRST) is none
    session.accept(FIRST, [anna])
    second, one = session.suggestions(FIRST), session.annotations(FIRST)
    assert [suggestion.is_open for suggestion in second] == [False, True]
    assert session.suggestions(FIRST) is second
    assert session.annotations(FIRST) is one
    session.undo()
    assert session.suggestions(FIRST) == first


def test_accepting_several_mentions_is_one_change(session: Session) -> None:
    change = session.accept(FIRST, [entity("Anna Kovacs"), entity("Pál Orbán")])
    assert change is not None
    assert change.title == "keep 2 mentions"
    assert [decision.score for decision in session.decisions()] == [1.0, 1.0]
    assert [a.quote for a in session.annotations(FIRST)] == ["Anna Kovacs", "Pál Orbán"]
    session.undo()
    assert session.annotations(FIRST) == ()


def test_a_corrected_reference_date_shows_and_can_be_taken_back(session: Session) -> None:
    found = session.article(FIRST).reference
    session.set_reference(FIRST, "2024-03-05")
    chosen = session.article(FIRST).reference
    assert chosen is not None
    assert (chosen.date, chosen.origin) == ("2024-03-05", ReferenceOrigin.USER)
    session.set_reference(FIRST, None)
    assert session.article(FIRST).reference == found


def test_renaming_a_tag_onto_another_merges_them_on_every_passage(session: Session) -> None:
    session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["lieu", "place"])
    session.tag(SECOND, span_of(CANCELLED, "Vienne"), ["lieu"])
    session.rename_tag("lieu", "place")
    assert [a.tags for a in session.all_annotations()] == [("place",), ("place",)]
    assert session.tag_counts() == {"place": 2}
    session.undo()
    assert session.tag_counts() == {"lieu": 2, "place": 1}


def test_a_favourite_key_moves_from_one_tag_to_another(session: Session) -> None:
    session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["a", "b"])
    session.set_favourite("b", 1)
    assert [(t.name, t.favourite) for t in session.tags()] == [("b", 1), ("a", None)]


def test_the_position_is_kept_but_never_undone(session: Session) -> None:
    session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["place"])
    session.set_position(FIRST, 40)
    session.set_progress(FIRST, Progress.IN_PROGRESS, undoable=False)
    session.undo()
    assert session.annotations(FIRST) == ()
    assert (session.record(FIRST).position, session.record(FIRST).progress) == (40, Progress.IN_PROGRESS)


def test_undo_and_redo_go_across_articles_and_stop_at_the_ends(session: Session) -> None:
    session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["one"])
    session.tag(SECOND, span_of(CANCELLED, "Vienne"), ["two"])
    for _ in range(2):
        session.undo()
    assert session.undo() is None
    for _ in range(2):
        session.redo()
    assert session.redo() is None
    assert [a.tags for a in session.all_annotations()] == [("one",), ("two",)]


def test_an_undo_of_what_another_window_changed_is_refused(articles: Path) -> None:
    session = Session(Library([articles]), MemoryStore())
    made = session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["place"])
    other = Session(Library([articles]), MemoryStore())
    heard: list[Changed] = []
    other.subscribe(lambda event: heard.append(event) if isinstance(event, Changed) else None)
    changes: list[Changed] = []
    session.subscribe(lambda event: changes.append(event) if isinstance(event, Changed) else None)
    session.set_note(made.id, "ici")
    note = changes[-1].change
    session.undo()
    session.set_note(made.id, "là")
    with pytest.raises(ChangeConflictError):
        session._state.expect(note.edits, note.title)  # noqa: SLF001 - the state the other window has
    other.receive([note])
    assert heard == [Changed(note)]


def test_reading_order_is_by_reference_date_then_name(session: Session) -> None:
    assert session.reading_order() == (FIRST, SECOND)
    session.set_reference(FIRST, "2025-01-01")
    assert session.reading_order() == (SECOND, FIRST)


def test_a_summary_counts_what_is_marked(session: Session) -> None:
    session.link_passages(
        Passage(FIRST, span_of(SUMMIT, "Vienne")), Passage(SECOND, span_of(CANCELLED, "Vienne")), "updates"
    )
    summary = session.summary(FIRST)
    assert (summary.title, summary.annotations, summary.links) == ("Le sommet est annoncé", 1, 1)
    assert (summary.progress, summary.mentions) == (Progress.UNREAD, None)


def test_an_article_that_vanished_is_listed_with_the_reason(session: Session, articles: Path) -> None:
    session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["place"])
    (articles / FIRST).unlink()
    session.forget_text(FIRST)
    summary = session.summary(FIRST)
    assert FIRST in summary.problem
    assert summary.annotations == 1
    assert [a.quote for a in session.annotations(FIRST)] == ["Vienne"]


def test_an_annotation_follows_its_words_when_the_article_was_edited(
    session: Session, articles: Path
) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, "Agence du Danube"), ["source"])
    edited = "Mis à jour.\n\n" + SUMMIT
    (articles / FIRST).write_text(edited, encoding="utf-8")
    session.forget_text(FIRST)
    (after,) = session.annotations(FIRST)
    assert (after.id, after.quote, after.anchor) == (made.id, "Agence du Danube", AnchorState.MOVED)
    assert after.span.of(edited) == "Agence du Danube"


def test_nothing_is_changed_in_a_read_only_store(articles: Path) -> None:
    class Sealed(MemoryStore):
        read_only = "The store is of a newer version."

    session = Session(Library([articles]), Sealed())
    with pytest.raises(StoreReadOnlyError, match="newer version"):
        session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["place"])
    assert session.annotations(FIRST) == ()


def recognised(monkeypatch: pytest.MonkeyPatch, *entities: Entity) -> None:
    from reader.model import Recognition

    monkeypatch.setattr(
        "reader.recognition.remembering.recognise", lambda *_: Recognition(entities=tuple(entities))
    )
