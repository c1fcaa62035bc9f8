"""Where the store, the samples and the user's folders are found."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from reader import paths
from reader.errors import UsageError


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("READER_STORE", "READER_CONFIG", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_styles_and_seeds_are_found_whatever_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert (paths.styles_folder() / "themes").is_dir()
    assert sorted(p.name for p in paths.seeds_folder().iterdir()) == [
        "000_7191556ead630460.txt",
        "003_73690eb927d52fee.txt",
    ]


def test_the_option_comes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_STORE", str(tmp_path / "environment"))
    assert paths.find_store([tmp_path], tmp_path / "option") == tmp_path / "option"
    assert paths.find_store([tmp_path]) == tmp_path / "environment"


def test_an_empty_environment_variable_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_STORE", "")
    assert paths.find_store([tmp_path]) == tmp_path / "annotations"


def test_a_store_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("x")
    with pytest.raises(UsageError, match="is a file"):
        paths.find_store([tmp_path], file)


def test_the_store_beside_the_opened_folder_is_found(tmp_path: Path) -> None:
    articles, store = tmp_path / "articles", tmp_path / "annotations"
    articles.mkdir()
    store.mkdir()
    assert paths.find_store([articles]) == store


def test_the_nearest_store_upward_wins(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    (tmp_path / "annotations").mkdir()
    (tmp_path / "a" / "annotations").mkdir()
    assert paths.find_store([deep]) == tmp_path / "a" / "annotations"


def test_a_store_once_made_inside_the_opened_folder_stays_its_store(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    (articles / "annotations").mkdir(parents=True)
    (tmp_path / "annotations").mkdir()
    assert paths.find_store([articles]) == articles / "annotations"


def test_without_any_store_it_is_to_be_made_inside_the_opened_folder(tmp_path: Path) -> None:
    assert paths.find_store([tmp_path]) == tmp_path / "annotations"
    assert not (tmp_path / "annotations").exists()


def test_a_single_file_has_its_store_beside_it(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Bonjour.")
    assert paths.find_store([article]) == tmp_path / "annotations"


def test_the_second_path_may_know_the_store(tmp_path: Path) -> None:
    first, second = tmp_path / "x" / "first", tmp_path / "y" / "second"
    first.mkdir(parents=True)
    (second.parent / "annotations").mkdir(parents=True)
    assert paths.find_store([first, second]) == second.parent / "annotations"


def test_a_relative_path_with_dots_looks_at_the_right_parents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "annotations").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert paths.find_store([Path("../articles")]) == tmp_path / "annotations"


def test_no_path_opens_the_current_folder() -> None:
    assert paths.opened_paths([]) == (Path(),)


def test_a_missing_folder_seeds_means_the_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.opened_paths([Path("seeds/")]) == (paths.seeds_folder(),)
    assert paths.find_store([Path("seeds/")]) == tmp_path / "annotations"


def test_an_own_folder_seeds_is_the_readers_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    assert paths.opened_paths([Path("seeds")]) == (Path("seeds"),)
    assert paths.find_store([Path("seeds")]) == tmp_path / "seeds" / "annotations"


def test_samples_opened_where_nothing_can_be_written_keep_their_store_with_the_users_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("os.access", lambda *_: False)
    assert paths.find_store([Path("seeds")]) == paths.user_data_folder() / "annotations"


def test_samples_inside_an_installed_package_never_get_a_store_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site" / "reader" / "seeds").mkdir(parents=True)
    (tmp_path / "work").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "site" / "reader")
    monkeypatch.chdir(tmp_path / "work")
    assert paths.seeds_folder() == tmp_path / "site" / "reader" / "seeds"
    assert paths.find_store([paths.seeds_folder()]) == tmp_path / "work" / "annotations"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked itself")
@pytest.mark.parametrize("base", ["", " ", "/elsewhere"])
def test_user_folders_are_those_of_platformdirs(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, base)
    folders = platformdirs.PlatformDirs("reader", appauthor=False)
    assert paths.config_file() == folders.user_config_path / "config.toml"
    assert paths.user_data_folder() == folders.user_data_path
    assert paths.user_cache_folder() == folders.user_cache_path


def test_the_configuration_may_be_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_CONFIG", "/some/where.toml")
    assert paths.config_file() == Path("/some/where.toml")
