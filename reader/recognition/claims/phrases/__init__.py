"""Noun phrases as places in a sentence's tokens: where one begins and ends; never who is meant."""
