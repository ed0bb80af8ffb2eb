"""The private card “Would it suit me?”: kept beside the settings of this computer, and in no document."""

import os
from pathlib import Path

from modelbuilder.document.errors import InputError
from modelbuilder.document.files import write_atomically
from modelbuilder.document.fits import read_fit, write_fit
from modelbuilder.document.records import Fit

_FILE = "private-card.json"
NAME = "My card"


def card_path(settings_file: str) -> Path:
    """Return where the card lies: beside the file of the settings."""
    return Path(settings_file or os.devnull).parent / _FILE


def load_card(path: Path) -> Fit:
    """Return the card, or an empty one when there is none yet; raises InputError when it cannot be read."""
    try:
        return read_fit(path.read_text(encoding="utf-8"), path.name)
    except FileNotFoundError:
        return Fit(name=NAME)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name} cannot be read.") from error


def keep_card(path: Path, fit: Fit) -> None:
    """Write the card; raises InputError when the disk does not let it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, write_fit(fit).encode())
