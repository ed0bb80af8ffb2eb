"""Run all benchmarks, print the table and write docs/performance.md; `--quick` only looks whether all still run."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from benchmarks import arrangement
from benchmarks.clock import Row

_PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
_PARTS = (
    "start",
    "check",
    "drag",
    "hands",
    "repaint",
    "export",
    "formats",
    "tidying",
    "edits",
    "comparing",
)
"""In this order: a check is over in a moment, and the heap that 10,000 cards leave behind would slow it."""
_PACKAGES = ("PySide6-Essentials", "networkx", "pydantic", "reportlab", "python-pptx")


def main() -> int:
    """Return 1 when a target was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer and smaller runs; writes nothing")
    parser.add_argument("parts", nargs="*", help=f"only these of {', '.join(_PARTS)}; writes nothing")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(_PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from modelbuilder.app import make_application

    application = make_application()
    rows: list[Row] = []
    for part in given.parts or _PARTS:
        measure: Callable[..., list[Row]] = import_module(f"benchmarks.{part}").measure
        for row in measure(quick=given.quick):
            rows.append(row)
            print(" ".join(_cells(row)), flush=True)
    application.quit()
    beside = [] if given.parts else list(arrangement.table(quick=given.quick))
    for cells in beside:
        print(" ".join(cells), flush=True)
    if not given.quick and not given.parts:
        _PAGE.write_text(_page(rows, beside), encoding="utf-8")
        print(_PAGE)
    return int(any(row.met is False for row in rows))


def _cells(row: Row) -> tuple[str, ...]:
    floor = _number(row.floor) if row.floor is not None else "–"
    ratio = f"{row.ratio:.2f}" if row.ratio is not None else "–"
    targets = [f"≤ {row.most_ms:g} ms"] if row.most_ms else []
    targets += [f"≤ {row.most_ratio:g} × floor"] if row.most_ratio else []
    verdict = {None: "no target", True: "met", False: "missed"}[row.met]
    return row.what, _number(row.ms), floor, ratio, " and ".join(targets) or "–", verdict


def _number(milliseconds: float) -> str:
    return f"{milliseconds:.2f}" if milliseconds < 10 else f"{milliseconds:.0f}"


def _page(rows: list[Row], beside: list[tuple[str, ...]]) -> str:
    return "\n".join(_lines(rows, beside)) + "\n"


def _lines(rows: list[Row], beside: list[tuple[str, ...]]) -> Iterator[str]:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    yield "# Performance"
    yield ""
    yield "Written by `make bench`; do not edit. All figures come from one run, and every floor was measured in turn"
    yield "with what it is compared with."
    yield ""
    yield f"- Measured on {datetime.now(UTC):%Y-%m-%d} with {_processor()}, {os.cpu_count()} cores, no graphics card."
    yield f"- {platform.system()} {platform.release()}, Python {platform.python_version()}, {packages}."
    yield f"- Other work ran on the same cores (load {load:.1f} at the end): compare the ratios, not the milliseconds."
    yield ""
    yield "| what | ms | floor, ms | ratio | target | |"
    yield "|---|---:|---:|---:|---|---|"
    for row in rows:
        yield f"| {' | '.join(_cells(row))} |"
    yield ""
    missed = [row.what for row in rows if row.met is False]
    yield f"Targets missed: {'; '.join(missed)}." if missed else "All targets were met."
    yield ""
    yield "## Arrangements"
    yield ""
    told = (arrangement.table.__doc__ or "").strip().split("\n\n", 1)[1]
    yield from map(str.strip, told.splitlines())
    yield ""
    for cells in (arrangement.HEADINGS, ("---", *["---:"] * (len(arrangement.HEADINGS) - 1)), *beside):
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield "## What is measured"
    yield ""
    yield "The models are trusts of four academies, 25 cards each; group and school boxes come on top. The viewport has"
    yield "1600 × 1000 pixels on Qt's offscreen platform. Medians, unless a row says otherwise."
    yield ""
    for part in _PARTS:
        doc = (import_module(f"benchmarks.{part}").__doc__ or "").split(": ", 1)
        method = (import_module(f"benchmarks.{part}").measure.__doc__ or "").strip().splitlines()[0]
        yield f"- **{doc[0]}**: {doc[1]} {method}"
    yield ""
    yield "## Run it again"
    yield ""
    yield "`make bench` takes about two minutes. `python -m benchmarks drag repaint` runs two parts and writes nothing;"
    yield "`--quick` runs all of them small. None of this is a test: on a shared machine a ratio says more than a time."


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines() if sys.platform == "linux" else ():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or "an unknown processor"


if __name__ == "__main__":
    raise SystemExit(main())
