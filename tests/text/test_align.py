from hypothesis import given

from app.text.align import align, match_by_key
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import joined, runs_of
from tests.text.strategies import documents, few, revisions


def document(prefix: str, *texts: str) -> Document:
    return Document(Paragraph(f"{prefix}{place}", Role.ITEM, runs_of(text)) for place, text in enumerate(texts))


RIGHTS = "Protection of the human rights of migrants and of their families in transit and at destination"
BORDERS = "Promotion of human mobility and more efficient border management"
CONSULAR = "Consular assistance and protection to nationals abroad, whatever their migration status"
TRAFFICKING = "Combating the smuggling of migrants and trafficking in persons"


def shown(pairs):
    return [(pair.old and pair.old.text, pair.new and pair.new.text, pair.moved) for pair in pairs]


def test_paragraphs_that_read_the_same_or_alike_are_one():
    old = document("a", RIGHTS, BORDERS, CONSULAR)
    shorter = "Promotion of human mobility and border management"
    new = document("b", RIGHTS.replace("migrants", "all migrants"), TRAFFICKING, shorter, CONSULAR)
    assert shown(align(old, new)) == [
        (RIGHTS, RIGHTS.replace("migrants", "all migrants"), False),
        (None, TRAFFICKING, False),
        (BORDERS, shorter, False),
        (CONSULAR, CONSULAR, False),
    ]


def test_what_has_nothing_in_common_goes_and_comes():
    assert shown(align(document("a", RIGHTS), document("b", TRAFFICKING))) == [
        (RIGHTS, None, False),
        (None, TRAFFICKING, False),
    ]


def test_a_paragraph_that_stands_elsewhere_is_moved():
    pairs = align(
        document("a", RIGHTS, BORDERS, CONSULAR, TRAFFICKING), document("b", BORDERS, CONSULAR, TRAFFICKING, RIGHTS)
    )
    assert [pair.moved for pair in pairs] == [False, False, False, True]
    assert pairs[-1].old.text == pairs[-1].new.text == RIGHTS


def test_kinds_of_quotes_and_spaces_do_not_part_paragraphs():
    (pair,) = align(document("a", "the “host” State"), document("b", 'the "host"\u00a0State'))
    assert pair.score == 1.0


def test_as_few_as_possible_are_moved():
    old = document("a", *"abcdef")
    new = Document([*old.paragraphs[1:], old.paragraphs[0]])
    assert [pair.old.key for pair in match_by_key(old, new) if pair.moved] == ["a0"]


def test_keys_decide_whatever_the_words():
    old, new = document("a", RIGHTS), document("a", TRAFFICKING)
    (pair,) = match_by_key(old, new)
    assert (pair.old, pair.new) == (old["a0"], new["a0"]) and pair.score < 0.5


@few
@given(revisions())
def test_by_key_every_paragraph_is_in_one_pair(pair):
    old, new = pair
    pairs = match_by_key(old, new)
    assert [one.new for one in pairs if one.new] == list(new)
    assert {one.old.key for one in pairs if one.old} == set(old.keys)
    assert all(one.old.key == one.new.key for one in pairs if one.old and one.new)
    assert_orderly(old, pairs)


@few
@given(revisions())
def test_by_words_every_paragraph_is_in_one_pair(pair):
    old, new = pair
    new = Document(Paragraph("z" + one.key, one.role, one.runs, one.level) for one in new)
    pairs = align(old, new)
    assert [one.new for one in pairs if one.new] == list(new)
    assert sorted(one.old.key for one in pairs if one.old) == sorted(old.keys)
    assert all(0.0 <= one.score <= 1.0 for one in pairs)
    assert_orderly(old, pairs)


def assert_orderly(old, pairs):
    stay = [old.place(one.old.key) for one in pairs if one.old and not one.moved]
    assert stay == sorted(stay)


@few
@given(documents())
def test_a_document_is_aligned_with_itself(document):
    copy = Document(Paragraph("z" + one.key, one.role, one.runs, one.level) for one in document)
    assert all(
        pair.old and pair.new and joined(pair.old.runs) == joined(pair.new.runs) and not pair.moved
        for pair in match_by_key(document, document)
    )
    assert all(pair.old and pair.new and pair.score == 1.0 and not pair.moved for pair in align(document, copy))


def test_a_text_of_a_thousand_pages_is_aligned():
    texts = [" ".join(f"w{(place * 31 + word * 17) % 977}" for word in range(20)) + f" n{place}" for place in range(6000)]
    changed = [text if place % 5 else text + " more" for place, text in enumerate(texts) if place % 50 != 7]
    pairs = align(document("a", *texts), document("b", *changed))
    assert sum(1 for pair in pairs if pair.new is None) == 120
    assert sum(1 for pair in pairs if pair.old is None) == 0
