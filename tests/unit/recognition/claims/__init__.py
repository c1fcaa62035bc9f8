"""Tests of the claims recogniser."""
