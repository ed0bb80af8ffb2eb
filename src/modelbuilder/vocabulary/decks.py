"""What a slide of a deck can show."""

DECK_SLIDES = {
    "model": "Model",
    "findings": "Findings",
    "people": "People and posts",
    "comparison": "Beside each other",
    "questions": "The same questions to each",
    "changes": "What changes for",
}
"""Each shows one model, its drawing, what is found in it, or who holds which post; or else several models."""

SEVERAL = frozenset({"comparison", "questions", "changes"})
"""Those that show several models."""

MOST_BESIDE = 4
"""So many models can be seen beside each other."""
