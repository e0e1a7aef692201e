"""A capital that marks up a text: `python -m tests.stories.marking FROM.docx TO.docx`."""

import sys
from pathlib import Path

from tests.word.returned.by_hand import tracked


def marked(data: bytes) -> bytes:
    """Three changes to the text of the demonstration, by two officials, one of whom says why."""
    data = tracked(data, "shared responsibility", "common responsibility", "Ana", comment="As agreed in the region.")
    data = tracked(data, "racism", "racism and xenophobia", "Berta")
    return tracked(data, "technical assistance", "technical and financial assistance", "Berta")


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(marked(Path(sys.argv[1]).read_bytes()))
