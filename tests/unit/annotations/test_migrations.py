"""A file of each earlier schema is read, brought up to date, and kept as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.annotations.document import SCHEMA
from reader.annotations.migrations import STEPS
from tests.unit.annotations.kit import files, opened

SCHEMAS = Path(__file__).resolve().parents[2] / "data" / "schemas"


def test_there_is_a_step_and_a_file_for_each_earlier_schema() -> None:
    assert len(STEPS) == SCHEMA
    assert files(SCHEMAS) == [f"schema-{number}.json" for number in range(SCHEMA)]


@pytest.mark.parametrize("schema", range(SCHEMA))
def test_a_file_of_an_earlier_schema_is_brought_up_to_date_and_kept(tmp_path: Path, schema: int) -> None:
    data = (SCHEMAS / f"schema-{schema}.json").read_bytes()
    (tmp_path / "alice.json").write_bytes(data)
    store, state = opened(tmp_path)
    assert {key: row.tags for key, row in state.annotations.items()} == {
        "a-1": ("PER",),
        "a-2": ("PER", "rumeur"),
    }
    assert state.annotations["a-2"].note == "à vérifier"
    assert (len(state.links), len(state.tags), len(state.decisions), len(state.articles)) == (1, 1, 1, 1)
    assert (tmp_path / f"alice.schema-{schema}-1.json").read_bytes() == data
    assert any("earlier version" in notice for notice in store.notices)
    again, same = opened(tmp_path)
    assert same == state
    assert again.notices == ()
