"""``reader train``: a model of names of your own, from annotated articles and from what you decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.options import path
from reader.cli.output import tell
from reader.errors import ArticleError, UsageError
from reader.text.counting import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.recognition.training.data import TrainingData

EXAMPLES = (
    "reader train entities decided.jsonl --articles articles/ -o my.model",
    "reader train entities gold.jsonl --where split=train -o my.model",
    "reader train entities gold.jsonl decided.jsonl --articles articles/ -o my.model",
)
KINDS = ("entities",)
"""What can be learnt."""
TOLD_EVERY = 10
"""Steps of the training."""
UNSTATED = "Trained on the files named here, whose licences hold; the word lists are those of reader (MIT)."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS, help="what is learnt: the names in French articles")
    parser.add_argument(
        "data",
        nargs="+",
        type=path,
        metavar="DATA",
        help='JSONL: {"id","text","entities":[{"start","end","label"}]} per line, '
        "or what “reader export --include annotations,decisions,mentions” writes",
    )
    parser.add_argument("-o", "--output", required=True, type=path, metavar="MODEL", help="write it there")
    parser.add_argument(
        "--articles",
        action="append",
        default=[],
        type=path,
        metavar="PATH",
        help="the articles that an export speaks of, opened as they were for the export",
    )
    parser.add_argument(
        "--base",
        type=path,
        metavar="MODEL",
        help="carry this model on instead of learning from nothing; without annotated articles in DATA "
        "the one that ships is carried on",
    )
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="of the annotated articles only those with this value",
    )
    parser.add_argument(
        "--weight",
        type=int,
        metavar="N",
        help="beside annotated articles a sentence you decided about counts N times (else 10)",
    )
    parser.add_argument("--iterations", type=int, metavar="N", help="at most so many steps (else 100)")
    parser.add_argument("--licence", metavar="TEXT", help="the notice that the model carries")


def run(options: argparse.Namespace) -> int:
    """Writes the model; 1 where something that was decided could not be learnt from."""
    from reader.recognition.training.data import WEIGHT, read_data

    _expect_place(options.output)
    for name in ("weight", "iterations"):
        if getattr(options, name) is not None and not 1 <= getattr(options, name) <= 1000:
            raise UsageError(f"--{name} must be a number from 1 to 1000.")
    data = read_data(
        options.data,
        where=_fields(options.where),
        text_of=_texts(options.articles) if options.articles else None,
        weight=options.weight or WEIGHT,
    )
    if data.left_out:
        tell(
            f"left out: {counted(data.left_out, 'decision')} in articles that are not there, not French, "
            "or changed since"
        )
    if not data.examples:
        raise UsageError("There is nothing to learn in the data.")
    tell(f"learning from {_content(data)}")
    base = options.base or (_shipped() if data.sentences and not data.articles else None)
    size = _learnt(data, options) if base is None else _carried_on(data, base, options)
    tell(f"{options.output} written: {counted(size, 'byte')}")
    return 1 if data.left_out else 0


def _learnt(data: TrainingData, options: argparse.Namespace) -> int:
    """A new model, from nothing but the data."""
    from reader.recognition.training.entities import Settings, train

    settings = Settings(iterations=options.iterations) if options.iterations else Settings()
    return train(data, options.output, settings, options.licence or UNSTATED, _tell_step)


def _carried_on(data: TrainingData, base: Path, options: argparse.Namespace) -> int:
    """The model *base*, with what the data says learnt as well."""
    from reader.recognition.training.carrying_on import carry_on

    tell(f"carrying {base.name} on")
    return carry_on(data, base, options.output, options.licence or "", _tell_step)


def _shipped() -> Path:
    from reader.recognition.entities.recogniser import MODEL

    return MODEL


def _content(data: TrainingData) -> str:
    parts = [counted(data.articles, "annotated article")] if data.articles else []
    if data.sentences:
        parts.append(f"{counted(data.sentences, 'sentence')} somebody decided about")
    return " and ".join(parts)


def _tell_step(step: int, most: int) -> None:
    if step % TOLD_EVERY == 0:
        tell(f"step {step} of at most {most}")


def _fields(conditions: Sequence[str]) -> dict[str, str]:
    fields = {}
    for condition in conditions:
        field, equals, value = condition.partition("=")
        if not equals or not field:
            raise UsageError(f"“{condition}” is no condition such as split=train.")
        fields[field] = value
    return fields


def _texts(paths: Sequence[Path]) -> Callable[[str], str | None]:
    """Gives the text of an article by its id; None where it is not there or not French."""
    from reader.articles.library import Library
    from reader.paths import opened_paths

    library = Library(opened_paths(paths))

    def text_of(id: str) -> str | None:
        try:
            article = library.article(id)
        except ArticleError:
            return None
        return article.text if article.language == "fr" else None

    return text_of


def _expect_place(target: Path) -> None:
    """Raises UsageError where the model could not be written, or would take the place of something else."""
    from reader.recognition.entities.modelfile import MAGIC

    if not target.parent.is_dir():
        raise UsageError(f"There is no folder {target.parent} to write the model to.")
    if target.exists():
        with target.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise UsageError(f"{target} is there and is no model. Choose another name.")
