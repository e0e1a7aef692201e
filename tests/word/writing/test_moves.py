"""Moves of Word's own: which are written so, and that every reader settles them as the deletion and insertion they are."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.apply import apply
from app.text.change import Change, Move, Replace
from app.text.compare import compare
from app.text.compilation import compilation
from app.text.document import Document
from app.text.history import Stage, history
from app.text.paragraph import Paragraph, Role
from app.text.redline import Redline, only
from app.text.redline import accepted as accepted_text
from app.text.runs import NOTE_ANCHOR, Run
from app.word import changes, resolve
from app.word.redlined import Signature, redlined
from app.word.writing.markup import name
from tests.support import oracles, pandoc
from tests.support.laws import DEPTH
from tests.word.lines import AT, FRONT, SIGNATURES, accepted, lines, rejected, words
from tests.word.returned.laws import opened, reads, sent_back

OWN = {
    "down": "<a A moved | =one | >a A moved | =two",
    "up": ">a A moved | =one | <a A moved | =two",
    "together": "<a A one | <a B two | =three | >a A one | >a B two | =four",
    "change_places": "=one | <a A two | >b B three | =four | <b B three | >a A two | =five",
    "cross": "<a A one | <b B two | =three | >b B two | >a A one | =four",
    "beside_itself": "<a A one | >a A one | =two",
    "beside_what_comes": "<a A one | +b two | =three | +b four | >a A one | +a five | =six",
    "beside_what_goes": "-b zero | <a A one | -a two | =three | -b four | >a A one | -b five | =six",
    "before_amended_words": "<a A one | ={+b two }three{-c  four} | >a A one | ={-b five}six",
    "before_the_last": "<a A one | =two | >a A one | =three | +b four",
    "before_the_last_that_stays": "<a A one | =two | >a A one | =three | -b four",
}
"""Two w:moveFrom for each paragraph that moves: its words and its mark."""

OTHERS = {
    "to_the_end": "<a A one | =two | >a A one",
    "from_the_end": ">a A one | =two | <a A one",
    "behind_the_last_that_stays": "<a A one | =two | >a A one | +b three",
    "nothing_stays": "<a A one | >a A one",
    "undated": "<c A one | =two | >c A one | =three",
}


def written(these, signatures=SIGNATURES):
    return redlined(Redline(tuple(these)), signatures, FRONT)


def moved(data):
    """How many paragraphs move by Word's own marks."""
    marks = oracles.part(data).findall(f".//{name('pPr')}/{name('rPr')}/{name('moveTo')}")
    return len(marks)


@pytest.mark.parametrize("case", [*OWN, *OTHERS])
def test_every_reader_has_the_base_and_the_result(case, tmp_path):
    these = lines({**OWN, **OTHERS}[case])
    data = written(these)
    leaving = {line.paragraph.key for line in these if line.moved}
    assert moved(data) == (len(leaving) if case in OWN else 0)
    assert oracles.lint(data) == []
    assert oracles.schema_errors(data, tmp_path) == []
    for way, expected in (("accept", accepted(these)), ("reject", rejected(these))):
        assert oracles.paragraphs(oracles.resolved(way, data)) == words(expected)
        ours = getattr(resolve, way)(data)
        assert oracles.paragraphs(ours) == words(expected)
        assert not [tag for tag in oracles.part(ours).iter() if "move" in str(tag.tag)]


@pytest.mark.office
@pytest.mark.parametrize("way", ["accept", "reject"])
def test_libreoffice_has_them_too(way, tmp_path):
    redlines = {case: lines(spec) for case, spec in OWN.items()}
    answers = oracles.office(way, {case: written(these) for case, these in redlines.items()}, tmp_path)
    resolved = accepted if way == "accept" else rejected
    assert {case: answer.get("body") for case, answer in answers.items()} == {
        case: words(resolved(these)) for case, these in redlines.items()
    }


def test_pandoc_has_them_too(tmp_path):
    redlines = [lines(spec) for spec in OWN.values()]
    for these, told in zip(redlines, pandoc.told([written(these) for these in redlines], tmp_path), strict=True):
        assert told is not None
        assert [" ".join(said.split()) for said in told.accepted] == words(accepted(these))
        assert [" ".join(said.split()) for said in told.rejected] == words(rejected(these))


def test_it_is_as_word_writes_it():
    data = written(lines(OWN["down"]))
    leaving, end, _, arriving, other_end, *_ = oracles.part(data).find(name("body"))
    start = leaving.find(name("moveFromRangeStart"))
    assert leaving.index(start) == 1 and leaving[0].tag == name("pPr")
    assert start.get(name("author")) == "Guatemala" and start.get(name("date")) == "2017-04-24T15:30:00Z"
    other = arriving.find(name("moveToRangeStart"))
    assert start.get(name("name")) == other.get(name("name"))
    assert (end.tag, end.get(name("id"))) == (name("moveFromRangeEnd"), start.get(name("id")))
    assert (other_end.tag, other_end.get(name("id"))) == (name("moveToRangeEnd"), other.get(name("id")))
    (gone,) = leaving.findall(name("moveFrom"))
    assert [text.text for text in gone.iter(name("t"), name("delText"))] == ["moved"]
    assert not list(gone.iter(name("delText")))


def test_every_move_has_a_name_of_its_own():
    starts = oracles.part(written(lines(OWN["together"]))).iter(name("moveToRangeStart"))
    assert len({start.get(name("name")) for start in starts}) == 2


def test_our_list_tells_a_move():
    kinds = [found.kind for found in changes.changes(written(lines(OWN["down"])))]
    assert kinds == ["paragraph_move_from", "move_from", "paragraph_move_to", "move_to"]


def altered(*places, **parts):
    """A move down, with `parts` of its lines at these places replaced."""
    these = list(lines(OWN["down"]))
    for place in places:
        these[place] = replace(these[place], **parts)
    return these


def ending(pieces):
    """A move down of a paragraph that ends with what `pieces` makes of its only piece, beside which it stands."""
    these = list(lines(OWN["down"]))
    for place in (0, 2):
        these[place] = replace(these[place], pieces=pieces(these[place].pieces[0]))
    return these


@pytest.mark.parametrize(
    "these",
    [
        altered(0, moved=False),
        altered(2, pieces=lines(">a A amended")[0].pieces),
        altered(2, paragraph=Paragraph("A", Role.ITEM, (Run("moved"),))),
        altered(1, paragraph=Paragraph("B", Role.ROW, (Run("one"),))),
        altered(0, 2, paragraph=Paragraph("A", Role.ROW, (Run("moved"),))),
        lines("<a A moved | =one | >b A moved | =two"),
        ending(lambda piece: (piece, replace(piece, run=Run(NOTE_ANCHOR, note="A note")))),
        ending(lambda piece: (piece, replace(piece, inserted_by="b", deleted_by="a"))),
        ending(lambda piece: ()),
    ],
    ids=[
        "told_as_two",
        "amended",
        "other_role",
        "beside_a_table",
        "a_row",
        "two_hands",
        "with_a_note",
        "with_words_of_another",
        "empty",
    ],
)
def test_what_is_more_than_a_move_is_a_deletion_and_an_insertion(these):
    data = written(these)
    assert not [element for element in oracles.part(data).iter() if "move" in str(element.tag)]
    assert oracles.lint(data) == []
    for way, expected in (("accept", accepted(these)), ("reject", rejected(these))):
        # Beside a table the mark of a paragraph that goes stays: it has nothing to run on into.
        beside = any(line.paragraph.role is Role.ROW for line in these)
        told = oracles.paragraphs(oracles.resolved(way, data))
        assert [text for text in told if text or not beside] == words(expected)


@st.composite
def moving(draw):
    """A text, and amendments that move paragraphs of it, and that amend some of those or others."""
    count = draw(st.integers(3, 7))
    roles = st.sampled_from([Role.PREAMBULAR, Role.OPERATIVE, Role.ITEM])
    base = Document(
        Paragraph(f"p{place}", draw(roles), (Run(f"Paragraph {place} says this and that, number {place}."),))
        for place in range(count)
    )
    proposed = []
    for number in range(draw(st.integers(1, 3))):
        keys = draw(st.lists(st.sampled_from(base.keys), min_size=1, max_size=2, unique=True))
        acts = []
        for key in keys:
            if draw(st.integers(0, 3)):
                acts.append(Move(key, draw(st.sampled_from([None, *(other for other in base.keys if other not in keys)]))))
            if not draw(st.integers(0, 5)):
                acts.append(Replace(key, (Run(base[key].text.replace("this", f"this by {number}")),)))
        proposed.append(Change(number, tuple(acts), f"author {number}"))
    return base, [change for change in proposed if change.acts]


def test_generated_moves_of_both_kinds_read_as_base_and_result():
    outcomes = Counter()

    @settings(max_examples=150 * DEPTH, deadline=None, database=None)
    @given(moving())
    def law(given_):
        base, proposed = given_
        shown = compilation(base, proposed, str)
        signed = {change.id: Signature(f"Delegation {change.id}", AT, f"why {change.id}") for change in proposed}
        data = redlined(shown, signed, FRONT)
        assert oracles.lint(data) == []
        for way, text in (("accept", accepted_text(shown)), ("reject", base)):
            expected = [paragraph.text for paragraph in text]
            assert oracles.paragraphs(oracles.resolved(way, data)) == expected
            assert oracles.paragraphs(getattr(resolve, way)(data)) == expected
        for change in proposed if all(map(one_handed, shown.lines)) else ():
            alone = resolve.reject(resolve.accept(data, [f"Delegation {change.id}"]))
            expected = [paragraph.text for paragraph in accepted_text(only(shown, [change.id]))]
            assert oracles.paragraphs(alone) == expected
        own = moved(data)
        outcomes["own"] += own
        outcomes["two"] += sum(line.moved and line.inserted_by is not None for line in shown.lines) - own

    law()
    assert min(outcomes["own"], outcomes["two"]) > 20, outcomes


def one_handed(line):
    """Whether nobody but the mover changes words of a paragraph that moves. Words put by another hand into one that is
    deleted and inserted stay when only that other hand is accepted."""
    by = {line.inserted_by, line.deleted_by}
    return not line.moved or all({piece.inserted_by, piece.deleted_by} <= {*by, None} for piece in line.pieces)


@st.composite
def one_move(draw):
    base, _ = draw(moving())
    key = draw(st.sampled_from(base.keys))
    after = draw(st.sampled_from([None, *(other for other in base.keys if other not in (key, base.before(key)))]))
    return base, Move(key, after)


def test_what_moved_comes_back_as_the_same_move():
    outcomes = Counter()

    @settings(max_examples=80 * DEPTH, deadline=None, database=None)
    @given(one_move())
    def law(given_):
        base, act = given_
        if act.after == base.before(act.key):
            return
        data = sent_back(base, [Change("m", (act,), "author 0")])
        back = opened(data, base)
        assert [found.acts for found in back.found] == [(act,)]
        assert back.found[0].authors == ("Guatemala",) and not back.found[0].untracked
        outcomes[moved(data)] += 1

    law()
    assert outcomes[0] > 5 and outcomes[1] > 5, outcomes


def test_each_move_of_several_hands_comes_back_as_its_own():
    base = Document(
        Paragraph(f"p{place}", Role.OPERATIVE, (Run(f"Words number {place} of a text, all its own {place * 7}."),))
        for place in range(6)
    )
    proposed = [Change("m", (Move("p0", "p2"),), "author 0"), Change("n", (Move("p4", "p1"),), "author 1")]
    data = sent_back(base, proposed)
    assert moved(data) == 2
    back = {found.authors: found.acts for found in opened(data, base).found}
    assert back == {("Guatemala",): proposed[0].acts, ("Honduras",): proposed[1].acts}
    merged = [act for change in proposed for act in change.acts]
    assert reads(accepted_text(compilation(base, proposed, str))) == reads(
        accepted_text(compilation(base, [Change("both", tuple(merged))], str))
    )


@pytest.mark.parametrize("way", ["redline", "history"])
def test_what_moves_between_revisions_is_a_move_too(way):
    old = Document(Paragraph(f"p{place}", Role.OPERATIVE, (Run(f"Words of number {place}."),)) for place in range(4))
    act = Move("p0", "p1")
    new = apply(old, (act,))
    told = compare(old, new, "a") if way == "redline" else history(old, [Stage(new, (Change("a", (act,)),), "b")])
    data = redlined(told, SIGNATURES, FRONT)
    assert moved(data) == 1 and {found.author for found in changes.changes(data)} == {"Guatemala"}
    assert oracles.accepted(data) == [paragraph.text for paragraph in new]
    assert oracles.rejected(data) == [paragraph.text for paragraph in old]
