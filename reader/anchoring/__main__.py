"""Answers a file of cases: ``python -m reader.anchoring CASES.jsonl > ANSWERS.jsonl``.

A case is one JSON object a line: ``id``, ``exact``, ``prefix``, ``suffix``, ``start``, ``end``, ``original``,
``edited``. An answer is ``{"id","start","end","state"}``, with null offsets where the passage is gone.
``--without-text`` does not look at ``original``.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from reader.anchoring.anchor import locate
from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def answers(lines: Iterable[str], *, with_text: bool) -> Iterator[str]:
    """One line of JSON for each case in *lines*."""
    for line in lines:
        if not line.strip():
            continue
        case = json.loads(line)
        span = Span(case["start"], case["end"])
        kept = case["original"] if with_text else None
        found = locate(case["exact"], case["prefix"], case["suffix"], span, case["edited"], kept)
        start, end = (found.span.start, found.span.end) if found.span else (None, None)
        yield json.dumps({"id": case["id"], "start": start, "end": end, "state": found.state.value})


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m reader.anchoring", description="Find passages again.")
    parser.add_argument("cases", help="JSONL, one case a line")
    parser.add_argument("--without-text", action="store_true", help="do not use the annotated text")
    options = parser.parse_args()
    with open(options.cases, encoding="utf-8") as file:  # noqa: PTH123
        for answer in answers(file, with_text=not options.without_text):
            sys.stdout.write(answer + "\n")


if __name__ == "__main__":
    main()
