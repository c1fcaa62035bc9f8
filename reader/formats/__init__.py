"""Out and in: one module per format, each with its line in ``registry.FORMATS``.

A format turns ``ExportData`` into text and, where it can be read, lines into ``Incoming`` rows. No format
looks at articles, the store or the screen; ``plan`` and ``gather`` do that for all of them.
"""

from __future__ import annotations
