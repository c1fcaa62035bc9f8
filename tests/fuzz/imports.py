"""Whatever a file says, each line is brought in, passed or refused, and what comes in fits the articles."""

from __future__ import annotations

import io
import json
from functools import cache

from reader.annotations.changes import Change, added, key_of
from reader.annotations.state import State
from reader.errors import FormatError
from reader.formats.files import lines_in
from reader.formats.plan import plan_import
from reader.formats.registry import FORMATS
from reader.model import Annotation, Article
from tests.fuzz.given import Given
from tests.unit.formats.samples import ARTICLES, everything

VALUES: tuple[object, ...] = (
    *(
        None,
        True,
        -1,
        0,
        1,
        5,
        1.5,
        10**30,
        float("inf"),
        "",
        "a",
        "a-1",
        "\x1b[2J",
        "\ud800",
        "../x",
        "/etc/passwd",
    ),
    *("C:\\x", "a/../b", "a/un.txt", "deux.txt", "x" * 3000, [], ["a"], [["a"]], {}, {"a": 1}, "=1+1", "PER"),
    *("2025-01-01T00:00:00Z", "exact", "hand", "updates", "merged", "rejected", 9, [None], "a\nb", "\u2028"),
)


def check(data: bytes) -> None:
    given = Given(data)
    readable = [known for known in FORMATS if known.reads]
    chosen = readable[given.number(len(readable) - 1)]
    content = b"\n".join(_lines(given)) if given.number(1) else given.data
    try:
        incoming = chosen.read(lines_in(io.BytesIO(content), "x"))
        plan = plan_import(incoming, State(), _Shelf())
    except FormatError:
        return
    state = State()
    state.apply(Change("i", "", tuple(added(table, row) for table, row in plan.rows), "", ""))
    for table, row in plan.rows:
        assert state.table(table)[key_of(row)] == row
        if isinstance(row, Annotation):
            assert row.span.of(ARTICLES[row.article].text) == row.quote
    for link in state.links.values():
        assert {link.source, link.target} <= state.annotations.keys()
    json.dumps([[str(row) for _, row in plan.rows], [refused.why for refused in plan.refused]])


def _lines(given: Given) -> list[bytes]:
    """Lines of an export with some fields changed."""
    lines = []
    for line in exported():
        record = json.loads(line)
        for _ in range(given.number(3)):
            names = list(record)
            name = names[given.number(len(names) - 1)]
            value = given.number(len(VALUES))
            record[name] = VALUES[value] if value < len(VALUES) else given.short_text()
        lines.append(json.dumps(record).encode())
        if given.number(9) == 1:
            lines.append(given.piece())
    return lines


@cache
def exported() -> tuple[str, ...]:
    return tuple(FORMATS[0].write(everything()))


class _Shelf:
    """The articles of the samples."""

    def article(self, id: str) -> Article | None:
        return ARTICLES.get(id)

    def article_with(self, sha256: str) -> Article | None:
        return next((article for article in ARTICLES.values() if article.sha256 == sha256), None)
