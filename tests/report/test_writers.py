"""The two writers: the same report as text and as a page, and nothing in the log gets out of its place."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from hiptimer.report.document import Document
from hiptimer.report.html import to_html
from hiptimer.report.text import to_text
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from tests.circuits import SHORT

from ..history.days import HandClock
from .conftest import Practice

NOTE = "<script>alert('x')</script> & \"q\" \x1b[2J \u202e " + "very " * 40 + "</td></table>"
NAME = "Wall <b>push</b> & hold"
VOID = {"meta", "br", "circle", "rect", "path", "polyline"}


class Page(HTMLParser):
    """Which tags there are, and what is written between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.said = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [
            name for name, _ in attrs if name in ("href", "src", "action") or name.startswith("on")
        ]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.fixture
def found(practice: Practice) -> Iterator[Document]:
    for day in range(20):
        practice.clock = HandClock(day)
        runner = practice.begin(SHORT.replace("Wall push", NAME))
        practice.do(runner, 20.0 + day)
        runner.send(e.Pain(4))
        runner.send(e.Note(NOTE))
        while runner.session.phase is not Phase.FINISHED:
            practice.do(runner)
        runner.close()
    yield practice.report()


def test_a_page_is_whole_and_has_only_our_tags(found: Document) -> None:
    page = Page(to_html(found))
    assert page.open == [] and page.links == []
    assert set(page.tags) == {
        "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2", "p", "ul",
        "li", "div", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "desc",
        "text", "circle", "rect", "path", "polyline",
    }  # fmt: skip
    assert page.tags.count("svg") == 1


def test_what_is_in_the_log_stands_on_the_page_as_it_is(found: Document) -> None:
    page = Page(to_html(found))
    assert NAME in page.said
    assert "<script>alert('x')</script> & \"q\" \\u001b[2J \\u202e very" in page.said


def test_a_page_needs_no_network_and_runs_nothing(found: Document) -> None:
    html = to_html(found)
    assert "http" not in html.replace("http-equiv", "") and "url(" not in html and "@import" not in html
    assert "default-src 'none'" in html
    assert all(sign.isprintable() for line in html.split("\n") for sign in line)


def test_a_page_is_made_to_be_printed(found: Document) -> None:
    html = to_html(found)
    assert "@media print" in html and "color-scheme: light" in html


def test_the_text_is_no_wider_than_80_and_steers_nothing(found: Document) -> None:
    text = to_text(found)
    assert text.endswith("\n")
    assert all(len(line) <= 80 and line.isprintable() for line in text.split("\n"))
    assert "<script>alert('x')</script>" in text and NAME in text


def test_the_text_tells_the_newest_sessions_one_by_one(found: Document) -> None:
    lines = to_text(found).splitlines()
    begin = lines.index("Seconds held, the median of each session, 20 sessions")
    assert lines[begin + 1 : begin + 3] == [
        "DATE        LEFT  RIGHT     LSI",
        "2026-03-09  28 s   20 s  R 71 %",
    ]
    assert lines[begin + 13] == "2026-03-20  20 s   39 s  L 51 %"
    assert lines[begin + 14].startswith(
        "LSI: the side that was held shorter (L or R) in percent of the other"
    )


def test_a_long_note_goes_on_below_itself(found: Document) -> None:
    lines = to_text(found).splitlines()
    (begin,) = (place for place, line in enumerate(lines) if line.startswith("2026-03-20  WALL"))
    column = lines[begin].index("<script>")
    assert lines[begin + 1][:column].strip() == "" and lines[begin + 1][column:].startswith("\\u001b[2J")
