"""Verb groups of a sentence: which words make one, its tense, whether it reports. No subjects, no clauses."""
