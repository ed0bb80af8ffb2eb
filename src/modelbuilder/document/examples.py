"""The documents that come with the program: example models, stories told in stages, and templates to begin from."""

from pathlib import Path

from modelbuilder.document.suffixes import CHART_SUFFIX, SUFFIX

_STORIES = (
    "wrenbeck-primary",
    "pellowby-federation",
    "merrivane-trust",
    "tollencroft-family",
    "castlebarrow-14-19",
    "quillhaven-town",
    "dunnockley-federation",
)
_TEMPLATES = (
    "maintained_school",
    "single_academy_trust",
    "cluster",
    "soft_federation",
    "hard_federation",
    "mixed_federation",
    "executive_partnership",
    "multi_academy_trust",
    "umbrella_trust",
    "cooperative_trust",
    "all_through_school",
    "fourteen_nineteen_partnership",
    "whole_town_partnership",
    "teaching_school_alliance",
    "la_initiative",
)
"""The structures of domain notes §2, in their order there."""


def examples_folder() -> Path:
    """Return the folder of the examples: beside the code once installed, in examples/ in a checkout."""
    return _folder("examples", "case_studies")


def _folder(installed: str, in_checkout: str) -> Path:
    package, checkout = Path(__file__).parents[1] / installed, Path(__file__).parents[3] / "examples" / in_checkout
    return package if package.is_dir() else checkout


def examples() -> list[Path]:
    """List the examples whose models stand beside each other, by name."""
    return [path for path in sorted(examples_folder().glob(f"*{SUFFIX}")) if path.stem not in _STORIES]


def stories() -> list[Path]:
    """List the examples that are told in stages, in the order of the gallery: models A, B and C, four case studies."""
    return [examples_folder() / f"{name}{SUFFIX}" for name in _STORIES]


def templates() -> list[Path]:
    """List the charts to begin from, one for each structure of the field, with nobody's name in them.

    The title of a template's document is the structure's; the narration of its model says in one line who governs.
    """
    return [_folder("templates", "templates") / f"{key}{CHART_SUFFIX}" for key in _TEMPLATES]
