"""The sub-commands, one line each; a module is imported when its command is run."""

from __future__ import annotations


class Command:
    """A first word that is not a path. A plain class: every run of the command has to wait for it."""

    __slots__ = ("help", "module", "name")

    def __init__(self, name: str, module: str, help: str) -> None:
        self.name = name
        self.module = module
        """Below ``reader.cli.verbs``."""
        self.help = help
        """What it does, for the list in ``reader --help``."""


COMMANDS: tuple[Command, ...] = (
    Command("list", "list_articles", "the articles of a folder, one per line"),
    Command("show", "show", "one article with its marks, without the app"),
    Command("recognize", "recognize", "the names, dates and claims found in articles"),
    Command("entities", "entities", "every person, place and organisation of a folder"),
    Command("timeline", "timeline", "every date of a folder in order"),
    Command("search", "search", "where words stand in a folder, in context"),
    Command("annotate", "annotate", "mark a passage, as the keys do"),
    Command("link", "link", "link two marked passages, as the keys do"),
    Command("links", "links", "the links between passages, or suggestions for new ones"),
    Command("export", "export", "what was marked, in formats other programs read"),
    Command("import", "import_file", "bring in what was marked elsewhere"),
    Command("train", "train", "a model of names of your own, from what you decided"),
    Command("check", "check", "whether everything marked still stands where it should"),
    Command("restore", "restore", "bring back an earlier version of what was marked"),
    Command("stats", "stats", "how much there is of everything"),
    Command("keys", "keys", "every key and what it does"),
    Command("config", "config", "the configuration and where it is read from"),
    Command("doctor", "doctor", "what this terminal and this machine can do"),
)


def command_named(name: str) -> Command | None:
    """The command of that name, if there is one."""
    return next((command for command in COMMANDS if command.name == name), None)
