"""The model file: its layout, writing it, and reading it without trusting it.

::

    reader-entities 1\\n          magic and version of the layout
    {...}\\n                      header, one line of JSON (licence, recipe, figures, sizes)
    sections, one after another, each zlib-compressed, in the order of header["sections"]

``sections`` lists ``[name, compressed bytes, raw bytes]``:

``attributes``  every attribute, UTF-8, ended by NUL, grouped by role
``counts``      weights per attribute, one byte each
``labels``      the label of each weight, one byte each
``weights``     the weights, 16-bit signed, little-endian; times ``header["scale"]`` they are the CRF's
``words``       the lower-case words of the training text: three lists (rare first), JSON
``lists``       cues, names and phrases of the word lists, JSON

``header["roles"]`` lists ``[role, attributes]``; ``header["transitions"]`` is the matrix of label
to label. Nothing in the file is ever executed; sizes are checked before anything is unpacked.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from reader.errors import RecognitionError
from reader.recognition.entities.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAGIC = b"reader-entities "
VERSION = 1
LIMIT = 16 * 1024 * 1024
"""No section may unpack to more bytes than this."""
SECTIONS = ("attributes", "counts", "labels", "weights", "words", "lists")
CLASSES = ("PER", "LOC", "ORG", "MISC")
LABELS = ("O", *(place + label for place in ("E-", "S-", "B-", "I-") for label in CLASSES))
"""The labels of the CRF, in the order of the weights: outside, end, single, begin, inside."""


@dataclass(slots=True)
class Model:
    """A model as it stands in the file, not yet fused."""

    header: dict[str, object]
    roles: dict[str, dict[str, int]]
    """Role to attribute to its number."""
    offsets: array[int]
    """Attribute number to the first of its weights; one more at the end."""
    labels: bytes
    weights: array[int]
    scale: float
    transitions: list[list[float]]
    lexicon: Lexicon


def write(path: Path, header: Mapping[str, object], parts: Mapping[str, bytes]) -> int:
    """Writes a model file and returns its size in bytes."""
    packed = {name: zlib.compress(parts[name], 9) for name in SECTIONS}
    sizes = [[name, len(packed[name]), len(parts[name])] for name in SECTIONS]
    line = json.dumps({**header, "sections": sizes}, ensure_ascii=False, sort_keys=True)
    content = b"%s%d\n%s\n" % (MAGIC, VERSION, line.encode()) + b"".join(packed[name] for name in SECTIONS)
    path.write_bytes(content)
    return len(content)


def read(path: Path) -> Model:
    """The model in *path*.

    Raises RecognitionError, with a sentence, where the file is missing, damaged or of a newer layout.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RecognitionError(f"The model of names {path.name} cannot be read: {error.strerror}.") from error
    return parse(content, path.name)


def parse(content: bytes, name: str) -> Model:
    """The model in the bytes of a file called *name*."""
    if not content.startswith(MAGIC):
        raise RecognitionError(f"{name} is not a model of names.")
    first, _, rest = content.partition(b"\n")
    version = first[len(MAGIC) :]
    if version != b"%d" % VERSION:
        raise RecognitionError(
            f"{name} has layout {version.decode('ascii', 'replace')}; this reader knows {VERSION}."
        )
    try:
        return _unpack(rest)
    except (ValueError, KeyError, TypeError, IndexError, OverflowError, zlib.error, RecursionError) as error:
        raise RecognitionError(f"The model of names {name} is damaged: {error}.") from error


def _unpack(rest: bytes) -> Model:
    line, _, body = rest.partition(b"\n")
    header = json.loads(line)
    parts: dict[str, bytes] = {}
    at = 0
    for section, packed, raw in header["sections"]:
        parts[section] = _inflate(body[at : at + packed], raw)
        at += packed
    attributes = parts["attributes"].decode().split("\0")
    attributes.pop()
    roles: dict[str, dict[str, int]] = {}
    first = 0
    for role, count in header["roles"]:
        roles[role] = dict(zip(attributes[first : first + count], range(first, first + count), strict=True))
        first += count
    counts = parts["counts"]
    weights = array("h", parts["weights"])
    if sys.byteorder == "big":
        weights.byteswap()
    offsets = array("I", _running(counts))
    if not len(counts) == first == len(attributes) or not offsets[-1] == len(weights) == len(parts["labels"]):
        raise ValueError("its tables do not fit together")
    transitions = [[float(weight) for weight in row] for row in header["transitions"]]
    size = len(LABELS)
    if max(parts["labels"], default=0) >= size or [len(row) for row in transitions] != [size] * size:
        raise ValueError("its labels are unknown")
    lexicon = _lexicon(json.loads(parts["words"]), json.loads(parts["lists"]))
    return Model(
        header, roles, offsets, parts["labels"], weights, float(header["scale"]), transitions, lexicon
    )


def _running(counts: bytes) -> list[int]:
    from itertools import accumulate

    return list(accumulate(counts, initial=0))


def _inflate(packed: bytes, raw: int) -> bytes:
    """*packed* unpacked to exactly *raw* bytes."""
    if not 0 <= raw <= LIMIT:
        raise ValueError("a section is too large")
    unpacked = zlib.decompressobj().decompress(packed, raw + 1)
    if len(unpacked) != raw:
        raise ValueError("a section is cut short")
    return unpacked


def lists_of(lexicon: Lexicon) -> bytes:
    """The cues, names and phrases of *lexicon* as a section."""
    cues: dict[str, list[str]] = {}
    for word, cue in lexicon.cues.items():
        cues.setdefault(cue, []).append(word)
    phrases = [[*tokens, table] for known in lexicon.phrases.values() for tokens, table in known]
    lists = {
        "cues": cues,
        "function": sorted(lexicon.function),
        "names": lexicon.names,
        "labels": lexicon.labels,
        "phrases": phrases,
        "aliases": [[*key, name] for key, name in lexicon.aliases.items()],
    }
    return json.dumps(lists, ensure_ascii=False, separators=(",", ":")).encode()


def words_of(lexicon: Lexicon) -> bytes:
    """The lower-case words of *lexicon* as a section."""
    levels: list[list[str]] = [
        sorted(word for word, n in lexicon.common.items() if n == level) for level in (1, 2, 3)
    ]
    return json.dumps(levels, ensure_ascii=False, separators=(",", ":")).encode()


def _lexicon(words: list[list[str]], lists: dict[str, object]) -> Lexicon:
    lexicon = Lexicon()
    for level, known in enumerate(words, 1):
        lexicon.common.update(dict.fromkeys(known, level))
    for cue, members in cast("dict[str, list[str]]", lists["cues"]).items():
        lexicon.cues.update(dict.fromkeys(members, cue))
    lexicon.function = frozenset(cast("list[str]", lists["function"]))
    names = cast("dict[str, list[str]]", lists["names"])
    lexicon.names = {name: tuple(tables) for name, tables in names.items()}
    lexicon.labels = cast("dict[str, str]", lists["labels"])
    for entry in cast("list[list[str]]", lists["phrases"]):
        lexicon.phrases.setdefault(entry[0], []).append((tuple(entry[:-1]), entry[-1]))
    for entry in cast("list[list[str]]", lists["aliases"]):
        lexicon.aliases[tuple(entry[:-1])] = entry[-1]
    return lexicon
