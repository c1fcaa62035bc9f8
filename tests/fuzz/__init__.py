"""Fuzz targets: what holds for any bytes. Hypothesis feeds them in the suite, atheris in ``make fuzz``."""
