"""``--engine`` and the setting ``engine`` reach every command that recognises."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.config import load_config
from reader.errors import ConfigError
from tests.engines import install

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Command

ENGINE = "finder:pont"


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> str:
    """An installed engine that takes one word for a name."""
    del folder  # only has to be there first
    install(tmp_path / "site", monkeypatch)
    return ENGINE


def names(records: list[dict[str, object]]) -> set[tuple[object, object]]:
    return {(r["text"], r["recogniser"]) for r in records if r["type"] == "mention"}


@pytest.mark.parametrize("command", ["recognize", "export"])
def test_the_engine_takes_the_place_of_our_names(
    command: str, reader: Command, folder: Path, engine: str
) -> None:
    extra = ["--json"] if command == "recognize" else ["--include", "mentions,dates,claims"]
    done = reader(command, folder, "--engine", engine, *extra)
    assert done.code == 0
    assert names(done.records) == {("pont", ENGINE)}
    assert {record["type"] for record in done.records} >= {"mention", "date"}


def test_the_engine_may_stand_before_the_command(reader: Command, folder: Path, engine: str) -> None:
    assert names(reader("--engine", engine, "recognize", folder, "--json").records) == {("pont", ENGINE)}


def test_the_engine_reads_with_another_date_too(reader: Command, folder: Path, engine: str) -> None:
    done = reader("recognize", folder, "--json", "--date", "2025-01-01", "--engine", engine)
    assert names(done.records) == {("pont", ENGINE)}


@pytest.mark.parametrize(
    "words", [["list"], ["entities"], ["stats"], ["timeline"], ["links", "--suggest", "3"]]
)
def test_every_command_that_recognises_takes_it(
    words: list[str], reader: Command, folder: Path, engine: str
) -> None:
    assert reader(*words, folder, "--engine", engine).code == 0
    done = reader(*words, folder, "--engine", "flar")
    assert done.code == 2
    assert "There is no engine “flar”. There is own, spacy" in done.err


def test_the_configuration_names_it_and_own_is_ours_again(reader: Command, folder: Path, engine: str) -> None:
    (folder.parent / "config.toml").write_text(f'engine = "{engine}"\n')
    assert names(reader("recognize", folder, "--json").records) == {("pont", ENGINE)}
    ours = reader("recognize", folder, "--json", "--engine", "own").records
    assert {maker for _, maker in names(ours)} == {"entities"}
    assert json.loads(reader("config", "--json").out)["engine"] == engine


def test_a_command_that_does_not_recognise_does_not_need_it(reader: Command, folder: Path) -> None:
    (folder.parent / "config.toml").write_text('engine = "flar"\n')
    assert reader("search", "pont", folder).code == 0
    assert reader("list", folder).code == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_batch_form_takes_it_in_every_process(
    jobs: str, reader: Command, folder: Path, engine: str
) -> None:
    file = folder.parent / "in.jsonl"
    file.write_text("".join(json.dumps({"id": n, "text": "Le pont de Paris."}) + "\n" for n in range(9)))
    done = reader("recognize", "--jsonl-input", file, "--engine", engine, "--jobs", jobs)
    assert done.code == 0
    assert [record["id"] for record in done.records] == list(range(9))
    assert all([m["recogniser"] for m in record["mentions"]] == [ENGINE] for record in done.records)


@pytest.mark.parametrize("value", ["3", '""', '["spacy:x"]'])
def test_a_setting_that_is_no_name_is_a_mistake_with_its_line(value: str, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f"\nengine = {value}\n")
    with pytest.raises(ConfigError, match="line 2: “engine” must be the name of an engine in quotes"):
        load_config(config)
