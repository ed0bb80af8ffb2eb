"""Other programs that open our files: what they show of them, as pictures and words in slide units."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from comparing import Seen, Word
from PIL import Image

from modelbuilder.drawing.sizes import WIDE
from modelbuilder.layout.rect import Point, Rect

WIDTH, HEIGHT = 1920, 1080
_FACT = re.compile(r'([\w:-]+)="([^"]*)"')
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)


AXE = Path(__file__).parents[2] / "out" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
"""Put there by `make test-clients`."""
_AXE_RUN = """
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(found => {
  const told = document.createElement("pre");
  told.id = "axe-told";
  told.textContent = JSON.stringify({
    passes: found.passes.length,
    violations: found.violations.map(one => (
      {id: one.id, help: one.help, at: one.nodes.map(node => node.target.join(" ")).slice(0, 3).join("; ")})),
  });
  document.body.append(told);
});
"""
_AXE_LEAST = 8


def run(*words: str | Path) -> None:
    """Run a program; its words are shown when it fails."""
    subprocess.run([str(word) for word in words], check=True, capture_output=True, timeout=300)


def seen_in_pdf(path: Path, folder: Path) -> list[Seen]:
    """Show the pages of a PDF with poppler."""
    run("pdftoppm", "-png", "-scale-to-x", str(WIDTH), "-scale-to-y", str(HEIGHT), path, folder / "page")
    run("pdftotext", "-bbox", path, folder / "words.html")
    pages = []
    images = sorted(folder.glob("page*.png"), key=lambda one: int(re.sub(r"\D", "", one.stem)))
    for image, page in zip(images, _PAGE.finditer((folder / "words.html").read_text(encoding="utf-8")), strict=True):
        scale = WIDTH / float(page[1])
        words = []
        for row in _WORD.finditer(page[3]):
            left, top, right, bottom = (float(row[index]) * scale for index in range(1, 5))
            words.append(Word(unescape(row[5]), Rect(left, top, right - left, bottom - top)))
        with Image.open(image) as opened:
            pages.append(Seen(opened.convert("RGB"), words))
    return pages


def fonts_in_pdf(path: Path) -> list[tuple[bool, bool, bool]]:
    """Say of each font in a PDF whether it is embedded, is a subset and tells its characters."""
    told = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True, timeout=60).stdout
    rows = [re.findall(r"\b(yes|no)\b", row) for row in told.splitlines()[2:]]
    return [(row[-3] == "yes", row[-2] == "yes", row[-1] == "yes") for row in rows]


def seen_by_office(path: Path, folder: Path) -> list[Seen]:
    """Open a presentation or drawing with LibreOffice and print it."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path)
    return seen_in_pdf(folder / f"{path.stem}.pdf", folder)


def runs_in_office(path: Path, folder: Path) -> list[dict[str, tuple[Point, ...]]]:
    """Return how LibreOffice runs the glued lines of each slide, by their names, in slide units.

    LibreOffice 7.4 does not read where a glued line of a presentation is bent: it has ways of its own.
    """
    profile = f"-env:UserInstallation=file://{folder}/profile"
    run("soffice", profile, "--headless", "--convert-to", "fodp", "--outdir", folder, path)
    told = (folder / f"{path.stem}.fodp").read_text(encoding="utf-8")
    pages = []
    for page in re.findall(r"<draw:page .*?</draw:page>", told, re.DOTALL):
        found = {}
        for line in re.findall(r"<draw:connector [^>]*>", page):
            facts = dict(_FACT.findall(line))
            if "draw:name" in facts and "svg:d" in facts:
                found[unescape(facts["draw:name"])] = tuple(_run(facts["svg:d"]))
        pages.append(found)
    return pages


def _run(commands: str) -> Iterator[Point]:
    """Yield the corners of a path, which is in hundredths of a millimetre."""
    x = y = 0.0
    for letter, words in re.findall(r"([A-Za-z])([^A-Za-z]*)", commands):
        values = [float(word) for word in re.findall(r"-?[0-9.]+", words)]
        across, down = values[::2], values[1::2]
        if letter in "hH":
            across, down = values, [0.0 if letter == "h" else y] * len(values)
        elif letter in "vV":
            across, down = [0.0 if letter == "v" else x] * len(values), values
        for a, b in zip(across, down, strict=True):
            x, y = (x + a, y + b) if letter.islower() else (a, b)
            yield Point(x * WIDE.inch / 2540, y * WIDE.inch / 2540)


def seen_by_browser(path: Path, folder: Path) -> list[Seen]:
    """Open a drawing with Chromium and print it."""
    page = folder / "page.html"
    drawing = path.read_text(encoding="utf-8")
    style = f"@page {{ size: {WIDTH}px {HEIGHT}px; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}"
    page.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{drawing}", encoding="utf-8")
    printed = folder / "browser.pdf"
    run(
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder}/browser",
        "--no-pdf-header-footer",
        f"--print-to-pdf={printed}",
        page,
    )
    return seen_in_pdf(printed, folder)


def barriers(path: Path, folder: Path) -> list[str]:
    """Say what axe-core, run in Chromium, finds on a web page that keeps somebody from using it, by WCAG 2.2 AA."""
    page = folder / "with-axe.html"
    runner = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{_AXE_RUN}</script>"
    page.write_text(path.read_text(encoding="utf-8").replace("</body>", f"{runner}</body>"), encoding="utf-8")
    words = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--window-size=1280,2000",
        f"--user-data-dir={folder}/browser",
        "--virtual-time-budget=60000",
        "--dump-dom",
        str(page),
    ]
    dom = subprocess.run(words, check=True, capture_output=True, text=True, timeout=300).stdout
    told = re.search(r'<pre id="axe-told">(.*?)</pre>', dom, re.DOTALL)
    assert told, "axe-core has not come to an end"
    report = json.loads(unescape(told[1]))
    assert report["passes"] > _AXE_LEAST, "hardly a rule was applied"
    return [f"{one['id']}: {one['help']}: {one['at']}" for one in report["violations"]]


def moved_in_office(path: Path, folder: Path, card: str, line: str) -> dict[str, list[Any]]:
    """Move a card by 20 and 5 mm in LibreOffice; return where a line on it starts before and after, and its ends."""
    pipe = f"modelbuilder{os.getpid()}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    office = subprocess.Popen(["soffice", profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp"])
    try:
        script = Path(__file__).with_name("move_card.py")
        words = ["/usr/bin/python3", str(script), pipe, path.as_uri(), card, line]
        told = subprocess.run(words, check=True, capture_output=True, text=True, timeout=120).stdout
    finally:
        office.terminate()
        office.wait(60)
    found: dict[str, list[Any]] = json.loads(told)
    return found


def missing() -> list[str]:
    """List the programs that are not there."""
    names = ("soffice", "pdffonts", "pdftoppm", "pdftotext", "chromium")
    return [*(name for name in names if shutil.which(name) is None), *([] if AXE.is_file() else ["axe-core"])]
