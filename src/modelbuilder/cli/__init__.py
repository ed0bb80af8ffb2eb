"""The command line: open the window, or check, explain, compare, export and write without one."""

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from modelbuilder.cli import checking, comparing, telling, writing
from modelbuilder.document.errors import InputError

_PARTS: tuple[ModuleType, ...] = (checking, telling, comparing, writing)
_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    name: run for part in _PARTS for name, run in part.COMMANDS.items()
}
COMMANDS = tuple(_COMMANDS)


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the words that were given."""

    def error(self, message: str) -> NoReturn:
        """Let it be said as everything is that cannot be used."""
        raise InputError(f"{message.removeprefix('argument ')}; {self.prog} --help tells what can be said.")


def main(arguments: list[str] | None = None) -> int:
    """Run the program; 0 is well, 1 means that something must be fixed, 2 that the input cannot be used."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        if words and words[0] in COMMANDS:
            if isinstance(sys.stdout, TextIOWrapper):
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
            code = _command(words)
            sys.stdout.flush()
            return code
        return _open_window(words)
    except InputError as error:
        print(f"modelbuilder: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        _leave_output()
        return 0
    except OSError as error:
        _leave_output()
        print(f"modelbuilder: the output cannot be written: {error.strerror or error}.", file=sys.stderr)
        return 2


def _leave_output() -> None:
    """Have Python write nowhere what is still waiting, so that it does not fail once more on leaving."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(words: list[str]) -> int:
    parser = _Parser(prog="modelbuilder", description="Draw and check leadership models.")
    commands = parser.add_subparsers(dest="command", required=True)
    for part in _PARTS:
        part.add_commands(commands)
    given = parser.parse_args(words)
    return _COMMANDS[given.command](given)


def _open_window(words: list[str]) -> int:
    parser = _Parser(
        prog="modelbuilder",
        description="Draw leadership models and see who answers to whom.",
        epilog=f"Without a window: modelbuilder {{{','.join(COMMANDS)}}} --help",
    )
    parser.add_argument("file", type=Path, nargs="?")
    given = parser.parse_args(words)
    if given.file is not None and given.file.is_dir():
        raise InputError(f"{given.file} is a folder, not a file.")
    if given.file is not None and not given.file.is_file():
        raise InputError(f"There is no file {given.file}.")
    from modelbuilder.app import run

    return run(given.file)
