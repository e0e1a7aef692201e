"""What Google Docs makes of our file and of suggestions in it: no keys, no styles of ours, numbers by lists of its own, one
number for all changes of a suggestion, and paragraphs that come or go without their marks."""

import pytest

from app.text.change import Delete, Insert, Replace
from app.text.runs import runs_of
from app.word.changes import changes
from tests.word.making import docx, p
from tests.word.returned.coming_apart.test_shapes import BASE, WORDS, result
from tests.word.returned.laws import opened

BY = 'w:id="0" w:author="Ana Ruiz" w:date="2017-04-20T10:00:00Z"'
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
)


def said(words: str) -> str:
    return f'<w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def suggested(words: str) -> str:
    return f"<w:ins {BY}>{said(words)}</w:ins>"


def struck(words: str) -> str:
    run = f'<w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f"<w:del {BY}>{run}</w:del>"


def sent(*lines: str, **parts: str) -> bytes:
    """A file of these paragraphs, each an item of a list of its own making."""
    return docx("".join(p(line, ppr=LIST) for line in lines), numbering=NUMBERING, **parts)


def lines(**changed: str) -> list[str]:
    """The paragraphs as they went out, but those that are named by number."""
    return [changed.get(f"p{place}", said(words)) for place, words in enumerate(WORDS)]


def test_nothing_was_suggested_nothing_is_found():
    back = opened(sent(*lines()), BASE)
    assert back.found == () and not back.remembered and back.score == 1.0


def test_a_replacement_is_one_change_though_its_parts_bear_one_number():
    before, after = WORDS[1].split("offences")
    back = opened(sent(*lines(p1=said(before) + struck("offences") + suggested("crimes") + said(after))), BASE)
    (one,) = back.found
    assert one.acts == (Replace("k1", runs_of(before + "crimes" + after)),) and one.authors == ("Ana Ruiz",)
    assert not (one.untracked or one.entangled or one.by_key)


def test_many_suggestions_with_one_number_are_told_apart_by_paragraph():
    two = {f"p{place}": said(WORDS[place]) + suggested(" Everywhere.") for place in (0, 3)}
    back = opened(sent(*lines(**two)), BASE)
    assert [found.key for found in back.found] == ["k0", "k3"] and back.groups == (0, 1)


def test_a_new_paragraph_whose_mark_is_not_suggested_is_its_authors():
    back = opened(sent(*lines()[:2], suggested("States shall cooperate in good faith."), *lines()[2:]), BASE)
    (one,) = back.found
    assert isinstance(one.acts[0], Insert) and one.acts[0].after == "k1"
    assert one.authors == ("Ana Ruiz",) and not one.untracked
    assert result(back)[2] == "States shall cooperate in good faith."


def test_a_paragraph_that_goes_without_its_mark_goes():
    (one,) = opened(sent(*lines(p2=struck(WORDS[2]))), BASE).found
    assert one.acts == (Delete("k2"),) and one.authors == ("Ana Ruiz",) and not one.untracked


def test_one_paragraph_in_the_place_of_another_is_one_amendment():
    words = "States shall cooperate in good faith."
    back = opened(sent(*lines(p2=struck(WORDS[2]) + suggested(words))), BASE)
    assert len(set(back.groups)) == 1 and result(back) == [*WORDS[:2], words, WORDS[3]]
    assert {found.authors for found in back.found} == {("Ana Ruiz",)}


@pytest.mark.parametrize("number", [0, 7])
def test_comments_on_a_suggestion_are_offered_with_it_answers_behind(number):
    """Answers are comments of their own, on the same words."""
    comments = "".join(
        f'<w:comment w:id="{number + place}" w:author="{who}" w:date="2017-04-20T10:00:00Z">{p(said(words))}</w:comment>'
        for place, (who, words) in enumerate((("Ana Ruiz", "The term of the Protocol."), ("Berta Paz", "Agreed.")))
    )
    start, end = ("".join(f'<w:commentRange{side} w:id="{number + n}"/>' for n in (0, 1)) for side in ("Start", "End"))
    reference = "".join(f'<w:r><w:commentReference w:id="{number + n}"/></w:r>' for n in (0, 1))
    before, after = WORDS[1].split("offences")
    changed = said(before) + start + struck("offences") + suggested("crimes") + end + reference + said(after)
    data = sent(*lines(p1=changed), comments=comments)
    (one,) = opened(data, BASE).found
    assert [(remark.author, remark.text, remark.quoted) for remark in one.remarks] == [
        ("Ana Ruiz", "The term of the Protocol.", "crimes"),
        ("Berta Paz", "Agreed.", "crimes"),
    ]
    assert [change.kind.value for change in changes(data)] == ["comment", "comment", "deletion", "insertion"]
