"""``reader export``: what was marked, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import annotator_of, opened
from reader.cli.options import add_paths, path
from reader.cli.output import tell, write_data
from reader.errors import UsageError
from reader.formats.parts import DEFAULT_PARTS, RECOGNISED_PARTS, Part, parts_of
from reader.formats.registry import FORMATS, Format, format_named, format_of_file
from reader.text.counting import counted

if TYPE_CHECKING:
    import argparse

    from reader.formats.data import ExportData
    from reader.session import Session

EXAMPLES = (
    "reader export seeds/",
    "reader export articles/ --format csv -o passages.csv",
    "reader export articles/ --include annotations,links,tags,mentions,dates,claims",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    names = ", ".join(known.name for known in FORMATS)
    parser.add_argument("--format", metavar="FORMAT", help=f"{names} (else by the file's ending, else jsonl)")
    parser.add_argument(
        "--include",
        metavar="PARTS",
        type=_parts,
        default=DEFAULT_PARTS,
        help=f"of {','.join(part.value for part in Part)} (else annotations,links)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=path, help="write to FILE (else to stdout)")


def run(options: argparse.Namespace) -> int:
    """1 where an article could not be recognised whole."""
    chosen = _format(options)
    lines = _straight(options) if chosen is FORMATS[0] else None
    if lines is not None:
        write_data(lines)
        return 0
    recognising = bool(options.include & RECOGNISED_PARTS)
    with opened(options, options.paths, recognising=recognising) as session:
        if options.output is not None:
            session.check_target(options.output)
        data = _data(session, options.include)
        if options.output is None:
            write_data(chosen.write(data))
        else:
            from reader.formats.files import save

            size = save(options.output, chosen.write(data))
            tell(f"{options.output} written: {_content(data)}, {counted(size, 'byte')}")
        return _problems(session) if recognising else 0


def _straight(options: argparse.Namespace) -> list[str] | None:
    """The lines of the usual export where they can be had without a session."""
    if options.output is not None or options.include != DEFAULT_PARTS or len(options.paths) > 1:
        return None
    from reader.formats.straight import straight_lines
    from reader.paths import find_store, opened_paths

    (root,) = opened_paths(options.paths)
    if not root.is_dir():
        return None
    return straight_lines(root, find_store(options.paths, options.store), annotator_of(options))


def _parts(names: str) -> frozenset[Part]:
    """For argparse, which wants its own kind of error."""
    import argparse

    try:
        return parts_of(names)
    except UsageError as error:
        raise argparse.ArgumentTypeError(error.message) from error


def _format(options: argparse.Namespace) -> Format:
    if options.format is not None:
        return format_named(options.format)
    by_ending = format_of_file(options.output.name) if options.output is not None else None
    return by_ending or FORMATS[0]


def _data(session: Session, include: frozenset[Part]) -> ExportData:
    """What the opened articles hold; what stands elsewhere is told."""
    from dataclasses import replace

    every = session.export_data(include | {Part.ARTICLES})
    data = replace(every.only({ref.id for ref in session.articles}), include=include)
    elsewhere = len(every.annotations) - len(data.annotations)
    if elsewhere:
        tell(f"{counted(elsewhere, 'passage')} of this store left out: marked in articles that are not here")
    return data


def _content(data: ExportData) -> str:
    return f"{counted(len(data.annotations), 'passage')}, {counted(len(data.links), 'link')}"


def _problems(session: Session) -> int:
    """Tell what recognition could not do."""
    code = 0
    for ref in session.articles:
        summary = session.summary(ref.id)
        sentences = (summary.problem,) if summary.problem else session.recognition(ref.id).problems
        for sentence in sentences:
            tell(f"{ref.id}: {sentence}")
            code = 1
    return code
