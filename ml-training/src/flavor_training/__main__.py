"""Starts the command line."""

import sys

from flavor_training.cli import main

sys.exit(main())
