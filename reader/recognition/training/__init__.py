"""Training of the learned recognisers: needs the extra ``train``; never imported by the app.

``python -m reader.recognition.training DATA.jsonl… -o MODEL`` trains the model of names. Each line
of the data is ``{"id", "text", "entities": [{"start", "end", "label"}, …]}``, offsets in code
points. The shipped model comes from WiNER-fr's training articles alone (French Wikinews 2016–2018;
annotations CC BY 4.0, text CC BY 2.5) and the word lists beside the model; same data, same
versions, same model, byte for byte.
"""

from __future__ import annotations
