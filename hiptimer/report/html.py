"""A report as one page of HTML: no scripts, nothing from the network, made to be printed too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files

from hiptimer.progress.tables import Table
from hiptimer.report.document import Block, Document, Paragraph, Plot, Points, Section
from hiptimer.report.svg import safe, to_svg

_NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'"
"""What the browser may load: even if something of the log got out of its place, it would stay dead."""


def to_html(document: Document) -> str:
    """The page. Everything of the document is escaped."""
    about = "".join(f"<p>{safe(line)}</p>\n" for line in document.about)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_FROM_OUTSIDE}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(document.title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{safe(document.title)}</h1>\n{about}</header>\n<main>\n"
        f"{''.join(map(_section, document.sections))}</main>\n</body>\n</html>\n"
    )


def _style() -> str:
    return files(__package__).joinpath("page.css").read_text("utf-8")


def _section(section: Section) -> str:
    return f"<section>\n<h2>{safe(section.title)}</h2>\n{''.join(map(_block, section.blocks))}</section>\n"


def _block(block: Block) -> str:
    match block:
        case Paragraph(text, is_strong):
            kind = ' class="strong"' if is_strong else ""
            return f"<p{kind}>{safe(text[:1].upper() + text[1:])}</p>\n"
        case Points(lines):
            return "<ul>\n" + "".join(f"<li>{safe(line)}</li>\n" for line in lines) + "</ul>\n"
        case Table():
            return f'<div class="wide"><table>\n{"".join(_rows(block))}</table></div>\n'
        case Plot():
            return f"<figure>\n<figcaption>{safe(block.title)}</figcaption>\n{to_svg(block)}\n</figure>\n"


def _rows(table: Table) -> Iterator[str]:
    yield f"<thead>{_row(table.head, table.numbers, 'th')}</thead>\n<tbody>\n"
    yield from (f"{_row(row, table.numbers, 'td')}\n" for row in table.rows)
    yield "</tbody>\n"


def _row(cells: Sequence[str], numbers: Sequence[int], tag: str) -> str:
    kinds = (' class="number"' if place in numbers else "" for place in range(len(cells)))
    inside = (f"<{tag}{kind}>{safe(cell)}</{tag}>" for cell, kind in zip(cells, kinds, strict=True))
    return f"<tr>{''.join(inside)}</tr>"
