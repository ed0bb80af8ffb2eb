"""The files that were open before."""

from pathlib import Path

from PySide6.QtCore import QSettings

_MOST = 8


def recent_files(settings: QSettings) -> list[Path]:
    """List the files opened or saved last that are still there."""
    stored = settings.value("recent", [])
    names = [stored] if isinstance(stored, str) else list(stored) if isinstance(stored, list) else []
    return [path for path in map(Path, names) if path.is_file()]


def remember_file(settings: QSettings, path: Path) -> None:
    """Put a file first among those that were open."""
    whole = path.resolve()
    paths = [whole, *(one for one in recent_files(settings) if one.resolve() != whole)]
    settings.setValue("recent", [str(one) for one in paths[:_MOST]])
