"""How those who answer to a leader can stand below them, where somebody chooses it."""

BRANCHES = {"row": "Side by side", "column": "Hanging below one another"}
"""By key, how it is called; where nobody has chosen, tidying does."""
