import pytest
from hypothesis import given

from app.text.brackets.choices import choose_everywhere
from app.text.brackets.drafts import Draft
from app.text.brackets.parts import text_of
from app.text.document import Document
from app.text.notation import read, write
from app.text.paragraph import Paragraph, Role
from tests.support.met import met
from tests.text.strategies import documents, few
from tests.text.strategies_brackets import drafts


def document(*lines: str, role: Role = Role.OPERATIVE) -> Document:
    return Document(Paragraph(f"p{place}", role, read(line)) for place, line in enumerate(lines))


def shown(document: Document) -> list[str]:
    return [f"{paragraph.key}: {write(paragraph.runs)}" for paragraph in document]


def test_a_bracket_opens_in_one_paragraph_and_closes_in_another():
    draft = Draft(document("Decides [to begin", "and to end] now"))
    (bracket,) = draft.census.brackets
    assert draft.place(bracket.start) == ("p0", 8) and draft.place(bracket.stop - 1) == ("p1", 10)
    assert shown(draft.chosen_everywhere(0)) == ["p0: Decides to begin", "p1: and to end now"]
    assert shown(draft.chosen_everywhere(1)) == ["p0: Decides", "p1: now"]


def test_marks_and_footnotes_stay_on_what_is_left():
    draft = Draft(document("**Decides** [may{note: or might}] [*shall*] act{note: soon}"))
    for place, left in enumerate(("may{note: or might}", "*shall*")):
        assert draft.chosen({0: place})["p0"].runs == read(f"**Decides** {left} act{{note: soon}}")


def test_a_paragraph_of_which_nothing_is_left_goes():
    draft = Draft(document("Option 1", "Decides", "Option 2: {No text required}", "", "Invites [all]"))
    assert [each.name for each in draft.choices[0].alternatives] == ["1", "2"]
    assert shown(draft.chosen({0: 0})) == ["p1: Decides"]


def test_a_heading_ends_the_options_before_it():
    old = document("Option 1: a", "Scope", "b")
    headed = Document([old["p0"], Paragraph("h", Role.HEADING, read("Scope"), 1), old["p2"]])
    assert shown(Draft(headed).chosen({0: 1})) == ["h: Scope", "p2: b"]
    assert shown(Draft(old).chosen({0: 1})) == []


@pytest.mark.parametrize("character", [-1, 4])
def test_beyond_the_text_there_is_no_place(character):
    with pytest.raises(IndexError):
        Draft(document("a", "bc")).place(character)
    with pytest.raises(IndexError):
        Draft(Document()).place(0)


@met("over several paragraphs", "with something to settle", "clean")
@few
@given(drafts())
def test_a_draft_has_every_character_of_its_document_in_its_place(seen, document):
    draft = Draft(document)
    assert text_of(draft.parts) == draft.text
    for bracket in draft.census.brackets:
        for place, sign in ((bracket.start, "["), (bracket.stop - 1, "]")):
            key, within = draft.place(place)
            assert "".join(run.text for run in document[key].runs)[within] == sign
        seen["over several paragraphs"] += draft.place(bracket.start)[0] != draft.place(bracket.stop - 1)[0]
    seen["clean" if draft.census.is_clean else "with something to settle"] += 1


@met("nothing chosen", "something")
@few
@given(drafts())
def test_choosing_in_a_document_is_choosing_in_its_words(seen, document):
    draft = Draft(document)
    assert draft.chosen({}) == document
    for place in (0, 1):
        chosen = draft.chosen_everywhere(place)
        left = "\n".join("".join(run.text for run in paragraph.runs) for paragraph in chosen)
        words = choose_everywhere(draft.parts, place)
        assert left.replace("\n", "") == words.replace("\n", "")
        assert set(chosen.keys) <= set(document.keys)
        seen["something" if chosen != document else "nothing chosen"] += 1


@met("bracketed", "without a partner", "clean")
@few
@given(documents())
def test_any_document_can_be_read(seen, document):
    draft = Draft(document)
    assert text_of(draft.parts) == draft.text
    found = draft.census
    seen["clean" if found.is_clean else "without a partner" if found.unbalanced else "bracketed"] += 1
