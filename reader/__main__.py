"""``python -m reader`` is the command ``reader``."""

from __future__ import annotations

from reader.cli.main import run

if __name__ == "__main__":
    run()
