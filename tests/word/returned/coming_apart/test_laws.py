"""What delegations mark up and send back comes apart into what they meant."""

from dataclasses import replace
from itertools import groupby

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.drafting.returned.reading import joined
from app.text.apply import apply
from app.text.change import Change, Delete, Move, Replace
from app.text.document import Document
from app.text.merge import Merged, merge
from app.text.normalise import comparable
from app.text.paragraph import Paragraph, Role
from app.text.redline import Redline, accepted, rejected
from app.text.roles import split_label
from app.text.rows import cells
from app.text.runs import plain
from app.word.clean import clean as clean_file
from app.word.redlined import redlined
from app.word.returned import Base, returned
from tests.support.laws import DEPTH
from tests.text import strategies
from tests.word.lines import SIGNATURES, lines
from tests.word.returned.laws import (
    FRONT,
    NAMES,
    by_author,
    capital,
    clean,
    made,
    opened,
    peaceful,
    reads,
    sent_back,
    shown,
    texts,
)
from tests.word.test_redlined import redlines


@st.composite
def edits_of_texts(draw):
    base = draw(texts().filter(len))
    new = [each for each in map(clean, draw(strategies.edited(base))) if each is not None]
    assume(new)
    return base, Document(new)


def no_paragraph_stays(base: Document, gone: set[str]) -> bool:
    """Whether all goes, or all that stands between two tables."""
    stretches = [set(keys) for is_row, keys in groupby(base.keys, lambda key: base[key].role is Role.ROW) if not is_row]
    return set(base.keys) <= gone or any(stretch <= gone for stretch in stretches)


few = settings(max_examples=60 * DEPTH, deadline=None)


@few
@given(texts())
def test_nothing_was_changed_nothing_is_found(base):
    if not len(base):
        return
    back = opened(capital(base), base)
    assert back.found == ()
    assert back.remembered and back.score == 1.0 and back.untaken == {}


@few
@given(peaceful())
def test_what_was_proposed_is_found_author_by_author(given_):
    base, proposed = given_
    if not proposed:
        return
    if no_paragraph_stays(base, {act.key for each in proposed for act in each.acts if isinstance(act, Delete | Move)}):
        return  # There the last mark of the file, or before a table, is shared by what goes and what comes.
    back = opened(sent_back(base, proposed), base)
    acts = by_author(back.found)
    for each in proposed:
        mine = acts.get((NAMES[each.author],), ())
        assert reads(made(base, mine)) == reads(shown(base, proposed, each))
    assert not any(found.untracked or found.entangled for found in back.found)


def said(document):
    """The words of each paragraph that has any; those of a row cell by cell."""
    return [words for each in document if any(words := tuple(map(comparable, cells_of(each))))]


def cells_of(paragraph):
    return [plain(cell) for cell in cells(paragraph.runs)] if paragraph.role is Role.ROW else [paragraph.text]


def as_one(base, acts):
    """The acts, with one edit of each paragraph that several edited, each at places of their own."""
    edits: dict[str, list[Replace]] = {}
    for act in acts:
        if isinstance(act, Replace):
            edits.setdefault(act.key, []).append(act)
    both = {
        key: merge(base, [Change(n, (each,)) for n, each in enumerate(its)]) for key, its in edits.items() if len(its) > 1
    }
    assert all(isinstance(each, Merged) for each in both.values())
    once = tuple(Replace(key, each.document[key].runs) for key, each in both.items())
    return (*(act for act in acts if not (isinstance(act, Replace) and act.key in both)), *once)


def based_on(document):
    return Document(
        Paragraph(p.key, p.role, tuple(r for r in p.runs if r.note is None)) for p in document if comparable(p.text)
    )


@few
@given(redlines())
def test_whatever_three_people_do_to_a_file_all_that_is_found_is_what_it_says(these):
    unnoted = tuple(replace(line, pieces=tuple(p for p in line.pieces if p.run.note is None)) for line in these)
    redline = Redline(unnoted)
    assume(not any(split_label("".join(piece.run.text for piece in line.pieces).strip())[0] for line in unnoted))
    before, after = rejected(redline), accepted(redline)
    base = based_on(before)
    assume(len(base) and said(after))
    assume(not any(split_label(words)[0] for words, *_ in (*said(before), *said(after))))
    back = returned(redlined(redline, SIGNATURES, FRONT), [Base("r", base)])
    # What one puts after a paragraph goes with it when another moves it, as with all amendments.
    assume(not any(isinstance(act, Move) for found in back.found for act in found.acts))
    assert said(apply(base, as_one(base, joined(back.found)))) == said(after)


def test_new_paragraphs_of_several_stand_as_they_stood_among_each_other():
    redline = Redline(lines("=one | +a first | +c second | +a third | =two"))
    base = rejected(redline)
    back = returned(redlined(redline, SIGNATURES, FRONT), [Base("r", base)])
    assert said(apply(base, joined(back.found))) == said(accepted(redline))
    of_one = [found for found in back.found if found.authors == ("Guatemala",)]
    assert said(apply(base, joined(of_one))) == [("one",), ("first",), ("third",), ("two",)]


@few
@given(edits_of_texts())
def test_with_tracking_off_everything_is_found_and_is_nobodys(texts_):
    base, new = texts_
    back = returned(clean_file(new, FRONT), [Base("r", base)])
    assert said(apply(base, joined(back.found))) == said(new)
    assert all(found.untracked and not found.authors for found in back.found)
