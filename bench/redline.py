"""How long a redline takes, by the size of the text: whole runs of the command `protempore redline` on made-up texts.

The words are drawn from a fixed seed, so that two runs measure the same work. Compare ratios within one run rather than
seconds of two: machines are noisy.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMAND = Path(sys.executable).with_name("protempore")
WORDS_A_PAGE = 500
WORDS_A_PARAGRAPH = 80
RUNS = 3
SIZES = (1, 10, 50, 200)
CHANGED = (0.01, 0.10, 0.40)
WORDS = (
    "the of and to in migration migrants States human rights border management safe orderly regular victims crimes "
    "recalling recognizing decides invites access justice smuggling trafficking persons cooperation development"
)
VOCABULARY = WORDS.split()


def text(pages: int, chance: random.Random) -> list[str]:
    """Paragraphs of random words, enough for `pages`."""
    count = max(1, pages * WORDS_A_PAGE // WORDS_A_PARAGRAPH)
    return [" ".join(chance.choices(VOCABULARY, k=WORDS_A_PARAGRAPH)) for _ in range(count)]


def edited(paragraphs: list[str], share: float, chance: random.Random) -> list[str]:
    """The same text with three words changed in a share of its paragraphs."""
    changed = list(paragraphs)
    for place in chance.sample(range(len(changed)), max(1, round(share * len(changed)))):
        words = changed[place].split()
        for word in chance.sample(range(len(words)), 3):
            words[word] = f"{chance.choice(VOCABULARY)}-{chance.randrange(1000)}"
        changed[place] = " ".join(words)
    return changed


def seconds(old: Path, new: Path, out: Path) -> float:
    """The median of a few whole runs of the command."""
    command = [COMMAND, "redline", old, new, "-o", out, "--author", "Bench", "--date", "2017-03-01T12:00:00Z"]
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def main() -> None:
    chance = random.Random(2017)
    print(f"{'pages':>6} {'changed':>8} {'seconds':>8} {'ms/page':>8} {'KiB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        old, new, out = (Path(folder) / name for name in ("old.txt", "new.txt", "out.docx"))
        for pages in SIZES:
            paragraphs = text(pages, chance)
            old.write_text("\n".join(paragraphs), encoding="utf-8")
            for share in CHANGED:
                new.write_text("\n".join(edited(paragraphs, share, chance)), encoding="utf-8")
                taken = seconds(old, new, out)
                size = out.stat().st_size / 1024
                print(f"{pages:>6} {share:>8.0%} {taken:>8.2f} {taken * 1000 / pages:>8.1f} {size:>7.0f}", flush=True)


if __name__ == "__main__":
    main()
