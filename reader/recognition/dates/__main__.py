"""``python -m reader.recognition.dates FILE.jsonl``: expressions of each line, for the scorer.

Input lines are ``{"id", "text", "reference" or "date", "lang"}``; output lines ``{"id", "expressions"}``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reader.recognition.dates.finding import find


def main(arguments: list[str]) -> int:
    """Print one line for each line of the named file, or of the standard input for ``-``."""
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    source = sys.stdin if arguments[0] == "-" else Path(arguments[0]).open(encoding="utf-8")  # noqa: SIM115
    with source:
        for line in source:
            if line.strip():
                sys.stdout.write(json.dumps(recognised(json.loads(line)), ensure_ascii=False) + "\n")
    return 0


def recognised(item: dict[str, str]) -> dict[str, object]:
    """The output line of one input line."""
    reference = item.get("reference") or item.get("date")
    expressions = [
        {
            "start": found.span.start,
            "end": found.span.end,
            "text": found.text,
            "type": found.type.value,
            "value": found.value,
            "mod": found.mod,
            "reason": found.reason,
        }
        for found in find(item["text"], reference, item.get("lang") or "fr")
    ]
    return {"id": item["id"], "expressions": expressions}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
