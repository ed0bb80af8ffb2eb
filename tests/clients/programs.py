"""Other programs that open our files: what they show of them, as pictures and words in slide units."""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

from comparing import Seen, Word
from PIL import Image

from modelbuilder.layout.rect import Rect

WIDTH, HEIGHT = 1920, 1080
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)


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
    return [name for name in ("soffice", "pdffonts", "pdftoppm", "pdftotext", "chromium") if shutil.which(name) is None]
