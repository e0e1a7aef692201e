"""xmldiff on a document of paragraphs, in its fast mode; it counts changed paragraphs, not words."""

from xml.sax.saxutils import escape

from measuring import contest
from xmldiff.main import diff_texts


def document(paragraphs: list[str]) -> str:
    return "<text>" + "".join(f"<p>{escape(words)}</p>" for words in paragraphs) + "</text>"


def compare(old: list[str], new: list[str]) -> int:
    return len(diff_texts(document(old), document(new), diff_options={"fast_match": True, "F": 0.5}))


if __name__ == "__main__":
    contest(compare)
