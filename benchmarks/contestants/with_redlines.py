"""redlines: a redline of two texts in Markdown."""

from measuring import contest
from redlines import Redlines


def compare(old: list[str], new: list[str]) -> int:
    found = Redlines("\n\n".join(old), "\n\n".join(new))
    assert found.output_markdown
    return sum((b - a) + (d - c) for kind, a, b, c, d in found.opcodes if kind != "equal")


if __name__ == "__main__":
    contest(compare)
