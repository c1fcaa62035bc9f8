"""A spaCy pipeline, trained here, saved and loaded, finds the names; skipped where spaCy is not installed."""

from __future__ import annotations

import sys
import warnings
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from reader.articles.loading import article_of
from reader.errors import RecognitionError
from reader.model import EntityLabel
from reader.recognition import spacy_engine
from reader.recognition.engines import engine
from reader.recognition.recognise import recognise
from reader.recognition.spacy_engine import SpacyRecogniser, label_of, pieces

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model import Article, Entity

needs_spacy = pytest.mark.skipif(
    find_spec("spacy") is None, reason="spaCy is not installed: pip install 'reader-tui[spacy]'"
)
lenient = pytest.mark.filterwarnings("default")  # spaCy's own warnings are not ours

PEOPLE = ("Anna Kovacs", "Pál Orbán", "Lise Duroc", "Élie Marchand", "Noé Vial")
PLACES = ("Vienne", "Vrécourt", "Brioude", "Lyon", "Morlaix")
SENTENCE = "{person} arrive à {place} ce soir."


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small French pipeline that was trained here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spacy: Any = import_module("spacy")  # not installed everywhere, so nothing is known of its types
        training: Any = import_module("spacy.training")
        spacy.util.fix_random_seed(1)
        pipeline = spacy.blank("fr")
        pipeline.add_pipe("ner")
        examples = []
        for person in PEOPLE:
            for place in PLACES:
                text = SENTENCE.format(person=person, place=place)
                at = text.index(place)
                spans = [(0, len(person), "PERSON"), (at, at + len(place), "GPE")]
                examples.append(training.Example.from_dict(pipeline.make_doc(text), {"entities": spans}))
        optimizer = pipeline.initialize(lambda: examples)
        for _ in range(40):
            pipeline.update(examples, sgd=optimizer, drop=0.1)
        pipeline.meta.update(name="tout_petit", version="1.2.3")
        folder = tmp_path_factory.mktemp("pipeline") / "trained"
        pipeline.to_disk(folder)
    return folder


@pytest.fixture(scope="session")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a pipeline of rules, which finds the same everywhere."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spacy: Any = import_module("spacy")
        pipeline = spacy.blank("fr")
        ruler = pipeline.add_pipe("entity_ruler")
        ruler.add_patterns(
            [
                {"label": "PER", "pattern": "Anna Kovacs"},
                {"label": "LOC", "pattern": "Vienne"},
                {"label": "LOC", "pattern": [{"LOWER": "vrécourt"}, {"IS_SPACE": True}]},
                {"label": "DATE", "pattern": "ce soir"},
            ]
        )
        folder = tmp_path_factory.mktemp("pipeline") / "ruled"
        pipeline.to_disk(folder)
    return folder


def article(text: str) -> Article:
    return article_of(text, "a.txt")


def named(entities: tuple[Entity, ...]) -> list[tuple[str, EntityLabel]]:
    return [(entity.text, entity.label) for entity in entities]


@needs_spacy
@lenient
def test_a_trained_pipeline_finds_the_names_and_we_the_rest(trained: Path) -> None:
    text = "Le 3 mars 2024.\n\nLise Duroc arrive à Brioude ce soir.\nÉlie Marchand arrive à Lyon ce soir."
    found = recognise(article(text), f"spacy:{trained}")
    assert found.problems == ()
    assert named(found.entities) == [
        ("Lise Duroc", EntityLabel.PER),
        ("Brioude", EntityLabel.LOC),
        ("Élie Marchand", EntityLabel.PER),
        ("Lyon", EntityLabel.LOC),
    ]
    assert {entity.recogniser for entity in found.entities} == {"spacy:fr_tout_petit"}
    assert all(entity.span.of(text) == entity.text for entity in found.entities)
    assert "2024-03-03" in {date.value for date in found.dates}


@needs_spacy
@lenient
def test_offsets_stay_exact_over_pieces_and_beyond_the_base_plane(
    ruled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spacy_engine, "PIECE", 120)
    text = "🦉 Hou e\u0301 \ud800 !\n" + "Anna Kovacs arrive à Vienne ce soir.\n\n" * 12
    found = SpacyRecogniser(str(ruled))(article(text))
    assert [(e.text, e.label.value) for e in found] == [("Anna Kovacs", "PER"), ("Vienne", "LOC")] * 12
    assert all(entity.span.of(text) == entity.text for entity in found)


@needs_spacy
@lenient
def test_a_name_never_ends_in_white_space(ruled: Path) -> None:
    found = SpacyRecogniser(str(ruled))(article("À Vrécourt\n\net à Vienne"))
    assert [entity.text for entity in found] == ["Vrécourt", "Vienne"]


@needs_spacy
@lenient
@pytest.mark.parametrize("text", ["", " \n\n ", "\ud800", "A" * 3000, "1" * 3000])
def test_odd_texts_are_read_too(text: str, trained: Path) -> None:
    found = SpacyRecogniser(str(trained))(article(text))
    assert all(entity.span.of(text) == entity.text for entity in found)


@needs_spacy
@lenient
def test_an_installed_pipeline_is_loaded_by_name(
    trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    package = site / "fr_tout_petit"
    package.mkdir(parents=True)
    (package / "meta.json").write_bytes((trained / "meta.json").read_bytes())
    (package / "fr_tout_petit-1.2.3").symlink_to(trained)
    (package / "__init__.py").write_text(
        "from pathlib import Path\nfrom spacy.util import load_model_from_init_py\n"
        "def load(**overrides):\n    return load_model_from_init_py(Path(__file__), **overrides)\n"
    )
    info = site / "fr_tout_petit-1.2.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fr_tout_petit\nVersion: 1.2.3\n")
    monkeypatch.syspath_prepend(site)
    recogniser = engine("spacy:fr_tout_petit")
    assert recogniser.name == "spacy:fr_tout_petit"
    assert [entity.text for entity in recogniser(article("Noé Vial arrive à Lyon ce soir."))] == [
        "Noé Vial",
        "Lyon",
    ]


@needs_spacy
def test_spacy_is_imported_with_the_first_article_only(
    trained: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "spacy", raising=False)
    recogniser = engine(f"spacy:{trained}")
    assert recogniser.version.startswith("1.2.3-")
    assert "spacy" not in sys.modules


@needs_spacy
def test_a_pipeline_that_was_trained_again_has_another_version(trained: Path, tmp_path: Path) -> None:
    import shutil

    again = tmp_path / "again"
    shutil.copytree(trained, again)
    before = SpacyRecogniser(str(again)).version
    with (again / "vocab" / "strings.json").open("a") as file:
        file.write("\n")
    assert SpacyRecogniser(str(again)).version != before


@needs_spacy
@lenient
def test_a_broken_pipeline_is_a_problem_in_a_sentence(trained: Path, tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_bytes((trained / "meta.json").read_bytes())
    found = recognise(article("Anna Kovacs est là."), f"spacy:{tmp_path}")
    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"The spaCy pipeline “{tmp_path}” cannot be loaded: ")


@needs_spacy
@pytest.mark.parametrize("wanted", ["fr_there_is_none", "./nowhere", "~nobody-here/x", "json"])
def test_a_pipeline_that_is_missing_says_what_to_try(wanted: str) -> None:
    with pytest.raises(RecognitionError, match=f"There is no spaCy pipeline “{wanted}” here"):
        engine(f"spacy:{wanted}")


@needs_spacy
def test_a_folder_that_is_no_pipeline_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecognitionError, match="is no spaCy pipeline"):
        engine(f"spacy:{tmp_path}")


def test_a_pipeline_has_to_be_named() -> None:
    with pytest.raises(RecognitionError, match="Say which spaCy pipeline"):
        engine("spacy")


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_engine, "find_spec", lambda _name: None)
    with pytest.raises(RecognitionError, match=r"pip install 'reader-tui\[spacy\]'"):
        engine("spacy:fr_core_news_lg")


@pytest.mark.parametrize(
    ("label", "ours"),
    [
        ("PER", EntityLabel.PER),
        ("person", EntityLabel.PER),
        ("B-PERS", EntityLabel.PER),
        ("GPE", EntityLabel.LOC),
        ("LOC", EntityLabel.LOC),
        ("FAC", EntityLabel.LOC),
        ("ORG", EntityLabel.ORG),
        ("MISC", EntityLabel.MISC),
        ("NORP", EntityLabel.MISC),
        ("SHIP", EntityLabel.MISC),
        ("DATE", None),
        ("I-TIME", None),
        ("CARDINAL", None),
    ],
)
def test_labels_become_ours(label: str, ours: EntityLabel | None) -> None:
    assert label_of(label) is ours


@pytest.mark.parametrize("text", ["", "abc", "a\nb\n" * 9, "mot " * 9, "x" * 45, "x\n" + "y" * 30 + " z" * 9])
def test_pieces_are_the_text(text: str) -> None:
    cut = list(pieces(text, 10))
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(end - start <= 10 for start, end in cut)


def test_pieces_end_with_lines_where_they_can() -> None:
    assert [("une ligne\ndeux mots\n"[a:b]) for a, b in pieces("une ligne\ndeux mots\n", 15)] == [
        "une ligne\n",
        "deux mots\n",
    ]
