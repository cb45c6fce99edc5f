"""A report as one HTML file that needs nothing else."""

import base64
import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#111}
table{border-collapse:collapse;margin:.5rem 0 1.5rem}th,td{padding:.2rem .8rem;text-align:right}
th{border-bottom:1px solid #999}td:first-child,th:first-child{text-align:left}
figure{display:inline-block;margin:0 1rem 1rem 0;vertical-align:top}img{max-width:100%}
"""

Cell = str | float | int


@dataclass(frozen=True)
class Table:
    """A table with a title."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def write(
    path: Path, title: str, lead: str, tables: Sequence[Table], plots: Mapping[str, bytes]
) -> None:
    """Write a report; plots are PNG by their names, which are read to those who cannot see them."""
    parts = [f"<h1>{html.escape(title)}</h1><p>{html.escape(lead)}</p>"]
    parts += [_table(table) for table in tables]
    parts += [_figure(name, png) for name, png in plots.items()]
    path.write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body>{''.join(parts)}</body></html>\n",
        encoding="utf-8",
    )


def _table(table: Table) -> str:
    head = "".join(f"<th>{html.escape(name)}</th>" for name in table.header)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(_text(cell))}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    return f"<h2>{html.escape(table.title)}</h2><table><tr>{head}</tr>{body}</table>"


def _figure(name: str, png: bytes) -> str:
    data = base64.b64encode(png).decode()
    alt = html.escape(name, quote=True)
    return f'<figure><img alt="{alt}" src="data:image/png;base64,{data}"></figure>'


def _text(cell: Cell) -> str:
    return (
        f"{cell:.3f}" if isinstance(cell, float) else f"{cell:,}" if isinstance(cell, int) else cell
    )
