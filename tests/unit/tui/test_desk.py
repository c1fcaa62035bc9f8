"""Finds, fits and the words of prompts."""

from __future__ import annotations

from reader.model import Span
from reader.tui.fuzzy import fit, ranked
from reader.tui.hits import Hits
from reader.tui.screens.relation_prompt import relation_keys
from reader.tui.screens.tag_prompt import _words


def test_finds_go_round_the_end() -> None:
    hits = Hits("x", (Span(2, 3), Span(8, 9)))
    assert [hits.nearest(offset, forward=True) for offset in (0, 2, 8)] == [0, 1, 0]
    assert [hits.nearest(offset, forward=False) for offset in (9, 8, 2)] == [1, 0, 1]
    assert not Hits()


def test_a_better_fit_comes_first() -> None:
    names = ["contre-rumeur", "rumeur", "rue", "source", "murmure"]
    assert ranked("ru", names, str)[:2] == ["rumeur", "rue"]
    assert ranked("RUMEUR", names, str)[0] == "rumeur"
    assert ranked("sce", names, str) == ["source"]
    assert ranked("", names, str) == names
    assert fit("zz", "rumeur") is None
    assert fit("eta", "État") == 1


def test_each_relation_has_its_own_key() -> None:
    keys = relation_keys(["same-event", "updates", "same-claim", "notes", "été"])
    assert keys["same-event"] == "s"
    assert keys["updates"] == "u"
    assert len(set(keys.values())) == 5
    assert not {"o", "t", "n"} & set(keys.values())


def test_names_on_the_tag_line_are_parted_by_commas_and_may_hold_spaces() -> None:
    assert _words("un, deux tr") == (["un"], "deux tr")
    assert _words("un,") == (["un"], "")
    assert _words(" à vérifier , un,, trois mots a") == (["à vérifier", "un"], "trois mots a")
