"""The command line: words in, results on stdout, messages on stderr, one of three exit codes.

Every sub-command is a module of ``verbs`` with its line in ``commands.COMMANDS``. The rules of the program
are the session's; here is only how they are asked for and how answers are printed.
"""

from __future__ import annotations
