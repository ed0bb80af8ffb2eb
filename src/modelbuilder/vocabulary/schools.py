"""The facts of a school that a model can state (domain notes §2 and §8)."""

CATEGORIES: dict[str, str] = {"maintained": "maintained", "academy": "academy", "other": "other"}

PHASES: dict[str, str] = {
    "nursery": "nursery",
    "primary": "primary",
    "middle": "middle",
    "secondary": "secondary",
    "all_through": "all-through",
    "sixteen_plus": "16 plus",
    "special": "special",
    "alternative_provision": "alternative provision",
}

TYPES: dict[str, str] = {
    "community": "community",
    "voluntary_aided": "voluntary aided",
    "voluntary_controlled": "voluntary controlled",
    "foundation": "foundation",
    "trust_school": "trust school",
    "converter": "converter academy",
    "sponsor_led": "sponsored academy",
    "free_school": "free school",
    "children_centre": "children’s centre",
    "independent": "independent",
}

NEEDS: dict[str, str] = {"low": "low", "medium": "medium", "high": "high"}

STATUSES: dict[str, str] = {"vacant": "vacant", "acting": "acting"}

MODES: dict[str, str] = {"head": "as head", "executive": "as executive", "acting": "acting", "co": "shared"}

CAPACITIES: dict[str, str] = {
    "chair": "chair",
    "vice_chair": "vice-chair",
    "parent": "parent",
    "staff": "staff",
    "la": "local authority",
    "coopted": "co-opted",
    "foundation": "foundation",
    "partnership": "partnership",
    "ex_officio": "ex officio",
    "employee": "employee",
    "trustee": "trustee",
}
