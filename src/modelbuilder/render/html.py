"""Models as one web page without scripts: drawings, the same in words, and tables of the lines."""

import datetime
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace

from modelbuilder.accountability.narration import Paragraph
from modelbuilder.drawing import style
from modelbuilder.drawing.brand import Brand, branded
from modelbuilder.drawing.line_rows import Row
from modelbuilder.drawing.section import Section
from modelbuilder.drawing.slide import Slide, Table, kind_of
from modelbuilder.render.svg import number, svg, words_of
from modelbuilder.render.webfonts import embedded
from modelbuilder.vocabulary.tiers import Tier

_LETTER_FROM_RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_FROM_RIGHT = re.compile(rf"{_LETTER_FROM_RIGHT}(?:[\W\d]*{_LETTER_FROM_RIGHT})*")
"""Words that run from right to left, to the last letter that does."""
_LEAST = 0.62
"""How much smaller than on the page a drawing may become before it is scrolled instead."""

_STYLE = f"""
:root {{ color-scheme: light; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: {style.PAPER}; color: {style.INK};
  font: 1rem/1.6 "Open Sans", "Segoe UI", system-ui, sans-serif; }}
header, nav, main, footer {{ max-width: 96rem; margin: 0 auto; padding: 0 1.25rem; }}
header {{ padding-top: 2rem; border-top: 0.5rem solid {style.TIERS[Tier.EXECUTIVE]}; }}
h1 {{ font-size: 2.1rem; line-height: 1.25; margin: 0 0 0.25rem; }}
h2 {{ font-size: 1.6rem; line-height: 1.3; margin: 0 0 0.5rem; }}
h3 {{ font-size: 1.25rem; margin: 2rem 0 0.5rem; }}
h4 {{ font-size: 1rem; margin: 0 0 0.25rem; }}
p {{ margin: 0 0 0.75rem; max-width: 46rem; }}
.logo {{ display: block; max-height: 3.5rem; max-width: 16rem; margin: 0 0 1rem; }}
header p, footer p {{ color: {style.SECOND}; }}
a {{ color: {style.IDEA}; }}
:focus-visible {{ outline: 3px solid {style.IDEA}; outline-offset: 2px; }}
nav ol {{ padding-left: 1.5rem; margin: 0.25rem 0 0; }}
nav a {{ display: inline-block; padding: 0.2rem 0; }}
nav h2 {{ font-size: 1.1rem; margin: 1.25rem 0 0; }}
section {{ padding: 2.25rem 0 1rem; }}
section + section {{ border-top: 1px solid {style.HAIRLINE}; }}
figure {{ margin: 1rem 0 0; }}
figcaption {{ color: {style.SECOND}; font-size: 0.9rem; }}
.drawing {{ overflow-x: auto; border: 1px solid {style.HAIRLINE}; border-radius: 0.75rem; padding: 0.5rem; }}
.drawing svg {{ display: block; width: 100%; height: auto; margin: 0 auto; }}
.columns {{ columns: 26rem; column-gap: 3rem; }}
.part {{ break-inside: avoid; padding-bottom: 0.5rem; }}
table {{ border-collapse: collapse; width: 100%; max-width: 70rem; }}
caption {{ text-align: left; color: {style.SECOND}; padding-bottom: 0.5rem; }}
th, td {{ text-align: left; vertical-align: top; padding: 0.45rem 0.75rem 0.45rem 0; overflow-wrap: anywhere; }}
tr {{ border-bottom: 1px solid {style.HAIRLINE}; }}
tbody th {{ font-weight: 600; }}
.wide {{ overflow-x: auto; }}
.answers {{ max-width: none; min-width: 40rem; table-layout: fixed; }}
.answers thead td {{ width: 15rem; }}
.answers td, .answers th {{ padding-right: 1.5rem; }}
.answers td[colspan] {{ padding-right: 0; }}
.answers ul {{ margin: 0; padding-left: 1.1rem; }}
footer {{ padding-bottom: 2rem; }}
@media (max-width: 40rem) {{
  header, nav, main, footer {{ padding-left: 1rem; padding-right: 1rem; }}
  h1 {{ font-size: 1.6rem; }}
  h2 {{ font-size: 1.35rem; }}
}}
@media print {{
  @page {{ size: A4 landscape; margin: 12mm; }}
  body {{ font-size: 10pt; }}
  nav {{ display: none; }}
  section + section {{ break-before: page; border: 0; }}
  .drawing {{ border: 0; padding: 0; overflow: visible; }}
  figure {{ break-inside: avoid; }}
  .drawing svg {{ min-width: 0 !important; max-height: 118mm; }}
  h2, h3, h4, caption {{ break-after: avoid; }}
  tr {{ break-inside: avoid; }}
}}
"""


def html(
    sections: Sequence[Section], title: str, date: str = "", source: bytes = b"", brand: Brand | None = None
) -> str:
    """Return a page with a section for each model, and a document inside if given."""
    brand = brand or Brand()
    several = len(sections) > 1
    body = [
        "<body>",
        f"<header>{_logo(brand)}<h1>{_told(title)}</h1>{_date(date)}</header>",
        *(_contents(sections) if several else []),
        "<main>",
    ]
    for index, section in enumerate(sections, start=1):
        shown = replace(section, figure=branded(section.figure, brand))
        body += _section(shown, f"m{index}", source if index == 1 else b"")
    head = [
        "<!doctype html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{words_of(title)}</title>",
        f"<style>{_look(brand)}{_fonts(body, [title, *(one.heading for one in sections)], brand)}</style>",
        "</head>",
    ]
    return "\n".join([*head, *body, "</main>", *_footer(brand), "</body>", "</html>", ""])


def _look(brand: Brand) -> str:
    colour = style.TIERS[Tier.EXECUTIVE]
    return _STYLE.replace(colour, brand.colours.get(colour, colour))


def _logo(brand: Brand) -> str:
    if not brand.logo:
        return ""
    return f'<img class="logo" src="data:{kind_of(brand.logo)};base64,{b64encode(brand.logo).decode()}" alt="Logo">'


def _footer(brand: Brand) -> Iterator[str]:
    if brand.footer:
        yield f"<footer><p>{_told(brand.footer)}</p></footer>"


def _fonts(body: Sequence[str], titles: Sequence[str], brand: Brand) -> str:
    """Return the fonts for those letters that Open Sans lacks, and that of a brand for the titles."""
    brought = [(words, brand.font_file) for words in [*titles, "Contents"] if brand.font_file]
    rules, families = embedded("\n".join(body), brought)
    usual = '"Open Sans", "Segoe UI", system-ui, sans-serif'
    others = "".join(f'"{family}", ' for family in families if family != brand.font)
    look = f"{rules}\nbody {{ font-family: {others}{usual} }}\n" if others else f"{rules}\n" if rules else ""
    return f'{look}h1, h2 {{ font-family: "{brand.font}", {others}{usual} }}\n' if brand.font_file else look


def _told(words: str) -> str:
    """Return words as they stand between tags; those from right to left do not turn round what is beside them."""
    parts, at = [], 0
    for found in _FROM_RIGHT.finditer(words):
        name = words_of(found[0])
        parts += [words_of(words[at : found.start()]), f'<bdi lang="{_language(name)}">{name}</bdi>']
        at = found.end()
    return "".join([*parts, words_of(words[at:])])


def _language(words: str) -> str:
    from modelbuilder.layout.shaping import language

    return language(words)


def _date(date: str) -> str:
    if not date:
        return ""
    day = datetime.date.fromisoformat(date)
    return f'<p><time datetime="{date}">{day.day} {day:%B} {day.year}</time></p>'


def _contents(sections: Sequence[Section]) -> Iterator[str]:
    yield '<nav aria-labelledby="contents">'
    yield '<h2 id="contents">Contents</h2>'
    yield "<ol>"
    for index, section in enumerate(sections, start=1):
        yield f'<li><a href="#m{index}">{_told(section.heading)}</a></li>'
    yield "</ol>"
    yield "</nav>"


def _section(section: Section, key: str, source: bytes) -> Iterator[str]:
    heading = words_of(section.heading)
    yield f'<section id="{key}" aria-labelledby="{key}-heading">'
    yield f'<h2 id="{key}-heading">{_told(section.heading)}</h2>'
    yield from (f"<p>{_told(line)}</p>" for line in section.words.split("\n") if line.strip())
    yield from _figure(section.figure, heading, key, source)
    if section.paragraphs:
        yield "<h3>In words</h3>"
        yield '<div class="columns">'
        yield from map(_paragraph, section.paragraphs)
        yield "</div>"
    if section.table is not None:
        yield "<h3>In words</h3>"
        yield from _answers(section.table, _told(section.heading))
    if section.rows:
        yield from _table(section.rows, _told(section.heading))
    yield "</section>"


def _figure(figure: Slide, heading: str, key: str, source: bytes) -> Iterator[str]:
    """Draw the figure where a narrow screen scrolls it; the words below it tell the same."""
    told = replace(figure, narration=("What the drawing shows is told in words below it.",))
    yield "<figure>"
    yield f'<div class="drawing" role="region" aria-label="Drawing of {heading}" tabindex="0">'
    yield svg(told, source, f"{key}-", f"min-width: {number(figure.w * _LEAST, 0)}px").rstrip()
    yield "</div>"
    yield "<figcaption>The same is told in words below.</figcaption>"
    yield "</figure>"


def _paragraph(part: Paragraph) -> str:
    return f'<div class="part"><h4>{_told(part.heading)}</h4>\n<p>{_told(" ".join(part.sentences))}</p></div>'


def _answers(table: Table, heading: str) -> Iterator[str]:
    """Yield what models say beside each other, one column a model."""
    yield f'<div class="wide" role="region" aria-label="Table of {heading}" tabindex="0">'
    yield '<table class="answers">'
    yield f"<caption>{heading}</caption>"
    heads = "".join(f'<th scope="col">{_told(head)}</th>' for head in table.heads)
    yield f"<thead><tr><td></td>{heads}</tr></thead>"
    yield "<tbody>"
    for row_heading, cells in table.rows:
        if row_heading:
            told = "".join(f"<td>{_sentences(cell)}</td>" for cell in cells)
            yield f'<tr><th scope="row">{_told(row_heading)}</th>{told}</tr>'
        else:
            told = "".join(map(_sentences, cells))
            yield f'<tr><td colspan="{len(table.heads) + 1}">{told}</td></tr>'
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _sentences(cell: Sequence[str]) -> str:
    return _told(cell[0]) if len(cell) == 1 else "".join(("<ul>", *(f"<li>{_told(one)}</li>" for one in cell), "</ul>"))


def _table(rows: Sequence[Row], heading: str) -> Iterator[str]:
    yield "<h3>Lines</h3>"
    yield "<table>"
    yield f"<caption>Every line of {heading}: who is joined to whom, and how</caption>"
    yield '<thead><tr><th scope="col">From</th><th scope="col">Line</th><th scope="col">To</th></tr></thead>'
    yield "<tbody>"
    for row in rows:
        source, line, target = map(_told, (row.source, row.line, row.target))
        yield f'<tr><th scope="row">{source}</th><td>{line}</td><td>{target}</td></tr>'
    yield "</tbody>"
    yield "</table>"
