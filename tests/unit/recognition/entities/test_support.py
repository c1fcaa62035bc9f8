from __future__ import annotations

from reader.recognition.entities.recogniser import EntityRecogniser

TEXT = (
    "Le président Volodymyr Zelensky est arrivé à Kiev. Volodymyr Zelensky a parlé. "
    "Selon Zelensky, rien n’est fait. Le ministre Sergueï Lavrov a répondu à Volodymyr Zelensky."
)


def test_a_mention_is_half_way_to_the_surest_of_its_name() -> None:
    found = EntityRecogniser().entities(TEXT)
    scores = [e.score for e in found if e.name == "Volodymyr Zelensky"]
    assert len(scores) == 4
    assert min(scores) >= max(scores) / 2


def test_names_that_differ_do_not_support_each_other() -> None:
    alone = EntityRecogniser().entities("Selon Zelensky, rien n’est fait.")
    beside = EntityRecogniser().entities(
        "Selon Zelensky, rien n’est fait. Le ministre Sergueï Lavrov a répondu."
    )
    assert [e.score for e in alone if e.name == "Zelensky"] == [
        e.score for e in beside if e.name == "Zelensky"
    ]
