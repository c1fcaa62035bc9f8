"""Articles that change, move and vanish while they are open: what was marked keeps to its words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.annotations.file_store import FileStore
from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.articles.loading import load
from reader.errors import ArticleError, UsageError
from reader.model import AnchorState, Article, ArticleRef, Entity, EntityLabel, Recognition, Span
from reader.session import Changed, DiskNews, Passage, Session
from tests.articles import CANCELLED, SUMMIT, folder, span_of

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND = "annonce.txt", "annulation.txt"
ACCEPTED = "Pál Orbán aurait accepté l’invitation"
BEFORE = "Mis à jour à midi.\n\n"
HALF = SUMMIT.replace("Pál Orbán aurait accepté", "Le président pourrait décliner")
WITHOUT = SUMMIT.split("\nSelon")[0]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return folder(tmp_path)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def session(articles: Path, store: MemoryStore) -> Session:
    return read(Session(Library([articles]), store))


def read(session: Session) -> Session:
    """All articles read once, as the app does at the start."""
    session.reading_order()
    return session


def write(path: Path, text: str) -> None:
    """Write a file as an editor does, with a time of its own."""
    path.write_text(text, encoding="utf-8")
    made_older(path)


def made_older(path: Path) -> None:
    """Times that differ from those before, however fast a test is."""
    seconds = path.stat().st_mtime - 60
    os.utime(path, (seconds, seconds))


def looked(session: Session) -> DiskNews:
    news = session.look_at_disk()
    session.take_in(news)
    return news


def anchors(session: Session, id: str = FIRST) -> list[tuple[str, str]]:
    return [(a.quote, a.anchor.value) for a in session.annotations(id)]


# --- the disk ---------------------------------------------------------------


def test_nothing_is_news_where_nothing_changed(session: Session) -> None:
    assert not looked(session)
    assert not looked(session)


def test_unchanged_files_are_not_read_again(
    session: Session, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_older(articles / FIRST)
    made_older(articles / SECOND)
    monkeypatch.setattr("reader.articles.looking.SETTLED", 0)
    looked(session)
    opened: list[str] = []

    def noted(ref: ArticleRef) -> Article:
        opened.append(ref.id)
        return load(ref)

    monkeypatch.setattr("reader.articles.library.load", noted)
    assert not looked(session)
    assert opened == []
    write(articles / SECOND, CANCELLED + "!")
    assert looked(session).changed == (SECOND,)
    assert opened == [SECOND]


def test_a_file_that_was_only_touched_is_no_news(session: Session, articles: Path) -> None:
    made_older(articles / FIRST)
    assert not looked(session)


def test_a_change_of_the_same_length_within_the_same_moment_is_noticed(
    session: Session, articles: Path
) -> None:
    status = (articles / FIRST).stat()
    (articles / FIRST).write_text(SUMMIT.replace("3 mars", "4 mars"), encoding="utf-8")
    os.utime(articles / FIRST, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert looked(session).changed == (FIRST,)


def test_new_changed_and_removed_files_are_told_apart(session: Session, articles: Path) -> None:
    write(articles / FIRST, BEFORE + SUMMIT)
    (articles / SECOND).unlink()
    write(articles / "neuf.txt", "Un article tout neuf.")
    news = looked(session)
    assert (news.changed, news.added, news.removed) == ((FIRST,), ("neuf.txt",), (SECOND,))
    assert [ref.id for ref in session.articles] == [FIRST, "neuf.txt"]
    assert session.article(FIRST).text == BEFORE + SUMMIT


def test_a_deleted_article_that_was_read_keeps_its_text_and_says_so(session: Session, articles: Path) -> None:
    (articles / FIRST).unlink()
    looked(session)
    assert session.article(FIRST).text == SUMMIT
    assert "gone" in session.article(FIRST).notes[-1]
    assert "gone" in session.summary(FIRST).problem
    write(articles / FIRST, SUMMIT)
    assert looked(session).added == (FIRST,)
    assert session.article(FIRST).notes == ()
    assert session.summary(FIRST).problem == ""


def test_an_article_that_can_no_longer_be_read_keeps_its_text_and_says_so(
    session: Session, articles: Path
) -> None:
    (articles / FIRST).write_bytes(b"\0" * 40)
    assert looked(session).unreadable == (FIRST,)
    assert session.article(FIRST).text == SUMMIT
    assert "cannot be read" in session.summary(FIRST).problem
    assert not looked(session)
    write(articles / FIRST, SUMMIT)
    looked(session)
    assert session.summary(FIRST).problem == ""


def test_an_article_that_was_never_readable_may_become_so(articles: Path) -> None:
    (articles / FIRST).write_bytes(b"\0" * 40)
    session = read(Session(Library([articles]), MemoryStore()))
    with pytest.raises(ArticleError):
        session.article(FIRST)
    write(articles / FIRST, SUMMIT)
    looked(session)
    assert session.article(FIRST).text == SUMMIT


def test_a_folder_that_cannot_be_looked_at_takes_nothing_away_and_is_said_once(
    session: Session, articles: Path
) -> None:
    aside = articles.rename(articles.parent / "aside")
    news = session.look_at_disk()
    assert "articles" in news.problem
    session.take_in(news)
    assert len(session.articles) == 2
    assert not looked(session)
    aside.rename(articles)
    assert not looked(session)


def test_a_single_opened_file_may_vanish_and_return(articles: Path) -> None:
    session = read(Session(Library([articles / FIRST]), MemoryStore()))
    (articles / FIRST).unlink()
    assert looked(session).removed == (FIRST,)
    write(articles / FIRST, SUMMIT)
    assert looked(session).added == (FIRST,)


# --- states -----------------------------------------------------------------


def test_a_passage_that_moved_is_found_and_written_down_with_the_new_text(
    session: Session, articles: Path, store: MemoryStore
) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, ACCEPTED), ["rumeur"])
    write(articles / FIRST, BEFORE + SUMMIT)
    looked(session)
    (now,) = session.annotations(FIRST)
    text = session.article(FIRST)
    assert (now.anchor, now.span.of(text.text)) == (AnchorState.MOVED, ACCEPTED)
    assert session.stored(made.id) == made
    change = session.settle([FIRST])
    assert change is not None
    assert (change.title, change.undoable) == ("1 passage found again", False)
    assert session.stored(made.id) == now
    assert store.kept_text(text.sha256) == BEFORE + SUMMIT
    assert session.settle([FIRST]) is None


def test_what_was_written_down_slices_the_text_it_names_through_many_edits(
    session: Session, articles: Path, store: MemoryStore
) -> None:
    for quote in ("Anna Kovacs", "la rencontre aura lieu à Vienne", ACCEPTED):
        session.tag(FIRST, span_of(SUMMIT, quote), ["x"])
    text = SUMMIT
    for number in range(6):
        text = f"Ligne {number}.\n" + text.replace("\nSelon", f"\nPhrase numéro {number} ajoutée.\nSelon")
        write(articles / FIRST, text)
        looked(session)
        session.settle()
        for row in (*session.annotations(FIRST), *(session.stored(a.id) for a in session.annotations(FIRST))):
            assert row.span.of(store.kept_text(row.article_sha256) or "") == row.quote
            assert row.span.of(text) == row.quote


def test_a_passage_whose_words_changed_is_shown_and_not_written_down(
    session: Session, articles: Path
) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, "a déclaré que « la rencontre aura lieu à Vienne »"), ["x"])
    write(articles / FIRST, SUMMIT.replace("la rencontre aura", "la grande rencontre aura"))
    looked(session)
    assert anchors(session) == [("a déclaré que « la grande rencontre aura lieu à Vienne »", "moved")]
    assert session.settle() is None
    assert session.stored(made.id) == made
    session.confirm(made.id)
    assert anchors(session) == [("a déclaré que « la grande rencontre aura lieu à Vienne »", "exact")]


def test_a_doubtful_passage_slices_the_new_text_and_keeps_the_old_words_until_confirmed(
    session: Session, articles: Path
) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, f"Selon l’Agence du Danube, {ACCEPTED}"), ["x"])
    write(articles / FIRST, HALF)
    looked(session)
    (now,) = session.annotations(FIRST)
    assert now.anchor is AnchorState.DOUBTFUL
    assert now.span.of(HALF) == now.quote != made.quote
    assert session.settle() is None
    assert session.stored(made.id).quote == made.quote
    assert [a.id for a in session.lost()] == [made.id]
    session.confirm(made.id)
    (confirmed,) = session.annotations(FIRST)
    assert (confirmed.anchor, confirmed.quote) == (AnchorState.EXACT, now.quote)
    assert session.lost() == ()
    session.undo()
    assert session.stored(made.id) == made
    session.redo()
    with pytest.raises(UsageError, match="nothing to confirm"):
        session.confirm(made.id)


def test_an_orphan_keeps_everything_and_stands_again_where_a_person_says(
    session: Session, articles: Path
) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, ACCEPTED), ["rumeur"])
    session.set_note(made.id, "à vérifier")
    there = Passage(SECOND, span_of(CANCELLED, "n’aura pas lieu"))
    link = session.link_passages(Passage(FIRST, made.span), there, "updates")
    write(articles / FIRST, WITHOUT)
    looked(session)
    assert anchors(session) == [(ACCEPTED, "orphan")]
    assert [a.id for a in session.lost()] == [made.id]
    with pytest.raises(UsageError, match="press B"):
        session.confirm(made.id)
    session.attach(made.id, FIRST, span_of(WITHOUT, "Anna Kovacs"))
    (now,) = session.annotations(FIRST)
    assert (now.id, now.quote, now.tags, now.note) == (made.id, "Anna Kovacs", ("rumeur",), "à vérifier")
    assert session.links_of(made.id) == (link,)
    session.undo()
    assert anchors(session) == [(ACCEPTED, "orphan")]


def test_an_orphan_comes_back_with_its_words(session: Session, articles: Path) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, ACCEPTED), ["rumeur"])
    write(articles / FIRST, WITHOUT)
    looked(session)
    write(articles / FIRST, SUMMIT)
    looked(session)
    assert session.annotations(FIRST) == (made,)


def test_undo_and_redo_go_across_what_was_written_down(session: Session, articles: Path) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, ACCEPTED), ["rumeur"])
    session.set_note(made.id, "à vérifier")
    write(articles / FIRST, BEFORE + SUMMIT)
    looked(session)
    session.settle()
    session.undo()
    (now,) = session.annotations(FIRST)
    assert (now.note, now.span.of(BEFORE + SUMMIT)) == ("", ACCEPTED)
    session.undo()
    assert session.annotations(FIRST) == ()
    session.redo()
    session.redo()
    (again,) = session.annotations(FIRST)
    assert (again.note, again.span.of(BEFORE + SUMMIT)) == ("à vérifier", ACCEPTED)


def test_a_tag_never_goes_to_a_passage_that_stood_there_before(session: Session, articles: Path) -> None:
    old = session.tag(FIRST, span_of(SUMMIT, "Anna Kovacs"), ["old"])
    text = SUMMIT.replace("Anna Kovacs", "Jean Martin, Anna Kovacs", 1)
    write(articles / FIRST, text)
    looked(session)
    session.tag(FIRST, Span(old.span.start, old.span.end), ["new"])
    assert sorted((a.quote, a.tags) for a in session.annotations(FIRST)) == [
        ("Anna Kovacs", ("old",)),
        ("Jean Martin", ("new",)),
    ]


def test_who_works_on_a_passage_that_was_found_again_has_the_same_annotation(
    session: Session, articles: Path
) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, f"Selon l’Agence du Danube, {ACCEPTED}"), ["x"])
    write(articles / FIRST, HALF)
    looked(session)
    (now,) = session.annotations(FIRST)
    assert session.tag(FIRST, now.span, ["y"]).id == made.id
    assert [(a.id, a.anchor, a.tags) for a in session.annotations(FIRST)] == [
        (made.id, AnchorState.EXACT, ("x", "y"))
    ]


def test_what_was_dropped_stays_dropped_in_a_changed_text(
    session: Session, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(article: Article) -> Recognition:
        span = span_of(article.text, "Pál Orbán")
        return Recognition((Entity(span, "Pál Orbán", EntityLabel.PER, "Pál Orbán", recogniser="r"),))

    monkeypatch.setattr(session, "recognise", found)
    session.recognition(FIRST)
    session.reject(FIRST, list(session.mentions(FIRST)))
    assert session.mentions(FIRST) == ()
    write(articles / FIRST, BEFORE + SUMMIT)
    looked(session)
    session.recognition(FIRST)
    assert session.mentions(FIRST) == ()
    (decision,) = session.decisions()
    assert decision.span is not None
    assert decision.span.of(BEFORE + SUMMIT) == "Pál Orbán"


def test_the_reading_position_stays_with_its_words(session: Session, articles: Path) -> None:
    session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["x"])
    session.set_position(FIRST, SUMMIT.index("Pál Orbán"))
    write(articles / FIRST, BEFORE + SUMMIT)
    looked(session)
    assert session.position_in(FIRST) == (BEFORE + SUMMIT).index("Pál Orbán")


def test_a_thousand_annotations_of_a_changed_article_all_stand_right(tmp_path: Path) -> None:
    lines = [f"Le député numéro {n} a voté pour l’amendement {n * 7} de la loi." for n in range(1000)]
    made = folder(tmp_path, grand="\n".join(lines))
    session = read(Session(Library([made]), MemoryStore()))
    text = session.article("grand.txt").text
    spans = [span_of(text, f"amendement {n * 7} de") for n in range(1000)]
    session.tag_all([Passage("grand.txt", span) for span in spans], ["vote"])
    edited = [
        line.replace("a voté pour", "a finalement voté pour") for line in lines if "9 a voté" not in line
    ]
    write(made / "grand.txt", "Avant-propos.\n" + "\n".join(edited))
    looked(session)
    now = session.annotations("grand.txt")
    states = {state: sum(a.anchor is state for a in now) for state in AnchorState}
    assert states == {
        AnchorState.EXACT: 0,
        AnchorState.MOVED: 900,
        AnchorState.DOUBTFUL: 0,
        AnchorState.ORPHAN: 100,
    }
    text = session.article("grand.txt").text
    before = {a.id: a.quote for a in now}
    session.settle()
    for a in session.annotations("grand.txt"):
        assert a.anchor is AnchorState.ORPHAN or a.span.of(text) == a.quote == before[a.id]


# --- renamed ------------------------------------------------------------------


def test_a_renamed_article_takes_everything_along_as_one_change(session: Session, articles: Path) -> None:
    made = session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["x"])
    mention = Entity(span_of(SUMMIT, "Anna Kovacs"), "Anna Kovacs", EntityLabel.PER, "Anna Kovacs")
    session.reject(FIRST, [mention])
    session.set_reference(FIRST, "2024-03-02")
    session.set_position(FIRST, 30)
    changes: list[str] = []
    session.subscribe(
        lambda event: changes.append(event.change.title) if isinstance(event, Changed) else None
    )
    (articles / "sous").mkdir()
    (articles / FIRST).rename(articles / "sous" / "neuf.txt")
    (said,) = session.take_in(session.look_at_disk())
    assert "annonce.txt is now called sous/neuf.txt" in said
    assert changes == ["annonce.txt is now sous/neuf.txt"]
    assert [(a.id, a.span) for a in session.annotations("sous/neuf.txt")] == [(made.id, made.span)]
    assert session.record("sous/neuf.txt").position == 30
    assert session.article("sous/neuf.txt").reference is not None
    assert {d.article for d in session.decisions()} == {"sous/neuf.txt"}
    session.set_position("sous/neuf.txt", 40)
    session.undo()
    assert [a.id for a in session.annotations(FIRST)] == [made.id]
    assert session.follow_renames() == ()
    session.redo()
    assert [a.id for a in session.annotations("sous/neuf.txt")] == [made.id]


def test_a_rename_while_reader_was_closed_is_recognised(articles: Path, store: MemoryStore) -> None:
    first = read(Session(Library([articles]), store))
    first.tag(FIRST, span_of(SUMMIT, "Vienne"), ["x"])
    first.close()
    (articles / FIRST).rename(articles / "neuf.txt")
    session = read(Session(Library([articles]), store))
    assert len(session.follow_renames()) == 1
    assert anchors(session, "neuf.txt") == [("Vienne", "exact")]


def test_a_rename_that_was_taken_back_is_not_followed_again_after_a_restart(
    articles: Path, store: MemoryStore
) -> None:
    first = read(Session(Library([articles]), store))
    first.tag(FIRST, span_of(SUMMIT, "Vienne"), ["x"])
    (articles / FIRST).rename(articles / "neuf.txt")
    looked(first)
    first.undo()
    first.close()
    assert read(Session(Library([articles]), store)).follow_renames() == ()


def test_two_copies_are_not_guessed_between_but_said_once(session: Session, articles: Path) -> None:
    session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["x"])
    (articles / "a.txt").write_text(SUMMIT, encoding="utf-8")
    (articles / FIRST).rename(articles / "b.txt")
    (said,) = session.take_in(session.look_at_disk())
    assert "a.txt and b.txt hold its text" in said
    assert session.annotations("a.txt") == session.annotations("b.txt") == ()
    assert session.follow_renames() == ()
    (articles / "a.txt").unlink()
    (said,) = session.take_in(session.look_at_disk())
    assert "is now called b.txt" in said


def test_an_article_with_annotations_of_its_own_takes_none_over(session: Session, articles: Path) -> None:
    session.tag(FIRST, span_of(SUMMIT, "Vienne"), ["x"])
    write(articles / "copie.txt", SUMMIT)
    looked(session)
    session.tag("copie.txt", span_of(SUMMIT, "Anna Kovacs"), ["y"])
    (articles / FIRST).unlink()
    (said,) = session.take_in(session.look_at_disk())
    assert "annotations of its own" in said
    assert anchors(session, "copie.txt") == [("Anna Kovacs", "exact")]


def test_a_part_of_the_folder_opened_alone_takes_nothing_from_the_rest(tmp_path: Path) -> None:
    articles = folder(tmp_path)
    (articles / "b").mkdir()
    (articles / FIRST).rename(articles / "b" / FIRST)
    store = tmp_path / "annotations"
    whole = read(Session(Library([articles]), FileStore(articles / "annotations", "ana")))
    whole.tag(f"b/{FIRST}", span_of(SUMMIT, "Vienne"), ["x"])
    whole.close()
    for path in (articles / "b", articles / SECOND):
        part = read(Session(Library([path]), FileStore(articles / "annotations", "ana")))
        assert part.gone_articles() == frozenset()
        assert part.follow_renames() == ()
        part.close()
    assert not store.exists()


def test_a_store_kept_elsewhere_is_asked_about_before_anything_is_moved(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    store = tmp_path / "three" / "annotations"
    first = read(Session(Library([folder(tmp_path / "one")]), FileStore(store, "ana")))
    first.tag(FIRST, span_of(SUMMIT, "Vienne"), ["x"])
    first.close()
    other = folder(tmp_path / "two", copie=SUMMIT)
    session = read(Session(Library([other]), FileStore(store, "ana")))
    (said,) = session.follow_renames()
    assert "reader check --repair" in said
    assert session.annotations("copie.txt") == ()
    assert len(session.follow_renames(session.gone_articles())) == 1
    assert anchors(session, "copie.txt") == [("Vienne", "exact")]
