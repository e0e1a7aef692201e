"""diff-match-patch on words, by its own way of diffing lines, without a timeout."""

from diff_match_patch import diff_match_patch
from measuring import contest


def compare(old: list[str], new: list[str]) -> int:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    before, after = ("\n".join(words.replace(" ", "\n") for words in text) for text in (old, new))
    one, other, _ = engine.diff_linesToChars(before, after)
    return sum(len(words) for kind, words in engine.diff_main(one, other, False) if kind)


if __name__ == "__main__":
    contest(compare)
