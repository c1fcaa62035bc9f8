"""One module per sub-command: ``EXAMPLES``, ``add_arguments(parser)`` and ``run(options)``.

``run`` gives the exit code: 0 done, 1 findings or partial; what cannot be done at all is raised.
"""

from __future__ import annotations
