"""What a slide of a deck can show."""

DECK_SLIDES = {
    "model": "Model",
    "findings": "Findings",
    "people": "People and posts",
}
"""Each shows one model: its drawing, what is found in it, or who holds which post."""
