"""The command `samverkan`: run, reset, serve, work, and Django's own commands with a database."""

import os
import sys

from samverkan.running.commands import main

if __name__ == "__main__":
    sys.path.insert(0, os.getcwd())  # noqa: PTH109
    sys.exit(main(sys.argv[1:]))
