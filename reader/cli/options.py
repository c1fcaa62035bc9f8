"""Parsers and the options that all sub-commands share."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, NoReturn

from reader.text.display import safe_display

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


USUAL_WIDTH, NARROWEST = 80, 40
"""Columns of help where there is no terminal, and the fewest that are used."""


class Parser(argparse.ArgumentParser):
    """One that says which option was probably meant."""

    def error(self, message: str) -> NoReturn:
        """Usage, what is wrong, and exit code 2."""
        what, _, words = message.partition("unrecognized arguments: ")
        if not what and words:
            message += self._meant(words.split())
        super().error(safe_display(message).replace("\t", " "))

    def _meant(self, words: list[str]) -> str:
        from reader.text.nearest import nearest

        known = [name for action in self._actions for name in action.option_strings if name.startswith("--")]
        found = [nearest(word.partition("=")[0], known) for word in words if word.startswith("--")]
        near = " ".join(dict.fromkeys(filter(None, found)))
        return f"; did you mean {near}?" if near else ""


def path(word: str) -> Path:
    """A word of the command line as a path; pathlib costs as much as argparse, so only where there is one."""
    from pathlib import Path

    return Path(word)


def parser_for(name: str, description: str, examples: Sequence[str]) -> argparse.ArgumentParser:
    """A parser for ``reader NAME``, its examples under its help."""
    shown = "\n".join(f"  {example}" for example in examples)
    return Parser(
        prog=f"reader {name}".rstrip(),
        description=description,
        epilog=f"examples:\n{shown}",
        formatter_class=_formatter,
        allow_abbrev=False,
    )


def _formatter(prog: str) -> argparse.HelpFormatter:
    """With the width of the terminal; left to itself argparse would import shutil and more to learn it."""
    try:
        width = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        width = USUAL_WIDTH
    return argparse.RawDescriptionHelpFormatter(prog, width=max(width, NARROWEST) - 2)


def add_common(parser: argparse.ArgumentParser) -> None:
    """``--store``, ``--as``, ``--engine`` and ``--model``, which every sub-command takes."""
    group = parser.add_argument_group("whose annotations")
    group.add_argument(
        "--store", metavar="FOLDER", help="the folder of annotations (else $READER_STORE, else found)"
    )
    group.add_argument(
        "--as", dest="annotator", metavar="NAME", help="the annotator (else configured, else the login)"
    )
    group = parser.add_argument_group("who finds names")
    group.add_argument(
        "--engine",
        metavar="ENGINE",
        help="another recogniser of names, such as spacy:fr_core_news_lg (else configured, else own)",
    )
    group.add_argument(
        "--model",
        dest="engine",
        metavar="FILE",
        type="own:{}".format,
        help="our own recogniser, with a model that “reader train entities” made",
    )


def add_paths(parser: argparse.ArgumentParser) -> None:
    """``PATH…``: folders or files; none is the current folder."""
    parser.add_argument(
        "paths", nargs="*", type=path, metavar="PATH", help="folders or articles (else this folder)"
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """``--json``: one JSON value per line."""
    parser.add_argument("--json", action="store_true", help="one JSON value per line")
