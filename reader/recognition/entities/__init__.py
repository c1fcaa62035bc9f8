"""Names of persons, places, organisations and other things.

``recogniser`` is the way in. ``tokens`` → ``features`` → ``tagger`` is the learned model for French
(``modelfile`` reads it, ``lexicon`` holds its word lists, ``casing`` and ``consistency`` help it);
``english`` is the rules for English; ``names`` gives canonical names. The words are TOML in
``data/gazetteers``; ``reader.recognition.training`` compiles them into ``data/fr.model``, so a
changed list counts only after training. Nothing here settles overlaps with dates.
"""

from __future__ import annotations
