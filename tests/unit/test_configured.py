"""One setting written into the user's own file: nothing else in it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.config import load_config
from reader.errors import ConfigError
from reader.session.configured import keep_setting, with_setting

if TYPE_CHECKING:
    from pathlib import Path

COMMENTED = """# my settings
annotator = "zoé"  # me

# the keys
[keys]
"annotation.tag" = "t,f12"  # both
theme = "no setting of ours"
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "paper"\n'),
        ("# nothing yet\n", 'theme = "paper"\n\n# nothing yet\n'),
        ('theme = "ink"\n', 'theme = "paper"\n'),
        ("theme='ink' # dark\nmeasure = 60\n", 'theme="paper" # dark\nmeasure = 60\n'),
        ("measure = 60", 'measure = 60\ntheme = "paper"\n'),
        ("measure = 60\r\n\r\n[keys]\r\n", 'measure = 60\r\ntheme = "paper"\r\n\r\n[keys]\r\n'),
        ('[keys]\nquit = "Q"\n', 'theme = "paper"\n\n[keys]\nquit = "Q"\n'),
        ("\ufeffmeasure = 60\n", '\ufeffmeasure = 60\ntheme = "paper"\n'),
        (
            COMMENTED,
            COMMENTED.replace('annotator = "zoé"  # me\n', 'annotator = "zoé"  # me\ntheme = "paper"\n'),
        ),
        ('annotator = """\ntheme = "ink"\n"""\n', 'annotator = """\ntheme = "ink"\n"""\ntheme = "paper"\n'),
        ("x = [\n  1,\n  2,\n]\n", 'theme = "paper"\n\nx = [\n  1,\n  2,\n]\n'),
    ],
)
def test_one_line_changes_and_the_rest_stays(before: str, after: str) -> None:
    assert with_setting(before, "theme", "paper") == after


@pytest.mark.parametrize("source", ["theme =\n", "theme = [\n", 'theme = """ink"""\n', "theme = 3\n"])
def test_what_is_not_understood_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        with_setting(source, "theme", "paper")


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    assert keep_setting("theme", "paper", path) == path
    assert load_config(path).theme == "paper"


def test_a_link_and_the_mode_of_the_file_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "config.toml"
    real.write_text(COMMENTED, encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    keep_setting("theme", "paper", link)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert 'theme = "paper"' in real.read_text(encoding="utf-8")
    assert {left.name for left in tmp_path.iterdir()} == {"config.toml", "real.toml"}


@pytest.mark.parametrize("held", [b"theme = \n", b"# \xff\n"])
def test_a_file_with_a_mistake_is_left_alone(held: bytes, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(held)
    with pytest.raises(ConfigError, match=r"config\.toml was not written"):
        keep_setting("theme", "paper", path)
    assert path.read_bytes() == held


def test_why_it_could_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="was not written"):
        keep_setting("theme", "paper", tmp_path / "file" / "config.toml")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ConfigError, match="was not written"):
        keep_setting("theme", "paper", tmp_path / "folder")
