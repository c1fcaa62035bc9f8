"""What was recognised once is known at the next run, and whatever stands in the cache nothing goes wrong."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from reader.articles.loading import article_of
from reader.model import (
    Article,
    Claim,
    ClaimStatus,
    Entity,
    EntityLabel,
    Recognition,
    ReferenceDate,
    ReferenceOrigin,
    Span,
    Timex,
    TimexKind,
)
from reader.recognition import cache as module
from reader.recognition import registry, remembering
from reader.recognition.cache import DAY, RecognitionCache, usual_cache
from reader.recognition.recognise import recognise
from reader.recognition.remembering import Remembering

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "Anna Kovacs viendrait le 3 mars à Vienne, selon l’Agence du Danube."
FOUND = Recognition(
    (
        Entity(Span(0, 11), TEXT[:11], EntityLabel.PER, "Anna Kovacs", 0.1 + 0.2, "entities"),
        Entity(Span(34, 40), TEXT[34:40], EntityLabel.LOC, "Wien", 1.0, "entities"),
    ),
    (
        Timex(
            Span(25, 31),
            TEXT[25:31],
            TimexKind.DATE,
            "2025-03-03",
            "APPROX",
            Span(0, 4),
            "2025-01-01",
            "le jour « même »\n\u2028",
            0.5,
            "dates",
        ),
    ),
    (
        Claim(Span(0, 40), TEXT[:40], ClaimStatus.CONDITIONAL, None, Span(12, 21), 0.9, "claims"),
        Claim(Span(0, 40), TEXT[:40], ClaimStatus.INDIRECT, "Agence du Danube"),
    ),
)
DAY_OF_IT = ReferenceDate("2025-10-16", ReferenceOrigin.USER)


def article(text: str = TEXT) -> Article:
    return article_of(text, "a.txt")


@pytest.fixture
def kept(tmp_path: Path) -> RecognitionCache:
    return RecognitionCache(tmp_path / "kept", {"entities": "1"})


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "kept").iterdir())


def test_what_was_kept_comes_back_value_by_value(kept: RecognitionCache) -> None:
    kept.put(article(), FOUND)
    assert kept.get(article()) == FOUND


def test_the_words_of_the_article_are_not_kept(kept: RecognitionCache, tmp_path: Path) -> None:
    kept.put(article(), replace(FOUND, dates=(), claims=()))
    assert "Anna" not in files(tmp_path)[0].read_text(encoding="utf-8")


def test_real_recognitions_come_back(kept: RecognitionCache) -> None:
    real = article("Le 3 mars 2024, Anna Kovacs a déclaré que « la rencontre aura lieu à Vienne » samedi.")
    found = recognise(real)
    assert found.entities
    assert found.dates
    assert found.claims
    kept.put(real, found)
    assert kept.get(real) == found


def test_a_text_with_half_a_character_comes_back(kept: RecognitionCache) -> None:
    odd = article("\ud800na vient.")
    name = Entity(Span(0, 3), "\ud800na", EntityLabel.PER, "\ud800NA", 1.0, "entities")
    kept.put(odd, Recognition((name,)))
    assert kept.get(odd) == Recognition((name,))


@pytest.mark.parametrize(
    "other",
    [
        replace(article(), sha256="0" * 64),
        replace(article(), language="en"),
        replace(article(), reference=DAY_OF_IT),
        replace(article(), headings=(Span(0, 4),)),
    ],
    ids=["text", "language", "reference date", "headings"],
)
def test_another_article_has_nothing(kept: RecognitionCache, other: Article) -> None:
    kept.put(article(), FOUND)
    assert kept.get(other) is None


def test_the_same_text_under_another_name_is_known(kept: RecognitionCache) -> None:
    kept.put(article(), FOUND)
    assert kept.get(replace(article(), id="b/c.txt", path=Path("elsewhere"))) == FOUND


def test_another_version_or_recogniser_has_nothing(kept: RecognitionCache, tmp_path: Path) -> None:
    kept.put(article(), FOUND)
    for versions in ({"entities": "2"}, {"entities": "1", "dates": "1"}, {"names": "1"}):
        assert RecognitionCache(tmp_path / "kept", versions).get(article()) is None
    assert RecognitionCache(tmp_path / "kept", {"entities": "1"}).get(article()) == FOUND


def test_code_that_was_touched_has_nothing(
    kept: RecognitionCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.put(article(), FOUND)
    monkeypatch.setattr(module, "code_mark", lambda: "touched")
    assert RecognitionCache(tmp_path / "kept", {"entities": "1"}).get(article()) is None


def test_what_does_not_stand_in_the_text_is_not_kept(kept: RecognitionCache) -> None:
    kept.put(article(), Recognition((replace(FOUND.entities[0], text="Anne Kovacs"),)))
    assert kept.get(article()) is None


def test_any_damage_of_a_file_is_a_miss_and_mended_by_the_next_run(
    kept: RecognitionCache, tmp_path: Path
) -> None:
    kept.put(article(), FOUND)
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    for damaged in (b"", whole[:-1], whole[: len(whole) // 2], whole + b" ", whole.replace(b"Wien", b"Bern")):
        file.write_bytes(damaged)
        assert kept.get(article()) is None
        kept.put(article(), FOUND)
        assert kept.get(article()) == FOUND
    for at in range(0, len(whole), 7):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert kept.get(article()) is None


SPAN = '"by":["x"],"problems":[],"dates":[],"claims":[],"entities"'


@pytest.mark.parametrize(
    "foreign",
    [
        "[]",
        "null",
        "{}",
        "[" * 5000,
        '{"by":[],"problems":[],"entities":7,"dates":[],"claims":[]}',
        '{"by":[1],"problems":[],"entities":[],"dates":[],"claims":[]}',
        '{"by":[],"problems":[1],"entities":[],"dates":[],"claims":[]}',
        '{"by":[],"entities":[],"dates":[],"claims":[]}',
        f'{{{SPAN}:[[0,4,"PER",null,1.0,1]]}}',
        f'{{{SPAN}:[[0,4,"PER",null,1.0]]}}',
        f'{{{SPAN}:[[0,4000,"PER",null,1.0,0]]}}',
        f'{{{SPAN}:[[4,0,"PER",null,1.0,0]]}}',
        f'{{{SPAN}:[[-4,4,"PER",null,1.0,0]]}}',
        f'{{{SPAN}:[[0.0,4,"PER",null,1.0,0]]}}',
        f'{{{SPAN}:[[true,4,"PER",null,1.0,0]]}}',
        f'{{{SPAN}:[[0,4,"DOG",null,1.0,0]]}}',
        f'{{{SPAN}:[[0,4,["PER"],null,1.0,0]]}}',
        f'{{{SPAN}:[[0,4,"PER",3,1.0,0]]}}',
        f'{{{SPAN}:[[0,4,"PER",null,NaN,0]]}}',
        f'{{{SPAN}:[[0,4,"PER",null,2,0]]}}',
        f'{{{SPAN}:[[0,{"9" * 5000},"PER",null,1,0]]}}',
        '{"by":["x"],"problems":[],"dates":[[0,4,"DATE","v",null,0,null,null,"",1.0,0]],"claims":[],"entities":[]}',
        '{"by":["x"],"problems":[],"dates":[],"claims":[[0,4,"rumour",null,null,null,1.0,0]],"entities":[]}',
    ],
)
def test_a_foreign_file_with_a_right_checksum_is_a_miss(
    foreign: str, kept: RecognitionCache, tmp_path: Path
) -> None:
    kept.put(article(), FOUND)
    (file,) = files(tmp_path)
    head = file.read_bytes().partition(b"\n")[0].rpartition(b" ")[0]
    file.write_bytes(head + f" {crc32(foreign.encode()):08x}\n{foreign}".encode())
    assert kept.get(article()) is None


def test_a_file_of_another_text_put_in_its_place_is_a_miss(kept: RecognitionCache, tmp_path: Path) -> None:
    kept.put(article(), FOUND)
    (ours,) = files(tmp_path)
    kept.put(article(TEXT + "!"), FOUND)
    (other,) = (file for file in files(tmp_path) if file != ours)
    ours.write_bytes(other.read_bytes())
    assert kept.get(article()) is None


@pytest.mark.parametrize("stand_in", ["pipe", "folder", "link", "large"])
def test_what_is_no_plain_file_is_never_waited_for(
    stand_in: str, kept: RecognitionCache, tmp_path: Path
) -> None:
    kept.put(article(), FOUND)
    (file,) = files(tmp_path)
    content = file.read_bytes()
    file.unlink()
    if stand_in == "pipe":
        os.mkfifo(file)
    elif stand_in == "folder":
        file.mkdir()
    elif stand_in == "link":
        (tmp_path / "aside").write_bytes(content)
        file.symlink_to(tmp_path / "aside")
    else:
        file.write_bytes(content + b" " * module.LARGEST)
    assert kept.get(article()) is None
    kept.put(article(), FOUND)


def test_a_folder_that_cannot_be_made_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = RecognitionCache(tmp_path / "file" / "kept", {})
    kept.put(article(), FOUND)
    assert kept.get(article()) is None


def test_a_full_disk_is_no_matter_and_leaves_nothing_half(
    kept: RecognitionCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    kept.put(article(), FOUND)
    monkeypatch.undo()
    assert files(tmp_path) == []
    kept.put(article(), FOUND)
    assert files(tmp_path) == [], "after one failure nothing more is tried"


def test_the_folder_is_for_its_user_alone(kept: RecognitionCache, tmp_path: Path) -> None:
    kept.put(article(), FOUND)
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def fill(kept: RecognitionCache, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Five recognitions, the first used longest ago."""
    monkeypatch.setattr(module, "SWEEP", "never")
    made: list[Path] = []
    for number in range(5):
        kept.put(article(f"{TEXT} {number}"), FOUND)
        (new,) = set(files(folder)) - set(made)
        os.utime(new, (number * DAY, number * DAY))
        made.append(new)
    monkeypatch.setattr(module, "SWEEP", "")
    return made


def test_beyond_its_size_the_longest_unused_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = RecognitionCache(tmp_path / "kept", {}, most_bytes=4 * module.BLOCK)
    made = fill(kept, tmp_path, monkeypatch)
    assert kept.get(article(f"{TEXT} 0")) == FOUND, "this is a use"
    kept.put(article("Anna Kovacs est là." + TEXT[19:]), Recognition())
    left = files(tmp_path)
    assert len(left) == 3, "the newest, the used one, and one more; an eighth stays free"
    assert made[0] in left
    assert made[4] in left


def test_below_its_size_nothing_goes_but_what_was_left_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = RecognitionCache(tmp_path / "kept", {})
    made = fill(kept, tmp_path, monkeypatch)
    for name, age in (("old.tmp", module.LOST + 60), ("new.tmp", 0)):
        half = tmp_path / "kept" / name
        half.touch()
        os.utime(half, (half.stat().st_mtime - age,) * 2)
    kept.put(article(), FOUND)
    left = {file.name for file in files(tmp_path)}
    assert {file.name for file in made} | {"new.tmp"} <= left
    assert "old.tmp" not in left


def test_many_threads_may_share_it(kept: RecognitionCache, tmp_path: Path) -> None:
    wrong: list[object] = []

    def work() -> None:
        for number in range(40):
            mine = article(f"{TEXT} {number % 7}")
            if kept.get(mine) not in (None, FOUND):
                wrong.append(number)
            kept.put(mine, FOUND)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(files(tmp_path)) == 7


# --- the usual place, and what remembers


class Counting:
    """A recogniser of nothing that counts its calls."""

    name = "counting"
    version = "1"

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, article: Article, entities: object = ()) -> list[Entity]:
        del article, entities
        self.calls += 1
        return []


@pytest.fixture
def counting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counting:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("READER_CACHE", "")
    counting = Counting()
    monkeypatch.setattr(registry, "RECOGNISERS", (lambda: counting,))
    monkeypatch.setattr(registry, "claim_recogniser", Counting)
    return counting


def test_the_next_run_recognises_nothing(counting: Counting, tmp_path: Path) -> None:
    assert Remembering()(article()) == Remembering()(article()) == Recognition()
    assert counting.calls == 1
    assert len(list((tmp_path / "reader" / "recognition").iterdir())) == 1


def test_the_cache_can_be_switched_off(
    counting: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_CACHE", "off")
    Remembering()(article())
    Remembering()(article())
    assert counting.calls == 2
    assert not (tmp_path / "reader").exists()


def test_without_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setenv("READER_CACHE", "")
    monkeypatch.setattr(module, "user_cache_folder", homeless)
    assert usual_cache(dict) is None


def test_what_failed_is_tried_again(counting: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    del counting
    answers = [Recognition(problems=("It is not there.",)), FOUND, Recognition()]
    once: Callable[[Article, str], Recognition] = lambda *_: answers.pop(0)  # noqa: E731
    monkeypatch.setattr(remembering, "recognise", once)
    run = Remembering()
    assert [run(article()).problems, run(article()), run(article())] == [("It is not there.",), FOUND, FOUND]


def test_that_a_text_is_too_long_is_remembered_too(
    counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("recognise", "remembering"):
        monkeypatch.setattr(f"reader.recognition.{name}.LONGEST", 20)
    first, again = Remembering()(article()), Remembering()(article())
    assert first == again
    assert len(again.problems) == 1
    assert counting.calls == 1


def test_the_layout_is_one_head_line_and_one_line_of_json(kept: RecognitionCache, tmp_path: Path) -> None:
    kept.put(article(), FOUND)
    head, _, packed = files(tmp_path)[0].read_bytes().partition(b"\n")
    assert head.startswith(b"reader recognition 1 ")
    assert set(json.loads(packed)) == {"by", "problems", "entities", "dates", "claims"}
    assert b"\n" not in packed
