"""Which articles lie below the given paths; nothing is opened, no link is followed.

A link inside a folder leads either to what is found anyway or out of the folder, so none is
needed. What cannot be looked into is noted and does not stop the rest.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.kinds.registry import kind_of, suffixes
from reader.errors import ArticleUnreadableError, NoArticlesError
from reader.model import ArticleRef
from reader.paths import STORE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Discovered(NamedTuple):
    """The articles found, and what was passed over and why."""

    articles: tuple[ArticleRef, ...]
    notes: tuple[str, ...] = ()


class Root(NamedTuple):
    """A folder that was given, or the folder of files that were given."""

    folder: Path
    files: tuple[str, ...] | None = None
    """Names of the files that were given; None: everything below."""
    prefix: str = ""
    """What stands before the names in ids, where there are several roots."""

    def id(self, name: str) -> str:
        """The id of the article of that name in the folder."""
        return _printable(self.prefix + name)

    def ref(self, name: str) -> ArticleRef:
        """The article of that name in the folder, there or not."""
        return ArticleRef(self.id(name), self.folder / name)


def discover(paths: Sequence[Path]) -> tuple[ArticleRef, ...]:
    """The articles below *paths* by id.

    Raises NoArticlesError where there are none, ArticleUnreadableError for a path that is no article.
    """
    return explore(paths).articles


def explore(paths: Sequence[Path]) -> Discovered:
    """The articles below *paths* by id, and what was passed over; raises as ``discover``."""
    return explored(roots_of(paths))


def explored(roots: Sequence[Root]) -> Discovered:
    """The articles of *roots*, as ``explore``."""
    notes: list[str] = []
    refs: dict[str, ArticleRef] = {}
    for root in roots:
        for name in root.files if root.files is not None else _names_below(root.folder, notes):
            ref = root.ref(name)
            refs[ref.id] = ref
    if not refs:
        raise NoArticlesError(_nothing([root.folder for root in roots], notes))
    return Discovered(tuple(refs[key] for key in sorted(refs)), tuple(notes))


# --- roots ------------------------------------------------------------------------


def roots_of(paths: Sequence[Path]) -> list[Root]:
    """The folders to look into, with what tells their ids apart; raises ArticleUnreadableError."""
    roots = _roots(paths)
    return [root._replace(prefix=prefix) for prefix, root in zip(_prefixes(roots), roots, strict=True)]


def _roots(paths: Sequence[Path]) -> list[Root]:
    """The folders to look into, each once; files of one folder together, folders inside others left out."""
    folders: list[Path] = []
    files: dict[Path, list[str]] = {}
    for path in paths:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would rename what is reached by a link
        if _is_folder(path):
            folders.append(absolute)
        else:
            files.setdefault(absolute.parent, []).append(absolute.name)
    outer = [folder for folder in dict.fromkeys(folders) if not _is_below(folder, folders)]
    alone = [
        Root(folder, tuple(dict.fromkeys(names)))
        for folder, names in files.items()
        if folder not in outer and not _is_below(folder, outer)
    ]
    return [Root(folder) for folder in outer] + alone


def _is_below(folder: Path, others: Sequence[Path]) -> bool:
    return any(other in folder.parents for other in others)


def _is_folder(path: Path) -> bool:
    """Whether *path* is a folder; False for a regular file of a known kind; raises otherwise."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise ArticleUnreadableError(_why_not(path, error)) from error
    if stat.S_ISDIR(mode):
        return True
    if not stat.S_ISREG(mode):
        raise ArticleUnreadableError(
            f"{path} is neither a file nor a folder. Give a text file or a folder of them."
        )
    if kind_of(path.name) is None:
        raise ArticleUnreadableError(
            f"{path} is of a kind that cannot be opened. Articles are {suffixes()} files; save it as one."
        )
    return False


def _prefixes(roots: Sequence[Root]) -> list[str]:
    """What tells the ids of several roots apart: as much of each root's path as is needed."""
    if len(roots) < 2:
        return [""] * len(roots)
    return [f"{_unique_tail(root.folder, [each.folder for each in roots])}/" for root in roots]


def _unique_tail(folder: Path, others: Sequence[Path]) -> str:
    parts = [part for part in folder.parts if part != os.sep] or ["root"]
    for size in range(1, len(parts) + 1):
        tail = tuple(parts[-size:])
        if sum(other.parts[-size:] == tail for other in others) <= 1:
            return "/".join(tail)
    return "/".join(parts)


# --- one folder ---------------------------------------------------------------------


def _names_below(root: Path, notes: list[str]) -> Iterator[str]:
    """Relative names of the article files below *root*, in no order."""
    return (name for name, _ in entries_below(root, notes))


def entries_below(
    root: Path, notes: list[str], closed: list[str] | None = None
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Relative names of the article files below *root*, in no order, as the folders have them.

    The folders that could not be looked into are also put into *closed*.
    """
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    name = folder + entry.name
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name != STORE_NAME:
                            waiting.append(f"{name}/")
                    elif kind_of(entry.name) is None:
                        continue
                    elif entry.is_file(follow_symlinks=False):
                        yield name, entry
                    else:
                        notes.append(_passed_over(root, name, entry.is_symlink()))
        except OSError as error:
            if not folder:
                raise ArticleUnreadableError(_why_not(root, error)) from error
            notes.append(f"The folder {root / folder} was passed over: {error.strerror or error}.")
            if closed is not None:
                closed.append(folder)


def _passed_over(root: Path, name: str, is_link: bool) -> str:
    if is_link:
        return f"{root / name} is a link and was passed over. Open what it points to, or copy it here."
    return f"{root / name} is not a regular file and was passed over."


# --- words ------------------------------------------------------------------------------


def _printable(name: str) -> str:
    """*name* with each byte that is not UTF-8 as ``%XX``: an id must fit into every export."""
    if name.isascii():
        return name
    return "".join(f"%{ord(each) - 0xDC00:02X}" if "\udc80" <= each <= "\udcff" else each for each in name)


def _nothing(paths: Sequence[Path], notes: Sequence[str]) -> str:
    where = " or ".join(str(path) for path in paths) or "nowhere"
    kinds = suffixes().replace(", ", " or ")
    sentence = f"There is no article in {where}: no {kinds} file was found below."
    return " ".join([sentence, "Give a folder that holds some.", *notes[:3]])


def _why_not(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no file or folder {path}. Check the name."
    if isinstance(error, PermissionError):
        return f"{path} may not be read by you. Change its permissions, or ask its owner."
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{path} was not opened: {reason}."
