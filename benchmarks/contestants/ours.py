"""`compare_unkeyed`: paragraphs aligned by their words, then words in the gaps."""

from app.text.compare import compare_unkeyed
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from benchmarks.contestants.measuring import contest


def text(prefix: str, paragraphs: list[str]) -> Document:
    return Document(Paragraph(f"{prefix}{n}", Role.OPERATIVE, runs_of(words)) for n, words in enumerate(paragraphs))


def compare(old: list[str], new: list[str]) -> int:
    redline = compare_unkeyed(text("a", old), text("b", new), "x")
    pieces = (piece for line in redline.lines for piece in line.pieces)
    return sum(len(piece.run.text.split()) for piece in pieces if piece.inserted_by or piece.deleted_by)


if __name__ == "__main__":
    contest(compare)
