"""From a noun phrase or a pronoun to who speaks: names, descriptions, antecedents. No verbs, no clauses."""
