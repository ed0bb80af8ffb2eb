"""What a sticky note can be about, and the colours that it comes in."""

TOPICS: dict[str, str] = {
    "opportunity": "Opportunity",
    "challenge": "Challenge",
    "for": "For",
    "against": "Against",
}
"""What a note says of its model; one without a topic says anything else."""

COLOURS: dict[str, str] = {
    "yellow": "Yellow",
    "green": "Green",
    "blue": "Blue",
    "pink": "Pink",
    "orange": "Orange",
}
"""The first is that of a new note."""
