"""The command line: ``python -m entente build article.txt -o graph.svg``. docs/cli.md says what it does."""

from __future__ import annotations

import os
import signal
import sys

from . import _core


def main() -> int:
    """Runs the program with the arguments of this process."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the program runs without the interpreter, which would not see Ctrl-C
    return _core.run_program([b"entente", *(os.fsencode(argument) for argument in sys.argv[1:])])


if __name__ == "__main__":
    sys.exit(main())
