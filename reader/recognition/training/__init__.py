"""Training of the learned recogniser of names, which the app never imports: ``reader train entities``.

``data`` reads articles annotated whole and exports that say what people decided (``decided``). ``entities``
learns a model from nothing, with crfsuite (the extra ``train``); ``carrying_on`` carries a model on with a
few sentences, in plain Python. ``examples`` makes token sequences of texts.

The shipped model is made, byte for byte with the same data and version of crfsuite, by::

    python -m reader.recognition.training winer_fr_train.jsonl -o reader/recognition/entities/data/fr.model

which is ``reader train entities`` with the notice about its data. Each line of the data is
``{"id", "text", "entities": [{"start", "end", "label"}, …]}``, offsets in code points. WiNER-fr is French
Wikinews of 2016–2018 (annotations CC BY 4.0, text CC BY 2.5): 874 articles of it and the word lists beside
the model are all it learns from. About a minute on one core.

``python -m reader.recognition.entities DATA.jsonl > PRED.jsonl`` writes what a model finds, to be scored.
"""

from __future__ import annotations
