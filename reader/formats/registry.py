"""Every format, one line each; its module is imported when the format is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from reader.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.formats.data import ExportData
    from reader.formats.plan import Incoming


class Format(NamedTuple):
    """A way out, and perhaps in."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    """Endings of its files, the usual one first."""
    module: str
    reads: bool = False
    """Whether it can be imported."""

    def write(self, data: ExportData) -> Iterator[str]:
        """*data* in this format, piece by piece."""
        writer = cast("Callable[[ExportData], Iterator[str]]", import_module(self.module).write)
        return writer(data)

    def read(self, lines: Iterable[str]) -> Incoming:
        """The rows that *lines* bring in.

        Raises FormatError where this format is only written, or the file as a whole is unfit.
        """
        if not self.reads:
            raise FormatError(f"{self.title} can be written but not read. Import JSONL instead.")
        reader = cast("Callable[[Iterable[str]], Incoming]", import_module(self.module).read)
        return reader(lines)


FORMATS: tuple[Format, ...] = (
    Format("jsonl", "JSONL", (".jsonl", ".ndjson"), "reader.formats.jsonl", reads=True),
    Format("csv", "CSV", (".csv",), "reader.formats.csv_table"),
    Format("markdown", "Markdown", (".md", ".markdown"), "reader.formats.markdown"),
    Format("w3c", "W3C Web Annotation", (".jsonld",), "reader.formats.web_annotation"),
)


def format_named(name: str) -> Format:
    """The format of that name. Raises FormatError naming those there are."""
    for known in FORMATS:
        if known.name == name:
            return known
    from reader.text.nearest import did_you_mean

    names = [known.name for known in FORMATS]
    meant = did_you_mean(name, names)
    raise FormatError(
        f"There is no format “{name}”{meant} There are {', '.join(names)}.", title="Unknown format"
    )


def format_of_file(name: str) -> Format | None:
    """The format whose ending the file *name* has."""
    lower = name.lower()
    return next((known for known in FORMATS if lower.endswith(known.suffixes)), None)
