from __future__ import annotations

import pkgutil

import reader.articles.kinds as package
from reader.articles.kinds.registry import KINDS, kind_of, suffixes


def test_every_module_of_a_kind_is_registered() -> None:
    modules = {module.name for module in pkgutil.iter_modules(package.__path__)} - {"registry"}
    assert {kind.outline.__module__.rpartition(".")[2] for kind in KINDS} == modules


def test_no_two_kinds_claim_a_suffix() -> None:
    claimed = [suffix for kind in KINDS for suffix in kind.suffixes]
    assert len(claimed) == len(set(claimed))
    assert all(suffix.startswith(".") and suffix.islower() for suffix in claimed)


def test_a_kind_is_told_by_the_suffix_in_any_case() -> None:
    assert kind_of("a.TXT") is KINDS[0]
    assert kind_of("a.b/c.md") is KINDS[1]
    assert kind_of("a.pdf") is None
    assert suffixes() == ".txt, .md"
