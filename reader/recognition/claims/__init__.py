"""Claims: who says what, and how surely.

Rules in code, words in ``data/``; no entity and no date is recognised here.
"""
