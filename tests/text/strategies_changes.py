"""Changes on a document for Hypothesis: edits, deletions, moves, insertions, "no change", and the same said twice."""

from dataclasses import replace

from hypothesis import strategies as st

from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.runs import joined
from tests.text.strategies import edited_runs, paragraphs


@st.composite
def acts(draw: st.DrawFn, base: Document, prefix: str, most: int = 3) -> tuple[Act, ...]:
    """Up to `most` paragraphs of `base` treated by one author, who brings paragraphs under `prefix` and a number."""
    out: list[Act] = []
    brought: list[str] = []
    free = list(base.keys)
    for number in range(draw(st.integers(1, most))):
        kind = draw(st.sampled_from(["edit", "edit", "edit", "insert", "insert", "delete", "move", "keep", "edit-move"]))
        if kind == "insert" or not free:
            after = draw(st.sampled_from([None, *base.keys, *brought]))
            key = f"{prefix}{number}"
            out.append(Insert(draw(paragraphs(key)), after))
            brought.append(key)
            continue
        key = free.pop(draw(st.integers(0, len(free) - 1)))
        if kind == "delete":
            out.append(Delete(key))
        elif kind == "keep":
            out.append(Keep(key))
        if "edit" in kind:
            out.append(Replace(key, draw(edited_runs(joined(base[key].runs)))))
        if "move" in kind and not any(isinstance(act, Move) for act in out):
            out.append(Move(key, draw(st.sampled_from([None, *(each for each in base.keys if each != key)]))))
    return tuple(out)


@st.composite
def changes(draw: st.DrawFn, base: Document, most: int = 4) -> list[Change]:
    """Changes on `base` by different authors, some of whom say what another says, under keys of their own."""
    out: list[Change] = []
    for number in range(draw(st.integers(1, most))):
        if out and not draw(st.integers(0, 4)):
            said = draw(st.sampled_from(out)).acts
        else:
            said = draw(acts(base, f"c{number}-", most=draw(st.integers(1, 3))))
        out.append(Change(f"change {number}", _under_keys_of(said, f"c{number}-"), f"author {number}"))
    return out


def _under_keys_of(said: tuple[Act, ...], prefix: str) -> tuple[Act, ...]:
    own: dict[str | None, str | None] = {}
    out: list[Act] = []
    for act in said:
        if isinstance(act, Insert):
            own[act.paragraph.key] = f"{prefix}{len(own)}"
            paragraph = replace(act.paragraph, key=own[act.paragraph.key])
            out.append(Insert(paragraph, own.get(act.after, act.after)))
        elif isinstance(act, Move):
            out.append(Move(act.key, own.get(act.after, act.after)))
        else:
            out.append(act)
    return tuple(out)
