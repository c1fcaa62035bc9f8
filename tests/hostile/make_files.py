"""Makes the hostile articles and stores to look at: ``python -m tests.hostile.make_files FOLDER``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.hostile.articles import make
from tests.hostile.stores import HARMS, Store, sound


def make_stores(folder: Path) -> int:
    """A folder for each way to harm a store, with its one article; their number."""
    model = folder / ".sound"
    sound(model)
    for number, harm in enumerate(HARMS):
        root = folder / f"{number:03}"
        shutil.copytree(model, root)
        (root / "harm.rst").write_text(harm.name, encoding="utf-8")
        harm.do(Store(root / "annotations"))
    shutil.rmtree(model)
    return len(HARMS)


def main(folder: Path) -> None:
    """Make all of both below *folder*, which must not be there."""
    articles = len(make(folder / "articles"))
    stores = make_stores(folder / "stores")
    sys.stdout.write(f"{articles} articles and {stores} stores in {folder}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
