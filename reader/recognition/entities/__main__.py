"""``python -m reader.recognition.entities DATA.jsonl > PRED.jsonl``: the names in articles given as JSONL.

Each line of the input is ``{"id", "text", "lang"?}``, each line of the output
``{"id", "entities": [{"start", "end", "label", "text", "name", "score"}, …]}``.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from reader.errors import ReaderError
from reader.recognition.entities.recogniser import MODEL, EntityRecogniser


def main(arguments: list[str] | None = None) -> int:
    """Writes the names in each article; 0 when done, 2 for unreadable input."""
    parser = argparse.ArgumentParser(prog="python -m reader.recognition.entities", description=__doc__)
    parser.add_argument("data", type=Path, metavar="DATA.jsonl")
    parser.add_argument("--model", type=Path, default=MODEL, help="another model file")
    given = parser.parse_args(arguments)
    recogniser = EntityRecogniser(given.model)
    try:
        with given.data.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    row = json.loads(line)
                    found = recogniser.entities(row["text"], row.get("lang", "fr"))
                    entities = [
                        {
                            "start": one.span.start,
                            "end": one.span.end,
                            "label": one.label.value,
                            "text": one.text,
                            "name": one.name,
                            "score": one.score,
                        }
                        for one in found
                    ]
                    answer = {"id": row["id"], "entities": entities}
                    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    except (ReaderError, OSError, ValueError, KeyError) as error:
        sys.stderr.write(f"{given.data}: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
