"""Training data out of files: articles annotated whole, and exports that say what people decided.

Each line of a file is one of

``{"id", "text", "entities": [{"start", "end", "label", "optional"?}, …]}``
    an article in which every name is annotated, offsets in code points
``{"type": "annotation" | "decision" | "mention", …}``
    a line of ``reader export --include annotations,decisions,mentions``; the article's text comes from
    *text_of*, and only the sentences somebody decided about are learnt from (``decided``)
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import FormatError, UsageError
from reader.recognition.entities.modelfile import CLASSES
from reader.recognition.training.decided import by_name, decided_example, said_of, said_of_name
from reader.recognition.training.examples import Example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from reader.recognition.training.decided import Said, SaidOfName

    TextOf = Callable[[str], str | None]

WEIGHT = 10
"""A sentence somebody decided about counts as often as so many of an annotated article."""


@dataclass(frozen=True, slots=True)
class TrainingData:
    """What a model is to learn from."""

    examples: tuple[Example, ...]
    files: tuple[str, ...]
    """The names of the files it came from."""
    articles: int
    """Annotated whole."""
    sentences: int
    """Somebody decided about."""
    left_out: int
    """What was decided in articles whose text is not there, or is another by now."""


def read_data(
    paths: Iterable[Path],
    *,
    where: Mapping[str, str] | None = None,
    text_of: TextOf | None = None,
    weight: int = WEIGHT,
) -> TrainingData:
    """The data in the JSONL files *paths*.

    Of the articles annotated whole only those are taken whose fields have the values of *where*.
    *text_of* gives the text of an article by its id. Raises FormatError naming file and line, UsageError
    where texts are needed and there is no *text_of*.
    """
    paths = tuple(paths)
    whole: list[Example] = []
    said: dict[str, list[Said]] = {}
    names: dict[str, list[SaidOfName]] = {}
    for path in paths:
        for number, row in _rows(path):
            try:
                if "type" not in row:
                    if all(str(row.get(field)) == value for field, value in (where or {}).items()):
                        whole.append(_whole_article(row, number))
                elif (of_name := said_of_name(row)) is not None:
                    names.setdefault(of_name.name, []).append(of_name)
                elif (one := said_of(row)) is not None:
                    said.setdefault(str(row["article"]), []).append(one)
            except (ValueError, KeyError, TypeError) as error:
                raise FormatError(f"{path.name}, line {number}: not a training article ({error}).") from error
    said = {article: by_name(lines, names) for article, lines in said.items()}
    decided, left_out = _decided(said, text_of, weight)
    return TrainingData(
        (*whole, *decided),
        tuple(path.name for path in paths),
        len(whole),
        sum(len(example.within or ()) for example in decided),
        left_out,
    )


def _rows(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """The lines of a file that are not empty, with their numbers."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except OSError as error:
        raise FormatError(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise FormatError(f"{path} is not UTF-8.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise FormatError(f"{path.name}, line {number}: it is not JSON.") from error
            if not isinstance(row, dict):
                raise FormatError(f"{path.name}, line {number}: it is not a JSON object.")
            yield number, row


def _whole_article(row: dict[str, object], number: int) -> Example:
    text, entities = row["text"], row["entities"]
    if not isinstance(text, str) or not isinstance(entities, list):
        raise TypeError("“text” must be text and “entities” a list")
    names = []
    for entity in entities:
        if not entity.get("optional"):
            label = str(entity["label"])
            if label not in CLASSES:
                raise ValueError(f"there is no label {label}; there are {', '.join(CLASSES)}")
            names.append((int(entity["start"]), int(entity["end"]), label))
    return Example(str(row.get("id", number)), learnable(text), tuple(names))


def _decided(
    said: Mapping[str, list[Said]], text_of: TextOf | None, weight: int
) -> tuple[list[Example], int]:
    """What was decided, article by article, and how much of it is of no use."""
    examples: list[Example] = []
    left_out = 0
    for article, lines in sorted(said.items()):
        judged = sum(1 for one in lines if one.by_a_person)
        if not judged:
            continue
        if text_of is None:
            raise UsageError(
                f"The decisions about {article} come without its text. Say where the articles are: "
                "--articles FOLDER."
            )
        text = text_of(article)
        example, used = (
            (None, 0) if text is None else decided_example(article, learnable(text), lines, weight)
        )
        left_out += judged - used
        if example is not None:
            examples.append(example)
    return examples, left_out


def learnable(text: str) -> str:
    """*text* without what no attribute can hold; of the same length."""
    return re.sub("[\0\ud800-\udfff]", " ", text)
