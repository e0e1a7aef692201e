"""The standard library's `difflib.SequenceMatcher` on words, as its documentation shows it."""

from difflib import SequenceMatcher

from measuring import contest


def compare(old: list[str], new: list[str]) -> int:
    before, after = " \n ".join(old).split(" "), " \n ".join(new).split(" ")
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return sum((b - a) + (d - c) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal")


if __name__ == "__main__":
    contest(compare)
