"""The command ``reader``: the first word decides between the app and a sub-command."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from reader import __version__
from reader.cli import output
from reader.cli.commands import COMMANDS, command_named
from reader.cli.options import add_common, parser_for, path
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.cli.commands import Command

DONE, PARTIAL, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; the last is the shell's for ctrl+c."""

SHARED = ("--store", "--as", "--engine", "--model")
"""Options that may stand before the name of a sub-command, each with a value."""

DESCRIPTION = """Read and annotate a folder of news articles in the terminal.

Every name, date and claim is marked when an article opens. Passages are tagged and
linked across articles; what was marked leaves in formats other programs read."""

EXAMPLES = (
    "reader                              the articles of this folder",
    "reader seeds/                       two sample articles",
    "reader articles/ more/one.txt       several folders and files",
    "reader export articles/ -o out.jsonl",
    "reader ./export                     a folder that is called like a command",
)


def run() -> None:
    """Run the command of this process and leave with its exit code."""
    sys.exit(main(sys.argv[1:]))


def main(words: Sequence[str]) -> int:
    """Do what *words* say; the exit code."""
    output.prepare()
    try:
        code = _dispatch(words)
        output.finish()
    except ReaderError as error:
        _say_error(error.title, error.message)
        return WRONG
    except BrokenPipeError:  # whoever read our results has had enough
        output.abandon()
        return PARTIAL
    except OSError as error:
        output.abandon()
        _say_error("Something could not be read or written", _os_reason(error))
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the crash border of the command line: a sentence, and a log
        _say_error("This is a mistake of the program", _logged(error))
        return WRONG
    return code


def _dispatch(words: Sequence[str]) -> int:
    position = _first_word(words)
    command = command_named(words[position]) if position < len(words) else None
    if command is None:
        return _open_app(words)
    return _run_command(command, [*words[:position], *words[position + 1 :]])


def _first_word(words: Sequence[str]) -> int:
    """Where the first word stands that is no shared option; beyond the end if there is none."""
    position = 0
    while position < len(words) and words[position].startswith("--") and words[position] != "--":
        position += 2 if words[position] in SHARED else 1
    return position


def _run_command(command: Command, words: Sequence[str]) -> int:
    verb = import_module(f"reader.cli.verbs.{command.module}")
    parser = parser_for(command.name, command.help[0].upper() + command.help[1:] + ".", verb.EXAMPLES)
    verb.add_arguments(parser)
    add_common(parser)
    code: int = verb.run(parser.parse_args(words))
    return code


def _open_app(words: Sequence[str]) -> int:
    widest = max(len(command.name) for command in COMMANDS)
    parser = parser_for("", DESCRIPTION, EXAMPLES)
    parser.usage = (
        "reader [PATH …] [--store FOLDER] [--as NAME] [--engine ENGINE | --model FILE]\n"
        "       reader COMMAND …"
    )
    parser.add_argument(
        "paths", nargs="*", type=path, metavar="PATH", help="folders or articles (else this folder)"
    )
    add_common(parser)
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    listed = "\n".join(f"  {command.name:<{widest}}  {command.help}" for command in COMMANDS)
    parser.epilog = f"commands (reader COMMAND --help says more):\n{listed}\n\n{parser.epilog}"
    options = parser.parse_args(words)
    _check_first_path(options.paths)
    from reader.cli.app import open_app

    return open_app(options)


def _check_first_path(paths: Sequence[Path]) -> None:
    """Raises UsageError where the first path is a bare word that is nothing here: a command was meant."""
    from reader.paths import SAMPLES
    from reader.text.nearest import nearest

    if not paths or paths[0] == SAMPLES or len(paths[0].parts) != 1 or os.path.lexists(paths[0]):
        return
    word = str(paths[0])
    known = {"help": "--help", "version": "--version"} | {c.name: c.name for c in COMMANDS}
    near = nearest(word, known)
    meant = f"; did you mean “reader {known[near]}”?" if near else ". “reader --help” lists the commands."
    raise UsageError(f"There is no command, folder or article “{word}” here{meant}")


def _say_error(title: str, message: str) -> None:
    output.tell(f"{title}: {message}")


def _os_reason(error: OSError) -> str:
    what = f"{error.filename}: " if error.filename else ""
    return f"{what}{error.strerror or error}."


def _logged(error: Exception) -> str:
    """The error in a word, and where its traceback was written."""
    from reader.cli.logs import log_error

    log = log_error(error)
    where = f" {log} says more; please report it." if log else ""
    return f"{type(error).__name__}: {error}.{where}"
