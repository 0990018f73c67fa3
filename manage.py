#!/usr/bin/env python3
"""Plumb's command line: sets itself up, then hands over to Django."""

import os
import sys

# Older Pythons and Windows must be able to read this file, so it holds nothing newer.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("Plumb needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")
if os.name == "nt":
    sys.exit("Plumb runs on Linux and macOS: on Windows, run it inside WSL.")

from posture.bootstrap import main

if __name__ == "__main__":
    main(sys.argv)
