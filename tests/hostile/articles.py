"""Files and folders that an opened folder may hold, by name; each maker is given where to put it."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile.payloads import CODE_POINTS, PAYLOADS
from tests.torture import amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROSE = (
    "Le 3 mars 2024, Anna Kovacs a déclaré à Vienne que « la rencontre aura lieu ».\n"
    "Selon l’Agence du Danube, Pál Orbán aurait accepté l’invitation.\n"
)
ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"),
    *("utf-7", "cp1252", "latin-1", "iso8859-15", "cp437", "cp850", "cp858", "mac_roman"),
    *("cp1250", "cp1251", "koi8-r", "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5"),
    *("euc_kr", "hz", "cp500", "cp1140", "iso8859-2", "cp1254", "cp1255", "cp1256"),
)
"""Those in use, and the older ones of archives."""
BINARIES = {
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    "zip": b"PK\x03\x04\x14\0\0\0",
    "elf": b"\x7fELF\x02\x01\x01\0",
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "gzip": b"\x1f\x8b\x08\0\0\0\0\0",
    "sqlite": b"SQLite format 3\0",
    "class": b"\xca\xfe\xba\xbe\0\0",
    "mach-o": b"\xcf\xfa\xed\xfe",
    "rtf": b"{\\rtf1\\ansi caf\\'e9}",
    "docx": b"PK\x03\x04[Content_Types].xml",
    "wasm": b"\0asm\x01\0\0\0",
}
LONG = 250
"""Bytes; what a file system allows of a name is 255."""
BIG = amount(30_000, 1_000_000)
"""Code points: large enough for anything quadratic to be felt."""


def text(content: str, errors: str = "strict") -> Callable[[Path], None]:
    return data(content.encode("utf-8", errors))


def data(content: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


def repeated(piece: str, size: int = BIG) -> Callable[[Path], None]:
    return text(piece * (size // len(piece)))


def sparse(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def socket_file(path: Path) -> None:
    """A socket, by way of a relative name: the whole one may be too long for its kind."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def forbidden(path: Path) -> None:
    path.write_text(PROSE, encoding="utf-8")
    path.chmod(0)


def deep(path: Path) -> None:
    """Folders in folders, and one article at the bottom."""
    for _ in range(60):
        path /= "d"
    path.mkdir(parents=True)
    (path / "fond.txt").write_text(PROSE, encoding="utf-8")


def crowd(path: Path) -> None:
    path.mkdir()
    for number in range(50):
        (path / f"{number}.txt").write_text(f"Le {number} mars.", encoding="utf-8")


def closed(path: Path) -> None:
    """A folder that may not be looked into."""
    path.mkdir()
    (path / "dedans.txt").write_text(PROSE, encoding="utf-8")
    path.chmod(0)


def _encoded() -> Iterator[tuple[bytes, Callable[[Path], None]]]:
    for encoding in ENCODINGS:
        yield f"encodage-{encoding}.txt".encode(), data(PROSE.encode(encoding, "replace"))
    yield b"bom-only.txt", data(b"\xef\xbb\xbf")
    yield b"bom-16-odd.txt", data(b"\xff\xfeabc")
    yield b"bom-32-broken.txt", data(b"\xff\xfe\0\0\xff\xff\xff\xff")
    yield b"bom-16-surrogate.txt", data(b"\xff\xfe\x00\xd8a\0")
    yield b"bom-twice.txt", data(b"\xef\xbb\xbf\xef\xbb\xbfdeux")
    yield b"utf8-cut.txt", data(PROSE.encode()[:-60] + "é".encode()[:1])
    yield b"utf8-overlong.txt", data(b"a\xc0\xafb\xe0\x80\xafc")
    yield b"utf8-surrogates.txt", data(b"a\xed\xa0\x80b\xed\xb0\x80c")
    yield b"utf8-beyond.txt", data(b"a\xf4\x90\x80\x80b\xf8\x88\x80\x80\x80c")
    yield b"utf8-stray.txt", data(b"a\x80\xbf\xfe\xffb")
    yield b"every-byte.txt", data(bytes(range(1, 256)))
    yield b"undefined-1252.txt", data(b"caf\xe9 \x81\x8d\x8f\x90\x9d")
    yield b"mixed.txt", data(PROSE.encode() + PROSE.encode("cp1252"))


def _binary() -> Iterator[tuple[bytes, Callable[[Path], None]]]:
    for name, head in BINARIES.items():
        yield f"binaire-{name}.txt".encode(), data(head + bytes(range(256)) * 8)
        yield f"tête-{name}.md".encode(), data(head.replace(b"\0", b""))
    yield b"nul-one.txt", data(b"avant\0apr\xc3\xa8s")
    yield b"nul-many.txt", data(bytes(100_000))
    yield b"nul-last.txt", data(PROSE.encode() + b"\0")


def _kinds() -> Iterator[tuple[bytes, Callable[[Path], None]]]:
    yield b"fifo.txt", os.mkfifo
    yield b"socket.txt", socket_file
    yield b"folder.txt", Path.mkdir
    yield b"link-device.txt", link_to("/dev/zero")
    yield b"link-random.txt", link_to("/dev/urandom")
    yield b"link-terminal.txt", link_to("/dev/tty")
    yield b"link-stdin.txt", link_to("/dev/stdin")
    yield b"link-self.txt", link_to("link-self.txt")
    yield b"link-a.txt", link_to("link-b.txt")
    yield b"link-b.txt", link_to("link-a.txt")
    yield b"link-nowhere.txt", link_to("nulle-part.txt")
    yield b"link-out.txt", link_to("/etc/passwd")
    yield b"link-out-relative.txt", link_to("../../../../../../etc/hosts")
    yield b"link-memory.txt", link_to("/proc/self/mem")
    yield b"link-folder", link_to("/etc")
    yield b"link-up", link_to("..")
    yield b"link-here", link_to(".")
    yield b"sparse-8-gib.txt", sparse(8 << 30)
    yield b"sparse-30-mib.txt", sparse(30 << 20)
    yield b"forbidden.txt", forbidden
    yield b"closed", closed
    yield b"deep", deep
    yield b"crowd", crowd
    yield b"empty.txt", data(b"")
    yield b"empty-folder", Path.mkdir
    yield b".hidden.txt", text(PROSE)


def _names() -> Iterator[tuple[bytes, Callable[[Path], None]]]:
    for name in (
        "saut\nde ligne",
        "retour\rchariot",
        "\x1b[31mrouge\x1b[0m",
        "\x1b]0;titre\x07",
        "\x1b]52;c;aGk=\x07",
        "tab\tici",
        "\x7f\x08\x08",
        "c1-\x9b31m",
        "bidi-\u202efdp",
        "sépa\u2028ration",
        "[@click=app.quit]",
        "[bold]a[",
        "-option",
        "--help",
        "$HOME `id`; rm",
        "a'b\"c\\d",
        "%s%n{0}",
        "  espaces  ",
        "é-composé-e\u0301",
        "👩\u200d👩\u200d👧",
        "NUL",
        "=1+1",
        "~",
    ):
        yield f"{name}.txt".encode(), text(f"# Nom étrange\n\n{PROSE}")
    yield b"pas-utf8-\xff\xfe.txt", text(PROSE)
    yield b"latin-caf\xe9.md", text(PROSE)
    yield b"tronqu\xc3.txt", text(PROSE)
    yield b"n" * (LONG - 4) + b".txt", text(PROSE)
    yield "é".encode() * (LONG // 2 - 2) + b".txt", text(PROSE)
    yield b"\x01\x02\x03\x1b.txt", text(PROSE)


def _texts() -> Iterator[tuple[bytes, Callable[[Path], None]]]:
    yield b"one-line.txt", repeated(PROSE.replace("\n", " "))
    yield b"one-word.txt", repeated("a")
    yield b"capitals.txt", repeated("ORBÁN ")
    yield b"digits.txt", repeated("12 ")
    yield b"line-ends.txt", repeated("\n")
    yield b"returns.txt", repeated("\r")
    yield b"too-many-lines.txt", repeated("\n", 1_200_000)
    yield b"spaces.txt", repeated(" ")
    yield b"tabs.txt", repeated("\t")
    yield b"elisions.txt", repeated("l’")
    yield b"quotes.txt", repeated("« ")
    yield b"open-quotes.txt", repeated("“«\"'")
    yield b"brackets.txt", repeated("[")
    yield b"parentheses.txt", repeated("(")
    yield b"headings.md", repeated("# a\n")
    yield b"deep-heading.md", repeated("#")
    yield b"list.md", repeated("- ")
    yield b"nested-quote.md", repeated("> ")
    yield b"emphasis.md", repeated("*_")
    yield b"links.md", repeated("[a](")
    yield b"fences.md", repeated("```\n")
    yield b"front-matter.md", text("---\n" + "a: b\n" * 20_000)
    yield (
        b"front-matter-bomb.md",
        text("---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: !!python/object:os.system x\n---\n"),
    )
    yield b"dates.txt", repeated("le 3 mars 2024 ")
    yield (
        b"strange-dates.txt",
        text("le 99 mars 0000, en 99999999999999, le 31/02/2024, l’an -5, 10^400 ans\n" * 50),
    )
    yield b"huge-number.txt", text("dans " + "9" * 50_000 + " ans, il y a " + "1" * 5_000 + " jours")
    yield b"tower.txt", text("e" + "\u0301" * BIG)
    yield b"towers.txt", repeated("a" + "\u0301\u0327" * 40)
    yield b"emoji.txt", repeated("👩\u200d👩\u200d👧\u200d👦")
    yield b"joiners.txt", repeated("\u200d")
    yield b"flags.txt", repeated("\U0001f1eb")
    yield b"bidi.txt", repeated("\u202eab\u202c\u2066cd")
    yield b"arabic.txt", repeated("\u0627\u0644\u0633\u0644\u0627\u0645 ")
    yield b"wide.txt", repeated("中文")
    yield b"hangul.txt", repeated("\u1100\u1161\u11a8")
    yield b"prepended.txt", repeated("\u0600")
    yield b"variations.txt", repeated("\ufe0f")
    yield b"tags.txt", repeated("\U000e0041")
    yield b"noncharacters.txt", text("".join(map(chr, (0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0))) * 50)
    yield (
        b"every-plane.txt",
        text("".join(chr(code) for code in range(0x100, 0x110000, 257) if not 0xD800 <= code < 0xE000)),
    )
    yield b"title-3000.txt", text("Titre " * 500 + "\n\n" + PROSE)
    yield b"headers.txt", text("Date: 9999-99-99\nTitle: \x1b[31m\nTitle:\n" * 200)
    yield b"all-payloads.txt", text("\n\n".join(payload.replace("\0", "") for payload in PAYLOADS))
    yield b"title-payload.md", text("# \x1b]0;volé\x07[/fin][@click=app.quit]x\n\n" + PROSE)


def _code_points() -> Iterator[tuple[bytes, Callable[[Path], None]]]:
    for letter in CODE_POINTS:
        line = f"Titre{letter}coupé\n\nAnna Kovacs{letter}a déclaré{letter}ceci.\n"
        yield f"point-{ord(letter):02x}.txt".encode(), text(line)


def _payloads() -> Iterator[tuple[bytes, Callable[[Path], None]]]:
    for number, payload in enumerate(PAYLOADS):
        yield f"charge-{number:02}.txt".encode(), text(f"Titre {payload}\n\nAnna Kovacs a dit : {payload}\n")


GROUPS = {
    "encodings": _encoded,
    "binaries": _binary,
    "kinds": _kinds,
    "names": _names,
    "texts": _texts,
    "points": _code_points,
    "payloads": _payloads,
}
"""Makers by what they have in common."""


def make(folder: Path, *groups: str) -> list[Path]:
    """Make the files of *groups* (else of all) in *folder*, in a folder for each group; their paths."""
    made = []
    for group in groups or GROUPS:
        place = folder / group
        place.mkdir(parents=True)
        for name, maker in GROUPS[group]():
            path = place / os.fsdecode(name)
            maker(path)
            made.append(path)
    return made


def give_back(folder: Path) -> None:
    """Let what may not be read be removed again."""
    for path in (folder / "kinds" / "closed", folder / "kinds" / "forbidden.txt"):
        if path.exists():
            path.chmod(0o700)


def contents(folder: Path) -> dict[str, object]:
    """Everything below *folder* as it is on the disk, without reading what is large or no file."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        known: object = (status.st_mode, status.st_size, status.st_mtime_ns, status.st_ino)
        if path.is_symlink():
            known = (known, path.readlink())
        elif path.is_file() and status.st_size < (4 << 20) and os.access(path, os.R_OK):
            known = (known, path.read_bytes())
        found[str(path)] = known
    return found
