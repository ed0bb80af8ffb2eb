"""Run the program as `python -m modelbuilder`."""

from modelbuilder.cli import main

raise SystemExit(main())
