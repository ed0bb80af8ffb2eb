"""Names to begin with, where nobody wants to type: common first names of England, and common words for schools."""

FIRST_NAMES: tuple[str, ...] = (
    *("Amelia", "Amina", "Ben", "Chloe", "Daniel", "David", "Emma", "Fatima", "Grace", "Hannah", "Imran", "Jack"),
    *("James", "Joanne", "Karen", "Leah", "Mark", "Mohammed", "Nina", "Olivia", "Paul", "Priya", "Rachel", "Sam"),
    *("Sarah", "Simon", "Sophie", "Tom", "Wei", "Yusuf"),
)
SCHOOL_NAMES: tuple[str, ...] = (
    *("Church Lane Primary", "Hill Top Primary", "Meadow Infants", "Park Juniors", "Riverside Academy"),
    *("St Mary’s Primary", "The Grove School", "Town High School", "Valley College", "Woodside Nursery"),
)
GROUP_NAMES: tuple[str, ...] = (
    *("Our federation", "Our partnership", "Our trust", "North hub", "South hub", "East hub", "West hub"),
)
REMARKS: tuple[str, ...] = (
    *("Agreed", "Not sure", "Ask the governors", "Ask the staff", "What would parents say?", "Come back to this"),
)
"""What notes often say."""
