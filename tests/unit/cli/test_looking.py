"""Listing, showing, recognising, searching, checking."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.cli.brackets import bracketed
from reader.cli.main import main
from reader.model import Entity, EntityLabel, Span
from reader.session import Session
from tests.unit.formats.samples import FIRST, MAYOR, PROMISE, recognition_of_first

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model import Recognition
    from tests.unit.cli.conftest import Command


def test_the_list_has_the_promised_keys(reader: Command, folder: Path) -> None:
    records = reader("list", folder, "--json").records
    assert [record["id"] for record in records] == ["b/deux.txt", "un.txt"]
    assert " ".join(records[0]) == "id title date language characters mentions annotations state"
    assert (records[1]["date"], records[1]["language"], records[1]["state"]) == ("2025-10-28", "fr", "unread")


def test_the_list_says_whose_work_it_does_not_count(reader: Command, folder: Path) -> None:
    reader("annotate", folder, "--article", "un.txt", "--quote", "maire", "--tag", "x")
    assert reader("list", folder).err == ""
    done = reader("list", folder, "--as", "noe", "--json")
    assert (done.code, [record["annotations"] for record in done.records]) == (0, [0, 0])
    assert done.err == "reader: Here as noe. This store also has the work of zoe: --as zoe shows it.\n"


def test_an_article_that_cannot_be_read_is_listed_and_said(reader: Command, folder: Path) -> None:
    (folder / "x.txt").write_bytes(b"\0\0binary")
    done = reader("list", folder, "--json")
    assert done.code == 1
    assert [record["state"] for record in done.records] == ["unread", "unread", "unreadable"]
    assert "x.txt" in done.err


def test_each_article_is_listed_before_the_next_is_recognised(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recognition, before = Session.recognition, list[str]()

    def watched(session: Session, id: str) -> Recognition:
        before.append(capsys.readouterr().out)
        return recognition(session, id)

    monkeypatch.setattr(Session, "recognition", watched)
    assert main(["list", str(folder), "--json"]) == 0
    assert [("deux.txt" in out, "un.txt" in out) for out in before] == [(False, False), (True, False)]
    before.clear()
    assert main(["list", str(folder)]) == 0
    assert [line.split()[0] for line in "".join(before).strip().split("\n")[1:]] == ["id", "b/deux.txt"]


def test_a_list_holds_no_article_that_was_printed(
    reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions: list[Session] = []
    let_go = Session.let_go

    def watched(session: Session, id: str) -> None:
        let_go(session, id)
        sessions.append(session)

    monkeypatch.setattr(Session, "let_go", watched)
    assert reader("list", folder).code == 0
    assert len(sessions) == 2
    assert list(sessions[0].known_mentions()) == []


def test_a_list_that_nobody_reads_on_ends_quietly_before_all_is_recognised(folder: Path) -> None:
    for number in range(1000):
        (folder / f"{number}.txt").write_text(f"Le maire de Paris est parti le {number}.", encoding="utf-8")
    environment = {**os.environ, "READER_CACHE": "", "XDG_CACHE_HOME": str(folder.parent / "cache")}
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "list", str(folder), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert (json.loads(first)["id"], said, process.returncode) == ("0.txt", b"", 1)
    assert len(list((folder.parent / "cache").rglob("*.json"))) < 1000


def test_recognition_of_a_folder_says_how_far_it_is_only_on_a_terminal(
    reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.progress.TELL_EVERY", 0)
    quiet = reader("recognize", folder)
    assert quiet.err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    shown = "recognised 1 of 2 articles"
    told = reader("recognize", folder)
    assert (told.out, told.err) == (quiet.out, f"\r{shown}\r{' ' * len(shown)}\r")


def test_names_from_data_cannot_command_the_terminal(reader: Command, folder: Path) -> None:
    (folder / "\x1b[31mrouge\n.txt").write_text("\x9b1mTitre\x07 d’essai", encoding="utf-8")
    done = reader("list", folder)
    assert all(line.isprintable() for line in done.out.split("\n"))
    assert all(line.isprintable() for line in reader("list", folder, "--json").out.split("\n"))


def test_recognised_mentions_slice_exactly(reader: Command, folder: Path) -> None:
    records = reader("recognize", folder, "--json").records
    assert {"mention", "date"} <= {record["type"] for record in records}
    for record in records:
        text = (folder / record["article"]).read_text(encoding="utf-8")
        assert text[record["start"] : record["end"]] == record["text"]


def test_a_passage_without_tag_and_note_is_shown_as_marked() -> None:
    assert bracketed(FIRST, (), [replace(PROMISE, tags=())]).count("}(marked)") == 1
    assert bracketed(FIRST, (), [replace(PROMISE, tags=(), note="à voir")]).count("}(note)") == 1


def test_names_are_those_that_the_whole_folder_knows(reader: Command, folder: Path) -> None:
    (folder / "trois.txt").write_text("Le pont est sûr, a dit Marchand au conseil.\n", encoding="utf-8")
    alone = reader("recognize", folder / "trois.txt", "--json").records
    assert {record["name"] for record in alone if record["type"] == "mention"} == {"Marchand"}
    records = [*reader("recognize", folder, "--json").records]
    records += reader("recognize", folder, "--json", "--date", "2025-11-05").records
    named = [r["name"] for r in records if r["type"] == "mention" and r["article"] == "trois.txt"]
    assert named == ["Élie Marchand"] * 2


def test_a_date_is_reckoned_from_the_day_that_is_given(reader: Command, folder: Path) -> None:
    done = reader("recognize", folder / "un.txt", "--json", "--date", "2024-01-10")
    (day,) = [record for record in done.records if record["type"] == "date" and record["text"] == "mardi"]
    assert day["reference"] == "2024-01-10"
    assert reader("recognize", folder, "--date", "2024-02-30").code == 2


def test_a_date_also_says_who_held_an_office_then(reader: Command, folder: Path) -> None:
    text = "Emmanuel Macron a vu François Hollande. Le président français a déclaré que tout allait bien."
    file = folder / "deux.txt"
    file.write_text(text, encoding="utf-8")
    for date, name in (("2015-01-01", "François Hollande"), ("2020-01-01", "Emmanuel Macron")):
        done = reader("recognize", file, "--json", "--date", date)
        assert [record["source"] for record in done.records if record["type"] == "claim"] == [name]


def test_an_id_comes_back_as_it_was_given(reader: Command, folder: Path) -> None:
    file = folder.parent / "in.jsonl"
    ids: list[object] = [5, "5", 12345678901234567890, "été"]
    file.write_text("".join(json.dumps({"id": id, "text": "Paris."}) + "\n" for id in ids), encoding="utf-8")
    assert [record["id"] for record in reader("recognize", "--jsonl-input", file).records] == ids


@pytest.mark.parametrize("stated", ["fr-FR", "FR", "fr_CA", "Français", "?"])
def test_the_language_of_a_line_may_be_stated_in_any_usual_way(
    stated: str, reader: Command, folder: Path
) -> None:
    file = folder.parent / "in.jsonl"
    text = "Le maire est venu hier à la réunion de la commune, et il a dit que tout allait bien."
    file.write_text(json.dumps({"id": 1, "text": text, "lang": stated}) + "\n", encoding="utf-8")
    (record,) = reader("recognize", "--jsonl-input", file, "--date", "2025-10-16").records
    assert record["language"] == "fr"
    assert [date["value"] for date in record["dates"]] == ["2025-10-15"]


def test_a_stream_of_texts_is_answered_line_by_line(
    reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        {"id": "1", "text": "Élie Marchand est à Paris.", "date": "2025-10-28"},
        {"id": "2", "text": ""},
        {"id": "3", "text": "It opened on Monday.", "lang": "en"},
    ]
    file = folder.parent / "in.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = reader("recognize", "--jsonl-input", file)
    assert (done.code, done.err) == (0, "")
    assert [record["id"] for record in done.records] == ["1", "2", "3"]
    assert " ".join(done.records[0]) == "id language reference_date mentions dates claims"
    assert done.records[0]["reference_date"] == "2025-10-28"
    assert done.records[2]["language"] == "en"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    assert reader("recognize", "--jsonl-input", "-").out == done.out


def test_a_line_of_the_stream_that_is_wrong_is_said_and_left_out(reader: Command, folder: Path) -> None:
    file = folder.parent / "in.jsonl"
    file.write_text(
        'x\n{"id":"a"}\n{"text":"b"}\n{"id":"c","text":"d","date":"hier"}\n{"id":"e","text":"f"}\n'
    )
    done = reader("recognize", "--jsonl-input", file)
    assert done.code == 1
    assert [record["id"] for record in done.records] == ["e"]
    assert [line.split(":")[1] for line in done.err.strip().split("\n")] == [
        f" line {n}" for n in (1, 2, 3, 4)
    ]


@pytest.mark.parametrize(
    ("date", "is_right"),
    [
        ("2025-10-31", True),
        ("2025-10-31T10:00:00Z", True),
        ("2025-10-31 10:00:00.5+02:00", True),
        ("2025-10-31garbage", False),
        ("2025-10-31 ", False),
        ("2025-10-311", False),
        ("2025-10-31T", False),
    ],
)
def test_the_date_of_a_line_is_a_day_with_an_hour_at_most(
    date: str, is_right: bool, reader: Command, folder: Path
) -> None:
    file = folder.parent / "in.jsonl"
    file.write_text("".join(json.dumps({"id": 1, "text": "Hier.", "date": date}) + "\n"), encoding="utf-8")
    done = reader("recognize", "--jsonl-input", file)
    dates = [record["reference_date"] for record in done.records]
    assert (done.code, dates) == ((0, ["2025-10-31"]) if is_right else (1, []))
    assert done.err == ("" if is_right else "reader: line 1: “date” is no day such as 2025-10-16\n")


def test_search_folds_case_accents_and_apostrophes(reader: Command, folder: Path) -> None:
    (record,) = reader("search", "L'ASSEMBLEE", folder, "--json").records
    assert (record["article"], record["text"]) == ("un.txt", "l’Assemblée")
    assert reader("search", "elie marchand", folder).out.count("[Élie Marchand]") == 2


def test_a_search_may_find_nothing_but_not_search_for_nothing(reader: Command, folder: Path) -> None:
    done = reader("search", "tunnel", folder)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert reader("search", " ", folder).code == 2


def test_entities_are_counted_over_all_articles(reader: Command, folder: Path) -> None:
    record = next(r for r in reader("entities", folder, "--json").records if r["name"] == "Élie Marchand")
    assert (record["label"], record["count"], record["articles"]) == ("PER", 2, 2)


def test_the_timeline_is_in_order(reader: Command, folder: Path) -> None:
    values = [record["value"] for record in reader("timeline", folder, "--json").records]
    assert values == sorted(values)
    assert "2025-11-03" in values


def test_a_shown_article_carries_its_marks_in_brackets(reader: Command, folder: Path) -> None:
    reader(
        "annotate",
        folder,
        "--article",
        "un.txt",
        "--quote",
        "le pont rouvrira",
        "--tag",
        "promesse",
        "--note",
        "!",
    )
    done = reader("show", folder / "un.txt", "--width", "40")
    assert done.code == 0
    words = " ".join(done.out.split())
    assert "[Élie Marchand](PER)" in words
    assert "{le pont rouvrira}(promesse)" in words
    assert done.out.endswith("\n{le pont rouvrira}: !\n")
    assert max(map(len, done.out.split("\n"))) <= 40


def test_an_article_in_a_sub_folder_is_shown_with_what_was_marked_from_above(
    reader: Command, folder: Path
) -> None:
    reader("annotate", folder, "--article", "b/deux.txt", "--quote", "fermé", "--tag", "état")
    assert "{fermé}(état)" in reader("show", folder / "b" / "deux.txt").out


def test_colours_only_where_they_are_wanted(reader: Command, folder: Path) -> None:
    assert "\x1b[4;36mÉlie Marchand\x1b[0m" in reader("show", folder / "un.txt", "--color", "always").out
    assert "\x1b" not in reader("show", folder / "un.txt").out
    assert "\x1b" not in reader("show", folder / "un.txt", "--color", "never").out


@pytest.mark.parametrize("color", ["always", "never"])
def test_a_hostile_article_is_shown_harmless(color: str, reader: Command, folder: Path) -> None:
    (folder / "x.txt").write_text("Mot\x1b]0;t\x07 \x9b2J [/b] \u202e fin\x7f.\n", encoding="utf-8")
    out = reader("show", folder / "x.txt", "--color", color).out
    assert not set("\x07\x9b\u202e\x7f") & set(out)
    assert "\x1b]" not in out


def test_a_folder_cannot_be_shown(reader: Command, folder: Path) -> None:
    done = reader("show", folder)
    assert done.code == 2
    assert "is a folder" in done.err


def test_brackets_nest_where_marks_nest() -> None:
    shown = bracketed(FIRST, recognition_of_first().mentions, (PROMISE, MAYOR))
    assert "{[Élie Marchand](PER)}(PER)" in shown
    assert "« {le pont [sic] rouvrira}(promesse, =à vérifier) »" in shown


def test_marks_that_touch_close_before_the_next_opens() -> None:
    mentions = [Entity(Span(n, n + 1), "a", EntityLabel.LOC, "a") for n in (0, 1)]
    assert bracketed("ab", mentions, ()) == "[a](LOC)[b](LOC)"


def test_a_sound_folder_has_no_findings(reader: Command, folder: Path) -> None:
    done = reader("check", folder)
    assert (done.code, done.out) == (0, "2 articles, 0 passages, 0 links: 0 findings\n")


def test_a_passage_whose_article_changed_or_went_is_found(reader: Command, folder: Path) -> None:
    for article, quote in (("un.txt", "le pont rouvrira"), ("b/deux.txt", "fermé")):
        reader("annotate", folder, "--article", article, "--quote", quote, "--tag", "x")
    (folder / "un.txt").write_text("Tout autre chose, et rien de plus.", encoding="utf-8")
    (folder / "b" / "deux.txt").unlink()
    done = reader("check", folder, "--json")
    assert done.code == 1
    assert {record["what"] for record in done.records} == {"annotation"}
    assert any("is not here" in record["why"] for record in done.records)


def test_keys_are_printed_from_the_table_with_the_users_own(reader: Command, folder: Path) -> None:
    (folder.parent / "config.toml").write_text('[keys]\n"annotation.tag" = "f12"\n')
    records = {record["id"]: record for record in reader("keys", "--json").records}
    assert " ".join(records["annotation.tag"]) == "id keys title help where"
    assert records["annotation.tag"]["keys"] == ["f12"]
    assert "annotation.tag" in reader("keys").out


def test_a_mistake_in_the_keys_names_its_line(reader: Command, folder: Path) -> None:
    (folder.parent / "config.toml").write_text('[keys]\n"annotation.tga" = "f9"\n')
    for command in ("keys", "config"):
        done = reader(command)
        assert done.code == 2
        assert "line 2" in done.err


def test_the_configuration_is_shown(reader: Command, folder: Path) -> None:
    (folder.parent / "config.toml").write_text('annotator = "Zoé"\nmeasure = 70\n')
    (record,) = reader("config", "--json").records
    assert (record["annotator"], record["measure"], record["found"]) == ("Zoé", 70, True)
    assert "annotator: Zoé" in reader("config").out


def test_the_doctor_speaks_in_sentences(reader: Command, folder: Path) -> None:
    done = reader("doctor", folder)
    assert "locks: work" in done.out
    assert {"reader", "Python", "textual", "terminal", "encoding", "colours", "clipboard", "store"} <= {
        record["about"] for record in reader("doctor", folder, "--json").records
    }


def test_the_doctor_finds_a_wrong_configuration(reader: Command, folder: Path) -> None:
    (folder.parent / "config.toml").write_text("theme = 3\n")
    done = reader("doctor", folder)
    assert done.code == 1
    assert "! configuration" in done.out


def test_stats_count_everything(reader: Command, folder: Path) -> None:
    reader("annotate", folder, "--article", "un.txt", "--quote", "le pont rouvrira", "--tag", "promesse")
    figures = {(r["of"], r["name"]): r["number"] for r in reader("stats", folder, "--json").records}
    assert (figures["articles", ""], figures["annotations", "promesse"], figures["links", ""]) == (2, 1, 0)
    assert "promesse" in reader("stats", folder).out


def test_a_recogniser_that_fails_is_a_sentence_and_a_log(
    reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no idea")

    monkeypatch.setattr("reader.recognition.registry.claim_recogniser", broken)
    done = reader("recognize", folder / "un.txt", "--json")
    assert done.code == 1
    assert done.err == "reader: un.txt: Part of the recognition failed on this article: no idea\n"
    assert any(record["type"] == "mention" for record in done.records)
    assert "Traceback" in (folder.parent / "cache" / "reader" / "error.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_doctor_knows_a_terminal_far_away_by_what_the_app_knows_it(
    variable: str, reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del folder
    for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"):
        monkeypatch.delenv(name, raising=False)
    assert "over SSH" not in reader("doctor").out
    monkeypatch.setenv(variable, "far away")
    assert "over SSH" in reader("doctor").out
