"""The examples that come with the program."""

from pathlib import Path


def examples_folder() -> Path:
    """Return the folder of the examples: beside the code once installed, in examples/ in a checkout."""
    installed = Path(__file__).parents[1] / "examples"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "examples" / "case_studies"


def examples() -> list[Path]:
    """List the examples, by name."""
    return sorted(examples_folder().glob("*.leadership"))
