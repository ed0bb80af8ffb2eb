"""How those who answer to a leader can stand below them, where somebody chooses it."""

BRANCHES = {"row": "side by side", "column": "hanging under one another"}
"""By key, how it is called; where nobody has chosen, tidying does."""
