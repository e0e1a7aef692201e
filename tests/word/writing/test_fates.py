"""Which paragraph marks come and go."""

import pytest

from app.word.writing.fates import STAYS, blocks
from tests.word.lines import lines


def marks(written):
    return [
        "".join(sign + change for sign, change in zip("+-", block.mark, strict=True) if change) or "="
        for block in blocks(lines(written))
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("=one", ["="]),
        ("+a zero | =one", ["+a", "="]),
        ("=one | -a two | =three", ["=", "-a", "="]),
        ("=one | +a-b two | =three", ["=", "+a-b", "="]),
        # After the last that stays, each takes the mark before it.
        ("=one | +a two", ["+a", "="]),
        ("=one | +a two | +b three", ["+a", "+b", "="]),
        ("=one | -a two | -b three", ["-a", "-b", "="]),
        ("-c zero | =one | -a two | +b three", ["-c", "-a", "+b", "="]),
        # Where nothing stays, the end of what goes and the beginning of what comes are one paragraph.
        ("-a one | -a two | +b three | +b four", ["-a", "+b", "="]),
        ("+b three | -a one", ["="]),
        ("-a one | +a-b x | +b two", ["="]),
        # Nothing before, or nothing after.
        ("+a one | +b two", ["+b", "="]),
        ("+a-b one | +a two", ["+a-b", "="]),
        ("+a-b one | +a-c two", ["+a-b", "="]),
    ],
)
def test_marks(written, expected):
    assert marks(written) == expected


def test_no_lines_are_no_paragraphs():
    assert blocks(()) == []


def test_every_line_is_in_one_paragraph_in_order():
    given = lines("-a one | +b two | -a three | +a-b four")
    written = blocks(given)
    assert tuple(line for block in written for line in block.lines) == given
    assert written[-1].mark == STAYS
